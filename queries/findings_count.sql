-- How long is the list of findings behind a number?
--
-- Parameters:
--   found_at            code of the agency, or group, at which the factor is found; blank for any
--   agencies_as         one of named (an agency), kind or sector: what found_at is; blank for named
--   follow_successors   true: an agency counts as the one that took its place; blank for not
--   every_factor        true: only reviews in which each chosen factor is found; blank for all
--   beside_layer        code of a layer, or none: only findings with a factor of it; blank for all
--   layer_framework     framework that the layer is of; blank for the one counted in
--
-- Returns one row, with these columns in this order:
--   reviews    reviews in which a listed finding stands
--   findings   findings listed, each once
--   codings    rows of the list: a finding stands in it once for each of its factors
select
    count(distinct review_id) as reviews,
    count(distinct finding_id) as findings,
    count(*) as codings
from listed_findings
