-- Each agency as the reader counts it: as named, by kind or by sector, and where that is chosen as
-- the one that took its place.
select
    agency_id,
    group_id,
    label,
    sector
from agency_rollup
where
    agencies_as = coalesce(cast($agencies_as as varchar), 'named')
    and is_followed = coalesce(cast($follow_successors as boolean), false)
