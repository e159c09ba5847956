-- Which rows of the chosen sources were not loaded, and why?
--
-- Parameters: none of its own
--
-- Returns one row per row that was kept out, with these columns in this order:
--   source_id   code of the source
--   file        file in which it stands
--   place       line or cell, as an editor or Excel shows it
--   cells       the row itself
--   reason      why it was not loaded
select
    rejected_row.source_id,
    rejected_row.file,
    rejected_row.place,
    rejected_row.cells,
    rejected_row.reason
from rejected_row
join source on rejected_row.source_id = source.source_id
where list_contains($sources, rejected_row.source_id)
order by
    source.position,
    rejected_row.file,
    rejected_row.place,
    rejected_row.reason,
    rejected_row.cells
