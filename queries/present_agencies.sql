-- Each agency as the last that took its place: an action of a body that was merged into another is
-- followed at that other.
select
    agency_id,
    group_id,
    label
from agency_rollup
where agencies_as = 'named' and is_followed
