-- warning: Every word that only describes is one of those that have a meaning here.
--
-- Any other word is read as not recorded. A mark for what is not known or withheld is another
-- rule's.
with unknown as (
    select vocabulary, text, nearest
    from term_text
    where
        term is null
        and not regexp_full_match(
            text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
        )
        and not regexp_full_match(
            text,
            '(?i)[-–—?.]+|n/?[ak]|not (known|applicable|recorded|stated|available)'
            '|unknown|none|nil|tb[ac]'
        )
),

kinds (vocabulary, what) as (
    values
    ('pattern', 'a pattern'),
    ('perspective', 'a perspective'),
    ('prevalence', 'a grade of how widespread something is'),
    ('finding_evidence', 'a grade of the evidence for a finding'),
    ('kind', 'a kind of recommendation'),
    ('action_type', 'a type of action'),
    ('strength', 'a strength of action'),
    ('status', 'a status of an action'),
    ('action_evidence', 'a grade of the evidence for an action')
),

choices as (
    select vocabulary, string_agg('"' || term || '"', ', ' order by position) as terms
    from term
    group by vocabulary
    union all
    select 'pattern' as vocabulary, string_agg('"' || label || '"', ', ' order by position) as terms
    from factor
    where framework_id = 'scie-patterns'
),

cells as (
    select
        source_id, 'staged_finding' as staged_table, file, record, 'pattern' as column_name,
        'pattern' as vocabulary, pattern as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'perspective' as column_name,
        'perspective' as vocabulary, perspective as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record,
        'prevalence_grade' as column_name, 'prevalence' as vocabulary, prevalence_grade as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record,
        'evidence_grade' as column_name, 'finding_evidence' as vocabulary, evidence_grade as cell
    from staged_finding
    union all
    select
        source_id, 'staged_recommendation' as staged_table, file, record, 'kind' as column_name,
        'kind' as vocabulary, kind as cell
    from staged_recommendation
    union all
    select
        source_id, 'staged_action' as staged_table, file, record, 'action_type' as column_name,
        'action_type' as vocabulary, action_type as cell
    from staged_action
    union all
    select
        source_id, 'staged_action' as staged_table, file, record, 'strength' as column_name,
        'strength' as vocabulary, strength as cell
    from staged_action
    union all
    select
        source_id, 'staged_action' as staged_table, file, record, 'status' as column_name,
        'status' as vocabulary, status as cell
    from staged_action
    union all
    select
        source_id, 'staged_action' as staged_table, file, record,
        'evidence_grade' as column_name, 'action_evidence' as vocabulary, evidence_grade as cell
    from staged_action
)

select
    cells.source_id, cells.staged_table, cells.file, cells.record, cells.column_name,
    cells.cell as value,
    'is not ' || kinds.what || ', and is read as not recorded. '
    || coalesce(
        'Did you mean "' || unknown.nearest || '"?', 'Write one of ' || choices.terms || '.'
    ) as message
from cells
join unknown on cells.vocabulary = unknown.vocabulary and cells.cell = unknown.text
join kinds on unknown.vocabulary = kinds.vocabulary
left join choices on unknown.vocabulary = choices.vocabulary
