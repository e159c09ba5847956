-- warning: The dates of a review follow one another as its work did.
--
-- Only what cannot be is said: "2018" is not before "March 2018". A cell is named once, for the
-- first of the orders below that it is not in.
with orders (place, earlier, later, told_at, says) as (
    values
    (1, 'commissioned_on', 'completed_on', 'completed_on', 'before the review was commissioned'),
    (2, 'completed_on', 'published_on', 'published_on', 'before the review was completed'),
    (3, 'practice_to', 'published_on', 'published_on', 'before the practice reviewed ended'),
    (4, 'incident_on', 'published_on', 'published_on', 'before the incident'),
    (5, 'practice_from', 'incident_on', 'incident_on', 'before the practice reviewed began'),
    (6, 'incident_on', 'practice_to', 'incident_on', 'after the practice reviewed ended')
),

dates as (
    select
        cells.source_id, cells.file, cells.record, cells.column_name, cells.cell,
        date_text.first_day, date_text.last_day
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
    join date_text on cells.cell = date_text.text
    where date_text.first_day is not null
),

backward_periods as (
    select began.source_id, began.file, began.record
    from dates as began
    join dates as ended using (source_id, file, record)
    where
        began.column_name = 'practice_from'
        and ended.column_name = 'practice_to'
        and ended.last_day < began.first_day
),

contradictions as (
    select
        earlier.source_id, earlier.file, earlier.record, orders.place, orders.told_at,
        if(orders.told_at = orders.later, later.cell, earlier.cell) as told,
        if(orders.told_at = orders.later, earlier.cell, later.cell) as against,
        orders.says
    from orders
    join dates as earlier on orders.earlier = earlier.column_name
    join dates as later
        on
            orders.later = later.column_name
            and earlier.source_id = later.source_id
            and earlier.file = later.file
            and earlier.record = later.record
    left join backward_periods
        on
            earlier.source_id = backward_periods.source_id
            and earlier.file = backward_periods.file
            and earlier.record = backward_periods.record
    where
        later.last_day < earlier.first_day
        and (
            backward_periods.record is null
            or 'practice' not in (left(orders.earlier, 8), left(orders.later, 8))
        )
)

select
    source_id, 'staged_review' as staged_table, file, record, told_at as column_name,
    min(told) as value,
    'is ' || arg_min(says, place) || ', "' || arg_min(against, place)
    || '". Look at both dates.' as message
from contradictions
group by source_id, file, record, told_at
