-- The selected actions, each with one word for how far it has come. By status and dates together, the
-- first of these that holds:
--
-- set aside: superseded or not accepted, and so never overdue. Signed off: it says so, or has a date
-- of sign-off. Awaiting sign-off: it says so. Complete: it says so, or has a date of completion.
-- Overdue: not done, and its due date has wholly passed by the day as at which the source speaks, or
-- it says so. Open: not done, and not overdue. Not recorded: neither a status nor any of these dates.
--
-- A date known to its year has passed when the year has; on the due day itself nothing is overdue.
-- How long it has been overdue counts from the last day that the due date may be, and is not known
-- where that has not passed and only the status says overdue.
--
-- Contradictions are what is said of an action that cannot all be so. Only what is certainly before
-- contradicts: a date known to its year may be any day of it. The rules
-- action_dates_follow_one_another and action_status_agrees_with_dates warn of the same on loading;
-- beside that they warn of a status that is missing, which contradicts nothing.
with dated as (
    select
        action_id,
        recommendation_id,
        review_id,
        finding_id,
        owner_agency_id,
        action_type,
        status,
        evidence_grade,
        strength_recorded,
        strength_of_type,
        strength,
        layer_id,
        as_at,
        made_last,
        due_last,
        coalesce(due_last < as_at, false) as is_past,
        case
            when status in ('superseded', 'not accepted') then 'set aside'
            when status = 'signed off' or signed_off_first is not null then 'signed off'
            when status = 'awaiting sign-off' then 'awaiting sign-off'
            when status = 'complete' or completed_first is not null then 'complete'
            when status = 'overdue' or due_last < as_at then 'overdue'
            when status is not null or due_last is not null then 'open'
            else 'not recorded'
        end as tracked,
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
    from dated_actions
)

select
    action_id,
    recommendation_id,
    review_id,
    finding_id,
    owner_agency_id,
    action_type,
    status,
    evidence_grade,
    strength_recorded,
    strength_of_type,
    strength,
    layer_id,
    as_at,
    due_last,
    tracked,
    case when tracked = 'overdue' and is_past then date_diff('day', due_last, as_at) end
        as days_overdue,
    case
        when tracked <> 'overdue' then null
        when not is_past then 'not known'
        when as_at < due_last + interval 3 month then 'under 3 months'
        when as_at < due_last + interval 6 month then '3 to 6 months'
        when as_at < due_last + interval 12 month then '6 to 12 months'
        else '12 months or more'
    end as overdue_for,
    case
        when tracked in ('open', 'overdue') and made_last <= as_at
            then date_diff('day', made_last, as_at)
    end as days_open,
    contradictions
from dated
