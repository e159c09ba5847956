"""A briefing as Markdown: to be read as it is, pasted, or compared with the last one."""

import re
from collections.abc import Iterator, Sequence

from dashboard.briefing.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Paragraph,
    Quotation,
    Section,
    Subheading,
    Table,
    in_cell,
)
from dashboard.briefing.gathered import NUMBERS, table_of
from dashboard.briefing.text import Text, plain, printable

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#&~$])")
# What begins a list or underlines a heading, if it is the first thing on a line.
_LEADING = re.compile(r"^(?:([-+=])|(\d+)([.)]))")


def to_markdown(document: Document) -> bytes:
    """Return a briefing as Markdown in UTF-8 (CommonMark, with tables as GitHub writes them)."""
    return ("\n\n".join(_document(document)) + "\n").encode("utf-8")


def _document(document: Document) -> Iterator[str]:
    """Yield the cover, and then each section."""
    if document.marking:
        yield f"**{_escaped(document.marking)}**"
    yield f"# {_escaped(document.title)}: {_escaped(document.subtitle)}"
    yield f"**{_escaped(document.board)}**"
    yield "\n".join(f"- {_escaped(name)}: {_escaped(value)}" for name, value in document.facts)
    for notice in document.notices:
        yield f"> {_text(notice)}"
    for section in document.sections:
        if section.key != NUMBERS:  # each figure is set down as the table of its numbers already
            yield from _section(section)
    yield "---"
    marking = f"{document.marking} · " if document.marking else ""
    yield _escaped(f"{marking}{document.running}")


def _section(section: Section) -> Iterator[str]:
    """Yield a heading and its blocks; a figure as the table of its numbers."""
    yield f"## {_escaped(section.heading)}"
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield f"> {_text(block.text)}" if block.kind == "notice" else _text(block.text)
        elif isinstance(block, Bullets):
            yield _bullets(block)
        elif isinstance(block, Subheading):
            yield f"### {_escaped(block.text)}"
        elif isinstance(block, Quotation):
            yield f"> {_text(plain(block.text))}\n>\n> — {_escaped(block.source)}"
        elif isinstance(block, Table):
            yield from _table(block)
        else:
            yield from _table(table_of(block))  # text draws nothing


def _table(table: Table) -> Iterator[str]:
    """Yield a table under its title, and its notes."""
    yield f"**{_escaped(table.title)}**"
    yield _rows(table.columns, table.rows)
    yield from map(_text, table.notes)


def _rows(columns: Sequence[Column], rows: Sequence[Sequence[str | Cell]]) -> str:
    """Return a table's headings and rows."""
    heads = [column.name for column in columns]
    rules = ["--:" if column.is_number else "---" for column in columns]
    cells = [[in_cell(cell) for cell in row] for row in rows]
    lines = [map(_cell, heads), rules, *(map(_cell, row) for row in cells)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _bullets(bullets: Bullets) -> str:
    """Return a list."""
    marks = (f"{n}." if bullets.is_numbered else "-" for n, _ in enumerate(bullets.items, 1))
    return "\n".join(
        f"{mark} {_text(item)}" for mark, item in zip(marks, bullets.items, strict=True)
    )


def _text(text: Text) -> str:
    """Return runs as Markdown."""
    runs = (_bold(run.text) if run.is_bold else _escaped(run.text) for run in text)
    return _LEADING.sub(_escaped_lead, "".join(runs).strip())


def _escaped_lead(found: re.Match[str]) -> str:
    """Escape what begins a line."""
    sign, number, point = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{point}"


def _bold(text: str) -> str:
    """Return bold text: Markdown wants the space around it outside of it."""
    inside = text.strip()
    if not inside:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}**{_escaped(inside)}**{after}"


def _cell(text: str) -> str:
    """Return text that stays within its cell."""
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    """Return text that is shown as it is, and in the line in which it begins."""
    return _SPECIAL.sub(r"\\\1", printable(text))
