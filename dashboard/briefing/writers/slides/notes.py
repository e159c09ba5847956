"""What the presenter reads beneath a slide: the section, what is shown, and its numbers."""

from collections.abc import Iterator

from dashboard.briefing.document import Bullets, Table
from dashboard.briefing.figure_numbers import Numbers, numbers
from dashboard.briefing.text import letters, on_a_line
from dashboard.briefing.writers.slides.pages import Shown


def alt_text(of: Shown) -> str:
    """Return what a part of a slide shows, for those who do not see it; empty for points."""
    if isinstance(of, Bullets):
        return ""
    if isinstance(of, Table):
        columns = ", ".join(column.name for column in of.columns)
        return on_a_line(f"Table: {of.title}. {len(of.rows):,} rows; columns: {columns}.")
    return on_a_line(of.alt)


def spoken(of: Shown, heading: str, part: str) -> Iterator[str]:
    """Yield the lines of a slide's notes.

    Args:
        of: what is shown.
        heading: of its section.
        part: which part of it this is, "2 of 3"; empty where it is whole.
    """
    yield on_a_line(f"{heading} ({part})" if part else heading)
    if isinstance(of, Bullets):
        return
    yield alt_text(of)
    if isinstance(of, Table):
        yield from (on_a_line(letters(note)) for note in of.notes)
    else:
        yield on_a_line(of.title)
        yield from _lines(numbers(of))


def _lines(held: Numbers) -> Iterator[str]:
    """Yield a line a row: its name, and every number with the name of its column."""
    for row in held.rows:
        cells = zip(held.columns[1:], row[1:], strict=True)
        told = "; ".join(f"{name}: {cell}" for name, cell in cells if cell)
        yield on_a_line(f"{row[0]}. {told}")
