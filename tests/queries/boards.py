"""Load whole sources from their folders, in memory."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from pipeline.codebooks import Codebooks
from pipeline.examine import examine
from pipeline.load import build, find_all_sources
from queries.store import SOUND

ANYTOWN = Path(__file__).resolve().parents[2] / "data" / "sources" / "anytown"
"""The made-up board, whose reviews have something in every table."""


def loaded(paths: Sequence[Path], codebooks: Codebooks) -> duckdb.DuckDBPyConnection:
    """Load sources by the real pipeline."""
    connection = duckdb.connect(config=SOUND)
    examination = examine(connection, codebooks, find_all_sources(paths))
    assert examination.may_load, "\n".join(map(str, examination.problems))
    connection.execute("insert into load values (timestamp '2026-01-01', '', '')")
    build(connection, examination)
    return connection
