-- In how many of the selected reviews is each factor found?
--
-- Parameters: none of its own
--
-- Returns one row per factor and appraisal, most often found first, in this order:
--   factor_id          code of the factor in its framework
--   label              name of the factor
--   layer              code of the layer that the factor belongs to, blank if it has none
--   layer_label        name of that layer
--   appraisal          problem, strength, mixed or neutral
--   reviews_with       reviews in which the factor is found at least once; blank if not assessed
--   reviews_assessed   selected reviews in which the factor was assessed: the denominator
--   reviews_selected   reviews that the filters chose, assessed or not
--   findings           findings that hold the factor; blank if not assessed
--   first_found_on     first day of the earliest dated review in which it is found, by the basis
--   last_found_on      first day of the latest dated review in which it is found, by the basis
with found as (
    select
        selected_review_factors.factor_id,
        selected_review_factors.appraisal,
        count(*) as reviews_with,
        cast(sum(selected_review_factors.findings) as bigint) as findings,
        min(selected_reviews.dated_from) as first_found_on,
        max(selected_reviews.dated_from) as last_found_on
    from selected_review_factors
    join selected_reviews on selected_review_factors.review_id = selected_reviews.review_id
    group by selected_review_factors.factor_id, selected_review_factors.appraisal
),

assessed as (
    select
        span,
        count(*) as reviews_assessed
    from selected_assessments
    group by span
),

selected as (
    select count(*) as reviews_selected
    from selected_reviews
),

asked as (
    select
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.layer_id,
        selected_factors.position,
        appraisals_in_use.appraisal,
        coalesce(assessed.reviews_assessed, 0) as reviews_assessed
    from selected_factors
    cross join appraisals_in_use
    left join assessed on selected_factors.span = assessed.span
)

select
    asked.factor_id,
    asked.label,
    asked.layer_id as layer,
    layer.label as layer_label,
    asked.appraisal,
    case when asked.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end as reviews_with,
    asked.reviews_assessed,
    selected.reviews_selected,
    case when asked.reviews_assessed > 0 then coalesce(found.findings, 0) end as findings,
    found.first_found_on,
    found.last_found_on
from asked
cross join selected
left join found on asked.factor_id = found.factor_id and asked.appraisal = found.appraisal
left join layer on layer.framework_id = $framework and asked.layer_id = layer.layer_id
order by reviews_with desc nulls last, asked.position, asked.factor_id, asked.appraisal
