"""A briefing as Markdown: everything in it, and nothing that its letters did not say."""

from dataclasses import replace

from markdown_it import MarkdownIt

from dashboard.briefing.document import Bullets, Cell, Paragraph, Quotation, Section, Table
from dashboard.briefing.figure_numbers import numbers
from dashboard.briefing.figures import Bars, Dots, Trend
from dashboard.briefing.text import Run, plain
from dashboard.briefing.writers.markdown import to_markdown
from tests.dashboard.briefing.documents_drawn import document

READER = MarkdownIt("commonmark").enable("table")


def shown(text: str) -> str:
    """Return the letters that a reader of Markdown is shown."""
    tokens = READER.parse(text)
    inline = [token for token in tokens if token.type == "inline"]
    return "\n".join("".join(child.content for child in token.children or []) for token in inline)


def of_blocks(*blocks: object) -> str:
    """Write a briefing of one section."""
    section = Section("x", "A heading", blocks)  # type: ignore[arg-type]
    return to_markdown(replace(document(), sections=(section,))).decode("utf-8")


def test_text_is_shown_as_it_is():
    hostile = "*a* _b_ `c` [d](e) <b>f</b> | g # h \\ ![i](j) &amp; $k$"
    for block in (
        Paragraph(plain(hostile)),
        Bullets((plain(hostile),)),
        Quotation(hostile, hostile),
        Table(hostile, (), ()),
    ):
        assert hostile in shown(of_blocks(block)), block


def test_what_begins_a_line_makes_no_list_and_no_heading():
    for text in ("- a", "+ a", "1. a", "2) a", "# a", "> a", "    a", "---", "==="):
        tokens = READER.parse(of_blocks(Paragraph(plain(text))))
        heading = next(n for n, one in enumerate(tokens) if one.content == "A heading")
        kinds = [token.type for token in tokens[heading + 2 : heading + 6]]
        assert kinds == ["paragraph_open", "inline", "paragraph_close", "hr"], text
        assert text.strip() in shown(of_blocks(Paragraph(plain(text))))


def test_bold_holds_no_space_at_its_ends():
    text = of_blocks(Paragraph((Run("In", True), Run(" "), Run(" Own team ", True), Run("."))))
    assert "**In**  **Own team** ." in text


def test_a_cell_stays_in_its_cell():
    table = Table("T", (), (("a | b", Cell("line\nbreak", 3)),))
    assert "| a \\| b | line break |" in of_blocks(table)


def test_each_number_of_each_figure_stands_in_it():
    text = to_markdown(document()).decode("utf-8")
    letters = shown(text)
    figures = [
        block
        for section in document().sections
        for block in section.blocks
        if isinstance(block, Dots | Bars | Trend)
    ]
    assert len(figures) > 2
    for figure in figures:
        for row in numbers(figure).rows:
            for cell in row:
                assert " ".join(cell.split()) in letters


def test_the_same_document_has_the_same_bytes():
    assert to_markdown(document()) == to_markdown(document())
