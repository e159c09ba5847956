"""Layers by groups of reviews: n of N in each cell, and a door only where a list adds up."""

from typing import Any

import pytest

from dashboard.balance import Balance
from dashboard.charts import balance
from dashboard.charts.matrix import Cell


def row(group: str, kind: str, appraisal: str, found: int | None, of: int | None) -> Balance:
    """Return one row, of a group with four uncoded findings of ten."""
    return Balance(
        group_id=group,
        group=f"Group <{group}>",
        attribution="",
        kind=kind,
        label=kind or "None",
        appraisal=appraisal,
        reviews_with=found,
        reviews_assessed=of,
        reviews_selected=of or 0,
        findings=found or 0,
        findings_of=10,
        findings_uncoded=4,
        uncoded_with=0,
    )


ROWS = [
    row("A", "front-line", "problem", 12, 20),
    row("A", "", "problem", 2, 20),
    row("A", "front-line", "strength", 1, 20),
    row("B", "front-line", "problem", 3, 4),
    row("B", "", "problem", None, 0),
    row("C", "front-line", "problem", 2, None),
    row("C", "", "problem", 0, None),
]
A, B, C = "A ", "B ", "C "


def cells(doors: tuple[str, ...] = (A, B)) -> dict[tuple[str, str], Cell]:
    """Return each cell that is handed on to be drawn, by its row and column."""
    drawn: dict[tuple[str, str], Cell] = {}

    def keep(lines, columns, all_cells, mode, hue):
        for cell in all_cells:
            drawn[cell.row, cell.column] = cell
        return lines, columns

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(balance, "matrix", keep)
        balance.balance(ROWS, "problem", "light", doors)
    return drawn


def test_a_cell_holds_its_number_and_denominator_and_a_share_where_there_are_enough():
    drawn = cells()
    assert drawn[A, "front-line"].text == "12 of 20\n60%"
    assert drawn[A, "front-line"].shade == pytest.approx(0.6)
    assert "95% interval" in drawn[A, "front-line"].hover
    assert drawn[B, "front-line"].text == "3 of 4"
    assert "3 of 4 (too few to tell)" in drawn[B, "front-line"].hover
    assert drawn[B, "front-line"].shade is None
    assert drawn[B, ""].text == "not\nassessed"
    assert drawn[C, "front-line"].text == "2 of\nnot known"


def test_the_uncoded_share_of_findings_stands_in_every_row():
    drawn = cells()
    for group in (A, B, C):
        assert drawn[group, balance.UNCODED].text == "4 of 10\n40%"
        assert drawn[group, balance.UNCODED].customdata == ()
        assert "4 of 10 findings hold no factor" in drawn[group, balance.UNCODED].hover


def test_only_what_can_be_listed_by_itself_has_a_door():
    drawn = cells()
    assert {key for key, cell in drawn.items() if cell.customdata} == {
        (A, "front-line"),
        (A, ""),  # what has no layer
        (B, "front-line"),
    }
    assert drawn[A, "front-line"].customdata == (A, "front-line")
    assert not any(cell.customdata for cell in cells(doors=()).values())


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_is_drawn_in_both_modes_with_its_names_escaped(mode):
    figure: Any = balance.balance(ROWS, "problem", mode, (A,))
    names = "".join(str(note.text) for note in figure.layout.annotations)
    assert "Group &lt;A&gt;" in names
    assert "No factor" in names


def test_it_describes_itself():
    assert balance.alt_text(ROWS, "problem") == (
        "Table of 3 groups of reviews: in how many is each found as a problem. "
        "Group <A>: front-line in 12 of 20 (60%) and None in 2 of 20 (10%)."
    )
    assert (
        balance.alt_text([], "neutral")
        == "Table of 0 groups of reviews: in how many is each found."
    )
