"""One review in words: what it is, when it was, who was in it, and which of its factors recur."""

from collections.abc import Iterable, Sequence
from datetime import date

from dashboard.recurrence import Recurrence
from dashboard.sentences.counts import count, found_of
from dashboard.sentences.dates import known
from dashboard.sentences.factor_timeline import AS
from dashboard.sentences.markdown import bold, escaped

Dated = tuple[date, str | None]
"""The first day of a date, and how much of it is known."""
NO_ACCOUNT = (
    "What happened is not told here: the source holds what was coded of the review, and not its "
    "account."
)
ORDINARY_WORK = "It is a review of ordinary work."
NO_LINK = "It gives no link to the review."
INVOLVEMENTS = ("involved", "found at", "contributed", "addressed", "no contact")
_YES_OR_NO = {"true": "yes", "false": "no"}
_IN_WORDS = {
    ("about", "child"): "children",
    ("about", "adult"): "adults",
    ("about", "both"): "children and adults",
    ("outcome", "none"): "none, as the source says",
}
"""What our own codes of a fact mean, by its name and the code."""


def not_here(reference: str) -> str:
    """Say that the chosen sources have no such review."""
    return f"No review of the chosen sources has the reference “{escaped(reference)}”."


def not_selected(quarter: str) -> str:
    """Say that a review is not among those that are counted."""
    return (
        f"It is not among the selected reviews up to the end of {quarter}: it is left out of every "
        "number of other reviews here."
    )


def what_it_is(name: str, reference: str, review_type: str, board: str) -> str:
    """Name a review, as in "**Adult V** (ANY-1): safeguarding adults review, Anytown board".

    Args:
        name: its title; "" where it has none.
        reference: its reference.
        review_type: name of its type; said only where the title does not say it.
        board: the board that commissioned it; "" where it is not recorded.
    """
    named = f"{bold(name)} ({escaped(reference)})" if name else bold(reference)
    is_told = review_type.lower() in name.lower()
    of = ", ".join(escaped(one) for one in ("" if is_told else review_type, board) if one)
    return f"{named}: {of}." if of else f"{named}."


def when_it_was(
    practice_from: Dated | None,
    practice_to: Dated | None,
    incident: Dated | None,
    published: Dated | None,
) -> str:
    """Say when the practice under review was, as precisely as it is known, and when it came out."""
    if practice_from and practice_to:
        said = f"The practice reviewed ran from {known(*practice_from)} to {known(*practice_to)}."
    elif practice_from:
        said = f"The practice reviewed began {_on(practice_from)}; its end is not recorded."
    elif practice_to:
        said = f"The practice reviewed ended {_on(practice_to)}; its beginning is not recorded."
    elif incident:
        said = f"The incident was {_on(incident)}; the period of practice is not recorded."
    else:
        said = "When the practice took place is not recorded."
    out = f"The review came out {_on(published)}." if published else _NOT_OUT
    return f"{said} {out}"


def among(reviews: int, quarter: str, is_new: bool) -> str:
    """Say among how many reviews it stands, and whether it came in the quarter.

    Args:
        reviews: selected reviews up to the end of the quarter, this one among them.
        quarter: name of the quarter.
        is_new: whether it came in that quarter.
    """
    if reviews == 1:
        return f"It is the only selected review up to the end of {quarter}."
    new = ", and new in that quarter" if is_new else ""
    return f"It is one of {count(reviews, 'selected review')} up to the end of {quarter}{new}."


def fact(name: str, value: str) -> str:
    """Return something that the source says of a review: "**Abuse type**: self-neglect"."""
    plain = value if " " in value else value.replace("_", " ")
    coded = value.lower()
    value = _IN_WORDS.get((name.lower(), coded), _YES_OR_NO.get(coded, plain))
    return f"{bold(name.replace('_', ' ').capitalize())}: {escaped(value)}"


def agencies(involved: Iterable[tuple[str, str]], *, most: int) -> list[str]:
    """Return a line for each kind of involvement, with the agencies in it.

    Args:
        involved: name of each agency, and how it had to do with the review.
        most: agencies that are named in a line at most.
    """
    by_kind: dict[str, list[str]] = {}
    for name, involvement in involved:
        by_kind.setdefault(involvement, []).append(escaped(name))
    order = [*INVOLVEMENTS, *(kind for kind in by_kind if kind not in INVOLVEMENTS)]
    return [
        f"{bold(_heading(kind))}: {_named(by_kind[kind], most)}"
        for kind in order
        if kind in by_kind
    ]


def recurring(rows: Sequence[Recurrence]) -> str:
    """Say how many of the factors of a review are found in others too, and which most often.

    Args:
        rows: the factors of the review as they are found in it, most often found first; each is
            found in this review, which counts among the selected ones.
    """
    if not rows:
        return "No factor of the framework was found in this review."
    factors = len({row.factor_id for row in rows})
    again = len({row.factor_id for row in rows if row.reviews_with > 1})
    if not again:
        none = (
            "Its one factor is found in no"
            if factors == 1
            else f"None of its {factors} factors is found in any"
        )
        return f"{none} other selected review."
    if factors == 1:
        opening = "Its one factor is found in other selected reviews too"
    else:
        number = f"All its {factors}" if again == factors else f"{again} of its {factors}"
        those = "Both its" if again == factors == 2 else number
        opening = (
            f"{those} factors {'is' if again == 1 else 'are'} found in other selected reviews too"
        )
    return f"{opening}."


OF_ALL = "Of all selected reviews, each is found in:"


def recurs(row: Recurrence) -> str:
    """Return one factor of a review: "**Tools** as a problem: 14 of 27 (52%)"."""
    found = found_of(row.reviews_with if row.is_assessed else None, row.reviews_assessed)
    return f"{bold(row.label)}{AS[row.appraisal]}: {found}"


_NOT_OUT = "When the review came out is not recorded."


def _on(dated: Dated) -> str:
    """Return a date with its preposition."""
    return f"{'on' if dated[1] in (None, 'day') else 'in'} {known(*dated)}"


def _heading(involvement: str) -> str:
    """Return how agencies had to do with a review as the beginning of a line."""
    return involvement.capitalize()


def _named(names: list[str], most: int) -> str:
    """Return names, and how many more there are."""
    more = len(names) - most
    return "; ".join([*names[:most], f"and {more} more"] if more > 0 else names)
