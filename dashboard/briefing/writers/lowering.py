"""Columns that give way to one another, as long as that makes their table lower."""

from collections.abc import Callable, Sequence
from itertools import permutations, product

_STEPS = (4.0, 8.0, 16.0, 32.0)
"""Points that are moved at once: the fewest by which the table is lower."""
_LOWER = 0.01  # points: what is less is no difference


def lowered(
    shared: Sequence[float],
    least: Sequence[float],
    kinds: Sequence[int],
    high: Callable[[Sequence[float]], float],
) -> list[float]:
    """Move room from columns that do not need it to those whose lines it makes fewer.

    Args:
        shared: width of each column, in points.
        least: that each keeps.
        kinds: columns of one kind are equally wide, and stay so.
        high: says how high the table is with such widths.

    Returns:
        Widths that add up to the same; the same as before where no move lowers the table.
    """
    columns = [[at for at, one in enumerate(kinds) if one == kind] for kind in dict.fromkeys(kinds)]
    now, best = list(shared), high(shared)
    while True:
        for step, (giving, taking) in product(_STEPS, permutations(columns, 2)):
            moved = _moved(now, giving, taking, step)
            if any(moved[at] < least[at] for at in giving):
                continue
            if (lower := high(moved)) < best - _LOWER:
                now, best = moved, lower
                break
        else:
            return now


def _moved(
    shared: Sequence[float], giving: Sequence[int], taking: Sequence[int], step: float
) -> list[float]:
    """Return widths of which some columns gave so many points each, shared by some others."""
    moved = list(shared)
    for at in giving:
        moved[at] -= step
    for at in taking:
        moved[at] += step * len(giving) / len(taking)
    return moved
