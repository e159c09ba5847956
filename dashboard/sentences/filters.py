"""What a reader chose, in plain words: for chips, downloads and briefings alike."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dashboard.sentences.dates import span
from queries.selection import Selection

Labels = Mapping[str, Mapping[str, str]]
"""For each field of a selection the labels of its values; a value without one is shown itself."""

_SCOPE = {"sources": "Source", "framework": "Framework"}
_FILTERS = {
    "review_types": "Review type",
    "boards": "Board",
    "regions": "Region",
    "agencies": "Agency involved",
    "factors": "Factor",
    "layers": "Layer",
    "patterns": "Pattern",
    "perspectives": "Whose account",
    "appraisals": "Appraisal",
}
_WORK = {"ordinary": "ordinary work", "case": "cases"}
_BASIS = {"practice": "Practice period", "published": "Published", None: "Period"}


class Chip(NamedTuple):
    """One value that narrows the selection, and that a reader can take away again."""

    fields: tuple[str, ...]  # of the selection
    value: str | None  # the value within the field; None where the field has but one
    words: str

    def taken_from(self, selection: Selection) -> Selection:
        """Return the selection without this value."""
        for field in self.fields:
            selection = selection.without(field, self.value)
        return selection


def chips(
    selection: Selection, labels: Labels, names: Mapping[str, str] | None = None
) -> list[Chip]:
    """Return a chip for each value chosen.

    Args:
        selection: what the reader chose. Source and framework are no chips: there is always one.
        labels: labels of the values, by field.
        names: what a field is called here where it has a name of its own, such as
            {"boards": "Coroner area"}.
    """
    called = {**_FILTERS, **(names or {})}
    many = [
        Chip((field,), value, f"{called[field]}: {_label(labels, field, value)}")
        for field in _FILTERS
        for value in getattr(selection, field)
    ]
    return [*many, *_single(selection)]


def filters_in_words(
    selection: Selection, labels: Labels, names: Mapping[str, str] | None = None
) -> list[str]:
    """Return each filter as one line: "Agency involved: Police or Health".

    Args:
        selection: what the reader chose.
        labels: labels of the values, by field.
        names: what a field is called here where it has a name of its own.

    Returns:
        The source and framework first, then the filters. A line holds where any of its values
        does; every line must hold.
    """
    called = {**_SCOPE, **_FILTERS, **(names or {})}
    many = []
    for field in [*_SCOPE, *_FILTERS]:
        chosen = getattr(selection, field) or ()
        values = (chosen,) if isinstance(chosen, str) else chosen
        if values:
            words = " or ".join(_label(labels, field, value) for value in values)
            many.append(f"{called[field]}: {words}")
    return [*many, *(chip.words for chip in _single(selection))]


def placed_by(basis: str | None) -> str:
    """Say in a line by which of their dates reviews are placed in time.

    Args:
        basis: practice or published.
    """
    by = "practice" if basis == "practice" else "publication"
    return f"Reviews placed in time by: {by}"


def _single(selection: Selection) -> Iterator[Chip]:
    """Yield the filters that have one value."""
    if selection.work:
        yield Chip(("work",), None, f"Work reviewed: {_WORK[selection.work]}")
    if selection.period_from or selection.period_to:
        dates = span(selection.period_from, selection.period_to)
        yield Chip(("period_from", "period_to"), None, f"{_BASIS[selection.basis]}: {dates}")
    if selection.text:
        yield Chip(("text",), None, f"Text: “{selection.text}”")


def _label(labels: Labels, field: str, value: str) -> str:
    """Return the label of a value, or the value itself."""
    return labels.get(field, {}).get(value, value)
