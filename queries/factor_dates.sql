-- When was each factor found, review by review?
--
-- Only reviews whose date is known at least to the month: from a year nobody can tell how long it
-- was since the one before. A month is taken as its first day.
--
-- Parameters: none of its own
--
-- Returns one row per factor, appraisal and review in which it is found, earliest first, in this order:
--   factor_id    code of the factor in its framework
--   appraisal    problem, strength, mixed or neutral
--   found_on     first day of the review's date by the basis
--   precision    how much of that date is known: day or month
--   source_id    code of the source
--   review_ref   the source's own reference of the review
select
    selected_review_factors.factor_id,
    selected_review_factors.appraisal,
    review_date.first_day as found_on,
    review_date.precision,
    selected_reviews.source_id,
    selected_reviews.review_ref
from selected_review_factors
join selected_reviews on selected_review_factors.review_id = selected_reviews.review_id
join selected_factors on selected_review_factors.factor_id = selected_factors.factor_id
join review_date
    on
        selected_reviews.review_id = review_date.review_id
        and review_date.basis = $basis
        and review_date.precision in ('day', 'month')
order by
    selected_factors.position,
    selected_review_factors.factor_id,
    selected_review_factors.appraisal,
    review_date.first_day,
    selected_reviews.source_id,
    selected_reviews.review_ref
