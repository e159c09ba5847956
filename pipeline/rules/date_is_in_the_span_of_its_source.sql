-- warning: No date of a review is after the last day that its source covers.
select
    cells.source_id, 'staged_review' as staged_table, cells.file, cells.record,
    cells.column_name, cells.cell as value,
    'is after ' || strftime(source.covers_to, '%d/%m/%Y')
    || ', the last day that the source covers. It is kept as it is.' as message
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
) as cells
join source on cells.source_id = source.source_id
join date_text on cells.cell = date_text.text
where date_text.first_day > source.covers_to
