"""The styles of the document: a board changes them once, and the whole document follows."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from dashboard.briefing.writers.widths import SIZES, Letters
from dashboard.theme import ground

FONT = "Arial"
LANGUAGE = "en-GB"
TABLE = "Briefing table"
GREYS = ground("light")
_OF_A_LINE = 2.5  # points
_OF_WORD = ("toc 1",)  # styles that Word knows, and the empty document does not have yet
_WORD_2013 = "15"  # what later versions write too: no "compatibility mode"


@dataclass(frozen=True)
class Look:
    """How a paragraph style looks.

    Attributes:
        size: of the letters, in points.
        before, after: room above and beneath, in points.
        is_bold: whether its letters are bold.
        is_muted: whether it is of second rank.
        keeps: whether it stays on the page of what follows.
        indent: how far it is set in, in cm.
        hangs: how far its first line stands out, in cm.
        has_rule: whether a rule stands to its left.
        is_shaded: whether it stands on grey.
    """

    size: float
    before: float = 0
    after: float = 6
    is_bold: bool = False
    is_muted: bool = False
    keeps: bool = False
    indent: float = 0
    hangs: float = 0
    has_rule: bool = False
    is_shaded: bool = False


def of_table(letters: Letters) -> tuple[str, str]:
    """Return the names of the styles of a table: of its heading row, and of the rows beneath."""
    first = {"usual": "Table"}.get(letters.name, f"{letters.name.capitalize()} table")
    return f"{first} heading", f"{first} text"


def _looks_of_table(letters: Letters) -> Iterator[tuple[str, Look]]:
    """Yield the styles of a table: Word leaves a little free above and beneath a line already."""
    free = letters.above - _OF_A_LINE
    for name, is_bold in zip(of_table(letters), (True, False), strict=True):
        yield name, Look(letters.size, before=free, after=free, is_bold=is_bold)


STYLES = {
    "Normal": Look(10.5),
    "Marking": Look(12, after=0, is_bold=True),
    "Title": Look(30, before=48, after=4, is_bold=True),
    "Subtitle": Look(18, after=14),
    "Board": Look(14, after=24, is_bold=True),
    "Fact": Look(10.5, after=3, indent=3.6, hangs=3.6),
    "TOC Heading": Look(17, before=24, after=8, is_bold=True, keeps=True),
    "toc 1": Look(10.5, after=3),
    "Heading 1": Look(17, before=20, after=8, is_bold=True, keeps=True),
    "Heading 2": Look(12.5, before=14, after=5, is_bold=True, keeps=True),
    "Lead": Look(12, after=8),
    "Note": Look(9, before=4, after=6, is_muted=True),
    "Notice": Look(10.5, before=6, after=6, indent=0.3, has_rule=True, is_shaded=True),
    "Quote": Look(10.5, before=4, after=1, indent=0.6, has_rule=True, keeps=True),
    "Quote source": Look(9, after=8, is_muted=True, indent=0.6, has_rule=True),
    "Caption": Look(10.5, before=10, after=4, is_bold=True, keeps=True),
    "Figure": Look(10.5, after=4),
    "List Bullet": Look(10.5, after=3),
    "List Number": Look(10.5, after=3),
    **{name: look for letters in SIZES for name, look in _looks_of_table(letters)},
    "Header": Look(8.5, after=0, is_muted=True),
    "Footer": Look(8.5, after=0, is_muted=True),
    "End": Look(1, after=0),
}
"""Each style that a briefing uses; those that Word knows bear the names that it knows them by."""

SHORT = {
    "Normal": Look(10, after=4),
    "Title": Look(20, before=0, after=0, is_bold=True),
    "Subtitle": Look(14, after=3),
    "Board": Look(11, after=3, is_bold=True),
    "Fact": Look(9.5, after=0, indent=3.6, hangs=3.6),
    "Heading 1": Look(13, before=11, after=4, is_bold=True, keeps=True),
    "Lead": Look(10.5, after=4),
    "Note": Look(8.5, before=1, after=3, is_muted=True),
    "Notice": Look(9, before=3, after=3, indent=0.3, has_rule=True, is_shaded=True),
    "Quote": Look(10, before=3, after=0, indent=0.6, has_rule=True, keeps=True),
    "Quote source": Look(8.5, after=4, is_muted=True, indent=0.6, has_rule=True),
    "List Bullet": Look(10, after=1.5),
    "List Number": Look(10, after=1.5),
}
"""The styles of what is read at a sitting, on two pages: its title has no page of its own."""


def dress(word: Word, *, is_short: bool) -> None:
    """Give a document the styles, the language and the settings of a briefing.

    Args:
        word: the document.
        is_short: whether it is read at a sitting, on two pages.
    """
    _set_defaults(word)
    _forget_other_styles(word)
    for name, look in (STYLES | SHORT if is_short else STYLES).items():
        _set(_style(word, name), look)
    _add_table_style(word)
    _set_compatibility(word)


def _set_defaults(word: Word) -> None:
    """Set letters and language beneath every style."""
    letters: Any = word.styles.element.find(".//" + qn("w:rPrDefault") + "/" + qn("w:rPr"))
    for child in list(letters):
        letters.remove(child)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    letters.extend((fonts, language))


def _forget_other_styles(word: Word) -> None:
    """Leave out the table styles of other documents, and the copy of all styles for Word 2010."""
    styles: Any = word.styles.element
    for unused in styles.xpath('w:style[@w:type="table" and not(@w:default)]'):
        styles.remove(unused)
    relations: Any = word.part.rels
    for name, relation in list(relations.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del relations[name]


def _style(word: Word, name: str) -> Any:
    """Return a paragraph style without what it looked like, made if there is none."""
    if name not in word.styles:
        is_of_word = name in _OF_WORD
        made: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=is_of_word)
        made.base_style = word.styles["Normal"]
        made.quick_style = True
        return made
    style: Any = word.styles[name]
    style.hidden = False
    element = style.element
    own = ("pBdr", "spacing", "contextualSpacing", "tabs")
    for found in element.xpath("w:rPr | " + " | ".join(f"w:pPr/w:{name}" for name in own)):
        found.getparent().remove(found)
    return style


def _set(style: Any, look: Look) -> None:
    """Make a style look so."""
    font, form = style.font, style.paragraph_format
    font.size = Pt(look.size)
    font.bold = look.is_bold
    font.italic = False
    font.color.rgb = RGBColor.from_string((GREYS.muted if look.is_muted else GREYS.text)[1:])
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    form.line_spacing = 1.12 if look.size < 16 else 1.0
    form.widow_control = True
    form.keep_with_next = look.keeps
    if look.indent:
        form.left_indent = Cm(look.indent)
        form.first_line_indent = Cm(-look.hangs)
    if look.hangs:
        form.tab_stops.add_tab_stop(Cm(look.hangs))
    _rule_and_shade(style.element.get_or_add_pPr(), look)
    _same_for_letters(style)


def _rule_and_shade(form: Any, look: Look) -> None:
    """Draw the rule of a style, and its ground with some room around the letters."""
    if look.has_rule:
        rule = f'w:val="single" w:sz="18" w:space="8" w:color="{GREYS.rule[1:]}"'
        edge = f'w:val="single" w:sz="4" w:space="4" w:color="{GREYS.surface[1:]}"'
        above, beneath = (f"<w:top {edge}/>", f"<w:bottom {edge}/>") if look.is_shaded else ("", "")
        border = f"<w:pBdr {nsdecls('w')}>{above}<w:left {rule}/>{beneath}</w:pBdr>"
        form.insert_element_before(parse_xml(border), *_AFTER_BORDER)
    if look.is_shaded:
        fill = f'w:val="clear" w:color="auto" w:fill="{GREYS.surface[1:]}"'
        form.insert_element_before(parse_xml(f"<w:shd {nsdecls('w')} {fill}/>"), *_AFTER_SHADE)


_AFTER_SHADE = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
_AFTER_BORDER = ("w:shd", *_AFTER_SHADE)


def _same_for_letters(style: Any) -> None:
    """Let the style for single letters that is linked to a paragraph style look the same."""
    link = style.element.find(qn("w:link"))
    if link is None:
        return
    for linked in style.element.getparent().xpath(f'w:style[@w:styleId="{link.get(qn("w:val"))}"]'):
        for letters in linked.xpath("w:rPr"):
            linked.remove(letters)
        linked.append(deepcopy(style.element.rPr))


def _add_table_style(word: Word) -> None:
    """Add the style of tables: lines between rows, and a heading row over a stronger one."""
    line = f'w:val="single" w:space="0" w:color="{GREYS.rule[1:]}"'
    beside = f'w:w="{Pt(SIZES[0].beside).twips}" w:type="dxa"'
    strong = f'w:val="single" w:space="0" w:color="{GREYS.muted[1:]}"'
    word.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BriefingTable">'
            f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
            f'<w:tblPr><w:tblBorders><w:top {strong} w:sz="8"/><w:bottom {strong} w:sz="8"/>'
            f'<w:insideH {line} w:sz="4"/></w:tblBorders><w:tblCellMar><w:left {beside}/>'
            f"<w:right {beside}/></w:tblCellMar></w:tblPr>"
            f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {strong} w:sz="8"/>'
            f'</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )


def _set_compatibility(word: Word) -> None:
    """Write for the Word of today, and say which language the letters of its theme are in."""
    settings: Any = word.settings.element
    for mode in settings.xpath('.//w:compatSetting[@w:name="compatibilityMode"]'):
        mode.set(qn("w:val"), _WORD_2013)
    for language in settings.xpath("w:themeFontLang"):
        language.set(qn("w:val"), LANGUAGE)
    for unwanted in settings.xpath("w:zoom | w:savePreviewPicture | w:proofState"):
        settings.remove(unwanted)
