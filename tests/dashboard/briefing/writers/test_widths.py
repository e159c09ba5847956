"""Columns of a printed table: by weight, and wide enough for their longest word."""

import pytest

from dashboard.briefing.document import Cell, Column, Table
from dashboard.briefing.drawing.measure import length
from dashboard.briefing.writers.widths import height, needed, widths


def table(*columns: Column, rows: int = 1, cell: str | Cell = "1") -> Table:
    """Return a table of equal cells."""
    return Table("T", columns, ((cell,) * len(columns),) * rows)


def test_the_room_is_shared_by_weight():
    shared = widths(table(Column("A", weight=3), Column("B")), 9, 4, 400)
    assert shared == pytest.approx([300, 100])


def test_no_column_is_narrower_than_its_longest_word():
    columns = (Column("Factor", weight=9), Column("Recommendations"), Column("B"))
    shared = widths(table(*columns), 9, 4, 300)
    assert sum(shared) == pytest.approx(300)
    assert shared[1] == pytest.approx(length("Recommendations", 9, is_bold=True) + 8, abs=1)


def test_no_column_is_wider_than_its_longest_line_while_another_breaks_its_lines():
    columns = (Column("Period", weight=5), Column("Long"))
    rows = (("2024/25", "word " * 40),)
    period, long = widths(Table("T", columns, rows), 9, 4, 300)
    assert period == pytest.approx(length("2024/25", 9) + 8, abs=1)
    assert period + long == pytest.approx(300)


def test_a_heading_of_many_words_has_room_where_the_rows_need_none():
    long = Column("Community health, health visiting and school nursing (13 reviews)", True)
    columns = (Column("Factor", weight=2.4), *(Column(f"Agency {n}", True) for n in range(5)), long)
    shared = widths(table(*columns), 9, 4, 480)
    assert shared[-1] > 2 * shared[-2] * 0.9
    assert sum(shared) == pytest.approx(480)


def test_a_table_without_rows_has_columns_too():
    assert sum(widths(table(Column("A"), Column("B"), rows=0), 9, 4, 300)) == pytest.approx(300)


def test_a_number_stays_in_one_line_where_there_is_room():
    columns = (Column("Factor", weight=9), Column("N", is_number=True))
    wide = widths(table(*columns, cell="1,166 of 2,851"), 9, 4, 300)
    assert wide[1] == pytest.approx(length("1,166 of 2,851", 9) + 8, abs=1)
    narrow = widths(table(*columns, cell="1,166 of 2,851"), 9, 4, 80)
    assert narrow[1] < wide[1]


def test_words_of_shaded_cells_count_too():
    assert needed(table(Column("A"), cell=Cell("Safeguarding", 2)), 9, 4) == pytest.approx(
        [length("Safeguarding", 9) + 8], abs=1
    )


def test_where_there_is_no_room_each_has_its_part_of_what_it_needs():
    columns = tuple(Column(f"Safeguarding{n}") for n in range(10))
    assert widths(table(*columns), 9, 4, 300) == pytest.approx([30] * 10)


def test_a_word_that_may_be_broken_takes_no_room():
    assert needed(table(Column("A"), cell="x" * 64), 9, 4)[0] < 20


def test_more_rows_and_longer_cells_are_higher():
    columns = (Column("A"), Column("B"))
    one = height(table(*columns), [50, 50], 9, 4)
    assert height(table(*columns, rows=9), [50, 50], 9, 4) == pytest.approx(5 * one)
    assert height(table(*columns, cell="word " * 20), [50, 50], 9, 4) > 3 * one
