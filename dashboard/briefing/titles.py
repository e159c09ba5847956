"""The title of a slide: one message that can be read at a glance."""

from collections.abc import Sequence

LETTERS = 159
"""So many letters are read at a glance, and stand on a slide in two lines or three."""


def fitting(wordings: Sequence[str]) -> str:
    """Return the first wording that fits; the last, which is the shortest, if none does.

    Args:
        wordings: sentences without bold that say the same, at least one, the longest first.
    """
    return next((one for one in wordings if len(one) <= LETTERS), wordings[-1])
