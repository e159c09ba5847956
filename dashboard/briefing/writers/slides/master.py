"""The layouts of a deck of 16:9: places, letters and colours that every slide takes on."""

from typing import Any

from lxml.etree import tostring
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard import theme
from dashboard.briefing.writers.slides import measure
from dashboard.briefing.writers.slides.letters import GREYS
from dashboard.briefing.writers.slides.native import Box

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 44.0
TOP, BOTTOM, GAP = 26.0, 14.0, 12.0
TITLES = (24, 22, 20, 18, 16, 14)
"""Sizes of a message, in points: the longer it is, the smaller."""
MOST_TITLE = 2 * TITLES[0] * measure.LINE
FOOT = 12
NUMBER_WIDTH = 50.0
_FONT = "Arial"
COVER, POINTS, SHOWN = "Title Slide", "Title and Content", "Title Only"
AT_FOOT = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_NOT_OURS = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.PRINTER_SETTINGS,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
)
"""What the empty deck says of whoever made it."""
_INHERITED = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, *AT_FOOT)
"""What a layout takes from the master."""


def set_master(presentation: Any, foot: float) -> None:
    """Make the empty deck ours: places, sizes, letters and colours that every slide takes on.

    Args:
        presentation: the empty deck.
        foot: how high the foot of every slide stands, in points.
    """
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _keep_layouts(presentation)
    _set_places(presentation, foot)
    _set_theme(presentation.slide_master)
    _leave_out(presentation)


def _keep_layouts(presentation: Any) -> None:
    """Keep the layouts that are used."""
    for layout in list(presentation.slide_layouts):
        if layout.name not in (COVER, POINTS, SHOWN):
            presentation.slide_layouts.remove(layout)


def _set_places(presentation: Any, foot: float) -> None:
    """Set the places that every slide takes from its layout."""
    master = presentation.slide_master
    top, wide = HEIGHT - BOTTOM - foot, WIDTH - 2 * MARGIN
    places = {
        PP_PLACEHOLDER.TITLE: Box(MARGIN, TOP, wide, MOST_TITLE),
        PP_PLACEHOLDER.BODY: Box(MARGIN, 124, wide, top - GAP - 124),
        PP_PLACEHOLDER.FOOTER: Box(MARGIN, top, wide - NUMBER_WIDTH, foot),
        PP_PLACEHOLDER.SLIDE_NUMBER: Box(WIDTH - MARGIN - NUMBER_WIDTH, top, NUMBER_WIDTH, foot),
        PP_PLACEHOLDER.CENTER_TITLE: Box(MARGIN, 66, wide, 70),
        PP_PLACEHOLDER.SUBTITLE: Box(MARGIN, 144, wide, 70),
    }
    for held in (master, *presentation.slide_layouts):
        for holder in list(held.placeholders):
            kind = holder.placeholder_format.type
            if kind == PP_PLACEHOLDER.DATE:
                held.shapes.element.remove(holder.element)
            elif kind in places and (held is master or kind not in _INHERITED):
                place(holder, places[kind])
            if kind in AT_FOOT:
                _small(holder)
            if kind == PP_PLACEHOLDER.SUBTITLE:
                holder.element.find(".//" + qn("a:lvl1pPr")).set("algn", "l")
    master.shapes.element.append(_rule(top - 4, wide))
    _set_styles(master)


def place(shape: Any, box: Box) -> None:
    """Put a shape in its place; its letters begin at its edge."""
    shape.left, shape.top, shape.width, shape.height = (Pt(one) for one in box)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True


def _small(holder: Any) -> None:
    """Set the letters of a foot small, from its top on."""
    for old in holder.element.iter(qn("a:lvl1pPr")):
        is_number = holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
        old.set("algn", "r" if is_number else "l")
        letters = old.find(qn("a:defRPr"))
        letters.set("sz", str(100 * FOOT))
        inked = letters.find(qn("a:solidFill"))
        inked.replace(inked[0], _ink(GREYS.muted))
    holder.text_frame._txBody.find(qn("a:bodyPr")).set("anchor", "t")


def _rule(top: float, wide: float) -> Any:
    """Return the line above the foot: an ornament, which is not read out."""
    return parse_xml(
        f"<p:cxnSp {nsdecls('p', 'a')}><p:nvCxnSpPr><p:cNvPr id='90' name='Line above the foot'/>"
        "<p:cNvCxnSpPr/><p:nvPr userDrawn='1'/></p:nvCxnSpPr><p:spPr><a:xfrm>"
        f"<a:off x='{Pt(MARGIN)}' y='{Pt(top)}'/><a:ext cx='{Pt(wide)}' cy='0'/></a:xfrm>"
        "<a:prstGeom prst='line'><a:avLst/></a:prstGeom><a:ln w='9525'><a:solidFill>"
        f"<a:srgbClr val='{GREYS.rule[1:]}'/></a:solidFill></a:ln></p:spPr></p:cxnSp>"
    )


def _set_styles(master: Any) -> None:
    """Set titles bold to the left, and points in a readable size."""
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", str(100 * TITLES[0]))
    title.find(qn("a:defRPr")).set("b", "1")
    points = styles.find(qn("p:bodyStyle")).find(qn("a:lvl1pPr"))
    points.set("marL", str(Pt(22)))
    points.set("indent", str(-Pt(22)))
    points.find(qn("a:defRPr")).set("sz", "2000")
    points.find(qn("a:spcBef")).find(qn("a:spcPct")).set("val", "0")
    for holder in master.placeholders:
        if holder.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            holder.text_frame._txBody.find(qn("a:bodyPr")).set("anchor", "t")


def _set_theme(master: Any) -> None:
    """Give the deck our letters, and our hues for what is added to it later."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = parse_xml(part.blob)
    for font in root.iter(qn("a:latin")):
        font.set("typeface", _FONT)
    hues = [GREYS.muted, *(cue.colour for cue in theme.APPRAISALS["light"].values())]
    for place_, hue in enumerate([*hues, theme.LAYERS["light"]["local-strategic"].colour], 1):
        root.find(".//" + qn(f"a:accent{place_}")).find(qn("a:srgbClr")).set("val", hue[1:])
    ink = root.find(".//" + qn("a:dk1"))
    ink.replace(ink[0], _ink(GREYS.text))
    part.blob = _written(root)


def _ink(hexadecimal: str) -> Any:
    """Return a colour as a file of the kind holds it."""
    return parse_xml(f"<a:srgbClr {nsdecls('a')} val='{hexadecimal[1:]}'/>")


def _written(root: Any) -> bytes:
    """Return XML as a part holds it."""
    return tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _leave_out(presentation: Any) -> None:
    """Leave out what is not ours, and that the empty deck was of 4:3."""
    presentation.part._element.find(qn("p:sldSz")).attrib.pop("type", None)
    for holder in (presentation.part.package, presentation.part):
        for key, relation in list(holder._rels.items()):
            if relation.reltype in _NOT_OURS:
                holder._rels.pop(key)
