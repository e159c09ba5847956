"""The numbers of a figure as rows of a table."""

from dashboard.briefing.figure_numbers import IN_A_CELL, numbers
from dashboard.briefing.figures import Dots, Line, Moment, Share, Trend
from tests.dashboard.briefing.documents_drawn import DOTS, PROBLEM, SIDE_BY_SIDE, STRENGTH, TREND


def line(label: str, *moments: tuple[int | None, int, str], series=PROBLEM) -> Line:
    """Return a factor over periods: found, assessed and remarked in each."""
    return Line(
        label,
        series,
        tuple(
            Moment(f"2024/25-{n}", Share(found, of, 0.1, 0.9), remark)
            for n, (found, of, remark) in enumerate(moments)
        ),
    )


def trend(*lines: Line) -> Trend:
    """Return a trend of some factors."""
    return Trend("Over time", "A trend.", "by publication", lines)


def test_dots_of_one_series_have_a_row_each():
    held = numbers(DOTS)
    assert held.columns == (*("Factor", "As", "Found in", "Assessed in", "Share", "95% interval"),)
    assert held.rows[0] == ("Supervision", "Problem", "12", "20", "60%", "39% to 78%")
    assert held.rows[3][4] == "fewer than 5"
    assert held.rows[4][2:5] == ("", "0", "not assessed")
    assert not held.note


def test_dots_of_two_series_have_a_row_a_label_and_a_column_a_series():
    held = numbers(SIDE_BY_SIDE)
    assert held.columns == ("Factor", "At the last briefing", "Now")
    assert held.rows[0] == (
        "Supervision",
        "10 of 18 (56%; 34% to 75%)",
        "12 of 20 (60%; 39% to 78%)",
    )
    assert held.rows[1][1] == "2 of 3 (too few to tell)"
    assert held.rows[2] == ("New since 2024", "not assessed", "0 of 20 (0%; 0% to 16%)")
    assert held.numeric == (False, True, True)
    assert held.note == IN_A_CELL


def test_a_label_without_a_dot_of_one_series_has_an_empty_cell_there():
    figure = Dots("Then and now", "Dots.", "Factor", SIDE_BY_SIDE.dots[:1] + SIDE_BY_SIDE.dots[3:4])
    rows = numbers(figure).rows
    assert [row[1:] for row in rows] == [
        ("10 of 18 (56%; 34% to 75%)", ""),
        ("", "4 of 5 (80%; 38% to 96%)"),
    ]


def test_a_trend_of_several_factors_has_a_row_a_period_and_a_column_a_factor():
    held = numbers(TREND)
    names = [one.label for one in TREND.lines]
    assert held.columns == ("Period", *names, "Remark")
    assert len(held.rows) == len(TREND.lines[0].moments)
    assert held.rows[0][:2] == ("Q1 2021/22 (Apr-Jun)", "2 of 10 (20%; 0% to 45%)")
    assert held.rows[0][2:] == ("not assessed", "not assessed", "")


def test_a_trend_without_remarks_has_no_column_for_them():
    held = numbers(trend(line("A", (3, 10, ""), (1, 2, ""))))
    assert held.columns == ("Period", "A")
    assert held.rows == (
        ("2024/25-0", "3 of 10 (30%; 10% to 90%)"),
        ("2024/25-1", "1 of 2 (too few to tell)"),
    )


def test_what_is_remarked_of_all_factors_of_a_period_stands_once():
    figure = trend(line("A", (1, 2, "part period")), line("B", (2, 2, "part period")))
    assert numbers(figure).rows == (
        (
            *("2024/25-0", "1 of 2 (too few to tell)", "2 of 2 (too few to tell)"),
            "part period",
        ),
    )


def test_what_is_remarked_of_one_factor_stands_in_its_cell():
    figure = trend(line("A", (None, 0, "not assessed before 1 April 2020")), line("B", (9, 9, "")))
    assert numbers(figure).rows == (
        (
            "2024/25-0",
            "not assessed before 1 April 2020",
            "9 of 9 (100%; 10% to 90%)",
        ),
    )


def test_factors_of_several_series_are_named_with_theirs():
    figure = trend(line("A", (1, 9, "")), line("A", (2, 9, ""), series=STRENGTH))
    held = numbers(figure)
    assert held.columns == ("Period", "A, Problem", "A, Strength")
    assert held.rows[0][1:] == ("1 of 9 (11%; 10% to 90%)", "2 of 9 (22%; 10% to 90%)")
