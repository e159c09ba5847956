"""Put the rows of a source's files into the staged tables, every cell as text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from duckdb import ColumnExpression, ConstantExpression

from pipeline.cells import column_of, insert, or_else, shaped
from pipeline.fold import fold
from pipeline.headings import nearest, recognise, required
from pipeline.problems import Problem, of_file
from pipeline.readers import UnreadableFile, read
from pipeline.readers.sheet import Sheet
from pipeline.source import Source
from pipeline.stage_flat import FLAT, Headings, forget, take_apart
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
# Copying these would take as long as reading them.
LONG = ("staged_finding", "staged_finding_factor", "staged_finding_agency")
INSERTED = "_inserted"
_FOLDER = Path(__file__).parent


@dataclass
class Staging:
    """What was read: the sheets, to say where a row stands, and what could not be read.

    Attributes:
        sheets: (source_id, file) -> the sheet.
        in_place: staged table -> rows that are read where their sheet is, and not copied.
        headings: (source_id, file, staged table, column) -> the file's own heading.
        problems: faults and notes of whole files and of rows that are not well formed.
    """

    sheets: dict[tuple[str, str], Sheet] = field(default_factory=dict)
    in_place: dict[str, list[duckdb.DuckDBPyRelation]] = field(default_factory=dict)
    headings: Headings = field(default_factory=dict)
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
                staging.problems.append(
                    of_file("error", source.source_id, fault.file, fault.message, fault.place)
                )
                continue
            for sheet in sheets:
                _stage_sheet(connection, source, path, sheet, staging)
            staging.problems += _without_reviews(source, sheets, staging.headings)
        staging.problems += take_apart(connection, source, staging.headings)
        _add_frameworks(connection, source)
    _read_in_place(connection, staging)
    return staging


def _read_in_place(connection: duckdb.DuckDBPyConnection, staging: Staging) -> None:
    """Make views of the long tables: what was inserted into them, and the sheets beside it."""
    for table, relations in staging.in_place.items():
        connection.execute("alter table " + table + " rename to " + table + INSERTED)
        rows = connection.table(table + INSERTED)
        for relation in relations:
            rows = rows.union(relation)
        connection.execute("create temp view " + table + " as " + rows.sql_query())


def copy_all(connection: duckdb.DuckDBPyConnection, staging: Staging) -> None:
    """Copy the rows that are read in place, so that rows can be taken out of them."""
    for table in staging.in_place:
        copied = table + "_copied"
        connection.execute("create temp table " + copied + " as from " + table)
        connection.execute("drop view " + table)
        connection.execute("drop table " + table + INSERTED)
        connection.execute("alter table " + copied + " rename to " + table)
    staging.in_place.clear()


def stage_flat_again(
    connection: duckdb.DuckDBPyConnection, source: Source, staging: Staging
) -> None:
    """Take the flat sheets of a source apart once more, after rows of them were taken out.

    What a review or a finding says of itself is read from the first of its rows: where that one is
    taken out, from the next.
    """
    if not forget(connection, source, staging.headings):
        return
    take_apart(connection, source, staging.headings)
    _add_frameworks(connection, source)


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
        of_file("warning", source.source_id, sheet.file, note) for note in sheet.notes
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
            of_file("error", source.source_id, sheet.file, message) for message in absent
        ]
        return
    unread = [heading for heading in sheet.headings if heading and heading not in found.values()]
    staging.problems += [
        of_file(
            "warning", source.source_id, sheet.file,
            f'the column "{heading}" is not one that is read here, so it is left aside.',
        )
        for heading in unread
    ]  # fmt: skip
    table = STAGED.get(name, FLAT)
    for column, heading in found.items():
        staging.headings[source.source_id, sheet.file, table, column] = heading
    cells = {column: column_of(sheet, heading) for column, heading in found.items()}
    if table in ("staged_finding_factor", FLAT):
        cells["framework"] = or_else(cells.get("framework"), source.frameworks[0])
    if table in ("staged_review", FLAT) and source.review_type:
        cells["review_type"] = or_else(cells.get("review_type"), source.review_type)
    if table in LONG:
        rows = shaped(connection, source, sheet, sheet.relation, table, cells)
        staging.in_place.setdefault(table, []).append(rows)
    else:
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


def _without_reviews(
    source: Source, sheets: Iterable[Sheet], headings: Headings
) -> Iterator[Problem]:
    """Say so where the headings of reviews stand alone: the file was cut short, or is yet empty."""
    of_reviews = {
        file
        for source_id, file, table, _ in headings
        if source_id == source.source_id and table in ("staged_review", FLAT)
    }
    for sheet in sheets:
        if sheet.file in of_reviews and not sheet.faults and not _has_rows(sheet):
            yield of_file(
                "error",
                source.source_id,
                sheet.file,
                "there are headings, but nothing below them. Save it again from the program "
                "that made it, or take it away until there is something in it.",
            )


def _has_rows(sheet: Sheet) -> bool:
    return bool(sheet.relation.limit(1).fetchall())
