"""The title of a slide is the longest wording that can be read at a glance."""

from dashboard.briefing.titles import LETTERS, fitting


def test_the_first_wording_that_fits_is_taken():
    assert fitting(["Long", "Short"]) == "Long"
    assert fitting(["x" * LETTERS, "Short"]) == "x" * LETTERS
    assert fitting(["x" * (LETTERS + 1), "Short"]) == "Short"


def test_where_none_fits_it_is_the_last():
    assert fitting(["x" * 300, "y" * 200]) == "y" * 200
