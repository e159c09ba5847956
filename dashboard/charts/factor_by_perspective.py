"""In how many reviews each factor is found in each account: a matrix."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.matrix import Cell, Line, matrix
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.estimates import is_too_few
from dashboard.sentences.counts import NOT_ASSESSED, NOT_RECORDED, count, found_of, listed, percent


class Account(NamedTuple):
    """How often one factor is found in the findings that rest on one account."""

    factor_id: str
    label: str
    layer_label: str
    perspective: str  # empty where it is not recorded
    account: str  # its name
    found: int  # says something only if it was assessed
    of: int
    findings: int


def factor_by_perspective(
    rows: pd.DataFrame, notes: Mapping[str, str], appraisal: str, mode: theme.Mode
) -> go.Figure:
    """Draw each factor's share of the reviews by whose account it rests on.

    Args:
        rows: rows of `factor_by_perspective.sql`, of one appraisal, in the order to draw.
        notes: text under the name of each account: perspective -> text; "" is not recorded.
        appraisal: as what the factors are found: it has the hue.
        mode: "light" or "dark".

    Returns:
        A figure with a size of its own. A click on a cell hands over factor_id and perspective ("":
        not recorded); on a cell without findings, nothing.
    """
    every = accounts(rows)
    factors = {row.factor_id: Line(row.factor_id, row.label, note=row.layer_label) for row in every}
    columns = {
        row.perspective: Line(row.perspective, row.account, note=notes.get(row.perspective, ""))
        for row in every
    }
    cells = [_cell(row) for row in every]
    hue = theme.appraisal_cue(appraisal, mode).colour
    return matrix(list(factors.values()), list(columns.values()), cells, mode, hue)


def alt_text(rows: pd.DataFrame) -> str:
    """Describe the matrix to a reader who does not see it.

    Args:
        rows: the rows that it draws.

    Returns:
        What is drawn, and the factor found most often in each account.
    """
    every = accounts(rows)
    factors = count(len({row.factor_id for row in every}), "factor")
    most = []
    for account in dict.fromkeys(row.account for row in every):
        found = [row for row in every if row.account == account and row.of and row.found]
        if found:
            first = max(found, key=lambda row: row.found)
            most.append(f"{account}: {first.label} in {found_of(first.found, first.of)}")
    named = f" Most often found, by account: {listed(most)}." if most else ""
    return f"A matrix of {factors} by whose account they rest on, with the reviews in each.{named}"


def accounts(rows: pd.DataFrame) -> list[Account]:
    """Return the rows of `factor_by_perspective.sql` as values, whatever is missing in them."""
    names = ("factor_id", "label", "layer_label", "perspective", "perspective_label")
    texts = [[_or_else("", value) for value in rows[name].tolist()] for name in names]
    numbers = [
        [int(_or_else(0, value)) for value in rows[name].tolist()]
        for name in ("reviews_with", "reviews_assessed", "findings")
    ]
    every = map(Account._make, zip(*texts, *numbers, strict=True))
    return [row if row.account else row._replace(account=NOT_RECORDED) for row in every]


def _cell(row: Account) -> Cell:
    """Return the cell of one factor in one account."""
    return Cell(
        row=row.factor_id,
        column=row.perspective,
        shade=row.found / row.of if row.of and not is_too_few(row.of) else None,
        text=_text(row),
        hover=f"<b>{as_plotly(wrapped(row.label))}</b><br>{as_plotly([row.account])}: "
        f"{found_of(row.found, row.of)}<br>{count(row.findings, 'finding')}",
        customdata=(row.factor_id, row.perspective) if row.of and row.found else (),
        is_faint=not row.found,
    )


def _text(row: Account) -> str:
    """Return what a cell says."""
    if not row.of:
        return NOT_ASSESSED
    number = f"{row.found:,} of {row.of:,}"
    return number if is_too_few(row.of) else f"{number}\n{percent(row.found / row.of)}"


def _or_else(otherwise: Any, value: Any) -> Any:
    """Return a value, or something else where it is missing."""
    return otherwise if value is None or value is pd.NA or value != value else value
