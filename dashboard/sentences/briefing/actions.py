"""How far actions have come, in the words of a briefing."""

from datetime import date

from dashboard.progress import Links, Progress
from dashboard.sentences.actions import as_at, how_long
from dashboard.sentences.counts import count, out_of, some_of
from dashboard.sentences.dates import day
from dashboard.sentences.markdown import bold, escaped

LONG = 120
"""Letters: a statement that is longer would fill a table; its factors stand there instead."""
ASKED_AT_MOST = 3
STANDS_IN_THE_WAY = (
    f"An action has been overdue for 12 months or more. At most {ASKED_AT_MOST} are asked about: "
    "those overdue longest."
)
NOT_ANSWERED = "A finding that is a problem, or mixed, has no recommendation."


def headline(row: Progress) -> str:
    """Say in one plain line how many actions are overdue.

    Args:
        row: all actions together, at least one.

    Returns:
        Markdown: their number in bold.
    """
    overdue = row.words["overdue"]
    number = out_of(overdue, row.actions, "action")
    is_ = "is not" if row.actions == 1 > overdue else _are(overdue or 1)
    said = f"{bold(number[:1].upper() + number[1:])} {is_} overdue {as_at(row)}"
    if row.longest is None:
        return f"{said}."
    return f"{said}, {'' if overdue == 1 else 'the longest '}by {how_long(row.longest)}."


def told_as_at(row: Progress, end: date) -> str:
    """Say as at which day actions are told of, beside the end of the quarter.

    Args:
        row: all actions together.
        end: last day of the quarter.
    """
    first, last = row.as_at
    if first == last == end:
        return f"This is as at {day(end)}, the last day of the quarter."
    said = f"This is {as_at(row)}, as the data say, and not as at the end of the quarter"
    if last <= end:
        return f"{said}: the data end before it does, and what was done since is not known."
    return f"{said} ({day(end)}): how far an action had come by then is not recorded."


def this_quarter(signed_off: int, due: int, quarter: str) -> str:
    """Say what was signed off in the quarter, and what fell due in it and is not done.

    Args:
        signed_off: actions signed off on a day of the quarter.
        due: actions due on a day of the quarter, and overdue.
        quarter: its name.
    """
    signed = count(signed_off, "action") if signed_off else "no action"
    was = "was" if signed_off < 2 else "were"
    late = f"{due:,}" if due else "none"
    return (
        f"In {quarter}, {signed} {was} signed off; of the actions that fell due in it, {late} "
        f"{_are(due or 1)} overdue."
    )


def in_no_quarter(actions: int) -> str:
    """Say how many signed-off actions have a date that falls into no quarter; empty if none.

    Args:
        actions: signed-off actions whose day is not recorded, or known only to its year.
    """
    if not actions:
        return ""
    return (
        f"{count(actions, 'action')} {'was' if actions == 1 else 'were'} signed off on a day that "
        "is not recorded, or known only to its year, and can be of any quarter."
    )


def not_drawn(owners: int, actions: int, overdue: int) -> str:
    """Say what is not drawn of the owners; empty if all are.

    Args:
        owners: owners that are not drawn.
        actions: their actions.
        overdue: of these, the overdue.
    """
    if not owners:
        return ""
    late = "" if overdue else "not "
    if actions > 1:
        late = f"{some_of(overdue, actions)} of them "
    return (
        f"Not drawn {_are(owners)} {count(owners, 'owner')} with fewer overdue actions or none: "
        f"{count(actions, 'action')}, {late}overdue."
    )


def what(statement: str, factors: str) -> str:
    """Return what an action is, for a table: what is to be done, or what it is on if that is long.

    Args:
        statement: what is to be done; empty where it is not recorded.
        factors: names of the factors of the finding that it answers; empty where there is none.
    """
    if statement and len(statement) <= LONG:
        return statement
    return f"On: {factors}" if factors else ""


def stands_in_the_way(action: str, owner: str, days: int, when: str) -> str:
    """Ask about an action that has been overdue for a year or more.

    Args:
        action: its reference.
        owner: who owns it; empty where it is not recorded.
        days: for how long it is overdue.
        when: as at which day: "as at 30 September 2026".

    Returns:
        Markdown.
    """
    of = f" ({escaped(owner)})" if owner else ""
    return (
        f"{bold(f'Action {action}')}{of} is overdue by {how_long(days)} {when}: what stands in the "
        "way?"
    )


def not_answered(tied: Links) -> str:
    """Ask about the problems that no recommendation answers.

    Args:
        tied: what is tied to what, with at least one such finding.

    Returns:
        Markdown.
    """
    without, of = tied.findings_without_recommendation, tied.findings_calling
    number = out_of(without, of, "finding")
    need = "does it need one" if without == 1 else "which of them need one"
    are = "is a problem, or mixed," if of == 1 else "are problems, or mixed,"
    have = "has" if without == 1 else "have"
    named = bold(number[:1].upper() + number[1:])
    return f"{named} that {are} {have} no recommendation: {need}?"


def _are(number: int) -> str:
    """Return the verb that goes with a number."""
    return "is" if number == 1 else "are"
