"""A part that finds nothing: it says so, and why."""

from dashboard.briefing.document import Paragraph, Section
from dashboard.briefing.template import Part
from dashboard.briefing.text import Text


def nothing(part: Part, why: Text, *more: Paragraph, message: Text = ()) -> Section:
    """Return a section that says why there is nothing in it.

    Args:
        part: what the template says of it.
        why: the sentence.
        more: what else must be said.
        message: its line of the summary; none where nothing is to be known there.
    """
    return Section(part.show, part.heading, (Paragraph(why, "lead"), *more), message)
