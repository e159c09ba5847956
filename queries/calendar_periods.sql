-- Every period of every kind that the calendar holds, whether or not a review falls into it.
select
    'financial_quarter' as period_kind,
    financial_quarter_from as period_from,
    financial_quarter_to as period_to,
    financial_quarter as period
from calendar
where day = financial_quarter_from
union all
select
    'financial_year' as period_kind,
    financial_year_from as period_from,
    financial_year_to as period_to,
    financial_year as period
from calendar
where day = financial_year_from
union all
select
    'calendar_quarter' as period_kind,
    calendar_quarter_from as period_from,
    calendar_quarter_to as period_to,
    calendar_quarter as period
from calendar
where day = calendar_quarter_from
union all
select
    'calendar_year' as period_kind,
    calendar_year_from as period_from,
    calendar_year_to as period_to,
    calendar_year as period
from calendar
where day = calendar_year_from
