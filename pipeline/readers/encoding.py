"""How a text file is written in bytes, found out in one pass, a piece at a time."""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from pipeline.readers.sheet import (
    LINE_FEED,
    SPACES_THAT_DO_NOT_BREAK,
    UNSEEN,
    LineEnd,
    UnreadableFile,
)

PIECE = 1 << 20
ODD_SPACES = tuple(mark.encode() for mark in SPACES_THAT_DO_NOT_BREAK + UNSEEN)
UTF_8_MARK = codecs.BOM_UTF8
SAVE_AS_CSV = 'Save it as "CSV UTF-8" from the program that made it.'
# Bytes that are one character of UTF-8, and that hardly anybody types in Windows-1252.
UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
QUOTE_AFTER_SPACE = re.compile(rb' "(?!")')
SPACE = 32
STRAY = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True)
class Text:
    """What the bytes of a text file tell before it is read.

    Attributes:
        encoding: the name that `open` knows it by.
        has_quotes: a quotation mark stands somewhere.
        has_tabs: a tab stands somewhere.
        has_odd_spaces: a non-breaking or an unseen character stands somewhere.
        line_ends: what may end the rows, for DuckDB to try in turn; none where DuckDB would make
            something else of the file than `rows` does.
        lines: how many lines there are, blank ones included.
    """

    encoding: str
    has_quotes: bool
    has_tabs: bool
    has_odd_spaces: bool
    line_ends: tuple[LineEnd, ...]
    lines: int


def examine(path: Path, transcribe_to: Path) -> Text:
    """Find out how a text file is written, and see that it is one.

    Args:
        path: the file.
        transcribe_to: where its text is written as UTF-8 if it is not UTF-8 itself.

    Raises:
        UnreadableFile: there is nothing to read, or it is not text.
    """
    with reachable(path) as file:
        start = file.read(8)
        _refuse_other_kinds(path, start)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return _transcribe(path, "utf-16", transcribe_to)
        file.seek(0)
        try:
            return _survey(path, "utf-8-sig" if start.startswith(UTF_8_MARK) else "utf-8", file)
        except UnicodeDecodeError:
            _refuse_nearly_utf_8(path, file)
    return _transcribe(path, "cp1252", transcribe_to)


@contextmanager
def reachable(path: Path) -> Iterator[BinaryIO]:
    """Open a file to read its bytes.

    Raises:
        UnreadableFile: it is not there, or may not be read.
    """
    if path.is_dir():
        raise UnreadableFile(path.name, "this is a folder, not a file. Name a file inside it.")
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise UnreadableFile(
            path.name,
            f"there is no such file in {path.absolute().parent}. Check the name and the folder.",
        ) from None
    except PermissionError:
        raise UnreadableFile(
            path.name,
            "the file cannot be opened. Close it in any other program, "
            "and see that you have the right to read it.",
        ) from None
    except OSError as error:
        raise UnreadableFile(
            path.name,
            f"the file cannot be read ({error.strerror or error}). "
            "Copy it to a folder on this computer, and try again.",
        ) from None


def _refuse_other_kinds(path: Path, start: bytes) -> None:
    if start.startswith(b"PK\x03\x04"):
        if _is_workbook(path):
            raise UnreadableFile(
                path.name,
                f'this looks like an Excel workbook. Save it as "CSV UTF-8", '
                f"or rename it to {path.stem}.xlsx.",
            )
        raise UnreadableFile(path.name, f"this is a zip archive, not a CSV file. {SAVE_AS_CSV}")
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(
            path.name,
            "this looks like an old Excel workbook (.xls), or one with a password. "
            'Open it in Excel, and save it as "CSV UTF-8" or as .xlsx without a password.',
        )
    if start.startswith(b"%PDF"):
        raise UnreadableFile(path.name, f"this is a PDF, not a CSV file. {SAVE_AS_CSV}")


def _is_workbook(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except BadZipFile:
        # Excel's own files are by far the most likely to be cut short under such a name.
        return True


def _survey(path: Path, encoding: str, file: BinaryIO) -> Text:
    """Look through the pieces of a file in UTF-8.

    Raises:
        UnicodeDecodeError: it is not UTF-8.
        UnreadableFile: there is no text.
    """
    check = codecs.getincrementaldecoder("utf-8")()
    blank, quotes, oddly_quoted, tabs, odd_spaces = True, False, False, False, False
    feeds = returns = pairs = 0
    tail = b""
    if encoding == "utf-8-sig":
        file.seek(len(UTF_8_MARK))
    while piece := file.read(PIECE):
        if b"\0" in piece:
            line = feeds + piece[: piece.index(b"\0")].count(b"\n") + 1
            raise UnreadableFile(
                path.name,
                place=f"line {line}",
                message=f"this is not text, because there is a zero byte. {SAVE_AS_CSV}",
            )
        if not piece.isascii() or check.getstate()[0]:
            check.decode(piece)
            # A character can be cut in two where one piece ends and the next begins.
            joined = tail + piece
            odd_spaces = odd_spaces or any(mark in joined for mark in ODD_SPACES)
        blank = blank and not piece.strip()
        if b'"' in piece:
            quotes = True
            oddly_quoted = oddly_quoted or _is_oddly_quoted(tail + piece)
        tabs = tabs or b"\t" in piece
        feeds += piece.count(b"\n")
        if b"\r" in piece or tail.endswith(b"\r"):
            returns += piece.count(b"\r")
            pairs += piece.count(b"\r\n") + (tail.endswith(b"\r") and piece.startswith(b"\n"))
        tail = piece[-2:]
    check.decode(b"", final=True)
    if blank:
        raise UnreadableFile(
            path.name, "the file is empty. Save it again from the program that made it."
        )
    lone_returns = returns - pairs
    if oddly_quoted:
        line_ends = ()
    elif not feeds:
        line_ends = (None,)
    elif not returns:
        line_ends = (LINE_FEED,)
    elif lone_returns:
        line_ends = ()
    else:
        # Excel ends rows with both characters and lines within cells with one; others vice versa.
        line_ends = (None, LINE_FEED) if pairs < feeds else (None,)
    return Text(
        encoding=encoding,
        has_quotes=quotes,
        has_tabs=tabs,
        has_odd_spaces=odd_spaces,
        line_ends=line_ends,
        lines=feeds + lone_returns + (not tail.endswith((b"\n", b"\r"))),
    )


def _is_oddly_quoted(piece: bytes) -> bool:
    """Tell whether a quotation mark may follow a delimiter, or another, with spaces between them.

    DuckDB makes of `a,  "b` and of `"" "b"` what no other program does.
    """
    for found in QUOTE_AFTER_SPACE.finditer(piece):
        at = found.start()
        while at >= 0 and piece[at] == SPACE:
            at -= 1
        if at < 0 or piece[at] in b',;\t\r\n"':
            return True
    return False


def _transcribe(path: Path, encoding: str, target: Path) -> Text:
    """Write a file anew as UTF-8, without a byte order mark, and survey what was written."""
    known_as = "UTF-16" if encoding == "utf-16" else "UTF-8 or Windows-1252"
    line = 1
    try:
        with (
            path.open(encoding=encoding, newline="") as source,
            target.open("w", encoding="utf-8", newline="") as copy,
        ):
            while piece := source.read(PIECE):
                copy.write(piece)
                line += piece.count("\n")
    except UnicodeError:
        raise UnreadableFile(
            path.name,
            place=f"after line {line}",
            message=f"there are bytes that are not {known_as}. {SAVE_AS_CSV}",
        ) from None
    with target.open("rb") as file:
        survey = _survey(path, "utf-8", file)
    return Text(**{**vars(survey), "encoding": encoding})


def _refuse_nearly_utf_8(path: Path, file: BinaryIO) -> None:
    """Refuse a file that is UTF-8 but for a few bytes: as Windows-1252 it would be garbled.

    Raises:
        UnreadableFile: it has no fewer characters of UTF-8 than bytes that are not.
    """
    file.seek(0)
    line, first_stray, characters, strays = 1, 0, 0, 0
    for piece in file:
        if not piece.isascii():
            found, stray = UTF_8.findall(piece), STRAY.findall(UTF_8.sub(b" ", piece))
            characters, strays = characters + len(found), strays + len(stray)
            first_stray = first_stray or (line if stray else 0)
        line += 1
    if characters >= strays:
        raise UnreadableFile(
            path.name,
            place=f"line {first_stray}",
            message=f"there is a byte that is not UTF-8, although the "
            f"rest of the file is. The file may be half-written. {SAVE_AS_CSV}",
        )
