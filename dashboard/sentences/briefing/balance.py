"""How layers balance, in the words of a briefing: the title of its slide, and what to ask."""

from collections.abc import Callable, Sequence

from dashboard.balance import Balance
from dashboard.estimates import TOO_FEW_REVIEWS, is_too_few
from dashboard.sentences.balance import AS_WHAT, Kind, as_often, found_most, in_reviews, said_of
from dashboard.sentences.counts import count, listed
from dashboard.sentences.markdown import bold

NAMED_AT_MOST = 3
ASKED_OF_NONE = (
    f"A layer is assessed in at least {TOO_FEW_REVIEWS} reviews, and nothing is found at it in any "
    "of them."
)
ASKED_OF_NO_STRENGTH = (
    f"A layer is assessed in at least {TOO_FEW_REVIEWS} reviews; problems are found at it, and "
    "strengths in none of them."
)


def asked_of_none(label: str, reviews: int) -> str:
    """Ask whether a layer at which nothing is found could have been seen.

    Args:
        label: its name.
        reviews: in which it was assessed.
    """
    return (
        f"{bold(label)}: nothing was found at this layer in {count(reviews, 'review')}. Is there "
        "nothing to find, or did the reviews not look that far?"
    )


def asked_of_no_strength(problem: Balance, strength: Balance) -> str:
    """Ask whether good practice was looked for at a layer where none is found.

    Args:
        problem: the layer's row of problems.
        strength: its row of strengths.
    """
    problems, strengths = (
        in_reviews(row.reviews_with or 0, row.reviews_assessed or 0) for row in (problem, strength)
    )
    return (
        f"{bold(problem.label)}: problems were found at this layer {problems}, and strengths "
        f"{strengths}. Was good practice looked for there?"
    )


def in_short(rows: Sequence[Balance], kind: Kind) -> str:
    """Say in a line of the summary how they balance: problems, and strengths beside them.

    Args:
        rows: rows of all reviews together.
        kind: layers or patterns.

    Returns:
        Markdown; empty where too few reviews were assessed to tell.
    """
    named = [
        row
        for row in rows
        if row.kind and row.reviews_with is not None and not is_too_few(row.reviews_assessed or 0)
    ]
    said = []
    for appraisal in said_of({row.appraisal for row in named}):
        of_it, others = [row for row in named if row.appraisal == appraisal], []
        if kind.named:
            of_it, others = found_most(of_it, kind.named)
        shares = f"{_shares(of_it, bold)}{as_often(of_it, others)}"
        said.append(", ".join(filter(None, [AS_WHAT[appraisal], shares])))
    return f"By {kind.noun}: {'; '.join(said)}." if said else ""


def briefly(rows: Sequence[Balance], kind: Kind) -> list[str]:
    """Say how they balance as the title of a slide, the longest wording first.

    Args:
        rows: rows of all reviews together.
        kind: layers or patterns.
    """
    named = [row for row in rows if row.kind and row.reviews_with is not None]
    told = said_of({row.appraisal for row in named})
    if not told:
        return [f"No {kind.noun} was assessed"]
    of_first = sorted(
        (row for row in named if row.appraisal == told[0]), key=lambda row: -(row.reviews_with or 0)
    )
    found = " ".join(filter(None, ["Found", AS_WHAT[told[0]]]))
    wordings = []
    for number in range(min(NAMED_AT_MOST, len(of_first)), 0, -1):
        first, others = of_first[:number], of_first[number:]
        how = " most often" if others else ""
        wordings.append(f"{found}{how}: {_shares(first)}{as_often(first, others)}")
    return wordings


def _shares(rows: Sequence[Balance], written: Callable[[str], str] = str) -> str:
    """Return layers or patterns with their counts: "National in 1 of 20 reviews"."""
    *most, last = (
        f"{written(row.label)} in {row.reviews_with:,} of {row.reviews_assessed:,}" for row in rows
    )
    return listed([*most, f"{last} {'review' if rows[-1].reviews_assessed == 1 else 'reviews'}"])
