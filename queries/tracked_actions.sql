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
with dated as (
    select
        selected_actions.action_id,
        selected_actions.recommendation_id,
        selected_actions.review_id,
        selected_actions.finding_id,
        selected_actions.owner_agency_id,
        selected_actions.action_type,
        selected_actions.status,
        selected_actions.evidence_grade,
        selected_actions.strength_recorded,
        selected_actions.strength_of_type,
        selected_actions.strength,
        selected_actions.layer_id,
        selected_action_dates.as_at,
        selected_action_dates.made_last,
        selected_action_dates.due_last,
        coalesce(selected_action_dates.due_last < selected_action_dates.as_at, false) as is_past,
        action_contradictions.contradictions,
        case
            when selected_actions.status in ('superseded', 'not accepted') then 'set aside'
            when
                selected_actions.status = 'signed off'
                or selected_action_dates.signed_off_first is not null
                then 'signed off'
            when selected_actions.status = 'awaiting sign-off' then 'awaiting sign-off'
            when
                selected_actions.status = 'complete'
                or selected_action_dates.completed_first is not null
                then 'complete'
            when
                selected_actions.status = 'overdue'
                or selected_action_dates.due_last < selected_action_dates.as_at
                then 'overdue'
            when
                selected_actions.status is not null
                or selected_action_dates.due_last is not null
                then 'open'
            else 'not recorded'
        end as tracked
    from selected_actions
    join selected_action_dates on selected_actions.action_id = selected_action_dates.action_id
    join action_contradictions on selected_actions.action_id = action_contradictions.action_id
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
