"""An empty deck of 16:9: its layouts, letters and colours, and the foot that every slide has."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml.etree import tostring
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard import theme
from dashboard.briefing.writers.slides import measure
from dashboard.briefing.writers.slides.letters import GREYS, set_down, shown
from dashboard.briefing.writers.slides.native import Box

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 44.0
TOP, BOTTOM, GAP = 26.0, 14.0, 12.0
TITLES = (24, 22, 20, 18, 16, 14)
"""Sizes of a message, in points: the longer it is, the smaller."""
MOST_TITLE = 3 * TITLES[0] * measure.LINE
FOOT = 10
_NUMBER_WIDTH = 50.0
_FONT = "Arial"
_COVER, _POINTS, _SHOWN = "Title Slide", "Title and Content", "Title Only"
_FOOT = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_LANGUAGE = "en-GB"
_NOT_OURS = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.PRINTER_SETTINGS,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
)
"""What the empty deck says of whoever made it."""


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of every slide: the marking in bold, and the rest."""

    marking: str
    rest: str

    @property
    def height(self) -> float:
        """How high it stands, in points."""
        text = f"{self.marking} · {self.rest}"
        return measure.height(text, FOOT, WIDTH - 2 * MARGIN - _NUMBER_WIDTH, is_bold=True) + 4


class Deck:
    """A deck to which slides are added one after the other."""

    def __init__(self, foot: Foot):
        """Make it ready, without a slide."""
        self.foot = foot
        self.presentation: Any = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
        self._layouts = {one.name: one for one in self.presentation.slide_layouts}
        for name, layout in list(self._layouts.items()):
            if name not in (_COVER, _POINTS, _SHOWN):
                self.presentation.slide_layouts.remove(layout)
        self._set_master()
        _set_theme(self.presentation.slide_master)
        _leave_out(self.presentation)

    def body(self, title: str) -> Box:
        """Return the room beneath a message: the longer the message, the less."""
        top = TOP + self._title_height(title) + GAP
        foot = HEIGHT - BOTTOM - self.foot.height - GAP
        return Box(MARGIN, top, WIDTH - 2 * MARGIN, foot - top)

    def cover(self) -> Any:
        """Add the first slide; its placeholders are to be filled."""
        return self.presentation.slides.add_slide(self._layouts[_COVER])

    def add(self, title: str, *, has_points: bool) -> Any:
        """Add a slide with a message.

        Args:
            title: the message.
            has_points: whether it has a placeholder for points beneath.
        """
        layout = self._layouts[_POINTS if has_points else _SHOWN]
        slide = self.presentation.slides.add_slide(layout)
        place(slide.shapes.title, Box(MARGIN, TOP, WIDTH - 2 * MARGIN, self._title_height(title)))
        set_down(slide.shapes.title.text_frame, [title], size=_title_size(title))
        if has_points:
            place(slide.placeholders[1], self.body(title))
        return slide

    def close(self, slide: Any) -> None:
        """Set the foot beneath what stands on a slide: it is read last."""
        number = self.presentation.slides.index(slide) + 1
        tree = slide.shapes.element
        for holder in slide.slide_layout.placeholders:
            if holder.placeholder_format.type in _FOOT:
                copied = deepcopy(holder.element)
                highest = max(int(one.get("id")) for one in tree.iter(qn("p:cNvPr")))
                copied.find(".//" + qn("p:cNvPr")).set("id", str(highest + 1))
                tree.append(copied)
        for holder in slide.placeholders:
            if holder.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
                self._write_foot(holder.text_frame)
            elif holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
                holder.element.find(".//" + qn("a:fld")).find(qn("a:t")).text = str(number)

    def settle(self) -> None:
        """Say of every letter that it is British English."""
        for part in self.presentation.part.package.iter_parts():
            root = getattr(part, "_element", None)
            if root is not None:
                for one in root.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
                    one.set("lang", _LANGUAGE)

    def _title_height(self, title: str) -> float:
        """Return the height of a message."""
        room = WIDTH - 2 * MARGIN
        return measure.height(title, _title_size(title), room, is_bold=True) + 4

    def _write_foot(self, frame: Any) -> None:
        """Write the foot of a slide."""
        paragraph = frame.paragraphs[0]
        if self.foot.marking:
            run = paragraph.add_run()
            run.text, run.font.bold = f"{shown(self.foot.marking)} · ", True
        paragraph.add_run().text = shown(self.foot.rest)

    def _set_master(self) -> None:
        """Set the places and sizes that every slide takes from its layout."""
        master, foot = self.presentation.slide_master, self.foot.height
        top, wide = HEIGHT - BOTTOM - foot, WIDTH - 2 * MARGIN
        places = {
            PP_PLACEHOLDER.TITLE: Box(MARGIN, TOP, wide, MOST_TITLE),
            PP_PLACEHOLDER.BODY: Box(MARGIN, 124, wide, top - GAP - 124),
            PP_PLACEHOLDER.FOOTER: Box(MARGIN, top, wide - _NUMBER_WIDTH, foot),
            PP_PLACEHOLDER.SLIDE_NUMBER: Box(
                WIDTH - MARGIN - _NUMBER_WIDTH, top, _NUMBER_WIDTH, foot
            ),
            PP_PLACEHOLDER.CENTER_TITLE: Box(MARGIN, 66, wide, 70),
            PP_PLACEHOLDER.SUBTITLE: Box(MARGIN, 144, wide, 70),
        }
        for held in (master, *self.presentation.slide_layouts):
            for holder in list(held.placeholders):
                kind = holder.placeholder_format.type
                if kind == PP_PLACEHOLDER.DATE:
                    held.shapes.element.remove(holder.element)
                elif kind in places and (held is master or kind not in _INHERITED):
                    place(holder, places[kind])
                if kind in _FOOT:
                    _small(holder)
                if kind == PP_PLACEHOLDER.SUBTITLE:
                    holder.element.find(".//" + qn("a:lvl1pPr")).set("algn", "l")
        master.shapes.element.append(_rule(top - 4, wide))
        _set_styles(master)


_INHERITED = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, *_FOOT)
"""What a layout takes from the master."""


def place(shape: Any, box: Box) -> None:
    """Put a shape in its place; its letters begin at its edge."""
    shape.left, shape.top, shape.width, shape.height = (Pt(one) for one in box)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True


def _title_size(title: str) -> int:
    """Return the size of a message."""
    room = WIDTH - 2 * MARGIN
    return int(measure.fitting(title, TITLES, room, MOST_TITLE, is_bold=True))


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
