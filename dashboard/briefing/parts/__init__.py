"""The parts of a briefing: each asks, estimates, and says one thing.

A part is a function of the inquiry and of what the template says of it. What is gathered from the
other parts, the summary for instance, is put together last: see `dashboard.briefing.gathered`.
"""

from collections.abc import Callable

from dashboard.briefing.document import Section
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.actions import actions
from dashboard.briefing.parts.method import method
from dashboard.briefing.parts.quality import quality
from dashboard.briefing.parts.recurs import recurs
from dashboard.briefing.parts.reproduce import reproduce
from dashboard.briefing.parts.seen_again import seen_again
from dashboard.briefing.template import Part

Make = Callable[[Inquiry, Part], Section]

PARTS: dict[str, Make] = {
    "recurs": recurs,
    "actions": actions,
    "seen_again": seen_again,
    "quality": quality,
    "method": method,
    "reproduce": reproduce,
}
"""Each part by its name in a template."""
