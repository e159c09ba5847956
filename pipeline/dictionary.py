"""The data dictionary: made from the comments in schema.sql, so that the two cannot disagree.

`python -m pipeline.dictionary` writes it into data/README.md, between its two marker lines.
"""

import re
from dataclasses import dataclass
from pathlib import Path

SCHEMA = Path(__file__).parent / "schema.sql"
README = Path(__file__).parent.parent / "data" / "README.md"
BEGIN = "<!-- dictionary: begin (made by python -m pipeline.dictionary) -->"
END = "<!-- dictionary: end -->"

_TABLE = re.compile(r"create table (?P<name>\w+) \(")
_COLUMN = re.compile(
    r"    (?!(?:primary|foreign) key|unique \(|check \()"
    r"(?P<name>\w+) (?P<type>\w+(?:\[\])?)[^\n]*?(?: -- (?P<comment>.+))?"
)


@dataclass(frozen=True)
class Column:
    """A column of a table; its comment is empty where the schema has none."""

    name: str
    type: str
    comment: str


@dataclass(frozen=True)
class Table:
    """A table, the sentence that stands above it, and its columns in order."""

    name: str
    sentence: str
    columns: tuple[Column, ...]


def read_tables(schema: str) -> tuple[Table, ...]:
    """Read the tables of a schema, which has one column on a line.

    Args:
        schema: the text of schema.sql.
    """
    tables: list[Table] = []
    columns: list[Column] = []
    sentence: list[str] = []
    name = ""
    for line in schema.splitlines():
        if line.startswith("--"):
            sentence.append(line.removeprefix("--").strip())
        elif begun := _TABLE.fullmatch(line):
            name, columns = begun["name"], []
        elif line == ");":
            tables.append(Table(name, " ".join(sentence), tuple(columns)))
            sentence = []
        elif column := _COLUMN.fullmatch(line):
            columns.append(Column(column["name"], column["type"], column["comment"] or ""))
        elif not line:
            sentence = []
    return tuple(tables)


def render(tables: tuple[Table, ...]) -> str:
    """Write tables as Markdown: a heading, the sentence, and a line for each column."""
    return "\n\n".join(
        "\n".join(
            [
                f"### `{table.name}`",
                "",
                table.sentence,
                "",
                "| column | type | what it is |",
                "|---|---|---|",
                *(f"| `{c.name}` | {c.type} | {c.comment} |" for c in table.columns),
            ]
        )
        for table in tables
    )


def place(readme: str, dictionary: str) -> str:
    """Put the dictionary between the marker lines of a text.

    Raises:
        ValueError: a marker line is missing.
    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"data/README.md needs the two lines {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n\n{dictionary}\n\n{END}{after}"


def main() -> None:
    """Write the data dictionary into data/README.md."""
    dictionary = render(read_tables(SCHEMA.read_text(encoding="utf-8")))
    README.write_text(place(README.read_text(encoding="utf-8"), dictionary), encoding="utf-8")


if __name__ == "__main__":
    main()
