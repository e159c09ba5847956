"""Factors against the patterns that lie under them, or the layers that stand beside them."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.matrix import Cell, Line, matrix
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.estimates import is_too_few
from dashboard.sentences.counts import NOT_ASSESSED, count, found_of, listed
from dashboard.together import Crossed


def crossed(rows: Sequence[Crossed], none: str, mode: theme.Mode, hue: str) -> go.Figure:
    """Draw in how many reviews each factor is found with each pattern, or beside each layer.

    Args:
        rows: factors by patterns or layers, in the order in which both are to be read.
        none: heading of the column of findings that have none.
        mode: "light" or "dark".
        hue: the colour that a share of all the reviews assessed has.

    Returns:
        A figure with a width and a height of its own. A cell in which anything is found carries
        `customdata` of the factor_id and the code of the pattern or layer, "" for none.
    """
    factors = {row.factor_id: row for row in rows}
    columns = {row.across_id: row.across or none for row in rows}
    return matrix(
        [Line(row.factor_id, row.label, note=_assessed(row)) for row in factors.values()],
        [Line(code, label) for code, label in columns.items()],
        [_cell(row, none) for row in rows],
        mode,
        hue,
    )


def alt_text(rows: Sequence[Crossed], none: str) -> str:
    """Describe the chart to a reader who does not see it; the table beside it holds the rest."""
    factors = count(len({row.factor_id for row in rows}), "factor")
    columns = listed(list(dict.fromkeys(row.across or none for row in rows)))
    found = [row for row in rows if row.across_id and row.reviews_with]
    first = sorted(found, key=lambda row: -row.reviews_with)[:3]
    told = [f"{row.label} with {row.across} in {_number(row)}" for row in first]
    most = f" Most often: {listed(told)}." if told else ""
    return f"A matrix of {factors} by {columns}, each with a number of reviews.{most}"


def _cell(row: Crossed, none: str) -> Cell:
    """Return what stands at a factor and a pattern or layer."""
    is_told = row.reviews_assessed and not is_too_few(row.reviews_assessed)
    is_of_kind = bool(row.across_id)
    text = f"{row.reviews_with:,}" if row.reviews_assessed else NOT_ASSESSED.replace(" ", "\n")
    share = row.reviews_with / row.reviews_assessed if is_told and is_of_kind else None
    return Cell(
        row=row.factor_id,
        column=row.across_id,
        shade=share,
        text=text,
        hover=(
            f"<b>{as_plotly(wrapped(row.label))}</b><br>{as_plotly([row.across or none])}: "
            f"{_number(row)}<br>{count(row.findings, 'finding')}"
        ),
        customdata=(row.factor_id, row.across_id) if row.reviews_with else (),
        is_faint=not row.reviews_with or not is_of_kind,
    )


def _assessed(row: Crossed) -> str:
    """Return the denominator of a row's numbers."""
    if not row.reviews_assessed:
        return ""
    too_few = ": too few to tell" if is_too_few(row.reviews_assessed) else ""
    return f"of {count(row.reviews_assessed, 'review')}{too_few}"


def _number(row: Crossed) -> str:
    """Return the number of a cell with its denominator."""
    return found_of(row.reviews_with, row.reviews_assessed)
