"""The table of the factors by the agencies: a number in each cell, and its shade the share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.briefing.document import Cell, Column, Table
from dashboard.briefing.text import plain
from dashboard.by_agency import AtAgency
from dashboard.charts import factor_by_agency as chart
from dashboard.charts.matrix import GLYPHS, step_of
from dashboard.sentences.briefing import where as words
from dashboard.sentences.factor_by_agency import telling

_WIDE = 2.4


@dataclass(frozen=True)
class Found:
    """Where factors are found with one appraisal.

    Attributes:
        appraisal: that appraisal.
        cells: the cells that are tested together, estimated.
        factors: code and name of each factor, those found in the most reviews first.
        groups: rows of `agency_groups.sql` of these cells, those in most reviews first.
    """

    appraisal: str
    cells: Sequence[AtAgency]
    factors: Sequence[tuple[str, str]]
    groups: Sequence[Any]


def table_of(found: Found, most: tuple[int, int]) -> Table:
    """Return the factors by the agencies.

    Args:
        found: what is found.
        most: how many factors and how many agencies are shown at most; the cells that are spoken
            of are among them.
    """
    told = telling(found.cells)[:1]
    columns = chart.columns_of(found.cells, found.groups)
    shown = kept([one.key for one in columns], most[1], map(chart.column_key, told))
    factors = kept([code for code, _ in found.factors], most[0], (one.factor_id for one in told))
    names = dict(found.factors)
    there = {(cell.factor_id, chart.column_key(cell)): cell for cell in found.cells}
    step = chart.step_of_scale(found.cells)
    rows = tuple(
        (names[factor], *(_cell(there[factor, key], step) for key in shown)) for factor in factors
    )
    heads = [Column(f"{one.label} ({one.note})", True) for one in columns if one.key in shown]
    return Table(
        title=words.title(found.appraisal, sorted({cell.attribution for cell in found.cells})),
        columns=(Column("Factor", weight=_WIDE), *heads),
        rows=rows,
        notes=(plain(_key([there[factor, key] for factor in factors for key in shown], step)),),
        hue=found.appraisal,
    )


def kept(every: Sequence[str], most: int, needed: Iterable[str]) -> list[str]:
    """Return the first of a list, and what is needed of the rest in the place of the last of them.

    Args:
        every: what there is, in its order.
        most: how many are kept, at least 1.
        needed: what is kept before all others.

    Returns:
        At most so many, in the order of the list.
    """
    picked = list(dict.fromkeys([*needed, *every]))[:most]
    return [one for one in every if one in picked]


def _cell(cell: AtAgency, step: float) -> Cell:
    """Return one cell, with the sign that it stands out."""
    shade = chart.shade(cell, step)
    text = f"{chart.counts(cell)} {GLYPHS[cell.stands_out]}".rstrip()
    return Cell(text, 0 if shade is None else step_of(shade) + 1)


def _key(cells: Sequence[AtAgency], step: float) -> str:
    """Say what shades, signs and texts mean, of those that are there."""
    steps = chart.steps_in_words(step) if any(cell.is_told for cell in cells) else []
    return words.key(steps, chart.signs(cells), chart.unfilled(cells))
