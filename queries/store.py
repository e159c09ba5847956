"""Where builds are kept, which one is served, and how it is opened: read-only, with no way out."""

from pathlib import Path

import duckdb

CURRENT = "current"
MEMORY_LIMIT = "2GB"
SOUND: dict[str, str | bool | int | float | list[str]] = {
    "disabled_optimizers": "join_filter_pushdown"
}
"""With this optimiser on, DuckDB 2.0.0 stops at an assertion of its own on some selections ("global
dictionary column changed identity"), and the database is shut to everybody until it is reopened."""


class NoBuild(Exception):
    """There is no build to open; the message says what to do."""


def current_build(folder: Path) -> Path:
    """Find the build that is served from a folder.

    Raises:
        NoBuild: nothing has been loaded there, or the build named is not there.
    """
    pointer = folder / CURRENT
    if not pointer.is_file():
        raise NoBuild(f'Nothing is loaded in "{folder}". Load reviews first: crossreview load PATH')
    build = folder / pointer.read_text(encoding="utf-8", errors="replace").strip()
    if not build.is_file():
        raise NoBuild(
            f'"{pointer}" names the build "{build.name}", which is not there. '
            "Load the reviews again, or name an earlier build: crossreview rollback"
        )
    return build


def connect(build: Path) -> duckdb.DuckDBPyConnection:
    """Open a build read-only, with every access to files, networks and settings shut off.

    Raises:
        NoBuild: the file cannot be read as a build.
    """
    try:
        return duckdb.connect(
            str(build),
            read_only=True,
            config=SOUND
            | {
                "enable_external_access": "false",
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "memory_limit": MEMORY_LIMIT,
                "lock_configuration": "true",
            },
        )
    except duckdb.Error as error:
        raise NoBuild(
            f'"{build}" cannot be read as a build of reviews. '
            "Load the reviews again, or name an earlier build: crossreview rollback"
        ) from error


def made_by(build: Path) -> str | None:
    """Return the version of Crossreview that made a build; None where it does not say."""
    with connect(build) as connection:
        row = connection.execute("select version from load").fetchone()
    return None if row is None else row[0]


def fingerprint(build: Path) -> str:
    """Return the fingerprint in a build's name: the same for the same sources and codebooks."""
    return build.stem.rpartition("-")[2]
