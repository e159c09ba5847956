"""What was found again after sign-off, as a briefing tells it."""

import pytest

from dashboard.briefing.document import Section, Table
from dashboard.briefing.figures import Bars
from dashboard.briefing.parts.seen_again import seen_again
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters
from pipeline.load import build
from tests.conftest import SETTINGS

PART = Part("seen_again", "Found again after sign-off")
TABLES = {
    "settings": SETTINGS + 'attribution = "coded"\ncovers_to = 2025-12-31\n',
    "reviews": """
        review_ref | board   | practice_from | practice_to | published_on
        R1         | Anytown | 2018-01-01    | 2018-06-30  | 2019-02-01
        R2         | Anytown | 2021-01-01    | 2021-06-30  | 2024-05-01
        R3         | Anytown | 2022-01-01    | 2022-06-30  | 2025-02-01
    """,
    "review_agencies": """
        review_ref | agency
        R1         | POL
        R2         | POL
        R3         | POL
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R2         | Again     | problem
        F3          | R3         | Later     | problem
        F4          | R1         | Other     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
        F3          | law
        F4          | law
    """,
    "finding_agencies": """
        finding_ref | agency
        F1          | POL
        F2          | POL
        F3          | POL
        F4          | POL
    """,
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement | made_on
        REC1               | R1         | F1          | Mend it   | 2018-12-01
        REC2               | R1         | F4          | Mend it   | 2018-12-01
    """,
    "actions": """
        action_ref | recommendation_ref | owner_agency | statement | status | signed_off_on
        A1         | REC1               | POL          | Mended    | signed off | 2020-05-01
        A2         | REC2               | POL          | Mended    | signed off | 2020-05-01
    """,
}


def texts(section: Section) -> str:
    """Return all sentences of a section."""
    return " ".join(letters(getattr(block, "text", ())) for block in section.blocks)


def states(section: Section) -> dict[tuple[str, str], int]:
    """Return the numbers of the figure that are not nought."""
    [figure] = [block for block in section.blocks if isinstance(block, Bars)]
    return {(bar.label, bar.series.meaning): bar.number for bar in figure.bars if bar.number}


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


def test_only_what_was_known_by_the_end_of_the_quarter_counts_and_the_rest_is_said(
    database, inquiry_of
):
    connection = database(**TABLES)
    section = seen_again(inquiry_of(connection, "2024/25-Q2", basis="published"), PART)
    law = "Law, guidance and inspection"
    # R2 was out, and R3, which shows the other factor again, was not
    assert states(section) == {("Tools", "seen again"): 1, (law, "not seen"): 1}
    assert "With what came since, as at 31 December 2025, it was seen again after both" in texts(
        section
    )
    later = seen_again(inquiry_of(connection, "2024/25-Q4", basis="published"), PART)
    assert states(later) == {("Tools", "seen again"): 1, (law, "seen again"): 1}
    assert "With what came since" not in texts(later)


def test_each_factor_seen_again_stands_with_its_action_agency_and_later_review(
    database, inquiry_of
):
    section = seen_again(inquiry_of(database(**TABLES), "2024/25-Q2", basis="published"), PART)
    [table] = tables(section)
    assert table.rows == (("A1", "Tools", "Police", "1 May 2020", "R2", "1 of 1"),)
    assert [letters(question.text) for question in section.questions] == [
        "Tools at Police was seen again after sign-off, in 1 of 1 later review; no evidence of "
        "what the action changed is on record. Should there be?"
    ]


def test_not_seen_stands_with_what_it_leaves_open(database, inquiry_of):
    section = seen_again(inquiry_of(database(**TABLES), "2024/25-Q2", basis="published"), PART)
    assert "Not seen is not solved. Where it was not seen in 1 later review, up to 95%" in texts(
        section
    )
    assert letters(section.message) == (
        "After 1 of 2 follow-ups of signed-off actions the factor was seen again; after 1 it was "
        "not. A follow-up is one action, with one factor at one agency. Not seen is not solved."
    )


def test_where_nothing_was_signed_off_by_then_there_is_nothing_to_follow_up(database, inquiry_of):
    inquiry = inquiry_of(database(**TABLES), "2019/20-Q2", basis="published")
    section = seen_again(inquiry, PART)
    assert texts(section).startswith("There is nothing to follow up")
    assert (tables(section), section.slides, section.message) == ([], (), ())


def test_factors_beyond_the_most_are_counted_and_not_drawn(database, inquiry_of):
    inquiry = inquiry_of(database(**TABLES), "2024/25-Q2", basis="published")
    section = seen_again(inquiry, Part("seen_again", "Again", most=1))
    assert states(section) == {("Tools", "seen again"): 1}
    assert "Not drawn is 1 factor seen again less often or never: 1 follow-up." in texts(section)


def test_agencies_of_the_same_review_are_never_said_to_be_where_it_was_found(database, inquiry_of):
    settings = TABLES["settings"].replace('"coded"', '"review"')
    connection = database(**{**TABLES, "settings": settings})
    section = seen_again(inquiry_of(connection, "2024/25-Q2", basis="published"), PART)
    [table] = tables(section)
    assert "stand in the same review as the factor" in letters(table.notes[-1])
    assert "Tools in the same review as Police" in letters(section.questions[0].text)


@pytest.mark.parametrize(("source", "quarter"), [("pfd", "2025/26-Q1"), ("dhrd", "2020/21-Q4")])
def test_a_source_without_sign_off_has_one_sentence(shipped, inquiry_of, source, quarter):
    section = seen_again(inquiry_of(shipped, quarter, sources=(source,)), PART)
    assert texts(section).startswith("No signed-off action is recorded in ")
    assert len(section.blocks) == 1


def test_the_numbers_are_those_of_the_questions(shipped, inquiry_of):
    inquiry = inquiry_of(shipped, "2025/26-Q4", sources=("anytown",), basis="published")
    section = seen_again(inquiry, Part("seen_again", "Again", most=60))
    names = ("seen_again", "overlaps", "not_seen", "too_early")
    assert states(section) == {
        (row.group_label, name.replace("_", " ")): getattr(row, name)
        for row in inquiry.rows("after_action", by="factor", by_the_end=True)
        for name in names
        if getattr(row, name)
    }
    [every] = inquiry.rows("after_action", by_the_end=True)
    assert sum(states(section).values()) == every.follow_ups
    [table] = tables(section)
    assert len(table.rows) == every.seen_again
    [usual] = tables(seen_again(inquiry, PART))
    assert len(usual.rows) == min(10, every.seen_again)
    for row in table.rows:
        seen = str(row[4]).replace(" and ", ", ").split(", ")
        assert str(row[5]).startswith(f"{len(seen)} of ")


def test_later_reviews_of_two_sources_with_one_reference_are_two(
    write_source, examined, inquiry_of
):
    titled = {
        name: TABLES["settings"].replace("Specification", name) for name in ("North", "South")
    }
    paths = [
        write_source(name.lower(), **TABLES | {"settings": settings})
        for name, settings in titled.items()
    ]
    connection, examination = examined(*paths)
    connection.execute("insert into load values (timestamp '2026-01-01', '', '')")
    build(connection, examination)
    wanted = {"basis": "published", "sources": ("north", "south")}
    section = seen_again(inquiry_of(connection, "2024/25-Q4", **wanted), PART)
    [table] = [block for block in section.blocks if isinstance(block, Table)]
    both = "R2 (North) and R2 (South)"
    assert [(row[0], *row[4:]) for row in table.rows if row[1] == "Tools"] == [
        ("A1 (North)", both, "2 of 4"),
        ("A1 (South)", both, "2 of 4"),
    ]
