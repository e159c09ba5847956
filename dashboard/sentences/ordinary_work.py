"""Ordinary work beside case reviews, and whose account a finding rests on, in words."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.comparison import Compared, comparisons
from dashboard.estimates import is_too_few
from dashboard.sentences.comparison import AS_WHAT
from dashboard.sentences.counts import TOO_FEW, count, found_of, listed, percent
from dashboard.sentences.markdown import bold

ORDINARY, CASES = "Ordinary work", "Case reviews"
HOW_CHOSEN = (
    "A case is reviewed because something went badly wrong; an audit takes work that a board chose "
    "to look at, often for one subject, and looks for other things. So a factor found only in case "
    "reviews may be one that no audit looked for, and one found in both is a part of ordinary "
    "work, not the mark of a tragedy."
)
NO_ORDINARY_WORK = (
    "Every review of the chosen sources is a case review: there is no ordinary work to set beside "
    "it. Whether a factor belongs to tragedies or to everyday work cannot be told from these. "
    "Choose a source that holds audits of ordinary work too."
)
ONLY_ORDINARY_WORK = (
    "Every review of the chosen sources is an audit of ordinary work: there is no case review to "
    "set beside it. Choose a source that holds both."
)
NEITHER_IS_RIGHT = (
    "Neither account is taken to be the right one. People saw the work from where they stood, with "
    "what they knew at the time, and a review keeps these views as they were. That an account is "
    "silent on a factor does not mean that it denies it."
)
WHAT_DIFFERS = (
    "Accounts differ where one holds a factor as a problem and another holds the same factor, in "
    "the same review, as a strength. One that holds both differs from none, neutral findings judge "
    "nothing, and findings whose account is not recorded are not compared. The two may speak of "
    "different moments: read them in the review."
)
SEVERAL_ACCOUNTS = (
    "A review counts in each account that holds the factor, so the accounts of a factor may add up "
    "to more than its reviews."
)
NEEDS_BOTH = (
    "The filter on appraisal leaves only problems, or only strengths: whether accounts differ "
    "cannot be seen. Take that filter away."
)


def ordinary_work(rows: pd.DataFrame, appraisal: str) -> str:
    """Say which factors are found in both kinds of work, and which in one alone.

    Args:
        rows: rows of `dashboard.comparison.compared`, ordinary work first.
        appraisal: as what the factors are found.

    Returns:
        Markdown; empty where a factor was found in neither, or where of one kind too few reviews
        were assessed: that two audits hold no such finding says nothing of ordinary work.
    """
    told = [row for row in comparisons(rows) if row.is_assessed and not row.is_too_few]
    found = [row for row in told if row.with_a or row.with_b]
    if not found:
        return ""
    both = [row for row in found if row.with_a and row.with_b]
    cases = [row for row in found if not row.with_a]
    ordinary = [row for row in found if not row.with_b]
    as_what = AS_WHAT.get(appraisal, "")
    of = f"Of the {count(len(found), 'factor')} found{as_what}"
    are = "is" if len(both) == 1 else "are"
    if len(both) == len(found):
        every = f"Each of the {len(found):,} factors" if len(found) > 1 else "The one factor"
        return (
            f"{every} found{as_what} is found both in ordinary work and in case reviews. "
            f"{_first('both' if len(found) > 1 else 'one', both)}"
        )
    parts = [
        f"{of}, {len(both):,} {are} found both in ordinary work and in case reviews, "
        f"{len(cases):,} only in case reviews, and {len(ordinary):,} only in ordinary work.",
        _first("both", both),
        _first("cases", cases),
        _first("ordinary", ordinary),
    ]
    return " ".join(filter(None, parts))


def perspectives(rows: Sequence[Any]) -> str:
    """Say on whose accounts the findings rest, and how many do not say.

    Args:
        rows: rows of `perspectives.sql`.

    Returns:
        Markdown. The findings whose account is not recorded are always counted.
    """
    if not rows:
        return "There is nothing to count: no finding fits these filters."
    of = int(rows[0].findings_found)
    known = [row for row in rows if isinstance(row.perspective, str)]
    unknown = sum(int(row.findings) for row in rows if row not in known)
    hold = "holds" if of == 1 else "hold"
    if not known:
        return (
            f"Whose account a finding rests on is not recorded for any of the "
            f"{count(of, 'finding')} that {hold} a factor."
        )
    named = [
        f"{bold(row.perspective_label)} {int(row.findings):,} in "
        f"{count(int(row.reviews_with), 'review')}"
        for row in known
    ]
    return (
        f"{count(of, 'finding')} in {count(int(rows[0].reviews_found), 'review')} {hold} a factor. "
        f"They rest on the accounts of: {listed(named)}. For {found_of(unknown, of)} it is not "
        "recorded whose account it is."
    )


def accounts_differing(differing: int, compared: int) -> str:
    """Say in how many reviews the accounts of one factor differ.

    Args:
        differing: reviews in which those of at least one factor do.
        compared: reviews in which two accounts or more appraise the same factor.
    """
    if not compared:
        return (
            "In no selected review do two recorded accounts appraise the same factor: whether "
            "accounts differ cannot be told."
        )
    number = f"{differing:,}" if differing else "none"
    return (
        f"Accounts differ in **{number} of the {count(compared, 'review')}** in which several "
        "accounts appraise the same factor: it is a problem in one, and a strength in another."
    )


MOST = {
    "one": "It is",
    "both": "Most often in both:",
    "cases": "Most often only in case reviews:",
    "ordinary": "Most often only in ordinary work:",
}
CASE = ("case review", "case reviews")
AUDIT = ("audit of ordinary work", "audits of ordinary work")


def _first(where: str, rows: Sequence[Compared]) -> str:
    """Name the factor found most often among some."""
    if not rows:
        return ""
    most = max(rows, key=lambda row: (row.with_a + row.with_b, row.with_b))
    return (
        f"{MOST[where]} {bold(most.label)}, in {_of(most.with_b, most.of_b, *CASE)} and in "
        f"{_of(most.with_a, most.of_a, *AUDIT)}."
    )


def _of(found: int, of: int, singular: str, plural: str) -> str:
    """Return a share in a sentence: "16 of 28 case reviews (57%)"."""
    share = TOO_FEW if is_too_few(of) else percent(found / of)
    return f"{found:,} of {count(of, singular, plural)} ({share})"
