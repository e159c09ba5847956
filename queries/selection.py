"""What the reader has chosen: the one value that every question is asked with."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal

Basis = Literal["practice", "published"]
Work = Literal["ordinary", "case"]

NONE = "none"
"""Chosen of layers, patterns or perspectives: what has none. The SQL says it as 'none'."""


@dataclass(frozen=True)
class Selection:
    """The reader's filters. Empty means all; values of one filter are joined by or, filters by and.

    Attributes:
        sources: codes of the sources; empty until resolved to the first one loaded.
        framework: code of the one framework to count in; None until resolved.
        review_types: codes of types of review.
        boards: boards as the sources name them.
        regions: regions as the sources name them.
        agencies: codes of agencies; keeps the reviews in which one of them was involved.
        factors: codes of factors of the framework; never changes a denominator.
        layers: codes of layers of the framework, or NONE for factors without one; never changes a
            denominator.
        patterns: codes of kinds of underlying pattern, or NONE where it is not recorded; never
            changes a denominator.
        perspectives: practitioner, manager, family, record: whose account a finding rests on, or
            NONE where it is not recorded; never changes a denominator.
        appraisals: problem, strength, mixed, neutral; never changes a denominator.
        work: ordinary work only, case reviews only, or None for both.
        basis: what places a review in time, practice or publication; None until resolved.
        period_from: first day of the period, or None.
        period_to: last day of the period, or None.
        text: words to be found in a finding, its quotation, or the review's title or reference;
            never changes a denominator.
    """

    sources: tuple[str, ...] = ()
    framework: str | None = None
    review_types: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    perspectives: tuple[str, ...] = ()
    appraisals: tuple[str, ...] = ()
    work: Work | None = None
    basis: Basis | None = None
    period_from: date | None = None
    period_to: date | None = None
    text: str | None = None

    def parameters(self) -> dict[str, Any]:
        """Give the values that the shared SQL is bound to, by parameter name."""
        values: dict[str, Any] = {}
        for field in fields(self):
            held = getattr(self, field.name)
            values[field.name] = list(held) if isinstance(held, tuple) else held
        del values["work"]
        values["is_ordinary_work"] = None if self.work is None else self.work == "ordinary"
        return values

    def without(self, name: str, value: str | None = None) -> "Selection":
        """Take one filter away, or one value of a filter that holds several.

        Args:
            name: an attribute of the selection.
            value: the value to take out; None empties the filter.
        """
        held = getattr(self, name)
        if isinstance(held, tuple):
            kept = () if value is None else tuple(one for one in held if one != value)
            return replace(self, **{name: kept})
        return replace(self, **{name: None})
