"""Put the rows of a source's files into the staged tables, every cell as text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from duckdb import ColumnExpression, ConstantExpression

from pipeline.cells import column_of, insert, or_else
from pipeline.fold import fold
from pipeline.headings import nearest, recognise, required
from pipeline.problems import Problem
from pipeline.readers import UnreadableFile, read
from pipeline.readers.sheet import Sheet
from pipeline.source import Source
from pipeline.stage_layout import stage_layout

STAGED = {
    "reviews": "staged_review",
    "review_agencies": "staged_review_agency",
    "review_attributes": "staged_review_attribute",
    "review_frameworks": "staged_review_framework",
    "findings": "staged_finding",
    "finding_factors": "staged_finding_factor",
    "finding_agencies": "staged_finding_agency",
    "recommendations": "staged_recommendation",
    "actions": "staged_action",
}
_FOLDER = Path(__file__).parent


@dataclass
class Staging:
    """What was read: the sheets, to say where a row stands, and what could not be read.

    Attributes:
        sheets: (source_id, file) -> the sheet.
        headings: (source_id, file, staged table, column) -> the file's own heading.
        problems: faults and notes of whole files and of rows that are not well formed.
    """

    sheets: dict[tuple[str, str], Sheet] = field(default_factory=dict)
    headings: dict[tuple[str, str, str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def stage(connection: duckdb.DuckDBPyConnection, sources: Iterable[Source]) -> Staging:
    """Create the staged tables and fill them from the files of the sources."""
    connection.execute((_FOLDER / "staged.sql").read_text(encoding="utf-8"))
    staging = Staging()
    for source in sources:
        for path in source.files:
            try:
                layout = source.layout
                sheets = read(
                    connection,
                    path,
                    layout.sheet if layout else None,
                    layout.header_row if layout else None,
                )
            except UnreadableFile as fault:
                staging.problems.append(_whole_file(source, path.name, "error", str(fault)))
                continue
            for sheet in sheets:
                _stage_sheet(connection, source, path, sheet, staging)
        _take_apart_flat(connection, source, staging)
        _add_frameworks(connection, source)
    return staging


def _stage_sheet(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    path: Path,
    sheet: Sheet,
    staging: Staging,
) -> None:
    """Stage one sheet by its layout, as a canonical table, or as a flat sheet."""
    staging.sheets[source.source_id, sheet.file] = sheet
    staging.problems += [
        _whole_file(source, sheet.file, "warning", note) for note in sheet.notes
    ] + [
        Problem(
            "error", source.source_id, sheet.file, fault.place, fault.record, "", None,
            "row_is_well_formed", fault.message,
        )
        for fault in sheet.faults
    ]  # fmt: skip
    if source.layout is not None:
        staging.problems += stage_layout(connection, source, source.layout, sheet, staging.headings)
        return
    name = _table_of(path, sheet)
    found = recognise(sheet.headings, name)
    absent = [
        _missing(sheet, column, name)
        for column in required(name)
        if column not in found and not (column == "review_type" and source.review_type)
    ]
    if absent:
        staging.problems += [
            _whole_file(source, sheet.file, "error", message) for message in absent
        ]
        return
    unread = [heading for heading in sheet.headings if heading and heading not in found.values()]
    staging.problems += [
        _whole_file(
            source, sheet.file, "warning",
            f'the column "{heading}" is not one that is read here, so it is left aside.',
        )
        for heading in unread
    ]  # fmt: skip
    table = STAGED.get(name, "staged_flat")
    for column, heading in found.items():
        staging.headings[source.source_id, sheet.file, table, column] = heading
    cells = {column: column_of(sheet, heading) for column, heading in found.items()}
    if table in ("staged_finding_factor", "staged_flat"):
        cells["framework"] = or_else(cells.get("framework"), source.frameworks[0])
    if table in ("staged_review", "staged_flat") and source.review_type:
        cells["review_type"] = or_else(cells.get("review_type"), source.review_type)
    insert(connection, source, sheet, sheet.relation, table, cells)


def _table_of(path: Path, sheet: Sheet) -> str:
    """Name the canonical table that a sheet is, by its file's or its tab's name; else flat."""
    tab = sheet.file.removeprefix(f'{path.name} sheet "').removesuffix('"')
    name = fold(path.stem if sheet.file == path.name else tab).replace(" ", "_")
    return name if name in STAGED else "flat"


def _missing(sheet: Sheet, column: str, table: str) -> str:
    """Say which column is missing, what there is, and which of these may have been meant."""
    near = nearest(column, [heading for heading in sheet.headings if heading], table)
    there = ", ".join(f'"{heading}"' for heading in sheet.headings if heading)
    hint = f'Is it "{near}"? Then name that column "{column}".' if near else "Add the column."
    return f'the column "{column}" is missing. There are: {there}. {hint}'


def _take_apart_flat(
    connection: duckdb.DuckDBPyConnection, source: Source, staging: Staging
) -> None:
    """Take a flat sheet apart, and say so where it does not tell who was involved."""
    files = [
        (file, "agencies_involved" in columns, "agency" in columns)
        for file, columns in _flat_files(source, staging).items()
    ]
    if not files:
        return
    says_involved = all(involved for _, involved, _ in files)
    for statement in connection.extract_statements(
        (_FOLDER / "take_apart_flat.sql").read_text(encoding="utf-8")
    ):
        values = {"source": source.source_id, "says_involved": says_involved}
        connection.execute(statement, {name: values[name] for name in statement.named_parameters})
    staging.problems += [
        _whole_file(
            source, file, "warning",
            "does not say which agencies were involved in each review. Only those at which "
            "something was found are known, so in how many of its reviews a factor is found at an "
            'agency cannot be told. Add a column "agencies involved".',
        )
        for file, involved, at in files
        if at and not involved
    ]  # fmt: skip


def _flat_files(source: Source, staging: Staging) -> dict[str, set[str]]:
    """List the flat sheets of a source, with the columns that each has."""
    found: dict[str, set[str]] = {}
    for source_id, file, table, column in staging.headings:
        if source_id == source.source_id and table == "staged_flat":
            found.setdefault(file, set()).add(column)
    return found


def _add_frameworks(connection: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Where a source does not say which frameworks were used on each review: all that it names."""
    staged = connection.table("staged_review_framework")
    own = ColumnExpression("source_id") == ConstantExpression(source.source_id)
    if staged.filter(own).limit(1).fetchall():
        return
    reviews = connection.table("staged_review").filter(own)
    for framework in source.frameworks:
        cells = {
            "source_id": ColumnExpression("source_id"),
            "file": ColumnExpression("file"),
            "record": ColumnExpression("record"),
            "column_name": ConstantExpression("framework"),
            "review_ref": ColumnExpression("review_ref"),
            "framework": ConstantExpression(framework),
        }
        reviews.select(*(cells[name].alias(name) for name in staged.columns)).insert_into(
            "staged_review_framework"
        )


def _whole_file(source: Source, file: str, severity: str, message: str) -> Problem:
    """Say something of a file as a whole."""
    rule = "file_is_readable" if severity == "error" else "file_is_plain"
    return Problem(severity, source.source_id, file, "", 0, "", None, rule, message)  # type: ignore[arg-type]
