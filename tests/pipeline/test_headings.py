"""A column is recognised by its heading, whatever a board calls it."""

import pytest

from pipeline.headings import columns, count_known, nearest, recognise, required, tables


def test_capitals_spaces_hyphens_underscores_and_accents_do_not_matter():
    headings = ["REVIEW-REF", " Published  On", "rol"]
    assert recognise(headings, "flat") == {
        "review_ref": "REVIEW-REF",
        "published_on": " Published  On",
        "role": "rol",
    }


def test_a_columns_other_names_are_recognised():
    headings = ["Review ID", "Theme", "Polarity", "Finding", "Agencies involved", "Cyhoeddwyd"]
    assert recognise(headings, "flat") == {
        "review_ref": "Review ID",
        "factor": "Theme",
        "appraisal": "Polarity",
        "finding": "Finding",
        "agencies_involved": "Agencies involved",
        "published_on": "Cyhoeddwyd",
    }


def test_a_columns_own_name_wins_over_its_other_names():
    assert recognise(["Theme", "Factor"], "flat") == {"factor": "Factor"}


def test_a_heading_serves_one_column():
    found = recognise(["Recommendation", "Action"], "actions")
    assert found == {"recommendation_ref": "Recommendation", "statement": "Action"}


def test_the_nearest_heading_is_suggested_for_a_missing_column():
    assert nearest("appraisal", ["Aprasial", "Agency"], "flat") == "Aprasial"


def test_nothing_is_suggested_where_nothing_is_like_it():
    assert nearest("appraisal", ["Notes"], "flat") is None
    assert nearest("appraisal", [], "flat") is None


def test_known_headings_are_counted_once():
    assert count_known(["Theme", "theme", "Ref", "something else", ""]) == 2


@pytest.mark.parametrize("table", tables())
def test_each_required_column_is_a_column(table):
    assert set(required(table)) <= set(columns(table))


@pytest.mark.parametrize("table", tables())
def test_each_column_is_recognised_by_its_own_name(table):
    assert recognise(columns(table), table) == {column: column for column in columns(table)}
