"""Shares over time on a slide: a small chart a factor, all on one scale, and what is common."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from dashboard.briefing.drawing.trend import highest, note
from dashboard.briefing.figures import Line, Moment, Trend
from dashboard.briefing.text import on_a_line, plain
from dashboard.briefing.writers.slides import boxes, measure, native, panel
from dashboard.briefing.writers.slides.native import Box
from dashboard.sentences.counts import NOT_ASSESSED, count

TITLE, NOTE = 14, 12
LESS = "Crosses"
"""How points are drawn that say less than they seem."""
MOST = 4
"""So many small charts a slide has at most: two beside each other, two beneath."""
_STACKED = 2  # so many charts stand beneath each other
_BESIDE, _BENEATH, _GAP = 20.0, 10.0, 6.0  # points between charts, and about the notes


def draw(slide: Any, figure: Trend, box: Box) -> None:
    """Draw shares over time as charts that can be edited, each with its alternative text.

    Args:
        slide: where they are drawn.
        figure: at least one line and no more than MOST; all have the same periods.
        box: their place, with what is said above and beneath them.
    """
    title, told = [plain(on_a_line(figure.title))], [plain(on_a_line(one)) for one in _told(figure)]
    head = measure.height(figure.title, TITLE, box.width, is_bold=True) + _GAP
    foot = boxes.height(told, NOTE, box.width) + _GAP
    boxes.write(slide, title, box._replace(height=head), TITLE, is_bold=True)
    room = box._replace(top=box.top + head, height=box.height - head - foot)
    top = highest(figure)
    places = list(_places(room, len(figure.lines)))
    heads = max(panel.head_height(line, places[0].width) for line in figure.lines)
    for line, place in zip(figure.lines, places, strict=True):
        frame = panel.draw(slide, line, place, top, heads)
        native.describe(frame, on_a_line(panel.name(line)), _alt(figure, line))
    beneath = Box(box.left, box.top + box.height - foot + _GAP, box.width, foot - _GAP)
    boxes.write(slide, told, beneath, NOTE, is_bold=None)


def _places(room: Box, charts: int) -> Iterator[Box]:
    """Yield the places of charts: two beneath each other have the whole width."""
    columns = 1 if charts <= _STACKED else 2
    rows = -(-charts // columns)
    wide = (room.width - _BESIDE * (columns - 1)) / columns
    high = (room.height - _BENEATH * (rows - 1)) / rows
    for place in range(charts):
        row, column = divmod(place, columns)
        left, top = column * (wide + _BESIDE), row * (high + _BENEATH)
        yield Box(room.left + left, room.top + top, wide, high)


def _told(figure: Trend) -> list[str]:
    """Return what is drawn, why points are hollow, and where there are none."""
    gaps = [(panel.name(line), tuple(_gaps(line))) for line in figure.lines]
    if len({runs for _, runs in gaps}) == 1:
        said = list(gaps[0][1])
    else:
        said = [f"{name}: {'; '.join(runs)}" for name, runs in gaps if runs]
    return [note(figure, LESS), *([f"{'. '.join(_begun(one) for one in said)}."] if said else [])]


def _gaps(line: Line) -> Iterator[str]:
    """Yield why there is no share, and in which periods: "no reviews: 2005/06 to 2010/11"."""
    runs: dict[str, list[str]] = {}
    for remark, run in groupby(line.moments, lambda one: one.remark if _is_gap(one) else ""):
        periods = [panel.short(one.period) for one in run]
        if remark:
            ends = periods if len(periods) == 1 else [periods[0], periods[-1]]
            runs.setdefault(remark, []).append(" to ".join(ends))
    for remark, told in runs.items():
        yield f"{remark}: {', '.join(told)}"


def _is_gap(moment: Moment) -> bool:
    """Say whether a period has no share to be drawn."""
    return moment.share.share is None


def _begun(sentence: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def _alt(figure: Trend, line: Line) -> str:
    """Return what one of the charts shows, for those who do not see it."""
    drawn = [one for one in line.moments if not _is_gap(one)]
    told = [f"{panel.name(line)}. {figure.title}, {figure.basis}."]
    if not drawn:
        return on_a_line(f"Line chart: {told[0]} {_begun(NOT_ASSESSED)} in any period.")
    ends = [f"{one.share.said} in {one.period}" for one in (drawn[0], drawn[-1])]
    course = f"From {ends[0]} to {ends[1]}" if len(drawn) > 1 else f"Only {ends[0]}"
    told.append(f"{count(len(line.moments), 'period')}, with 95% intervals. {course}.")
    if middle := panel.middle(line):
        told.append(f"{_begun(middle)}.")
    return on_a_line(f"Line chart: {' '.join(told)}")
