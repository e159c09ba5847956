"""Stage a file with a row for each review, as its source.toml maps it onto the tables."""

from collections.abc import Mapping

import duckdb
from duckdb import (
    CaseExpression,
    ColumnExpression,
    ConstantExpression,
    Expression,
    FunctionExpression,
)

from pipeline.cells import column_of, insert
from pipeline.problems import Problem
from pipeline.readers.sheet import Sheet
from pipeline.source import Agencies, Codings, Layout, Source

Headings = dict[tuple[str, str, str, str], str]


def stage_layout(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    layout: Layout,
    sheet: Sheet,
    headings: Headings,
) -> list[Problem]:
    """Stage the reviews of a sheet, the agencies in them, and how they are coded.

    Each review gets one finding for each appraisal that its codings have: what was coded is the
    review as a whole.

    Args:
        connection: where the staged tables are.
        source: the source that the sheet belongs to.
        layout: how the sheet maps onto the tables.
        sheet: the sheet.
        headings: where to note which heading a staged column comes from.

    Returns:
        The problems that only a layout can have: columns that are not there, flags that say neither
        yes nor no. If a column is missing, nothing is staged.
    """
    absent = [heading for heading in _headings(layout) if heading not in sheet.headings]
    if absent:
        return [_absent(source, sheet, heading) for heading in absent]
    ref = column_of(sheet, layout.columns["review_ref"])
    _stage_reviews(connection, source, layout, sheet, headings)
    for name, heading in layout.attributes.items():
        rows = _cells(sheet, ref, heading, None)
        cells = {
            "review_ref": ColumnExpression("review_ref"),
            "name": ConstantExpression(name),
            "value": ColumnExpression("cell"),
            "column_name": ConstantExpression(heading),
        }
        insert(connection, source, sheet, rows, "staged_review_attribute", cells)
    for agencies in layout.agencies:
        _stage_agencies(connection, source, agencies, sheet, ref)
    problems: list[Problem] = []
    several = len({codings.appraisal for codings in layout.codings}) > 1
    for codings in layout.codings:
        problems += _stage_codings(connection, source, codings, sheet, ref, several)
    for appraisal in dict.fromkeys(codings.appraisal for codings in layout.codings):
        _stage_findings(connection, source, sheet, ref, appraisal, several)
    return problems


def _headings(layout: Layout) -> list[str]:
    """List every heading that a layout names, once."""
    named = [*layout.columns.values(), *layout.attributes.values()]
    named += [heading for agencies in layout.agencies for heading in agencies.columns]
    named += [
        heading for codings in layout.codings for heading in (*codings.columns, *codings.flags)
    ]
    return list(dict.fromkeys(named))


def _absent(source: Source, sheet: Sheet, heading: str) -> Problem:
    """Say that a column named in source.toml is not in the file."""
    there = ", ".join(f'"{one}"' for one in sheet.headings if one)
    message = (
        f'the column "{heading}", which {source.source_id}/source.toml names, is missing. '
        f"There are: {there}. Add the column, or mend source.toml."
    )
    return Problem(
        "error", source.source_id, sheet.file, "", 0, "", None, "file_is_readable", message
    )


def _stage_reviews(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    layout: Layout,
    sheet: Sheet,
    headings: Headings,
) -> None:
    """Stage the reviews themselves, with constants and value maps applied."""
    cells: dict[str, Expression] = {
        column: ConstantExpression(value) for column, value in layout.constants.items()
    }
    for column, heading in layout.columns.items():
        cells[column] = _mapped(column_of(sheet, heading), layout.values.get(column, {}))
        headings[source.source_id, sheet.file, "staged_review", column] = heading
    if source.review_type:
        cells.setdefault("review_type", ConstantExpression(source.review_type))
    insert(connection, source, sheet, sheet.relation, "staged_review", cells)


def _mapped(cell: Expression, values: Mapping[str, str]) -> Expression:
    """Give our value where a cell holds one of theirs."""
    if not values:
        return cell
    (theirs, ours), *rest = values.items()
    case = CaseExpression(cell == ConstantExpression(theirs), ConstantExpression(ours))
    for theirs, ours in rest:
        case = case.when(cell == ConstantExpression(theirs), ConstantExpression(ours))
    return case.otherwise(cell)


def _cells(
    sheet: Sheet, ref: Expression, heading: str, separator: str | None
) -> duckdb.DuckDBPyRelation:
    """Give each value of a column beside its review: record, review_ref, cell; empty ones not."""
    cell = column_of(sheet, heading)
    if separator is not None:
        # the spaces beside a mark say nothing, but a space or a line break can be the mark itself
        mark = separator.strip() or separator
        parts = FunctionExpression("string_split", cell, ConstantExpression(mark))
        cell = FunctionExpression("trim", FunctionExpression("unnest", parts))
    rows = sheet.relation.select(
        ColumnExpression("record"), ref.alias("review_ref"), cell.alias("cell")
    )
    return rows.filter(
        ColumnExpression("cell").isnotnull() & (ColumnExpression("cell") != ConstantExpression(""))
    )


def _stage_agencies(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    agencies: Agencies,
    sheet: Sheet,
    ref: Expression,
) -> None:
    """Stage who was involved in each review."""
    for heading in agencies.columns:
        cells = {
            "review_ref": ColumnExpression("review_ref"),
            "agency": ColumnExpression("cell"),
            "involvement": ConstantExpression(agencies.involvement),
            "column_name": ConstantExpression(heading),
        }
        rows = _cells(sheet, ref, heading, agencies.separator)
        insert(connection, source, sheet, rows, "staged_review_agency", cells)


def _stage_codings(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    codings: Codings,
    sheet: Sheet,
    ref: Expression,
    several: bool,
) -> list[Problem]:
    """Stage the factors of one framework, and on which reviews the framework was used."""
    common = {
        "finding_ref": _finding_ref(ColumnExpression("review_ref"), codings.appraisal, several),
        "framework": ConstantExpression(codings.framework),
    }
    used: list[duckdb.DuckDBPyRelation] = []
    problems: list[Problem] = []
    for heading in codings.columns:
        rows = _cells(sheet, ref, heading, codings.separator)
        cells = common | {
            "factor": ColumnExpression("cell"),
            "column_name": ConstantExpression(heading),
        }
        insert(connection, source, sheet, rows, "staged_finding_factor", cells)
        used.append(rows)
    for heading in codings.flags:
        rows = _cells(sheet, ref, heading, None)
        said = ColumnExpression("cell")
        true = said.isin(*(ConstantExpression(value) for value in codings.true))
        false = said.isin(*(ConstantExpression(value) for value in codings.false))
        cells = common | {
            "factor": ConstantExpression(heading),
            "column_name": ConstantExpression(heading),
        }
        insert(connection, source, sheet, rows.filter(true), "staged_finding_factor", cells)
        problems += [
            _unclear(source, sheet, codings, heading, record, cell)
            for record, _, cell in rows.filter(~true & ~false).fetchall()
        ]
        used.append(rows)
    cells = {
        "review_ref": ColumnExpression("review_ref"),
        "framework": ConstantExpression(codings.framework),
        "column_name": ConstantExpression((*codings.columns, *codings.flags)[0]),
    }
    if codings.blank == "uncoded":
        reviews = sheet.relation.select(ColumnExpression("record"), ref.alias("review_ref"))
    else:
        reviews = used[0].select("record", "review_ref")
        for rows in used[1:]:
            reviews = reviews.union(rows.select("record", "review_ref"))
        reviews = reviews.distinct()
    insert(connection, source, sheet, reviews, "staged_review_framework", cells)
    return problems


def _finding_ref(ref: Expression, appraisal: str, several: bool) -> Expression:
    """Name the one finding of a review, or its one finding of this appraisal."""
    if not several:
        return ref
    return FunctionExpression("concat", ref, ConstantExpression(f" {appraisal}"))


def _stage_findings(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    sheet: Sheet,
    ref: Expression,
    appraisal: str,
    several: bool,
) -> None:
    """Stage the finding that each review's codings of one appraisal are of."""
    rows = sheet.relation.select(ColumnExpression("record"), ref.alias("review_ref"))
    cells = {
        "finding_ref": _finding_ref(ColumnExpression("review_ref"), appraisal, several),
        "review_ref": ColumnExpression("review_ref"),
        "appraisal": ConstantExpression(appraisal),
    }
    insert(connection, source, sheet, rows, "staged_finding", cells)


def _unclear(
    source: Source, sheet: Sheet, codings: Codings, heading: str, record: int, cell: str
) -> Problem:
    """Say that a flag says neither yes nor no."""
    message = (
        f'says neither yes nor no. Write "{codings.true[0]}" or "{codings.false[0]}", '
        f"or name the value under true or false in {source.source_id}/source.toml."
    )
    return Problem(
        "error", source.source_id, sheet.file, sheet.place(record), record, heading, cell,
        "flag_says_yes_or_no", message,
    )  # fmt: skip
