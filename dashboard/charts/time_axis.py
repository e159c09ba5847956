"""The axis of time that all charts over time share: its periods, its notes, and where it breaks.

A period stands at its place, 0, 1, 2 ...; a day stands where it lies within its period. So periods
of unequal length take the same room, and what is drawn by days lies beneath what is drawn by
periods.
"""

import html
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Protocol

from dashboard import theme
from dashboard.course import Break, Course, Period
from dashboard.sentences.dates import day

LABELLED_QUARTERS = 4
LABELLED_YEARS = 6
"""So many names of periods stand side by side on a telephone."""
HALF = 0.5
NUMBER_HEIGHT, REASON_HEIGHT = 18, 17
"""Pixels, of the number of a note and of a line of words above a chart."""


class Dated(Protocol):
    """Something that happened on a day, such as a note."""

    @property
    def on(self) -> date:
        """The day."""
        ...


def at(on: date, periods: Sequence[Period]) -> float | None:
    """Return where a day stands on the axis; None if it lies outside.

    Args:
        on: the day.
        periods: every period of the axis, in order.
    """
    for period in periods:
        if period.first <= on <= period.last:
            days = (period.last - period.first).days + 1
            return period.place - HALF + ((on - period.first).days + HALF) / days
    return None


def axis(periods: Sequence[Period]) -> dict[str, Any]:
    """Return the layout of the axis: a few names of periods, the last one among them."""
    shown = labelled(periods)
    return {
        "range": [-HALF, max(len(periods) - HALF, HALF)],
        "tickmode": "array",
        "tickvals": [period.place for period in shown],
        "ticktext": [in_lines(period.name) for period in shown],
        "ticks": "outside",
        "ticklen": 4,
        "ticklabeloverflow": "allow",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def labelled(periods: Sequence[Period]) -> list[Period]:
    """Choose the periods that are named on the axis, at even steps back from the last."""
    if not periods:
        return []
    most = LABELLED_QUARTERS if "(" in periods[-1].name else LABELLED_YEARS
    step = -(-len(periods) // most)
    return list(reversed(periods[::-1][::step]))


def in_lines(name: str) -> str:
    """Return the name of a period for the axis, a word to a line: "Q1", "2026/27", "(Apr-Jun)"."""
    return name.replace(" ", "<br>")


def notes(
    noted: Sequence[Dated],
    periods: Sequence[Period],
    heights: Sequence[tuple[float, float]],
    mode: theme.Mode,
) -> Iterator[dict[str, Any]]:
    """Yield a thin line for each note, with its number: 1 is the first of the list beside it.

    Args:
        noted: notes in the order of their list; those outside the axis are not drawn.
        periods: every period of the axis.
        heights: where the lines begin and end on the other axis, once for each thing drawn.
        mode: "light" or "dark".
    """
    muted = theme.ground(mode).muted
    placed = [(n, x) for n, note in enumerate(noted, 1) if (x := at(note.on, periods)) is not None]
    stretches = [(x, *ends) for _, x in placed for ends in heights]
    yield {
        "type": "scatter",
        "mode": "lines",
        "name": "Notes",
        "x": [at for x, _, _ in stretches for at in (x, x, None)],
        "y": [at for _, top, bottom in stretches for at in (top, bottom, None)],
        "line": {"color": muted, "width": 1, "dash": "dot"},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    tops = [(number, x, top) for number, x in placed for top, _ in heights]
    yield {
        "type": "scatter",
        "mode": "text",
        "name": "Numbers of notes",
        "x": [x for _, x, _ in tops],
        "y": [top for _, _, top in tops],
        "text": [f"<b>{number}</b>" for number, _, _ in tops],
        "textposition": "top center",
        "textfont": {"color": muted, "size": 11},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
    }


def why(broken: Break) -> str:
    """Say why there is no line through some periods."""
    if broken.reason == "before it began" and broken.day:
        return f"not assessed before {day(broken.day)}"
    if broken.reason == "after it ended" and broken.day:
        return f"not assessed after {day(broken.day)}"
    return "framework not used" if broken.reason == "not assessed" else broken.reason


def changed(course: Course) -> str:
    """Say that the definition of a factor changed."""
    return f"definition changed (version {course.life.version})"


def reasons(course: Course) -> list[tuple[float, str]]:
    """Return where the line of a course breaks, and why, but for periods without reviews.

    Returns:
        The place of each break: the edge at which the line begins, ends or breaks.
    """
    last = len(course.points) - 1
    found = []
    for broken in course.breaks:
        if broken.reason != "no reviews":
            is_at_end = broken.last == last and broken.first > 0
            place = broken.first - HALF if is_at_end else broken.last + HALF
            found.append((min(place, last + HALF), why(broken)))
    found += [(place - HALF, changed(course)) for place in course.changes]
    return sorted(found)


def reasons_above(
    found: Sequence[tuple[float, str]], periods: Sequence[Period], mode: theme.Mode
) -> list[dict[str, Any]]:
    """Return the reason of each break, above the chart beside its edge, where there is more room.

    Args:
        found: where the line breaks, and why.
        periods: every period of the axis.
        mode: "light" or "dark".
    """
    said = []
    for number, (place, text) in enumerate(reversed(found)):
        is_left = place < (len(periods) - 1) / 2
        words = html.escape(text, quote=False)
        said.append(
            {
                "text": f"▏{words}" if is_left else f"{words}▕",
                "xref": "x",
                "yref": "paper",
                "x": place,
                "y": 1,
                "xanchor": "left" if is_left else "right",
                "yanchor": "middle",
                "yshift": NUMBER_HEIGHT + REASON_HEIGHT * (number + HALF),
                "showarrow": False,
                "font": {"size": 11, "color": theme.ground(mode).muted},
            }
        )
    return said


def height_above(found: Sequence[tuple[float, str]]) -> int:
    """Return the room that numbers of notes and reasons of breaks need above a chart, in pixels."""
    return NUMBER_HEIGHT + REASON_HEIGHT * len(found) + 4


def edge(place: float, mode: theme.Mode) -> dict[str, Any]:
    """Return a thin line at the edge of a break."""
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": place,
        "x1": place,
        "y0": 0,
        "y1": 1,
        "line": {"color": theme.ground(mode).rule, "width": 1},
        "layer": "below",
    }
