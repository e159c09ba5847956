-- Which response statuses do the chosen sources use, and what do they mean?
--
-- Parameters: none of its own
--
-- Returns one row per status, in the order of the vocabulary, with these columns in this order:
--   status       code of the status, or the status as the source spells it
--   label        name of the status
--   definition   what it means; blank where no codebook says
--   reviews      reviews of the chosen sources with this status, selected or not
select
    status,
    label,
    definition,
    count(*) as reviews
from recorded_responses
group by status, label, definition, position
order by position nulls last, status
