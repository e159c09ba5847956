"""A 7-minute briefing on one review: each part says what the questions answer."""

from typing import Any

import pytest

from tests.dashboard.briefing.parts.seven.drawn import QUARTER, TABLES, told
from tests.queries.asking import answer


@pytest.fixture
def of_review(database, inquiry_of):
    """Say the seven parts of a review: `of_review("R1", most=2, reviews="...")`."""

    def run(review: str, most: int = 0, quarter: str = QUARTER, **changed: Any):
        wanted = {"template": "seven-minutes", "basis": "published", "review": review}
        return told(inquiry_of(database(**TABLES | changed), quarter, **wanted), most)

    return run


def test_a_review_is_named_and_dated_as_precisely_as_it_is_known(of_review):
    said = of_review("R2")["why_it_matters"]
    assert said[0] == "Two (R2): Serious case review, North."
    assert said[1].startswith("The practice reviewed ran from 1 January 2021 to 30 June 2021.")
    assert said[1].endswith("one of 4 selected reviews up to the end of Q4 2023/24 (Jan-Mar).")


def test_what_is_not_recorded_is_not_made_up(of_review):
    said = of_review("R3")
    assert said["why_it_matters"][1].startswith("When the practice took place is not recorded.")
    assert said["what_happened"] == [
        "What happened is not told here: the source holds what was coded of the review, and not "
        "its account. It gives no link to the review."
    ]


def test_a_review_of_the_quarter_is_new_in_it(of_review):
    assert of_review("R4")["why_it_matters"][1].endswith("and new in that quarter.")


def test_the_agencies_stand_by_how_they_were_involved(of_review):
    assert of_review("R1")["what_happened"][1:] == ["Involved: Police", "Contributed: Probation"]


def test_problems_and_strengths_are_quoted_with_their_factors_and_pages(of_review):
    said = of_review("R2")
    assert said["what_was_found"] == [
        "The review found 1 problem.",
        "The form hid all of it. (Tools; Supervision, page 9)",
        "Of its other findings, 1 is mixed.",
    ]
    assert said["what_worked_well"] == [
        "The review found 1 strength.",
        "She was asked every week. (Supervision)",
    ]


def test_a_review_without_findings_says_so(of_review):
    said = of_review("R4")
    assert said["what_was_found"] == ["The review is coded with no problem."]
    assert said["what_worked_well"] == ["The review is coded with no strength."]
    assert said["key_learning"][0] == "No factor of the framework was found in this review."
    assert said["what_to_do"] == ["The source records no recommendation of this review."]
    assert "Which of this would we recognise" in said["to_reflect_on"][0]


def test_its_factors_are_counted_over_all_selected_reviews(of_review):
    said = of_review("R2")["key_learning"]
    # supervision as a problem in R1 and R2; tools in R2 alone; supervision as a strength in R2
    assert said[0] == "1 of its 2 factors is found in other selected reviews too."
    assert said[2:5] == [
        "Supervision as a problem: 2 of 4 (too few to tell)",
        "Tools as a problem: 1 of 4 (too few to tell)",
        "Supervision as a strength: 1 of 4 (too few to tell)",
    ]
    assert said[5].startswith("It shares most with One: 1 of the 2 factors found in either.")


def test_what_it_recommends_is_told_with_how_far_it_has_come(of_review):
    said = of_review("R1")["what_to_do"]
    assert said[0].startswith("The 1 action is overdue as at 1 January 2026")
    assert said[1:] == [
        "The review makes 2 recommendations:",
        "Be there to ask. (1 action: overdue)",
        "Ask twice. (no action recorded)",
    ]


def test_a_review_that_came_out_later_is_left_out_of_every_number(of_review):
    said = of_review("R5")
    assert said["why_it_matters"][1].endswith("of every number of other reviews here.")
    assert said["key_learning"][0] == "No factor of the framework was found in this review."


def test_a_review_that_is_not_there_is_told_to_be_missing(of_review):
    missing = ["No review of the chosen sources has the reference “R9”."]
    assert all(part == missing for part in of_review("R9").values())


@pytest.mark.parametrize(
    ("source", "quarter", "review"),
    [
        ("anytown", "2024/25-Q2", "ANY-2021-06"),
        ("pfd", "2025/26-Q1", "PFD-616030f1ad"),
        ("dhrd", "2022/23-Q3", "INC-0072"),
    ],
)
def test_a_shipped_review_is_told_in_the_numbers_of_the_questions(
    shipped, inquiry_of, source, quarter, review
):
    inquiry = inquiry_of(
        shipped, quarter, template="seven-minutes", sources=(source,), review=review
    )
    said = told(inquiry, most=60)
    chosen = {"sources": (source,), "basis": inquiry.up_to.basis}
    held = answer(shipped, "review_findings", "appraisal", **chosen, review=review)
    first = "problem" if source == "anytown" else "neutral"
    number = held.count((first,))
    assert (
        f" {number} {'problem' if first == 'problem' else 'finding'}" in said["what_was_found"][0]
    )
    chosen["period_to"] = inquiry.request.quarter.last
    shares = answer(
        shipped, "factor_recurrence", "label appraisal reviews_with reviews_assessed", **chosen
    )
    lines = [line for line in said["key_learning"] if " of " in line and line.endswith(")")]
    assert lines
    for line in lines:
        assert any(
            line.startswith(label) and f": {found:,} of {of:,} (" in line
            for label, _, found, of in shares
        )
    asked = answer(
        shipped, "review_recommendations", "recommendation_ref", sources=(source,), review=review
    )
    makes = f"makes {len(set(asked))} recommendations" if asked else "no recommendation"
    assert makes in " ".join(said["what_to_do"])
    actions = answer(
        shipped, "review_recommendations", "action_ref", sources=(source,), review=review
    )
    number = sum(one is not None for [one] in actions)
    assert (f"Of {number} actions" in said["what_to_do"][0]) == bool(number)
