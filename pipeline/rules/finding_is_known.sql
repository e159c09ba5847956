-- error: Whatever names a finding names one that is there.
with named as (
    select source_id, 'staged_finding_factor' as staged_table, file, record, finding_ref
    from staged_finding_factor
    union all
    select source_id, 'staged_finding_agency' as staged_table, file, record, finding_ref
    from staged_finding_agency
    union all
    select source_id, 'staged_recommendation' as staged_table, file, record, finding_ref
    from staged_recommendation
)

select
    named.source_id, named.staged_table, named.file, named.record, 'finding_ref' as column_name,
    named.finding_ref as value,
    'is not a finding of this source. Add the finding, or write the reference of one that is there.'
    as message
from named
anti join staged_finding using (source_id, finding_ref)
where named.finding_ref is not null
