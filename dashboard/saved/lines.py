"""The file as lines: where an entry stands, so that all the others are left byte for byte.

A line that looks like `[[view]]` can also stand in the midst of a text of several lines. It is an
entry's first line only if all that stands above it is TOML by itself, which is how it is told here.
"""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

_ANY_HEADING = re.compile(r"[ \t]*\[")
_REMARK = re.compile(r"[ \t]*(#.*)?[\r\n]*", flags=re.DOTALL)


@dataclass(frozen=True)
class Place:
    """Where an entry stands: from its heading up to the remarks that follow it, those not in."""

    first: int
    after_last: int


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as TOML has them, each with its break."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def place_of(lines: list[str], kind: str, number: int) -> Place | None:
    """Find an entry.

    Args:
        lines: the file, each line with its break.
        kind: "view" or "note".
        number: which of them, from 0.

    Returns:
        Its place; None where it is not written under a heading of its own.
    """
    heading = re.compile(rf"[ \t]*\[\[[ \t]*{kind}[ \t]*\]\]")
    for first in [at for at, line in enumerate(lines) if heading.match(line)][number:]:
        if _count(lines[:first], kind) == number:
            return Place(first, _end(lines, kind, number, first))
    return None


def _end(lines: list[str], kind: str, number: int, first: int) -> int:
    """Return the line after the last one of an entry."""
    own_part = re.compile(rf"[ \t]*\[+[ \t]*{kind}[ \t]*\.")
    end = len(lines)
    for line in range(first + 1, len(lines)):
        is_other = _ANY_HEADING.match(lines[line]) and not own_part.match(lines[line])
        if is_other and _count(lines[:line], kind) == number + 1:
            end = line
            break
    while _REMARK.fullmatch(lines[end - 1]) and _read(lines[: end - 1]) == _read(lines[:end]):
        end -= 1
    return end


def _count(lines: list[str], kind: str) -> int | None:
    """Return how many entries some lines hold; None where they are no TOML by themselves."""
    content = _read(lines)
    entries = None if content is None else content.get(kind, [])
    return len(entries) if isinstance(entries, list) else None


def _read(lines: list[str]) -> dict[str, Any] | None:
    try:
        return tomllib.loads("".join(lines), parse_float=str)
    except (ValueError, RecursionError):
        return None
