"""Change the file of saved views and notes, and nothing in it that somebody else wrote.

Each change reads the file, changes the lines of one entry and writes it again while no other
session or process may, aside first and put in place in one step: whoever reads it, and whenever
the power goes, finds the old file or the new one.
"""

import os
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from dashboard.saved.entries import note_of, same_name, view_of
from dashboard.saved.lines import lines_of, place_of
from dashboard.saved.reading import NOTE, VIEW, Unreadable, parsed, read_text
from dashboard.saved.values import LARGEST_FILE, Fault, Note, SavedView
from queries.alone import alone

NAME_IS_TAKEN = "A view of this name is saved already. Choose another name, or replace it."
MARK = "\ufeff"
"""The byte order mark with which some editors begin a file."""

Entry = dict[str, Any]
Content = dict[str, Any]
Change = Callable[[list[str], Content], None]
"""Changes the lines and, in the same way, the content that they must then have."""


class _Refused(Exception):
    """The file is left as it is; the fault is the argument."""


def keep_view(
    path: Path, view: SavedView, pages: Collection[str], *, replace: bool = False
) -> Fault | None:
    """Save a view.

    Args:
        path: the file; it is made where there is none.
        view: what to save.
        pages: paths of the dashboard's pages.
        replace: whether a view of the same name gives way to it.

    Returns:
        Why it was not saved, or None.
    """
    read = view_of(_table(name=view.name, address=view.address, saved_on=view.saved_on), pages)
    if isinstance(read, Fault):
        return read
    entry = _table(name=read.name, address=read.address, saved_on=read.saved_on)

    def change(lines: list[str], content: Content) -> None:
        number = _find(content, VIEW, _has_name(read.name))
        if number is None:
            _add(lines, content, VIEW, entry)
        elif replace:
            _update(lines, content, VIEW, number, entry)
        else:
            raise _Refused(Fault(NAME_IS_TAKEN))

    return _change(path, change)


def is_taken(fault: Fault) -> bool:
    """Say whether a view was not saved because another has its name."""
    return fault.message == NAME_IS_TAKEN


def forget_view(path: Path, name: str) -> Fault | None:
    """Take a view out of the file; return why it was not, or None."""
    return _take_out(path, VIEW, _has_name(name), f'No view "{name}" is saved any more.')


def keep_note(path: Path, note: Note) -> Fault | None:
    """Save a note; return why it was not saved, or None."""
    read = note_of(_note(note))
    if isinstance(read, Fault):
        return read

    def change(lines: list[str], content: Content) -> None:
        if _find(content, NOTE, lambda table: note_of(table) == read) is not None:
            raise _Refused(Fault("The very same note is there already."))
        _add(lines, content, NOTE, _note(read))

    return _change(path, change)


def forget_note(path: Path, note: Note) -> Fault | None:
    """Take a note out of the file; return why it was not, or None."""
    gone = "This note is not there any more."
    return _take_out(path, NOTE, lambda table: note_of(table) == note, gone)


def _table(**fields: Any) -> Entry:
    """Return an entry with the fields that hold anything."""
    return {name: value for name, value in fields.items() if value is not None}


def _note(note: Note) -> Entry:
    return _table(
        on=note.on,
        kind=note.kind,
        owner=note.owner,
        text=note.text,
        sources=list(note.sources) or None,
    )


def _change(path: Path, change: Change) -> Fault | None:
    """Read, change and write the file while nobody else does; return why not, or None."""
    path = Path(os.path.realpath(path))  # a link stays a link
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with alone(path.parent, f".{path.name}.lock"):
            text = read_text(path)
            content = parsed(text, path, str)
            lines = lines_of(text.removeprefix(MARK))
            change(lines, content)
            changed = "".join(lines)
            _must_hold(changed, content, path)
            _write(path, (MARK if text.startswith(MARK) else "") + changed)
    except (_Refused, Unreadable) as refusal:
        return refusal.args[0]
    except OSError as error:
        return Fault(
            f"It cannot be written ({error.strerror or error}). See that you may write to the "
            "folder and that there is room, or name another file: crossreview open --views FILE",
            str(path),
        )
    return None


def _must_hold(text: str, content: Content, path: Path) -> None:
    """Make sure that what stood in the file and was not meant stands there after.

    Raises:
        _Refused: it would not.
    """
    try:
        # numbers as they are written: nan is not equal to itself
        is_so = parsed(text, path, str) == content
    except (Unreadable, RecursionError):
        is_so = False
    if not is_so:
        raise _Refused(
            Fault(
                "It is written in a way that only a person can change, such as a list on one line. "
                "Write each entry under a heading of its own, [[view]] or [[note]].",
                str(path),
            )
        )


def _write(path: Path, text: str) -> None:
    """Put a text in the place of the file in one step."""
    written = text.encode("utf-8")
    if len(written) > LARGEST_FILE:
        raise _Refused(
            Fault(f"It would grow beyond {LARGEST_FILE:,} bytes. Remove something.", str(path))
        )
    # One name for all: whoever holds the lock writes over what a killed process left.
    aside = path.with_name(f".{path.name}.partial")
    with aside.open("wb") as file:
        file.write(written)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, aside)
    aside.replace(path)


def _has_name(name: str) -> Callable[[Any], bool]:
    """Return what tells the view of a name; one whose address is stale can be removed too."""

    def has_it(table: Any) -> bool:
        held = table.get("name") if isinstance(table, dict) else None
        return isinstance(held, str) and same_name(held, name)

    return has_it


def _find(content: Content, kind: str, is_it: Callable[[Any], bool]) -> int | None:
    """Return the number of the first entry that is meant, or None."""
    tables = content.get(kind, [])
    if not isinstance(tables, list):
        raise _Refused(Fault(f'"{kind}" is not a list in the file. Write [[{kind}]] above it.'))
    return next((number for number, table in enumerate(tables) if is_it(table)), None)


def _add(lines: list[str], content: Content, kind: str, entry: Entry) -> None:
    """Put an entry at the end of the file."""
    if lines:
        lines.append("\n" if lines[-1].endswith(("\n", "\r")) else "\n\n")
    lines.append(_written(kind, entry))
    content.setdefault(kind, []).append(entry)


def _update(lines: list[str], content: Content, kind: str, number: int, entry: Entry) -> None:
    """Change an entry where it stands; what else a person wrote into it stays."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    place = place_of(lines, kind, number)
    if place is not None:
        # What it cannot read stays as it is, and so is refused.
        with suppress(TOMLKitError, ValueError, RecursionError):
            document: Any = tomlkit.parse("".join(lines[place.first : place.after_last]))
            document[kind][0].update(entry)
            lines[place.first : place.after_last] = [document.as_string()]
    content[kind][number].update(entry)


def _take_out(path: Path, kind: str, is_it: Callable[[Any], bool], gone: str) -> Fault | None:
    """Take an entry out; what is remarked after it may be about the next one, and stays."""

    def change(lines: list[str], content: Content) -> None:
        number = _find(content, kind, is_it)
        if number is None:
            raise _Refused(Fault(gone))
        place = place_of(lines, kind, number)
        if place is not None:
            after = place.after_last
            if after < len(lines) and not lines[after].strip():
                after += 1
            del lines[place.first : after]
        del content[kind][number]
        if not content[kind]:
            del content[kind]

    return _change(path, change)


def _written(kind: str, entry: Entry) -> str:
    """Write an entry as TOML."""
    import tomlkit

    return tomlkit.dumps({kind: [entry]})
