-- warning: A cell of which nothing is known is left empty, rather than filled with a mark for that.
--
-- Here stand the cells that decide no count: dates, descriptions, and who is responsible.
with without_meaning as (
    select text from date_text where fault is not null
    union
    select text from term_text where term is null
    union
    select text from agency_text where agency_id is null
    union
    select position as text from staged_finding where try_cast(position as double) is null
),

marks as (
    select
        text,
        if(
            regexp_full_match(
                text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
            ),
            'is a mark for something withheld, and', 'says nothing that is counted, and'
        ) as what
    from without_meaning
    where
        regexp_full_match(text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld')
        or regexp_full_match(
            text,
            '(?i)[-–—?.]+|n/?[ak]|not (known|applicable|recorded|stated|available)'
            '|unknown|none|nil|tb[ac]'
        )
),

cells as (
    select source_id, 'staged_review' as staged_table, file, record, column_name, cell
    from (
        select
            source_id, file, record, practice_from, practice_to, incident_on, commissioned_on,
            completed_on, published_on
        from staged_review
    )
    unpivot (
        cell for column_name in (
            practice_from, practice_to, incident_on, commissioned_on, completed_on, published_on
        )
    )
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'position' as column_name,
        position as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'pattern' as column_name,
        pattern as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record, 'perspective' as column_name,
        perspective as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record,
        'prevalence_grade' as column_name, prevalence_grade as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding' as staged_table, file, record,
        'evidence_grade' as column_name, evidence_grade as cell
    from staged_finding
    union all
    select
        source_id, 'staged_finding_factor' as staged_table, file, record,
        'coded_on' as column_name, coded_on as cell
    from staged_finding_factor
    union all
    select source_id, 'staged_recommendation' as staged_table, file, record, column_name, cell
    from (select source_id, file, record, kind, addressed_to, made_on from staged_recommendation)
    unpivot (cell for column_name in (kind, addressed_to, made_on))
    union all
    select source_id, 'staged_action' as staged_table, file, record, column_name, cell
    from (
        select
            source_id, file, record, owner_agency, action_type, strength, due_on, status,
            completed_on, signed_off_on, evidence_grade
        from staged_action
    )
    unpivot (
        cell for column_name in (
            owner_agency, action_type, strength, due_on, status, completed_on, signed_off_on,
            evidence_grade
        )
    )
)

select
    cells.source_id, cells.staged_table, cells.file, cells.record, cells.column_name,
    cells.cell as value, marks.what || ' is read as not recorded. Leave the cell empty.' as message
from cells
join marks on cells.cell = marks.text
