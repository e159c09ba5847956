"""The balance of layers and patterns in words, and what no factor holds."""

from collections.abc import Sequence

from dashboard.balance import Balance, uncoded
from dashboard.estimates import is_too_few, wilson
from dashboard.sentences.counts import count, percent, share_of_reviews
from dashboard.sentences.markdown import bold, escaped

HARD_TO_SEE = (
    "The further a layer lies from the front line, the harder it is to see from one case. A low "
    "number there may be blindness, not absence."
)
OVERLAP = (
    "The kinds of pattern overlap, and a review can show several: their shares need not add up to "
    "100%."
)
METHOD_DRIVES_MIX = (
    "What is found depends on how it was looked for. Groups may differ by method or by the cases "
    "they reviewed, and not by practice."
)
AS_WHAT = {
    "problem": "as a problem",
    "strength": "as a strength",
    "mixed": "as a mixed finding",
    "neutral": "",
}
KINDS_NAMED = 3
"""Layers or patterns for which the lowest and the highest group are named."""


def balance(rows: Sequence[Balance], what: str) -> str:
    """Say in how many reviews each layer or pattern is found, problems and strengths apart.

    Args:
        rows: rows of all reviews together.
        what: what is found: "Factors of the layer" or "Patterns of the kind".

    Returns:
        Markdown: a sentence for each appraisal.
    """
    named = [row for row in rows if row.kind]
    present = {row.appraisal for row in named if row.reviews_with is not None}
    if not present:
        return f"{what} were not assessed in any selected review: how they stand cannot be told."
    appraisals = [one for one in ("problem", "strength") if one in present]
    sentences = []
    for appraisal in appraisals or [one for one in ("mixed", "neutral") if one in present]:
        shares = [f"{bold(row.label)} {_share(row)}" for row in named if row.appraisal == appraisal]
        found = f"{what} are found {AS_WHAT[appraisal]}".rstrip()
        sentences.append(f"{found}: {'; '.join(shares)}.")
    return "  \n".join(sentences)


def uncoded_share(rows: Sequence[Balance], without: str) -> str:
    """Say how many findings no factor holds, and how many have no layer or pattern.

    Args:
        rows: rows of all reviews together.
        without: what the rest hold or lack: "hold only factors without a layer".
    """
    found, of = uncoded(list(rows))
    if not of:
        return "There is no finding."
    share = "" if is_too_few(of) else f" ({percent(found / of)})"
    sentence = f"{found:,} of {count(of, 'finding')}{share} hold no factor of the framework"
    others = sum(row.findings for row in rows if not row.kind)
    return f"{sentence}; {others:,} {without}." if others else f"{sentence}."


def between_groups(rows: Sequence[Balance], appraisal: str) -> str:
    """Say from what to what the shares of groups go, where there are enough reviews to give one.

    Args:
        rows: rows of several groups.
        appraisal: the appraisal to speak of.

    Returns:
        Markdown: the layers or patterns with the widest range, in their own order; what cannot be
        told.
    """
    ranges = []
    kinds = dict.fromkeys(row.kind for row in rows if row.kind)
    for place, kind in enumerate(kinds):
        shares = [
            (row.reviews_with / row.reviews_assessed, row)
            for row in rows
            if row.kind == kind
            and row.appraisal == appraisal
            and row.reviews_with is not None
            and row.reviews_assessed
            and not is_too_few(row.reviews_assessed)
        ]
        if len(shares) > 1:
            low, least = min(shares, key=lambda pair: pair[0])
            high, most = max(shares, key=lambda pair: pair[0])
            ranges.append((low - high, place, least, most))
    if not ranges:
        return (
            "Fewer than two groups have enough reviews to give a share of: how groups differ is "
            "too few to tell."
        )
    widest = sorted(ranges, key=lambda one: -one[0])[:KINDS_NAMED]
    said = [
        f"{bold(least.label)} from {_in_group(least)} to {_in_group(most)}"
        for _, _, least, most in sorted(widest, key=lambda one: one[1])
    ]
    found = f"Found {AS_WHAT[appraisal]}".rstrip()
    return f"{found}, by group of reviews: {'; '.join(said)}."


def _share(row: Balance) -> str:
    """Return a number in words."""
    if row.reviews_with is None or not row.reviews_assessed:
        return "was not assessed"
    low, high = wilson(row.reviews_with, row.reviews_assessed)
    return f"in {share_of_reviews(row.reviews_with, row.reviews_assessed, low, high)}"


def _in_group(row: Balance) -> str:
    """Return a group's number in words."""
    found, of = row.reviews_with or 0, row.reviews_assessed or 1
    return f"{found:,} of {of:,} ({percent(found / of)}; {escaped(row.group)})"
