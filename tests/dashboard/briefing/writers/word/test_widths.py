"""How wide the columns of a table are."""

import pytest

from dashboard.briefing.document import Column, Table
from dashboard.briefing.drawing.measure import length
from dashboard.briefing.writers.word.widths import (
    SMALL,
    UPRIGHT,
    USUAL,
    is_wide,
    size_of,
    widths,
)
from tests.dashboard.briefing.documents_drawn import LONG_TABLE, LONG_WORD, MATRIX


def of(heads: int, word: str) -> Table:
    """Return a table of a column for names, and of so many with this word above them."""
    columns = (Column("Factor", weight=2), *(Column(word, True) for _ in range(heads)))
    return Table("Wide", columns, (("Supervision", *("1" for _ in range(heads))),))


def test_columns_that_need_more_than_there_is_share_it_as_they_weigh():
    long = "words " * 60
    table = Table("Two", (Column("One", weight=3), Column("Other")), ((long, long),))
    assert widths(table, 400) == pytest.approx([300, 100])


def test_what_is_left_over_is_shared_as_the_columns_weigh():
    table = Table("Two", (Column("One", weight=3), Column("One")), (("A", "A"),))
    narrow, wide = widths(table, 200), widths(table, 300)
    assert [after - before for before, after in zip(narrow, wide, strict=True)] == pytest.approx(
        [75, 25]
    )


def test_a_short_line_is_not_broken_where_a_long_one_can_give_way():
    columns = (Column("Factor", weight=5), Column("Period"), Column("Found in", True))
    rows = (("Supervision " * 20, "Q1 2026/27 (Apr-Jun)", "12"),)
    assert widths(Table("Three", columns, rows), 300)[1] > length("Q1 2026/27 (Apr-Jun)", USUAL)


def test_no_number_breaks_its_line_to_leave_room_that_another_column_does_not_need():
    columns = (Column("Factor", weight=9), Column("Found in", True))
    table = Table("Two", columns, (("Supervision and much else", "1,166 of 2,851 (41%)"),))
    assert widths(table, 260)[1] > length("1,166 of 2,851 (41%)", USUAL)


def test_a_column_is_as_wide_as_its_longest_word():
    table = of(4, "Multidisciplinary")
    needed = length("Multidisciplinary", USUAL, is_bold=True)
    assert all(width > needed for width in widths(table, UPRIGHT)[1:])


@pytest.mark.parametrize("table", [LONG_TABLE, MATRIX, of(6, "Responsibilities"), of(30, "Some")])
def test_the_columns_fill_the_width_and_no_more(table):
    assert sum(widths(table, UPRIGHT)) == pytest.approx(UPRIGHT)


def test_letters_are_small_where_there_are_many_columns_or_long_words():
    assert size_of(of(6, "One")) == USUAL
    assert size_of(of(7, "One")) == SMALL
    assert size_of(of(6, "Responsibilities")) == SMALL


def test_a_table_lies_where_its_words_have_no_room_upright():
    assert not is_wide(of(7, "Information"))
    assert is_wide(of(9, "Information"))


def test_a_word_that_no_column_can_hold_leaves_the_others_room_for_theirs():
    table = Table("Addresses", (Column("Factor"), Column("Address")), (("One", LONG_WORD * 9),))
    assert not is_wide(table)
    assert widths(table, UPRIGHT)[0] > length("Factor", USUAL, is_bold=True)
