"""Turn a table of the file into a view or a note, or say what stands in the way."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from dashboard.address import FIRST_DAY, LAST_DAY
from dashboard.saved.values import (
    KINDS,
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_OWNER,
    LONGEST_TEXT,
    Fault,
    Note,
    SavedView,
)


class _Unfit(Exception):
    """A part of an entry is not what it must be: the field, and the message."""


def view_of(table: Any, pages: Collection[str]) -> SavedView | Fault:
    """Read a view.

    Args:
        table: what stands in the file, or is about to.
        pages: paths of the dashboard's pages, such as "/evidence".
    """
    try:
        entry = _table(table)
        saved_on = _day(entry, "saved_on") if "saved_on" in entry else None
        return SavedView(
            _line(entry, "name", LONGEST_NAME, "Give the view a name."),
            _address(entry, pages),
            saved_on,
        )
    except _Unfit as unfit:
        return Fault(unfit.args[1], field=unfit.args[0])


def note_of(table: Any) -> Note | Fault:
    """Read a note; see `view_of`."""
    try:
        entry = _table(table)
        return Note(
            _day(entry, "on"),
            _kind(entry),
            _line(entry, "owner", LONGEST_OWNER, "Say which role or group answers for it."),
            _line(entry, "text", LONGEST_TEXT, "Say in a sentence what happened."),
            _sources(entry),
        )
    except _Unfit as unfit:
        return Fault(unfit.args[1], field=unfit.args[0])


def same_name(one: str, other: str) -> bool:
    """Say whether two views have one name, whatever the capitals."""
    return _cleaned(one).casefold() == _cleaned(other).casefold()


def _table(table: Any) -> Mapping[str, Any]:
    if not isinstance(table, Mapping):
        raise _Unfit("", f"{_quoted(table)} is not an entry. Write [[view]] or [[note]] above it.")
    return table


def _line(entry: Mapping[str, Any], field: str, longest: int, what_to_do: str) -> str:
    """Return a text that must be there."""
    value = entry.get(field, "")
    if not isinstance(value, str):
        raise _Unfit(field, f"{_quoted(value)} is not a text. Put it into quotation marks.")
    line = _cleaned(value)
    if not line:
        raise _Unfit(field, f"Nothing stands here. {what_to_do}")
    if len(line) > longest:
        raise _Unfit(field, f"{len(line):,} characters are too many. Use {longest} at most.")
    return line


def _cleaned(text: str) -> str:
    """Return a text on one line, without what no reader types."""
    return " ".join("".join(filter(str.isprintable, " ".join(text.split()))).split())


def _day(entry: Mapping[str, Any], field: str) -> date:
    """Return a day, written as a date of TOML or as text."""
    value = entry.get(field)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, str):
        with suppress(ValueError):
            value = date.fromisoformat(value.strip())
    if not isinstance(value, date) or not FIRST_DAY <= value <= LAST_DAY:
        said = "Nothing stands here" if value is None else f"{_quoted(value)} is not a day"
        raise _Unfit(
            field, f"{said}. Write a day from {FIRST_DAY.year} to {LAST_DAY.year}, as 2026-04-01."
        )
    return value


def _kind(entry: Mapping[str, Any]) -> str:
    value = entry.get("kind")
    if isinstance(value, str) and value.strip().lower() in KINDS:
        return value.strip().lower()
    kinds = ", ".join(f'"{kind}"' for kind in KINDS)
    raise _Unfit("kind", f"{_quoted(value)} is not a kind of note. Write one of {kinds}.")


def _sources(entry: Mapping[str, Any]) -> tuple[str, ...]:
    value = entry.get("sources", [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _Unfit(
            "sources",
            f'{_quoted(value)} is not a list of sources. Write their codes, as ["pfd", "dhrd"], '
            "or leave the line out for all sources.",
        )
    return tuple(dict.fromkeys(value))


def _address(entry: Mapping[str, Any], pages: Collection[str]) -> str:
    """Return an address that leads to one of our pages, and nowhere else."""
    value = entry.get("address")
    what_to_do = (
        'Write a page and its filters without the server, as "/evidence?source=pfd": open the '
        "page, and copy what the browser shows after the server's name."
    )
    if not isinstance(value, str) or not value:
        said = "Nothing stands here" if value in (None, "") else f"{_quoted(value)} is not a text"
        raise _Unfit("address", f"{said}. {what_to_do}")
    if len(value) > LONGEST_ADDRESS:
        raise _Unfit(
            "address",
            f"{len(value):,} characters are too many. Use {LONGEST_ADDRESS:,} at most: "
            "choose fewer values of a filter.",
        )
    # Only a path that is known whole is taken, so that no scheme, host or "//" can stand before it.
    if value.partition("?")[0] not in pages or not value.isprintable():
        raise _Unfit("address", f"{_quoted(value)} is not the address of a page here. {what_to_do}")
    return value


def _quoted(value: Any) -> str:
    """Return what stands in the file as it can be shown: one line, and not all of a long one."""
    if value is None:
        return "Nothing"
    text = "".join(letter for letter in str(value) if letter.isprintable())
    return f'"{text if len(text) <= LONGEST_NAME else text[:LONGEST_NAME] + " …"}"'
