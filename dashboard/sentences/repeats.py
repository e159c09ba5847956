"""Recommendations made before, in words: how often, since when, and what became of them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.repeats import Recommended, Repeat
from dashboard.sentences.counts import count, listed
from dashboard.sentences.markdown import bold, escaped

WORDS_ALONE = (
    "Compared are the selected reviews of one board, by their words alone: similar words are not "
    "always the same request, and the same request can be made in other words. Read each pair "
    "before you take it for a repeat."
)
A_FINDING_ITSELF = (
    "That something had to be asked again is worth a question of its own: was it done, did it "
    "help, or was it the wrong thing to ask for?"
)
REASONS = {
    "no finding": ("answers no finding on record", "answer no finding on record"),
    "no factor": ("answers a finding without a factor", "answer a finding without a factor"),
    "no agency": ("is addressed to no one agency", "are addressed to no one agency"),
    "no date": ("has no date", "have no date"),
}
"""Why a recommendation cannot be compared: said of one, and of more."""


def repeats(compared: int, repeating: int, before: int, alike: int, first: Repeat | None) -> str:
    """Say how many recommendations repeat an earlier one, and which was asked most often.

    Args:
        compared: selected recommendations that can be compared, at least 1.
        repeating: of these, recommendations that repeat an earlier one.
        before: of those, recommendations that repeat one which had been signed off before.
        alike: similarity of the words from which on one repeats the other.
        first: the repeat that was asked in most reviews; None if there is none.

    Returns:
        Markdown: the factor in bold.
    """
    of = f"Of {count(compared, 'recommendation')} that can be compared,"
    how = f"in similar words (similarity {alike} or more of 100)"
    if alike == 100:
        how = "in the same words"
    if first is None:
        return f"{of} **none** repeats an earlier one to the same agency on the same factor {how}."
    verb = "repeats" if repeating == 1 else "repeat"
    parts = [
        f"{of} **{repeating:,}** {verb} an earlier one to the same agency on the same factor "
        f"{how}.",
        f"Most often: {bold(first.factors)}, asked of {escaped(addressee(first.recommended))} in "
        f"{count(first.reviews, 'review')} since {first.since}, {_of_the_earlier(first)}.",
    ]
    if before:
        was = "was" if before == 1 else "were"
        parts.append(
            f"{before:,} of the {repeating:,} {was} asked again after an earlier one had been "
            "signed off."
        )
    return " ".join(parts)


def not_compared(reasons: Mapping[str, int], compared: int) -> str:
    """Say how many recommendations cannot be compared, and why; empty if all can.

    Args:
        reasons: recommendations by the reason, as `recommendations_not_compared.sql` names it.
        compared: recommendations that can be compared.
    """
    without = sum(reasons.values())
    if not without:
        return ""
    said = [f"{number:,} {REASONS[why][number > 1]}" for why, number in reasons.items()]
    return (
        f"{without:,} of the {count(without + compared, 'selected recommendation')} cannot be "
        f"compared: {listed(said)}."
    )


def listing(repeating: int, in_list: int) -> str:
    """Say how a list adds up in which a repeat that was itself repeated has no row of its own.

    Args:
        repeating: recommendations that repeat an earlier one.
        in_list: rows of the list.
    """
    lines = f"The {repeating:,} repeats stand in {count(in_list, 'row')}"
    if repeating == in_list:
        return f"{lines}, one for each." if repeating > 1 else "The one repeat stands in one row."
    within = repeating - in_list
    stand = "that was itself asked again stands" if within == 1 else "that were asked again stand"
    return f"{lines}: {within:,} {stand} among the earlier ones of a later row."


def asked_before(repeat: Repeat) -> str:
    """Return one line for beside a recommendation: how often it was asked before, since when.

    Returns:
        Such as "Asked before: in 2 reviews since 2019, the last signed off in May 2023."
    """
    before = repeat.reviews - 1
    when = f"in {before:,} reviews since" if before > 1 else "once, in"
    the_last = "the last " if len(repeat.earlier) > 1 else ""
    became = came_of(repeat.earlier[0].recommended)
    return f"Asked before: {when} {repeat.since}, {the_last}{became}."


def came_of(one: Recommended) -> str:
    """Say what became of a recommendation, as its actions tell.

    Returns:
        Plain text that follows a noun: "signed off in May 2023", "complete, and not signed off",
        "not signed off (overdue)", "without an action on record".
    """
    if not one.actions:
        return "without an action on record"
    of = f"of {count(one.actions, 'action')}"
    if one.signed_off == one.actions:
        return f"signed off{_on(one.signed_off_on, one.signed_off_precision)}"
    if one.signed_off:
        when = _on(one.signed_off_on, one.signed_off_precision)
        return f"with {one.signed_off:,} {of} signed off{when}"
    if one.complete == one.actions:
        return f"complete{_on(one.completed_on, one.completed_precision)}, and not signed off"
    if one.complete:
        return f"with {one.complete:,} {of} complete, and none signed off"
    return f"not signed off ({one.statuses.lower() or 'status not recorded'})"


def addressee(one: Recommended) -> str:
    """Return whom a recommendation asks, as it stands within a sentence."""
    return within_sentence(one.agency)


def within_sentence(agency: str) -> str:
    """Return the name of an agency without the capital of an article that begins it."""
    return f"the{agency[3:]}" if agency.startswith("The ") else agency


def _of_the_earlier(repeat: Repeat) -> str:
    """Return what became of the latest earlier one."""
    which = "the earlier one" if len(repeat.earlier) == 1 else "the last of the earlier ones"
    return f"{which} {came_of(repeat.earlier[0].recommended)}"


def _on(first_day: Any, precision: str) -> str:
    """Return when, to the month at most; a day that is not recorded is said so."""
    if first_day is None:
        return " (when is not recorded)"
    first: Any = pd.Timestamp(first_day)
    if precision == "year":
        return f" in {_year(first)}"
    if precision == "quarter":
        last = first + pd.DateOffset(months=2)
        return f" in {first:%B} to {last:%B %Y}"
    return f" in {first:%B %Y}"


def _year(first: pd.Timestamp) -> str:
    """Return a calendar year or a financial one."""
    if first.month == 1:
        return str(first.year)
    return f"{first.year}/{(first.year + 1) % 100:02}"
