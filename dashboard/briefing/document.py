"""A briefing as plain values: headings, sentences, tables, and figures as rows and kind.

It is built once; each writer only sets it down. What one format cannot hold is left out by its
writer, never changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from dashboard.briefing.figures import Figure
from dashboard.briefing.text import Text

Kind = Literal["plain", "lead", "note", "notice"]
"""How a paragraph speaks: plainly, as the answer that comes first, in small print beneath what it
is about, or as what must be known before reading on."""


@dataclass(frozen=True)
class Paragraph:
    """Sentences."""

    text: Text
    kind: Kind = "plain"


@dataclass(frozen=True)
class Bullets:
    """A list of at least one point."""

    items: tuple[Text, ...]
    is_numbered: bool = False


@dataclass(frozen=True)
class Subheading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True)
class Quotation:
    """What a finding says, or quotes, and where it stands.

    Attributes:
        text: the words.
        source: the review and the page.
    """

    text: str
    source: str


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        name: its heading.
        is_number: whether it is set to the right.
        weight: how much of the width it wants, beside the others.
    """

    name: str
    is_number: bool = False
    weight: float = 1.0


@dataclass(frozen=True)
class Cell:
    """A cell that is shaded: the deeper, the more; the number stands in it all the same.

    Attributes:
        text: what stands in it.
        step: 1 to 5, a step of `theme.steps`; 0 for no shade.
    """

    text: str
    step: int = 0


def in_cell(cell: str | Cell) -> str:
    """Return what stands in a cell, shaded or not."""
    return cell.text if isinstance(cell, Cell) else cell


@dataclass(frozen=True)
class Table:
    """A table with a heading row that is said again on each page; its first column names the row.

    Attributes:
        title: what it holds, in a few words.
        columns: at least one.
        rows: as many cells as columns each.
        notes: what must be known to read it.
        hue: the meaning whose hue its shaded cells have, such as "problem".
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    notes: tuple[Text, ...] = ()
    hue: str = "neutral"


Block = Paragraph | Bullets | Subheading | Quotation | Table | Figure


@dataclass(frozen=True)
class Question:
    """A question for the board, and the rule by which the numbers raise it.

    Attributes:
        text: what the numbers say, and what is asked of it.
        rule: the rule that raises it.
        about: the factor, and as what it is found: what is asked about the same is asked once.
            None: it is about something else, and is always asked.
        also: what is said of the factor where an earlier rule asks about it; may be empty.
        also_by: the other rules that raise it too.
    """

    text: Text
    rule: str
    about: tuple[str, str] | None = None
    also: Text = ()
    also_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slide:
    """One message, and what shows it.

    Attributes:
        message: a sentence, without bold: the title of the slide.
        shown: what stands beneath it.
        note: what is not drawn or shown in a table, in words; may be empty.
    """

    message: str
    shown: Figure | Table | Bullets
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the briefing.

    Attributes:
        key: its name in the template, which is its anchor too.
        heading: its heading.
        blocks: what stands in it.
        message: what it comes to, in a sentence: a line of the summary. Empty: it has none there.
        slides: what is shown of it.
        questions: what it gives the board to ask.
        is_appendix: whether it is for those who look things up.
        is_kept_whole: whether it stands on one page, if a page can hold it: a sheet to be copied,
            or the last page.
        untold: where its message is that chance may explain all of it: of what, as a part of a
            sentence: "since the last briefing (17 changes tested)".
    """

    key: str
    heading: str
    blocks: tuple[Block, ...]
    message: Text = ()
    slides: tuple[Slide, ...] = ()
    questions: tuple[Question, ...] = ()
    is_appendix: bool = False
    is_kept_whole: bool = False
    untold: str = ""


@dataclass(frozen=True)
class Document:
    """A briefing.

    Attributes:
        title: "Quarterly briefing".
        subtitle: "Q1 2025/26 (Apr-Jun)", or what a 7-minute briefing is about.
        board: whose it is.
        marking: protective marking, such as OFFICIAL-SENSITIVE; empty for none.
        data_date: the day up to which the data go: the only date that a file bears.
        running: what stands at the head of each page: filters and the date of the data.
        facts: what the cover says: a name and its value each.
        notices: what must be known before reading: made-up data.
        sections: its parts.
        is_short: whether it is read at a sitting, on two pages: its parts follow beneath its title,
            with no cover and no list of contents.
        manifest: what it was made from, and how it is made again; plain values.
    """

    title: str
    subtitle: str
    board: str
    marking: str
    data_date: date
    running: str
    facts: tuple[tuple[str, str], ...]
    notices: tuple[Text, ...]
    sections: tuple[Section, ...]
    is_short: bool = False
    manifest: Mapping[str, Any] = field(default_factory=dict, compare=False)
