-- In how many reviews of the chosen sources can practice be placed before or after a day?
--
-- Of all reviews of the chosen sources with the framework, whatever else is chosen: where a factor came
-- back is looked for in all of them.
--
-- Parameters:
--   by_the_end   true: only reviews dated by the end of the chosen period; blank for all
--
-- Returns one row, with these columns in this order:
--   reviews                    reviews on which the framework was used
--   reviews_without_date       of these, reviews with no date of practice at all: left out
--   reviews_without_beginning  of these, reviews whose practice has an end and no beginning: it may have been under way
--   reviews_without_end        of these, reviews whose practice has a beginning and no end: left out unless it began later
--   latest_practice_on         last day of practice that is recorded
select
    count(*) as reviews,
    count(*) filter (where review_date.last_day is null) as reviews_without_date,
    count(*) filter (where review_date.last_day is not null and review.practice_from is null)
        as reviews_without_beginning,
    count(*) filter (
        where review.practice_from is not null
        and review.practice_to is null
        and review.incident_on is null
    ) as reviews_without_end,
    max(review_date.last_day) as latest_practice_on
from review
join review_framework
    on review.review_id = review_framework.review_id and review_framework.framework_id = $framework
left join review_date
    on review.review_id = review_date.review_id and review_date.basis = 'practice'
left join review_date as dated
    on review.review_id = dated.review_id and dated.basis = $basis
where
    list_contains($sources, review.source_id)
    and (
        not coalesce(cast($by_the_end as boolean), false)
        or cast($period_to as date) is null
        or coalesce(dated.last_day <= cast($period_to as date), false)
    )
