-- Every period of every kind, and whether it is a part period: whether the chosen sources, or the
-- chosen dates, cover only a part of it.
--
-- A source that begins or ends within a period makes it a part period, whatever others cover: its
-- reviews of the rest are not there. One that begins after it, or ended before, takes nothing from
-- it; but a period that no chosen source covers whole is never a whole one. A source that does not
-- say what it covers is taken to cover everything.
with beside as (
    select
        calendar_periods.period_kind,
        calendar_periods.period_from,
        calendar_periods.period_to,
        calendar_periods.period,
        coalesce(source.covers_from <= calendar_periods.period_from, true)
        and coalesce(source.covers_to >= calendar_periods.period_to, true) as is_whole,
        coalesce(source.covers_from <= calendar_periods.period_to, true)
        and coalesce(source.covers_to >= calendar_periods.period_from, true) as is_begun
    from calendar_periods
    cross join source
    where list_contains($sources, source.source_id)
)

select
    period_kind,
    period_from,
    period_to,
    period,
    bool_or(is_begun and not is_whole)
    or not bool_or(is_whole)
    or coalesce(period_from < cast($period_from as date), false)
    or coalesce(period_to > cast($period_to as date), false) as is_part_period
from beside
group by period_kind, period_from, period_to, period
