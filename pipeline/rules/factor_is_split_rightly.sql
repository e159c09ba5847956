-- error: A cell is parted into factors where its source says, and nowhere else.
with split as (
    select framework_id, text, fault
    from factor_text
    where factor_id is null and fault is not null
)

select
    staged_finding_factor.source_id, 'staged_finding_factor' as staged_table,
    staged_finding_factor.file, staged_finding_factor.record, staged_finding_factor.column_name,
    staged_finding_factor.factor as value, split.fault as message
from staged_finding_factor
join split
    on
        staged_finding_factor.framework = split.framework_id
        and staged_finding_factor.factor = split.text
semi join source_framework
    on
        staged_finding_factor.source_id = source_framework.source_id
        and staged_finding_factor.framework = source_framework.framework_id
