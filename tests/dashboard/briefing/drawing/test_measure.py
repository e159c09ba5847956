"""Lines are broken before they run out of room."""

from pathlib import Path

import pytest
from PIL import ImageFont

import dashboard.briefing
from dashboard.briefing.drawing.measure import length, lines
from tests.dashboard.briefing.documents_drawn import HOSTILE, LONG_NAME, LONG_WORD

FONTS = Path(dashboard.briefing.__file__).parent / "fonts"
TEXTS = [HOSTILE, LONG_NAME, LONG_WORD, "NHS MWWW @@ ILL", "Élan – “naïve” façade", ""]


@pytest.mark.parametrize(("name", "is_bold"), [("Regular", False), ("Bold", True)])
@pytest.mark.parametrize("text", TEXTS)
def test_no_text_is_longer_than_it_is_said_to_be(text: str, name: str, is_bold: bool):
    font = ImageFont.truetype(FONTS / f"LiberationSans-{name}.ttf", 1000)
    assert font.getlength(text) <= length(text, 1000, is_bold) * 1.001  # widths are rounded


@pytest.mark.parametrize("room", [60, 120, 240, 2000])
@pytest.mark.parametrize("text", TEXTS)
def test_no_line_is_longer_than_there_is_room_and_no_letter_is_lost(text: str, room: float):
    broken = lines(text, room)
    assert all(length(line) <= room for line in broken)
    assert "".join("".join(broken).split()) == "".join(text.split())
