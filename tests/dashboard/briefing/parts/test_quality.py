"""How good the data are, as a briefing tells it."""

import pytest

from dashboard.briefing.document import Section, Table
from dashboard.briefing.parts.quality import quality
from dashboard.briefing.template import Part
from dashboard.briefing.text import letters
from dashboard.estimates import agreement
from dashboard.sentences.briefing.quality import NOT_DOUBLE_CODED, alpha
from pipeline.load import build
from tests.conftest import SETTINGS

PART = Part("quality", "How good the data are")
COVERED = SETTINGS + "covers_to = 2025-12-31\n"
REVIEWS = """
    review_ref | board   | published_on
    R1         | Anytown | 2024-05-01
    R2         | Anytown | 2012-05-01
    R3         | Anytown |
"""


def tables_of(coded: str, findings: int, uncoded: int = 0) -> dict[str, str]:
    """Draw findings of two coders: "a" both tools, "b" both supervision, "x" one each."""
    names = {"a": ("tools", "tools"), "b": ("supervision",) * 2, "x": ("tools", "supervision")}
    numbered = range(1, findings + uncoded + 1)
    lines = [f"F{n} | R1 | Statement {n} | problem" for n in numbered]
    codings = [
        f"F{n} | {factor} | {coder}"
        for n, letter in enumerate(coded, 1)
        for coder, factor in zip("AB", names[letter], strict=True)
    ]
    codings += [f"F{n} | tools | A" for n in range(len(coded) + 1, findings + 1)]
    return {
        "settings": COVERED,
        "reviews": REVIEWS,
        "findings": "\n".join(["finding_ref | review_ref | statement | appraisal", *lines]),
        "finding_factors": "\n".join(["finding_ref | factor | coder", *codings]),
    }


def texts(section: Section) -> str:
    """Return all sentences of a section."""
    return " ".join(letters(getattr(block, "text", ())) for block in section.blocks)


def table(section: Section, title: str) -> Table:
    [found] = [one for one in section.blocks if isinstance(one, Table) and one.title == title]
    return found


def test_what_holds_no_factor_is_said_with_its_denominator(database, inquiry_of):
    connection = database(**tables_of("", findings=9, uncoded=1))
    section = quality(inquiry_of(connection, "2024/25-Q2", basis="published"), PART)
    assert texts(section).startswith("1 of 10 findings (10%) holds no factor.")
    assert NOT_DOUBLE_CODED in texts(section)
    assert section.questions == ()


def test_coders_agreement_is_shown_in_all_and_for_each_factor(database, inquiry_of):
    connection = database(**tables_of("a" * 6 + "x" * 2 + "b" * 6, findings=20))
    inquiry = inquiry_of(connection, "2024/25-Q2", basis="published")
    section = quality(inquiry, PART)
    assert "14 of 20 findings (70%) were coded by two people or more; all chose the same" in texts(
        section
    )
    estimated = agreement(inquiry.table("coder_agreement"))
    assert estimated is not None
    assert alpha(estimated[0]) in texts(section)
    assert [row[:3] for row in table(section, "How far coders agree, by factor").rows] == [
        ("Supervision", "8 of 14", "6 of 8"),
        ("Tools", "8 of 14", "6 of 8"),
    ]


def test_a_factor_on_which_coders_agree_too_little_and_much_without_a_factor_raise_questions(
    database, inquiry_of
):
    connection = database(**tables_of("a" * 4 + "x" * 5 + "b" * 4, findings=13, uncoded=5))
    section = quality(inquiry_of(connection, "2024/25-Q2", basis="published"), PART)
    asked = [letters(question.text) for question in section.questions]
    assert asked[0].startswith("5 of 18 findings (28%) hold no factor: does the framework miss")
    assert [text.split(" is a factor on which coders agree")[0] for text in asked[1:]] == [
        "Supervision",
        "Tools",
    ]


def test_few_double_coded_findings_are_too_few_to_tell(database, inquiry_of):
    connection = database(**tables_of("ax", findings=9))
    section = quality(inquiry_of(connection, "2024/25-Q2", basis="published"), PART)
    assert "There are too few to tell how far coders agree beyond that." in texts(section)
    assert section.questions == ()


def test_what_is_missing_stands_with_its_number_and_its_meaning(database, inquiry_of):
    connection = database(**tables_of("", findings=9))
    section = quality(inquiry_of(connection, "2024/25-Q2", basis="published"), PART)
    rows = {row[0]: row[1] for row in table(section, "What is missing or was left out").rows}
    assert rows["Reviews without a date of publication"] == "1 of 3 reviews"
    assert rows["Reviews on which the framework was not used"] == "0 of 2 reviews"
    assert rows["Rows that were not loaded"] == "0 rows"
    assert rows["Withheld where it would be counted"] == "0 cells"
    assert not any(str(name).startswith("Actions") for name in rows)  # none is recorded
    assert all(row[2] for row in table(section, "What is missing or was left out").rows)


def test_what_is_withheld_is_told_apart_from_what_was_not_found(write_source, examined, inquiry_of):
    tables = tables_of("", findings=3)
    tables["finding_factors"] += "\nF3 | [c] | B\nF2 | * | B"
    connection, examination = examined(write_source(**tables), quarantine=True)
    connection.execute("insert into load values (timestamp '2026-01-01', '', '')")
    build(connection, examination)
    section = quality(inquiry_of(connection, "2024/25-Q2", basis="published"), PART)
    rows = {row[0]: row[1] for row in table(section, "What is missing or was left out").rows}
    assert rows["Withheld where it would be counted"] == "2 cells"
    assert rows["Rows that were not loaded"] == "2 rows"


@pytest.mark.parametrize(
    ("source", "quarter"),
    [("anytown", "2024/25-Q2"), ("pfd", "2025/26-Q1"), ("dhrd", "2020/21-Q4")],
)
def test_the_numbers_are_those_of_the_questions(shipped, inquiry_of, source, quarter):
    inquiry = inquiry_of(shipped, quarter, sources=(source,))
    section = quality(inquiry, PART)
    covered = inquiry.rows("coverage")
    findings, uncoded = (
        sum(getattr(row, name) for row in covered) for name in ("findings", "findings_uncoded")
    )
    rows = {row[0]: row[1] for row in table(section, "What is missing or was left out").rows}
    assert rows["Findings without a factor"] == f"{uncoded:,} of {findings:,} findings"
    assert rows["Warnings on loading"] == f"{_warnings(inquiry):,} warnings"
    if source == "anytown":
        [links] = inquiry.rows("link_rates")
        assert rows["Recommendations without a finding"] == (
            f"{links.recommendations_unlinked} of {links.recommendations} recommendations"
        )


def _warnings(inquiry) -> int:
    return sum(row.severity == "warning" for row in inquiry.rows("load_problems"))
