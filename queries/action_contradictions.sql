-- What is said of each selected action that cannot all be so; blank where nothing is.
--
-- Only what is certainly before contradicts: a date known to its year may be any day of it. The rules
-- action_dates_follow_one_another and action_status_agrees_with_dates warn of the same on loading;
-- beside that they warn of a status that is missing, which contradicts nothing.
select
    action_id,
    nullif(
        concat_ws(
            '; ',
            case when due_last < made_first then 'due before the recommendation was made' end,
            case
                when completed_last < made_first
                    then 'completed before the recommendation was made'
            end,
            case
                when signed_off_last < made_first
                    then 'signed off before the recommendation was made'
                when signed_off_last < completed_first
                    then 'signed off before the action was completed'
            end,
            case
                when
                    status in ('not started', 'in progress', 'overdue', 'awaiting sign-off')
                    and signed_off_first is not null
                    then 'said to be ' || status || ', with a date of sign-off'
                when
                    status in ('not started', 'in progress', 'overdue')
                    and completed_first is not null
                    then 'said to be ' || status || ', with a date of completion'
                when status = 'signed off' and signed_off_first is null
                    then 'said to be signed off, without a date of sign-off'
                when status in ('complete', 'awaiting sign-off') and completed_first is null
                    then 'said to be ' || status || ', without a date of completion'
            end
        ),
        ''
    ) as contradictions
from selected_action_dates
