-- Which agencies, boards, types of review and periods can be set side by side?
--
-- A board is offered whatever board the reader has chosen, and a type of review whatever type: the
-- reviews counted pass every other filter. An agency is offered where in how many of the selected
-- reviews it was involved is recorded, and a period where it has a selected review. A name that may
-- stand for several bodies, such as "Other addressee", comes after those that name one.
--
-- Parameters:
--   period_kind   one of financial_quarter, financial_year, calendar_quarter or calendar_year
--
-- Returns one row per value that can be a side, most reviews or latest period first, in this order:
--   compare          agencies, boards, periods or review_types
--   value            code of the agency or type, name of the board or period
--   label            what the reader is shown
--   attribution      of an agency: coded, or review where it only stands in the same review
--   period_from      of a period: its first day
--   period_to        of a period: its last day
--   is_part_period   of a period: true where the sources, or the chosen dates, cover only a part
--   reviews          reviews of this side
with boards as (
    select
        board,
        count(*) as reviews
    from filtered_reviews
    where
        board is not null
        and passes_review_type
        and passes_region
        and passes_agency
        and passes_work
        and passes_period
    group by board
),

review_types as (
    select
        review_type,
        count(*) as reviews
    from filtered_reviews
    where passes_board and passes_region and passes_agency and passes_work and passes_period
    group by review_type
),

agencies as (
    select
        review_agency.agency_id,
        source.attribution,
        count(*) as reviews
    from selected_reviews
    join source on selected_reviews.source_id = source.source_id
    join review_agency on selected_reviews.review_id = review_agency.review_id
    where review_agency.involvement <> 'no contact'
    group by review_agency.agency_id, source.attribution
    having bool_and(review_agency.involvement <> 'found at')
),

periods as (
    select
        review_period.period,
        review_period.period_from,
        review_period.period_to,
        count(*) as reviews
    from selected_reviews
    join review_period on selected_reviews.review_id = review_period.review_id
    where review_period.basis = $basis and review_period.period_kind = $period_kind
    group by review_period.period, review_period.period_from, review_period.period_to
),

every_side as (
    select
        'boards' as compare,
        board as value,
        board as label,
        cast(null as varchar) as attribution,
        cast(null as date) as period_from,
        cast(null as date) as period_to,
        cast(null as boolean) as is_part_period,
        true as is_one_body,
        reviews
    from boards
    union all
    select
        'review_types' as compare,
        review_types.review_type as value,
        coalesce(term.label, review_types.review_type) as label,
        cast(null as varchar) as attribution,
        cast(null as date) as period_from,
        cast(null as date) as period_to,
        cast(null as boolean) as is_part_period,
        true as is_one_body,
        review_types.reviews
    from review_types
    left join term on term.vocabulary = 'review_type' and review_types.review_type = term.term
    union all
    select
        'agencies' as compare,
        agencies.agency_id as value,
        agency.label,
        agencies.attribution,
        cast(null as date) as period_from,
        cast(null as date) as period_to,
        cast(null as boolean) as is_part_period,
        agency.is_one_body,
        agencies.reviews
    from agencies
    join agency on agencies.agency_id = agency.agency_id
    union all
    select
        'periods' as compare,
        periods.period as value,
        periods.period as label,
        cast(null as varchar) as attribution,
        periods.period_from,
        periods.period_to,
        covered_periods.is_part_period,
        true as is_one_body,
        periods.reviews
    from periods
    join covered_periods
        on
            covered_periods.period_kind = $period_kind
            and periods.period_from = covered_periods.period_from
)

select
    compare,
    value,
    label,
    attribution,
    period_from,
    period_to,
    is_part_period,
    reviews
from every_side
order by
    compare,
    period_from desc nulls last,
    is_one_body desc,
    reviews desc,
    label,
    value,
    attribution
