-- warning: A coder codes a finding with a factor once.
--
-- The hash finds the few that may stand twice, quickly; the factors themselves then decide.
with suspected as (
    select
        hash(
            staged_finding_factor.source_id, staged_finding_factor.finding_ref,
            factor_text.framework_id, factor_text.factor_id, staged_finding_factor.coder
        ) as coding
    from staged_finding_factor
    join factor_text
        on
            staged_finding_factor.framework = factor_text.framework_id
            and staged_finding_factor.factor = factor_text.text
    where
        factor_text.factor_id is not null
        and staged_finding_factor.finding_ref is not null
    group by coding
    having count(*) > 1
),

coded as (
    select
        staged_finding_factor.source_id, staged_finding_factor.file, staged_finding_factor.record,
        staged_finding_factor.column_name, staged_finding_factor.finding_ref,
        staged_finding_factor.factor, staged_finding_factor.coder,
        row_number() over codings as place,
        first_value(staged_finding_factor.factor) over codings as first_named
    from staged_finding_factor
    join factor_text
        on
            staged_finding_factor.framework = factor_text.framework_id
            and staged_finding_factor.factor = factor_text.text
    semi join suspected
        on
            hash(
                staged_finding_factor.source_id, staged_finding_factor.finding_ref,
                factor_text.framework_id, factor_text.factor_id, staged_finding_factor.coder
            ) = suspected.coding
    window codings as (
        partition by
            staged_finding_factor.source_id, staged_finding_factor.finding_ref,
            factor_text.framework_id, factor_text.factor_id, staged_finding_factor.coder
        order by
            staged_finding_factor.file, staged_finding_factor.record, staged_finding_factor.factor
    )
)

select
    source_id, 'staged_finding_factor' as staged_table, file, record, column_name, factor as value,
    if(factor = first_named, 'is coded', 'is the same factor as "' || first_named || '", coded')
    || ' more than once to finding "' || finding_ref || '"'
    || coalesce(' by "' || coder || '"', '') || '. It is counted once.' as message
from coded
where place > 1
