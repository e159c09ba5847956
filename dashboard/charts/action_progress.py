"""How far actions have come: a bar for each group, in parts that add up to its actions.

The name stands above its bar, with the overdue actions of all in words, so that a bar too short for
a number still has one. What is overdue comes first in each bar: there its lengths can be compared.
It alone has a hue, and an outline; all else is grey.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.wrapped import LINE, as_plotly, wrapped
from dashboard.progress import AGES, UNKNOWN, WORDS, Progress
from dashboard.sentences.counts import count, listed

TEXT_HEIGHT = 18
BAR_HEIGHT = 18
SPACE_BETWEEN = 9
SPACE_ABOVE = 4
NARROWEST = 330
"""Pixels that the chart has on a telephone: what fits there fits everywhere."""
CHARACTER_WIDTH = 8  # pixels, of a number in a bar
NAMED_IN_ALT_TEXT = 3


class Fill(NamedTuple):
    """How a part of a bar is filled, and the colour of text that can be read on it."""

    fill: str
    text: str
    outline: str
    outline_width: int
    hatch: str = ""  # colour of the lines over the fill, if there are any


class Bar(NamedTuple):
    """A bar: its name, a note beside the name, and its parts by word.

    Attributes:
        key: what a click on a part hands over, before its word.
        name: what stands above the bar.
        note: what stands beside the name, in muted text.
        parts: word -> actions.
        is_door: whether a click on a part hands anything over.
    """

    key: str
    name: str
    note: str
    parts: dict[str, int]
    is_door: bool = True


class _Placed(NamedTuple):
    """A bar with its place, in pixels from the top."""

    bar: Bar
    name: list[str]  # lines of plain text
    has_own_line: bool  # whether the note has a line of its own
    top: float

    @property
    def bar_top(self) -> float:
        """Where the name ends and the bar begins."""
        return self.top + TEXT_HEIGHT * (len(self.name) + self.has_own_line)


def fills(mode: theme.Mode) -> dict[str, Fill]:
    """Return how the part of each word is filled."""
    greys = theme.ground(mode)
    depths = theme.steps(greys.muted, mode)
    hue = theme.steps(theme.signal_colour(mode), mode)[-1]
    bare = Fill(greys.background, greys.text, greys.muted, 1)
    return {
        "overdue": Fill(hue.fill, hue.text, greys.text, 2),
        "open": Fill(depths[1].fill, depths[1].text, greys.background, 1),
        "complete": Fill(depths[2].fill, depths[2].text, greys.background, 1),
        "awaiting sign-off": Fill(depths[3].fill, depths[3].text, greys.background, 1),
        "signed off": Fill(depths[4].fill, depths[4].text, greys.background, 1),
        "set aside": bare._replace(outline=greys.rule, hatch=greys.rule),
        "not recorded": bare,
    }


def by_group(rows: Sequence[Progress], unrecorded_is_door: bool = True) -> list[Bar]:
    """Return a bar for each group.

    Args:
        rows: the groups, in the order to draw.
        unrecorded_is_door: whether what is not recorded, whose code is "", can be listed by itself.
    """
    return [
        Bar(
            row.group_id, row.group, _note(row), row.words, unrecorded_is_door or row.group_id != ""
        )
        for row in rows
    ]


def by_age(row: Progress) -> list[Bar]:
    """Return a bar for how long actions have been overdue, each age a bar; none without any."""
    overdue = row.words["overdue"]
    return [
        Bar(age, name, f"{row.ages[age]:,} of {overdue:,}", {"overdue": row.ages[age]})
        for age, name in AGES.items()
        if row.ages[age] or age != UNKNOWN
    ]


def action_progress(bars: Sequence[Bar], mode: theme.Mode) -> go.Figure:
    """Draw the bars.

    Args:
        bars: in the order to draw.
        mode: "light" or "dark".

    Returns:
        A figure as high as its bars. A part of a bar that is a door carries `customdata` of the
        bar's key and the part's word.
    """
    placed = _placed(bars)
    longest = max((sum(bar.parts.values()) for bar in bars), default=0) or 1
    bottom = placed[-1].bar_top + BAR_HEIGHT + SPACE_ABOVE if placed else 0
    words = [word for word in WORDS if any(bar.parts.get(word) for bar in bars)]
    return go.Figure(
        {
            "data": [
                _names(placed, mode),
                *(_parts(placed, word, longest, mode) for word in words),
            ],
            "layout": {
                "template": theme.template(mode),
                "height": round(bottom) or None,
                "margin": {"l": 2, "r": 2, "t": 0, "b": 0},
                "barmode": "stack",
                "xaxis": {"range": [0, longest * 1.005], "visible": False, "fixedrange": True},
                "yaxis": {"range": [bottom, 0], "visible": False, "fixedrange": True},
                "hovermode": "closest",
                "dragmode": False,
                "showlegend": False,
            },
        }
    )


def alt_text(rows: Sequence[Progress], of_what: str) -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        rows: the groups that it draws.
        of_what: what they are groups by, such as "owner".

    Returns:
        What is drawn, and the first groups in words. The table beside the chart holds the rest.
    """
    said = (
        f"Bars of actions by how far they have come, for {count(len(rows), 'group')} by {of_what}."
    )
    first = [f"{row.group}: {_note(row)}" for row in rows[:NAMED_IN_ALT_TEXT]]
    return f"{said} The first: {'; '.join(first)}." if first else said


def ages_alt_text(row: Progress) -> str:
    """Describe the bars of how long actions have been overdue."""
    ages = [f"{AGES[age]}: {number:,}" for age, number in row.ages.items() if number]
    return f"Bars of {count(row.words['overdue'], 'overdue action')}. {listed(ages)}."


def _note(row: Progress) -> str:
    """Return what stands beside the name of a group."""
    return f"{row.words['overdue']:,} of {row.actions:,} overdue"


def _placed(bars: Sequence[Bar]) -> list[_Placed]:
    """Place the bars one below the other."""
    placed: list[_Placed] = []
    top = float(SPACE_ABOVE)
    for bar in bars:
        name = wrapped(bar.name)
        placed.append(_Placed(bar, name, len(name[-1]) + len(bar.note) + 2 > LINE, top))
        top = placed[-1].bar_top + BAR_HEIGHT + SPACE_BETWEEN
    return placed


def _names(placed: Sequence[_Placed], mode: theme.Mode) -> dict[str, Any]:
    """Return the names, each with its note."""
    greys = theme.ground(mode)
    texts = [
        as_plotly(one.name)
        + ("<br>" if one.has_own_line else "\u2002")
        + f'<span style="color:{greys.muted};font-size:12px">{as_plotly([one.bar.note])}</span>'
        for one in placed
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [0] * len(placed),
        "y": [(one.top + one.bar_top) / 2 for one in placed],
        "text": texts,
        "textposition": "middle right",
        "textfont": {"color": greys.text},
        "unselected": {"textfont": {"color": greys.text}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _parts(placed: Sequence[_Placed], word: str, longest: int, mode: theme.Mode) -> dict[str, Any]:
    """Return the parts of one word, of all bars. A click leaves every part as it was."""
    look = fills(mode)[word]
    held = [one for one in placed if one.bar.parts.get(word)]
    numbers = [one.bar.parts[word] for one in held]
    return {
        "type": "bar",
        "orientation": "h",
        "name": WORDS[word],
        "x": numbers,
        "y": [one.bar_top + BAR_HEIGHT / 2 for one in held],
        "width": BAR_HEIGHT,
        "marker": {
            "color": look.fill,
            "line": {"color": look.outline, "width": look.outline_width},
            "pattern": {"shape": "/" if look.hatch else "", "fgcolor": look.hatch or look.fill},
        },
        "text": [f"{number:,}" if _fits(number, longest) else "" for number in numbers],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"color": look.text, "size": 12},
        "selected": {"marker": {"opacity": 1}, "textfont": {"color": look.text}},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": look.text}},
        "customdata": [(one.bar.key, word) if one.bar.is_door else None for one in held],
        "hovertext": [_hover(one.bar, word) for one in held],
        "hoverinfo": "text",
    }


def _fits(number: int, longest: int) -> bool:
    """Say whether a part of a bar has room for its number, on a telephone too."""
    return number / longest * NARROWEST >= CHARACTER_WIDTH * len(f"{number:,}") + 4


def _hover(bar: Bar, word: str) -> str:
    """Return what a part says when pointed at; the table says it too."""
    part, every = bar.parts[word], sum(bar.parts.values())
    said = count(part, "action") if every == part else f"{part:,} of {count(every, 'action')}"
    return f"<b>{as_plotly(wrapped(bar.name))}</b><br>{said}: {WORDS[word].lower()}"
