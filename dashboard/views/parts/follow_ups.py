"""Signed-off actions, and whether their factor was found again in practice afterwards."""

from typing import Any

from dashboard.views.chosen import Chosen


def draw(chosen: Chosen, answer: Any) -> None:
    """Draw what became of what was put right.

    Args:
        chosen: the reader's choice.
        answer: the container at the top of the page, for the answer in words.
    """
    answer.markdown("To be drawn.")
