"""English from rows: the sentences, notices and short texts of every page, chart and download."""

from dashboard.sentences.counts import (
    count,
    found_of,
    listed,
    percent,
    q_value,
    share_of_reviews,
)
from dashboard.sentences.dates import day, span
from dashboard.sentences.factor_recurrence import factor_recurrence
from dashboard.sentences.filters import Chip, chips, filters_in_words, placed_by
from dashboard.sentences.markdown import bold, escaped
from dashboard.sentences.notices import (
    IN_THE_SAME_REVIEW,
    NOT_CAUSED_BY,
    made_up,
)

__all__ = [
    "IN_THE_SAME_REVIEW",
    "NOT_CAUSED_BY",
    "Chip",
    "bold",
    "chips",
    "count",
    "day",
    "escaped",
    "factor_recurrence",
    "filters_in_words",
    "found_of",
    "listed",
    "made_up",
    "percent",
    "placed_by",
    "q_value",
    "share_of_reviews",
    "span",
]
