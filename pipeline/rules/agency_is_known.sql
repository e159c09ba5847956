-- error: Every agency is one that the codebook knows, by its code or by another name.
with unknown as (
    select source_id, text, nearest
    from agency_text
    where
        agency_id is null
        and fault is null
        and not regexp_full_match(
            text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
        )
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
    named.agency as value,
    'is not an agency of the codebook. '
    || coalesce(
        'Did you mean "' || unknown.nearest || '"?',
        'Add it to agencies.csv, or to agency_aliases.csv as another name of one that is there.'
    ) as message
from named
join unknown on named.source_id = unknown.source_id and named.agency = unknown.text
