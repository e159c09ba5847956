-- What is said of a selected action that cannot all be so: one row per action and contradiction.
--
-- Only what is certainly before contradicts: a date known to its year may be any day of it. The rules
-- action_dates_follow_one_another and action_status_agrees_with_dates warn of the same on loading;
-- beside that they warn of a status that is missing, which contradicts nothing.
select
    action_id,
    1 as position,
    'due before the recommendation was made' as contradiction
from selected_action_dates
where due_last < made_first
union all
select
    action_id,
    2 as position,
    'completed before the recommendation was made' as contradiction
from selected_action_dates
where completed_last < made_first
union all
select
    action_id,
    3 as position,
    'signed off before the recommendation was made' as contradiction
from selected_action_dates
where signed_off_last < made_first
union all
select
    action_id,
    4 as position,
    'signed off before the action was completed' as contradiction
from selected_action_dates
where
    signed_off_last < completed_first
    and not coalesce(signed_off_last < made_first, false)
union all
select
    action_id,
    5 as position,
    'said to be ' || status || ', with a date of sign-off' as contradiction
from selected_action_dates
where
    status in ('not started', 'in progress', 'overdue', 'awaiting sign-off')
    and signed_off_first is not null
union all
select
    action_id,
    5 as position,
    'said to be ' || status || ', with a date of completion' as contradiction
from selected_action_dates
where
    status in ('not started', 'in progress', 'overdue')
    and completed_first is not null
    and signed_off_first is null
union all
select
    action_id,
    5 as position,
    'said to be signed off, without a date of sign-off' as contradiction
from selected_action_dates
where status = 'signed off' and signed_off_first is null
union all
select
    action_id,
    5 as position,
    'said to be ' || status || ', without a date of completion' as contradiction
from selected_action_dates
where
    completed_first is null
    and (
        status = 'complete'
        or (status = 'awaiting sign-off' and signed_off_first is null)
    )
