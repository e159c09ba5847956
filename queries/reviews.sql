-- Which reviews do the filters choose?
--
-- Parameters: none of its own
--
-- Returns one row per review, latest first by the chosen basis, in this order:
--   source_id                code of the source
--   review_ref               the source's own reference of the review
--   title                    title of the review, where it has one
--   review_type              code of the type of review
--   board                    board that commissioned it, or what stands for it in the source
--   region                   region
--   nation                   nation
--   method                   how the review was carried out
--   is_ordinary_work         true for an audit of ordinary work, false for a case review
--   practice_from            first day of the practice period
--   practice_from_precision  how much of that date is known: day, month, quarter or year
--   practice_to              first day of the date that ends the practice period
--   practice_to_precision    how much of that date is known: day, month, quarter or year
--   incident_on              first day of the date of the incident
--   incident_on_precision    how much of that date is known: day, month, quarter or year
--   published_on             first day of the date of publication
--   published_on_precision   how much of that date is known: day, month, quarter or year
--   agencies                 agencies involved; blank if none is recorded in any way
--   findings                 findings in the review
--   findings_uncoded         findings with no factor of the framework; blank if it was not used
--   factors                  factors of the framework found; blank if the framework was not used
--   link                     where the review can be read
with involved as (
    select
        review_agency.review_id,
        count(*) filter (where review_agency.involvement <> 'no contact') as agencies
    from review_agency
    join selected_reviews on review_agency.review_id = selected_reviews.review_id
    group by review_agency.review_id
),

coded as (
    select
        review_id,
        findings,
        findings_uncoded,
        factors
    from review_coding
    where framework_id = $framework
),

-- the findings of the reviews on which the framework was not used
stated as (
    select
        finding.review_id,
        count(*) as findings
    from finding
    anti join coded on finding.review_id = coded.review_id
    group by finding.review_id
),

-- counted anew only where something is chosen of the findings
found_in as (
    select distinct
        review_id,
        factor_id
    from selected_review_factors
    where
        array_length($factors) > 0
        or array_length($layers) > 0
        or array_length($patterns) > 0
        or array_length($perspectives) > 0
        or array_length($appraisals) > 0
        or cast($text as varchar) is not null
),

found as (
    select
        review_id,
        count(*) as factors
    from found_in
    group by review_id
)

select
    review.source_id,
    review.review_ref,
    review.title,
    review.review_type,
    review.board,
    review.region,
    review.nation,
    review.method,
    review.is_ordinary_work,
    review.practice_from,
    review.practice_from_precision,
    review.practice_to,
    review.practice_to_precision,
    review.incident_on,
    review.incident_on_precision,
    review.published_on,
    review.published_on_precision,
    involved.agencies,
    coalesce(coded.findings, stated.findings, 0) as findings,
    coded.findings_uncoded,
    case
        when
            array_length($factors) > 0
            or array_length($layers) > 0
            or array_length($patterns) > 0
            or array_length($perspectives) > 0
            or array_length($appraisals) > 0
            or cast($text as varchar) is not null
            then case when coded.review_id is not null then coalesce(found.factors, 0) end
        else coded.factors
    end as factors,
    review.link
from selected_reviews
join review on selected_reviews.review_id = review.review_id
left join coded on review.review_id = coded.review_id
left join involved on review.review_id = involved.review_id
left join stated on review.review_id = stated.review_id
left join found on review.review_id = found.review_id
order by selected_reviews.dated_from desc nulls last, review.source_id, review.review_ref
