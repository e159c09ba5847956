"""Questions: one SQL file, one question, one answer, described by the file's own header."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Column:
    """A column of an answer: its name and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True)
class Parameter:
    """What a question takes beside the filters: its name, and what it means in the header's words.

    The meaning says also what may be given: "true: ..." is a yes or no, "rows ..." a number,
    "one of a, b or c" one of these words, "any of a, b or c" several of them. A parameter is
    needed unless it says what it is "blank for".
    """

    name: str
    meaning: str

    @property
    def is_needed(self) -> bool:
        """Whether the question cannot be asked without it."""
        return "blank for" not in self.meaning

    @property
    def is_flag(self) -> bool:
        """Whether it is true or left out."""
        return self.meaning.startswith("true: ")

    @property
    def is_number(self) -> bool:
        """Whether it is a number of rows."""
        return self.meaning.startswith("rows ")

    @property
    def is_several(self) -> bool:
        """Whether several may be given."""
        return self.meaning.startswith("any of ")

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it can be; none where it names something that was loaded."""
        listed = re.match(r"(?:one|any) of ([^:;]+)", re.sub(r" \([^)]*\)", "", self.meaning))
        if listed is None:
            return ()
        *words, last_two = listed[1].strip().split(", ")
        return (*words, *last_two.rsplit(" or ", 1))


@dataclass(frozen=True)
class Question:
    """A question that may be asked of the reviews.

    Attributes:
        name: name of the file, and of the command, chart and test that belong to it.
        asks: the question itself, ending in a question mark.
        notes: what else the header says before its parameters.
        parameters: what it needs beside the filters.
        grain: what one row of the answer is.
        columns: the columns of the answer, in order.
        sql: the statement, which may refer to the shared expressions.
    """

    name: str
    asks: str
    notes: str
    parameters: tuple[Parameter, ...]
    grain: str
    columns: tuple[Column, ...]
    sql: str


@dataclass(frozen=True)
class Shared:
    """A common expression that questions build on: the only SQL that filters."""

    name: str
    sql: str


def _split(path: Path) -> tuple[str, str]:
    """Part a file into the text of its header and its statement."""
    lines = path.read_text(encoding="utf-8").splitlines()
    length = next(n for n, line in enumerate(lines) if not line.startswith("--"))
    header = "\n".join(line.removeprefix("--").removeprefix(" ") for line in lines[:length])
    return header, "\n".join(lines[length:]).strip()


def _described(block: str) -> list[tuple[str, str]]:
    """Read the indented lines `name   meaning` of a header's block."""
    return re.findall(r"^  (\w+)\s{2,}(.+)$", block, flags=re.MULTILINE)


def _is_question(path: Path) -> bool:
    with path.open(encoding="utf-8") as lines:
        return lines.readline().rstrip().endswith("?")


@cache
def names() -> tuple[str, ...]:
    """Name every question, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.sql") if _is_question(path)))


@cache
def question(name: str) -> Question:
    """Read one question.

    Raises:
        KeyError: no question bears this name.
    """
    if name not in names():
        raise KeyError(name)
    header, sql = _split(FOLDER / f"{name}.sql")
    before, _, after = header.partition("\nParameters:")
    parameters, _, returns = after.partition("\nReturns ")
    asks, _, notes = before.partition("\n")
    grain = returns.partition(":\n")[0]
    return Question(
        name=name,
        asks=asks.strip(),
        notes=" ".join(notes.split()),
        parameters=tuple(Parameter(*line) for line in _described(parameters)),
        grain=" ".join(grain.split()),
        columns=tuple(Column(*line) for line in _described(returns)),
        sql=sql,
    )


@cache
def shared() -> tuple[Shared, ...]:
    """Read the common expressions, each after those that it refers to."""
    found = {
        path.stem: _split(path)[1]
        for path in sorted(FOLDER.glob("*.sql"))
        if not _is_question(path)
    }
    ordered: list[str] = []

    def visit(name: str) -> None:
        for other in found:
            if other != name and refers_to(found[name], other) and other not in ordered:
                visit(other)
        if name not in ordered:
            ordered.append(name)

    for name in found:
        visit(name)
    return tuple(Shared(name, found[name]) for name in ordered)


def refers_to(sql: str, name: str) -> bool:
    """Say whether a statement names an expression as a word of its own."""
    return re.search(rf"\b{re.escape(name)}\b", sql) is not None
