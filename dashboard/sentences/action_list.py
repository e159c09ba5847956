"""How a list of actions adds up to the number behind which it stands."""

from collections.abc import Sequence
from typing import Any

from dashboard.sentences.counts import count
from dashboard.sentences.markdown import bold, escaped


def listed_actions(length: Any, words: Sequence[str]) -> str:
    """Say how many actions are listed, and of what.

    Args:
        length: the row of `actions_count.sql`.
        words: what narrows the list, as plain text, such as "owner: Police".

    Returns:
        Markdown: "**2 actions** are listed (owner: Police). They answer 2 recommendations ...".
    """
    actions = int(length.actions)
    of = f" ({escaped('; '.join(words))})" if words else ""
    if not actions:
        return f"**No action** is to be listed{of}."
    number = bold(count(actions, "action"))
    recommendations = count(int(length.recommendations), "recommendation")
    reviews = count(int(length.reviews), "review")
    are, they = ("is", "It answers") if actions == 1 else ("are", "They answer")
    return f"{number} {are} listed{of}. {they} {recommendations} of {reviews}."
