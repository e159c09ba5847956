-- How many of the actions are signed off, overdue or how far else?
--
-- Each action counts once, under one word for how far it has come: by its status and its dates
-- together, as at the last day that its source covers, else the day of the load. `actions` says how.
-- An agency that owns more actions has more to be late with: this is no comparison of agencies.
--
-- Parameters:
--   by   one of owner (the agency that owns them) or board; blank for all actions together
--
-- Returns one row per group, those with the most overdue actions first, in this order:
--   group_id                    code of the group; blank: not recorded, or all actions together
--   group_label                 name of the group
--   actions                     actions of the group: what the next seven add up to
--   signed_off                  the board has agreed that they are done
--   awaiting_sign_off           done, and waiting for the board to agree
--   complete                    done, says the owner
--   open                        neither done nor overdue
--   overdue                     not done, and past their due date or said to be: the last five add up
--   set_aside                   superseded or not accepted
--   not_recorded                with neither a status nor a date that tells
--   contradicting               of all, those of which something is said that cannot be so
--   longest_overdue             days for which the longest overdue is overdue, blank if not known
--   as_at_from                  the earliest day as at which a source of these actions speaks
--   as_at_to                    the latest
--   overdue_under_3_months      overdue for less than three months
--   overdue_3_to_6_months       for three months, and less than six
--   overdue_6_to_12_months      for six months, and less than twelve
--   overdue_12_months_or_more   for twelve months or more
--   overdue_not_known           said to be overdue, with no due date that has wholly passed
with grouped as (
    select
        case cast($by as varchar)
            when 'owner' then tracked_actions.owner_agency_id
            when 'board' then selected_reviews.board
        end as group_id,
        tracked_actions.tracked,
        tracked_actions.overdue_for,
        tracked_actions.days_overdue,
        tracked_actions.contradictions,
        tracked_actions.as_at
    from tracked_actions
    join selected_reviews on tracked_actions.review_id = selected_reviews.review_id
),

counted as (
    select
        group_id,
        count(*) as actions,
        count(case when tracked = 'signed off' then 1 end) as signed_off,
        count(case when tracked = 'awaiting sign-off' then 1 end) as awaiting_sign_off,
        count(case when tracked = 'complete' then 1 end) as complete,
        count(case when tracked = 'open' then 1 end) as open,
        count(case when tracked = 'overdue' then 1 end) as overdue,
        count(case when tracked = 'set aside' then 1 end) as set_aside,
        count(case when tracked = 'not recorded' then 1 end) as not_recorded,
        count(contradictions) as contradicting,
        max(days_overdue) as longest_overdue,
        min(as_at) as as_at_from,
        max(as_at) as as_at_to,
        count(case when overdue_for = 'under 3 months' then 1 end) as overdue_under_3_months,
        count(case when overdue_for = '3 to 6 months' then 1 end) as overdue_3_to_6_months,
        count(case when overdue_for = '6 to 12 months' then 1 end) as overdue_6_to_12_months,
        count(case when overdue_for = '12 months or more' then 1 end) as overdue_12_months_or_more,
        count(case when overdue_for = 'not known' then 1 end) as overdue_not_known
    from grouped
    group by group_id
)

select
    counted.group_id,
    case cast($by as varchar)
        when 'owner' then agency.label
        when 'board' then counted.group_id
    end as group_label,
    counted.actions,
    counted.signed_off,
    counted.awaiting_sign_off,
    counted.complete,
    counted.open,
    counted.overdue,
    counted.set_aside,
    counted.not_recorded,
    counted.contradicting,
    counted.longest_overdue,
    counted.as_at_from,
    counted.as_at_to,
    counted.overdue_under_3_months,
    counted.overdue_3_to_6_months,
    counted.overdue_6_to_12_months,
    counted.overdue_12_months_or_more,
    counted.overdue_not_known
from counted
left join agency
    on counted.group_id = agency.agency_id and cast($by as varchar) = 'owner'
order by counted.overdue desc, counted.actions desc, counted.group_id nulls last
