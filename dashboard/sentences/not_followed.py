"""Which signed-off actions cannot be followed, which reviews cannot be placed, and why."""

from collections.abc import Mapping

from dashboard.sentences.counts import count, listed

_SEVERAL = {
    "no finding": "answer no finding that is recorded",
    "no factor": "answer a finding without a factor of this framework",
    "no problem": "answer a strength, or what is not appraised",
    "no agency": "can be tied to no agency",
    "no date": "are said to be done, without a date",
    "closed": "are superseded or not accepted",
}
REASONS = {
    "no finding": "answers no finding that is recorded",
    "no factor": "answers a finding without a factor of this framework",
    "no problem": "answers a strength, or what is not appraised",
    "no agency": "can be tied to no agency",
    "no date": "is said to be done, without a date",
    "closed": "is superseded or not accepted",
}
"""Why an action is not followed, in the order in which it is told."""


def not_followed(fates: Mapping[str, int], done: str) -> str:
    """Say which actions are not followed: "47 of 107 signed-off actions cannot be followed: ...".

    Args:
        fates: rows of `followed_or_not.sql`: fate -> actions.
        done: what the actions are: "signed-off" or "completed".

    Returns:
        Plain text; empty where all are followed.
    """
    every, left = sum(fates.values()), sum(fates.values()) - fates.get("followed", 0)
    if not left:
        return ""
    reasons = [fate for fate in REASONS if fates.get(fate)]
    said = {fate: (REASONS if fates[fate] == 1 else _SEVERAL)[fate] for fate in reasons}
    why = listed([f"{fates[fate]:,} {said[fate]}" for fate in reasons])
    if len(reasons) == 1:
        why = f"{'it' if left == 1 else 'they'} {said[reasons[0]]}"
    actions = count(every, f"{done} action")
    if every == 1:
        return f"The {actions} cannot be followed: {why}."
    if left == every:
        return f"None of the {actions} can be followed: {why}."
    return f"{left:,} of {actions} cannot be followed: {why}."


def not_placed(reviews: int, without_date: int, without_beginning: int, without_end: int) -> str:
    """Say which reviews cannot be placed before or after a day by their practice.

    Args:
        reviews: reviews in which a factor could have been found again.
        without_date: of these, reviews with no date of practice: left out.
        without_beginning: of these, reviews whose practice has an end and no beginning.
        without_end: of these, reviews whose practice has a beginning and no end.

    Returns:
        Plain text; empty where all can be placed.
    """
    said = []
    if without_date:
        are = "is" if without_date == 1 else "are"
        said.append(
            f"{without_date:,} of {count(reviews, 'review')} {are} left out: no date of practice "
            "is recorded."
        )
    if without_beginning:
        has = "has" if without_beginning == 1 else "have"
        said.append(
            f"{count(without_beginning, 'review')} {has} an end of practice and no beginning, and "
            "may have been under way at any earlier day."
        )
    if without_end:
        has, do = ("has", "it counts") if without_end == 1 else ("have", "they count")
        said.append(
            f"{count(without_end, 'review')} {has} a beginning of practice and no end: {do} only "
            "where practice began later."
        )
    return " ".join(said)
