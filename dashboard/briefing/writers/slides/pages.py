"""What is shown of a message, in parts of which each fits on a slide."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from dashboard.briefing.document import Bullets, Table
from dashboard.briefing.figures import Bars, Dots, Figure, Trend, series_of
from dashboard.briefing.text import Text, plain
from dashboard.briefing.writers.slides import lying, points, tables, trend

Shown = Figure | Table | Bullets
Item = TypeVar("Item")

MOST_BULLETS, MOST_ROWS, MOST_LABELS = 12, 9, 10
_STEPS = 20  # rooms that are tried, from the smallest that may do


def parts(shown: Shown, width: float, height: float) -> list[Shown]:
    """Return what is shown, in parts that each fit.

    Args:
        shown: a figure, a table or points.
        width: of the room on a slide, in points.
        height: of that room.

    Returns:
        At least one; they hold everything, in the order given. A figure in which nothing is drawn
        is said in words.
    """
    if isinstance(shown, Dots | Bars | Trend) and not series_of(shown):
        return [Bullets((plain(shown.alt or shown.title),))]
    if isinstance(shown, Bullets):
        return [replace(shown, items=tuple(part)) for part in _points(shown, width, height)]
    if isinstance(shown, Table):
        return _rows(shown, width, height)
    if isinstance(shown, Trend):
        held = split(shown.lines, lambda _: 1.0, trend.MOST, trend.MOST)
        return [replace(shown, lines=tuple(part)) for part in held]
    return _labels(shown, width, height)


def split(
    items: Sequence[Item], cost: Callable[[Item], float], room: float, most: int
) -> list[list[Item]]:
    """Split a list into as few parts as hold it, of about the same length.

    Args:
        items: the list.
        cost: what one takes of the room.
        room: what there is in each part; what is too long by itself has a part of its own.
        most: how many a part holds at most.
    """
    fewest = len(_filled(items, cost, room, most))
    even = sum(map(cost, items)) / fewest
    for step in range(_STEPS):
        smaller = even + max(room - even, 0.0) * step / _STEPS
        evenly = _filled(items, cost, smaller, most)
        if len(evenly) == fewest:
            return evenly
    return _filled(items, cost, room, most)


def _filled(
    items: Sequence[Item], cost: Callable[[Item], float], room: float, most: int
) -> list[list[Item]]:
    """Fill part after part."""
    filled: list[list[Item]] = [[]]
    used = 0.0
    for item in items:
        wanted = cost(item)
        if filled[-1] and (used + wanted > room or len(filled[-1]) == most):
            filled.append([])
            used = 0.0
        filled[-1].append(item)
        used += wanted
    return filled


def _points(bullets: Bullets, width: float, height: float) -> list[list[Text]]:
    """Split points, measured smaller than the largest: few long ones stay together."""

    def cost(item: Text) -> float:
        return points.height([item], points.USUAL, width)

    return split(bullets.items, cost, height, MOST_BULLETS)


def _rows(table: Table, width: float, height: float) -> list[Shown]:
    """Split the rows of a table; its headings and notes stand with each part."""
    form = tables.form_of(table, width, height)
    room = height - tables.around(table, form, width)
    held = split(table.rows, form.row_height, room, MOST_ROWS)
    return [replace(table, rows=tuple(part)) for part in held]


def _labels(figure: Dots | Bars, width: float, height: float) -> list[Shown]:
    """Split a chart by its labels; what is of one label stays together."""
    drawn = figure.dots if isinstance(figure, Dots) else figure.bars
    labels = list(dict.fromkeys(one.label for one in drawn))
    bars = len(series_of(figure)) if isinstance(figure, Dots) else 1

    def cost(label: str) -> float:
        return lying.row_height(label, width, bars)

    has_legend = isinstance(figure, Bars) and len(series_of(figure)) > 1
    held = split(labels, cost, height - lying.around(has_legend), MOST_LABELS)
    if isinstance(figure, Dots):
        return [
            replace(figure, dots=tuple(dot for dot in figure.dots if dot.label in part))
            for part in held
        ]
    return [
        replace(figure, bars=tuple(bar for bar in figure.bars if bar.label in part))
        for part in held
    ]
