-- error: A cell is parted into agencies where its source says, and nowhere else.
with split as (
    select source_id, text, fault
    from agency_text
    where agency_id is null and fault is not null
),

named as (
    select source_id, 'staged_review_agency' as staged_table, file, record, column_name, agency
    from staged_review_agency
    union all
    select source_id, 'staged_finding_agency' as staged_table, file, record, column_name, agency
    from staged_finding_agency
)

select
    named.source_id, named.staged_table, named.file, named.record, named.column_name,
    named.agency as value, split.fault as message
from named
join split on named.source_id = split.source_id and named.agency = split.text
