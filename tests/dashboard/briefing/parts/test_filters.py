"""What a briefing is about: its filters, its quarter, and what it leaves out."""

from tests.dashboard.briefing.reviews_drawn import drawn
from tests.dashboard.briefing.telling import made, message, paragraphs, points


def test_reviews_of_the_quarter_stand_beside_all_by_its_end_and_later_ones_are_out(
    database, inquiry_of
):
    # two of them in July to September 2024, one after
    connection = database(**drawn("2023-05-01", "2024-07-01", "2024-09-30", "2024-10-01"))
    section = made("filters", inquiry_of(connection, "2024/25-Q2"))
    assert message(section) == "2 reviews came out in Q2 2024/25 (Jul-Sep); 3 are out by its end."
    assert points(section) == [
        *("Source: Specification", "Framework: Specification"),
        "Published: up to 30 September 2024",
    ]
    assert paragraphs(section, "plain") == [
        "These choose 3 of the 4 reviews of the chosen sources. Left out: 1 review by period. The "
        "period ends with the quarter, on 30 September 2024: no review that came out later is in "
        "it."
    ]


def test_a_day_of_april_is_of_the_first_quarter_and_the_day_before_of_the_last(
    database, inquiry_of
):
    connection = database(**drawn("2024-03-31", "2024-04-01", "2024-04-02"))
    last = made("filters", inquiry_of(connection, "2023/24-Q4"))
    first = made("filters", inquiry_of(connection, "2024/25-Q1"))
    assert message(last) == "1 review came out in Q4 2023/24 (Jan-Mar); 1 is out by its end."
    assert message(first) == "2 reviews came out in Q1 2024/25 (Apr-Jun); 3 are out by its end."


def test_a_quarter_without_a_review_is_told_calmly(database, inquiry_of):
    connection = database(**drawn("2023-05-01", "2024-12-01"))
    section = made("filters", inquiry_of(connection, "2024/25-Q2"))
    assert message(section) == "No review came out in Q2 2024/25 (Jul-Sep); 1 is out by its end."
    assert (
        "That happens, and says nothing of the work itself. The briefing tells of the 1 review "
        "that was there before."
    ) in paragraphs(section)


def test_a_review_without_a_date_is_left_out_and_one_of_a_year_is_in_no_quarter(
    database, inquiry_of
):
    connection = database(**drawn("-", "2022", "2023", "2024-05-01"))
    section = made("filters", inquiry_of(connection, "2024/25-Q1"))
    not_placed = (
        "1 review of the chosen sources has no date of publication and is left out. 2 reviews "
        "have a date of publication too coarse for a quarter, such as a year alone, and are "
        "counted by its end, but in no quarter."
    )
    assert message(section) == (
        f"1 review came out in Q1 2024/25 (Apr-Jun); 3 are out by its end. {not_placed}"
    )
    assert paragraphs(section, "note") == [
        f"Reviews are placed in time by the day on which they came out. {not_placed}"
    ]


def test_what_each_filter_leaves_out_is_counted(database, inquiry_of):
    tables = drawn("2024-05-01", "2024-06-01", "2024-08-01")
    tables["reviews"] = """
        review_ref | published_on | board
        R1         | 2024-05-01   | North
        R2         | 2024-06-01   | South
        R3         | 2024-08-01   | South
    """
    section = made("filters", inquiry_of(database(**tables), "2024/25-Q1", boards=("North",)))
    assert "Board: North" in points(section)
    assert (
        "These choose 1 of the 3 reviews of the chosen sources. Left out: 2 reviews by board and "
        "1 review by period. A review may be left out by several."
    ) in paragraphs(section, "plain")[0]


def test_by_practice_it_is_told_that_reviews_may_be_still_to_come(database, inquiry_of):
    tables = drawn("2025-05-01")
    tables["reviews"] = """
        review_ref | published_on | practice_from | practice_to
        R1         | 2025-05-01   | 2024-01-01    | 2024-05-01
    """
    section = made("filters", inquiry_of(database(**tables), "2024/25-Q1", basis="practice"))
    assert message(section) == (
        "1 review tells of practice that ended in Q1 2024/25 (Apr-Jun); 1 is counted up to its end."
    )
    assert "reviews of practice so late may be still to come" in paragraphs(section, "note")[0]
