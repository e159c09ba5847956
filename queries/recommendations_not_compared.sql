-- How many recommendations cannot be compared with those made before, and why?
--
-- Each is counted once, by the first of these that holds: no finding (it answers none that is
-- recorded), no factor (the finding has none of the framework), no agency (it is addressed to nobody,
-- and its finding is not found at one agency alone) or no date (when it was made is not recorded).
-- With those of `recommendations_compared` they are all the selected recommendations.
--
-- Parameters: none of its own
--
-- Returns one row per reason, most recommendations first, with these columns in this order:
--   reason            no finding, no factor, no agency or no date
--   recommendations   selected recommendations that cannot be compared for it
select
    not_compared_for as reason,
    count(*) as recommendations
from selected_addressees
where not_compared_for is not null
group by not_compared_for
order by recommendations desc, reason
