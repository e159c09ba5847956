"""How strong actions are: a bar for each group of them, from stronger on the left to weaker.

The numbers stand above their bar, each after the sign of its strength, so that no number is cut and
nothing is told by a depth of grey alone. A share of actions describes a plan and is no sample of
others: no interval is drawn.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dashboard import theme
from dashboard.action_strength import STRENGTHS, Strengths
from dashboard.charts.placed import SPACE_ABOVE, TEXT_HEIGHT
from dashboard.charts.wrapped import LINE, as_plotly, wrapped
from dashboard.estimates import TOO_FEW_REVIEWS, is_too_few
from dashboard.sentences.action_strength import NAMES, number
from dashboard.sentences.counts import count, listed, percent
from queries.selection import NONE

GLYPHS = {"strong": "■", "intermediate": "◧", "weak": "□", NONE: "·"}
"""The sign of each strength: filled, half filled, hollow."""
BAR_HEIGHT = 18
BAR_END = 1.003  # the line around the last piece has room too
NO_BAR = f"No bar: fewer than {TOO_FEW_REVIEWS} actions, too few to give a share of."
SPACE_BETWEEN = 16
HARD_SPACE = "\u00a0"
BETWEEN_NUMBERS = f"{HARD_SPACE * 2} "
NUMBERS_LINE = 50
"""Characters of a line of numbers, in their size."""


class _Placed(NamedTuple):
    """A group with its place, in pixels from the top."""

    row: Strengths
    name: list[str]
    numbers: list[str]
    top: float

    @property
    def text_bottom(self) -> float:
        """Where the text ends and the bar begins."""
        return self.top + TEXT_HEIGHT * (len(self.name) + len(self.numbers))

    @property
    def bottom(self) -> float:
        """Where the group ends."""
        return self.text_bottom + (BAR_HEIGHT + 4 if is_drawn(self.row) else 0)


def action_strength(rows: Sequence[Strengths], mode: theme.Mode) -> go.Figure:
    """Draw the share of each strength in each group of actions.

    Args:
        rows: the groups, in the order to draw them.
        mode: "light" or "dark".

    Returns:
        A figure as high as its rows. Each piece of a bar carries `customdata` of the group's
        group_id and the strength. A group of too few actions to give a share of has its numbers and
        no bar.
    """
    groups = _placed(rows)
    bottom = groups[-1].bottom + SPACE_ABOVE if groups else SPACE_ABOVE
    return go.Figure(
        {
            "data": [_pieces(groups, place, mode) for place in range(len(STRENGTHS))],
            "layout": {
                "template": theme.template(mode),
                "height": round(bottom),
                "margin": {"l": 2, "r": 2, "t": 0, "b": 0},
                "barmode": "stack",
                "xaxis": {"range": [0, BAR_END], "visible": False, "fixedrange": True},
                "yaxis": {"range": [bottom, 0], "visible": False, "fixedrange": True},
                "annotations": [note for group in groups for note in _texts(group, mode)],
                "dragmode": False,
                "showlegend": False,
            },
        }
    )


def alt_text(rows: Sequence[Strengths]) -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        rows: the groups that it draws.

    Returns:
        What is drawn, and the numbers of the first group; the table holds the rest.
    """
    said = f"Bars of {count(len(rows), 'group')} of actions, each parted by strength."
    if not rows:
        return said
    parts = [f"{NAMES[one].lower()} {number(rows[0], place)}" for place, one in _told(rows[0])]
    return f"{said} {rows[0].group}: {listed(parts)}."


def is_drawn(row: Strengths) -> bool:
    """Say whether a group has enough actions for a bar of shares."""
    return not is_too_few(row.actions)


def _told(row: Strengths) -> list[tuple[int, str]]:
    """Return the strengths to tell of: what is not known only if there is any."""
    return [(place, one) for place, one in enumerate(STRENGTHS) if one != NONE or row.counts[place]]


def _placed(rows: Sequence[Strengths]) -> list[_Placed]:
    """Place the groups one below the other."""
    groups: list[_Placed] = []
    top = float(SPACE_ABOVE)
    for row in rows:
        name = wrapped(f"{row.group} · {count(row.actions, 'action')}", LINE)
        numbers = wrapped(BETWEEN_NUMBERS.join(_numbers(row)), NUMBERS_LINE)
        groups.append(_Placed(row, name, numbers, top))
        top = groups[-1].bottom + SPACE_BETWEEN
    return groups


def _numbers(row: Strengths) -> list[str]:
    """Return the number of each strength, unbroken."""
    said = []
    for place, one in _told(row):
        part = row.counts[place]
        share = f" ({percent(part / row.actions)})" if is_drawn(row) else ""
        said.append(f"{GLYPHS[one]} {part:,} {NAMES[one].lower()}{share}")
    return [text.replace(" ", HARD_SPACE) for text in said]


def _texts(group: _Placed, mode: theme.Mode) -> list[dict[str, Any]]:
    """Return the name of a group, and its numbers."""
    name = {"text": as_plotly(group.name), "y": group.top}
    numbers = {
        "text": as_plotly(group.numbers),
        "y": group.top + TEXT_HEIGHT * len(group.name),
        "font": {"size": 12, "color": theme.ground(mode).muted},
    }
    place = {"x": 0, "xanchor": "left", "yanchor": "top", "xshift": -2, "align": "left"}
    return [place | {"showarrow": False, "borderpad": 0} | text for text in (name, numbers)]


def _pieces(groups: Sequence[_Placed], place: int, mode: theme.Mode) -> dict[str, Any]:
    """Return the pieces of all bars that are of one strength."""
    strength = STRENGTHS[place]
    drawn = [group for group in groups if is_drawn(group.row) and group.row.counts[place]]
    fill, greys = theme.strength_fill(strength, mode), theme.ground(mode)
    marker = {"color": fill, "opacity": 1, "line": {"color": greys.muted, "width": 1}}
    return {
        "type": "bar",
        "orientation": "h",
        "name": NAMES[strength],
        "x": [group.row.counts[place] / group.row.actions for group in drawn],
        "y": [group.text_bottom + BAR_HEIGHT / 2 + 3 for group in drawn],
        "width": [BAR_HEIGHT] * len(drawn),
        "marker": marker,
        "unselected": {"marker": {"opacity": 1}},
        "customdata": [[group.row.group_id, strength] for group in drawn],
        "hovertext": [_hover(group.row, place) for group in drawn],
        "hoverinfo": "text",
    }


def _hover(row: Strengths, place: int) -> str:
    """Return what a piece says when pointed at; the text above it says it too."""
    name = as_plotly(wrapped(row.group))
    return f"<b>{name}</b><br>{NAMES[STRENGTHS[place]]}: {number(row, place)}"
