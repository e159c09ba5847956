"""A briefing as a whole: its cover, its parts in the order of the template, what is left unsaid."""

from pathlib import Path

import pytest

from dashboard.briefing.document import Bullets, Document
from dashboard.briefing.figures import Dots, Trend
from dashboard.briefing.nothing_to_tell import NothingToTell
from dashboard.briefing.text import letters
from dashboard.sentences import NOT_CAUSED_BY
from tests.dashboard.briefing.conftest import Brief

ANYTOWN = {"sources": ("anytown",)}
BOARDS = ("Greater Manchester South", "Greater Manchester West")
OURS = """
title = "What {board} has learnt"

[[part]]
show = "recurs"
heading = "Found by {quarter}"
introduction = "Agreed by {board} for {subject}."

[[part]]
show = "at_a_glance"
heading = "In short"
"""


@pytest.fixture
def ours(briefing: Brief, tmp_path: Path) -> Document:
    """A briefing by a board's own template, in which the summary stands last."""
    path = tmp_path / "ours.toml"
    path.write_text(OURS, encoding="utf-8")
    return briefing("2024/25-Q2", template=str(path), **ANYTOWN)


def test_the_cover_says_whose_it_is_of_when_and_as_at_which_day(briefing: Brief):
    document = briefing("2024/25-Q2", marking="official-sensitive", **ANYTOWN)
    assert document.title == "Quarterly briefing"
    assert document.subtitle == "Q2 2024/25 (Jul-Sep)"
    assert document.board == "Anytown Safeguarding Partnership"
    assert document.marking == "OFFICIAL-SENSITIVE"
    facts = dict(document.facts)
    assert facts["Period"] == "Q2 2024/25 (Jul-Sep): 1 July 2024 to 30 September 2024"
    assert facts["Data as at"] == "30 September 2026"


def test_every_page_bears_the_filters_and_the_date_of_the_data(briefing: Brief):
    document = briefing("2024/25-Q2", agencies=("Police",), work="case", **ANYTOWN)
    assert document.running == (
        "Made-up data · Source: Anytown Safeguarding Partnership (made up) · "
        "Q2 2024/25 (Jul-Sep) · Framework: Learning Together: contributory factors · "
        "Agency involved: Police · Work reviewed: cases · Data as at 30 September 2026"
    )


def test_made_up_data_and_what_found_means_are_said_on_the_cover(briefing: Brief):
    made_up = [letters(notice) for notice in briefing("2024/25-Q2", **ANYTOWN).notices]
    real = [letters(notice) for notice in briefing("2024/25-Q2", sources=("pfd",)).notices]
    assert made_up[0].startswith("Made-up data: ")
    assert real == made_up[1:] == [NOT_CAUSED_BY]


def test_parts_headings_and_order_are_those_of_the_template(ours: Document):
    assert ours.title == "What Anytown Safeguarding Partnership has learnt"
    assert [section.heading for section in ours.sections] == [
        "Found by Q2 2024/25 (Jul-Sep)",
        "In short",
    ]


def test_what_a_board_wants_to_say_first_stands_first(ours: Document):
    first = repr(ours.sections[0].blocks[0])
    assert "Agreed by Anytown Safeguarding Partnership for Q2 2024/25 (Jul-Sep)." in first


def test_the_summary_holds_what_each_other_part_comes_to(ours: Document):
    recurs, summary = ours.sections
    assert recurs.message
    [bullets] = summary.blocks
    assert isinstance(bullets, Bullets)
    assert bullets.items == (recurs.message,)


def test_the_board_is_named_by_the_filter_or_the_only_one_there_is_else_by_the_source(
    briefing: Brief,
):
    assert briefing("2024/25-Q2", sources=("pfd",)).board == (
        "Coroners' reports to prevent future deaths, England and Wales"
    )
    chosen = briefing("2024/25-Q2", sources=("pfd",), boards=BOARDS)
    assert chosen.board == " and ".join(BOARDS)


def test_the_same_choices_build_the_same_briefing(briefing: Brief):
    one, other = (briefing("2022/23-Q2", **ANYTOWN) for _ in range(2))
    assert one == other
    assert one.manifest == other.manifest


def test_nothing_after_the_quarter_is_told(briefing: Brief):
    early, late = briefing("2022/23-Q2", **ANYTOWN), briefing("2024/25-Q2", **ANYTOWN)
    assert dict(early.facts)["Reviews"] == "19 reviews up to 30 September 2022"
    assert dict(late.facts)["Reviews"] == "27 reviews up to 30 September 2024"


def test_a_quarter_after_the_data_is_refused(briefing: Brief):
    with pytest.raises(NothingToTell, match="the data end on 31 July 2025"):
        briefing("2025/26-Q3", sources=("pfd",))


def test_a_quarter_that_the_data_reach_into_is_told(briefing: Brief):
    assert briefing("2025/26-Q2", sources=("pfd",)).subtitle == "Q2 2025/26 (Jul-Sep)"


def test_a_part_quarter_is_told_before_anything_else_whatever_the_template_holds(briefing: Brief):
    part, _ = briefing("2025/26-Q2", sources=("pfd",)).notices
    assert letters(part) == (
        "This is a part quarter: the data end on 31 July 2025, before the quarter does, and what "
        "came after that is not known yet."
    )


def test_the_cover_says_what_the_reviews_are_narrowed_to_once(briefing: Brief):
    of_agency = dict(briefing("2024/25-Q2", agencies=("Police",), work="case", **ANYTOWN).facts)
    assert of_agency["Agency involved"] == "Police"
    assert of_agency["Work reviewed"] == "cases"
    of_board = dict(briefing("2024/25-Q2", sources=("pfd",), boards=BOARDS).facts)
    assert list(of_board) == ["Period", "Data as at", "Reviews", "Source"]


def test_a_factor_that_no_review_holds_is_not_drawn_as_found_most_often(briefing: Brief):
    document = briefing("2025/26-Q1", sources=("pfd",), agencies=("Amazon",))
    told = {section.key: section for section in document.sections}
    recurs, trend = told["recurs"].slides[0].shown, told["trend"].slides[0].shown
    assert isinstance(recurs, Dots)
    assert [(one.label, one.share.found) for one in recurs.dots] == [("Suicide (from 2015)", 2)]
    assert isinstance(trend, Trend)
    assert len(trend.lines) == 1
    [summary] = told["at_a_glance"].blocks
    assert isinstance(summary, Bullets)
    assert "Both reviews are of one type" in letters(summary.items[0])
    assert letters(summary.items[-1]).startswith("Both findings hold a factor")


def test_the_last_page_is_kept_whole(briefing: Brief):
    last = briefing("2024/25-Q2", **ANYTOWN).sections[-1]
    assert (last.key, last.is_kept_whole) == ("reproduce", True)
