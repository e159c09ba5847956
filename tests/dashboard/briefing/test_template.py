"""Templates: what they say, and what is said of one that cannot be followed."""

from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.asking.opened import asker
from dashboard.briefing.compose import KNOWN, inquire
from dashboard.briefing.document import Question, Section
from dashboard.briefing.gathered import GATHERED
from dashboard.briefing.parts import PARTS
from dashboard.briefing.template import SHIPPED, Part, TemplateFault, read_template
from dashboard.briefing.text import plain
from tests.dashboard.briefing.conftest import BUILD, VERSION, requested

GOOD = """
title = "Our briefing"

[[part]]
show = "recurs"
heading = "What recurs at {board}"
introduction = "As agreed."
most = 3
"""


@pytest.fixture
def template(tmp_path: Path):
    """Read a template that was written as text."""

    def read(text: str):
        path = tmp_path / "ours.toml"
        path.write_text(text, encoding="utf-8")
        return read_template(str(path), KNOWN)

    return read


def test_every_part_that_there_is_stands_in_a_shipped_template():
    shown = {part.show for name in SHIPPED for part in read_template(name, KNOWN).parts}
    assert shown == set(KNOWN) == {*PARTS, *GATHERED}


def test_headings_and_order_are_those_of_the_template(template):
    read = template(GOOD)
    [part] = read.parts
    assert (read.title, read.about) == ("Our briefing", "quarter")
    assert (part.show, part.heading) == ("recurs", "What recurs at {board}")
    assert (part.introduction, part.most) == ("As agreed.", 3)


class Watched(Part):
    """A part that tells whether its `most` was asked for."""

    def __getattribute__(self, name: str) -> Any:
        if name == "most":
            object.__getattribute__(self, "__dict__")["was_asked"] = True
        return super().__getattribute__(name)


@pytest.mark.parametrize("show", sorted(KNOWN))
def test_a_template_may_say_most_where_a_part_asks_for_it_and_nowhere_else(
    shipped: duckdb.DuckDBPyConnection, show: str
):
    part = Watched(show, "Heading", most=1)
    if show in GATHERED:
        asking = Section("a", "A", (), questions=(Question(plain("Why?"), "A rule."),))
        GATHERED[show]([asking], part)
    else:
        for about in ({}, {"factors": ("CF-TEA",)}, {"review": "ANY-2024-07"}):
            template = "seven-minutes" if about else "quarterly"
            wanted: Any = {"template": template, "sources": ("anytown",), **about}
            asked = requested(shipped, "2026/27-Q2", **wanted)
            PARTS[show](inquire(asker(shipped), asked, BUILD, VERSION), part)
    assert ("was_asked" in vars(part)) == KNOWN[show]


def test_most_where_it_says_nothing_is_refused_and_never_overlooked(template):
    for show in ("filters", "why_it_matters", "at_a_glance"):
        with pytest.raises(TemplateFault, match=f'part 1, most: says nothing in "{show}", which'):
            template(GOOD.replace('"recurs"', f'"{show}"'))
        assert template(GOOD.replace('"recurs"', f'"{show}"').replace("most = 3", "most = 0"))


@pytest.mark.parametrize(
    ("was", "is_now", "said"),
    [
        ('"recurs"', '"recur"', 'part 1, show: "recur" is not a part of a briefing. Did you mean'),
        ("{board}", "{bored}", "{bored} names nothing. There are: {quarter}, {board}, {subject}."),
        ("most = 3", "most = -1", "part 1, most: must be a whole number up to 60, not -1."),
        ("most = 3", 'most = "3"', "part 1, most: must be a whole number up to 60, not '3'."),
        ("most = 3", "must = 3", '"must" says nothing here. Did you mean "most"?'),
        ('title = "Our briefing"', "", "title: must be a text in quotation marks."),
        ('title = "Our briefing"', 'title = "A\\u0000"', "letters that can be printed."),
        ("[[part]]", "[[part", "line 4, column 7: this is not TOML. Write one name"),
        ('"Our briefing"', "\u201cOurs\u201d", "line 2, column 9: this is not TOML."),
        ("[[part]]", "[part]", "a part begins with [part]. Write [[part]], with two brackets."),
        ('"As agreed."', '"As \u202eagreed."', "letters that can be printed."),
        ("[[part]]", 'about = "year"\n[[part]]', 'about: must be "quarter" or "one", not "year".'),
        (GOOD, 'title = "Empty"', "has no part. Write one, beginning with [[part]]."),
        (GOOD, GOOD + GOOD.replace('title = "Our briefing"', ""), '"recurs" stands in it twice.'),
    ],
)
def test_a_template_that_cannot_be_followed_says_where_and_what_to_do(template, was, is_now, said):
    with pytest.raises(TemplateFault) as fault:
        template(GOOD.replace(was, is_now))
    assert said in str(fault.value)
    assert "ours.toml" in str(fault.value)


def test_a_text_that_was_written_in_lines_or_pasted_is_one_line_of_text(template):
    pasted = GOOD.replace('"As agreed."', '"""\r\nAs\tagreed\r\n\r\non 1\u00a0May."""')
    [part] = template(pasted).parts
    assert part.introduction == "As agreed on 1 May."


def test_a_file_as_windows_saves_it_is_read(tmp_path: Path):
    path = tmp_path / "OURS.TOML"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_template(str(path), KNOWN).title == "Our briefing"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Quarterly", 'Did you mean "quarterly"? Or name a TOML file.'),
        ("seven_minutes", 'Did you mean "seven-minutes"? Or name a TOML file.'),
        ("ours.toml.txt", 'the name of its file must end in ".toml". Rename it.'),
    ],
)
def test_a_name_that_is_nearly_one_says_what_it_must_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.toml.txt").write_text(GOOD, encoding="utf-8")
    with pytest.raises(TemplateFault) as fault:
        read_template(name, KNOWN)
    assert said in str(fault.value)


def test_a_template_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(TemplateFault, match="There are: quarterly, seven-minutes; or name a TOML"):
        read_template("monthly", KNOWN)
    with pytest.raises(TemplateFault, match="cannot be read"):
        read_template(str(tmp_path / "none.toml"), KNOWN)
    latin = tmp_path / "latin.toml"
    latin.write_bytes('title = "Caf\xe9"'.encode("latin-1"))
    with pytest.raises(TemplateFault, match="Save it as UTF-8"):
        read_template(str(latin), KNOWN)
