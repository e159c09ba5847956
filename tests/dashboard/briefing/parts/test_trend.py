"""Over time, in a briefing: the courses of the page, as many as a sheet of paper holds."""

import math
from dataclasses import replace

import pytest

from dashboard.briefing.document import Paragraph, Section
from dashboard.briefing.figures import Line, Trend
from dashboard.briefing.parts.trend import trend
from dashboard.briefing.parts.trend_line import line_of
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters
from dashboard.chosen import first_appraisal
from dashboard.timeline import timeline, usual_periods
from tests.dashboard.briefing.asked_of import inquiry_of, of_shipped, on_page
from tests.dashboard.rows_over_time import RARE, SHIFT, STEADY, course
from tests.dashboard.test_where_page import texts

PART = Part("trend", "Over time")
REVIEWS = """
    review_ref | title | published
    R1         | One   | 01/05/2020
    R2         | Two   | 01/05/2022
    R3         | Three | 01/05/2024
    R4         | Four  | 01/05/2026
"""
FINDINGS = """
    finding_ref | review_ref | statement | appraisal
    F1          | R1         | One.      | problem
    F2          | R2         | Two.      | strength
    F3          | R3         | Three.    | problem
    F4          | R4         | Four.     | problem
"""
FACTORS = """
    finding_ref | factor
    F1          | tools
    F2          | tools
    F3          | tools
    F4          | tools
"""


def figure(section: Section) -> Trend:
    [found] = [block for block in section.blocks if isinstance(block, Trend)]
    return found


def said(section: Section) -> str:
    return " ".join(letters(b.text) for b in section.blocks if isinstance(b, Paragraph))


def numbers(line: Line) -> list[tuple[int | None, int | None]]:
    return [(moment.share.found, moment.share.of) for moment in line.moments]


def test_a_period_without_a_review_is_a_gap_and_what_is_out_later_is_not_told(database):
    loaded = database(reviews=REVIEWS, findings=FINDINGS, finding_factors=FACTORS)
    drawn = figure(trend(inquiry_of(loaded, "2024/25-Q1", factors=("tools",)), PART))
    [line] = drawn.lines
    assert [moment.period for moment in line.moments] == [
        "2020/21",
        "2021/22",
        "2022/23",
        "2023/24",
        "2024/25",
    ]
    assert numbers(line) == [(1, 1), (None, 0), (0, 1), (None, 0), (1, 1)]
    assert [moment.remark for moment in line.moments][1] == "no reviews"
    assert "part period" in line.moments[-1].remark
    assert not any(moment.joins for moment in line.moments)
    assert drawn.basis == "by period of publication"


def test_reviews_without_a_date_that_can_be_placed_are_said_to_stand_in_no_period(database):
    undated = REVIEWS.replace("01/05/2022", "2022")
    loaded = database(reviews=undated, findings=FINDINGS, finding_factors=FACTORS)
    section = trend(inquiry_of(loaded, "2024/25-Q1"), PART)
    assert "1 review stands in no period" in said(section)


def test_where_nothing_can_be_placed_or_nothing_is_found_that_is_said(database):
    loaded = database(
        reviews=REVIEWS.replace("01/05/", ""), findings=FINDINGS, finding_factors=FACTORS
    )
    section = trend(inquiry_of(loaded, "2024/25-Q1"), PART)
    assert "has a date of publication that falls into a financial year" in said(section)
    assert not section.slides
    assert not section.message


def test_where_no_finding_fits_that_is_said(database):
    section = trend(inquiry_of(database(reviews=REVIEWS), "2024/25-Q1"), PART)
    assert said(section) == "No finding of the 3 selected reviews fits the filters."


@pytest.mark.parametrize("source", ["anytown", "pfd", "dhrd"])
def test_each_moment_is_a_point_of_the_page_and_the_middle_is_that_of_all_periods(
    shipped_builds, source
):
    inquiry = of_shipped(shipped_builds, source)
    kind = usual_periods(inquiry.chosen)
    appraisal = first_appraisal(inquiry.chosen.appraisals_left)
    courses = timeline(inquiry.ask, inquiry.chosen, kind, appraisal).courses[:4]
    lines = figure(trend(inquiry, PART)).lines
    assert [line.label for line in lines] == [one.label for one in courses]
    for line, one in zip(lines, courses, strict=True):
        points = one.points[-24:]
        assert [m.period for m in line.moments] == [point.period.name for point in points]
        assert [m.share.of for m in line.moments] == [point.reviews_assessed for point in points]
        assert [m.share.found for m in line.moments] == [
            point.reviews_with if point.is_assessed else None for point in points
        ]
        assert line.centre == pytest.approx(one.centre)
        assert line.centre_name == ("mean" if one.kind == "p-chart" else "median")


@pytest.mark.parametrize("source", ["anytown", "pfd", "dhrd"])
def test_the_page_says_the_same_of_one_factor_of_the_same_reviews(shipped_builds, opened, source):
    inquiry = of_shipped(shipped_builds, source)
    [first, *_] = inquiry.rows("factor_recurrence")
    alone = replace(inquiry.chosen.selection, factors=(first.factor_id,))
    inquiry = replace(inquiry, chosen=replace(inquiry.chosen, selection=alone))
    page = texts(opened("when", factor=[first.factor_id], **on_page(inquiry)))
    [lead, *_] = [b for b in trend(inquiry, PART).blocks if isinstance(b, Paragraph)]
    assert letters(lead.text) in page.replace("*", "")


def test_of_more_periods_than_fit_the_last_are_drawn_and_it_is_said(shipped_builds):
    section = trend(of_shipped(shipped_builds, "pfd"), PART)
    assert {len(line.moments) for line in figure(section).lines} == {24}
    assert "Drawn are the last 24 of 50 periods." in said(section)
    assert "Drawn are" not in said(trend(of_shipped(shipped_builds, "anytown"), PART))


def test_the_factors_that_are_chosen_are_drawn_else_as_many_as_the_template_says(shipped_builds):
    few = trend(of_shipped(shipped_builds, "anytown"), Part("trend", "Over time", most=2))
    assert len(figure(few).lines) == 2
    assert "10 other factors are not drawn." in said(few)
    codes = tuple(
        row.factor_id for row in of_shipped(shipped_builds, "anytown").rows("codebook")[:5]
    )
    chosen = trend(of_shipped(shipped_builds, "anytown", factors=codes), PART)
    assert len(figure(chosen).lines) == 5
    assert "not drawn" not in said(chosen)


def test_a_signal_of_late_is_asked_about_and_an_old_one_is_not(shipped_builds):
    section = trend(of_shipped(shipped_builds, "pfd"), PART)
    asked = [letters(question.text) for question in section.questions]
    assert len(asked) == 3
    assert asked[0].startswith(
        "Suicide (from 2015) shows a signal of change by the NHS rules in the last 4 whole "
        "periods: 2 periods further above the mean than chance would often take one (Q4 2024/25 "
        "and Q1 2025/26)."
    )
    assert "Hospital Death" in said(section)
    assert not any(text.startswith("Hospital Death") for text in asked)
    assert not trend(of_shipped(shipped_builds, "anytown"), PART).questions


def test_periods_that_may_be_incomplete_bear_the_remark_and_are_not_joined(shipped_builds):
    section = trend(of_shipped(shipped_builds, "dhrd"), PART)
    last = figure(section).lines[0].moments[-1]
    assert last.remark == "part period; may be incomplete"
    assert not last.joins
    assert "may be incomplete: reviews come out about 24 months after the practice" in said(section)
    assert figure(section).basis == "by period of practice"


def test_a_line_joins_whole_neighbours_and_not_across_a_gap():
    line = line_of(course("1/10 2/10 . 3/10 4/10 5/10*"))
    assert [moment.joins for moment in line.moments] == [False, True, False, False, True, False]
    assert [moment.remark for moment in line.moments][-1] == "part period"


def test_what_is_not_assessed_is_not_nought_and_says_why():
    line = line_of(course("0/10 -/4"))
    assert numbers(line) == [(0, 10), (None, 0)]
    assert line.moments[1].remark == "framework not used"


def test_the_middle_is_a_mean_on_a_p_chart_a_median_on_a_run_chart_and_none_where_it_is_rare():
    assert line_of(course(STEADY)).centre_name == "mean"
    assert line_of(course("1/10 2/10 3/10")).centre == pytest.approx(0.2)
    assert line_of(course("1/10 2/10 3/10")).centre_name == "median"
    for text in (RARE, "1/10*", "-/4"):
        line = line_of(course(text))
        assert (line.centre, line.centre_name) == (None, "")


def test_the_first_of_the_periods_drawn_joins_nothing_and_the_middle_rests_on_all():
    long = course(f"{SHIFT} {STEADY}")
    line = line_of(long)
    assert len(line.moments) == 24
    assert not line.moments[0].joins
    assert line.moments[1].joins
    assert line.centre == pytest.approx(long.centre)
    assert not math.isnan(long.centre)
