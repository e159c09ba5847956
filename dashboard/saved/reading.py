"""Read the file of saved views and notes: whatever it holds, what can be read is there."""

import tomllib
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard.saved.entries import note_of, same_name, view_of
from dashboard.saved.values import LARGEST_FILE, Fault, Note, Saved, SavedView

VIEW, NOTE = "view", "note"
"""What a view's and a note's table is called in the file."""


class Unreadable(Exception):
    """The file as a whole cannot be read; its fault is the argument."""

    @property
    def fault(self) -> Fault:
        """What to say of it."""
        return self.args[0]


def read_saved(path: Path, pages: Collection[str]) -> Saved:
    """Read the file.

    Args:
        path: the file; where there is none, nothing is saved.
        pages: paths of the dashboard's pages, such as "/evidence".

    Returns:
        The views and notes that can be read, and a fault for each that cannot.
    """
    try:
        content = parsed(read_text(path), path)
    except Unreadable as unreadable:
        return Saved(faults=(unreadable.fault,))
    faults: list[Fault] = []
    views: list[SavedView] = []
    for where, table in _tables(content, VIEW, path, faults):
        view = view_of(table, pages)
        if isinstance(view, Fault):
            faults.append(replace(view, where=where))
        elif any(same_name(view.name, other.name) for other in views):
            faults.append(
                Fault(f'"{view.name}" is the name of an earlier view. Change one.', where, "name")
            )
        else:
            views.append(view)
    notes: list[Note] = []
    for where, table in _tables(content, NOTE, path, faults):
        note = note_of(table)
        if isinstance(note, Fault):
            faults.append(replace(note, where=where))
        else:
            notes.append(note)
    return Saved(tuple(views), tuple(sorted(notes, key=_in_time)), tuple(faults))


def read_text(path: Path) -> str:
    """Read the file as text, line breaks and byte order mark as they are; "" where there is none.

    Raises:
        Unreadable: it cannot be opened, is too large, or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:  # a null character in the path is a ValueError
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise Unreadable(
            Fault(f"It cannot be read ({reason}). See that you may read it.", str(path))
        ) from None
    if len(content) > LARGEST_FILE:
        raise Unreadable(
            Fault(
                f"It is larger than {LARGEST_FILE:,} bytes. Is it the file that was meant? "
                "Take out what is not needed.",
                str(path),
            )
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            Fault("It is not in UTF-8. Save it as UTF-8.", f"{path} line {line}")
        ) from None


def parsed(text: str, path: Path, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Read the text as TOML.

    Args:
        text: what stands in the file.
        path: the file, to be named where it is not TOML.
        parse_float: turns a number with a point into a value.

    Raises:
        Unreadable: it is not TOML.
    """
    try:
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=parse_float)
    except RecursionError:
        reason = "Lists stand within lists too deeply"
    except ValueError as error:  # a TOML error, or a number of thousands of digits
        reason = str(error)
    raise Unreadable(
        Fault(
            f"It cannot be read as TOML ({reason}). Mend it in an editor; "
            "until then nothing is shown of it, and nothing is saved in it.",
            str(path),
        )
    )


def _tables(
    content: dict[str, Any], name: str, path: Path, faults: list[Fault]
) -> Iterator[tuple[str, Any]]:
    """Yield the entries of one kind, each with where it stands."""
    tables = content.get(name, [])
    if not isinstance(tables, list):
        faults.append(Fault(f'"{name}" is not a list. Write [[{name}]] above it.', str(path)))
        return
    for number, table in enumerate(tables, start=1):
        yield f"{path.name}, {name} {number}", table


def _in_time(note: Note) -> tuple[Any, ...]:
    return note.on, note.kind, note.owner, note.text, note.sources
