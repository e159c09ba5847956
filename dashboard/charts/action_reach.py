"""The layer of each action against the layer of the finding that it answers."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard import theme
from dashboard.action_strength import Reach, compared
from dashboard.charts.matrix import Cell, Line, matrix
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.estimates import is_too_few
from dashboard.sentences.counts import count, listed, percent
from queries.selection import NONE

NEARER = "nearer"
"""The word in a cell of actions nearer the front line than the finding."""
STEPS = ("none", "up to a quarter", "up to a half", "up to three quarters", "more")
"""What the steps of a cell's grey stand for, of the actions of its row."""
UNFILLED = "no fill: not compared, or too few to tell"
FINDINGS, ACTIONS = "The finding lies at", "The action acts at"


def action_reach(cells: Sequence[Reach], mode: theme.Mode) -> go.Figure:
    """Draw a row for each layer of findings and a column for each layer of actions.

    Args:
        cells: every layer of findings by every layer of actions, in their order.
        mode: "light" or "dark".

    Returns:
        A figure with a width and a height of its own. A cell with actions carries `customdata` of
        both layers; one of actions nearer the front line is framed, and says so.
    """
    shown = _shown(cells)
    of_row = {cell.finding_layer: 0 for cell in shown}
    for cell in shown:
        of_row[cell.finding_layer] += cell.actions
    rows = {cell.finding_layer: cell.finding for cell in shown}
    columns = {cell.action_layer: cell.action for cell in shown}
    return matrix(
        [
            Line(key, label, FINDINGS, note=count(of_row[key], "action"))
            for key, label in rows.items()
        ],
        [Line(key, label, ACTIONS) for key, label in columns.items()],
        [_cell(cell, of_row[cell.finding_layer]) for cell in shown],
        mode,
        hue(mode),
    )


def hue(mode: theme.Mode) -> str:
    """Return the colour of a share of 1: a grey, since neither layer is better."""
    return theme.ground(mode).muted


def alt_text(cells: Sequence[Reach]) -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        cells: the cells that it draws.

    Returns:
        What is drawn, and the actions nearer the front line; the table holds the rest.
    """
    nearer = [cell for cell in compared(cells) if cell.is_mismatch and cell.actions]
    told = [f"{cell.actions:,} at {cell.action} for findings at {cell.finding}" for cell in nearer]
    said = "A matrix of the layers of findings by the layers of the actions that answer them."
    return f"{said} Nearer the front line than the finding: {listed(told) if told else 'none'}."


def _shown(cells: Sequence[Reach]) -> list[Reach]:
    """Return the cells without a row or column for what cannot be compared, if it holds nothing."""
    rows = {cell.finding_layer for cell in cells if cell.actions or cell.finding_layer != NONE}
    columns = {cell.action_layer for cell in cells if cell.actions or cell.action_layer != NONE}
    return [cell for cell in cells if cell.finding_layer in rows and cell.action_layer in columns]


def _cell(cell: Reach, of: int) -> Cell:
    """Return what stands at a layer of findings and a layer of actions."""
    is_compared = NONE not in (cell.finding_layer, cell.action_layer)
    share = cell.actions / of if is_compared and not is_too_few(of) else None
    is_nearer = bool(cell.is_mismatch and cell.actions)
    text = f"{cell.actions:,}"
    if share is not None and cell.actions:
        text += f"\n{percent(share)}"
    return Cell(
        row=cell.finding_layer,
        column=cell.action_layer,
        shade=share,
        text=f"{text}\n{NEARER}" if is_nearer else text,
        hover=_hover(cell, of),
        customdata=(cell.finding_layer, cell.action_layer) if cell.actions else (),
        mark="framed" if is_nearer else "",
        is_faint=not is_compared or not cell.actions,
    )


def _hover(cell: Reach, of: int) -> str:
    """Return what a cell says when pointed at; the table says it too."""
    lines = [
        f"Finding: {as_plotly(wrapped(cell.finding))}",
        f"Action: {as_plotly(wrapped(cell.action))}",
        f"{cell.actions:,} of {count(of, 'action')} that answer findings there",
    ]
    if cell.is_mismatch:
        lines.append("Nearer the front line than the finding")
    return "<br>".join(lines)
