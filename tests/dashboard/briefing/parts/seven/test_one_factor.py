"""A 7-minute briefing on one factor: each part says what the questions answer."""

from typing import Any

import pytest

from dashboard.briefing.quarter import read_quarter
from dashboard.briefing.text import letters
from tests.dashboard.briefing.parts.seven.drawn import QUARTER, TABLES, told
from tests.queries.asking import answer

SEVEN = (
    *("why_it_matters", "what_happened", "what_was_found", "what_worked_well"),
    *("key_learning", "what_to_do", "to_reflect_on"),
)
TIED = {
    "review_agencies": """
        review_ref | agency
        R1         | POL
        R1         | PRB
        R1         | EDU-SCH
        R2         | POL
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | POL
        F1          | PRB
        F1          | EDU-SCH
        F2          | POL
    """,
}


@pytest.fixture
def of_factor(database, inquiry_of):
    """Say the seven parts of a factor: `of_factor("tools", most=2, reviews="...")`."""

    def run(
        factor: str = "supervision", most: int = 0, quarter: str = QUARTER, **changed: Any
    ) -> dict[str, list[str]]:
        filters = {name: changed.pop(name) for name in ("appraisals",) if name in changed}
        wanted = {"template": "seven-minutes", "basis": "published", "factors": (factor,)}
        inquiry = inquiry_of(database(**TABLES | changed), quarter, **wanted, **filters)
        return told(inquiry, most)

    return run


def test_it_has_seven_parts_in_their_order(of_factor):
    assert tuple(of_factor()) == SEVEN


def test_it_matters_by_the_reviews_in_which_it_is_found_up_to_the_end_of_the_quarter(of_factor):
    said = " ".join(of_factor()["why_it_matters"])
    # R1 and R2 of R1 to R4: R5 came out later
    assert "Supervision was found as a problem in 2 of 4 reviews (too few to tell;" in said
    assert "and as a strength in 1 of 4 reviews" in said
    assert "What it means: Somebody to think with." in said
    assert (
        "first found as a problem in reviews that came out in 2021/22, and last in 2022/23." in said
    )
    assert "It was not found in the 1 review that came out in Q4 2023/24 (Jan-Mar)." in said


def test_it_is_found_at_agencies_out_of_the_reviews_in_which_they_were_involved(of_factor):
    said = of_factor()["what_happened"]
    assert said[0] == (
        "It was found as a problem in 2 of the 3 financial years in which reviews looked for it."
    )
    assert said[1:4] == [
        "It was found as a problem at 1 agency.",
        "Out of the reviews in which it was involved:",
        "Police: 2 of 2 (too few to tell)",
    ]


def test_agencies_that_tie_for_the_last_place_are_counted_together(of_factor):
    assert of_factor(most=2, **TIED)["what_happened"][3:5] == [
        "Police: 2 of 2 (too few to tell)",
        "2 other agencies: 1 review each",
    ]


def test_agencies_that_tie_for_the_first_place_are_none_of_them_put_first(of_factor):
    tied = {"finding_agencies": TIED["finding_agencies"].replace("F2          | POL", "")}
    assert of_factor(most=2, **(TIED | tied))["what_happened"][2] == (
        "1 review each: Schools and colleges; Police; Probation"
    )


def test_problems_are_quoted_with_the_most_recent_first(of_factor):
    assert of_factor()["what_was_found"] == [
        "2 findings in 2 reviews hold it as a problem.",
        "The form hid all of it. (Two (R2), 4 May 2022, page 9)",
        "Nobody was there to ask. (One (R1), 4 May 2021, page 4)",
        "Of its other findings, 1 is mixed.",
    ]


def test_a_short_list_says_of_how_many_it_is(of_factor):
    assert of_factor(most=1)["what_was_found"][:2] == [
        "2 findings in 2 reviews hold it as a problem. Here is 1 of the 2, the most recent:",
        "The form hid all of it. (Two (R2), 4 May 2022, page 9)",
    ]


def test_strengths_are_quoted_beside_problems(of_factor):
    assert of_factor()["what_worked_well"] == [
        "1 finding in 1 review holds it as a strength.",
        "She was asked every week. (Two (R2), 4 May 2022)",
    ]


def test_where_no_strength_is_found_that_is_said(of_factor):
    assert of_factor("law")["what_worked_well"] == ["No finding holds it as a strength."]


def test_strengths_that_the_filters_leave_out_are_not_said_to_be_none(of_factor):
    assert of_factor(appraisals=("problem",))["what_worked_well"] == [
        "The filters leave strengths out, so what worked well is not told here."
    ]


def test_what_lies_under_it_and_is_found_with_it_is_told(of_factor):
    said = " ".join(of_factor()["key_learning"])
    assert "It belongs to the layer Front line." in said
    assert "most often: Tools (in 2 reviews). The pattern is not recorded for 2 of 4" in said
    assert "Found with it in the most reviews: Tools: 1 of 4 (too few to tell)" in said


def test_a_factor_found_with_no_other_stands_alone(of_factor):
    assert "No other factor is found in the same reviews." in of_factor("law")["key_learning"]


def test_what_answers_it_is_told_of_this_factor_alone(of_factor):
    said = " ".join(of_factor()["what_to_do"])
    assert said.startswith("The 1 action is overdue as at 1 January 2026")
    assert "2 recommendations answer a finding of it: Ask twice. (no action recorded)" in said
    assert "Be there to ask. (1 action: overdue)" in said
    assert "Read the law." not in said


def test_the_questions_hold_the_numbers_of_the_parts(of_factor):
    said = of_factor()["to_reflect_on"]
    assert "Supervision was found as a problem in 2 of 4 reviews." in said[0]
    assert "No signed-off action can be followed up yet." in said[1]
    assert "The 1 action is overdue." in said[2]


SIGNED_OFF = """
    action_ref | recommendation_ref | owner_agency | statement | status     | signed_off_on
    A1         | REC1               | POL          | Rota      | signed off | 2020-12-01
"""


@pytest.mark.parametrize(
    ("quarter", "told_of", "asked"),
    [
        ("2021/22-Q4", "it is too early to tell whether", "it is too early to tell."),
        ("2022/23-Q1", "the factor was seen again", "the factor was seen again."),
    ],
)
def test_what_came_out_after_the_quarter_cannot_show_the_factor_again(
    of_factor, quarter, told_of, asked
):
    # R2, of practice that began after the sign-off, came out on 4 May 2022
    said = of_factor(actions=SIGNED_OFF, quarter=quarter)
    assert told_of in " ".join(said["what_to_do"])
    assert asked in said["to_reflect_on"][1]


def test_what_is_followed_up_says_until_when(of_factor):
    said = of_factor(actions=SIGNED_OFF)["what_to_do"]
    assert said[-1].startswith("Followed here is what was signed off by 31 March 2024; the factor")


def test_where_no_action_is_overdue_what_has_none_is_asked_after(of_factor):
    assert "The 1 recommendation has no action." in of_factor("law")["to_reflect_on"][2]


def test_a_factor_that_no_review_could_have_found_has_no_number(of_factor):
    said = of_factor("until_2020")
    assert said["why_it_matters"][0].endswith("whether it recurs cannot be told.")
    assert said["what_was_found"] == ["No finding holds it as a problem."]


@pytest.mark.parametrize(
    ("source", "quarter", "factor"),
    [
        ("anytown", "2024/25-Q2", "CF-ORG"),
        ("pfd", "2025/26-Q1", "suicide"),
        ("dhrd", "2022/23-Q3", "coercive_control"),
    ],
)
def test_a_shipped_factor_is_told_in_the_numbers_of_the_questions(
    shipped, inquiry_of, source, quarter, factor
):
    inquiry = inquiry_of(
        shipped, quarter, template="seven-minutes", sources=(source,), factors=(factor,)
    )
    said = told(inquiry)
    chosen = {
        "sources": (source,),
        "factors": (factor,),
        "basis": inquiry.up_to.basis,
        "period_to": read_quarter(quarter).last,
    }
    shares = answer(
        shipped, "factor_recurrence", "appraisal reviews_with reviews_assessed", **chosen
    )
    for appraisal, found, of in shares:
        if appraisal in ("problem", "strength") or len(shares) == 1:
            assert f"in {found:,} of {of:,} reviews" in said["why_it_matters"][0]
    first = "problem" if len(shares) > 1 else "neutral"
    [length] = answer(shipped, "findings_count", "findings reviews", **chosen, appraisals=(first,))
    assert f"{length[0]:,} findings in {length[1]:,} reviews hold" in said["what_was_found"][0]
    asked = answer(shipped, "recommendations", "recommendation_ref", **chosen)
    to_do = " ".join(said["what_to_do"])
    assert f"{len(asked) or 'No'} recommendation" in to_do
    for [actions, overdue] in answer(shipped, "action_progress", "actions overdue", **chosen):
        assert f"{actions} actions" in to_do
        assert f"{overdue} of {actions} actions are overdue." in said["to_reflect_on"][2]


def test_a_source_without_words_or_appraisals_says_so(shipped, inquiry_of):
    said = told(
        inquiry_of(
            shipped,
            "2025/26-Q1",
            template="seven-minutes",
            sources=("pfd",),
            factors=("suicide",),
        )
    )
    assert "It was found in the same review as " in said["what_happened"][1]
    assert said["what_was_found"][1] == "The source holds what was found, and not the words:"
    assert "what worked well cannot be told from it." in said["what_worked_well"][0]


def test_every_message_fits_the_title_of_a_slide(briefing):
    document = briefing(
        "2024/25-Q2", template="seven-minutes", sources=("anytown",), factors=("CF-ORG",)
    )
    slides = [slide for section in document.sections for slide in section.slides]
    assert len(slides) == len(SEVEN)
    assert all(0 < len(slide.message) < 160 for slide in slides)


def test_the_points_of_a_slide_are_what_its_title_or_first_point_says_they_are(briefing):
    document = briefing(
        "2026/27-Q2", template="seven-minutes", sources=("anytown",), factors=("CF-TEA",)
    )
    shown = {section.key: section.slides[0] for section in document.sections}
    learning, to_do = shown["key_learning"], shown["what_to_do"]
    assert learning.message == "Found with it in the most reviews"
    assert (
        letters(learning.shown.items[-1])
        == "Kind of pattern under it most often: Management systems"
    )
    assert letters(to_do.shown.items[0]) == (
        "30 recommendations answer a finding of it; the 3 latest:"
    )
