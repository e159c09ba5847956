-- How many actions are stronger, intermediate and weaker in the action hierarchy of RCA2?
--
-- The hierarchy is that of RCA2: Improving Root Cause Analyses and Actions to Prevent Harm, National
-- Patient Safety Foundation, 2015. The strength of an action is what the source says of it, else that
-- of its type. By factor, an action counts once for each factor that the finding it answers holds.
--
-- Parameters:
--   by            one of board, agency (its owner), action_type or factor; blank for all actions together
--   strength_by   one of recorded (as the source says, else by type) or type (by the type alone); blank for recorded
--
-- Returns one row per group, the largest first and what is not recorded last, in this order:
--   group_id             code of the group; none: not recorded; blank: all actions together
--   group_label          name of the group; blank where there is no group
--   actions              actions of the group
--   stronger             of these, stronger actions
--   intermediate         of these, intermediate actions
--   weaker               of these, weaker actions
--   strength_not_known   of these, actions of which neither the source nor their type tells it
--   strength_recorded    of the actions, those whose strength the source itself says
with grouped as (
    select
        case cast($by as varchar)
            when 'board' then coalesce(selected_reviews.board, 'none')
            when 'agency' then coalesce(selected_actions.owner_agency_id, 'none')
            when 'action_type' then coalesce(selected_actions.action_type, 'none')
            when 'factor' then coalesce(selected_findings.factor_id, 'none')
        end as group_id,
        selected_actions.strength_recorded,
        case
            when cast($strength_by as varchar) = 'type' then selected_actions.strength_of_type
            else selected_actions.strength
        end as strength
    from selected_actions
    join selected_reviews on selected_actions.review_id = selected_reviews.review_id
    left join selected_findings
        on
            cast($by as varchar) = 'factor'
            and selected_actions.finding_id = selected_findings.finding_id
),

counted as (
    select
        group_id,
        count(*) as actions,
        count(*) filter (where strength = 'strong') as stronger,
        count(*) filter (where strength = 'intermediate') as intermediate,
        count(*) filter (where strength = 'weak') as weaker,
        count(*) filter (where strength is null) as strength_not_known,
        count(strength_recorded) as strength_recorded
    from grouped
    group by group_id
)

select
    counted.group_id,
    case
        when counted.group_id <> 'none'
            then coalesce(agency.label, term.label, selected_factors.label, counted.group_id)
    end as group_label,
    counted.actions,
    counted.stronger,
    counted.intermediate,
    counted.weaker,
    counted.strength_not_known,
    counted.strength_recorded
from counted
left join agency on cast($by as varchar) = 'agency' and counted.group_id = agency.agency_id
left join term
    on
        cast($by as varchar) = 'action_type'
        and term.vocabulary = 'action_type'
        and counted.group_id = term.term
left join selected_factors
    on cast($by as varchar) = 'factor' and counted.group_id = selected_factors.factor_id
order by
    case when counted.group_id = 'none' then 1 else 0 end,
    counted.actions desc,
    group_label,
    counted.group_id
