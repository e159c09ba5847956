"""How far actions have come, as a briefing tells it."""

import pytest

from dashboard.briefing.document import Section, Table
from dashboard.briefing.figures import Bars, Dots
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.actions import actions
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters
from dashboard.progress import WORDS, progress
from dashboard.responses import judged, responded
from tests.conftest import SETTINGS

PART = Part("actions", "How far actions have come")
REVIEWS = """
    review_ref | board   | published_on
    R1         | Anytown | 2024-05-01
    R2         | Anytown | 2024-08-01
    R3         | Anytown | 2025-08-01
"""
TABLES = {
    "settings": SETTINGS + "covers_to = 2025-12-31\n",
    "reviews": REVIEWS,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R2         | Second    | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | law
    """,
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement | made_on
        REC1               | R1         | F1          | Mend it   | 2024-04-01
        REC2               | R2         |             | Mend more | 2024-04-01
        REC3               | R3         |             | Mend all  | 2024-04-01
    """,
    "actions": """
        action_ref | recommendation_ref | statement | owner_agency | due_on | status | signed_off_on
        A1 | REC1 | Hold a meeting | POL | 2024-08-31 | in progress |
        A2 | REC1 | Write a form   | POL | 2025-11-30 | in progress |
        A3 | REC1 | Ask again      |     | 2024-12-31 | signed off  | 2024-07-09
        A4 | REC2 | Look again     | PRB | 2024-12-31 | signed off  | 2024
        A5 | REC3 | Much later     | PRB | 2024-08-31 | in progress |
    """,
}


def of(inquiry: Inquiry, part: Part = PART) -> Section:
    return actions(inquiry, part)


def texts(section: Section) -> str:
    """Return all sentences of a section."""
    said = [getattr(block, "text", ()) for block in section.blocks]
    return " ".join(one if isinstance(one, str) else letters(one) for one in said)


@pytest.fixture
def told(database, inquiry_of):
    """Tell of the board's actions in Q2 2024/25 (Jul-Sep)."""
    return of(inquiry_of(database(**TABLES), "2024/25-Q2"))


def test_actions_of_reviews_out_by_the_end_of_the_quarter_are_told_as_the_data_have_them(told):
    said = texts(told)
    assert "Of 4 actions, 2 are signed off and 2 are overdue as at 31 December 2025" in said
    assert "not as at the end of the quarter (30 September 2024)" in said


def test_what_was_signed_off_or_fell_due_within_the_quarter_is_told(told):
    # A3 and A1; A4 is signed off on some day of 2024
    assert (
        "In Q2 2024/25 (Jul-Sep), 1 action was signed off; of the actions that fell due in it, 1"
        in (texts(told))
    )
    assert "1 action was signed off on a day that is not recorded" in texts(told)


def test_owners_are_drawn_with_the_most_overdue_first_each_in_the_same_order_of_parts(told):
    [figure] = [block for block in told.blocks if isinstance(block, Bars)]
    assert [(bar.label, bar.series.meaning, bar.number) for bar in figure.bars] == [
        ("Police", "overdue", 2),
        ("Police", "signed off", 0),
        ("Probation", "overdue", 0),
        ("Probation", "signed off", 1),
        ("Owner not recorded", "overdue", 0),
        ("Owner not recorded", "signed off", 1),
    ]


def test_owners_beyond_the_most_are_counted_and_not_drawn(database, inquiry_of):
    inquiry = inquiry_of(database(**TABLES), "2024/25-Q2")
    section = of(inquiry, Part("actions", "Actions", most=1))
    assert "Not drawn are 2 owners with fewer overdue actions or none: 2 actions" in texts(section)


def test_the_table_begins_with_what_is_overdue_longest(told):
    [table] = [block for block in told.blocks if isinstance(block, Table)]
    assert [row[:4] for row in table.rows] == [
        ("A1", "Police", "31 August 2024", "1 year and 4 months"),
        ("A2", "Police", "30 November 2025", "31 days"),
    ]


def test_the_board_is_asked_about_a_year_overdue_and_about_unanswered_problems(told):
    assert [letters(question.text) for question in told.questions] == [
        "Action A1 (Police) is overdue by 1 year and 4 months as at 31 December 2025: what stands "
        "in the way?",
        "1 of 2 findings that are problems, or mixed, has no recommendation: does it need one?",
    ]


def test_a_filter_of_findings_says_what_it_leaves_out(database, inquiry_of):
    connection = database(**TABLES)
    said = texts(of(inquiry_of(connection, "2024/25-Q2", factors=("tools",))))
    assert "Of 3 actions" in said
    assert "Because a factor is chosen" in said
    none = texts(of(inquiry_of(connection, "2024/25-Q2", factors=("since_2015",))))
    assert none.startswith("None of the 3 recommendations of the chosen sources fits the filters.")


def test_without_actions_there_is_one_calm_sentence(database, inquiry_of):
    tables = {name: TABLES[name] for name in ("settings", "reviews", "findings")}
    section = of(inquiry_of(database(**tables), "2024/25-Q2"))
    assert texts(section).startswith("No recommendations or actions are recorded in Specification")
    assert (len(section.blocks), section.slides, section.message) == (1, (), ())


def test_recommendations_without_actions_are_told_of(database, inquiry_of):
    tables = {name: text for name, text in TABLES.items() if name != "actions"}
    section = of(inquiry_of(database(**tables), "2024/25-Q2"))
    assert "No action is recorded for any of them." in texts(section)
    assert letters(section.message).startswith("1 of 2 recommendations answers a finding")


def test_a_slide_holds_one_short_message(briefing):
    for section in briefing("2024/25-Q2", sources=("anytown",)).sections:
        if section.key in ("actions", "seen_again", "quality"):
            for slide in section.slides:
                assert 0 < len(slide.message) < 160
                assert not isinstance(slide.shown, Table) or 0 < len(slide.shown.rows) <= 8


def test_the_numbers_are_those_of_the_questions(shipped, inquiry_of):
    inquiry = inquiry_of(shipped, "2024/25-Q2", sources=("anytown",))
    section = of(inquiry, Part("actions", "Actions", most=60))
    [figure] = [block for block in section.blocks if isinstance(block, Bars)]
    owners = progress(inquiry.table("action_progress", by="owner"), "")
    assert [bar.number for bar in figure.bars] == [
        row.words[word]
        for row in owners
        for word in WORDS
        if any(other.words[word] for other in owners)
    ]
    [every] = progress(inquiry.table("action_progress"), "")
    assert sum(bar.number for bar in figure.bars) == every.actions
    assert f"Of {every.actions} actions" in texts(section)


def test_where_responses_are_recorded_instead_they_are_told_with_their_figure(shipped, inquiry_of):
    inquiry = inquiry_of(shipped, "2025/26-Q1", sources=("pfd",))
    section = of(inquiry)
    [figure] = [block for block in section.blocks if isinstance(block, Dots)]
    rows = responded(judged(inquiry.table("response_status")))
    assert [(dot.share.found, dot.share.of) for dot in figure.dots] == [
        (row.reviews_with, row.reviews_recorded) for row in rows
    ]
    assert "Of the reviews that came out in Q1 2025/26 (Apr-Jun), the response is " in texts(
        section
    )
    assert (figure.among, figure.among_in_short) == (
        "reviews with a response status",
        "With a status",
    )
    assert letters(section.message).endswith("with a response status, as at 31 July 2025.")


def test_a_source_that_records_neither_has_one_sentence(shipped, inquiry_of):
    section = of(inquiry_of(shipped, "2020/21-Q4", sources=("dhrd",)))
    assert len(section.blocks) == 1
    assert section.message == ()
