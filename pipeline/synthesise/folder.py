"""Write a folder whole or not at all, and never over somebody's work."""

import secrets
import shutil
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = "source.toml"
# A hidden folder that nothing has been written to for so long belongs to a run that was killed.
GIVEN_UP_AFTER_SECONDS = 3600


class SynthesiseError(Exception):
    """Made-up reviews cannot be written as asked; the message says why, and what to do."""


@contextmanager
def whole_folder(out: Path, files: frozenset[str]) -> Iterator[Path]:
    """Give a folder to write into, which takes the place of `out` once all is written.

    Args:
        out: the folder to be made. An empty folder or an earlier made-up source is replaced.
        files: names of the files that are going to be written.

    Yields:
        A hidden folder beside `out`; it is removed if anything goes wrong.

    Raises:
        SynthesiseError: something else stands at `out`, or the folder cannot be written.
    """
    out = out.absolute()
    # Each run has names of its own, so that two at once never write into one folder.
    run = secrets.token_hex(4)
    unfinished = out.with_name(f".{out.name}.unfinished-{run}")
    former = out.with_name(f".{out.name}.former-{run}")
    try:
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        _bring_back(out)
        _refuse_to_lose(out, files)
        unfinished.mkdir()
        try:
            yield unfinished
            if out.exists():
                out.rename(former)
            unfinished.rename(out)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
            _bring_back(out)
    except OSError as error:
        raise SynthesiseError(f'"{out}" cannot be written: {error.strerror or error}.') from error


def _bring_back(out: Path) -> None:
    """Put back what a run had moved aside and did not replace; clear what killed runs left."""
    for former in _hidden(out, "former"):
        if out.exists():
            shutil.rmtree(former, ignore_errors=True)
        else:
            former.rename(out)
    for unfinished in _hidden(out, "unfinished"):
        newest = max(path.stat().st_mtime for path in (unfinished, *unfinished.iterdir()))
        if time.time() - newest > GIVEN_UP_AFTER_SECONDS:
            shutil.rmtree(unfinished, ignore_errors=True)


def _hidden(out: Path, kind: str) -> list[Path]:
    beginning = f".{out.name}.{kind}-"
    return sorted(path for path in out.parent.iterdir() if path.name.startswith(beginning))


def _refuse_to_lose(out: Path, files: frozenset[str]) -> None:
    if not out.exists() and not out.is_symlink():
        return
    if not out.is_dir() or out.is_symlink():
        raise SynthesiseError(
            f'"{out}" is not a folder. Name a new folder for the made-up reviews.'
        )
    found = {path.name for path in out.iterdir()}
    if found and not _is_made_up(out):
        raise SynthesiseError(
            f'"{out}" is not empty, and its {SETTINGS} does not say that it is made up. '
            "Nothing was written. Name a new folder for the made-up reviews."
        )
    others = sorted(found - files)
    if others:
        raise SynthesiseError(
            f'"{out}" also holds "{others[0]}", which would be lost. Nothing was written. '
            "Move it away, or name a new folder for the made-up reviews."
        )


def _is_made_up(folder: Path) -> bool:
    try:
        said = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return False
    return said.get("is_made_up") is True
