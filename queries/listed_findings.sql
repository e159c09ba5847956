-- The findings behind a number, one row per finding and factor: those of the selected findings that
-- the number was counted from.
--
-- A group of agencies holds what is found at any of its agencies. Where every chosen factor must be
-- found, the findings of the reviews that hold them all are listed.
with at_group as (
    select distinct finding_agency.finding_id
    from finding_agency
    join agency_rollup
        on
            finding_agency.agency_id = agency_rollup.agency_id
            and agency_rollup.agencies_as = coalesce(cast($agencies_as as varchar), 'named')
            and agency_rollup.is_followed = coalesce(cast($follow_successors as boolean), false)
    where
        agency_rollup.group_id = cast($found_at as varchar)
        and finding_agency.role <> 'affected'
),

holding_every_factor as (
    select review_id
    from selected_findings
    group by review_id
    having count(distinct factor_id) >= array_length($factors)
)

select
    selected_findings.review_id,
    selected_findings.finding_id,
    selected_findings.factor_id
from selected_findings
where
    (
        cast($found_at as varchar) is null
        or selected_findings.finding_id in (select at_group.finding_id from at_group)
    )
    and (
        not coalesce(cast($every_factor as boolean), false)
        or selected_findings.review_id in (
            select holding_every_factor.review_id
            from holding_every_factor
        )
    )
