-- The findings behind a number, one row per finding and factor: those of the selected findings that
-- the number was counted from.
--
-- A group of agencies holds what is found at any of its agencies. Where every chosen factor must be
-- found, the findings of the reviews that hold them all are listed. Beside a layer stand the findings
-- that also hold a factor of that layer, in the framework counted in or in another; beside 'none',
-- those of reviews on which that framework was used that hold no factor with a layer.
with at_group as (
    select distinct finding_agency.finding_id
    from finding_agency
    join counted_agencies on finding_agency.agency_id = counted_agencies.agency_id
    where
        counted_agencies.group_id = cast($found_at as varchar)
        and finding_agency.role <> 'affected'
),

holding_every_factor as (
    select review_id
    from selected_findings
    group by review_id
    having count(distinct factor_id) >= array_length($factors)
),

layered as (
    select distinct
        counted_coding.finding_id,
        factor.layer_id
    from counted_coding
    join selected_reviews on counted_coding.review_id = selected_reviews.review_id
    join factor
        on
            counted_coding.framework_id = factor.framework_id
            and counted_coding.factor_id = factor.factor_id
    where
        counted_coding.framework_id = coalesce(cast($layer_framework as varchar), $framework)
        and factor.layer_id is not null
        and cast($beside_layer as varchar) is not null
),

in_layer as (
    select finding_id
    from layered
    where layer_id = cast($beside_layer as varchar)
    union all
    select finding.finding_id
    from finding
    join review_framework on finding.review_id = review_framework.review_id
    where
        review_framework.framework_id = coalesce(cast($layer_framework as varchar), $framework)
        and cast($beside_layer as varchar) = 'none'
        and finding.finding_id not in (select layered.finding_id from layered)
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
    and (
        cast($beside_layer as varchar) is null
        or selected_findings.finding_id in (select in_layer.finding_id from in_layer)
    )
