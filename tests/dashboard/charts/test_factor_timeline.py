"""The timeline of a factor: each mark is a door, dates are as known."""

from datetime import date
from typing import Any

import pytest

from dashboard.charts import event_lanes
from dashboard.charts.factor_timeline import alt_text, factor_timeline, left_undrawn
from dashboard.saved import Note
from tests.dashboard.events_drawn import SUPERVISION, drawn, only

NOTE = Note(date(2020, 4, 1), "decision", "Board", "To <audit> supervision.", ())
TOO_LATE = Note(date(2031, 4, 1), "decision", "Board", "Later than all.", ())


def traces(figure: Any) -> dict[str, Any]:
    """The traces of a figure by their names; of two of a name the later, which has the marks."""
    return {trace.name: trace for trace in figure.data}


def words(figure: Any) -> str:
    """All that is written beside the marks."""
    return "\n".join(note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_mark_is_a_door_to_its_review(mode):
    figure: Any = factor_timeline(SUPERVISION, [NOTE], mode)
    drawn_at = traces(figure)
    assert [one[0] for one in drawn_at["Practice, problem"].customdata] == ["R1", "R2", "R3", "R4"]
    assert [one[0] for one in drawn_at["Practice, strength"].customdata] == ["R1"]
    assert [one[0] for one in drawn_at["signed off"].customdata] == ["R1", "R2"]
    along = drawn_at["Along practice"]
    assert {one[0] for one in along.customdata} == {"R1", "R2", "R3", "R4"}
    assert all(trace.hoverinfo == "skip" for trace in figure.data if trace.mode == "lines")


def test_a_mark_stands_on_the_last_day_that_its_date_may_be():
    drawn_at = traces(factor_timeline(SUPERVISION, [], "light"))
    assert list(drawn_at["due"].x) == ["2021-12-31"]
    assert list(drawn_at["Days that it may be, due"].x) == ["2021-01-01", "2021-12-31", None]
    assert list(drawn_at["Sign-offs through practice"].x)[:2] == ["2021-05-31", "2021-05-31"]


def test_practice_that_began_nobody_knows_when_is_dotted_and_begins_before_its_days():
    figure: Any = factor_timeline(SUPERVISION, [], "light")
    [dotted] = [trace for trace in figure.data
                if trace.name.startswith("Practice") and trace.line.dash == "dot"]  # fmt: skip
    assert dotted.x[0] < "2022-01-01"
    assert dotted.x[1] == "2022-12-31"
    assert "beginning not recorded" in words(figure)


def test_a_review_is_drawn_where_it_came_out_on_the_row_of_its_practice():
    drawn_at = traces(factor_timeline(SUPERVISION, [], "light"))
    out, practice = drawn_at["Came out"], drawn_at["Practice, problem"]
    assert list(out.x) == ["2022-02-03", "2022-02-03", "2023-01-01", "2024-01-01"]
    assert {"R1", "R2", "R4"} == {one[0] for one in out.customdata}  # R3 did not come out
    rows = dict(zip([one[0] for one in practice.customdata], practice.y, strict=True))
    assert rows["R4"] == out.y[3]


def test_the_appraisals_are_told_by_symbol_too_and_named_where_they_are():
    figure: Any = factor_timeline(SUPERVISION, [], "light")
    drawn_at = traces(figure)
    assert (
        drawn_at["Practice, problem"].marker.symbol != drawn_at["Practice, strength"].marker.symbol
    )
    assert "● problem" in words(figure)
    assert "◆ strength" in words(figure)
    assert "neutral" not in words(figure)


def test_each_lane_says_how_many_are_in_it_or_that_there_is_none():
    figure: Any = factor_timeline(SUPERVISION, [], "light")
    assert "Practice of 4 reviews in which it was found" in words(figure)
    assert "1 recommendation made" in words(figure)
    assert "2 actions signed off" in words(figure)
    assert "first signed off" in words(figure)
    assert "in May 2021" in words(figure)
    practice = only(SUPERVISION, "practice")
    assert "No action signed off on a known day" in words(factor_timeline(practice, [], "light"))


def test_notes_are_numbered_as_in_their_list_and_say_their_words():
    figure: Any = factor_timeline(SUPERVISION, [TOO_LATE, NOTE], "light")
    numbers = traces(figure)["Numbers of notes"]
    assert [text.strip() for text in numbers.text] == ["<b>2</b>"]
    assert "To &lt;audit&gt; supervision." in numbers.hovertext[0]
    assert [list(data) for data in numbers.customdata] == [["", 2]]
    assert "1 note of the board" in words(figure)
    assert "Numbers of notes" not in traces(factor_timeline(SUPERVISION, [], "light"))


def test_a_mark_says_what_it_stands_for():
    told = traces(factor_timeline(SUPERVISION, [], "light"))["Practice, problem"].hovertext
    assert "Practice March 2018 to 10 May 2019" in told[0]
    assert "Found as a problem in 2 findings" in told[0].replace("<br>", " ")
    assert "Came out on 3 February 2022" in told[0]
    assert "up to 2022; when it began is not recorded" in told[2].replace("<br>", " ")


def test_of_too_many_only_the_latest_are_drawn_and_that_is_said():
    rows = "\n".join(f"practice | R{n} | 20{n:02}-01-01 | 20{n:02}-03-01 | day" for n in range(70))
    many = drawn(f"kind | review | first | last | began\n{rows}")
    drawn_at = traces(factor_timeline(many, [], "light"))
    assert drawn_at["Practice, problem"].customdata[0] == ["R10", "spec"]
    assert len(drawn_at["Practice, problem"].x) == event_lanes.MOST
    assert left_undrawn(many) == (
        "Drawn are the 60 latest of 70 spans of practice; the table lists all."
    )
    assert left_undrawn(SUPERVISION) == ""


@pytest.mark.parametrize(
    ("first", "last"),
    [("2018-03-01", "2018-03-01"), ("2018-03-01", "2018-09-01"), ("2001-03-01", "2026-03-01")],
)
def test_the_axis_names_a_few_dates_whatever_its_length(first, last):
    table = f"kind | review | first | last | began\npractice | R1 | {first} | {last} | day"
    axis: Any = factor_timeline(drawn(table), [], "light").layout.xaxis  # type: ignore[attr-defined]
    assert len(axis.tickvals) <= 7
    assert axis.range[0] < axis.range[1]


def test_it_describes_itself():
    assert alt_text("Supervision", SUPERVISION) == (
        "Timeline of Supervision: practice of 4 reviews in which it was found, 1 recommendation "
        "made, 1 action due, 1 action completed and 2 actions signed off."
    )
