"""What changed since the last briefing: counts of both, and a test of what is in only one."""

import pytest

from dashboard.briefing.figures import Dots
from dashboard.estimates import newcombe
from tests.dashboard.briefing.reviews_drawn import drawn
from tests.dashboard.briefing.telling import asked, made, message, paragraphs, tables

EVERY = "Every change as a problem"
# 1 of 10 before, 6 of 6 in the quarter
RISEN = ["2023-05-01 tools", *["2023-06-01"] * 9, *["2024-05-01 tools"] * 6]


def test_the_quarter_alone_is_tested_against_all_before_and_not_the_one_within_the_other(
    database, inquiry_of
):
    section = made("changed", inquiry_of(database(**drawn(*RISEN)), "2024/25-Q1"))
    low, high = newcombe(6, 6, 1, 10)
    assert tables(section)[EVERY] == [
        (
            *("Tools", "1 of 10 (10%)", "7 of 16 (44%)", "6 of 6 (100%)"),
            f"+90 (+{round(100 * low)} to +{round(100 * high)})",
            "can be told from chance (q under 0.001)",  # 10 of the 11,440 ways to choose 7 of 16
        )
    ]
    assert paragraphs(section, "lead")[0].startswith(
        "The one change tested can be told from chance: Tools as a problem, from"
    )
    assert message(section) == (
        "Since the last briefing, the one change tested can be told from chance: Tools was found "
        "as a problem more often, in 6 of 6 reviews (100%), against 1 of 10 (10%) before."
    )
    assert asked(section) == [
        "Tools was found as a problem more often this quarter, in 6 of 6 reviews (100%), against "
        "1 of 10 (10%) before. What could explain it: the work itself, other cases, or another "
        "way of coding?"
    ]


def test_the_figure_holds_the_last_briefing_and_now_for_each_factor(database, inquiry_of):
    section = made("changed", inquiry_of(database(**drawn(*RISEN)), "2024/25-Q1"))
    [figure] = [block for block in section.blocks if isinstance(block, Dots)]
    assert [(dot.label, dot.series.meaning, dot.share.said) for dot in figure.dots] == [
        ("Tools", "earlier", "1 of 10 (10%)"),
        ("Tools", "now", "7 of 16 (44%)"),
    ]
    assert figure.alt.endswith("At the top: Tools, from 1 of 10 (10%) to 7 of 16 (44%), this "
                               "quarter alone 6 of 6 (100%).")  # fmt: skip


def test_with_fewer_than_five_reviews_in_the_quarter_it_is_too_few_to_tell(database, inquiry_of):
    section = made("changed", inquiry_of(database(**drawn(*RISEN[:14])), "2024/25-Q1"))
    # there is no test, and so no column for one
    assert tables(section)[EVERY][0][3:] == ("4 of 4 (too few to tell)",)
    assert paragraphs(section, "lead")[0].startswith(
        "With 4 reviews this quarter, no change can be told from chance: too few to tell."
    )
    assert message(section).startswith("With 4 reviews this quarter, no change since the last")
    assert asked(section) == []


def test_a_movement_that_may_be_chance_is_told_so_and_not_asked_about(database, inquiry_of):
    reviews = [*["2023-05-01 tools"] * 5, *["2023-05-01"] * 5, *["2024-05-01"] * 5]
    section = made("changed", inquiry_of(database(**drawn(*reviews)), "2024/25-Q1"))
    assert tables(section)[EVERY][0][5].startswith("cannot be told from chance (q = ")
    assert paragraphs(section, "lead")[0] == (
        "The one change tested cannot be told from chance. As a problem, no factor rose and 1 fell."
    )
    assert asked(section) == []


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [
        ("2023/24-Q4", ["1 of 1", "2 of 3", "1 of 2"]),
        ("2024/25-Q1", ["2 of 3", "3 of 4", "1 of 1"]),
    ],
)
def test_the_first_of_april_parts_the_last_quarter_from_the_first(
    database, inquiry_of, quarter, expected
):
    connection = database(
        **drawn("2023-05-01 tools", "2024-03-31 tools", "2024-03-31", "2024-04-01 tools")
    )
    row = tables(made("changed", inquiry_of(connection, quarter)))[EVERY][0]
    told = [cell.partition(" (")[0] for cell in row[1:4]]
    assert told == expected


def test_in_the_first_quarter_there_is_nothing_to_compare_with(database, inquiry_of):
    section = made("changed", inquiry_of(database(**drawn("2024-05-01 tools")), "2024/25-Q1"))
    assert message(section).startswith("There is nothing to compare with")
    assert tables(section) == {}


def test_where_no_review_came_nothing_has_changed(database, inquiry_of):
    section = made("changed", inquiry_of(database(**drawn("2024-05-01 tools")), "2024/25-Q2"))
    assert paragraphs(section, "lead") == [
        "Nothing has changed, for no review came out in Q2 2024/25 (Jul-Sep)."
    ]
    assert message(section) == ""  # the summary says already that no review came


def test_reviews_of_a_year_move_what_is_known_and_stand_on_neither_side(database, inquiry_of):
    connection = database(**drawn("2022 tools", "2023 tools", "2023"))
    for quarter in ("2023/24-Q2", "2023/24-Q4"):  # 2023 is over by neither, or by both
        section = made("changed", inquiry_of(connection, quarter))
        assert paragraphs(section, "lead")[0].startswith("Nothing has changed")
    section = made("changed", inquiry_of(connection, "2023/24-Q3"))
    assert paragraphs(section, "lead")[0] == (
        "No review falls into the quarter alone, so no change can be tested. As a problem, no "
        "factor rose and 1 fell."
    )
    assert paragraphs(section, "plain")[0] == (
        "2 reviews have a date that reaches across the beginning of the quarter, such as a year "
        "alone. They are counted now and were not at the last briefing, and stand on neither side "
        "of the test."
    )
    assert tables(section)[EVERY] == [
        (
            *("Tools", "1 of 1 (too few to tell)", "2 of 3 (too few to tell)"),
            "not assessed",
        )
    ]


def test_problems_and_strengths_have_each_a_figure_and_what_is_left_out_is_counted(
    database, inquiry_of
):
    connection = database(
        **drawn("2023-05-01 tools supervision law+", "2024-05-01 tools", "2024-05-01 law+")
    )
    section = made("changed", inquiry_of(connection, "2024/25-Q1"), most=1)
    figures = [block for block in section.blocks if isinstance(block, Dots)]
    assert [(one.title, one.dots[0].label) for one in figures] == [
        # supervision fell from 1 of 1 to 1 of 3, tools to 2 of 3
        ("What moved most as a problem since the last briefing", "Supervision"),
        (
            "What moved most as a strength since the last briefing",
            "Law, guidance and inspection",
        ),
    ]
    assert [row[0] for row in tables(section)[EVERY]] == ["Supervision", "Tools"]
    assert (
        "Those that can be told from chance are drawn first, then the largest. The 1 factor that "
        "moved less is in the table alone."
    ) in paragraphs(section, "note")


def test_at_most_three_movements_are_asked_about_and_the_rule_says_so(database, inquiry_of):
    every = "tools supervision law since_2015"
    connection = database(**drawn(*["2023-05-01"] * 20, *[f"2024-05-01 {every}"] * 10))
    section = made("changed", inquiry_of(connection, "2024/25-Q1"))
    assert "all 4 changes tested can be told from chance" in message(section)
    assert len(section.questions) == 3
    [rule] = {one.rule for one in section.questions}
    assert rule.endswith("At most 3 are asked about: those that moved most.")


def test_one_slide_sets_problems_and_strengths_beneath_each_other(database, inquiry_of):
    connection = database(
        **drawn("2023 tools supervision+", "2023 tools", "2024-05-01 supervision+", "2024-05-02")
    )
    [slide] = made("changed", inquiry_of(connection, "2024/25-Q1")).slides
    assert slide.message == (
        "With 2 reviews this quarter, no change can be told from chance: too few to tell."
    )
    assert isinstance(slide.shown, Dots)
    assert [dot.label for dot in slide.shown.dots[::2]] == [
        "Tools as a problem",
        "Supervision as a strength",
    ]


def test_each_slide_has_a_title_that_is_read_at_a_glance(database, inquiry_of):
    section = made("changed", inquiry_of(database(**drawn(*RISEN)), "2024/25-Q1"))
    assert [slide.message for slide in section.slides] == [
        "The one change tested can be told from chance. As a problem, 1 factor rose and none fell."
    ]
