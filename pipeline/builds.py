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

from queries.store import CURRENT, NoBuild, connect, current_build

KEPT = 10  # builds kept to go back to; older ones are removed after a load
_PARTIAL = ".partial"


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
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear_partials(path.parent)
    partial = path.with_name(f"{path.name}.{os.getpid()}{_PARTIAL}")
    connection = duckdb.connect(str(partial))
    try:
        yield connection, partial
    finally:
        connection.close()
        _remove(partial)


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


def _remove(partial: Path) -> None:
    for path in (partial, partial.with_name(f"{partial.name}.wal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def publish(partial: Path, path: Path) -> Build:
    """Give a finished database its name, and serve it."""
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.replace(path)
    serve(path)
    build = describe(path)
    for old in history(path.parent)[KEPT:]:
        if not old.is_served:
            with suppress(OSError):  # somebody still reads it where open files cannot be removed
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
    """Find a build that was made from the very same files, and serve it."""
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
    builds = history(folder)
    if name is not None:
        chosen = next((build for build in builds if build.path.name == name), None)
        if chosen is None:
            there = ", ".join(build.path.name for build in builds) or "none"
            raise NoBuild(f'"{name}" is not a build in "{folder}". There are: {there}.')
    else:
        served = next((n for n, build in enumerate(builds) if build.is_served), -1)
        if served + 1 >= len(builds):
            raise NoBuild(f'There is no earlier build in "{folder}" to go back to.')
        chosen = builds[served + 1]
    serve(chosen.path)
    return describe(chosen.path)
