-- In how many of the reviews of each period is each factor found?
--
-- Every period is there from the first to the last into which a selected review falls, also one
-- without any review: a gap in time is seen as a gap.
--
-- Parameters:
--   period_kind   one of financial_quarter, financial_year, calendar_quarter or calendar_year
--
-- Returns one row per factor, appraisal and period, in this order:
--   factor_id          code of the factor in its framework
--   label              name of the factor
--   layer              code of the layer that the factor belongs to, blank if it has none
--   appraisal          problem, strength, mixed or neutral
--   period_from        first day of the period; blank: the review's date falls into no such period
--   period_to          last day of the period
--   period             name of the period, such as Q1 2026/27 (Apr-Jun)
--   is_part_period     true where the sources, or the chosen dates, cover only a part of the period
--   reviews_with       reviews of the period in which the factor is found; blank if not assessed
--   reviews_assessed   reviews of the period in which the factor was assessed: the denominator
--   reviews_selected   reviews of the period that the filters chose, assessed or not
with dated as (
    select
        selected_reviews.review_id,
        review_period.period_from
    from selected_reviews
    left join review_period
        on
            selected_reviews.review_id = review_period.review_id
            and review_period.basis = $basis
            and review_period.period_kind = $period_kind
),

selected as (
    select
        period_from,
        count(*) as reviews_selected
    from dated
    group by period_from
),

ends as (
    select
        min(period_from) as first_from,
        max(period_from) as last_from
    from dated
),

periods as (
    select
        covered_periods.period_from,
        covered_periods.period_to,
        covered_periods.period,
        covered_periods.is_part_period,
        coalesce(selected.reviews_selected, 0) as reviews_selected
    from covered_periods
    join ends
        on
            covered_periods.period_from >= ends.first_from
            and covered_periods.period_from <= ends.last_from
    left join selected on covered_periods.period_from = selected.period_from
    where covered_periods.period_kind = $period_kind
    union all
    select
        cast(null as date) as period_from,
        cast(null as date) as period_to,
        cast(null as varchar) as period,
        false as is_part_period,
        reviews_selected
    from selected
    where period_from is null
),

assessed as (
    select
        dated.period_from,
        selected_assessments.span,
        count(*) as reviews_assessed
    from dated
    join selected_assessments on dated.review_id = selected_assessments.review_id
    group by dated.period_from, selected_assessments.span
),

found as (
    select
        selected_review_factors.factor_id,
        selected_review_factors.appraisal,
        dated.period_from,
        count(*) as reviews_with
    from selected_review_factors
    join dated on selected_review_factors.review_id = dated.review_id
    group by selected_review_factors.factor_id, selected_review_factors.appraisal, dated.period_from
),

asked as (
    select
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.layer_id,
        selected_factors.position,
        appraisals_in_use.appraisal,
        periods.period_from,
        periods.period_to,
        periods.period,
        periods.is_part_period,
        periods.reviews_selected,
        coalesce(assessed.reviews_assessed, 0) as reviews_assessed
    from selected_factors
    cross join appraisals_in_use
    cross join periods
    left join assessed
        on
            selected_factors.span = assessed.span
            and periods.period_from is not distinct from assessed.period_from
)

select
    asked.factor_id,
    asked.label,
    asked.layer_id as layer,
    asked.appraisal,
    asked.period_from,
    asked.period_to,
    asked.period,
    asked.is_part_period,
    case when asked.reviews_assessed > 0 then coalesce(found.reviews_with, 0) end as reviews_with,
    asked.reviews_assessed,
    asked.reviews_selected
from asked
left join found
    on
        asked.factor_id = found.factor_id
        and asked.appraisal = found.appraisal
        and asked.period_from is not distinct from found.period_from
order by asked.position, asked.factor_id, asked.appraisal, asked.period_from nulls last
