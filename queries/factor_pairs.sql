-- In how many of the selected reviews are two factors found together?
--
-- Parameters: none of its own
--
-- Returns one row per pair of factors found together at least once, most often first, in this order:
--   factor_a_id          code of the factor that stands first in the framework
--   factor_a_label       name of that factor
--   factor_b_id          code of the factor that stands second
--   factor_b_label       name of that factor
--   reviews_with_both    reviews in which both are found, each in any of the chosen appraisals
--   reviews_with_a       reviews in which the first is found, of those in which both were assessed
--   reviews_with_b       reviews in which the second is found, of those in which both were assessed
--   reviews_assessed     selected reviews in which both factors were assessed: the denominator
with found as (
    select distinct
        selected_review_factors.review_id,
        selected_factors.position,
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.span
    from selected_review_factors
    join selected_factors on selected_review_factors.factor_id = selected_factors.factor_id
),

found_beside as (
    select
        found.factor_id,
        selected_assessments.span as other_span,
        count(*) as reviews_with
    from found
    join selected_assessments on found.review_id = selected_assessments.review_id
    group by found.factor_id, selected_assessments.span
),

assessed_beside as (
    select
        one.span,
        other.span as other_span,
        count(*) as reviews_assessed
    from selected_assessments as one
    join selected_assessments as other on one.review_id = other.review_id
    group by one.span, other.span
),

together as (
    select
        a.position as a_position,
        b.position as b_position,
        count(*) as reviews_with_both
    from found as a
    join found as b on a.review_id = b.review_id and a.position < b.position
    group by a.position, b.position
)

select
    a.factor_id as factor_a_id,
    a.label as factor_a_label,
    b.factor_id as factor_b_id,
    b.label as factor_b_label,
    together.reviews_with_both,
    a_found.reviews_with as reviews_with_a,
    b_found.reviews_with as reviews_with_b,
    assessed_beside.reviews_assessed
from together
join selected_factors as a on together.a_position = a.position
join selected_factors as b on together.b_position = b.position
join found_beside as a_found on a.factor_id = a_found.factor_id and b.span = a_found.other_span
join found_beside as b_found on b.factor_id = b_found.factor_id and a.span = b_found.other_span
join assessed_beside on a.span = assessed_beside.span and b.span = assessed_beside.other_span
order by together.reviews_with_both desc, a.position, b.position
