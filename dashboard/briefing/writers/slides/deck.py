"""A deck to which slides are added, and the foot that every slide has."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from dashboard.briefing.text import on_a_line
from dashboard.briefing.writers.slides import measure
from dashboard.briefing.writers.slides.letters import set_down
from dashboard.briefing.writers.slides.master import (
    AT_FOOT,
    BOTTOM,
    COVER,
    FOOT,
    GAP,
    HEIGHT,
    MARGIN,
    MOST_TITLE,
    NUMBER_WIDTH,
    POINTS,
    SHOWN,
    TITLES,
    TOP,
    WIDTH,
    place,
    set_master,
)
from dashboard.briefing.writers.slides.native import Box

_LANGUAGE = "en-GB"


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of every slide: the marking in bold, and the rest."""

    marking: str
    rest: str

    @property
    def height(self) -> float:
        """How high it stands, in points."""
        text = f"{self.marking} · {self.rest}"
        return measure.height(text, FOOT, WIDTH - 2 * MARGIN - NUMBER_WIDTH, is_bold=True) + 4


class Deck:
    """A deck to which slides are added one after the other."""

    def __init__(self, foot: Foot):
        """Make it ready, without a slide."""
        self.foot = foot
        self.presentation: Any = Presentation()
        set_master(self.presentation, foot.height)
        self._layouts = {one.name: one for one in self.presentation.slide_layouts}

    def body(self, title: str) -> Box:
        """Return the room beneath a message: the longer the message, the less."""
        top = TOP + self._title_height(title) + GAP
        foot = HEIGHT - BOTTOM - self.foot.height - GAP
        return Box(MARGIN, top, WIDTH - 2 * MARGIN, foot - top)

    def cover(self) -> Any:
        """Add the first slide; its placeholders are to be filled."""
        return self.presentation.slides.add_slide(self._layouts[COVER])

    def add(self, title: str, *, has_points: bool) -> Any:
        """Add a slide with a message.

        Args:
            title: the message.
            has_points: whether it has a placeholder for points beneath.
        """
        layout = self._layouts[POINTS if has_points else SHOWN]
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
            if holder.placeholder_format.type in AT_FOOT:
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
            run.text, run.font.bold = f"{on_a_line(self.foot.marking)} · ", True
        paragraph.add_run().text = on_a_line(self.foot.rest)


def _title_size(title: str) -> int:
    """Return the size of a message."""
    room = WIDTH - 2 * MARGIN
    return int(measure.fitting(title, TITLES, room, MOST_TITLE, is_bold=True))
