-- How long is the list of findings behind a number?
--
-- Parameters:
--   found_at   code of the agency at which the factor is found; blank for any
--
-- Returns one row, with these columns in this order:
--   reviews    reviews in which a listed finding stands
--   findings   findings listed, each once
--   codings    rows of the list: a finding stands in it once for each of its factors
select
    count(distinct review_id) as reviews,
    count(distinct finding_id) as findings,
    count(*) as codings
from selected_findings
where
    cast($found_at as varchar) is null
    or finding_id in (
        select finding_agency.finding_id
        from finding_agency
        where
            finding_agency.agency_id = cast($found_at as varchar)
            and finding_agency.role <> 'affected'
    )
