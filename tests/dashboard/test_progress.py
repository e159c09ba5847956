"""Rows of how far actions have come, as values: what is blank, and that the columns are found."""

import pandas as pd

from dashboard.progress import AGES, WORDS, progress
from queries.question import question

COLUMNS = [column.name for column in question("action_progress").columns]


def row(**given: object) -> pd.DataFrame:
    """Return one row of the question; every number is its place among the columns."""
    values: dict[str, object] = {name: place for place, name in enumerate(COLUMNS)}
    days = {"as_at_from": pd.Timestamp("2026-03-31"), "as_at_to": pd.Timestamp("2026-09-30")}
    return pd.DataFrame([values | days | given])


def test_each_word_and_age_has_its_column():
    [value] = progress(row(group_id="POL", group_label="Police"), "Not recorded")
    assert list(value.words) == list(WORDS)
    assert value.words["awaiting sign-off"] == COLUMNS.index("awaiting_sign_off")
    assert value.ages == {age: COLUMNS.index(f"overdue_{age.replace(' ', '_')}") for age in AGES}
    assert [str(day) for day in value.as_at] == ["2026-03-31", "2026-09-30"]


def test_what_is_not_recorded_has_a_name_and_no_code():
    [value] = progress(row(group_id=None, group_label=None, longest_overdue=None), "Nobody")
    assert (value.group_id, value.group, value.longest) == ("", "Nobody", None)
