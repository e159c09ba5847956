-- error: Every word that decides a count is one of those that have a meaning here.
--
-- A mark for what is withheld is another rule's.
with unknown as (
    select vocabulary, text, nearest
    from term_text
    where
        term is null
        and not regexp_full_match(
            text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
        )
),

kinds (vocabulary, what) as (
    values
    ('review_type', 'a type of review'),
    ('boolean', 'a yes or a no'),
    ('involvement', 'a kind of involvement'),
    ('appraisal', 'an appraisal'),
    ('role', 'a role of an agency at a finding')
),

choices as (
    select vocabulary, string_agg('"' || term || '"', ', ' order by position) as terms
    from term
    group by vocabulary
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
        source_id, 'staged_finding_factor' as staged_table, file, record,
        'is_consensus' as column_name, 'boolean' as vocabulary, is_consensus as cell
    from staged_finding_factor
    union all
    select
        source_id, 'staged_finding_agency' as staged_table, file, record, 'role' as column_name,
        'role' as vocabulary, role as cell
    from staged_finding_agency
)

select
    cells.source_id, cells.staged_table, cells.file, cells.record, cells.column_name,
    cells.cell as value,
    'is not ' || kinds.what || '. '
    || coalesce(
        'Did you mean "' || unknown.nearest || '"?', 'Write one of ' || choices.terms || '.'
    ) as message
from cells
join unknown on cells.vocabulary = unknown.vocabulary and cells.cell = unknown.text
join kinds on unknown.vocabulary = kinds.vocabulary
left join choices on unknown.vocabulary = choices.vocabulary
