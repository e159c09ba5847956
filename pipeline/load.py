"""Load sources: read and check everything, and publish a new immutable build, or nothing."""

import difflib
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import duckdb

from pipeline.builds import Build, find_same, new_path, open_partial, publish
from pipeline.codebooks import Codebooks, read_codebooks
from pipeline.examine import Examination, Progress, examine
from pipeline.source import SETTINGS, Source, SourceFault, find_sources
from pipeline.tables import insert_rows
from queries.store import SOUND

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Loaded:
    """What came of a load.

    Attributes:
        examination: the problems and the rejected rows; None where nothing had changed.
        build: the build that is served now; None where nothing was loaded.
        is_new: false where the same files had been loaded before.
    """

    examination: Examination | None
    build: Build | None
    is_new: bool


def _quiet(said: str) -> None:
    """Tell nobody."""


def find_all_sources(paths: Sequence[Path]) -> tuple[Source, ...]:
    """Find the sources at several paths.

    Raises:
        SourceFault: a path holds none, or two of them bear one name.
    """
    sources = [source for path in paths for source in find_sources(path)]
    seen: dict[str, Source] = {}
    for source in sources:
        if source.source_id in seen:
            raise SourceFault(
                f'Two sources are named "{source.source_id}". Rename one of their folders: '
                "a source is known by the name of its folder."
            )
        seen[source.source_id] = source
    # made-up sources come last, so that a real one is what is shown first
    return tuple(sorted(sources, key=lambda source: (source.is_made_up, source.position)))


def check(paths: Sequence[Path], codebooks: Path, on_progress: Progress = _quiet) -> Examination:
    """Read and check sources; load nothing.

    Raises:
        SourceFault: there is nothing to read at a path, or a source.toml cannot be followed.
        CodebookFault: the codebooks cannot be read.
    """
    sources = find_all_sources(paths)
    read = read_codebooks(codebooks)
    _refuse_unknown_frameworks(sources, read)
    with duckdb.connect(config=SOUND) as connection:
        return examine(connection, read, sources, on_progress=on_progress)


def _refuse_unknown_frameworks(sources: Sequence[Source], codebooks: Codebooks) -> None:
    """Refuse a source.toml that names a framework without a codebook: once, not on every row.

    Raises:
        SourceFault: it does.
    """
    known = [framework.framework_id for framework in codebooks.frameworks]
    for source in sources:
        for framework in source.frameworks:
            if framework not in known:
                near = difflib.get_close_matches(framework, known, n=1)
                hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(known)}."
                raise SourceFault(
                    f'{source.source_id}/{SETTINGS}, frameworks: "{framework}" is not a framework '
                    f"with a codebook. {hint}"
                )


def load(
    paths: Sequence[Path],
    codebooks: Path,
    builds: Path,
    quarantine: bool = False,
    on_progress: Progress = _quiet,
) -> Loaded:
    """Read, check and publish sources. The build served before is left until the new one is whole.

    Args:
        paths: files or folders of sources.
        codebooks: the folder of the codebooks.
        builds: the folder in which builds are kept.
        quarantine: load the good rows, and keep the others aside with their reasons.
        on_progress: told in a few words what is going on.

    Raises:
        SourceFault: there is nothing to read at a path, or a source.toml cannot be followed.
        CodebookFault: the codebooks cannot be read.
        BuildFault: the build cannot be written.
    """
    sources = find_all_sources(paths)
    read = read_codebooks(codebooks)
    _refuse_unknown_frameworks(sources, read)
    sums = {path: _sha256(path) for source in sources for path in source.files}
    inputs = _fingerprint(sources, sums, codebooks, quarantine)
    same = find_same(builds, inputs)
    if same is not None:
        return Loaded(None, same, is_new=False)
    loaded_at = datetime.now(UTC).replace(tzinfo=None)
    path = new_path(builds, loaded_at, inputs)
    with open_partial(path) as (connection, partial):
        examination = examine(connection, read, sources, quarantine, on_progress)
        if not examination.may_load:
            return Loaded(examination, None, is_new=False)
        on_progress("Building")
        insert_rows(connection, "load", [[loaded_at, inputs, version("crossreview")]])
        _insert_files(connection, sources, sums)
        build(connection, examination)
        published = publish(connection, partial, path)
    return Loaded(examination, published, is_new=True)


def build(connection: duckdb.DuckDBPyConnection, examination: Examination) -> None:
    """Fill the published tables from what was examined, and make sure that they hold together.

    Raises:
        AssertionError: they do not; which is a fault of the pipeline, never of the sources.
    """
    connection.execute((_FOLDER / "build.sql").read_text(encoding="utf-8"))
    _insert_examination(connection, examination)
    statements = connection.extract_statements((_FOLDER / "guards.sql").read_text(encoding="utf-8"))
    for statement in statements:
        broken = connection.execute(statement).fetchall()[0][0]
        if broken:
            raise AssertionError(f"{broken} rows break a guard: {statement.query.strip()}")


def _fingerprint(
    sources: Sequence[Source], sums: Mapping[Path, str], codebooks: Path, quarantine: bool
) -> str:
    """Sum up everything that a build is made of: the sources, the codebooks, and our own rules."""
    total = hashlib.sha256(f"{version('crossreview')} {quarantine}".encode())
    ours = sorted(_FOLDER.rglob("*.sql")) + sorted(_FOLDER.rglob("*.py"))
    books = sorted(path for path in codebooks.rglob("*") if path.is_file())
    theirs = [
        (source.source_id, path)
        for source in sources
        for path in (*([source.settings] if source.settings else []), *source.files)
    ]
    for name, path in (*((path.parent.name, path) for path in (*ours, *books)), *theirs):
        total.update(f"{name}/{path.name}".encode())
        if path.is_file():
            total.update((sums.get(path) or _sha256(path)).encode())
    return total.hexdigest()


def _sha256(path: Path) -> str:
    """Sum up one file; one that cannot be opened is left for its reader to complain of."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "not readable"


def _insert_files(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], sums: Mapping[Path, str]
) -> None:
    insert_rows(
        connection,
        "source_file",
        (
            [source.source_id, path.name, sums[path], path.stat().st_size]
            for source in sources
            for path in source.files
        ),
    )


def _insert_examination(connection: duckdb.DuckDBPyConnection, examination: Examination) -> None:
    """Keep what was found with the build, for its readers to see."""
    insert_rows(
        connection,
        "problem",
        (
            [
                one.source_id, one.severity, one.file, one.place, one.column_name, one.value,
                one.rule, one.message,
            ]
            for one in examination.problems
        ),
    )  # fmt: skip
    insert_rows(
        connection,
        "rejected_row",
        (
            [one.source_id, one.file, one.place, one.cells, one.reason]
            for one in examination.rejected
        ),
    )
