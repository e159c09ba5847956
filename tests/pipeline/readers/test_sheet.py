"""DuckDB cleans a cell as Python does, so that both ways of reading give the same text."""

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.readers.sheet import SPACES_THAT_DO_NOT_BREAK, UNSEEN, WHITE, as_csv, clean, keep_rows


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as connection:
        yield connection


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("ab" + WHITE + SPACES_THAT_DO_NOT_BREAK + UNSEEN, max_size=6), min_size=1))
def test_a_cell_is_cleaned_alike(connection, cells):
    stored = keep_rows(connection, 1, [(record, [cell]) for record, cell in enumerate(cells)])
    cleaned = [cell for _, cell in stored.order("record").fetchall()]
    assert cleaned == [clean(cell) or None for cell in cells]


@pytest.mark.parametrize(
    ("cell", "cleaned"),
    [
        (" R1\t\n", "R1"),
        ("Child\u00a0A", "Child A"),
        ("\ufeffR1\u200b", "R1"),
        ("profes\u00adsional", "professional"),
        ("a  b", "a  b"),
        ("\u00a0", ""),
    ],
)
def test_what_nobody_sees_goes(cell, cleaned):
    assert clean(cell) == cleaned


def test_a_row_is_shown_as_a_line_of_csv():
    assert as_csv(["R1", None, 'a, "b"']) == 'R1,,"a, ""b"""'
