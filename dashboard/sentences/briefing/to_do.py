"""What was recommended and what was done about it, as the lines of a short list."""

from dashboard.sentences.briefing.quoted import shortened
from dashboard.sentences.counts import count, out_of
from dashboard.sentences.markdown import escaped

LONGEST = 240  # letters of a recommendation that are printed
NO_ACTION = "No action is recorded that answers it."


def recommended(shown: int, of: int) -> str:
    """Say how many recommendations answer findings of a factor, and how many of them are listed.

    Args:
        shown: recommendations that are listed: the latest.
        of: recommendations that there are.
    """
    if not of:
        return "No recommendation is recorded that answers a finding of it."
    answer = "answers" if of == 1 else "answer"
    latest = "" if shown == of else f"; the {shown} latest"
    return f"{count(of, 'recommendation')} {answer} a finding of it{latest}:"


def recommended_by_review(shown: int, of: int) -> str:
    """Say how many recommendations a review makes, and how many of them are listed.

    Args:
        shown: recommendations that are listed: the first.
        of: recommendations that there are.
    """
    if not of:
        return "The source records no recommendation of this review."
    first = "" if shown == of else f"; the first {shown}"
    return f"The review makes {count(of, 'recommendation')}{first}:"


def overdue(number: int, actions: int) -> str:
    """Say in a few words how many actions are overdue: the title of a slide.

    Args:
        number: actions that are overdue.
        actions: all actions, at least 1.
    """
    if actions == 1:
        return f"The 1 action is {'' if number else 'not '}overdue"
    are = "is" if number <= 1 else "are"
    of = out_of(number, actions, "action")
    return f"{of[:1].upper()}{of[1:]} {are} overdue"


def recommendation(statement: str, actions: int | None, tracked: str) -> str:
    """Return one recommendation with how far its actions have come.

    Args:
        statement: what the review asks.
        actions: actions that answer it; None where the source records no actions.
        tracked: how far they have come, each word once.

    Returns:
        Markdown: "Police to ask who is at home. (2 actions: overdue; signed off)".
    """
    asked = escaped(shortened(statement, LONGEST))
    if actions is None:
        return asked
    come = f"{count(actions, 'action')}: {tracked}" if actions else "no action recorded"
    return f"{asked} ({come})"
