"""How reviews were responded to, in the words of a briefing."""

from datetime import date

from dashboard.sentences.briefing import responses
from tests.dashboard.responses_drawn import drawn, together

ALL = drawn(together("completed", 13, 20, 20), together("overdue", 7, 20, 20))
FEW = drawn(together("completed", 3, 3, 4))
QUARTER = "Q1 2025/26 (Apr-Jun)"


def test_one_line_says_how_often_the_status_is_recorded():
    assert responses.headline(ALL, "overdue") == (
        "Of reviews with a response status, 7 of 20 (35%) have it recorded as overdue."
    )
    assert "3 of 3 (too few to tell) have it recorded as completed" in responses.headline(
        FEW, "overdue"
    )


def test_the_summary_says_as_at_which_day_the_status_is_recorded():
    assert responses.in_short(ALL, "overdue", date(2025, 7, 31)) == (
        "The response is recorded as overdue in **7 of 20 reviews (35%)** with a response status, "
        "as at 31 July 2025."
    )
    assert "as completed in **3 of 3 reviews (too few to tell)**" in responses.in_short(
        FEW, "overdue", date(2025, 7, 31)
    )


def test_the_reviews_of_the_quarter_are_told_of_by_themselves():
    assert responses.this_quarter(ALL, "overdue", "came out", QUARTER, 5) == (
        "Of the reviews that came out in Q1 2025/26 (Apr-Jun), the response is recorded as "
        "**overdue** in **7 of 20 reviews (35%)** and as completed in 13."
    )
    none = drawn(together("completed", 0, 5, 5), together("overdue", 5, 5, 5))
    assert responses.this_quarter(none, "overdue", "came out", QUARTER, 5).endswith(
        "as **overdue** in **5 of 5 reviews (100%)** and as completed in none."
    )
    one = drawn(together("completed", 1, 1, 1), together("overdue", 0, 1, 1))
    assert responses.this_quarter(one, "overdue", "came out", QUARTER, 5) == (
        "Of the reviews that came out in Q1 2025/26 (Apr-Jun), 1 has a response status: "
        "**completed**."
    )
    assert responses.this_quarter([], "overdue", "came out", QUARTER, 5) == (
        "Of no review that came out in Q1 2025/26 (Apr-Jun) is a response status recorded."
    )
    assert responses.this_quarter([], "overdue", "came out", QUARTER, 0) == (
        "No review came out in Q1 2025/26 (Apr-Jun), so there is no response of the quarter to "
        "tell of."
    )


def test_the_figure_is_described_and_its_day_is_said():
    assert responses.alt_text(ALL) == (
        "Dots of 2 response statuses: Completed 13 of 20 (65%) and Overdue 7 of 20 (35%)."
    )
    assert responses.alt_text(FEW).startswith("Dots of 1 response status: ")
    assert "as at 31 July 2025" in responses.told_as_at(date(2025, 7, 31))
