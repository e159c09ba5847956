"""What a briefing is asked for, and the command that asks for the same again."""

import shlex
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from dashboard.briefing.quarter import Quarter
from dashboard.briefing.template import SHIPPED, Template
from queries.selection import Selection

MARKINGS = {"none": "", "official": "OFFICIAL", "official-sensitive": "OFFICIAL-SENSITIVE"}
"""The protective markings to choose from: as a command has them, and as they are printed."""
_SPECIAL = frozenset('"$`\\!%\n')
"""What some shell reads as something else even between double quotes."""
_OPTIONS = {"sources": "source", "agencies": "agency", "period_from": "from", "period_to": "to"}


@dataclass(frozen=True)
class Request:
    """What a briefing is asked for.

    Attributes:
        quarter: the quarter that it is about: nothing later is in it.
        selection: the filters, settled, without an end.
        template: its parts and headings.
        template_name: the name, or the file, of the template.
        marking: one of MARKINGS.
        review: reference of the one review that it is about; None where it is about none.
        review_source: code of its source, where several that are chosen have that reference.
    """

    quarter: Quarter
    selection: Selection
    template: Template
    template_name: str = "quarterly"
    marking: str = "none"
    review: str | None = None
    review_source: str | None = None

    @property
    def factor(self) -> str | None:
        """The code of the one factor that it is about; None where it is about none."""
        if self.template.about != "one" or self.review is not None:
            return None
        return next(iter(self.selection.factors), None)


def fault_of_subject(request: Request) -> str | None:
    """Say why a briefing has not the one subject that its template needs, and what to do.

    Returns:
        The fault; None where there is none. Whether there is such a review is not looked at.
    """
    factors, review = request.selection.factors, request.review
    if review is None and request.review_source is not None:
        return (
            "A source is named of which the one review is, and no review. Name the review, or "
            "leave its source out."
        )
    if request.template.about != "one":
        if review is None:
            return None
        return (
            "This template is about a quarter as a whole, not about one review. Choose the "
            'template "seven-minutes" with it, or leave the review out.'
        )
    if review is not None and factors:
        return (
            "This briefing is about one factor or one review, and both are chosen. Take the "
            "factor or the review away."
        )
    if review is None and len(factors) != 1:
        chosen = f"{len(factors)} factors are" if factors else "neither is"
        return (
            f"This briefing is about one factor or one review, and {chosen} chosen. Choose exactly "
            "one factor, or name a review."
        )
    return None


def command(request: Request, out: str) -> str:
    """Write the command that asks for the same briefing of the build that is served.

    Args:
        request: what is asked for.
        out: the file to write.
    """
    words = ["crossreview", "briefing", "--quarter", request.quarter.code]
    if request.template_name != next(iter(SHIPPED)):
        words += ["--template", request.template_name]
    if request.marking != "none":
        words += ["--marking", request.marking]
    if request.review is not None:
        words += ["--review", request.review]
    if request.review_source is not None:
        words += ["--review-source", request.review_source]
    for field in fields(Selection):
        words += _given(field.name, getattr(request.selection, field.name))
    return " ".join(map(_quoted, [*words, "--out", out]))


def _quoted(word: str) -> str:
    """Quote a word so that, wherever that can be, the shells of Windows read it too."""
    if shlex.quote(word) == word or not word or set(word) & _SPECIAL:
        return shlex.quote(word)
    return f'"{word}"'


def _given(name: str, value: Any) -> list[str]:
    """Write one filter as options; nothing where it is not set."""
    option = _OPTIONS.get(name, name.removesuffix("s") if isinstance(value, tuple) else name)
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    return [
        word
        for one in values
        for word in (
            f"--{option.replace('_', '-')}",
            one.isoformat() if isinstance(one, date) else one,
        )
    ]
