"""The questions for the board: how they came about, in words."""

from dashboard.sentences.counts import count

NONE = "No other part of this briefing raises a question from its numbers."
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


def by_rule(name: str) -> str:
    """Return the rule that raised a question, as it stands behind it."""
    return f"(Rule {name})"
