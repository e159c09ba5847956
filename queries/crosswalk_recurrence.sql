-- In how many of the selected reviews is what was found, read as factors of another framework?
--
-- A factor of the other framework is found in a review if one that reads as it is found there, and
-- could have been found only where one that reads as it was assessed. Where nothing reads as it, it
-- was not assessed: that says something of the codebooks, and nothing of practice.
--
-- Parameters:
--   through     code of the other framework
--   relations   any of exact, close, broad, narrow or related: the relations that count; blank for exact, close and broad
--   each        one of factor or layer (each layer of the other framework as a whole); blank for factor
--
-- Returns one row per factor (or layer) of the other framework and appraisal, in this order:
--   through_id         code of the factor, or of the layer, of the other framework
--   label              name of the factor, or of the layer
--   layer              code of its layer, blank if it has none
--   layer_label        name of that layer
--   appraisal          problem, strength, mixed or neutral
--   reviews_with       reviews in which what reads as it is found; blank if not assessed
--   reviews_assessed   selected reviews in which something that reads as it was assessed
--   reviews_selected   reviews that the filters chose, assessed or not
--   findings           findings that hold something that reads as it; blank if not assessed
--   relations          relations by which something reads as it
--   mapped_from        names of the factors that read as it
with others as (
    select
        factor.factor_id as through_factor_id,
        factor.factor_id as through_id,
        factor.label,
        factor.layer_id,
        factor.position
    from factor
    where
        factor.framework_id = $through
        and coalesce(cast($each as varchar), 'factor') = 'factor'
    union all
    select
        factor.factor_id as through_factor_id,
        layer.layer_id as through_id,
        layer.label,
        layer.layer_id,
        layer.position
    from factor
    join layer on factor.framework_id = layer.framework_id and factor.layer_id = layer.layer_id
    where factor.framework_id = $through and cast($each as varchar) = 'layer'
),

read_as as (
    select distinct
        others.through_id,
        mappings.factor_id,
        mappings.relation
    from mappings
    join others on mappings.other_factor_id = others.through_factor_id
    where
        mappings.other_framework_id = $through
        and list_contains(
            coalesce(cast($relations as varchar[]), ['exact', 'close', 'broad']), mappings.relation
        )
),

said as (
    select
        read_as.through_id,
        string_agg(distinct read_as.relation, '; ' order by read_as.relation) as relations
    from read_as
    group by read_as.through_id
),

named as (
    select
        sources.through_id,
        string_agg(selected_factors.label, '; ' order by selected_factors.position) as mapped_from
    from (select distinct through_id, factor_id from read_as) as sources
    join selected_factors on sources.factor_id = selected_factors.factor_id
    group by sources.through_id
),

assessed as (
    select
        read_as.through_id,
        count(distinct selected_assessments.review_id) as reviews_assessed
    from read_as
    join selected_factors on read_as.factor_id = selected_factors.factor_id
    join selected_assessments on selected_factors.span = selected_assessments.span
    group by read_as.through_id
),

found as (
    select
        read_as.through_id,
        selected_findings.appraisal,
        count(distinct selected_findings.review_id) as reviews_with,
        count(distinct selected_findings.finding_id) as findings
    from selected_findings
    join read_as on selected_findings.factor_id = read_as.factor_id
    group by read_as.through_id, selected_findings.appraisal
),

selected as (
    select count(*) as reviews_selected
    from selected_reviews
),

asked as (
    select distinct
        others.through_id,
        others.label,
        others.layer_id,
        others.position,
        appraisals_in_use.appraisal
    from others
    cross join appraisals_in_use
)

select
    asked.through_id,
    asked.label,
    asked.layer_id as layer,
    layer.label as layer_label,
    asked.appraisal,
    case when assessed.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end
        as reviews_with,
    coalesce(assessed.reviews_assessed, 0) as reviews_assessed,
    selected.reviews_selected,
    case when assessed.reviews_assessed > 0 then coalesce(found.findings, 0) end as findings,
    said.relations,
    named.mapped_from
from asked
cross join selected
left join layer on layer.framework_id = $through and asked.layer_id = layer.layer_id
left join said on asked.through_id = said.through_id
left join named on asked.through_id = named.through_id
left join assessed on asked.through_id = assessed.through_id
left join found on asked.through_id = found.through_id and asked.appraisal = found.appraisal
order by asked.position, asked.through_id, asked.appraisal
