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


def test_columns_share_the_width_as_they_weigh():
    assert widths(LONG_TABLE, 560) == pytest.approx([260, 200, 100])


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


def test_a_word_that_no_column_can_hold_takes_no_more_than_its_share():
    table = Table("Addresses", (Column("Factor"), Column("Address")), (("One", LONG_WORD * 9),))
    assert not is_wide(table)
    assert widths(table, UPRIGHT) == pytest.approx([UPRIGHT / 2] * 2)
