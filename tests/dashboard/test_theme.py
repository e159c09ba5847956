"""Colours have one meaning each, can be read on their ground, and never stand alone."""

import itertools
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from dashboard import theme
from dashboard.theme import contrast

MODES = get_args(theme.Mode)
CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def channels(colour: str) -> list[float]:
    """Return the linear light of red, green and blue (WCAG 2.2, relative luminance)."""
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def seen_with(vision: list[list[float]], colour: str) -> list[float]:
    """Return a colour's linear light as a colour-blind reader sees it."""
    return [sum(a * b for a, b in zip(row, channels(colour), strict=True)) for row in vision]


# Machado, Oliveira and Fernandes 2009, IEEE TVCG 15(6):1291-1298, severity 1.0.
COLOUR_BLIND = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
}


def cues(mode: theme.Mode) -> list[theme.Cue]:
    return [
        *theme.APPRAISALS[mode].values(),
        *theme.LAYERS[mode].values(),
        theme.OTHER_LAYER[mode],
    ]


def test_contrast_agrees_with_the_worked_values_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("mode", MODES)
def test_every_meaning_can_be_read_as_text_and_as_a_mark_on_its_ground(mode):
    greys = theme.ground(mode)
    for cue in cues(mode):
        assert contrast(cue.colour, greys.background) >= 4.5, cue


@pytest.mark.parametrize("mode", MODES)
def test_text_can_be_read_on_background_and_surface(mode):
    greys = theme.ground(mode)
    for colour, under in itertools.product(
        [greys.text, greys.muted, greys.link], [greys.background, greys.surface]
    ):
        assert contrast(colour, under) >= 4.5, (colour, under)


@pytest.mark.parametrize("mode", MODES)
def test_a_caption_can_be_read_which_streamlit_draws_in_text_of_three_fifths(mode):
    greys = theme.ground(mode)
    for under in (greys.background, greys.surface):
        parts = [(greys.text[i : i + 2], under[i : i + 2]) for i in (1, 3, 5)]
        mixed = [round(0.6 * int(text, 16) + 0.4 * int(ground, 16)) for text, ground in parts]
        faded = "#" + "".join(f"{part:02X}" for part in mixed)
        assert contrast(faded, under) >= 4.5, (faded, under)


@pytest.mark.parametrize("mode", MODES)
def test_no_two_meanings_share_a_colour_or_a_symbol(mode):
    assert len({cue.colour for cue in cues(mode)}) == len(cues(mode))
    assert len({cue.symbol for cue in cues(mode)}) == len(cues(mode))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("vision", COLOUR_BLIND.values(), ids=COLOUR_BLIND)
def test_problem_and_strength_differ_to_colour_blind_readers(mode, vision):
    problem, strength = theme.APPRAISALS[mode]["problem"], theme.APPRAISALS[mode]["strength"]
    red, _, blue = seen_with(vision, problem.colour)
    other_red, _, other_blue = seen_with(vision, strength.colour)
    assert red > blue, "a problem stays on the yellow side"
    assert other_red < other_blue, "a strength stays on the blue side"


@pytest.mark.parametrize("mode", MODES)
def test_the_layers_keep_their_order_without_hue(mode):
    under = theme.ground(mode).background
    contrasts = [contrast(cue.colour, under) for cue in theme.LAYERS[mode].values()]
    steps = [deeper / shallower for shallower, deeper in itertools.pairwise(contrasts)]
    assert min(steps) > 1.4


@pytest.mark.parametrize("mode", MODES)
def test_the_steps_of_a_hue_deepen_to_it_and_carry_text(mode):
    under = theme.ground(mode).background
    for cue in cues(mode):
        steps = theme.steps(cue.colour, mode)
        assert len(steps) == len(theme.DEPTHS)
        assert steps[-1].fill == cue.colour
        for step in steps:
            assert contrast(step.fill, step.text) >= theme.READABLE, (cue, step)
        depths = [contrast(step.fill, under) for step in steps]
        assert min(deeper / other for other, deeper in itertools.pairwise(depths)) > 1.15


def test_a_layer_of_another_framework_and_no_layer_are_grey():
    assert theme.layer_cue("domain-a", "light") == theme.OTHER_LAYER["light"]
    assert theme.layer_cue(None, "dark") == theme.OTHER_LAYER["dark"]


@pytest.mark.parametrize("mode", MODES)
def test_the_template_has_the_ground_of_its_mode(mode):
    layout = theme.template(mode).to_plotly_json()["layout"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == theme.ground(mode).background
    assert layout["xaxis"]["tickangle"] == 0


@pytest.mark.parametrize("mode", MODES)
def test_streamlit_has_the_same_colours(mode):
    colours = tomllib.loads(CONFIG.read_text())["theme"][mode]
    greys, meant = theme.ground(mode), theme.APPRAISALS[mode]
    assert colours["backgroundColor"] == greys.background
    assert colours["secondaryBackgroundColor"] == greys.surface
    assert colours["textColor"] == greys.text
    assert colours["borderColor"] == greys.rule
    assert colours["linkColor"] == colours["primaryColor"] == greys.link
    assert colours["orangeColor"] == colours["orangeTextColor"] == meant["problem"].colour
    assert colours["blueColor"] == colours["blueTextColor"] == meant["strength"].colour
    assert colours["violetColor"] == colours["violetTextColor"] == meant["neutral"].colour
    assert colours["grayColor"] == meant["mixed"].colour
    assert colours["grayTextColor"] == greys.muted


def test_streamlit_has_its_font_and_tells_nobody():
    config = tomllib.loads(CONFIG.read_text())
    assert config["theme"]["font"] == theme.FONT
    assert config["server"]["address"] == "localhost"
    assert config["server"]["showEmailPrompt"] is False
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
