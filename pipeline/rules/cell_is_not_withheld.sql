-- error: No cell that decides a count holds a mark for something withheld.
with without_meaning as (
    select vocabulary, text from term_text where term is null
    union
    select 'factor' as vocabulary, text from factor_text where factor_id is null
    union
    select 'agency' as vocabulary, text from agency_text where agency_id is null
),

marks as (
    select vocabulary, text
    from without_meaning
    where regexp_full_match(
        text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
    )
),

cells as (
    select
        source_id, 'staged_review' as staged_table, file, record, 'review_type' as column_name,
        'review_type' as vocabulary, review_type as cell
    from staged_review
    union all
    select
        source_id, 'staged_review' as staged_table, file, record,
        'is_ordinary_work' as column_name, 'boolean' as vocabulary, is_ordinary_work as cell
    from staged_review
    union all
    select
        source_id, 'staged_review_agency' as staged_table, file, record, column_name,
        'agency' as vocabulary, agency as cell
    from staged_review_agency
    union all
    select
        source_id, 'staged_review_agency' as staged_table, file, record,
        'involvement' as column_name, 'involvement' as vocabulary, involvement as cell
    from staged_review_agency
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'appraisal' as column_name,
        'appraisal' as vocabulary, appraisal as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding_factor' as staged_table, file, record, column_name,
        'factor' as vocabulary, factor as cell
    from staged_finding_factor
    union all
    select
        source_id, 'staged_finding_factor' as staged_table, file, record,
        'is_consensus' as column_name, 'boolean' as vocabulary, is_consensus as cell
    from staged_finding_factor
    union all
    select
        source_id, 'staged_finding_agency' as staged_table, file, record, column_name,
        'agency' as vocabulary, agency as cell
    from staged_finding_agency
    union all
    select
        source_id, 'staged_finding_agency' as staged_table, file, record, 'role' as column_name,
        'role' as vocabulary, role as cell
    from staged_finding_agency
)

select
    cells.source_id, cells.staged_table, cells.file, cells.record, cells.column_name,
    cells.cell as value,
    'is a mark for something withheld, and such a row cannot be counted. '
    || 'Write what it stands for, or take the row out.' as message
from cells
join marks on cells.vocabulary = marks.vocabulary and cells.cell = marks.text
