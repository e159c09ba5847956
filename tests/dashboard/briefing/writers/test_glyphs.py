"""What our font can print is printed; of the rest a box."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

import dashboard.briefing
from dashboard.briefing.writers.glyphs import NOT_HELD, held, in_picture, in_print

FONTS = Path(dashboard.briefing.__file__).parent / "fonts"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Łódź – “naïve” → ½", "Łódź – “naïve” → ½"),
        ("漢字", NOT_HELD * 2),
        ("e\u0301", "é"),
        ("✓\ufe0f 😀", f"{NOT_HELD} {NOT_HELD}"),
    ],
)
def test_a_letter_that_is_not_held_is_a_box(text: str, printed: str):
    assert in_print(text) == printed


def test_a_picture_has_whole_letters_alone():
    assert in_picture("e\u0301q\u0301 a\u200db") == "éq ab"


def drawn(letter: str, name: str) -> bytes:
    """Return the pixels of a letter."""
    image = Image.new("L", (40, 40))
    font = ImageFont.truetype(FONTS / f"LiberationSans-{name}.ttf", 20)
    ImageDraw.Draw(image).text((5, 5), letter, fill=255, font=font)
    return image.tobytes()


@pytest.mark.parametrize("name", ["Regular", "Bold", "Italic"])
def test_the_letters_said_to_be_held_have_a_glyph_of_their_own(name: str):
    missing = drawn("漢", name)
    for letter in "aZ9éŁЖΩ→□½€":
        assert ord(letter) in held()
        assert drawn(letter, name) != missing
    for letter in "✓😀":
        assert ord(letter) not in held()
        assert drawn(letter, name) == missing
