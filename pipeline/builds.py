"""Keep builds: write one aside, publish it whole, list them, go back to an earlier one.

A build is a file that never changes once it bears its name. The file `current` names the one that
is served, and is replaced in one step; readers of an earlier build go on undisturbed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from queries.alone import alone
from queries.store import CURRENT, SOUND, NoBuild, connect, current_build

KEPT = 10  # builds kept to go back to; older ones are removed after a load
_PARTIAL = ".partial"


class BuildFault(Exception):
    """A build cannot be written; the message says why, and what to do."""


@dataclass(frozen=True)
class Build:
    """A published build.

    Attributes:
        path: its file.
        loaded_at: when it was loaded, in universal time.
        inputs: sum of everything that it was made from.
        sources: code of each source -> how many reviews it holds.
        is_served: true for the one that `current` names.
    """

    path: Path
    loaded_at: datetime
    inputs: str
    sources: dict[str, int]
    is_served: bool


def new_path(folder: Path, loaded_at: datetime, inputs: str) -> Path:
    """Name a new build by when it was loaded and from what."""
    return folder / f"reviews-{loaded_at:%Y%m%dT%H%M%SZ}-{inputs[:8]}.duckdb"


@contextmanager
def open_partial(path: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, Path]]:
    """Open a new database aside, under a name that nobody reads; nothing of it is left behind.

    What a killed load left is cleared away first.

    Raises:
        BuildFault: it cannot be written, for want of room or of a right.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}{_PARTIAL}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone(path.parent):
            _clear_partials(path.parent)
            connection = duckdb.connect(str(partial), config=SOUND)
    except (OSError, duckdb.IOException) as error:
        _remove(partial)
        raise _not_written(path.parent, error) from error
    try:
        yield connection, partial
    except duckdb.Error as error:
        if "could not write" not in str(error).lower() and not _is_full(error):
            raise
        raise _not_written(path.parent, error) from error
    finally:
        connection.close()
        _remove(partial)


def _is_full(error: duckdb.Error) -> bool:
    """Tell an error of the disk from one of a statement."""
    return isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException)


def _not_written(folder: Path, error: Exception) -> BuildFault:
    """Say that a build cannot be written to a folder."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    reason = said.splitlines()[0].rpartition(": ")[2]
    return BuildFault(
        f'"{folder}" cannot be written to ({reason}). Make room there, see that you '
        "may write to it, or choose another folder with --build. What was loaded before is still "
        "served."
    )


def _clear_partials(folder: Path) -> None:
    """Remove what killed loads left; one that is still being written is locked, and stays."""
    for partial in folder.glob(f"*{_PARTIAL}"):
        try:
            duckdb.connect(str(partial)).close()
        except duckdb.IOException as error:
            if "lock" in str(error).lower():
                continue
        except duckdb.Error:
            pass  # it broke off too early to be a database at all
        _remove(partial)
    for log in folder.glob(f"*{_PARTIAL}.wal"):
        if not log.with_suffix("").exists():
            _remove(log)


def _remove(partial: Path) -> None:
    for path in (partial, partial.with_name(f"{partial.name}.wal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def publish(connection: duckdb.DuckDBPyConnection, partial: Path, path: Path) -> Build:
    """Give a finished database its name, and serve it.

    Args:
        connection: the one that wrote it; it is closed.
        partial: where it was written.
        path: the name that it is to bear.
    """
    connection.execute("checkpoint")  # where there is no room left, closing alone would not say so
    with alone(path.parent):
        connection.close()
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        if not path.exists():  # two loads of the same files may end in the same second
            partial.replace(path)
        serve(path)
        build = describe(path)
        for old in history(path.parent)[KEPT:]:
            if not old.is_served:
                with suppress(OSError):  # still read, where files that are open cannot be removed
                    old.path.unlink()
    return build


def serve(path: Path) -> None:
    """Name a build as the one that is served, in one step."""
    pointer = path.parent / CURRENT
    aside = pointer.with_name(f"{CURRENT}.{os.getpid()}{_PARTIAL}")
    with aside.open("w", encoding="utf-8") as file:
        file.write(f"{path.name}\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(pointer)


def describe(path: Path) -> Build:
    """Read what a build says of itself.

    Raises:
        NoBuild: the file cannot be read as a build.
    """
    with connect(path) as connection:
        row = connection.execute("select loaded_at, inputs_sha256 from load").fetchone()
        sources = connection.execute(
            "select source_id, count(review_id) from source left join review using (source_id) "
            "group by source_id, position order by position"
        ).fetchall()
    if row is None:
        raise NoBuild(f'"{path}" was never finished.')
    try:
        is_served = current_build(path.parent) == path
    except NoBuild:
        is_served = False
    return Build(path, row[0], row[1], dict(sources), is_served)


def history(folder: Path) -> tuple[Build, ...]:
    """List the builds of a folder, latest first; a file that is none is passed over."""
    found = []
    for path in folder.glob("reviews-*.duckdb"):
        with suppress(NoBuild, duckdb.Error):
            found.append(describe(path))
    return tuple(sorted(found, key=lambda build: (build.loaded_at, build.path.name), reverse=True))


def find_same(folder: Path, inputs: str) -> Build | None:
    """Find a build that was made from the very same files, and serve it.

    What a killed load left is cleared away.
    """
    if not folder.is_dir():
        return None
    with alone(folder):
        _clear_partials(folder)
        for build in history(folder):
            if build.inputs == inputs:
                serve(build.path)
                return describe(build.path)
    return None


def rollback(folder: Path, name: str | None = None) -> Build:
    """Serve an earlier build.

    Args:
        folder: where the builds are kept.
        name: file name of the build, or None for the one loaded before the one that is served.

    Raises:
        NoBuild: there is no such build.
    """
    if not folder.is_dir():
        raise NoBuild(f'Nothing is loaded in "{folder}". Load reviews first: crossreview load PATH')
    with alone(folder):
        chosen = _chosen(folder, name)
        serve(chosen.path)
        return describe(chosen.path)


def _chosen(folder: Path, name: str | None) -> Build:
    """Find the build of that name, or the one loaded before the one that is served."""
    builds = history(folder)
    there = ", ".join(build.path.name for build in builds) or "none"
    if name is not None:
        chosen = next((build for build in builds if build.path.name == name), None)
        if chosen is None:
            raise NoBuild(f'"{name}" is not a build in "{folder}". There are: {there}.')
        return chosen
    served = next((n for n, build in enumerate(builds) if build.is_served), -1)
    if served + 1 >= len(builds):
        raise NoBuild(f'There is no earlier build in "{folder}" to go back to. There are: {there}.')
    return builds[served + 1]
