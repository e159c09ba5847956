"""Where the events of one factor stand: the ends of the axis of days, and the lanes.

The axis is of real days and not of periods, as it is where factors are counted by period
(`time_axis.py`): practice is a span of its own length, and a few weeks decide whether it lay before
a sign-off or after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from dashboard import theme
from dashboard.charts.lanes import Lane, Stretch, lanes
from dashboard.events import APPRAISALS, STEPS, Days, Event, Happened, Practice
from dashboard.saved import Note
from dashboard.sentences.counts import count

MOST = 60
"""So many spans of practice, and so many events of a kind, are drawn: the latest."""
STUB, APART, PADDING = 0.04, 0.03, 0.025
"""Shares of the axis: the dots before practice whose beginning is not recorded; the room between
two marks of a row; the room at either end."""
ABOVE = 38
"""Pixels above the first lane, for the two lines of the name of the first sign-off."""
ENTRIES_IN_LINE = 3
"""So many entries of a key stand side by side on a telephone."""
GLYPHS = {"circle": "●", "diamond": "◆", "triangle-up": "▲", "square": "■"}
CAME_OUT, NO_BEGINNING = "○ the review came out", "┈ beginning not recorded"
NAMES = {
    "made": ("recommendation made", "recommendations made", "No recommendation with a date"),
    "due": ("action due", "actions due", "No action with a date due"),
    "completed": ("action completed", "actions completed", "No action completed on a known day"),
    "signed off": (
        "action signed off",
        "actions signed off",
        "No action signed off on a known day",
    ),
}


@dataclass(frozen=True)
class Placed:
    """What is drawn, and where.

    Attributes:
        spans: practice, with its rows in the lane `practice`.
        steps: for each step the events, with their rows in its lane of `lanes`.
        noted: notes with their numbers, in the lane `notes`, which is None without any.
        first: first day of what is drawn.
        last: last day of it.
    """

    spans: list[Practice]
    steps: dict[str, list[Event]]
    noted: list[tuple[int, Note]]
    first: date
    last: date
    practice: Lane
    lanes: dict[str, Lane]
    notes: Lane | None

    @property
    def length(self) -> int:
        """Days of what is drawn."""
        return length_of(self.first, self.last)

    @property
    def range(self) -> tuple[date, date]:
        """First and last day of the axis, with some room at either end."""
        room = timedelta(days=ceil(self.length * PADDING))
        return self.first - room, self.last + room

    @property
    def every_lane(self) -> list[Lane]:
        """The lanes from the top."""
        return [self.practice, *self.lanes.values(), *([self.notes] if self.notes else [])]


def placed(happened: Happened, noted: Sequence[Note], mode: theme.Mode) -> Placed:
    """Choose what is drawn of the events of a factor, and place it.

    Args:
        happened: the events, at least one of them with a date.
        noted: notes in the order of their list; those outside the axis are not drawn.
        mode: "light" or "dark".
    """
    spans = happened.spans(MOST)
    steps = {step: happened.steps(step, MOST) for step in STEPS}
    first, last = _extent(spans, [event for of_step in steps.values() for event in of_step])
    inside = [(n, note) for n, note in enumerate(noted, 1) if first <= note.on <= last]
    length = length_of(first, last)
    drawn = [(_practice_heading(happened, spans, mode), [_taken(one, length) for one in spans])]
    drawn += [
        ((f"<b>{heading(step, happened)}</b>",), [_stretch(event.at) for event in steps[step]])
        for step in STEPS
    ]
    if inside:
        name = f"<b>{count(len(inside), 'note', 'notes')} of the board</b>"
        drawn.append(((name,), [_stretch(Days(note.on, note.on, "day")) for _, note in inside]))
    practice, *others = lanes(drawn, length * APART, float(ABOVE))
    return Placed(
        spans=spans,
        steps=steps,
        noted=inside,
        first=first,
        last=last,
        practice=practice,
        lanes=dict(zip(STEPS, others, strict=False)),
        notes=others[-1] if inside else None,
    )


def length_of(first: date, last: date) -> int:
    """Return the days from one day to another, at least one."""
    return max((last - first).days, 1)


def heading(step: str, happened: Happened) -> str:
    """Return how many events of a step have a date: "2 actions signed off"."""
    one, more, none = NAMES[step]
    number = happened.dated(step)
    return count(number, one, more) if number else none


def begins_at(span: Practice, length: int) -> date:
    """Return where the mark of practice begins: earlier than its days if nobody knows when it did.

    Args:
        span: the practice.
        length: days of what is drawn.
    """
    return span.days.first - timedelta(days=0 if span.one.began else round(length * STUB))


def _extent(spans: Sequence[Practice], answers: Sequence[Event]) -> tuple[date, date]:
    """Return the first and the last day of what is drawn."""
    every = [*(span.days for span in spans), *(event.at for event in answers)]
    every += [span.one.came_out for span in spans if span.one.came_out is not None]
    first, last = min(days.first for days in every), max(days.last for days in every)
    length = length_of(first, last)
    return min([first, *(begins_at(span, length) for span in spans)]), last


def _taken(span: Practice, length: int) -> Stretch:
    """Return what practice takes of the axis, with the mark of the day on which it came out."""
    ends = [span.days.last, *([span.one.came_out.last] if span.one.came_out else [])]
    return Stretch(begins_at(span, length).toordinal(), max(ends).toordinal())


def _stretch(days: Days) -> Stretch:
    """Return what a date takes of the axis."""
    return Stretch(days.first.toordinal(), days.last.toordinal())


def _practice_heading(
    happened: Happened, spans: Sequence[Practice], mode: theme.Mode
) -> tuple[str, ...]:
    """Return the heading of the lane of practice: how many reviews, and what its marks mean."""
    reviews = happened.reviews_dated
    if not reviews:
        return ("<b>No practice with a date</b>",)
    appraised = [one for one in APPRAISALS if any(span.one.appraisal == one for span in spans)]
    marks = [] if appraised == ["neutral"] else [_in_key(one, mode) for one in appraised]
    muted = theme.ground(mode).muted
    others = [CAME_OUT] if any(span.one.came_out for span in spans) else []
    others += [NO_BEGINNING] if not all(span.one.began for span in spans) else []
    rest = [f'<span style="color:{muted}">{words}</span>' for words in others]
    is_short = len(marks) + len(rest) <= ENTRIES_IN_LINE
    lines = [[*marks, *rest]] if is_short else [marks, rest]
    name = f"<b>Practice of {count(reviews, 'review')} in which it was found</b>"
    return (name, *("\u2003".join(line) for line in lines if line))


def _in_key(appraisal: str, mode: theme.Mode) -> str:
    """Return an appraisal with its mark."""
    colour, symbol = theme.appraisal_cue(appraisal, mode)
    return f'<span style="color:{colour}">{GLYPHS[symbol]} {appraisal}</span>'
