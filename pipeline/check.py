"""Run the rules over what was read: each an SQL file whose header is its description."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import duckdb

from pipeline.problems import Severity

FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True)
class Rule:
    """A rule: its name, how much it matters, what it asks for, and the SQL that finds breaches.

    The statement returns source_id, staged_table, file, record, column_name, value, message.
    """

    name: str
    severity: Severity
    says: str
    sql: str


@dataclass(frozen=True)
class Breach:
    """A row that does not meet a rule, before its place in the file is worked out."""

    rule: Rule
    source_id: str
    staged_table: str
    file: str
    record: int
    column_name: str
    value: str | None
    message: str


@cache
def rules() -> tuple[Rule, ...]:
    """Read every rule, in alphabetical order.

    Raises:
        ValueError: a rule's header does not begin with its severity.
    """
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.sql")))


def _read(path: Path) -> Rule:
    text = path.read_text(encoding="utf-8")
    header = re.match(r"-- (error|warning|left out): (.+)", text)
    if header is None:
        raise ValueError(f"{path.name} must begin with its severity and what it asks for")
    return Rule(path.stem, cast(Severity, header[1]), header[2].strip(), text)


def breaches(connection: duckdb.DuckDBPyConnection, *severities: Severity) -> list[Breach]:
    """Find every row that does not meet a rule of the severities given, over the staged tables."""
    return [
        Breach(rule, *row)
        for rule in rules()
        if rule.severity in severities
        for row in connection.execute(rule.sql).fetchall()
    ]
