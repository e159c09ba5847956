-- In how many of the selected reviews is each factor found, however it is appraised?
--
-- Parameters: none of its own
--
-- Returns one row per factor, as the framework orders them, in this order:
--   factor_id          code of the factor in its framework
--   label              name of the factor
--   layer              code of the layer that the factor belongs to, blank if it has none
--   layer_label        name of that layer
--   reviews_with       reviews in which it is found in any chosen appraisal; blank if not assessed
--   reviews_assessed   selected reviews in which the factor was assessed: the denominator
with found as (
    select
        factor_id,
        count(distinct review_id) as reviews_with
    from selected_review_factors
    group by factor_id
),

assessed as (
    select
        span,
        count(*) as reviews_assessed
    from selected_assessments
    group by span
)

select
    selected_factors.factor_id,
    selected_factors.label,
    selected_factors.layer_id as layer,
    layer.label as layer_label,
    case when assessed.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end
        as reviews_with,
    coalesce(assessed.reviews_assessed, 0) as reviews_assessed
from selected_factors
left join found on selected_factors.factor_id = found.factor_id
left join assessed on selected_factors.span = assessed.span
left join layer on layer.framework_id = $framework and selected_factors.layer_id = layer.layer_id
order by selected_factors.position
