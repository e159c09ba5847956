-- In how many of the selected reviews is each response status recorded?
--
-- The status is of the review as a whole. Grouped by agency, a review counts once for each agency
-- that was involved in it: the status does not say which of them has responded. A review whose
-- status is not recorded is in no denominator, and a group without a status has no row. Of periods,
-- each from the first to the last with a status is there, so that a gap in time is seen as a gap.
--
-- Parameters:
--   by                  one of agency, board, review_type, method or period; blank for all reviews together
--   period_kind         one of financial_quarter, financial_year, calendar_quarter or calendar_year
--   agencies_as         one of named (agencies), kind or sector: what agencies are counted as; blank for named
--   follow_successors   true: an agency counts as the one that took its place; blank for not
--
-- Returns one row per group and status, in this order:
--   group_id           code of the group, of a period its first day; blank: not recorded, or all
--   group_label        name of the group
--   is_one_body        by agency: false where it may stand for several, or is not known; else blank
--   period_from        of a period: its first day
--   period_to          of a period: its last day
--   is_part_period     of a period: true where the sources, or the chosen dates, cover only a part
--   status             code of the status, or the status as the source spells it
--   status_label       name of the status
--   reviews_with       reviews of the group with this status; blank if none is recorded in it
--   reviews_recorded   its reviews with any: the denominator; blank if involvement is not recorded
--   reviews_selected   reviews of the group that the filters chose, with a status or without
with counted_as as (
    select
        counted_agencies.agency_id,
        counted_agencies.group_id,
        counted_agencies.label,
        coalesce(
            agency.is_one_body,
            counted_agencies.group_id not in ('not known', 'several agencies')
        ) as is_one_body
    from counted_agencies
    left join agency on counted_agencies.group_id = agency.agency_id
),

group_reviews as (
    select
        group_id,
        cast(null as date) as period_from,
        review_id,
        is_recorded
    from selected_review_groups
    where
        grouped_by = coalesce(cast($by as varchar), 'all')
        and grouped_by <> 'agency'
    union all
    select
        counted_as.group_id,
        cast(null as date) as period_from,
        selected_review_groups.review_id,
        bool_or(selected_review_groups.is_recorded) as is_recorded
    from selected_review_groups
    join counted_as on selected_review_groups.group_id = counted_as.agency_id
    where
        selected_review_groups.grouped_by = 'agency'
        and cast($by as varchar) = 'agency'
    group by counted_as.group_id, selected_review_groups.review_id
    union all
    select
        cast(review_period.period_from as varchar) as group_id,
        review_period.period_from,
        selected_reviews.review_id,
        true as is_recorded
    from selected_reviews
    left join review_period
        on
            selected_reviews.review_id = review_period.review_id
            and review_period.basis = $basis
            and review_period.period_kind = cast($period_kind as varchar)
    where cast($by as varchar) = 'period'
),

responded as (
    select distinct review_id
    from recorded_responses
),

counted as (
    select
        group_reviews.group_id,
        group_reviews.period_from,
        bool_and(group_reviews.is_recorded) as is_recorded,
        count(responded.review_id) as reviews_recorded,
        count(*) as reviews_selected
    from group_reviews
    left join responded on group_reviews.review_id = responded.review_id
    group by group_reviews.group_id, group_reviews.period_from
),

ends as (
    select
        min(period_from) as first_from,
        max(period_from) as last_from
    from counted
    where reviews_recorded > 0
),

groups as (
    select
        group_id,
        cast(null as varchar) as period,
        period_from,
        cast(null as date) as period_to,
        cast(null as boolean) as is_part_period,
        is_recorded,
        reviews_recorded,
        reviews_selected
    from counted
    where reviews_recorded > 0 and period_from is null
    union all
    select
        cast(covered_periods.period_from as varchar) as group_id,
        covered_periods.period,
        covered_periods.period_from,
        covered_periods.period_to,
        covered_periods.is_part_period,
        true as is_recorded,
        coalesce(counted.reviews_recorded, 0) as reviews_recorded,
        coalesce(counted.reviews_selected, 0) as reviews_selected
    from covered_periods
    join ends
        on
            covered_periods.period_from >= ends.first_from
            and covered_periods.period_from <= ends.last_from
    left join counted on covered_periods.period_from = counted.period_from
    where covered_periods.period_kind = cast($period_kind as varchar)
),

statuses as (
    select distinct
        status,
        label,
        position
    from recorded_responses
),

found as (
    select
        group_reviews.group_id,
        recorded_responses.status,
        count(*) as reviews_with
    from group_reviews
    join recorded_responses on group_reviews.review_id = recorded_responses.review_id
    group by group_reviews.group_id, recorded_responses.status
),

named as (
    select distinct
        group_id,
        label,
        is_one_body
    from counted_as
    where cast($by as varchar) = 'agency'
)

select
    groups.group_id,
    coalesce(groups.period, named.label, term.label, groups.group_id) as group_label,
    named.is_one_body,
    groups.period_from,
    groups.period_to,
    groups.is_part_period,
    statuses.status,
    statuses.label as status_label,
    case when groups.reviews_recorded > 0 then coalesce(found.reviews_with, 0) end
        as reviews_with,
    case when groups.is_recorded then groups.reviews_recorded end as reviews_recorded,
    groups.reviews_selected
from groups
cross join statuses
left join found
    on
        groups.group_id is not distinct from found.group_id
        and statuses.status = found.status
left join named on groups.group_id = named.group_id
left join term
    on
        cast($by as varchar) = 'review_type'
        and term.vocabulary = 'review_type'
        and groups.group_id = term.term
order by
    groups.period_from nulls last,
    group_label nulls last,
    groups.group_id nulls last,
    statuses.position nulls last,
    statuses.status
