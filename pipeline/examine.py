"""Read sources and check them: what was understood, and every problem, as values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline.check import Breach, breaches
from pipeline.codebooks import Codebooks
from pipeline.meanings import find_meanings
from pipeline.problems import Problem
from pipeline.source import Source
from pipeline.stage import Staging, copy_all, stage, stage_flat_again
from pipeline.tables import insert_rows, insert_values

_FOLDER = Path(__file__).parent
IDENTIFYING = "text_holds_no_identifier"
WITHHELD = "[c]"  # in place of a row by which a person could be found
Progress = Callable[[str], None]


@dataclass(frozen=True)
class RejectedRow:
    """A row that is not counted: where it stands, what it says, and why it is kept out."""

    source_id: str
    file: str
    place: str
    cells: str
    reason: str


@dataclass(frozen=True)
class Examination:
    """What came of reading and checking.

    Attributes:
        problems: every problem, in the order in which the author will meet them.
        rejected: the rows taken out: totals and notes, and under quarantine what may not load.
        may_load: true where nothing that is left keeps the sources from being counted rightly.
    """

    problems: tuple[Problem, ...]
    rejected: tuple[RejectedRow, ...]
    may_load: bool


def examine(
    connection: duckdb.DuckDBPyConnection,
    codebooks: Codebooks,
    sources: Sequence[Source],
    quarantine: bool = False,
    on_progress: Progress = lambda said: None,
) -> Examination:
    """Fill the codebook, source and staged tables of a new database, and run every rule.

    Args:
        connection: an empty database.
        codebooks: the codebooks.
        sources: the sources to read, in the order in which they are shown.
        quarantine: take rows with errors out instead of letting them stop the load.
        on_progress: told in a few words what is going on.
    """
    connection.execute((_FOLDER / "schema.sql").read_text(encoding="utf-8"))
    _insert_codebooks(connection, codebooks)
    _insert_sources(connection, sources)
    on_progress("Reading " + ", ".join(source.source_id for source in sources))
    staging = stage(connection, sources)
    insert_values(connection, "agency", find_meanings(connection, codebooks, sources))
    on_progress("Checking")
    found = _Found(connection, sources, staging)
    found.take_out(breaches(connection, "left out"))
    errors = breaches(connection, "error")
    rejectable = all(problem.record for problem in staging.problems if problem.severity == "error")
    if quarantine and rejectable:
        found.reject_unformed()
        while errors:
            found.take_out(errors)
            errors = breaches(connection, "error")
    found.add(errors)
    found.add(breaches(connection, "warning"))
    may_load = not errors and (rejectable if quarantine else not found.has_errors())
    return Examination(found.sorted(), tuple(found.rejected), may_load)


class _Found:
    """The problems found so far, each put into its place in its file."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        sources: Sequence[Source],
        staging: Staging,
    ) -> None:
        self._connection = connection
        self._sources = sources
        self._staging = staging
        self._order = {source.source_id: number for number, source in enumerate(sources)}
        self._problems = dict.fromkeys(staging.problems)
        self.rejected: list[RejectedRow] = []

    def add(self, found: Iterable[Breach]) -> list[Problem]:
        """Put breaches into their places; the same thing said of one cell is said once."""
        placed = [self._placed(breach) for breach in found]
        self._problems |= dict.fromkeys(placed)
        return placed

    def take_out(self, found: Sequence[Breach]) -> None:
        """Take the rows of breaches out of the staged tables, and keep them as rejected."""
        reasons: dict[tuple[str, str, int], str] = {}
        for breach, problem in zip(found, self.add(found), strict=True):
            reasons.setdefault((breach.source_id, breach.file, breach.record), str(problem))
        hidden = {
            (one.source_id, one.file, one.record) for one in found if one.rule.name == IDENTIFYING
        }
        records: dict[tuple[str, str], list[int]] = {}
        for source_id, file, record in sorted(reasons):
            records.setdefault((source_id, file), []).append(record)
        for (source_id, file), of_sheet in records.items():
            sheet = self._staging.sheets[source_id, file]
            cells = sheet.cells_of(of_sheet)
            self.rejected += [
                RejectedRow(
                    source_id,
                    file,
                    sheet.place(record),
                    WITHHELD if (source_id, file, record) in hidden else cells.get(record, ""),
                    reasons[source_id, file, record],
                )
                for record in of_sheet
            ]
        if reasons:
            copy_all(self._connection, self._staging)
            self._connection.execute("delete from removed_row")
            insert_rows(self._connection, "removed_row", list(reasons))
            self._connection.execute((_FOLDER / "remove_rows.sql").read_text(encoding="utf-8"))
            touched = {source_id for source_id, _, _ in reasons}
            for source in self._sources:
                if source.source_id in touched:
                    stage_flat_again(self._connection, source, self._staging)

    def reject_unformed(self) -> None:
        """Keep as rejected the rows that a reader could not make out."""
        for problem in self._staging.problems:
            if problem.severity == "error" and problem.record:
                sheet = self._staging.sheets[problem.source_id, problem.file]
                self.rejected.append(
                    RejectedRow(
                        problem.source_id,
                        problem.file,
                        problem.place,
                        sheet.cells(problem.record),
                        str(problem),
                    )
                )

    def has_errors(self) -> bool:
        """Say whether any problem so far keeps the sources from loading."""
        return any(problem.severity == "error" for problem in self._problems)

    def sorted(self) -> tuple[Problem, ...]:
        """List the problems as the author will meet them."""
        return tuple(
            sorted(
                self._problems,
                key=lambda one: (
                    self._order[one.source_id], one.file, one.record, one.column_name, one.rule,
                    one.message,
                ),
            )
        )  # fmt: skip

    def _placed(self, breach: Breach) -> Problem:
        """Say where a breach stands, in the file's own lines and headings."""
        sheet = self._staging.sheets[breach.source_id, breach.file]
        heading = self._staging.headings.get(
            (breach.source_id, breach.file, breach.staged_table, breach.column_name),
            breach.column_name,
        )
        return Problem(
            severity=breach.rule.severity,
            source_id=breach.source_id,
            file=breach.file,
            place=sheet.place(breach.record),
            record=breach.record,
            column_name=heading,
            value=breach.value,
            rule=breach.rule.name,
            message=breach.message,
        )


def _insert_codebooks(connection: duckdb.DuckDBPyConnection, codebooks: Codebooks) -> None:
    insert_values(connection, "framework", codebooks.frameworks)
    insert_values(connection, "layer", codebooks.layers)
    insert_values(connection, "factor", codebooks.factors)
    insert_values(connection, "crosswalk", codebooks.crosswalk)
    insert_values(connection, "term", codebooks.terms)
    insert_values(connection, "action_hierarchy", codebooks.action_types)
    insert_values(connection, "agency", codebooks.agencies)
    insert_values(connection, "agency_alias", codebooks.aliases)


def _insert_sources(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    insert_rows(
        connection,
        "source",
        (
            [
                source.source_id, position, source.title, source.licence, source.citation,
                source.about.strip(), list(source.cautions), source.is_made_up,
                source.attribution, source.board_label, source.covers_from, source.covers_to,
            ]
            for position, source in enumerate(sources, start=1)
        ),
    )  # fmt: skip
    known = {row[0] for row in connection.execute("select framework_id from framework").fetchall()}
    insert_rows(
        connection,
        "source_framework",
        (
            [source.source_id, framework, position]
            for source in sources
            for position, framework in enumerate(source.frameworks, start=1)
            if framework in known
        ),
    )
