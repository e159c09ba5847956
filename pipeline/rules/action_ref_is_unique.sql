-- error: Each action of a source has a reference of its own.
with repeated as (
    select source_id, action_ref, count(*) as row_count
    from staged_action
    where action_ref is not null
    group by source_id, action_ref
    having count(*) > 1
)

select
    staged_action.source_id, 'staged_action' as staged_table, staged_action.file,
    staged_action.record, 'action_ref' as column_name, staged_action.action_ref as value,
    'stands on ' || repeated.row_count || ' rows. '
    || 'Give each action a reference of its own, '
    || 'such as the recommendation''s reference and the action''s number.' as message
from staged_action
join repeated using (source_id, action_ref)
