"""Response statuses drawn: greys and one hue, n of N, and nothing ranked by share."""

from typing import Any

import pytest

from dashboard import theme
from dashboard.charts import response_status as chart
from tests.dashboard.responses_drawn import agency, drawn, year

YEARS = drawn(
    year(2019, "overdue", 10, 40, is_part=True),
    year(2019, "pending", 0, 40, is_part=True),
    year(2020, "overdue", 12, 60),
    year(2020, "pending", 0, 60),
    year(2021, "overdue", None, 0),
    year(2021, "pending", None, 0),
    year(2022, "overdue", 20, 50),
    year(2022, "pending", 9, 50),
)
AGENCIES = drawn(agency("A", 12, 60), agency("B", 9, 20))


def points(figure: Any) -> dict[str, list[tuple]]:
    """Return the points of each shape, by its name: what they carry."""
    return {
        trace.name: [tuple(mark) for mark in trace.customdata]
        for trace in figure.data
        if trace.customdata is not None
    }


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_part_years_and_years_with_a_pending_review_are_hollow(mode):
    marks = points(chart.over_time(YEARS, "Period of publication", mode))
    assert [mark[2][:4] for mark in marks["Reviews"]] == ["2020", "2020"]
    hollow = [(mark[0], mark[2][:4]) for mark in marks["Part or incomplete"]]
    assert hollow == [
        *(("overdue", "2019"), ("overdue", "2022")),
        *(("pending", "2019"), ("pending", "2022")),
    ]
    assert set(marks) == {"Reviews", "Part or incomplete"}  # no signal of change is claimed
    assert "still have time" in " ".join(chart.key(YEARS))


def test_each_year_that_is_named_has_its_number_of_reviews():
    figure: Any = chart.over_time(YEARS, "Period of publication", "light")
    assert list(figure.layout.xaxis.ticktext) == [
        *("2019<br>of 40", "2020<br>of 60", "2021<br>of 0", "2022<br>of 50")
    ]


def test_a_point_says_n_of_n_with_its_interval():
    figure: Any = chart.over_time(YEARS, "Period of publication", "light")
    said = [text for trace in figure.data for text in trace.hovertext or ()]
    assert "<b>Overdue</b><br>2020: 12 of 60 (20%)<br>95% interval 12% to 32%" in said


def test_a_year_without_a_status_is_a_gap_and_no_zero():
    course = chart.courses(YEARS)[0]
    assert [(one.first, one.reason) for one in course.breaks] == [(2, "no reviews")]
    bare = drawn(
        *(year(2020, "overdue", 1, 9), (*year(2021, "overdue", None, 0)[:-1], 7)),
    )
    assert [one.reason for one in chart.courses(bare)[0].breaks] == ["not recorded"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_agencies_stand_in_the_order_given_with_one_hue_and_a_code_to_open(mode):
    figure: Any = chart.by_agency(AGENCIES, mode)
    names = [text for trace in figure.data for text in trace.text or () if "Agency" in text]
    assert names == ["Agency &lt;A&gt;", "Agency &lt;B&gt;"]  # B has the greater share
    numbers = [text.strip() for trace in figure.data for text in trace.text or () if " of " in text]
    assert numbers == ["12 of 60 (20%)", "9 of 20 (45%)"]
    [dots] = [trace for trace in figure.data if trace.mode == "markers"]
    assert [mark[0] for mark in dots.customdata] == ["A", "B"]
    assert dots.marker.color == theme.appraisal_cue("neutral", mode).colour
    assert "<br>Overdue: 12 of 60 (20%)<br>95% interval" in dots.hovertext[0]
    assert figure.layout.annotations[0].text == chart.AXIS


def test_they_describe_themselves():
    assert chart.by_agency_alt_text(AGENCIES) == (
        "Dots with 95% intervals: 2 agencies by share of the response status Overdue, those with "
        "the most reviews first. Agency <A> 12 of 60 (20%) and Agency <B> 9 of 20 (45%)."
    )
    assert chart.over_time_alt_text(YEARS, "Period of publication") == (
        "Lines with 95% intervals: 2 response statuses by share of the reviews with a status, "
        "4 periods, by period of publication. In 2020: Overdue in 12 of 60 (20%) and Pending in "
        "0 of 60 (0%)."
    )
    assert chart.over_time_alt_text([], "Period of practice").startswith("Lines with 95% intervals")
    assert "0 agencies" in chart.by_agency_alt_text([])


def test_nothing_to_draw_is_drawn_as_nothing():
    assert chart.over_time([], "Period of practice", "light").data == ()
    assert chart.by_agency([], "light").data == ()
