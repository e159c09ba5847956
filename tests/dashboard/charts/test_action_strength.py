"""Bars of the strengths of actions."""

from typing import Any

import pytest

from dashboard.action_strength import Strengths
from dashboard.charts import action_strength

POLICE = Strengths("POL", "Police <force>", 20, (5, 0, 13, 2), 20)
FEW = Strengths("NHS-GP", "Primary care", 4, (1, 1, 2, 0), 4)


def pieces(figure: Any) -> dict[tuple[str, str], float]:
    """Return the length of each piece of a bar, by its group and strength."""
    return {
        tuple(mark): length
        for trace in figure.data
        for mark, length in zip(trace.customdata, trace.x, strict=True)
    }


def texts(figure: Any) -> str:
    """Return all that stands above the bars."""
    said = "\n".join(str(note.text) for note in figure.layout.annotations)
    return said.replace(action_strength.HARD_SPACE, " ")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_bar_has_a_piece_for_each_strength_that_there_is(mode):
    figure = action_strength.action_strength([POLICE], mode)
    assert pieces(figure) == {("POL", "strong"): 0.25, ("POL", "weak"): 0.65, ("POL", "none"): 0.1}


def test_each_number_stands_above_its_bar_with_a_sign_a_word_and_its_share():
    said = texts(action_strength.action_strength([POLICE], "light"))
    assert "Police &lt;force&gt; · 20 actions" in said
    for number in ("■ 5 stronger (25%)", "◧ 0 intermediate (0%)", "□ 13 weaker (65%)"):
        assert number in said
    assert "· 2 not known (10%)" in said


def test_under_five_actions_have_numbers_and_no_bar():
    figure = action_strength.action_strength([FEW], "light")
    assert pieces(figure) == {}
    assert "■ 1 stronger" in texts(figure)
    assert "%" not in texts(figure)
    assert "not known" not in texts(figure)


def test_the_three_strengths_differ_in_depth_and_are_no_colours_of_appraisal():
    figure: Any = action_strength.action_strength([POLICE], "light")
    fills = [trace.marker.color for trace in figure.data]
    assert len(set(fills)) == 4
    for fill in fills:
        channels = [int(fill[i : i + 2], 16) for i in (1, 3, 5)]
        assert max(channels) - min(channels) < 25, "a grey"


def test_the_bars_describe_themselves():
    assert action_strength.alt_text([POLICE]) == (
        "Bars of 1 group of actions, each parted by strength. Police <force>: stronger 5 of 20 "
        "(25%), intermediate 0 of 20 (0%), weaker 13 of 20 (65%) and not known 2 of 20 (10%)."
    )
