"""The states of the follow-ups: they add up, and each opens its list."""

from typing import Any

import pytest

from dashboard import theme
from dashboard.charts import follow_ups as chart
from tests.dashboard.follow_ups_drawn import follow_ups

ROWS = follow_ups("100 200 300 ~ ~ 400+ 500+ 600+ 700+ -")


def drawn(rows=ROWS, mode: theme.Mode = "light") -> Any:
    return chart.follow_ups(rows, mode)


def bars(figure: Any, reading: str) -> dict[tuple[str, str], tuple[float, float]]:
    """Return where each bar of a reading begins and how long it is, by its line and its look."""
    return {
        (trace.customdata[0][0], trace.name): (trace.base[0], trace.x[0])
        for trace in figure.data
        if trace.type == "bar" and trace.customdata[0][1] == reading
    }


def numbers(figure: Any, reading: str) -> dict[str, str]:
    """Return the number of each state of a reading."""
    return {
        state: text
        for trace in figure.data
        if trace.type == "scatter"
        for (state, of_reading), text in zip(trace.customdata, trace.text, strict=True)
        if of_reading == reading
    }


def test_strictly_the_four_states_stand_apart_and_add_up():
    assert bars(drawn(), "") == {
        ("seen again", "Seen again"): (0, 3),
        ("overlaps", "Overlaps"): (0, 2),
        ("not seen", "Not seen in later reviews"): (0, 4),
        ("too early", "Too early to tell"): (0, 1),
    }
    assert numbers(drawn(), "") == {
        "seen again": "3 of 10 (30%)",
        "overlaps": "2 of 10 (20%)",
        "not seen": "4 of 10 (40%)",
        "too early": "1 of 10 (10%)",
    }


def test_leniently_what_overlaps_is_the_end_of_what_was_seen_again():
    found = bars(drawn(), "lenient")
    assert found["seen again", "Seen again"] == (0, 3)
    assert found["seen again", "Overlaps"] == (3, 2)
    assert numbers(drawn(), "lenient") == {
        "seen again": "5 of 10 (50%)",
        "not seen": "4 of 10 (40%)",
        "too early": "1 of 10 (10%)",
    }
    assert chart.IN_SEEN_AGAIN in [note.text for note in drawn().layout.annotations]


def test_none_has_a_number_and_no_bar_and_of_few_there_is_no_percentage():
    figure = drawn(follow_ups("100 200+ -"))
    assert numbers(figure, "")["overlaps"] == "0 of 3 (too few to tell)"
    assert ("overlaps", "Overlaps") not in bars(figure, "")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_states_are_told_apart_without_colour_and_have_none_of_an_appraisal(mode):
    figure = drawn(mode=mode)
    looks = {trace.name: trace.marker for trace in figure.data if trace.type == "bar"}
    assert looks["Seen again"].color == theme.signal_colour(mode)
    shapes = {name: look.pattern.shape for name, look in looks.items()}
    assert (shapes["Overlaps"], shapes["Too early to tell"]) == ("/", ".")
    taken = {theme.appraisal_cue(each, mode).colour for each in ("problem", "strength")}
    assert not taken & {look.color for look in looks.values()}
    names = [note.text for note in figure.layout.annotations]
    assert all(f"<b>{name}</b>" in names for name in looks)


def test_a_bar_explains_its_state():
    (seen,) = [
        trace
        for trace in drawn().data
        if trace.type == "bar" and list(trace.customdata[0]) == ["seen again", ""]
    ]
    assert "3 follow-ups" in seen.hovertext[0]
    assert "practice that began later" in seen.hovertext[0].replace("<br>", " ")


def test_it_describes_itself():
    assert chart.alt_text(ROWS) == (
        "Bars of 10 follow-ups. Practice that began after the action: seen again 3, overlaps 2, "
        "not seen in later reviews 4 and too early to tell 1. Practice that ended after the "
        "action: seen again 5, not seen in later reviews 4 and too early to tell 1."
    )
