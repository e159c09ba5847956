-- Through which other frameworks can what was found be read?
--
-- Parameters: none of its own
--
-- Returns one row per other framework and relation, by name, in this order:
--   framework_id     code of the other framework
--   title            name of the other framework
--   has_layers       true where its factors are placed in layers
--   relation         exact, close, broad (the other is the wider), narrow or related
--   factors_mapped   factors asked about that read so in it
--   factors          factors asked about
select
    framework.framework_id,
    framework.title,
    framework.framework_id in (select layer.framework_id from layer) as has_layers,
    mappings.relation,
    count(distinct mappings.factor_id) as factors_mapped,
    (select count(*) from selected_factors) as factors
from mappings
join framework on mappings.other_framework_id = framework.framework_id
group by framework.framework_id, framework.title, mappings.relation
order by framework.title, framework.framework_id, mappings.relation
