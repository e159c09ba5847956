"""The balance of layers and patterns in words, and what no factor holds."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from dashboard.balance import Balance, uncoded
from dashboard.estimates import is_too_few
from dashboard.sentences.counts import TOO_FEW, count, listed, percent
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
    "What is found depends on how it was looked for. Groups may differ by method, by the cases "
    "that they reviewed or, where they are small, by chance, and not by practice."
)
AS_WHAT = {
    "problem": "as problems",
    "strength": "as strengths",
    "mixed": "as mixed findings",
    "neutral": "",
}
NO_PATTERNS = (
    "**No finding of the chosen sources has a kind of underlying pattern**: which patterns recur "
    "is not recorded."
)
WHAT = {"layer": "Factors", "pattern": "Patterns"}
NOT_LISTED = "Findings that hold no factor cannot be listed by themselves."
KINDS_NAMED = 3
"""Layers or patterns for which the lowest and the highest group are named."""


class Kind(NamedTuple):
    """What is balanced."""

    question: str
    noun: str
    named: int  # how many of them the answer names; 0 for all
    without: tuple[str, str]  # what is said of one finding that has none, and of more
    caution: str


KINDS = {
    "layers": Kind(
        "layer_balance",
        "layer",
        0,
        ("holds only factors without a layer", "hold only factors without a layer"),
        HARD_TO_SEE,
    ),
    "patterns": Kind(
        "pattern_balance",
        "pattern",
        3,
        (
            "holds a factor and has no pattern recorded",
            "hold a factor and have no pattern recorded",
        ),
        OVERLAP,
    ),
}


def no_layers(framework: str) -> str:
    """Say that a framework has no layers.

    Args:
        framework: its name.

    Returns:
        Markdown.
    """
    return f"**{escaped(framework)} has no layers**, so that there is nothing to balance."


def balance(rows: Sequence[Balance], noun: str, named_at_most: int = 0) -> str:
    """Say in how many reviews each layer or pattern is found, problems and strengths apart.

    Args:
        rows: rows of all reviews together.
        noun: layer or pattern.
        named_at_most: how many to name, those found most often; 0 for all, in their own order.

    Returns:
        Markdown: a sentence for each appraisal.
    """
    named = [row for row in rows if row.kind]
    present = {row.appraisal for row in named if row.reviews_with is not None}
    if not named:
        return f"The chosen factors belong to no {noun}."
    if not present:
        return f"No {noun} was assessed in any selected review: how they stand cannot be told."
    sentences = []
    for appraisal in said_of(present):
        of_appraisal = [row for row in named if row.appraisal == appraisal]
        first, others = of_appraisal, []
        if named_at_most:
            first, others = found_most(of_appraisal, named_at_most)
        found = " ".join(filter(None, [WHAT[noun], "found", AS_WHAT[appraisal]]))
        how = " most often" if len(first) < len(of_appraisal) else f", by {noun}"
        shares = listed([f"{bold(row.label)} {_share(row)}" for row in first])
        sentences.append(f"{found}{how}: {shares}{as_often(first, others)}.")
    return "  \n".join(sentences)


def found_most(rows: Sequence[Balance], at_most: int) -> tuple[list[Balance], list[Balance]]:
    """Part what is found most often from the rest, which may be found as often: see `as_often`.

    What is found in no review is in neither, unless all are.

    Args:
        rows: rows of one appraisal.
        at_most: how many to name, at least one.
    """
    most_first = sorted(rows, key=lambda row: -(row.reviews_with or 0))
    found = [row for row in most_first if row.reviews_with] or most_first
    return found[:at_most], found[at_most:]


def as_often(named: Sequence[Balance], others: Sequence[Balance]) -> str:
    """Say that some are found as often as the last of those named; empty where none is."""
    tied = sum(row.reviews_with == named[-1].reviews_with for row in others)
    as_the_last = " as the last" if len(named) > 1 else ""
    return f", {count(tied, 'other')} as often{as_the_last}" if tied else ""


def said_of(appraisals: Collection[str]) -> list[str]:
    """Return the appraisals to speak of: problem and strength, or what there is instead."""
    return [one for one in ("problem", "strength") if one in appraisals] or [
        one for one in ("mixed", "neutral") if one in appraisals
    ]


def uncoded_share(rows: Sequence[Balance], without: tuple[str, str]) -> str:
    """Say how many findings no factor holds, and how many have no layer or pattern.

    Args:
        rows: rows of all reviews together.
        without: what one of the rest holds or lacks, and what more of them do: "holds only
            factors without a layer", "hold only factors without a layer".
    """
    found, of = uncoded(list(rows))
    if not of:
        return "There is no finding."
    share = "" if is_too_few(of) else f" ({percent(found / of)})"
    hold = "holds" if found == 1 else "hold"
    sentence = f"{found:,} of {count(of, 'finding')}{share} {hold} no factor of the framework"
    others = sum(row.findings for row in rows if not row.kind)
    these = without[0] if others == 1 else without[1]
    sentence = f"{sentence}; {others:,} {these}." if others else f"{sentence}."
    shown = sum(row.uncoded_with for row in rows if row.kind)
    if not shown:
        return sentence
    show, are = ("shows", "is") if shown == 1 else ("show", "are")
    return (
        f"{sentence} {shown:,} of those without a factor {show} a pattern, and {are} not counted."
    )


def between_groups(rows: Sequence[Balance], appraisal: str) -> str:
    """Say from what to what the shares of groups go, where there are enough reviews to give one.

    Args:
        rows: rows of several groups.
        appraisal: the appraisal to speak of.

    Returns:
        Markdown: the layers or patterns with the widest range, in their own order; what cannot be
        told.
    """
    ranges, compared = [], False
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
            compared = True
            low, least = min(shares, key=lambda pair: pair[0])
            high, most = max(shares, key=lambda pair: pair[0])
            if high > low:
                ranges.append((low - high, place, least, most))
    if not compared:
        return (
            "Fewer than two groups have enough reviews to give a share of: how groups differ is "
            "too few to tell."
        )
    if not ranges:
        return "All groups with enough reviews have the same share."
    widest = sorted(ranges, key=lambda one: one[0])[:KINDS_NAMED]
    said = [
        f"{bold(least.label)} from {_in_group(least)} to {_in_group(most)}"
        for _, _, least, most in sorted(widest, key=lambda one: one[1])
    ]
    found = f"Found {AS_WHAT[appraisal]}".rstrip()
    return f"{found}, by group of reviews: {'; '.join(said)}."


def _share(row: Balance) -> str:
    """Return a number in words."""
    if row.reviews_with is None or not row.reviews_assessed:
        return "not assessed"
    return in_reviews(row.reviews_with, row.reviews_assessed)


def in_reviews(found: int, of: int) -> str:
    """Return a number in words, the interval left to the chart: "in 12 of 20 reviews (60%)"."""
    share = TOO_FEW if is_too_few(of) else percent(found / of)
    return f"in {found:,} of {count(of, 'review')} ({share})"


def _in_group(row: Balance) -> str:
    """Return a group's number in words."""
    found, of = row.reviews_with or 0, row.reviews_assessed or 1
    return f"{found:,} of {of:,} ({percent(found / of)}; {escaped(row.group)})"
