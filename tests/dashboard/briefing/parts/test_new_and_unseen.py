"""What is new in a quarter, and what was not seen for the eight quarters that end with it."""

from dashboard.briefing.document import Table
from dashboard.briefing.text import letters
from tests.dashboard.briefing.reviews_drawn import ENOUGH_BEFORE, FEW_BEFORE, drawn
from tests.dashboard.briefing.telling import asked, made, message, paragraphs, tables

NEW, UNSEEN = "New as a problem this quarter", "Found as a problem before, and not for 8 quarters"
LATELY = ["2023-05-01"] * 5  # in the eight quarters that end with Q1 2024/25, begun in July 2022


def test_a_factor_is_new_that_is_found_in_the_quarter_and_in_none_before(database, inquiry_of):
    connection = database(**drawn(*ENOUGH_BEFORE, "2024-04-01 tools", "2024-06-30"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    # found in 1 of the 2 of the quarter, in 0 of 5 before
    assert tables(section)[NEW] == [
        ("Tools", "1 of 2 (too few to tell)", "0 of 5 (0%)"),
    ]
    assert asked(section) == [
        "Tools was found as a problem for the first time, in 1 of 2 (too few to tell); before, in "
        "0 of 5 reviews. Is it new in practice, or new in coding?"
    ]


def test_what_is_new_after_too_few_reviews_is_told_so_and_not_asked_about(database, inquiry_of):
    connection = database(**drawn(*FEW_BEFORE, "2024-04-01 tools"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert message(section).startswith(
        "1 factor is found for the first time, but was assessed in fewer than 5 reviews before: "
        "too few to tell that it is new."
    )
    assert tables(section)[NEW][0][2] == "0 of 4 (too few to tell)"
    assert asked(section) == []


def test_in_a_quarter_without_a_review_what_was_new_in_the_last_one_is_not_new(
    database, inquiry_of
):
    connection = database(**drawn(*ENOUGH_BEFORE, "2024-04-01 tools"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q2"))
    assert paragraphs(section, "lead")[0].startswith(
        "Nothing is new, for no review came out in Q2 2024/25 (Jul-Sep)."
    )
    # the summary says already that no review came
    assert message(section) == "No factor that was found before has gone unseen for 8 quarters."
    assert NEW not in tables(section)


def test_one_slide_holds_what_is_new_and_what_was_not_seen(database, inquiry_of):
    connection = database(**drawn("2022-06-30 tools", *LATELY, "2024-04-01 law"))
    [slide] = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1")).slides
    assert slide.message == "1 factor is new this quarter, and 1 was not found for 8 quarters"
    assert isinstance(slide.shown, Table)
    assert slide.shown.rows == (
        (
            "Law, guidance and inspection as a problem",
            "New",
            "1 of 1 (too few to tell) this quarter",
        ),
        ("Tools as a problem", "Last in Q1 2022/23 (Apr-Jun)", "0 of 6 (0%) in 8 quarters"),
    )


def test_in_the_first_quarter_nothing_is_told_to_be_new(database, inquiry_of):
    connection = database(**drawn("2024-04-01 tools"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert paragraphs(section, "lead")[0].startswith("No selected review is from before this")
    assert message(section) == ""
    assert tables(section) == {}


def test_eight_quarters_end_with_the_quarter_of_the_briefing_not_with_the_last_review(
    database, inquiry_of
):
    # last found in April to June 2022; the last review is of April to June 2023
    connection = database(**drawn("2022-05-31 tools", "2022-06-30 tools", *LATELY))
    for quarter, is_unseen in (("2023/24-Q4", False), ("2024/25-Q1", True), ("2024/25-Q2", True)):
        section = made("new_and_unseen", inquiry_of(connection, quarter))
        assert (UNSEEN in tables(section)) == is_unseen, quarter
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert tables(section)[UNSEEN] == [
        (
            *("Tools", "Q1 2022/23 (Apr-Jun)", "2 of 2 (too few to tell)", "0 of 5 (0%)"),
            "0% to 43%",
        )
    ]
    assert asked(section) == [
        "Tools was found as a problem in 2 of 2 reviews (too few to tell), last in Q1 2022/23 "
        "(Apr-Jun); in the last 8 quarters, in 0 of 5 reviews. Is it no longer there, no longer "
        "looked for, were the cases others, or is it chance?"
    ]


def test_what_was_found_in_one_review_alone_is_told_and_not_asked_about(database, inquiry_of):
    connection = database(**drawn("2022-06-30 tools", *LATELY))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert UNSEEN in tables(section)
    assert asked(section) == []


def test_a_template_can_ask_for_fewer_factors_and_what_is_left_out_is_said(database, inquiry_of):
    connection = database(**drawn(*ENOUGH_BEFORE, "2024-04-01 tools supervision"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"), most=1)
    [table] = [block for block in section.blocks if isinstance(block, Table)]
    assert len(table.rows) == 1
    assert [letters(note) for note in table.notes] == ["The 1 of 2 found in the most reviews."]


def test_what_too_few_reviews_could_have_found_is_not_said_to_be_unseen(database, inquiry_of):
    connection = database(**drawn("2022-06-30 tools", *LATELY[:4]))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert tables(section)[UNSEEN][0][3] == "0 of 4 (too few to tell)"
    assert message(section).endswith(
        "1 factor found before was not seen in the last 8 quarters, but assessed in fewer than 5 "
        "reviews: too few to tell."
    )
    assert asked(section) == []


def test_a_factor_that_no_longer_existed_is_not_unseen_but_cannot_be_told(database, inquiry_of):
    connection = database(**drawn("2019-05-01 until_2020", *LATELY))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert tables(section) == {}
    assert (
        "1 factor found before was not assessed in the last 8 quarters: whether it is still there "
        "cannot be told."
    ) in paragraphs(section, "note")


def test_problems_and_strengths_are_told_apart(database, inquiry_of):
    connection = database(
        # supervision was a strength in 2021 and is a problem now: new as one, unseen as the other
        **drawn(*["2021-05-01 supervision+"] * 2, *LATELY, "2024-05-01 supervision")
    )
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert tables(section)[NEW][0] == ("Supervision", "1 of 1 (too few to tell)", "0 of 7 (0%)")
    [unseen] = tables(section)["Found as a strength before, and not for 8 quarters"]
    assert unseen[0] == "Supervision"
    assert unseen[3] == "0 of 6 (0%)"  # the five, and that of the quarter
    assert asked(section)[1].endswith(
        "Is it lost, there and no longer looked for, or is it chance?"
    )


def test_a_review_of_a_year_that_reaches_into_the_eight_quarters_keeps_a_factor_seen(
    database, inquiry_of
):
    connection = database(**drawn("2022 tools", "2021 supervision", *LATELY))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    # 2022 may be after July; 2021 was over before
    assert [row[:2] for row in tables(section)[UNSEEN]] == [("Supervision", "2021")]


def test_a_factor_found_in_a_review_without_a_date_says_so(database, inquiry_of):
    connection = database(**drawn("- tools", *ENOUGH_BEFORE, "2024-04-01 tools"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert tables(section)[NEW][0][0] == "Tools (also found in 1 review without a date)"


def test_where_the_reviews_reach_back_less_nothing_can_be_unseen(database, inquiry_of):
    connection = database(**drawn("2023-05-01 tools", "2024-04-01"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert paragraphs(section, "lead")[1].endswith(
        "No selected review is from before the last 8 quarters, so nothing can have gone unseen "
        "for so long."
    )


def test_without_a_review_in_eight_quarters_what_is_unseen_cannot_be_told(database, inquiry_of):
    connection = database(**drawn("2019-05-01 tools", "2025-05-01"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert message(section).endswith(
        "No review falls into the last 8 quarters, so what is no longer seen cannot be told."
    )


def test_a_factor_found_as_soon_as_it_was_assessed_is_not_called_new(database, inquiry_of):
    connection = database(**drawn("2014-05-01 tools", "2015-04-01 since_2015 tools"))
    section = made("new_and_unseen", inquiry_of(connection, "2015/16-Q1"))
    assert NEW not in tables(section)
    assert (
        "1 factor found this quarter was not assessed in any review before, so it is not called "
        "new."
    ) in paragraphs(section, "note")


def test_that_no_review_falls_into_the_last_quarters_is_said_once(database, inquiry_of):
    connection = database(**drawn(*ENOUGH_BEFORE, "2022-06-30 tools law"))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q4"))
    said = " ".join(paragraphs(section))
    assert said.count("No review falls into the last 8 quarters") == 1
    assert "not assessed in the last 8 quarters" not in said


def test_a_factor_that_the_latest_reviews_did_not_assess_is_still_counted(database, inquiry_of):
    connection = database(**drawn(*ENOUGH_BEFORE, "2019-06-30 until_2020", *LATELY))
    section = made("new_and_unseen", inquiry_of(connection, "2024/25-Q1"))
    assert "1 factor found before was not assessed in the last 8 quarters:" in " ".join(
        paragraphs(section)
    )
