-- When was each factor first and last found, how long was it not found, and is it new?
--
-- The latest period is the last into which a selected review falls and that the sources have begun
-- to cover: a review dated after their end makes no period the latest. What comes before a factor
-- and since is told by dates: a review comes before it if all that its date stands for lies before
-- the period in which the factor is first found, and since if it lies after the period in which the
-- factor is last found. Where the date of a review with the factor falls into no period, its own
-- days stand for the period. So no review in which the factor is found is before it or since.
--
-- Parameters:
--   period_kind   one of financial_quarter, financial_year, calendar_quarter or calendar_year
--
-- Returns one row per factor and appraisal, in the order of the codebook, in this order:
--   factor_id                code of the factor in its framework
--   label                    name of the factor
--   layer                    code of the layer that the factor belongs to, blank if it has none
--   appraisal                problem, strength, mixed or neutral
--   first_found_on           first day of the earliest dated review in which it is found
--   last_found_on            first day of the latest dated review in which it is found
--   first_found_in           name of the first period in which it is found
--   last_found_in            name of the last period in which it is found
--   found_from               first day of its finding: of that first period; blank if never dated
--   found_to                 last day of its finding: of that last period; blank if never dated
--   periods_with             periods in which it is found
--   periods_assessed         periods in which it was assessed in at least one review
--   longest_gap              most periods assessed without it between one with it and the next; blank if there is no next
--   periods_since            periods from the last in which it is found to the latest period
--   reviews_assessed_before  reviews in which it was assessed before it was first found
--   reviews_assessed_since   reviews in which it was assessed since it was last found
--   reviews_with_undated     reviews without a date in which it is found: whether before or since is not known
--   latest_from              first day of the latest period
--   latest_to                last day of the latest period
--   latest_period            name of the latest period
--   reviews_with_latest      reviews of the latest period in which it is found; blank if not assessed
--   reviews_assessed_latest  reviews of the latest period in which it was assessed
--   is_new                   true if it is first found in the latest period, and was assessed before
--   is_not_seen_lately       true if it is found before the latest 8 quarters (or 2 years), was assessed in them, and is not found since
with dated as (
    select
        selected_reviews.review_id,
        selected_reviews.dated_from,
        selected_reviews.dated_to,
        review_period.period_from,
        review_period.period_to
    from selected_reviews
    left join review_period
        on
            selected_reviews.review_id = review_period.review_id
            and review_period.basis = $basis
            and review_period.period_kind = $period_kind
),

covered as (
    select max(covers_to) as covers_to
    from source
    where list_contains($sources, source_id)
),

ends as (
    select
        min(dated.period_from) as first_from,
        max(dated.period_from) as last_from,
        max(dated.period_from) filter (
            where covered.covers_to is null or dated.period_from <= covered.covers_to
        ) as latest_from
    from dated
    cross join covered
),

periods as (
    select
        calendar_periods.period_from,
        calendar_periods.period_to,
        calendar_periods.period,
        row_number() over (order by calendar_periods.period_from) as place
    from calendar_periods
    join ends
        on
            calendar_periods.period_from >= ends.first_from
            and calendar_periods.period_from <= ends.last_from
    where calendar_periods.period_kind = $period_kind
),

-- one row, whose days are blank where no review falls into a period
latest as (
    select
        max(latest.period_from) as latest_from,
        max(latest.period_to) as latest_to,
        max(latest.period) as latest_period,
        max(latest.place) as latest_place,
        max(lately.period_from) as lately_from
    from periods as latest
    join ends on latest.period_from = ends.latest_from
    left join periods as lately
        on
            lately.place
            = latest.place - case when contains($period_kind, 'quarter') then 7 else 1 end
),

assessed_reviews as (
    select
        selected_assessments.span,
        dated.dated_from,
        dated.dated_to,
        dated.period_from
    from selected_assessments
    join dated on selected_assessments.review_id = dated.review_id
),

-- what is found in each period; the reviews whose dates fall into none stand together with a blank
found_periods as (
    select
        selected_review_factors.factor_id,
        selected_review_factors.appraisal,
        dated.period_from,
        dated.period_to,
        min(dated.dated_from) as first_found_on,
        max(dated.dated_from) as last_found_on,
        max(dated.dated_to) as last_day,
        count(*) as reviews_with,
        count(*) filter (where dated.dated_from is null) as reviews_undated
    from selected_review_factors
    join dated on selected_review_factors.review_id = dated.review_id
    group by
        selected_review_factors.factor_id,
        selected_review_factors.appraisal,
        dated.period_from,
        dated.period_to
),

found as (
    select
        factor_id,
        appraisal,
        min(first_found_on) as first_found_on,
        max(last_found_on) as last_found_on,
        min(coalesce(period_from, first_found_on)) as found_from,
        max(coalesce(period_to, last_day)) as found_to,
        min(period_from) as first_period_from,
        max(period_from) as last_period_from,
        count(period_from) as periods_with,
        cast(sum(reviews_undated) as bigint) as reviews_with_undated
    from found_periods
    group by factor_id, appraisal
),

assessed_periods as (
    select
        span,
        period_from,
        count(*) as reviews_assessed,
        row_number() over (partition by span order by period_from) as place
    from assessed_reviews
    where period_from is not null
    group by span, period_from
),

periods_assessed as (
    select
        span,
        count(*) as periods_assessed
    from assessed_periods
    group by span
),

-- the periods assessed and without the factor since the one before in which it is found
gaps as (
    select
        found_periods.factor_id,
        found_periods.appraisal,
        assessed_periods.place - lag(assessed_periods.place) over (
            partition by found_periods.factor_id, found_periods.appraisal
            order by assessed_periods.place
        ) - 1 as gap
    from found_periods
    join selected_factors on found_periods.factor_id = selected_factors.factor_id
    join assessed_periods
        on
            selected_factors.span = assessed_periods.span
            and found_periods.period_from = assessed_periods.period_from
),

longest as (
    select
        factor_id,
        appraisal,
        max(gap) as longest_gap
    from gaps
    group by factor_id, appraisal
),

asked as (
    select
        selected_factors.factor_id,
        selected_factors.label,
        selected_factors.layer_id,
        selected_factors.position,
        selected_factors.span,
        appraisals_in_use.appraisal,
        found.first_found_on,
        found.last_found_on,
        found.found_from,
        found.found_to,
        found.first_period_from,
        found.last_period_from,
        found.periods_with,
        found.reviews_with_undated
    from selected_factors
    cross join appraisals_in_use
    left join found
        on
            selected_factors.factor_id = found.factor_id
            and appraisals_in_use.appraisal = found.appraisal
),

beside as (
    select
        asked.factor_id,
        asked.appraisal,
        count(*) filter (where assessed_reviews.dated_to < asked.found_from)
            as reviews_assessed_before,
        count(*) filter (where assessed_reviews.dated_from > asked.found_to)
            as reviews_assessed_since,
        count(*) filter (where assessed_reviews.dated_from >= latest.lately_from)
            as reviews_assessed_lately
    from asked
    join assessed_reviews on asked.span = assessed_reviews.span
    cross join latest
    where asked.found_from is not null
    group by asked.factor_id, asked.appraisal
)

select
    asked.factor_id,
    asked.label,
    asked.layer_id as layer,
    asked.appraisal,
    asked.first_found_on,
    asked.last_found_on,
    first_period.period as first_found_in,
    last_period.period as last_found_in,
    asked.found_from,
    asked.found_to,
    coalesce(asked.periods_with, 0) as periods_with,
    coalesce(periods_assessed.periods_assessed, 0) as periods_assessed,
    longest.longest_gap,
    case
        when last_period.place > latest.latest_place then 0
        else latest.latest_place - last_period.place
    end as periods_since,
    beside.reviews_assessed_before,
    beside.reviews_assessed_since,
    coalesce(asked.reviews_with_undated, 0) as reviews_with_undated,
    latest.latest_from,
    latest.latest_to,
    latest.latest_period,
    case
        when assessed_latest.reviews_assessed > 0 then coalesce(found_latest.reviews_with, 0)
    end as reviews_with_latest,
    coalesce(assessed_latest.reviews_assessed, 0) as reviews_assessed_latest,
    coalesce(
        found_latest.reviews_with > 0
        and asked.found_from >= latest.latest_from
        and beside.reviews_assessed_before > 0,
        false
    ) as is_new,
    coalesce(
        asked.found_to < latest.lately_from and beside.reviews_assessed_lately > 0, false
    ) as is_not_seen_lately
from asked
cross join latest
left join periods_assessed on asked.span = periods_assessed.span
left join longest
    on asked.factor_id = longest.factor_id and asked.appraisal = longest.appraisal
left join beside on asked.factor_id = beside.factor_id and asked.appraisal = beside.appraisal
left join periods as first_period on asked.first_period_from = first_period.period_from
left join periods as last_period on asked.last_period_from = last_period.period_from
left join assessed_periods as assessed_latest
    on asked.span = assessed_latest.span and latest.latest_from = assessed_latest.period_from
left join found_periods as found_latest
    on
        asked.factor_id = found_latest.factor_id
        and asked.appraisal = found_latest.appraisal
        and latest.latest_from = found_latest.period_from
order by asked.position, asked.factor_id, asked.appraisal
