"""The rows of a codebook's CSV file, each knowing the line it stands in."""

import csv
import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SEPARATOR = "|"


def nearest(value: str, known: Iterable[str]) -> str:
    """Suggest the known name that looks most like a value, as the end of a message."""
    near = difflib.get_close_matches(value, sorted(set(known)), n=1)
    return f' Did you mean "{near[0]}"?' if near else ""


@dataclass(frozen=True)
class Row:
    """One row of a codebook file.

    Attributes:
        file: name of the file within the codebooks folder.
        line: line of the file, as an editor shows it.
        cells: heading -> what stands there, without spaces around it.
        faults: where messages about this row are collected, shared by all rows of all files.
    """

    file: str
    line: int
    cells: dict[str, str]
    faults: list[str]

    def fault(self, column: str, message: str) -> None:
        """Note that a cell cannot be used as it is; the message says what to write instead."""
        value = self.cells[column]
        said = f'"{value}" {message}' if value else message
        self.faults.append(f"{self.file} line {self.line}, {column}: {said}")

    def text(self, column: str) -> str:
        """Read a cell that must say something."""
        if not self.cells[column]:
            self.fault(column, "is empty. Fill it in.")
        return self.cells[column]

    def text_or_none(self, column: str) -> str | None:
        """Read a cell that may be empty."""
        return self.cells[column] or None

    def choice(self, column: str, choices: Sequence[str]) -> str:
        """Read a cell that must hold one of a few words."""
        value = self.text(column)
        if value and value not in choices:
            self.fault(column, f"must be one of: {', '.join(choices)}.{nearest(value, choices)}")
        return value

    def date_or_none(self, column: str) -> date | None:
        """Read a cell that is empty or holds an ISO date."""
        value = self.cells[column]
        try:
            # fromisoformat also reads 20220701 and 2022-W26, which nobody reads at a glance
            return date.fromisoformat(value) if len(value) == 10 else _no_date(value)
        except ValueError:
            self.fault(column, "is not a date. Write year-month-day, such as 2022-07-01.")
            return None

    def truth(self, column: str) -> bool:
        """Read a cell that must say true or false."""
        return self.choice(column, ("true", "false")) == "true"

    def names(self, column: str) -> tuple[str, ...]:
        """Read a cell of names with `|` between them."""
        return tuple(name.strip() for name in self.cells[column].split(SEPARATOR) if name.strip())


def _no_date(value: str) -> None:
    if value:
        raise ValueError(value)


def read_rows(folder: Path, file: str, columns: Sequence[str], faults: list[str]) -> list[Row]:
    """Read a codebook's CSV file.

    Args:
        folder: the codebooks folder.
        file: name of the file within it.
        columns: the headings the file must have, in any order.
        faults: where messages are added; a file that has the wrong headings yields no rows.
    """
    path = folder / file
    if not path.is_file():
        faults.append(f"{file}: is not there. It needs the headings {', '.join(columns)}.")
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            return _rows(opened, file, columns, faults)
    except UnicodeDecodeError:
        faults.append(f'{file}: is not in UTF-8. Save it as "CSV UTF-8".')
    except csv.Error as error:
        faults.append(f"{file}: cannot be read as CSV ({error}). Look for a stray quotation mark.")
    return []


def _rows(opened: Iterable[str], file: str, columns: Sequence[str], faults: list[str]) -> list[Row]:
    reader = csv.reader(opened, strict=True)
    headings = [heading.strip() for heading in next(reader, [])]
    missing = [column for column in columns if column not in headings]
    unknown = [heading for heading in headings if heading not in columns]
    for column in missing:
        faults.append(f"{file} line 1, {column}: has no column. Add the heading.")
    for heading in unknown:
        hint = nearest(heading, missing) or f" The headings are {', '.join(columns)}."
        faults.append(f'{file} line 1, {heading}: "{heading}" is not a heading here.{hint}')
    rows = []
    before = reader.line_num
    for cells in reader:
        line, before = before + 1, reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(headings):
            faults.append(
                f"{file} line {line}: has {len(cells)} cells under {len(headings)} headings. "
                "Put quotation marks around a text that contains a comma."
            )
            continue
        stripped = dict(zip(headings, (cell.strip() for cell in cells), strict=True))
        rows.append(Row(file, line, stripped, faults))
    return [] if missing else rows
