-- Which signed-off actions can be followed, and why not the others?
--
-- Parameters:
--   since        one of signed off or completed: what the clock starts with; blank for signed off
--   by_the_end   true: only what was signed off, and reviews dated, by the end of the chosen period; blank for all
--
-- Returns one row per reason that occurs, in this order:
--   fate      followed, or why it is not: closed (superseded or not accepted), no date, no finding, no factor (of the framework), no problem (a strength or neutral), no agency
--   actions   actions, each in one row
select
    fate,
    count(*) as actions
from action_fates
group by fate
order by
    case fate
        when 'followed' then 1
        when 'closed' then 2
        when 'no date' then 3
        when 'no finding' then 4
        when 'no factor' then 5
        when 'no problem' then 6
        else 7
    end
