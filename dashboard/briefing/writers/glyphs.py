"""The letters that our own font can print: of any other a box is printed, so that it is missed."""

import struct
import unicodedata
from functools import cache
from pathlib import Path

NOT_HELD = "□"
"""What stands for a letter that the font does not hold."""
_FONT = Path(__file__).parent.parent / "fonts" / "LiberationSans-Regular.ttf"
_WINDOWS, _UNICODE = 3, 1
_MARKS = ("Cf", "Me", "Mn")


def in_print(text: str) -> str:
    """Return text with the letters that the font holds; a box for each that it does not."""
    return "".join(map(_in_print, unicodedata.normalize("NFC", text)))


def in_picture(text: str) -> str:
    """Return text without the marks that only change a letter, where no one letter holds both.

    Typst cannot say which letters a picture drew of several characters at once, and of a PDF for
    those who hear it, it wants that said.
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(one for one in composed if unicodedata.category(one) not in _MARKS)


def _in_print(letter: str) -> str:
    """Return a letter, a box, or nothing for what only changes the letter before it."""
    if ord(letter) in held():
        return letter
    return "" if unicodedata.category(letter) in _MARKS else NOT_HELD


@cache
def held() -> frozenset[int]:
    """Return the code points for which the font has a glyph.

    They are read from its table `cmap`, of format 4: Microsoft, OpenType 1.9, "cmap".
    """
    font = _FONT.read_bytes()
    start = _table(font, b"cmap")
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    records = [struct.unpack_from(">HHI", font, start + 4 + 8 * n) for n in range(subtables)]
    offset = next(o for platform, kind, o in records if (platform, kind) == (_WINDOWS, _UNICODE))
    return frozenset(_segments(font, start + offset))


def _table(font: bytes, name: bytes) -> int:
    """Return where a table of the font begins."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = [struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(tables)]
    return next(offset for tag, _, offset, _ in records if tag == name)


def _segments(font: bytes, at: int) -> list[int]:
    """Return the code points of a subtable of format 4, segment by segment."""
    (twice,) = struct.unpack_from(">H", font, at + 6)
    arrays = [at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice]
    columns = [struct.unpack_from(f">{twice // 2}H", font, array) for array in arrays]
    found = []
    for n, (last, first, delta, jump) in enumerate(zip(*columns, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if jump:
                place = arrays[3] + 2 * n + jump + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", font, place)
            if (glyph or not jump) and (glyph + delta) & 0xFFFF:
                found.append(code)
    return [code for code in found if code != 0xFFFF]
