"""Layers or patterns by groups of reviews: n of N in each cell, and what no factor holds."""

from collections.abc import Collection, Sequence

import plotly.graph_objects as go

from dashboard import theme
from dashboard.balance import Balance
from dashboard.charts.factor_recurrence import NAMES, NOUNS
from dashboard.charts.matrix import Cell, Line, matrix
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.estimates import is_too_few, wilson
from dashboard.sentences.counts import NOT_ASSESSED, count, found_of, listed, percent

UNCODED = "uncoded"
STEPS = ("none", "up to a quarter", "up to a half", "up to three quarters", "more")
"""What the steps of a cell's hue stand for."""


def balance(
    rows: Sequence[Balance],
    appraisal: str,
    mode: theme.Mode,
    doors: Collection[str] = (),
) -> go.Figure:
    """Draw a row for each group and a column for each layer or pattern, of one appraisal.

    Args:
        rows: the rows of the groups to draw, in the order to draw them.
        appraisal: problem, strength, mixed or neutral: the cells of the others are not drawn.
        mode: "light" or "dark".
        doors: keys of the groups whose findings can be listed by themselves.

    Returns:
        A matrix. A cell of a group with a door, where something is found, carries `customdata` of
        the group's key and the layer or pattern, "" for none. The last column is a share of
        findings.
    """
    of_appraisal = [row for row in rows if row.appraisal == appraisal]
    kinds = {row.kind: row.label for row in of_appraisal}
    groups = {row.key: row for row in of_appraisal}
    columns = [Line(kind, label) for kind, label in kinds.items()]
    return matrix(
        [Line(key, row.group, note=_note(row)) for key, row in groups.items()],
        [*columns, Line(UNCODED, "No factor", note="of findings")],
        [
            *(_cell(row, row.key in doors) for row in of_appraisal),
            *(_uncoded_cell(row) for row in groups.values()),
        ],
        mode,
        theme.appraisal_cue(appraisal, mode).colour,
    )


def alt_text(rows: Sequence[Balance], appraisal: str) -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        rows: the rows that the chart draws.
        appraisal: the appraisal that it draws.

    Returns:
        What is drawn, and the first group's numbers. The table below the chart holds the rest.
    """
    of_appraisal = [row for row in rows if row.appraisal == appraisal]
    groups = {row.key: row.group for row in of_appraisal}
    as_what = "" if appraisal == "neutral" else f" as {NOUNS[appraisal]}"
    said = f"Table of {count(len(groups), 'group')} of reviews: in how many is each found{as_what}."
    if not groups:
        return said
    key, name = next(iter(groups.items()))
    first = [f"{row.label} in {_words(row)}" for row in of_appraisal if row.key == key]
    return f"{said} {name}: {listed(first)}."


def _note(row: Balance) -> str:
    """Return what stands under the name of a group."""
    reviews = count(row.reviews_selected, "review")
    return f"{reviews}, same review" if row.attribution == "review" else reviews


def _words(row: Balance) -> str:
    """Return a number in words."""
    if row.reviews_with is None:
        return NOT_ASSESSED
    if row.reviews_assessed is None:
        return f"{count(row.reviews_with, 'review')} (involvement not recorded)"
    return found_of(row.reviews_with, row.reviews_assessed)


def _cell(row: Balance, is_door: bool) -> Cell:
    """Return the cell of a group and a layer or pattern."""
    found, of = row.reviews_with, row.reviews_assessed
    text, shade = _words(row), None
    if found is not None and of is None:
        text = f"{found:,} of\nnot known"
    elif found is not None and of:
        text = f"{found:,} of {of:,}"
        if not is_too_few(of):
            text, shade = f"{text}\n{percent(found / of)}", found / of
    return Cell(
        row.key,
        row.kind,
        shade,
        text.replace(NOT_ASSESSED, "not\nassessed"),
        hover=_hover(row),
        customdata=(row.key, row.kind) if is_door and found else (),
        is_faint=shade is None,
    )


def _uncoded_cell(row: Balance) -> Cell:
    """Return the cell of a group's findings without a factor."""
    found, of = row.findings_uncoded, row.findings_of
    share = "" if is_too_few(of) else f"\n{percent(found / of)}"
    findings = f"{found:,} of {count(of, 'finding')}"
    return Cell(
        row.key,
        UNCODED,
        None,
        f"{found:,} of {of:,}{share}",
        hover=f"<b>{as_plotly(wrapped(row.group))}</b><br>{findings} hold no factor",
        is_faint=True,
    )


def _hover(row: Balance) -> str:
    """Return what a cell says when pointed at; the table says it too."""
    lines = [
        f"<b>{as_plotly(wrapped(row.group))}</b>",
        f"{as_plotly(wrapped(row.label))}: {NAMES[row.appraisal].lower()}",
        _words(row),
    ]
    found, of = row.reviews_with, row.reviews_assessed
    if found is not None and of and not is_too_few(of):
        low, high = wilson(found, of)
        lines.append(f"95% interval {percent(low)} to {percent(high)}")
    return "<br>".join(lines)
