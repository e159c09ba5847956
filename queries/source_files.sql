-- Which files were the chosen sources read from?
--
-- Parameters: none of its own
--
-- Returns one row per file, with these columns in this order:
--   source_id   code of the source
--   file        name of the file
--   bytes       its size
--   sha256      fingerprint of its content: another copy is the same file if it has the same
select
    source_file.source_id,
    source_file.file,
    source_file.bytes,
    source_file.sha256
from source_file
join source on source_file.source_id = source.source_id
where list_contains($sources, source_file.source_id)
order by source.position, source_file.file
