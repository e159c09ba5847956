"""What came after the signed-off actions: four states, and how the readings differ.

A state stands in a line of its own, with its number; beneath it a bar as long as its share of all
follow-ups. To the left what was under way at the time stands apart; to the right it counts as later
practice. No state is good or bad: "seen again" has the strongest tone, and each has a pattern.
"""

import html
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.sentences.after_action import EXPLAINED, READINGS, STATES
from dashboard.sentences.counts import count, found_of, listed

NAME_HEIGHT, NUMBER_HEIGHT, BAR_HEIGHT, SPACE = 18, 18, 16, 16
ROW = NAME_HEIGHT + NUMBER_HEIGHT + BAR_HEIGHT + SPACE
HEADING_LINE = 24  # characters: half of what a telephone holds
HEADING_HEIGHT = 50
RIGHT = 12
APART = ""
"""The reading in which what overlaps stands apart, blank as it is for the question."""
COLUMNS = {APART: (0.0, 0.47), "lenient": (0.53, 1.0)}
HEADINGS = {
    APART: f"Practice that {READINGS['strict'].lower()}",
    "lenient": f"Practice that {READINGS['lenient'].lower()}",
}
IN_SEEN_AGAIN = "counted as seen again"
Trace = dict[str, Any]


class Bar(NamedTuple):
    """A number and its bar, or a part of one."""

    reading: str
    state: str  # of the line in which it stands, and of the list that it opens
    look: str  # the state whose look it has
    begins: int  # follow-ups to the left of it
    number: int


def follow_ups(rows: pd.DataFrame, mode: theme.Mode) -> go.Figure:
    """Draw how many follow-ups are in each state, strictly and leniently.

    Args:
        rows: rows of `follow_ups.sql`.
        mode: "light" or "dark".

    Returns:
        A figure as wide as there is room. Each bar and number carries `customdata` of state and
        reading: with "" the rows of that `state`, with "lenient" of that `lenient_state`.
    """
    bars = _bars(rows)
    traces = [*_drawn(bars, mode), *_numbers(bars, len(rows), mode)]
    return go.Figure({"data": traces, "layout": _layout(len(rows), mode)})


def alt_text(rows: pd.DataFrame) -> str:
    """Describe the chart to a reader who does not see it."""
    total = len(rows)
    strict = [f"{name.lower()} {_count(rows, 'state', state):,}" for state, name in STATES.items()]
    lenient = [
        f"{STATES[state].lower()} {_count(rows, 'lenient_state', state):,}"
        for state in STATES
        if state != "overlaps"
    ]
    return (
        f"Bars of {count(total, 'follow-up')}. {HEADINGS[APART]}: {listed(strict)}. "
        f"{HEADINGS['lenient']}: {listed(lenient)}."
    )


def _count(rows: pd.DataFrame, column: str, state: str) -> int:
    """Count the follow-ups in a state."""
    is_in: Any = rows[column] == state
    return int(is_in.sum())


def _bars(rows: pd.DataFrame) -> list[Bar]:
    """Return the bars; leniently, what overlaps is the end of what was seen again."""
    strict = [Bar(APART, state, state, 0, _count(rows, "state", state)) for state in STATES]
    lenient = []
    for state in STATES:
        if state == "overlaps":
            continue
        of_state = rows.loc[rows["lenient_state"] == state]
        apart = _count(of_state, "state", "overlaps")
        lenient += [
            Bar("lenient", state, state, 0, len(of_state) - apart),
            Bar("lenient", state, "overlaps", len(of_state) - apart, apart),
        ]
    return [*strict, *lenient]


def _top(state: str) -> float:
    """Return where the line of a state begins, in pixels from the top."""
    return ROW * list(STATES).index(state)


def _axis(reading: str) -> str:
    """Return plotly's name of the axis of a reading."""
    return "" if reading == APART else "2"


def _drawn(bars: list[Bar], mode: theme.Mode) -> Iterator[Trace]:
    """Yield the bars, one trace each: patterns are of a trace."""
    for bar in bars:
        if bar.number:
            yield {
                "type": "bar",
                "orientation": "h",
                "name": STATES[bar.look],
                "x": [bar.number],
                "base": [bar.begins],
                "y": [_top(bar.state) + NAME_HEIGHT + NUMBER_HEIGHT + BAR_HEIGHT / 2],
                "width": [BAR_HEIGHT],
                "xaxis": f"x{_axis(bar.reading)}",
                "yaxis": f"y{_axis(bar.reading)}",
                "marker": {"opacity": 1, "cornerradius": 2} | _look(bar.look, mode),
                "unselected": {"marker": {"opacity": 1}},
                "customdata": [[bar.state, bar.reading]],
                "hovertext": [_hover(bar)],
                "hoverinfo": "text",
                "showlegend": False,
            }


def _look(state: str, mode: theme.Mode) -> dict[str, Any]:
    """Return the tone and the pattern of a state."""
    greys, hue = theme.ground(mode), theme.signal_colour(mode)
    line = {"width": 1.2, "color": hue if state in ("seen again", "overlaps") else greys.muted}
    if state == "seen again":
        return {"color": hue, "line": line}
    if state == "overlaps":
        pattern = {"shape": "/", "fgcolor": hue, "bgcolor": greys.background, "size": 6}
        return {"color": hue, "pattern": pattern | {"solidity": 0.4}, "line": line}
    if state == "not seen":
        return {"color": greys.rule, "line": line}
    pattern = {"shape": ".", "fgcolor": greys.muted, "bgcolor": greys.background, "size": 6}
    return {"color": greys.muted, "pattern": pattern | {"solidity": 0.2}, "line": line}


def _hover(bar: Bar) -> str:
    """Return what a bar says when pointed at."""
    explained = as_plotly(wrapped(EXPLAINED[bar.look]))
    return f"<b>{STATES[bar.look]}</b>: {count(bar.number, 'follow-up')}<br>{explained}"


def _numbers(bars: list[Bar], total: int, mode: theme.Mode) -> Iterator[Trace]:
    """Yield the number of each state in each reading."""
    greys = theme.ground(mode)
    for reading in COLUMNS:
        states = {bar.state: 0 for bar in bars if bar.reading == reading}
        for bar in bars:
            if bar.reading == reading:
                states[bar.state] += bar.number
        yield {
            "type": "scatter",
            "mode": "text",
            "name": "Numbers",
            "x": [0] * len(states),
            "y": [_top(state) + NAME_HEIGHT + NUMBER_HEIGHT / 2 for state in states],
            "text": [found_of(number, total) for number in states.values()],
            "textposition": "middle right",
            "textfont": {"size": 13, "color": greys.text},
            "xaxis": f"x{_axis(reading)}",
            "yaxis": f"y{_axis(reading)}",
            "customdata": [[state, reading] for state in states],
            "unselected": {"textfont": {"color": greys.text}},
            "hoverinfo": "none",
            "cliponaxis": False,
            "showlegend": False,
        }


def _layout(total: int, mode: theme.Mode) -> dict[str, Any]:
    """Return the layout: two columns, the names of the states across both."""
    height = ROW * len(STATES)
    axis = {
        "range": [0, max(total, 1)],
        "showgrid": False,
        "showticklabels": False,
        "zeroline": False,
        "fixedrange": True,
    }
    down = axis | {"range": [height, 0]}
    return {
        "template": theme.template(mode),
        "height": height + HEADING_HEIGHT,
        "margin": {"l": 0, "r": RIGHT, "t": HEADING_HEIGHT, "b": 0},
        "xaxis": axis | {"domain": COLUMNS[APART]},
        "yaxis": down,
        "xaxis2": axis | {"domain": COLUMNS["lenient"], "anchor": "y2"},
        "yaxis2": down | {"anchor": "x2", "matches": "y"},
        "barmode": "overlay",
        "annotations": [*_headings(mode), *_names(mode)],
        "hovermode": "closest",
        "dragmode": False,
    }


def _headings(mode: theme.Mode) -> Iterator[dict[str, Any]]:
    """Yield what each column counts, above it."""
    for reading, (left, _) in COLUMNS.items():
        yield _text(
            left,
            as_plotly(wrapped(HEADINGS[reading], HEADING_LINE)),
            theme.ground(mode).muted,
            xref="paper",
            yref="paper",
            y=1,
            yanchor="bottom",
            yshift=10,
        )


def _names(mode: theme.Mode) -> Iterator[dict[str, Any]]:
    """Yield the names of the states, and where what overlaps has gone in the second column."""
    greys = theme.ground(mode)
    for state, name in STATES.items():
        bold = f"<b>{html.escape(name)}</b>"
        yield _text(0, bold, greys.text, xref="paper", yref="y", y=_top(state), yanchor="top")
    yield _text(
        COLUMNS["lenient"][0],
        IN_SEEN_AGAIN,
        greys.muted,
        xref="paper",
        yref="y",
        y=_top("overlaps") + NAME_HEIGHT + NUMBER_HEIGHT / 2,
        yanchor="middle",
    )


def _text(x: float, text: str, colour: str, **place: Any) -> dict[str, Any]:
    """Return a text that begins at a place."""
    return {
        "x": x,
        "text": text,
        "font": {"color": colour, "size": 13},
        "align": "left",
        "xanchor": "left",
        "showarrow": False,
        "borderpad": 0,
        **place,
    }
