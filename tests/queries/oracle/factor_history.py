"""When each factor was first and last found, in plain Python."""

from itertools import pairwise
from typing import Any

from queries.selection import Selection
from tests.queries.oracle.placed import Period, covered_to, period_of, spine
from tests.queries.oracle.selecting import appraisals, asked, dated, found, is_assessed, selected
from tests.queries.oracle.world import Review, World

Rows = list[tuple[Any, ...]]


def factor_history(world: World, selection: Selection, period_kind: str) -> Rows:
    """Tell the history of each factor."""
    reviews = selected(world, selection)
    held = {id(review): found(world, review, selection) for review in reviews}
    end = covered_to(world, selection)
    every = spine(reviews, selection, period_kind)
    with_reviews = {period_of(review, selection, period_kind) for review in reviews}
    begun = [one for one in every if one in with_reviews and (end is None or one[0] <= end)]
    latest = begun[-1] if begun else None
    answer = []
    for factor in asked(world, selection):
        assessed = [review for review in reviews if is_assessed(review, factor, selection)]
        for appraisal in appraisals(world, selection):
            holding = [
                review
                for review in reviews
                if any(
                    factor_id == factor["factor_id"] and finding["appraisal"] == appraisal
                    for factor_id, finding in held[id(review)]
                )
            ]
            answer.append(
                (
                    factor["factor_id"],
                    factor["label"],
                    factor["layer_id"] or None,
                    appraisal,
                    *history(holding, assessed, every, latest, selection, period_kind),
                )
            )
    return answer


def history(
    holding: list[Review],
    assessed: list[Review],
    every: list[Period],
    latest: Period | None,
    selection: Selection,
    kind: str,
) -> tuple[Any, ...]:
    """Tell the history of one factor as it is appraised.

    Args:
        holding: reviews in which it is found.
        assessed: reviews in which it was assessed.
        every: periods from the first to the last with a review.
        latest: the latest period.
        selection: what the reader chose.
        kind: kind of period.
    """
    spans = [(span, review) for review in holding if (span := dated(review, selection))]
    periods_of = {id(review): period_of(review, selection, kind) for review in holding}
    found_in = sorted({one for one in periods_of.values() if one})
    looked_in = sorted({one for review in assessed if (one := period_of(review, selection, kind))})
    found_from = min(((periods_of[id(r)] or span)[0] for span, r in spans), default=None)
    found_to = max(((periods_of[id(r)] or span)[1] for span, r in spans), default=None)
    assessed_spans = [span for review in assessed if (span := dated(review, selection))]
    before = since = None
    if found_from and found_to and assessed:
        before = sum(last < found_from for _, last in assessed_spans)
        since = sum(first > found_to for first, _ in assessed_spans)
    assessed_latest = [r for r in assessed if latest and period_of(r, selection, kind) == latest]
    with_latest = sum(latest is not None and periods_of[id(r)] == latest for r in holding)
    is_new = bool(latest and with_latest and before and found_from == latest[0])
    lately = 8 if "quarter" in kind else 2
    is_gone = False
    if latest and found_to and every.index(latest) >= lately - 1:
        window_from = every[every.index(latest) - lately + 1][0]
        looked = any(first >= window_from for first, _ in assessed_spans)
        is_gone = found_to < window_from and looked
    periods_since = None
    if found_in and latest:
        periods_since = max(every.index(latest) - every.index(found_in[-1]), 0)
    return (
        min((span[0] for span, _ in spans), default=None),
        max((span[0] for span, _ in spans), default=None),
        found_in[0][2] if found_in else None,
        found_in[-1][2] if found_in else None,
        found_from,
        found_to,
        len(found_in),
        len(looked_in),
        longest_gap(found_in, looked_in),
        periods_since,
        before,
        since,
        len(holding) - len(spans),
        *(latest or (None, None, None)),
        with_latest if assessed_latest else None,
        len(assessed_latest),
        is_new,
        is_gone,
    )


def longest_gap(found_in: list[Period], looked_in: list[Period]) -> int | None:
    """Count the periods that lie between two with the factor, and in which it was assessed."""
    gaps = [
        sum(earlier < one < later for one in looked_in) for earlier, later in pairwise(found_in)
    ]
    return max(gaps, default=None)
