-- What is known of one review?
--
-- Parameters:
--   review   reference of the review
--
-- Returns one row per review of that reference in the chosen sources, in this order:
--   source_id               code of the source
--   review_ref              the source's own reference of the review
--   title                   title of the review, where it has one
--   review_type             code of the type of review
--   review_type_label       name of that type
--   board                   board that commissioned the review, or what stands for it in the source
--   region                  region
--   nation                  nation
--   method                  how the review was carried out
--   population              whom the review is about: children, adults, families
--   is_ordinary_work        true for an audit of ordinary work, false for a case review
--   outcome                 what happened, as the source puts it
--   practice_from           first day of the practice period
--   practice_from_precision  how much of that date is known: day, month, quarter or year
--   practice_to             first day of the date that ends the practice period
--   practice_to_precision   how much of that date is known
--   incident_on             first day of the date of the incident
--   incident_on_precision   how much of that date is known
--   commissioned_on         first day of the date on which the review was commissioned
--   commissioned_on_precision  how much of that date is known
--   completed_on            first day of the date on which the review was completed
--   completed_on_precision  how much of that date is known
--   published_on            first day of the date of publication
--   published_on_precision  how much of that date is known
--   link                    where the review can be read
select
    review.source_id,
    review.review_ref,
    review.title,
    review.review_type,
    coalesce(term.label, review.review_type) as review_type_label,
    review.board,
    review.region,
    review.nation,
    review.method,
    review.population,
    review.is_ordinary_work,
    review.outcome,
    review.practice_from,
    review.practice_from_precision,
    review.practice_to,
    review.practice_to_precision,
    review.incident_on,
    review.incident_on_precision,
    review.commissioned_on,
    review.commissioned_on_precision,
    review.completed_on,
    review.completed_on_precision,
    review.published_on,
    review.published_on_precision,
    review.link
from review
join source on review.source_id = source.source_id
left join term on term.vocabulary = 'review_type' and review.review_type = term.term
where
    list_contains($sources, review.source_id)
    and review.review_ref = cast($review as varchar)
order by source.position
