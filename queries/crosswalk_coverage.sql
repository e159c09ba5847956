-- Which factor does each factor of the framework read as in another framework, and which in none?
--
-- Parameters:
--   through     code of the other framework
--   relations   any of exact, close, broad, narrow or related: the relations that count; blank for exact, close and broad
--
-- Returns one row per factor and factor that it reads as, in this order:
--   factor_id             code of the factor in its framework
--   label                 name of the factor
--   codings               findings of the selected reviews that hold it
--   through_factor_id     code of the factor that it reads as; blank: it reads as none
--   through_label         name of that factor
--   through_layer         code of the layer of that factor, blank if it has none
--   through_layer_label   name of that layer
--   relation              exact, close, broad (the other is the wider), narrow or related
--   is_counted            true where the relation is one of those that count
--   standing              verified, remembered, derived or proposed
with codings as (
    select
        factor_id,
        count(*) as codings
    from selected_findings
    group by factor_id
),

read_as as (
    select
        mappings.factor_id,
        mappings.relation,
        mappings.standing,
        factor.framework_id,
        factor.factor_id as through_factor_id,
        factor.label as through_label,
        factor.layer_id as through_layer,
        factor.position
    from mappings
    join factor
        on
            mappings.other_framework_id = factor.framework_id
            and mappings.other_factor_id = factor.factor_id
    where mappings.other_framework_id = $through
)

select
    selected_factors.factor_id,
    selected_factors.label,
    coalesce(codings.codings, 0) as codings,
    read_as.through_factor_id,
    read_as.through_label,
    read_as.through_layer,
    layer.label as through_layer_label,
    read_as.relation,
    coalesce(
        list_contains(
            coalesce(cast($relations as varchar[]), ['exact', 'close', 'broad']), read_as.relation
        ),
        false
    ) as is_counted,
    read_as.standing
from selected_factors
left join codings on selected_factors.factor_id = codings.factor_id
left join read_as on selected_factors.factor_id = read_as.factor_id
left join layer
    on read_as.framework_id = layer.framework_id and read_as.through_layer = layer.layer_id
order by
    selected_factors.position,
    selected_factors.factor_id,
    read_as.position nulls last,
    read_as.relation
