-- error: Each finding of a source has a reference of its own.
with repeated as (
    select source_id, finding_ref, count(*) as row_count
    from staged_finding
    where finding_ref is not null
    group by source_id, finding_ref
    having count(*) > 1
)

select
    staged_finding.source_id, 'staged_finding' as staged_table, staged_finding.file,
    staged_finding.record, 'finding_ref' as column_name, staged_finding.finding_ref as value,
    'stands on ' || repeated.row_count || ' rows. '
    || 'Give each finding a reference of its own, '
    || 'such as the review''s reference and the finding''s number.' as message
from staged_finding
join repeated using (source_id, finding_ref)
