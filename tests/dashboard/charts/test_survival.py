"""The curve of what was seen again: panels, numbers watched, and what few follow-ups leave open."""

from typing import Any

import numpy as np
import pytest

from dashboard import theme
from dashboard.charts import survival
from dashboard.estimates import Curve, curves
from tests.dashboard.follow_ups_drawn import follow_ups

SEVEN = "100 200 300+ 350+ 420+ 500 600"
LONG = "400 800 800 1200+ 1500+ 1900 2300+ 2400+"


def by_strength() -> list[Curve]:
    """Return three groups: eight stronger, three weaker and seven not recorded."""
    rows = follow_ups(f"{LONG} 100 200 - 300+ {SEVEN}")
    strength = ["strong"] * 8 + ["weak"] * 4 + [""] * 7
    return curves(rows.assign(strength=strength), "strict", "strength")


def drawn(each: list[Curve], mode: theme.Mode = "light") -> Any:
    return survival.survival(each, mode)


def traces(figure: Any, name: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name == name]


def texts(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_each_group_has_a_panel_with_the_numbers_watched_on_one_scale_of_time():
    figure = drawn(by_strength())
    assert len(traces(figure, "Stronger")) == len(traces(figure, "Not recorded")) == 1
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    first, second = figure.layout.yaxis.domain, figure.layout.yaxis2.domain
    assert first[0] > second[1]
    assert texts(figure).count("Watched") == 2
    # eight stronger at 0; after 1, 2, 3 years 8 (the first was after 400 days), 7 - 2, 4; ...
    assert list(figure.layout.xaxis.tickvals) == [0, 1, 2, 3, 4, 5, 6]
    numbers = [n.text for n in figure.layout.annotations if n.xref == "x" and n.yshift == -26]
    assert numbers == ["8", "8", "7", "5", "4", "3", "2"]


def test_a_group_of_too_few_has_words_and_no_curve():
    figure = drawn(by_strength())
    assert "<b>Weaker</b>" in texts(figure)
    assert "seen again after 2 of 3 follow-ups: too few to tell" in texts(figure)
    assert not traces(figure, "Weaker")
    alone = drawn(curves(follow_ups("100 200+"), "strict"))
    assert not alone.data
    assert not alone.layout.xaxis.visible
    none = drawn(curves(follow_ups("- ~"), "strict"))
    assert "no follow-up with later practice to look at" in texts(none)


def test_the_curve_falls_where_it_was_seen_again_and_is_dotted_where_few_are_watched():
    figure = drawn(curves(follow_ups(SEVEN), "strict"))
    (curve,) = traces(figure, "All follow-ups")
    (end,) = traces(figure, "Few still watched")
    months = 30.4375
    np.testing.assert_allclose(curve.x, np.array([0, 100, 200, 300, 350]) / months)
    np.testing.assert_allclose(curve.y, [1, 6 / 7, 5 / 7, 5 / 7, 5 / 7])
    np.testing.assert_allclose(end.x, np.array([350, 350, 420, 500, 600]) / months)
    np.testing.assert_allclose(end.y, [5 / 7, 5 / 7, 5 / 7, 5 / 14, 0])
    assert end.line.dash == "dot"
    # the share that is told is that of the last day with five watched
    assert "<b>71%</b>" in texts(figure)
    assert any(
        "after 10 months, 71% were not (95%" in text.replace("<br>", " ") for text in texts(figure)
    )
    assert "<b>0%</b>" not in texts(figure)


def test_where_enough_are_watched_to_the_end_nothing_is_dotted():
    figure = drawn(curves(follow_ups("100 200 900+ 900+ 900+ 900+ 900+"), "strict"))
    assert not traces(figure, "Few still watched")
    assert "<b>71%</b>" in texts(figure)


def test_each_mark_opens_the_list_of_its_group_and_state():
    figure = drawn(by_strength())
    seen, not_seen = traces(figure, "Seen again")[0], traces(figure, "Last looked at")[0]
    assert {tuple(each) for each in seen.customdata} == {("strong", "seen again")}
    assert {tuple(each) for each in not_seen.customdata} == {("strong", "not seen")}
    assert len(not_seen.x) == 4
    assert "2 seen again" in seen.hovertext[1]
    assert "95% interval" in seen.hovertext[0]


def test_half_seen_again_has_a_mark_where_it_is_reached():
    (half,) = traces(drawn(curves(follow_ups(SEVEN), "strict")), "Half")
    np.testing.assert_allclose(half.x, [500 / 30.4375])
    assert not traces(drawn(curves(follow_ups("1 2+ 3+ 4+ 5+"), "strict")), "Half")


def test_short_times_are_in_months_and_long_ones_in_years():
    months = drawn(curves(follow_ups(SEVEN), "strict"))
    assert "Time to later practice (months)" in texts(months)
    years = drawn(curves(follow_ups(LONG), "strict"))
    assert "Time to later practice (years)" in texts(years)
    assert survival.Y_AXIS in texts(years)


def test_the_follow_ups_that_share_their_sign_off_are_said():
    rows = follow_ups("100 100 200 300+ 350+ 400")
    rows.loc[1, "factor_id"] = rows.loc[0, "factor_id"]
    words = " ".join(texts(drawn(curves(rows, "strict")))).replace("<br>", " ")
    assert "of 5 follow-ups (1 more shares the day of one of them)" in words


def test_the_share_at_the_top_is_named_beneath_its_line():
    figure = drawn(curves(follow_ups("100+ 200+ 800+ 950+ 1020+ 1500+"), "strict"))
    (share,) = [note for note in figure.layout.annotations if note.text == "<b>100%</b>"]
    assert share.yanchor == "top"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_has_the_neutral_hue_in_both_modes_and_no_turned_text(mode):
    figure = drawn(by_strength(), mode)
    (curve,) = traces(figure, "Stronger")
    assert curve.line.color == theme.signal_colour(mode)
    assert not any(note.textangle for note in figure.layout.annotations)


def test_the_key_names_what_is_drawn_and_no_more():
    assert survival.key(curves(follow_ups("1 2"), "strict")) == []
    all_seen = survival.key(curves(follow_ups("1 2 3 4 5"), "strict"))
    assert "● seen again" in all_seen
    assert "| last looked at, not seen" not in all_seen
    assert "◆ half seen again" in all_seen
    none_seen = survival.key(curves(follow_ups("9+ 9+ 9+ 9+ 9+"), "strict"))
    assert none_seen[0] == "| last looked at, not seen"
    assert not any("dotted" in entry for entry in none_seen)


def test_it_describes_itself():
    assert survival.alt_text(by_strength()) == (
        "2 curves of the share in which the factor has not been seen again, by the time to "
        "later practice. "
        "Stronger: seen again after 4 of 8 follow-ups; after 3.3 years, 63% were not "
        "(95% interval 23% to 86%); an estimated half within about 5.2 years. "
        "Weaker: seen again after 2 of 3 follow-ups: too few to tell. "
        "Not recorded: seen again after 4 of 7 follow-ups; after 10 months, 71% were not "
        "(95% interval 26% to 92%); an estimated half within about 16 months."
    )
