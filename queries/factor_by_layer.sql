-- In how many of the selected reviews is each factor found in one finding with factors of each layer?
--
-- A finding may hold several factors, in several frameworks. A factor counts as beside itself: where
-- the layers are those of its own framework, its own layer holds every review in which it is found.
--
-- Parameters:
--   layer_framework   framework whose layers are meant; blank for the one counted in
--
-- Returns one row per factor and layer, factor by factor, in this order:
--   factor_id          code of the factor in its framework
--   label              name of the factor
--   layer              code of the factor's own layer, blank if it has none
--   beside_layer_id    code of the layer; blank where the finding holds no factor with a layer
--   beside_layer       name of the layer; blank likewise
--   reviews_with       reviews that hold such a finding; blank if not assessed
--   findings           such findings; blank if not assessed
--   reviews_assessed   selected reviews in which the factor was assessed, and the layers too
with layered as (
    select review_id
    from review_framework
    where framework_id = coalesce(cast($layer_framework as varchar), $framework)
),

found_in as (
    select
        selected_findings.factor_id,
        selected_findings.review_id,
        finding_layer.layer_id,
        count(*) as findings
    from selected_findings
    join layered on selected_findings.review_id = layered.review_id
    left join finding_layer
        on
            selected_findings.finding_id = finding_layer.finding_id
            and finding_layer.framework_id = coalesce(cast($layer_framework as varchar), $framework)
    group by selected_findings.factor_id, selected_findings.review_id, finding_layer.layer_id
),

found as (
    select
        factor_id,
        layer_id,
        count(*) as reviews_with,
        cast(sum(findings) as bigint) as findings
    from found_in
    group by factor_id, layer_id
),

assessed as (
    select
        selected_assessments.span,
        count(*) as reviews_assessed
    from selected_assessments
    join layered on selected_assessments.review_id = layered.review_id
    group by selected_assessments.span
),

layers as (
    select
        layer_id,
        label,
        position
    from layer
    where framework_id = coalesce(cast($layer_framework as varchar), $framework)
    union all
    select
        cast(null as varchar) as layer_id,
        cast(null as varchar) as label,
        cast(null as integer) as position
)

select
    selected_factors.factor_id,
    selected_factors.label,
    selected_factors.layer_id as layer,
    layers.layer_id as beside_layer_id,
    layers.label as beside_layer,
    case when assessed.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end
        as reviews_with,
    case when assessed.reviews_assessed > 0 then coalesce(found.findings, 0) end as findings,
    coalesce(assessed.reviews_assessed, 0) as reviews_assessed
from selected_factors
cross join layers
left join found
    on
        selected_factors.factor_id = found.factor_id
        and layers.layer_id is not distinct from found.layer_id
left join assessed on selected_factors.span = assessed.span
order by selected_factors.position, layers.position nulls last
