"""The parts of a briefing: each asks, estimates, and says one thing.

A part is a function of the inquiry and of what the template says of it. What is gathered from the
other parts, the summary for instance, is put together last: see `dashboard.briefing.gathered`.
"""

from collections.abc import Callable

from dashboard.briefing.document import Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.actions import actions
from dashboard.briefing.parts.balance import balance
from dashboard.briefing.parts.changed import changed
from dashboard.briefing.parts.coverage import coverage
from dashboard.briefing.parts.filters import filters
from dashboard.briefing.parts.method import method
from dashboard.briefing.parts.new_and_unseen import new_and_unseen
from dashboard.briefing.parts.quality import quality
from dashboard.briefing.parts.recurs import recurs
from dashboard.briefing.parts.reproduce import reproduce
from dashboard.briefing.parts.seen_again import seen_again
from dashboard.briefing.parts.seven.key_learning import key_learning
from dashboard.briefing.parts.seven.to_reflect_on import to_reflect_on
from dashboard.briefing.parts.seven.what_happened import what_happened
from dashboard.briefing.parts.seven.what_to_do import what_to_do
from dashboard.briefing.parts.seven.what_was_found import what_was_found
from dashboard.briefing.parts.seven.what_worked_well import what_worked_well
from dashboard.briefing.parts.seven.why_it_matters import why_it_matters
from dashboard.briefing.parts.trend import trend
from dashboard.briefing.parts.where import where
from dashboard.briefing.template import Part

Make = Callable[[Inquiry, Part], Section]

PARTS: dict[str, Make] = {
    "filters": filters,
    "coverage": coverage,
    "recurs": recurs,
    "new_and_unseen": new_and_unseen,
    "changed": changed,
    "where": where,
    "balance": balance,
    "trend": trend,
    "actions": actions,
    "seen_again": seen_again,
    "quality": quality,
    "method": method,
    "reproduce": reproduce,
    "why_it_matters": why_it_matters,
    "what_happened": what_happened,
    "what_was_found": what_was_found,
    "what_worked_well": what_worked_well,
    "key_learning": key_learning,
    "what_to_do": what_to_do,
    "to_reflect_on": to_reflect_on,
}
"""Each part by its name in a template."""

WITHOUT_MOST = frozenset(
    {
        "at_a_glance",
        "filters",
        "coverage",
        "balance",
        "method",
        "numbers",
        "reproduce",
        "why_it_matters",
        "to_reflect_on",
    }
)
"""The parts, gathered ones too, that are always told whole, whatever `most` a template gives."""
