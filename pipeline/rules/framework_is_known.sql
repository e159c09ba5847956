-- error: Every framework is one that the source declares, and that has a codebook.
with named as (
    select distinct source_id, framework from staged_finding_factor
    union
    select distinct source_id, framework from staged_review_framework
),

nearest as (
    select
        named.framework,
        arg_max(
            framework.framework_id,
            jaro_winkler_similarity(lower(named.framework), framework.framework_id)
        ) as nearest_id,
        max(jaro_winkler_similarity(lower(named.framework), framework.framework_id)) as likeness
    from named
    cross join framework
    group by named.framework
),

declared as (
    select source_id, string_agg('"' || framework_id || '"', ', ' order by position) as frameworks
    from source_framework
    group by source_id
),

not_declared as (
    select
        named.source_id,
        named.framework,
        case
            when framework.framework_id is not null
                then
                    'is not a framework that this source declares. It declares '
                    || declared.frameworks || '. Use one of these, or add it in source.toml.'
            when nearest.likeness >= 0.8
                then
                    'is not a framework with a codebook. Did you mean "' || nearest.nearest_id
                    || '"?'
            else
                'is not a framework with a codebook. This source declares '
                || declared.frameworks || '. Use one of these, or add a codebook.'
        end as message
    from named
    left join framework on named.framework = framework.framework_id
    left join nearest on named.framework = nearest.framework
    left join declared on named.source_id = declared.source_id
    anti join source_framework
        on
            named.source_id = source_framework.source_id
            and named.framework = source_framework.framework_id
    where named.framework is not null
)

select
    named.source_id, 'staged_finding_factor' as staged_table, named.file, named.record,
    'framework' as column_name, named.framework as value, not_declared.message
from staged_finding_factor as named
join not_declared using (source_id, framework)
union all
select
    named.source_id, 'staged_review_framework' as staged_table, named.file, named.record,
    'framework' as column_name, named.framework as value, not_declared.message
from staged_review_framework as named
join not_declared using (source_id, framework)
