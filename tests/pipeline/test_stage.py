"""However a source is written, the same reviews give the same answers."""

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter

from pipeline.codebooks import Codebooks
from pipeline.examine import Examination, examine
from pipeline.load import build, find_all_sources
from tests.conftest import rows_of
from tests.queries.asking import answer
from tests.small_source import SETTINGS, TABLES, write_small

Examined = Callable[..., tuple[duckdb.DuckDBPyConnection, Examination]]
Answers = Callable[[Path], dict[str, list[tuple[Any, ...]]]]
Said = Callable[[Path], list[str]]

# Two marks that Windows-1252, UTF-8 and no third encoding write in the same way.
FINDINGS = TABLES["findings"].replace("what mattered", "what mattered – to café staff")
FLAT = """
    Review ID | Type | Partnership | Area | Period from | Period to  | Published  | Title | Agencies involved  | Finding no | Finding | Polarity | Pattern | Theme | Found at
    R1        | SAR  | North       | East | 01/04/2022  | 30/06/2022 | 01/02/2024 | First | Police; Probation  | F1 | Nobody was there to ask. | problem | LT1 | supervision | Probation
    R1        | SAR  | North       | East | 01/04/2022  | 30/06/2022 | 01/02/2024 | First | Police; Probation  | F2 | The form hid what mattered – to café staff. | problem | | tools | Police
    R2        | SCR  | South       | East | 2023/24 Q2  | 2023/24 Q2 | 01/03/2025 | Next  | Police             | F3 | The form hid it again. | problem | | Tools | Police
    R3        | MAA  | South       | West | 2016        | 2016       | 05/2017    | Last  | Probation          | F4 | She was asked every week. | strength | | supervision | Probation
"""  # noqa: E501
ASKED = {
    "reviews": "review_ref title review_type board region practice_from practice_to published_on",
    "factor_recurrence": "factor_id appraisal reviews_with reviews_assessed findings",
    "factor_by_agency": "factor_id appraisal agency_id reviews_with reviews_assessed",
    "findings": "review_ref statement appraisal factor_id pattern found_at",
}


def loaded(codebooks: Codebooks, path: Path) -> duckdb.DuckDBPyConnection:
    """Load a source that has no errors, in memory."""
    connection = duckdb.connect()
    examination = examine(connection, codebooks, find_all_sources([path]))
    assert [str(one) for one in examination.problems if one.severity == "error"] == []
    connection.execute("insert into load values (timestamp '2026-01-01', '', '')")
    build(connection, examination)
    return connection


@pytest.fixture(scope="module")
def answers(codebooks: Codebooks) -> Answers:
    """Load a source, and ask what must be the same however it is written."""

    def ask(path: Path) -> dict[str, list[tuple[Any, ...]]]:
        connection = loaded(codebooks, path)
        return {name: answer(connection, name, columns) for name, columns in ASKED.items()}

    return ask


@pytest.fixture
def said(examined: Examined) -> Said:
    """Say what is found in a source, as it is printed."""

    def say(path: Path) -> list[str]:
        _, examination = examined(path)
        return [f"{problem.severity}: {problem}" for problem in examination.problems]

    return say


def write_csv(path: Path, table: str, delimiter: str = ",", encoding: str = "utf-8") -> None:
    headings, rows = rows_of(table)
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([headings, *rows])


def write_sheet(sheet: Any, rows: Iterable[Sequence[Any]], day: Any, first: int = 0) -> None:
    """Write rows to a sheet, days as Excel keeps them."""
    for number, row in enumerate(rows, start=first):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, column, cell, day)
            elif cell != "":
                sheet.write(number, column, cell)


def as_excel(cell: str) -> Any:
    """Turn a day into a date, and a year into a number, as people type them into Excel."""
    if cell.count("/") == 2:
        day, month, year = map(int, cell.split("/"))
        return date(year, month, day)
    return int(cell) if cell.isdigit() else cell


def folder(path: Path, settings: str = SETTINGS) -> Path:
    path.mkdir()
    (path / "source.toml").write_text(settings, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def canonical(
    tmp_path_factory: pytest.TempPathFactory, answers: Answers
) -> dict[str, list[tuple[Any, ...]]]:
    """What the small source answers as canonical CSV in UTF-8."""
    return answers(write_small(tmp_path_factory.mktemp("canonical"), findings=FINDINGS))


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [
        (",", "utf-8-sig"),
        (",", "cp1252"),
        (",", "utf-16"),
        (";", "utf-8"),
        (";", "cp1252"),
        ("\t", "utf-8"),
    ],
)
def test_canonical_csv_however_it_is_saved(
    tmp_path: Path, answers: Answers, canonical: dict, delimiter: str, encoding: str
):
    source = folder(tmp_path / "source")
    for name, table in {**TABLES, "findings": FINDINGS}.items():
        write_csv(source / f"{name}.csv", table, delimiter, encoding)
    assert answers(source) == canonical


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_one_flat_csv(tmp_path: Path, answers: Answers, canonical: dict, delimiter: str):
    source = folder(tmp_path / "source")
    write_csv(source / "Findings log.csv", FLAT, delimiter)
    assert answers(source) == canonical


def test_a_workbook_with_a_sheet_for_each_table(tmp_path: Path, answers: Answers, canonical: dict):
    source = folder(tmp_path / "source")
    with xlsxwriter.Workbook(source / "board.xlsx") as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        workbook.add_worksheet("Read me").write(0, 0, "Our findings, a sheet for each table.")
        for name, table in {**TABLES, "findings": FINDINGS}.items():
            headings, rows = rows_of(table)
            sheet = workbook.add_worksheet(name.replace("_", " ").capitalize())
            write_sheet(sheet, [headings, *([as_excel(c) for c in row] for row in rows)], day)
    assert answers(source) == canonical


def test_a_flat_workbook_with_a_title_above(tmp_path: Path, answers: Answers, canonical: dict):
    source = folder(tmp_path / "source")
    headings, rows = rows_of(FLAT)
    with xlsxwriter.Workbook(source / "board.xlsx") as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        sheet = workbook.add_worksheet("Log")
        sheet.write(0, 0, "Anytown: findings of our reviews")
        write_sheet(sheet, [headings, *([as_excel(c) for c in row] for row in rows)], day, first=2)
    assert answers(source) == canonical


def test_several_factors_and_agencies_in_a_cell_of_a_flat_sheet(tmp_path: Path, answers: Answers):
    source = folder(tmp_path / "source")
    write_csv(
        source / "log.csv",
        """
        review_ref | review_type | agencies involved               | finding | appraisal | factor             | agency
        R1         | SAR         | Police; Probation; Primary care | One     | problem   | tools; supervision | Police; Probation
        """,  # noqa: E501
    )
    found = {row for row in answers(source)["factor_by_agency"] if row[3]}
    assert found == {
        ("supervision", "problem", "POL", 1, 1),
        ("supervision", "problem", "PRB", 1, 1),
        ("tools", "problem", "POL", 1, 1),
        ("tools", "problem", "PRB", 1, 1),
    }


def test_a_flat_sheet_that_does_not_say_who_was_involved_is_warned_of(tmp_path: Path, said: Said):
    source = folder(tmp_path / "source")
    write_csv(
        source / "log.csv",
        """
        review_ref | review_type | finding | appraisal | factor | agency
        R1         | SAR         | One     | problem   | tools  | Police
        """,
    )
    assert said(source) == [
        "warning: log.csv: does not say which agencies were involved in each review. Only those at "
        "which something was found are known, so in how many of its reviews a factor is found at "
        'an agency cannot be told. Add a column "agencies involved".'
    ]


# Files mapped by source.toml

MAPPED = """
title = "Mapped"
frameworks = ["spec", "scie-patterns"]

[reviews]
file = "cases.csv"

[reviews.columns]
review_ref = "No"
board = "Area"
published_on = "Out"

[reviews.constants]
review_type = "SAR"

[reviews.attributes]
kind_of_harm = "Harm"

[reviews.values.board]
"N." = "North"
"Nth" = "North"

[[agencies]]
columns = ["Lead"]

[[agencies]]
columns = ["Others 1", "Others 2"]
separator = " / "
involvement = "contributed"
open = true

[[codings]]
framework = "spec"
columns = ["Theme 1", "Theme 2"]
separator = " + "
appraisal = "problem"

[[codings]]
framework = "spec"
flags = ["law"]
true = ["ja"]
false = ["nein"]
appraisal = "strength"

[[codings]]
framework = "scie-patterns"
columns = ["Pattern"]
blank = "not assessed"
"""
CASES = """
    No | Area | Out        | Harm    | Lead   | Others 1           | Others 2  | Theme 1             | Theme 2     | law  | Pattern
    1  | N.   | 01/02/2024 | neglect | Police | Probation / Org 17 |           | tools               | supervision | ja   | LT1
    2  | Nth  | 02/02/2024 |         | Police |                    | ORG  17   | tools + law         |             | nein |
    3  | Else | 03/02/2024 | neglect | POL    | Org 17             | Probation |                     |             |      | LT2
"""  # noqa: E501


@pytest.fixture
def mapped(tmp_path: Path) -> Callable[..., Path]:
    """Write a source that is mapped by its source.toml."""

    def write(settings: str = MAPPED, cases: str = CASES) -> Path:
        source = folder(tmp_path / "mapped", settings)
        write_csv(source / "cases.csv", cases)
        return source

    return write


def recurrence(connection: duckdb.DuckDBPyConnection, **chosen: Any) -> set[tuple[Any, ...]]:
    columns = "factor_id appraisal reviews_with reviews_assessed"
    return {row for row in answer(connection, "factor_recurrence", columns, **chosen) if row[2]}


def test_a_mapped_file_gives_reviews_agencies_attributes_and_codings(
    mapped: Callable[..., Path], codebooks: Codebooks
):
    connection = loaded(codebooks, mapped())
    assert answer(connection, "reviews", "review_ref board review_type") == [
        ("3", "Else", "SAR"),
        ("2", "North", "SAR"),
        ("1", "North", "SAR"),
    ]
    involved = connection.execute(
        "select review_ref, agency_id, involvement from review_agency "
        "join review using (review_id) order by all"
    ).fetchall()
    assert involved == [
        ("1", "POL", "involved"),
        ("1", "PRB", "contributed"),
        ("1", "org-17", "contributed"),
        ("2", "POL", "involved"),
        ("2", "org-17", "contributed"),
        ("3", "POL", "involved"),
        ("3", "PRB", "contributed"),
        ("3", "org-17", "contributed"),
    ]
    attributes = connection.execute(
        "select review_ref, name, value from review_attribute "
        "join review using (review_id) order by all"
    ).fetchall()
    assert attributes == [("1", "kind_of_harm", "neglect"), ("3", "kind_of_harm", "neglect")]
    assert recurrence(connection) == {
        ("tools", "problem", 2, 3),
        ("supervision", "problem", 1, 3),
        ("law", "strength", 1, 3),
        ("law", "problem", 1, 3),
    }


def test_a_blank_is_uncoded_or_not_assessed_as_the_source_says(
    mapped: Callable[..., Path], codebooks: Codebooks
):
    connection = loaded(codebooks, mapped())
    assert recurrence(connection, framework="scie-patterns") == {
        ("LT1", "neutral", 1, 2),
        ("LT2", "neutral", 1, 2),
    }
    (row,) = answer(connection, "coverage", "reviews reviews_assessed", framework="scie-patterns")
    assert row == (3, 2)


@pytest.mark.parametrize("separator", ["; ", " | ", "+", " ", "\n", "\t"])
def test_values_are_parted_by_the_mark_that_the_source_declares(
    tmp_path: Path, codebooks: Codebooks, separator: str
):
    written = separator.encode("unicode_escape").decode()
    source = folder(
        tmp_path / "mapped",
        f"""
        frameworks = ["spec"]
        review_type = "SAR"
        [reviews]
        file = "cases.csv"
        [reviews.columns]
        review_ref = "No"
        [[codings]]
        framework = "spec"
        columns = ["Themes"]
        separator = "{written}"
        """,
    )
    with (source / "cases.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["No", "Themes"], ["1", f"tools{separator}supervision"]])
    assert recurrence(loaded(codebooks, source)) == {
        ("tools", "neutral", 1, 1),
        ("supervision", "neutral", 1, 1),
    }


def test_a_flag_that_says_neither_yes_nor_no(mapped: Callable[..., Path], said: Said):
    assert said(mapped(cases=CASES.replace("nein", "vielleicht"))) == [
        'error: cases.csv line 3, law: "vielleicht" says neither yes nor no. Write "ja" or "nein", '
        "or name the value under true or false in mapped/source.toml."
    ]


def test_columns_that_source_toml_names_and_the_file_has_not(
    mapped: Callable[..., Path], said: Said
):
    there = '"No", "Area", "When", "Harm", "Lead", "Others 1", "Others 2", "Theme", "Theme 2", "law", "Pattern"'  # noqa: E501
    cases = CASES.replace("Out  ", "When ").replace("Theme 1", "Theme")
    assert said(mapped(cases=cases)) == [
        f'error: cases.csv: the column "{heading}", which mapped/source.toml names, is missing. '
        f"There are: {there}. Add the column, or mend source.toml."
        for heading in ("Out", "Theme 1")
    ]


def test_a_factor_that_was_parted_by_another_mark(mapped: Callable[..., Path], said: Said):
    (message,) = said(mapped(cases=CASES.replace("tools  ", "tools; supervision")))[:1]
    assert message == (
        'error: cases.csv line 2, Theme 1: "tools; supervision" holds 2 values with ";" between '
        "them. Give each a row of its own, or declare that separator in source.toml."
    )


def test_the_sheet_and_the_row_of_headings_may_be_named(tmp_path: Path, codebooks: Codebooks):
    settings = MAPPED.replace('"cases.csv"', '"cases.xlsx"\nsheet = "Cases"\nheader_row = 4')
    source = folder(tmp_path / "mapped", settings)
    headings, rows = rows_of(CASES)
    with xlsxwriter.Workbook(source / "cases.xlsx") as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        other = workbook.add_worksheet("Old")
        write_sheet(other, [headings, *rows, *rows], day)
        sheet = workbook.add_worksheet("Cases")
        write_sheet(sheet, [["No", "Area"], ["as of", "March"]], day)
        write_sheet(sheet, [headings, *([as_excel(c) for c in row] for row in rows)], day, first=3)
    connection = loaded(codebooks, source)
    assert [row[0] for row in answer(connection, "reviews", "review_ref")] == ["3", "2", "1"]
    assert ("tools", "problem", 2, 3) in recurrence(connection)


def test_headings_without_rows(mapped: Callable[..., Path], said: Said):
    assert said(mapped(cases=CASES.strip().splitlines()[0])) == [
        "error: cases.csv: there are headings, but nothing below them. Save it again from the "
        "program that made it, or take it away until there is something in it."
    ]


def test_a_canonical_table_other_than_reviews_may_have_no_rows(tmp_path: Path, said: Said):
    nothing = {
        name: TABLES[name].strip().splitlines()[0]
        for name in ("findings", "finding_factors", "finding_agencies")
    }
    assert said(write_small(tmp_path / "board", **nothing)) == []


def test_a_column_that_is_not_read_is_told_of(tmp_path: Path, said: Said):
    agencies = "review_ref | agency | Officer\nR1 | Police | somebody"
    (message,) = said(
        write_small(
            tmp_path / "board",
            review_agencies=agencies,
            finding_agencies="finding_ref | agency\nF2 | Police",
        )
    )
    assert message == (
        'warning: review_agencies.csv: the column "Officer" is not one that is read here, '
        "so it is left aside."
    )


def test_a_column_that_is_missing(tmp_path: Path, said: Said):
    assert said(
        write_small(
            tmp_path / "board",
            review_agencies="review_ref | agencee\nR1 | Police",
            finding_agencies="finding_ref | agency",
        )
    ) == [
        'error: review_agencies.csv: the column "agency" is missing. There are: "review_ref", '
        '"agencee". Is it "agencee"? Then name that column "agency".'
    ]
