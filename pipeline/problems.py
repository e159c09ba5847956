"""Problems are values: where something stands, what it is, what it must be, what to do."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "left out"]


@dataclass(frozen=True)
class Problem:
    """One thing that the author of a file should look at.

    Attributes:
        severity: error, the row cannot be counted rightly; warning, it can, but look at it;
            left out, it is no review or finding (a total, a note) and is not counted.
        source_id: code of the source.
        file: name of the file as the author knows it.
        place: line of the file, or row of the sheet, as an editor or Excel shows it.
        record: number of the row below the headings, from 1; 0 for the file as a whole.
        column_name: heading of the column in the file, or "" for the row as a whole.
        value: what stands there, or None.
        rule: name of the rule that was not met.
        message: what it must be and what to do, to be read after the value.
    """

    severity: Severity
    source_id: str
    file: str
    place: str
    record: int
    column_name: str
    value: str | None
    rule: str
    message: str

    def __str__(self) -> str:
        where = ", ".join(
            part for part in (f"{self.file} {self.place}".strip(), self.column_name) if part
        )
        said = f'"{self.value}" {self.message}' if self.value is not None else self.message
        return f"{where}: {said}"


def of_file(
    severity: Severity, source_id: str, file: str, message: str, place: str = ""
) -> Problem:
    """Say something of a file as a whole, or of a place in it that is no row."""
    rule = "file_is_readable" if severity == "error" else "file_is_plain"
    return Problem(severity, source_id, file, place, 0, "", None, rule, message)
