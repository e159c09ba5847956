"""Response statuses in words: n of N, and what cannot be told."""

from dashboard.sentences import response_status as words
from tests.dashboard.responses_drawn import agency, drawn, together, year

ALL = drawn(
    together("completed", 12, 20, 24),
    together("overdue", 5, 20, 24),
    together("Sent *on*", 3, 20, 24),
)


def test_the_status_that_is_spoken_of_comes_first_with_its_denominator():
    assert words.response_status(ALL, "overdue") == (
        r"**In 5 of 20 reviews (25%)** the response is recorded as **overdue**; in 12 as completed "
        r"and in 3 as Sent \*on\*."
    )


def test_a_status_alone_and_too_few_reviews_are_said_without_a_share():
    assert words.response_status(drawn(together("overdue", 3, 4, 4)), "overdue") == (
        "**In 3 of 4 reviews (too few to tell)** the response is recorded as **overdue**."
    )


def test_what_is_not_recorded_is_said_and_is_not_the_same_as_no_answer():
    said = words.not_recorded(ALL)
    assert said.startswith("No response status is recorded of 4 of the 24 reviews selected.")
    assert "not the same as no answer" in said
    assert words.not_recorded(drawn(together("overdue", 3, 4, 4))) == ""


def test_only_whole_periods_without_a_pending_review_are_compared():
    rows = drawn(
        year(2018, "overdue", 9, 10, is_part=True),
        year(2019, "overdue", 10, 40),
        year(2020, "overdue", 12, 60),
        year(2021, "overdue", 1, 4),
        year(2022, "overdue", 30, 50),
        year(2022, "pending", 1, 50),
    )
    said = words.over_time(rows, "overdue", "published")
    assert said.startswith(
        "By the period of publication, **overdue** is recorded in 10 of 40 reviews (25%) of 2019 "
        "and in 12 of 60 reviews (20%) of 2020: the first and the last whole period without a "
        "pending review."
    )
    assert words.WHAT_IS_RECORDED in said


def test_with_fewer_than_two_such_periods_it_cannot_be_told():
    said = words.over_time(drawn(year(2019, "overdue", 10, 40)), "overdue", "practice")
    assert said.startswith("By the period of practice, fewer than two whole periods")
    assert "too few to tell" in said


def test_agencies_are_named_by_the_number_of_their_reviews_never_by_their_share():
    rows = drawn(*(agency(code, n, of) for code, n, of in (("A", 1, 60), ("B", 9, 20))))
    assert words.by_agency(rows, ("agency", "agencies")) == (
        "The agencies with the most reviews, and in how many the status is **overdue**: "
        r"**Agency \<A\>** in 1 of 60 (2%) and **Agency \<B\>** in 9 of 20 (45%)."
    )
    assert words.by_agency([], ("sector", "sectors")) == (
        "No sector is named in 5 reviews with a response status: by sector it is too few to tell."
    )


def test_the_list_says_which_reviews_it_holds_and_how_many():
    [row] = drawn(year(2019, "overdue", 10, 40))
    assert words.behind(row, "period", "published") == (
        "Response status **Overdue**: 10 of 40 reviews (25%) of **2019**, by the period of "
        "publication; the 10 are listed."
    )
    [row] = drawn(agency("A", 1, 60))
    assert words.behind(row, "agency", "published") == (
        r"Response status **Overdue**: 1 of 60 reviews (2%) that name **Agency \<A\>**; it is "
        "listed."
    )
    [row] = drawn(agency("A", 0, None, 3))
    assert words.behind(row, "agency", "published") == (
        "Response status **Overdue**: 0 reviews (in how many it was involved is not recorded) that "
        r"name **Agency \<A\>**; none to list."
    )


def test_no_body_is_blamed_for_the_status_of_a_review():
    assert "does not say which of them has answered" in words.OF_THE_WHOLE
