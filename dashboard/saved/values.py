"""What can be kept: views and notes, and what is said where one cannot."""

from dataclasses import dataclass
from datetime import date

KINDS = ("decision", "change of coding", "new procedure")
LONGEST_NAME = 80
LONGEST_OWNER = 80
LONGEST_TEXT = 500
LONGEST_ADDRESS = 8_000
LARGEST_FILE = 1_000_000
"""Bytes: thousands of views. It is read at every click, and a file given by mistake can be huge."""


@dataclass(frozen=True)
class Fault:
    """Why something of the file is not shown, or was not changed.

    Attributes:
        message: what it is, what it must be, and what to do.
        where: the file, and the entry in it; "" for what was typed into a form.
        field: the part of the entry, such as "address"; "" for all of it.
    """

    message: str
    where: str = ""
    field: str = ""

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.where, self.field) if part)
        return f"{place}: {self.message}" if place else self.message


@dataclass(frozen=True)
class SavedView:
    """A page with its filters, under a name.

    Attributes:
        name: what it is called; no two have the same, whatever the capitals.
        address: path and query within the dashboard, such as "/evidence?source=pfd".
        saved_on: the day; None where somebody wrote it into the file without.
    """

    name: str
    address: str
    saved_on: date | None = None


@dataclass(frozen=True)
class Note:
    """Something that happened on a day, and that explains numbers from then on.

    Attributes:
        on: the day.
        kind: one of `KINDS`.
        owner: who answers for it: a role or a group.
        text: what happened, on one line.
        sources: codes of the sources that it is about; empty for all.
    """

    on: date
    kind: str
    owner: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Saved:
    """What a file holds.

    Attributes:
        views: as they stand in the file.
        notes: by date.
        faults: what of the file could not be read; the rest is there all the same.
    """

    views: tuple[SavedView, ...] = ()
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()
