"""Which factors are new in a quarter, in words."""

from collections.abc import Sequence
from typing import Any

from dashboard.estimates import TOO_FEW_REVIEWS, is_too_few
from dashboard.sentences.briefing.new_and_unseen import of_one, remark
from dashboard.sentences.briefing.placed import came
from dashboard.sentences.comparison import AS_WHAT
from dashboard.sentences.counts import count, first_named, found_of, found_of_reviews, listed
from dashboard.sentences.markdown import bold
from dashboard.sentences.over_time import found_in_none

NAMED_AT_MOST = 3
ASKED_AT_MOST = 3
NEW_RULE = (
    f"A factor is found this quarter, and was assessed in at least {TOO_FEW_REVIEWS} earlier "
    "reviews and found in none. At most "
    f"{ASKED_AT_MOST} are asked about: those found in the most reviews of the quarter."
)
NOTHING_BEFORE = (
    "No selected review is from before this quarter, so nothing can be told to be new: all of it "
    "is found for the first time."
)


def nothing_new(quarter: str, basis: str) -> str:
    """Say that nothing is new where no review came.

    Args:
        quarter: its name.
        basis: practice or published.
    """
    none = came(0, basis).replace("No", "no", 1)
    return f"Nothing is new, for {none} in {quarter}."


def new(rows: Sequence[Any], appraisals: Sequence[str]) -> str:
    """Say which factors are new this quarter.

    Args:
        rows: rows of `factor_history.sql` that are new in the quarter.
        appraisals: as what factors can be found here, at least one.

    Returns:
        Markdown: factors in bold, each with how often it was found now and before. Those assessed
        in too few reviews before to tell that they are new are counted, not named.
    """
    if not rows:
        as_whats = [as_what for one in appraisals if (as_what := AS_WHAT.get(one, "").strip())]
        either = f", {listed(as_whats, 'or')}" if as_whats else ""
        return f"No factor is found for the first time this quarter{either}."
    told = [row for row in rows if is_asked_of_new(row)]
    said = [_new(found, one) for one in appraisals if (found := of_one(told, one))]
    return " ".join(filter(None, (*said, _few_before(len(rows) - len(told)))))


def is_asked_of_new(row: Any) -> bool:
    """Say whether a factor that is new was assessed before in reviews enough to ask of it.

    Args:
        row: row of `factor_history.sql` of a factor that is new in the quarter.
    """
    return not is_too_few(int(row.reviews_assessed_before))


def ask_of_new(row: Any, appraisal: str) -> str:
    """Ask what a new factor means.

    Args:
        row: row of `factor_history.sql` of a factor that is new in the quarter.
        appraisal: as what it is found.
    """
    found = found_of(int(row.reviews_with_latest), int(row.reviews_assessed_latest))
    before = found_in_none(int(row.reviews_assessed_before))
    return (
        f"{bold(row.label)} was found{AS_WHAT.get(appraisal, '')} for the first time, in {found}; "
        f"before, in {before}. Is it new in practice, or new in coding?"
    )


def also_new(row: Any) -> str:
    """Say that a factor, about which a question is asked already, is new too.

    Args:
        row: row of `factor_history.sql` of a factor that is new in the quarter.
    """
    before = found_in_none(int(row.reviews_assessed_before))
    return f"It was found for the first time: before, in {before}."


def first_assessed(factors: int) -> str:
    """Count the factors that were found as soon as they were assessed; empty if there are none."""
    if not factors:
        return ""
    was = "was" if factors == 1 else "were"
    it = "it is" if factors == 1 else "they are"
    return (
        f"{count(factors, 'factor')} found this quarter {was} not assessed in any review before, "
        f"so {it} not called new."
    )


def _new(rows: Sequence[Any], appraisal: str) -> str:
    """Name the factors of one appraisal that are new."""
    told = [
        f"{bold(row.label)}, in "
        f"{found_of_reviews(int(row.reviews_with_latest), int(row.reviews_assessed_latest))}, "
        f"against {found_in_none(int(row.reviews_assessed_before))} before{remark(row)}"
        for row in rows[:NAMED_AT_MOST]
    ]
    as_what = AS_WHAT.get(appraisal, "")
    named = "; ".join(first_named(told, len(rows)))
    return f"Found{as_what} for the first time this quarter: {named}."


def _few_before(factors: int) -> str:
    """Count the factors of which too few reviews tell whether they were there before."""
    if not factors:
        return ""
    is_, was = ("is", "was") if factors == 1 else ("are", "were")
    return (
        f"{count(factors, 'factor')} {is_} found for the first time, but {was} assessed in fewer "
        f"than {TOO_FEW_REVIEWS} reviews before: too few to tell that "
        f"{'it is' if factors == 1 else 'they are'} new."
    )
