"""Whatever a source holds, every format is written whole: letters stay letters, nothing runs."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pptx
import pypdf
import pytest
from lxml import html
from lxml.etree import fromstring
from markdown_it import MarkdownIt

from dashboard.asking.opened import asker
from dashboard.briefing.compose import brief
from dashboard.briefing.document import Document, Subheading
from dashboard.briefing.gathered import NUMBERS
from dashboard.briefing.publish import FORMATS
from dashboard.briefing.text import printable
from pipeline.load import load
from queries.store import connect
from tests.conftest import ROOT
from tests.dashboard.briefing import hostile
from tests.dashboard.briefing.conftest import BUILD, VERSION, requested

ABOUT: dict[str, dict[str, Any]] = {
    "quarter": {"template": "quarterly"},
    "factor": {"template": "seven-minutes", "factors": ("F3",)},
    "review": {"template": "seven-minutes", "review": "H-4"},
}
TEMPLATE = """
title = "Of {board} in {subject}"

[[part]]
show = "recurs"
heading = "What recurs"
"""
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile source, loaded."""
    folder = tmp_path_factory.mktemp("hostile")
    codebooks = hostile.write_codebooks(ROOT / "data" / "codebooks", folder / "codebooks")
    source = hostile.write_source(folder / "hostile")
    loaded = load([source], codebooks, folder / "build")
    assert loaded.build is not None, loaded.examination
    return loaded.build.path


@pytest.fixture(scope="module", params=ABOUT)
def written(request: pytest.FixtureRequest, build: Path) -> tuple[Document, Files]:
    """A briefing of the hostile source, and the files that it was written into."""
    with connect(build) as connection:
        wanted = requested(connection, "2021/22-Q4", **ABOUT[request.param])
        document = brief(asker(connection), wanted, BUILD, VERSION, lambda _: None)
    return document, {suffix: one.write(document) for suffix, one in FORMATS.items()}


def test_a_name_in_braces_is_filled_in_once(build: Path, tmp_path: Path):
    ours = tmp_path / "ours.toml"
    ours.write_text(TEMPLATE, encoding="utf-8")
    with connect(build) as connection:
        wanted = requested(connection, "2021/22-Q4", str(ours))
        document = brief(asker(connection), wanted, BUILD, VERSION, lambda _: None)
    assert "{quarter}{board}{subject}" in document.board
    assert document.title == f"Of {document.board} in Q4 2021/22 (Jan-Mar)"


def test_html_holds_no_element_of_the_source(written: tuple[Document, Files]):
    page = html.fromstring(written[1]["html"])
    assert not page.xpath("//script | //img | //a[not(starts-with(@href, '#'))] | //iframe")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert hostile.ALERT in page.text_content()
    assert holds_only_letters(page.text_content())


def test_word_holds_no_link_out_and_no_field_of_the_source(written: tuple[Document, Files]):
    file = written[1]["docx"]
    opened = docx.Document(BytesIO(file))
    codes = [one.text for one in opened.element.body.iter("{*}instrText")]
    assert all(
        re.match(r" ?(TOC|PAGE|NUMPAGES|SEQ|HYPERLINK \\l|REF|PAGEREF)\b", one) for one in codes
    )
    said = "\n".join(one.text or "" for one in opened.element.body.iter("{*}t"))
    assert hostile.ALERT in said
    assert holds_only_letters(said)
    assert_package_is_sound(file)


def test_slides_hold_no_link_out_and_no_formula_of_the_source(written: tuple[Document, Files]):
    file = written[1]["pptx"]
    opened = pptx.Presentation(BytesIO(file))
    said = "\n".join(
        one.text or "" for slide in opened.slides for one in slide.element.iter("{*}t")
    )
    assert holds_only_letters(said)
    assert_package_is_sound(file)


def test_pdf_does_nothing_and_holds_the_letters(written: tuple[Document, Files]):
    opened = pypdf.PdfReader(BytesIO(written[1]["pdf"]))
    for name in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/OpenAction", b"/EmbeddedFile"):
        assert name not in written[1]["pdf"]
    said = "".join("".join(page.extract_text().split()) for page in opened.pages[:5])
    assert "".join(hostile.ALERT.split()) in said
    assert holds_only_letters(said)


def test_markdown_holds_the_headings_of_the_briefing_and_no_other(written: tuple[Document, Files]):
    document, files = written
    text = files["md"].decode("utf-8")
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    inline = [one for token in tokens for one in token.children or []]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "fence"}
    assert not kinds & {"code_block", "s_open", "em_open"}
    headings = sum(token.type == "heading_open" for token in tokens)
    sections = [section for section in document.sections if section.key != NUMBERS]
    told = [block for section in sections for block in section.blocks]
    assert headings == 1 + len(sections) + sum(isinstance(one, Subheading) for one in told)
    assert sum(token.type == "hr" for token in tokens) == 1
    assert hostile.ALERT in "".join(one.content for one in inline)
    assert holds_only_letters(text)


def holds_only_letters(text: str) -> bool:
    """Say whether text holds nothing that no print shows, but for the ends of lines."""
    return all(printable(line) == line for line in text.splitlines())


def assert_package_is_sound(file: bytes) -> None:
    """See that each part of an Office file can be read, loads nothing, and calculates nothing."""
    with zipfile.ZipFile(BytesIO(file)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = fromstring(package.read(name))
                assert not root.xpath("//*[@TargetMode='External']"), name
                if name.startswith("xl/"):
                    assert not root.xpath("//*[local-name() = 'f']"), name
            elif name.endswith(".xlsx"):
                assert_package_is_sound(package.read(name))
