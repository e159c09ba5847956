-- warning: The status of an action agrees with its dates.
with actions as (
    select
        staged_action.source_id, staged_action.file, staged_action.record, staged_action.status,
        staged_action.completed_on, staged_action.signed_off_on, term_text.term,
        case
            when staged_action.status is null and staged_action.signed_off_on is not null
                then
                    'is empty, and signed_off_on says "' || staged_action.signed_off_on
                    || '". Write signed off, or take the date out.'
            when staged_action.status is null and staged_action.completed_on is not null
                then
                    'is empty, and completed_on says "' || staged_action.completed_on
                    || '". Write complete, or take the date out.'
            when
                term_text.term in ('not started', 'in progress', 'overdue', 'awaiting sign-off')
                and staged_action.signed_off_on is not null
                then
                    'does not agree with signed_off_on, "' || staged_action.signed_off_on
                    || '". Correct one of the two.'
            when
                term_text.term in ('not started', 'in progress', 'overdue')
                and staged_action.completed_on is not null
                then
                    'does not agree with completed_on, "' || staged_action.completed_on
                    || '". Correct one of the two.'
            when term_text.term = 'signed off' and staged_action.signed_off_on is null
                then 'has no date in signed_off_on. Write when it was signed off.'
            when
                term_text.term in ('complete', 'awaiting sign-off')
                and staged_action.completed_on is null
                then 'has no date in completed_on. Write when it was completed.'
        end as message
    from staged_action
    left join term_text
        on term_text.vocabulary = 'status' and staged_action.status = term_text.text
)

select
    source_id, 'staged_action' as staged_table, file, record, 'status' as column_name,
    status as value, message
from actions
where message is not null
