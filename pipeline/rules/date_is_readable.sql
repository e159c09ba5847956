-- error: Every date can be read, in whatever form it is written.
--
-- A mark for what is not known or withheld is another rule's: such a date is not recorded.
with unreadable as (
    select text, fault
    from date_text
    where
        fault is not null
        and not regexp_full_match(
            text, '(?i)<\s*[0-9]+|\*+|\[[a-z]{1,3}\]|\.{2,}|…|c|suppressed|withheld'
        )
        and not regexp_full_match(
            text,
            '(?i)[-–—?.]+|n/?[ak]|not (known|applicable|recorded|stated|available)'
            '|unknown|none|nil|tb[ac]'
        )
),

dates as (
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
        source_id, 'staged_finding_factor' as staged_table, file, record,
        'coded_on' as column_name, coded_on as cell
    from staged_finding_factor
    where coded_on is not null
    union all
    select
        source_id, 'staged_recommendation' as staged_table, file, record,
        'made_on' as column_name, made_on as cell
    from staged_recommendation
    where made_on is not null
    union all
    select source_id, 'staged_action' as staged_table, file, record, column_name, cell
    from (select source_id, file, record, due_on, completed_on, signed_off_on from staged_action)
    unpivot (cell for column_name in (due_on, completed_on, signed_off_on))
)

select
    dates.source_id, dates.staged_table, dates.file, dates.record, dates.column_name,
    dates.cell as value, unreadable.fault as message
from dates
join unreadable on dates.cell = unreadable.text
