"""Where it was found, in a briefing: the page's numbers, signs and words, as they fit on paper."""

import pytest

from dashboard.briefing.document import Cell, Paragraph, Section, Table
from dashboard.briefing.parts.where import where
from dashboard.briefing.parts.where_table import kept
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters
from dashboard.by_agency import AtAgency, at_agencies, with_cells
from dashboard.charts import factor_by_agency as chart
from dashboard.charts.matrix import GLYPHS
from tests.dashboard.briefing.asked_of import inquiry_of, of_shipped, on_page
from tests.dashboard.test_where_page import texts

PART = Part("where", "Where it was found")
REVIEWS = """
    review_ref | title | published
    R1         | One   | 01/02/2024
    R2         | Two   | 01/03/2024
    R3         | Three | 01/04/2024
    R4         | Four  | 01/05/2024
    R5         | Five  | 01/06/2024
    R6         | Six   | 01/06/2025
"""
FINDINGS = """
    finding_ref | review_ref | statement | appraisal
    F1          | R1         | One.      | problem
    F2          | R1         | Again.    | problem
    F3          | R2         | Two.      | strength
    F6          | R6         | Later.    | problem
"""
FACTORS = """
    finding_ref | factor
    F1          | tools
    F2          | tools
    F3          | supervision
    F6          | tools
"""
AT = """
    finding_ref | agency
    F1          | POL
    F2          | POL
    F3          | PRB
    F6          | POL
"""
INVOLVED = "review_ref | agency\n" + "\n".join(
    f"{review} | {agency}"
    for agency, reviews in (("POL", "123456"), ("PRB", "234"))
    for review in (f"R{number}" for number in reviews)
)
TABLES = {
    "reviews": REVIEWS,
    "findings": FINDINGS,
    "finding_factors": FACTORS,
    "finding_agencies": AT,
}


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


def said(section: Section) -> str:
    return " ".join(letters(b.text) for b in section.blocks if isinstance(b, Paragraph))


def cells(table: Table) -> dict[tuple[str, str], Cell]:
    """Return the cells by factor and heading."""
    heads = [column.name for column in table.columns[1:]]
    return {
        (str(row[0]), head): cell
        for row in table.rows
        for head, cell in zip(heads, row[1:], strict=True)
        if isinstance(cell, Cell)
    }


def test_a_factor_found_twice_in_a_review_counts_once_and_what_is_out_later_is_not_told(database):
    section = where(inquiry_of(database(**TABLES, review_agencies=INVOLVED)), PART)
    problems, strengths = tables(section)
    assert [column.name for column in problems.columns] == [
        "Factor",
        "Police (5 reviews)",
        "Probation (3 reviews)",
    ]
    found = cells(problems)
    [tools] = {factor for factor, _ in found if factor.lower().startswith("tools")}
    assert found[tools, "Police (5 reviews)"].text == "1 of 5"
    assert (problems.hue, strengths.hue) == ("problem", "strength")
    assert "1 of 3" in {cell.text for cell in cells(strengths).values()}


def test_fewer_than_five_reviews_have_no_shade_and_five_have_one(database):
    section = where(inquiry_of(database(**TABLES, review_agencies=INVOLVED)), PART)
    for (_, head), cell in cells(tables(section)[0]).items():
        is_shaded = head == "Police (5 reviews)" and cell.text != "–"
        assert bool(cell.step) == is_shaded
    assert "No fill: fewer than 5 reviews, too few to tell" in letters(tables(section)[0].notes[0])


def test_what_was_not_assessed_is_a_dash_and_not_nought(database):
    section = where(inquiry_of(database(**TABLES, review_agencies=INVOLVED)), PART)
    table = tables(section)[0]
    not_assessed = {factor for (factor, _), cell in cells(table).items() if cell.text == "–"}
    assert not_assessed
    for (factor, _), cell in cells(table).items():
        assert (cell.text == "–") == (factor in not_assessed)
        assert cell.text == "–" or " of " in cell.text
    assert "–: not assessed" in letters(table.notes[0])


def test_where_an_agency_stands_only_at_findings_it_is_of_nobody_knows_how_many(database):
    section = where(inquiry_of(database(**TABLES)), PART)
    table = tables(section)[0]
    assert "Police (involvement not recorded)" in [column.name for column in table.columns]
    assert {cell.step for cell in cells(table).values()} == {0}
    assert "1 of ?" in {cell.text for cell in cells(table).values()}
    assert "is not recorded" in letters(section.message)
    assert "of how many reviews is not recorded" in section.slides[0].message


def test_no_agency_at_all_is_said_and_nothing_is_tabled(database):
    without = {name: table for name, table in TABLES.items() if name != "finding_agencies"}
    section = where(inquiry_of(database(**without)), PART)
    assert not tables(section)
    assert not section.slides
    assert "Which agencies were involved is not recorded" in said(section)
    assert "That is not the same as none" in said(section)


def test_where_no_finding_fits_that_is_said(database):
    loaded = database(reviews=REVIEWS, review_agencies=INVOLVED)
    section = where(inquiry_of(loaded), PART)
    assert not tables(section)
    assert "No finding of the 5 selected reviews fits the filters." in said(section)


def judged(inquiry, appraisal: str) -> list[AtAgency]:
    """Return the cells of the page as it opens."""
    own = {"agencies_as": "named", "follow_successors": False}
    eight = [group.group_id for group in inquiry.rows("agency_groups", **own)][:8]
    return at_agencies(with_cells(inquiry.table("factor_by_agency", **own), appraisal, eight))


@pytest.mark.parametrize(
    ("source", "appraisal", "place"),
    [("anytown", "problem", 0), ("anytown", "strength", 1), ("pfd", "neutral", 0)],
)
def test_each_cell_is_that_of_the_page_with_its_sign_and_its_shade(
    shipped_builds, source, appraisal, place
):
    inquiry = of_shipped(shipped_builds, source)
    every = judged(inquiry, appraisal)
    table = tables(where(inquiry, PART))[place]
    there = {(cell.label, cell.agency_label): cell for cell in every}
    step = chart.step_of_scale(every)
    assert len(table.rows) == 12
    assert len(table.columns) == 7
    for (factor, head), cell in cells(table).items():
        row = there[factor, head.rpartition(" (")[0]]
        counts = f"{row.reviews_with:,} of {row.reviews_assessed:,}"
        assert cell.text == f"{counts} {GLYPHS[row.stands_out]}".strip()
        assert (cell.step == 1) == (row.is_told and not row.reviews_with)
        if row.is_told and row.reviews_with:
            assert (cell.step == 5) == (row.share >= 3 * step)


@pytest.mark.parametrize("source", ["anytown", "pfd", "dhrd"])
def test_the_page_says_the_same_of_the_same_reviews(shipped_builds, opened, source):
    inquiry = of_shipped(shipped_builds, source)
    page = texts(opened("where", **on_page(inquiry))).replace("*", "")
    section = where(inquiry, PART)
    answers = [block for block in section.blocks if isinstance(block, Paragraph)]
    assert letters(answers[0].text) in page


def test_what_the_sentence_names_stands_in_the_table_however_small(shipped_builds):
    inquiry = of_shipped(shipped_builds, "pfd")
    section = where(inquiry, Part("where", "Where", most=2))
    for shown in (tables(section)[0], section.slides[0].shown):
        assert isinstance(shown, Table)
        heads = " ".join(column.name for column in shown.columns)
        assert "HM Prison and Probation Service (80 reviews)" in heads
        assert "State Custody related deaths" in [row[0] for row in shown.rows]
    assert len(tables(section)[0].columns) == 3
    assert "Shown are 2 of the 8 agencies in the most reviews" in said(section)
    assert "456 agencies in fewer reviews are not shown" in said(section)


def test_a_second_slide_is_for_what_stands_out_alone(shipped_builds):
    section = where(of_shipped(shipped_builds, "anytown"), PART)
    assert len(tables(section)) == 2
    assert [slide.message for slide in section.slides] == [
        "Problems by agency: differences cannot be told from chance"
    ]


def test_a_slide_holds_eight_factors_and_five_agencies_at_most(shipped_builds):
    for source in ("anytown", "pfd"):
        for slide in where(of_shipped(shipped_builds, source), PART).slides:
            assert isinstance(slide.shown, Table)
            assert (len(slide.shown.rows), len(slide.shown.columns)) == (8, 6)
            assert len(slide.message) < 160


def test_three_cells_at_most_are_asked_about_and_none_of_an_agency_that_is_not_known(
    shipped_builds,
):
    section = where(of_shipped(shipped_builds, "pfd"), PART)
    assert len(section.questions) == 3
    asked = [letters(question.text) for question in section.questions]
    assert all(" was found in the same review as " in text for text in asked)
    assert all("more often than in the reviews without it" in text for text in asked)
    assert not any("Other addressee" in text for text in asked)
    assert not where(of_shipped(shipped_builds, "anytown"), PART).questions


def test_an_agency_known_only_from_the_review_is_never_said_to_be_found_at(shipped_builds):
    section = where(of_shipped(shipped_builds, "pfd"), PART)
    assert tables(section)[0].title == "Factors, by agency that stands in the same review"
    assert "It is not known whether the factor was found at them." in said(section)


@pytest.mark.parametrize(
    ("most", "needed", "expected"),
    [
        (2, [], ["a", "b"]),
        (2, ["d"], ["a", "d"]),
        (1, ["d"], ["d"]),
        (9, ["d"], ["a", "b", "c", "d"]),
    ],
)
def test_what_is_needed_takes_the_last_places_in_the_order_of_all(most, needed, expected):
    assert kept(["a", "b", "c", "d"], most, needed) == expected
