"""The questions for the board: how they came about, in words."""

from collections.abc import Sequence

from dashboard.sentences.counts import count, listed

NONE = "No other part of this briefing raises a question from its numbers."
ASKED_ONCE = "A factor that several rules raise is asked about once, under the first of them."
THE_RULES = "The rules that raised them:"


def asked(shown: int, raised: int) -> str:
    """Say how many questions there are, and that they judge nothing.

    Args:
        shown: how many are asked, at least 1.
        raised: how many the rules raise.
    """
    first = "Each is raised from the numbers by the rule named behind it, and judges nothing."
    left = raised - shown
    if not left:
        return first
    are = "is" if left == 1 else "are"
    return (
        f"{first} {count(left, 'more question')} that the same rules raise {are} left out, so that "
        "there is time for these."
    )


def the_rules(*, is_shared: bool) -> str:
    """Return what stands before the rules.

    Args:
        is_shared: whether several rules raise one of the questions.
    """
    return f"{ASKED_ONCE} {THE_RULES}" if is_shared else THE_RULES


def by_rule(names: Sequence[str]) -> str:
    """Return the rules that raised a question, as they stand behind it: "(Rules A and C)".

    Args:
        names: their letters, at least one.
    """
    return f"({'Rule' if len(names) == 1 else 'Rules'} {listed(names)})"
