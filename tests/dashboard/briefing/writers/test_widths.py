"""Columns of a printed table: by weight, wide enough for words and numbers, alike where alike."""

import pytest

from dashboard.briefing.document import Cell, Column, Table
from dashboard.briefing.drawing.measure import length
from dashboard.briefing.writers.widths import (
    LYING,
    SIZES,
    UPRIGHT,
    height,
    letters_of,
    lies,
    needed,
    widths,
)
from tests.dashboard.briefing.documents_drawn import LONG_TABLE, LONG_WORD, MATRIX

USUAL, SMALL, SMALLEST = SIZES


def table(*columns: Column, rows: int = 1, cell: str | Cell = "1") -> Table:
    """Return a table of equal cells."""
    return Table("T", columns, ((cell,) * len(columns),) * rows)


def of(heads: int, word: str, cell: str = "1", name: str = "Supervision") -> Table:
    """Return a table of a column for names, and of so many numbers with this word above them."""
    columns = (Column("Factor", weight=2), *(Column(word, True) for _ in range(heads)))
    return Table("Wide", columns, ((name, *(cell for _ in range(heads))),))


def test_the_room_is_shared_by_weight():
    shared = widths(table(Column("A", weight=3), Column("B")), USUAL, 400)
    assert shared == pytest.approx([300, 100])


def test_no_column_is_narrower_than_its_longest_word():
    columns = (Column("Factor", weight=9), Column("Recommendations"), Column("B"))
    shared = widths(table(*columns), USUAL, 300)
    assert sum(shared) == pytest.approx(300)
    assert shared[1] == pytest.approx(length("Recommendations", 9, is_bold=True) + 8, abs=1)


def test_no_column_is_wider_than_its_longest_line_while_another_breaks_its_lines():
    columns = (Column("Period", weight=5), Column("Long"))
    rows = (("2024/25", "word " * 40),)
    period, long = widths(Table("T", columns, rows), USUAL, 300)
    assert period == pytest.approx(length("2024/25", 9) + 8, abs=1)
    assert period + long == pytest.approx(300)


def test_a_heading_of_many_words_has_room_where_that_makes_the_table_much_lower():
    long = Column("Community health, health visiting and school nursing (13 reviews)", True)
    columns = (Column("Factor", weight=2.4), *(Column(f"Agency {n}", True) for n in range(5)), long)
    shared = widths(table(*columns, cell="A factor of so many words"), USUAL, 480)
    assert shared[-1] > 1.2 * shared[-2]
    assert sum(shared) == pytest.approx(480)


def test_numbers_of_one_weight_have_columns_of_one_width():
    rows = (("Supervision", "5 of 7 (71%)", "1 of 1", "12"),) * 9
    heads = (
        Column("Found at the hospital", True),
        Column("By", True),
        Column("N", True, weight=0.5),
    )
    _, first, second, other = widths(Table("T", (Column("Factor"), *heads), rows), USUAL, 300)
    assert first == pytest.approx(second)
    assert other < second


def test_columns_of_words_are_as_wide_as_they_need_whatever_they_weigh():
    rows = (("Supervision", "word " * 40),)
    short, long = widths(Table("T", (Column("A"), Column("B")), rows), USUAL, 300)
    assert long > 2 * short


def test_a_period_stays_in_one_line_where_long_words_can_give_way():
    columns = (Column("Factor", weight=5), Column("Period"), Column("Found in", True))
    rows = (("Supervision " * 4, "Q1 2026/27 (Apr-Jun)", "12"),)
    wide = widths(Table("Three", columns, rows), USUAL, 300)
    assert wide[1] > length("Q1 2026/27 (Apr-Jun)", USUAL.size) + 2 * USUAL.beside


def test_a_table_without_rows_has_columns_too():
    none = table(Column("A"), Column("B"), rows=0)
    assert sum(widths(none, letters_of(none, 300), 300)) == pytest.approx(300)


def test_a_number_stays_in_one_line_where_there_is_room():
    columns = (Column("Factor", weight=9), Column("N", is_number=True))
    wide = widths(table(*columns, cell="1,166 of 2,851"), USUAL, 300)
    assert wide[1] == pytest.approx(length("1,166 of 2,851", 9) + 8, abs=1)
    narrow = widths(table(*columns, cell="1,166 of 2,851"), USUAL, 80)
    assert narrow[1] < wide[1]


@pytest.mark.parametrize(
    ("name", "cell", "letters"),
    [
        ("2019/20", "12 of 53", USUAL),
        ("2019/20", "12 of 53 (23%; 14% to 36%)", SMALL),
        ("Q1 2019/20 (Apr-Jun)", "12 of 53 (23%; 14% to 36%)", SMALLEST),
    ],
)
def test_letters_are_smaller_where_numbers_then_stay_in_one_line(name, cell, letters):
    four = of(4, "Supervision", cell, name)
    assert letters_of(four, UPRIGHT) == letters
    wide = widths(four, letters, UPRIGHT)
    assert min(wide[1:]) > length(cell, letters.size) + 2 * letters.beside
    assert wide[0] > length(name, letters.size) + 2 * letters.beside


def test_a_mark_stays_beside_its_number():
    marked = of(6, "Department for Transport (757 reviews)", "152 of 757 ▲")
    letters = letters_of(marked, UPRIGHT)
    wide = widths(marked, letters, UPRIGHT)
    assert min(wide[1:]) > length("152 of 757 ▲", letters.size) + 2 * letters.beside


def test_letters_are_of_at_least_7_and_a_half_points():
    assert letters_of(of(12, "Responsibilities", "1,166 of 2,851 (41%)"), UPRIGHT) == SMALLEST
    assert min(letters.size for letters in SIZES) == 7.5


def test_letters_are_no_smaller_where_that_keeps_no_number_whole():
    assert letters_of(of(6, "Some", "1,166 of 2,851 (41%; 39% to 43%)"), UPRIGHT) == USUAL


def test_a_table_lies_where_its_words_have_no_room_upright():
    assert not lies(of(7, "Information"))
    assert lies(of(9, "Safeguarding"))
    assert lies(of(12, "Some"))


@pytest.mark.parametrize("wide", [LONG_TABLE, MATRIX, of(6, "Responsibilities"), of(30, "Some")])
@pytest.mark.parametrize("room", [UPRIGHT, LYING])
def test_the_columns_fill_the_room_and_no_more(wide, room):
    assert sum(widths(wide, letters_of(wide, room), room)) == pytest.approx(room)


def test_words_of_shaded_cells_count_too():
    shaded = table(Column("A"), cell=Cell("Safeguarding", 2))
    assert needed(shaded, USUAL) == pytest.approx([length("Safeguarding", 9) + 8], abs=1)


def test_where_there_is_no_room_each_has_its_part_of_what_it_needs():
    columns = tuple(Column(f"Safeguarding{n}") for n in range(10))
    assert widths(table(*columns), USUAL, 300) == pytest.approx([30] * 10)


def test_a_word_that_may_be_broken_takes_no_room():
    assert needed(table(Column("A"), cell="x" * 64), USUAL)[0] < 20
    address = Table("T", (Column("Factor"), Column("Address")), (("One", LONG_WORD * 9),))
    assert widths(address, USUAL, UPRIGHT)[0] > length("Factor", 9, is_bold=True)


def test_more_rows_and_longer_cells_are_higher():
    columns = (Column("A"), Column("B"))
    one = height(table(*columns), [50, 50], USUAL)
    assert height(table(*columns, rows=9), [50, 50], USUAL) == pytest.approx(5 * one)
    assert height(table(*columns, cell="word " * 20), [50, 50], USUAL) > 3 * one
    assert height(table(*columns, cell="x" * 100), [50, 50], USUAL) > 3 * one


def test_a_short_number_gives_its_room_to_the_words_beside_it():
    name = "Community health care and emergency services related deaths"
    chance = "cannot be told from chance (q = 0.027)"
    of = (Column("Then", True, 1.3), Column("Now", True, 1.3), Column("Alone", True, 1.3))
    columns = (Column("Factor", weight=2.4), *of, Column("Chance", weight=1.6))
    whole = "1,142 of 2,774 (41%)"
    many = Table("T", columns, ((name, whole, whole, "9 of 77 (12%)", chance),) * 9)
    factor, then, now, alone, _ = widths(many, USUAL, UPRIGHT)
    assert then == pytest.approx(now)
    assert alone < now
    assert factor > then
    assert min(then, now) > length(whole, USUAL.size) + 2 * USUAL.beside
    assert alone > length("9 of 77 (12%)", USUAL.size) + 2 * USUAL.beside
