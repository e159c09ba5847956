"""How layers and patterns balance, in a briefing: the page's numbers, and nothing where none is."""

from typing import Any

import pandas as pd
import pytest

from dashboard.briefing.document import Paragraph, Section, Subheading
from dashboard.briefing.figures import Dots
from dashboard.briefing.parts.balance import balance
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters
from tests.dashboard.briefing.asked_of import inquiry_of, of_shipped, on_page
from tests.dashboard.test_where_page import texts

PART = Part("balance", "How layers and patterns balance")
FRAMEWORK = "scie-learning-together"
SETTINGS = f"""
title = "Specification"
licence = "MIT"
citation = "Made up for the tests."
about = "Made up for the tests."
frameworks = ["{FRAMEWORK}"]
review_type = "SCR"
"""


def figures(section: Section) -> list[Dots]:
    return [block for block in section.blocks if isinstance(block, Dots)]


def said(section: Section) -> str:
    return " ".join(letters(b.text) for b in section.blocks if isinstance(b, Paragraph))


def layered(database, reviews: int, *factors: tuple[str, str]) -> Section:
    """Return the part for so many reviews, each with the findings of factor and appraisal."""
    findings, coded = ["finding_ref | review_ref | statement | appraisal"], ["finding_ref | factor"]
    rows = ["review_ref | title | published"]
    for number in range(reviews):
        rows.append(f"R{number} | Review | 01/02/2024")
        for place, (factor, appraisal) in enumerate(factors):
            findings.append(f"F{number}-{place} | R{number} | Said. | {appraisal}")
            coded.append(f"F{number}-{place} | {factor}")
    loaded = database(
        settings=SETTINGS,
        reviews="\n".join(rows),
        findings="\n".join(findings),
        finding_factors="\n".join(coded),
    )
    return balance(inquiry_of(loaded), PART)


def questions(section: Section) -> list[str]:
    return [letters(question.text) for question in section.questions]


def test_layers_at_which_nothing_is_found_are_asked_about_from_five_reviews_on(database):
    [local, national] = questions(
        layered(database, 5, ("CF-CON", "problem"), ("CF-CON", "strength"))
    )
    assert local.startswith("Local strategic: nothing was found at this layer in 5 reviews")
    assert national == (
        "National: nothing was found at this layer in 5 reviews. Is there nothing to find, or did "
        "the reviews not look that far?"
    )


def test_of_four_reviews_nothing_is_asked(database):
    section = layered(database, 4, ("CF-CON", "problem"), ("CF-CON", "strength"))
    assert not section.questions
    assert "Front line in 4 of 4 reviews (too few to tell)" in said(section)


def test_a_layer_of_problems_without_a_strength_is_asked_about(database):
    asked = questions(layered(database, 5, ("CF-CON", "problem"), ("CF-ORG", "strength")))
    assert (
        "Front line: problems were found at this layer in 5 of 5 reviews (100%), and strengths in "
        "0 of 5 reviews (0%). Was good practice looked for there?"
    ) in asked


def test_where_no_strength_is_recorded_at_all_none_is_asked_for(database):
    asked = questions(layered(database, 5, ("CF-CON", "problem")))
    assert not [text for text in asked if "good practice" in text]


def test_where_no_pattern_is_recorded_layers_are_drawn_alone(database):
    section = layered(database, 5, ("CF-CON", "problem"))
    [figure] = figures(section)
    assert figure.labelled == "Layer"
    assert "No finding of the chosen sources has a kind of underlying pattern" in said(section)


def test_where_there_is_no_finding_that_is_said(database):
    section = layered(database, 5)
    assert not figures(section)
    assert not section.questions
    assert "No finding of the 5 selected reviews fits the filters." in said(section)


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_without_layers_and_patterns_there_is_a_sentence_each_and_no_figure(shipped_builds, source):
    section = balance(of_shipped(shipped_builds, source), PART)
    assert not any(isinstance(block, Dots | Subheading) for block in section.blocks)
    assert not section.slides
    assert not section.message
    layers, patterns = (letters(b.text) for b in section.blocks if isinstance(b, Paragraph))
    assert layers.endswith("has no layers, so that there is nothing to balance.")
    assert patterns.startswith("No finding of the chosen sources has a kind of underlying pattern")


@pytest.mark.parametrize(
    ("question", "place", "label"),
    [("layer_balance", 0, "layer_label"), ("pattern_balance", 1, "pattern_label")],
)
def test_each_dot_is_a_row_of_the_question(shipped_builds, question, place, label):
    inquiry = of_shipped(shipped_builds, "anytown")
    table: Any = inquiry.table(question)
    rows: Any = table[table["appraisal"].isin(["problem", "strength"]) & table[label].notna()]
    expected = {
        (row[label], row["appraisal"]): (row["reviews_with"], row["reviews_assessed"])
        for row in rows.to_dict("records")
    }
    dots = figures(balance(inquiry, PART))[place].dots
    drawn = {(dot.label, dot.series.meaning): (dot.share.found, dot.share.of) for dot in dots}
    assert expected.items() <= drawn.items()
    assert len(drawn) - len(expected) == 2  # what has no layer or pattern, as both appraisals
    assert len(drawn) == len(dots)
    assert not pd.isna(dots[0].share.low)


@pytest.mark.parametrize(("show", "place"), [("layers", 0), ("patterns", 1)])
def test_the_page_says_the_same_of_the_same_reviews(shipped_builds, opened, show, place):
    inquiry = of_shipped(shipped_builds, "anytown")
    page = texts(opened("layers", show=show, **on_page(inquiry)))
    section = balance(inquiry, PART)
    leads = [b for b in section.blocks if isinstance(b, Paragraph) and b.kind == "lead"]
    told = letters(leads[place].text)
    assert told in page.replace("*", "").replace("  \n", " ")


def test_a_slide_says_how_they_balance_in_few_letters(shipped_builds):
    section = balance(of_shipped(shipped_builds, "anytown"), PART)
    assert [slide.shown for slide in section.slides] == figures(section)
    assert all(len(slide.message) < 160 for slide in section.slides)
    assert section.slides[0].message.startswith("Found as problems: Front line in 26 of 27")
