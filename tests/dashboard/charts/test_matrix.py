"""A matrix: every label whole, every number readable on its fill, every cell a door of its own."""

import itertools
import re
from typing import Any

import pytest

from dashboard import theme
from dashboard.charts.matrix import Cell, Line, matrix, parted, step_of

HOSPITAL = "Hospital Death (Clinical Procedures and medical management) related deaths"
ROWS = [
    Line("hosp", HOSPITAL, "Care"),
    Line("team", "Own team", "Care", "9 reviews"),
    Line("law", "Law <b>&", "National"),
]
COLUMNS = [
    Line("POL", "Police", "Police", "9 reviews"),
    Line("RC", "Royal College of Obstetricians and Gynaecologists", "Professional bodies"),
    Line("GP", "Primary care", "Professional bodies"),
]
CELLS = [
    Cell("hosp", "POL", 0.0, "0 of 9\n0%", "none", ("hosp", "POL")),
    Cell("hosp", "RC", 0.6, "6 of 10\n60%", "six", ("hosp", "RC"), "more"),
    Cell("team", "POL", 1.0, "9 of 9\n100%", "all", ("team", "POL")),
    Cell("team", "RC", 0.1, "1 of 10\n10%", "one", ("team", "RC"), "less"),
    Cell("law", "POL", None, "not assessed", "not assessed", (), is_faint=True),
    Cell("law", "RC", None, "2 of 3", "too few", ("law", "RC"), is_faint=True),
]


@pytest.fixture(params=["light", "dark"])
def mode(request) -> theme.Mode:
    return request.param


def draw(mode: theme.Mode = "light", rows=ROWS, columns=COLUMNS, cells=CELLS) -> Any:
    return matrix(rows, columns, cells, mode, theme.appraisal_cue("problem", mode).colour)


def doors(figure: Any) -> Any:
    [trace] = [trace for trace in figure.data if trace.customdata is not None]
    return trace


def texts(figure: Any) -> dict[tuple[float, float], tuple[str, str]]:
    """Return text and colour by the middle of the cell."""
    return {
        (x, y): (text, trace.textfont.color)
        for trace in figure.data
        if trace.type == "scatter" and trace.mode == "text"
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }


def fills(figure: Any) -> dict[tuple[float, float], str]:
    """Return the fill by the middle of the cell."""
    found = {}
    for trace in figure.data:
        if trace.type == "heatmap":
            colours = [colour for _, colour in trace.colorscale][::2]
            for (top, bottom), row in zip(itertools.pairwise(trace.y), trace.z, strict=True):
                for (left, right), depth in zip(itertools.pairwise(trace.x), row, strict=True):
                    if depth is not None:
                        found[(left + right) / 2, (top + bottom) / 2] = colours[int(depth)]
    return found


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", text)).strip()


def test_a_click_on_a_cell_hands_over_that_cell(mode):
    trace = doors(draw(mode))
    said = texts(draw(mode))
    for x, y, handed, hover in zip(
        trace.x, trace.y, trace.customdata, trace.hovertext, strict=True
    ):
        cell = next(cell for cell in CELLS if cell.hover == hover)
        assert tuple(handed) == cell.customdata
        assert plain(said[x, y][0]).startswith(cell.text.replace("\n", " "))


def test_the_marker_nearest_to_any_point_of_a_cell_is_its_own():
    figure = draw()
    trace = doors(figure)
    width = figure.layout.xaxis.range[1] / len(COLUMNS)
    height = trace.y[2] - trace.y[0]  # of two rows without a heading between them
    middles = list(zip(trace.x, trace.y, strict=True))
    for x, y in middles:
        for dx, dy in itertools.product((-0.49, 0.49), repeat=2):
            at = (x + dx * width, y + dy * height)
            nearest = min(middles, key=lambda m: (m[0] - at[0]) ** 2 + (m[1] - at[1]) ** 2)
            assert nearest == (x, y)
    assert figure.layout.hoverdistance <= width / 2
    assert 2 * figure.layout.hoverdistance >= height


def test_text_can_be_read_on_every_fill(mode):
    figure = draw(mode)
    under = fills(figure)
    assert len(under) == 4
    for at, (text, colour) in texts(figure).items():
        fill = under.get(at, theme.ground(mode).background)
        assert theme.contrast(colour, fill) >= 4.5, text


@pytest.mark.parametrize("shade", [0, 0.01, 0.25, 0.5, 0.75, 1])
def test_none_has_a_step_of_its_own_and_a_deeper_step_is_never_a_smaller_share(shade):
    assert (step_of(shade) == 0) == (shade == 0)
    assert step_of(shade) <= step_of(min(1, shade + 0.1)) <= len(theme.DEPTHS) - 1


def test_what_has_no_share_has_no_fill_and_says_why_in_muted_words(mode):
    figure = draw(mode)
    under = fills(figure)
    unfilled = {text: colour for at, (text, colour) in texts(figure).items() if at not in under}
    assert unfilled == dict.fromkeys(["not assessed", "2 of 3"], theme.ground(mode).muted)


def test_standing_out_is_a_frame_and_a_sign_not_a_colour_alone(mode):
    figure = draw(mode)
    signs = sorted(plain(text)[-1] for text, _ in texts(figure).values() if "<b>" in text)
    assert signs == ["▲", "▼"]
    frames = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert len(frames) == 2


def test_every_label_is_whole_and_level():
    figure = draw()
    notes = [plain(note.text) for note in figure.layout.annotations]
    assert HOSPITAL in notes
    assert "Own team 9 reviews" in notes
    assert "Law &lt;b&gt;&amp;" in notes
    assert "Police 9 reviews" in notes
    assert "Royal College of Obstetricians and Gynaecologists" in notes
    assert all(note.textangle is None for note in figure.layout.annotations)


def test_no_word_of_a_column_is_broken():
    figure = draw()
    words = {
        word
        for note in figure.layout.annotations
        for line in note.text.split("<br>")
        for word in plain(line).split()
    }
    assert {"Obstetricians", "Gynaecologists"} <= words


def test_a_heading_stands_over_each_group_of_rows_and_of_columns():
    figure = draw()
    notes = [plain(note.text) for note in figure.layout.annotations]
    for heading in ("Care", "National", "Professional bodies"):
        assert notes.count(heading) == 1
    lines = [shape for shape in figure.layout.shapes if shape.type == "line"]
    assert len(lines) == 2


def test_cells_are_of_one_size_and_the_figure_of_its_own():
    few, many = draw(columns=COLUMNS[:1], cells=CELLS[:1]), draw()
    assert few.layout.width < many.layout.width
    of_blocks = [trace for trace in many.data if trace.type == "heatmap"]
    heights = {end - top for trace in of_blocks for top, end in itertools.pairwise(trace.y)}
    assert len(heights) == 1


def test_rows_without_a_heading_between_them_are_filled_by_one_image():
    rows = [Line(f"row {place}", f"Row {place}") for place in range(40)]
    cells = [Cell(row.key, COLUMNS[0].key, 0.5, "1 of 2") for row in rows]
    figure = draw(rows=rows, cells=cells)
    assert len([trace for trace in figure.data if trace.type == "heatmap"]) == 1
    assert len(fills(figure)) == 40


def test_the_names_of_rows_can_stand_beside_the_rest():
    parts: Any = parted(draw())
    names, rest = parts
    assert names.layout.width + rest.layout.width == draw().layout.width
    assert names.layout.height == rest.layout.height
    assert HOSPITAL in [plain(note.text) for note in names.layout.annotations]
    assert HOSPITAL not in [plain(note.text) for note in rest.layout.annotations]
    assert len(rest.data) == len(draw().data)
    assert rest.layout.margin.l == 0


def test_nothing_to_draw_draws_nothing():
    figure = draw(rows=[], columns=[], cells=[])
    assert list(doors(figure).x) == []
