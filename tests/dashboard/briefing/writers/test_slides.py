"""A briefing as slides, read back: its messages, charts and tables, and what each must bear."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from dashboard.briefing.document import Bullets, Document, Paragraph, Section, Slide, Table
from dashboard.briefing.figures import Bars, Dot, Dots, Figure, Moment, Share
from dashboard.briefing.text import plain, said
from dashboard.briefing.writers.slides import measure, to_pptx
from tests.dashboard.briefing.documents_drawn import (
    BARS,
    CONTROL,
    DOTS,
    EARLIER,
    HOSTILE,
    LONG_NAME,
    LONG_TABLE,
    MATRIX,
    NOW,
    PROBLEM,
    SIDE_BY_SIDE,
    STRENGTH,
    TEXTS,
    TREND,
    document,
    quarters,
)

IN_A_PROCESS = """
import hashlib
from dashboard.briefing.writers.slides import to_pptx
from tests.dashboard.briefing.documents_drawn import document
print(hashlib.sha256(to_pptx(document())).hexdigest())
"""
AXES = (qn("c:catAx"), qn("c:valAx"))
LAST_OF_THREE = "2 of 3 (too few to tell)"
POINT = 12_700  # of the units in which a slide is measured


def of(*slides: Slide, **changed: Any) -> Document:
    """Return a briefing of one section with these slides."""
    section = Section("recurs", "What recurs", (), slides=slides)
    return replace(document(), sections=(section,), **changed)


def read(briefing: Document) -> list[Any]:
    """Return the slides of a briefing."""
    return list(Presentation(BytesIO(to_pptx(briefing))).slides)


def shown(figure: Figure | Table | Bullets, message: str = "A message") -> list[Any]:
    """Return the slides of one message, without the cover and the last."""
    return read(of(Slide(message, figure)))[1:-1]


def chart(slide: Any) -> Any:
    """Return the one chart of a slide."""
    (found,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    return found


def panels(slide: Any) -> list[Any]:
    """Return the small charts of a slide."""
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def table(slide: Any) -> Any:
    """Return the one table of a slide."""
    (found,) = [shape.table for shape in slide.shapes if shape.has_table]
    return found


def values(drawn: Any) -> list[tuple[str, list[float | None]]]:
    """Return the name of each series of a chart, and its values."""
    return [(series.name, list(series.values)) for series in drawn.plots[0].series]


def words(slide: Any) -> str:
    """Return every word of a slide's own text."""
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def notes(slide: Any) -> str:
    """Return what the presenter reads."""
    return slide.notes_slide.notes_text_frame.text


def sheet(slide: Any) -> Any:
    """Return the sheet of the workbook beneath the one chart of a slide."""
    return sheet_of(chart(slide))


def sheet_of(drawn: Any) -> Any:
    """Return the sheet of the workbook beneath a chart."""
    return load_workbook(BytesIO(drawn.part.chart_workbook.xlsx_part.blob)).active


def labels(series: Any, count: int) -> list[str]:
    """Return what is written at each point of a series."""
    points = (series.points[place].data_label for place in range(count))
    return [one.text_frame.text if one.has_text_frame else "" for one in points]


def every_part(briefing: Document) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the deck, and of the workbooks within."""
    with ZipFile(BytesIO(to_pptx(briefing))) as deck:
        for name in deck.namelist():
            yield name, deck.read(name)
            if name.endswith(".xlsx"):
                with ZipFile(BytesIO(deck.read(name))) as book:
                    yield from ((f"{name}/{inner}", book.read(inner)) for inner in book.namelist())


def test_the_cover_says_what_whose_and_what_must_be_known():
    cover = read(document())[0]
    assert cover.shapes.title.text == "Quarterly briefing"
    for told in ("OFFICIAL-SENSITIVE", "Q1 2025/26 (Apr-Jun)", "Anytown Safeguarding Partnership"):
        assert told in words(cover)
    assert "Reviews: 20 reviews" in words(cover)
    assert "Made-up data: nothing may be concluded." in words(cover)


def test_a_slide_has_its_message_as_its_title_and_what_shows_it_beneath():
    slides = read(of(Slide("Supervision recurs", DOTS), Slide("Where it is found", MATRIX)))
    assert [slide.shapes.title.text for slide in slides[1:-1]] == [
        "Supervision recurs",
        "Where it is found",
    ]
    for slide in slides[1:-1]:
        assert slide.shapes.title.placeholder_format.type == PP_PLACEHOLDER.TITLE
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id  # it is read first
    assert chart(slides[1])
    assert table(slides[2])


def test_the_last_slide_says_that_found_in_is_not_caused_by_and_how_it_was_counted():
    method = Section("method", "How this was counted", (Paragraph(TEXTS), Paragraph(plain("No."))))
    slides = read(replace(document(), sections=(method,)))
    assert slides[-1].shapes.title.text == "“Found in” is not “caused by”"
    assert "That does not mean that it caused what happened" in words(slides[-1])
    assert "Supervision was found as a problem in 12 of 20 reviews (60%)." in words(slides[-1])
    assert "No." not in words(slides[-1])


def test_shares_are_bars_with_their_values_in_the_order_given():
    drawn = chart(*shown(DOTS))
    assert list(drawn.plots[0].categories) == [
        "Supervision",
        LONG_NAME,
        HOSTILE,
        "Rare",
        "New since 2024 (not assessed)",
    ]
    assert values(drawn) == [("Problem", [12 / 20, 9 / 20, 1 / 20, 3 / 4, None])]
    assert drawn.category_axis.reverse_order  # else the first stands at the bottom
    assert (drawn.value_axis.minimum_scale, drawn.value_axis.maximum_scale) == (0, 1)


def test_each_share_says_n_of_n_and_none_where_it_was_not_assessed():
    assert labels(chart(*shown(DOTS)).plots[0].series[0], 5) == [
        "12 of 20 (60%)",
        "9 of 20 (45%)",
        "1 of 20 (5%)",
        "3 of 4 (too few to tell)",
        "",
    ]


def test_an_interval_reaches_from_its_lower_limit_to_its_upper():
    series = chart(*shown(DOTS)).plots[0].series[0]
    reach = {
        side: [
            float(value.text)
            for value in series._element.find(qn("c:errBars")).find(qn(f"c:{side}")).iter(qn("c:v"))
        ]
        for side in ("minus", "plus")
    }
    assert 12 / 20 - reach["minus"][0] == pytest.approx(0.387)
    assert 12 / 20 + reach["plus"][0] == pytest.approx(0.781)
    assert len(reach["minus"]) == 4  # none is drawn where there is no share


def test_what_stands_side_by_side_is_a_series_each_and_only_one_may_be_missing():
    drawn = chart(*shown(SIDE_BY_SIDE))
    assert values(drawn) == [
        ("At the last briefing", [10 / 18, 2 / 3, None]),
        ("Now", [12 / 20, 4 / 5, 0.0]),
    ]
    assert list(drawn.plots[0].categories)[2] == (
        "New since 2024 (at the last briefing not assessed)"
    )


def test_each_series_is_named_at_its_first_bar_and_in_no_legend():
    first = Dot("Factor", EARLIER, Share(None, None)), Dot("Factor", NOW, Share(3, 9, 0.1, 0.6))
    drawn = chart(*shown(replace(SIDE_BY_SIDE, dots=(*first, *SIDE_BY_SIDE.dots[:4]))))
    earlier, now = drawn.plots[0].series
    assert labels(earlier, 3) == ["", "At the last briefing: 10 of 18 (56%)", LAST_OF_THREE]
    assert labels(now, 3) == ["Now: 3 of 9 (33%)", "12 of 20 (60%)", "4 of 5 (80%)"]
    assert not drawn.has_legend


def test_what_is_written_behind_the_longest_interval_ends_on_the_chart():
    long = Dot("A factor", PROBLEM, Share(999_998, 1_000_000, 0.98, 1.0))
    short = Dot("Another", STRENGTH, Share(2, 1_000_000, 0.0, 0.01))
    (slide,) = shown(replace(DOTS, dots=(long, short)))
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    layout = frame.chart._chartSpace.chart.plotArea.find(qn("c:layout"))
    left, width = (float(layout.find(".//" + qn(f"c:{one}")).get("val")) for one in ("x", "w"))
    written = measure.width("Problem: 999,998 of 1,000,000 (over 99%)", 12) * POINT
    assert (left + width) * frame.width + written <= frame.width


def test_problem_and_strength_are_told_apart_without_colour():
    strengths = tuple(replace(dot, series=STRENGTH) for dot in DOTS.dots)
    problem, strength = chart(*shown(replace(DOTS, dots=DOTS.dots + strengths))).plots[0].series
    assert problem.format.fill.type != strength.format.fill.type


def test_the_workbook_beneath_a_chart_holds_its_numbers_and_n_of_n():
    rows = list(sheet(*shown(DOTS)).iter_rows(values_only=True))
    assert rows[0] == (
        None,
        "Problem",
        "Problem: interval below",
        "Problem: interval above",
        "Problem: found in",
        "Problem: assessed in",
    )
    assert rows[1][:2] == ("Supervision", 0.6)
    assert rows[1][4:] == (12, 20)
    assert rows[5] == ("New since 2024 (not assessed)", None, None, None, None, None)


def test_the_axis_and_the_workbook_say_of_which_reviews_each_share_is_one():
    other = replace(DOTS, among="reviews with a status", among_in_short="With a status")
    [slide] = shown(other)
    axis = chart(slide).value_axis.axis_title.text_frame.text
    assert axis == "Share of the reviews with a status, with its 95% interval"
    heads = [cell.value for cell in sheet(slide)[1]]
    assert any(head and head.endswith(": with a status") for head in heads)
    assert not any(head and head.endswith(": assessed in") for head in heads)


def test_what_looks_like_a_formula_or_a_link_is_text_in_the_workbook():
    hostile = ("=1+1", "http://example.org", "@sum", "-2+3")
    dots = tuple(Dot(label, PROBLEM, Share(5, 9, 0.2, 0.8)) for label in hostile)
    cells = list(sheet(*shown(replace(DOTS, dots=dots)))["A"])[1:]
    assert [cell.value for cell in cells] == list(hostile)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_numbers_that_add_up_are_stacked_in_the_order_given():
    drawn = chart(*shown(BARS))
    assert values(drawn)[0] == ("Overdue", [12, 1, 0, 0])
    assert values(drawn)[4] == ("Signed off", [41, 5, 0, 0])
    assert drawn.plots[0].overlap == 100
    assert drawn.plots[0].series[0].data_labels.number_format == "#,##0;;;"  # none on what is 0


def test_a_bar_in_parts_says_what_it_adds_up_to_and_how_many_are_of_the_first():
    names = list(chart(*shown(BARS)).plots[0].categories)
    assert names[0] == "Adult social care (12 of 90 overdue)"
    assert names[3] == "Housing (0 of 1 overdue)"
    alone = replace(BARS, bars=tuple(bar for bar in BARS.bars if bar.series.name == "Overdue"))
    assert next(iter(chart(*shown(alone)).plots[0].categories)) == "Adult social care (12)"


def test_a_trend_is_a_small_chart_a_factor_with_a_gap_where_it_was_not_assessed():
    first, second, third = panels(*shown(TREND))
    assert [of.plots[0].series[0].name for of in (first, second, third)] == [
        "Supervision (problem)",
        f"{LONG_NAME} (problem)",
        "New since 2024 (problem, not assessed)",
    ]
    with_gaps = [None, None, 0.1, 0.0, 0.2, 0.1, None, 0.3, 0.2, 0.1, 0.1, 0.0]
    assert values(second)[0][1] == with_gaps
    assert second._chartSpace.find(".//" + qn("c:dispBlanksAs")).get("val") == "gap"
    assert len({of.value_axis.maximum_scale for of in (first, second, third)}) == 1


def test_what_is_common_to_small_charts_is_said_beneath_them():
    (slide,) = shown(TREND)
    assert "with its 95% interval, by publication. Crosses: part period." in words(slide)


def test_periods_without_a_share_are_said_as_runs():
    moments = [replace(one, remark="") for one in TREND.lines[0].moments]
    for place in (0, 1, 2, 7):
        moments[place] = Moment(moments[place].period, Share(None, 0), "no reviews")
    line = replace(TREND.lines[0], moments=tuple(moments))
    other = replace(line, label="Other")
    (slide,) = shown(replace(TREND, lines=(line, other)))
    assert "No reviews: Q1 2021/22 to Q3 2021/22, Q4 2022/23." in words(slide)
    (slide,) = shown(replace(TREND, lines=(line, TREND.lines[0])))
    assert "Supervision (problem): no reviews: Q1 2021/22 to Q3 2021/22" in words(slide)


def test_a_small_chart_says_its_last_share_and_its_middle():
    (slide,) = shown(TREND)
    assert "1 of 10 (10%) in Q4 2023/24; mean 33% (dashes)" in words(slide)


def test_a_period_that_says_less_than_it_seems_is_a_cross():
    first, *_ = panels(*shown(TREND))
    points = first.plots[0].series[0].points
    assert points[11].marker.style == XL_MARKER_STYLE.X
    assert points[5].marker.style != XL_MARKER_STYLE.X


def test_of_many_quarters_some_are_named_on_the_axis_and_all_in_the_workbook():
    moments = [Moment(name, Share(3, 9, 0.1, 0.7)) for name in quarters(2019, 6)]
    line = replace(TREND.lines[0], moments=tuple(moments), centre=None)
    (slide,) = shown(replace(TREND, lines=(line,) * 4))
    named = list(panels(slide)[0].plots[0].categories)
    assert named[:6] == ["Q1 2019/20", "", "", "", "Q1 2020/21", ""]
    skip = panels(slide)[0].category_axis._element.find(qn("c:tickLblSkip"))
    assert skip.get("val") == "4"
    rows = list(sheet_of(panels(slide)[0]).iter_rows(values_only=True))
    assert [row[0] for row in rows[1:4]] == ["Q1 2019/20", "Q2 2019/20", "Q3 2019/20"]
    assert rows[1][1:] == (
        pytest.approx(3 / 9),
        pytest.approx(3 / 9 - 0.1),
        pytest.approx(0.7 - 3 / 9),
        3,
        9,
    )


def test_the_intervals_of_a_small_chart_stand_where_the_workbook_has_them():
    (drawn,) = panels(*shown(replace(TREND, lines=TREND.lines[:1])))
    bars = drawn.plots[0].series[0]._element.find(qn("c:errBars"))
    assert bars[0].tag == qn("c:errDir")
    where = [bars.find(qn(f"c:{side}")).find(".//" + qn("c:f")).text for side in ("minus", "plus")]
    assert where == ["Sheet1!$D$2:$D$13", "Sheet1!$E$2:$E$13"]
    heads = [cell.value for cell in next(sheet_of(drawn).iter_rows())]
    assert heads[3:5] == [f"Supervision (problem): interval {way}" for way in ("below", "above")]


def test_one_line_has_n_of_n_at_each_point_and_its_middle():
    drawn = chart(*shown(replace(TREND, lines=TREND.lines[:1])))
    assert labels(drawn.plots[0].series[0], 2) == ["2 of 10", "3 of 10"]
    assert values(drawn)[1] == ("Mean 33%", [0.333] * 12)


def test_a_table_is_a_table_with_its_headings_flagged():
    held = table(*shown(MATRIX))
    assert held.first_row
    assert held.first_col
    cells = [[cell.text for cell in row.cells] for row in held.rows]
    assert cells[0][:2] == ["Factor", "Agency with a long name 1"]
    assert cells[1][:3] == ["Factor 1", "1 of 50", "2 of 50"]
    assert len(cells) == 8


def test_what_does_not_fit_goes_on_under_the_same_message():
    slides = shown(LONG_TABLE, "Every factor")
    assert slides[0].shapes.title.text == f"Every factor (1 of {len(slides)})"
    assert slides[-1].shapes.title.text == f"Every factor ({len(slides)} of {len(slides)})"
    rows = [row.cells[0].text for slide in slides for row in list(table(slide).rows)[1:]]
    assert rows == [f"Factor {n}" for n in range(1, 61)]
    assert max(len(table(slide).rows) for slide in slides) == 10


def test_points_are_points_of_the_layout_and_go_on_with_their_numbers():
    one, two = shown(Bullets(tuple(plain(f"Point {n}") for n in range(1, 15)), is_numbered=True))
    first, second = (slide.placeholders[1].text_frame for slide in (one, two))
    assert [p.text for p in first.paragraphs] == [f"Point {n}" for n in range(1, 8)]
    assert [p.text for p in second.paragraphs] == [f"Point {n}" for n in range(8, 15)]
    starts = [
        text.paragraphs[0]._p.find(".//" + qn("a:buAutoNum")).get("startAt")
        for text in (first, second)
    ]
    assert starts == ["1", "8"]


def test_bold_in_a_sentence_stays_bold():
    (slide,) = shown(Bullets((TEXTS,)))
    runs = slide.placeholders[1].text_frame.paragraphs[0].runs
    assert [(run.text, bool(run.font.bold)) for run in runs] == [
        ("Supervision", True),
        (" was found as a problem in 12 of 20 reviews (60%).", False),
    ]


def test_points_of_one_message_have_one_size_on_all_its_slides():
    slides = shown(Bullets((said("A long point that says much. " * 12), *(TEXTS,) * 20)))
    sizes = {
        run.font.size
        for slide in slides
        for paragraph in slide.placeholders[1].text_frame.paragraphs
        for run in paragraph.runs
    }
    assert len(slides) > 1
    assert len(sizes) == 1


def test_long_points_take_more_slides():
    long = said("**A** " + "long point that says much. " * 14)
    assert len(shown(Bullets((long,) * 6))) > 1


def test_a_chart_of_many_labels_is_split_and_loses_none():
    dots = tuple(Dot(f"Factor {n}", PROBLEM, Share(n, 40, 0.1, 0.9)) for n in range(1, 24))
    slides = shown(replace(DOTS, dots=dots))
    assert [len(list(chart(slide).plots[0].categories)) for slide in slides] == [8, 8, 7]
    drawn = [value for slide in slides for value in values(chart(slide))[0][1]]
    assert drawn == [n / 40 for n in range(1, 24)]


def test_a_figure_in_which_nothing_is_drawn_is_said_in_words():
    (slide,) = shown(Dots("Nothing", "No factor was found.", "Factor", ()))
    assert slide.placeholders[1].text_frame.text == "No factor was found."


def test_the_notes_hold_the_section_the_alternative_text_and_every_number():
    (slide,) = shown(DOTS)
    lines = notes(slide).split("\n")
    assert lines[0] == "What recurs"
    assert lines[1] == DOTS.alt
    assert (
        "Supervision. As: Problem; Found in: 12; Assessed in: 20; Share: 60%; "
        "95% interval: 39% to 78%"
    ) in lines
    assert "New since 2024. As: Problem; Assessed in: 0; Share: not assessed" in lines


@pytest.mark.parametrize("figure", [DOTS, BARS], ids=["dots", "bars"])
def test_a_chart_has_its_alternative_text(figure: Figure):
    (slide,) = shown(figure)
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == figure.alt


def test_each_small_chart_has_its_own_alternative_text():
    (slide,) = shown(TREND)
    told = [
        shape._element.nvGraphicFramePr.cNvPr.get("descr")
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert told[0] == (
        "Line chart: Supervision (problem). The share over time, by publication. 12 periods, with "
        "95% intervals. From 2 of 10 (20%) in Q1 2021/22 (Apr-Jun) to 1 of 10 (10%) in Q4 2023/24 "
        "(Jan-Mar). Mean 33%."
    )
    assert told[2].endswith("Not assessed in any period.")
    assert TREND.alt in notes(slide)


def test_what_is_not_drawn_is_said_beneath_a_figure_and_to_the_presenter():
    for figure in (DOTS, BARS, TREND, MATRIX):
        slide = read(of(Slide("A message", figure, "The 9 others are not drawn.")))[1]
        assert "The 9 others are not drawn." in words(slide)
        assert "The 9 others are not drawn." in notes(slide)


def test_a_table_has_its_alternative_text():
    (slide,) = shown(replace(LONG_TABLE, rows=LONG_TABLE.rows[:3]))
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == (
        "Table: Every factor. 3 rows; columns: Factor, Where, Found in."
    )


def test_every_slide_has_marking_number_and_what_runs_at_the_head_of_each_page():
    for number, slide in enumerate(read(document()), 1):
        held = {
            one.placeholder_format.type: one.text_frame.text
            for one in slide.placeholders
            if one.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
        }
        assert held == {
            PP_PLACEHOLDER.FOOTER: (
                "OFFICIAL-SENSITIVE · Source: made up · Q1 2025/26 (Apr-Jun) · "
                "Data as at 31 July 2025"
            ),
            PP_PLACEHOLDER.SLIDE_NUMBER: str(number),
        }


def test_a_title_ends_without_a_full_stop():
    (slide,) = shown(DOTS, "It rose. None of this can be told from chance.")
    assert slide.shapes.title.text == "It rose. None of this can be told from chance"


def test_the_title_of_a_table_is_not_said_twice():
    once = replace(LONG_TABLE, rows=LONG_TABLE.rows[:3])
    (slide,) = shown(once, once.title)
    assert words(slide).count(once.title) == 1
    (slide,) = shown(once, "Another message")
    assert words(slide).count(once.title) == 1


def test_no_line_leads_to_a_label_that_was_moved_beyond_its_interval():
    (series,) = chart(*shown(DOTS)).plots[0].series
    *_, leaders = series._element.find(qn("c:dLbls")).iter("{*}showLeaderLines")
    assert leaders.tag.startswith("{http://schemas.microsoft.com/office/drawing/2012/chart}")
    assert leaders.get("val") == "0"


def test_short_names_leave_more_room_to_the_bars():
    short = replace(DOTS, dots=(replace(DOTS.dots[0], label="Pending"),))
    starts = [
        float(drawn._chartSpace.chart.plotArea.find(".//" + qn("c:x")).get("val"))
        for drawn in (chart(*shown(short)), chart(*shown(DOTS)))
    ]
    assert starts[0] < starts[1] / 2


def test_a_table_of_many_long_rows_is_set_smaller_before_it_is_split():
    rows = tuple(
        (f"Factor {n}", "Where the work was done, and by whom. " * 2, "9") for n in range(8)
    )
    (slide,) = shown(replace(LONG_TABLE, rows=rows))
    assert len(table(slide).rows) == 9


def test_titles_are_there_and_no_two_are_the_same():
    briefing = of(Slide("", DOTS), Slide("Twice", DOTS), Slide("Twice", BARS), Slide("Twice", DOTS))
    titles = [slide.shapes.title.text for slide in read(briefing)]
    assert titles[1:-1] == [
        "What recurs",
        "Twice",
        "What recurs: Twice",
        "What recurs: Twice [2]",
    ]


def test_letters_are_large_enough_and_in_british_english():
    for slide in read(document()):
        feet = [
            one.element
            for one in slide.placeholders
            if one.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
        ]
        drawn = [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
        for root in (slide.element, *drawn):
            for run in root.iter(qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr")):
                assert run.get("lang") == "en-GB"
                on_axis = any(one.tag in AXES for one in run.iterancestors())
                if not any(foot in run.iterancestors() for foot in feet):
                    assert int(run.get("sz", "1200")) >= (1000 if on_axis else 1200)


@pytest.mark.parametrize("message", ["Short", "A message of many words " * 9, HOSTILE * 5])
def test_nothing_stands_outside_its_slide_or_over_the_message(message: str):
    figures = (DOTS, SIDE_BY_SIDE, BARS, TREND, MATRIX, LONG_TABLE, Bullets((TEXTS,) * 8))
    for slide in read(of(*(Slide(message, figure) for figure in figures))):
        title = slide.shapes.title
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= 960 * POINT
            assert shape.top + shape.height <= 540 * POINT
            if shape.has_chart or shape.has_table:
                assert shape.top >= title.top + title.height
                assert shape.top + shape.height <= 500 * POINT


def test_hostile_letters_stand_as_they_are_and_no_control_character_is_written():
    briefing = of(
        Slide(HOSTILE, Bullets((plain(HOSTILE), plain(CONTROL)))),
        Slide(CONTROL, replace(DOTS, title=CONTROL, dots=(replace(DOTS.dots[0], label=CONTROL),))),
        Slide("Bars", Bars(CONTROL, CONTROL, CONTROL, CONTROL, (replace(BARS.bars[0]),))),
        title=CONTROL,
        board=HOSTILE,
        running=CONTROL,
        marking=CONTROL,
        facts=((CONTROL, CONTROL),),
    )
    slides = read(briefing)
    assert slides[1].shapes.title.text == HOSTILE
    assert HOSTILE in slides[1].placeholders[1].text_frame.text
    hidden = {letter.encode() for letter in CONTROL if not letter.isprintable()}
    for name, content in every_part(briefing):
        if name.endswith((".xml", ".rels")):
            assert not any(letter in content for letter in hidden), name
            assert b"_x00" not in content, name


def test_a_deck_has_no_macro_and_no_link_to_the_outside():
    for name, content in every_part(document()):
        assert not name.endswith(".bin")
        assert b'TargetMode="External"' not in content, name


def test_the_file_says_whose_it_is_and_how_old_its_data_are():
    held = Presentation(BytesIO(to_pptx(document()))).core_properties
    assert (held.title, held.author) == ("Quarterly briefing: Q1 2025/26 (Apr-Jun)", "Crossreview")
    assert (held.category, held.keywords) == ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE")
    assert held.comments == document().running
    assert held.created
    assert held.modified
    assert {held.created.date(), held.modified.date()} == {date(2025, 7, 31)}


def test_the_same_briefing_has_the_same_bytes_in_another_process():
    here = to_pptx(document())
    assert here == to_pptx(document())
    other = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == hashlib.sha256(here).hexdigest()
