"""Every figure is drawn, always the same, with all that it says."""

import hashlib
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from dashboard.briefing.drawing import as_png, as_svg, specification
from dashboard.briefing.figures import Bar, Bars, Dot, Dots, Figure, Series, Share
from tests.dashboard.briefing.documents_drawn import (
    BARS,
    CONTROL,
    DOTS,
    LONG_NAME,
    SIDE_BY_SIDE,
    TREND,
)

FIGURES = {"dots": DOTS, "side by side": SIDE_BY_SIDE, "bars": BARS, "trend": TREND}
IN_A_PROCESS = """
import hashlib
from dashboard.briefing.drawing import as_png, as_svg
from tests.dashboard.briefing.documents_drawn import BARS, DOTS, TREND
for figure in (DOTS, BARS, TREND):
    print(hashlib.sha256(as_svg(figure, 640).encode()).hexdigest())
    print(hashlib.sha256(as_png(figure, 640, 2)).hexdigest())
"""


def words(svg: str) -> str:
    """Return every word of a drawing, lines joined by spaces."""
    return " ".join("".join(text.itertext()) for text in ET.fromstring(svg).iter() if text.text)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_a_figure_is_as_wide_as_asked_and_higher_than_nothing(figure: Figure):
    svg = ET.fromstring(as_svg(figure, 640))
    assert svg.get("width") == "640"
    width, height = struct.unpack(">II", as_png(figure, 640, 2)[16:24])
    assert (width, height) == (1280, 2 * int(svg.get("height", "0")))
    assert height > 100


def test_the_same_figure_has_the_same_bytes_in_another_process():
    here = [
        hashlib.sha256(drawn).hexdigest()
        for figure in (DOTS, BARS, TREND)
        for drawn in (as_svg(figure, 640).encode(), as_png(figure, 640, 2))
    ]
    other = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True, check=True
    )
    assert other.stdout.split() == here


@pytest.mark.parametrize(
    ("width", "named"), [(640, ["0%", "25%", "50%", "75%", "100%"]), (360, ["0%", "50%", "100%"])]
)
def test_a_tick_is_named_only_where_its_name_has_room(width: int, named: list[str]):
    drawn = words(as_svg(SIDE_BY_SIDE, width)).partition(" Share of the reviews")[0].split()
    assert [word for word in drawn if word.endswith("%")] == named


def test_the_height_follows_the_rows():
    few = Dots("", "", "Factor", DOTS.dots[:1])
    more = Dots("", "", "Factor", DOTS.dots[:2])
    assert specification(few, 640)["height"] < specification(more, 640)["height"]


def test_a_label_is_never_cut():
    for figure in (DOTS, SIDE_BY_SIDE, TREND):
        for width in (360, 640, 900):
            assert LONG_NAME in words(as_svg(figure, width))


def test_the_numbers_stand_in_words_beside_each_dot():
    said = words(as_svg(DOTS, 640))
    for share in ("12 of 20 (60%)", "3 of 4 (too few to tell)", "not assessed"):
        assert share in said


def test_control_characters_are_not_drawn():
    figure = Dots("", CONTROL, "Factor", (Dot(CONTROL, DOTS.dots[0].series, Share(1, 9)),))
    assert "One twothreefourfive" in words(as_svg(figure, 640))


def test_a_key_stands_only_where_there_are_several_series():
    assert "Problem" not in words(as_svg(DOTS, 640))
    assert "At the last briefing Now" in words(as_svg(SIDE_BY_SIDE, 640))


def test_a_figure_without_rows_is_drawn_empty():
    for figure in (Dots("", "", "Factor", ()), Bars("", "", "Agency", "actions", ())):
        ET.fromstring(as_svg(figure, 640))


def test_a_bar_of_nothing_has_its_total():
    nothing = Bars("", "", "Agency", "actions", (Bar("Housing", Series("Open", "open"), 0),))
    assert words(as_svg(nothing, 640)).split()[-3:] == ["actions", "Housing", "0"]


def test_the_axis_says_of_which_reviews_each_share_is_one():
    assert "Share of the reviews assessed, with its 95% interval" in words(as_svg(DOTS, 640))
    other = replace(DOTS, among="reviews with a status")
    assert "Share of the reviews with a status, with its 95% interval" in words(as_svg(other, 640))
    assert "reviews assessed" not in words(as_svg(other, 640))
