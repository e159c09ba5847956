"""Charts: rows in, figure out. Each draws one question and describes itself in words."""

from dashboard.charts.factor_recurrence import alt_text as factor_recurrence_alt_text
from dashboard.charts.factor_recurrence import factor_recurrence

__all__ = ["factor_recurrence", "factor_recurrence_alt_text"]
