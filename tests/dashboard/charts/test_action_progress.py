"""The bars of actions: parts that add up, doors, and overdue told by more than its colour."""

import json
from typing import Any

import pytest

from dashboard.charts import action_progress as bars
from dashboard.progress import WORDS
from tests.dashboard.progress_drawn import drawn

ROWS = [
    drawn("Police <b>", overdue=40, open=2, signed_off=58),
    drawn("Schools", overdue=1, complete=3),
    drawn("Health", set_aside=2),
]


def traces(figure: Any) -> dict[str, Any]:
    """Return the bars of each word by its name."""
    return {trace.name: trace for trace in figure.data if trace.type == "bar"}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_parts_of_each_bar_add_up_to_its_actions(mode):
    figure = bars.action_progress(bars.by_group(ROWS), mode)
    ends: dict[float, int] = {}
    for trace in traces(figure).values():
        for y, number in zip(trace.y, trace.x, strict=True):
            ends[y] = ends.get(y, 0) + number
    assert list(ends.values()) == [100, 4, 2]


def test_only_words_that_occur_are_drawn_and_overdue_first():
    names = list(traces(bars.action_progress(bars.by_group(ROWS), "light")))
    assert names == ["Overdue", "Open", "Complete", "Signed off", "Set aside"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_overdue_has_an_outline_beside_its_hue_and_what_is_set_aside_is_hatched(mode):
    fills = bars.fills(mode)
    assert [word for word in WORDS if fills[word].outline_width > 1] == ["overdue"]
    assert [word for word in WORDS if fills[word].hatch] == ["set aside"]


def test_a_number_stands_only_where_it_has_room_and_the_name_always_says_what_is_overdue():
    figure = bars.action_progress(bars.by_group(ROWS), "light")
    assert list(traces(figure)["Overdue"].text) == ["40", ""]
    names = json.loads(str(figure.to_json()))["data"][0]["text"]
    assert [name.count("overdue") for name in names] == [1, 1, 1]
    assert "40 of 100 overdue" in names[0]
    assert "Police &lt;b&gt;" in names[0]
    assert "0 of 2 overdue" in names[2]


def test_each_part_is_a_door_to_its_group_and_word():
    drawn_bars = traces(bars.action_progress(bars.by_group(ROWS), "light"))
    assert [tuple(door) for door in drawn_bars["Overdue"].customdata] == [
        ("P", "overdue"),
        ("S", "overdue"),
    ]
    unrecorded = ROWS[2]._replace(group_id="", group="Not recorded")
    assert bars.by_group([unrecorded])[0].is_door
    assert not bars.by_group([unrecorded], unrecorded_is_door=False)[0].is_door


def test_what_is_pointed_at_says_its_number_of_all():
    drawn_bars = traces(bars.action_progress(bars.by_group(ROWS), "light"))
    assert drawn_bars["Open"].hovertext[0].endswith("2 of 100 actions: open")
    assert drawn_bars["Set aside"].hovertext[0].endswith("2 actions: set aside")


def test_the_ages_are_bars_of_what_is_overdue_and_unknown_only_where_there_is_any():
    row = drawn("All", overdue=7)
    assert [bar.name for bar in bars.by_age(row)][-1] == "Overdue 12 months or more"
    row = row._replace(ages=row.ages | {"not known": 2})
    assert [(bar.key, bar.note) for bar in bars.by_age(row)][-1] == ("not known", "2 of 7")


def test_nothing_can_be_drawn():
    assert bars.action_progress([], "light").layout.height is None


def test_the_charts_describe_themselves():
    assert bars.alt_text(ROWS, "owner") == (
        "Bars of actions by how far they have come, for 3 groups by owner. The first: "
        "Police <b>: 40 of 100 overdue; Schools: 1 of 4 overdue; Health: 0 of 2 overdue."
    )
    assert bars.ages_alt_text(drawn("All", overdue=7)) == (
        "Bars of 7 overdue actions. Overdue 12 months or more: 7."
    )
