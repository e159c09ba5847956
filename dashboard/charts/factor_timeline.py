"""What happened about one factor, on one axis of days: practice, answers, sign-off, notes.

A mark stands on the last day that its date may be, and a thin line leads to it from the first: what
begins to the right of a sign-off is certain to have come later.
"""

import html
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.event_lanes import ABOVE, MOST, NAMES, Placed, begins_at, heading, placed
from dashboard.charts.lanes import GAP, HEADING
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.events import APPRAISALS, STEPS, Event, Happened, Practice
from dashboard.saved import Note
from dashboard.sentences.counts import count, listed
from dashboard.sentences.dates import day
from dashboard.sentences.factor_timeline import AS, span_of, when, where_all
from dashboard.sentences.reviews import review_named

HOW_TO_READ = (
    "A mark stands on the last day that its date may be; a line leads to it from the first. The "
    "upright lines are sign-offs. Hollow: due, or the day on which a review came out."
)
BELOW, SIDE = 26, 3
HIT = 0.02
"""Share of the axis: how close the places lie at which a bar can be clicked."""
LABELLED = 6
"""So many dates stand side by side on a telephone."""
MOST_LINES = 6
MONTHS = (1, 2, 3, 6, 12)
MONTH = 30.44
"""Days."""
Trace = dict[str, Any]


def factor_timeline(
    happened: Happened,
    noted: Sequence[Note],
    mode: theme.Mode,
    sources: Mapping[str, str] = MappingProxyType({}),
) -> go.Figure:
    """Draw the events of one factor in lanes, one below the other.

    Args:
        happened: the events of the factor, at least one of them with a date.
        noted: notes in the order of their list; those outside the axis are not drawn.
        mode: "light" or "dark".
        sources: what each source is called, by its code, where several are counted together.

    Returns:
        A figure. Each mark of an event carries `customdata` of the reference and the source of the
        review that it belongs to; that of a note, of "" and the number of the note.
    """
    drawn = placed(happened, noted, mode)
    bottom = drawn.every_lane[-1].bottom + GAP / 2
    return go.Figure(
        {
            "data": [
                _sign_offs(drawn, mode),
                *_notes(drawn, bottom, mode),
                *_bars(drawn, mode),
                _publications(drawn, mode),
                *_ends(drawn, mode, sources),
                _hits(drawn, sources),
                *(trace for step in STEPS for trace in _step(drawn, step, mode, sources)),
            ],
            "layout": {
                "template": theme.template(mode),
                "height": round(bottom + BELOW),
                "margin": {"l": SIDE, "r": SIDE, "t": 0, "b": BELOW},
                "xaxis": _axis(drawn),
                "yaxis": {"range": [bottom, 0], "visible": False, "fixedrange": True},
                "annotations": [*_headings(drawn, mode), *_first_sign_off(happened, drawn, mode)],
                "hovermode": "closest",
                "hoverdistance": 20,
                "dragmode": False,
                "showlegend": False,
            },
        }
    )


def alt_text(factor: str, happened: Happened) -> str:
    """Describe the chart to a reader who does not see it; the table holds what it draws.

    Args:
        factor: name of the factor.
        happened: the events that the chart draws.
    """
    told = [f"practice of {count(happened.reviews_dated, 'review')} in which it was found"]
    steps = [heading(step, happened) for step in STEPS]
    told += [f"{one[:1].lower()}{one[1:]}" for one in steps]
    return f"Timeline of {factor}: {listed(told)}."


def left_undrawn(happened: Happened) -> str:
    """Say of what only the latest are drawn, where there are too many; "" if everything is."""
    kinds = [("spans of practice", happened.practices)]
    kinds += [(NAMES[step][1], happened.dated(step)) for step in STEPS]
    told = [f"{number:,} {plural}" for plural, number in kinds if number > MOST]
    return (
        f"Drawn are the {MOST} latest of {listed(told)}; {where_all(happened)} all." if told else ""
    )


def _axis(drawn: Placed) -> Trace:
    """Return the axis of days: a few dates, and a faint line at each."""
    first, last = drawn.range
    months = (last - first).days / MONTH / LABELLED
    step = next((one for one in MONTHS if one >= months), 12 * -(-int(months + 1) // 12))
    shown = [on for on in _month_starts(first, last) if (on.year * 12 + on.month - 1) % step == 0]
    form = "%Y" if step >= 12 else "%b<br>%Y"
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "tickmode": "array",
        "tickvals": [on.isoformat() for on in shown],
        "ticktext": [f"{on:{form}}" for on in shown],
        "ticks": "outside",
        "ticklen": 4,
        "showgrid": True,
        "zeroline": False,
        "fixedrange": True,
    }


def _month_starts(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each month between two days."""
    on = first.replace(day=1)
    while on <= last:
        if on >= first:
            yield on
        on = (on + timedelta(days=32)).replace(day=1)


def _headings(drawn: Placed, mode: theme.Mode) -> Iterator[Trace]:
    """Yield the heading of each lane, a line at a time, at the left edge."""
    for lane in drawn.every_lane:
        for place, line in enumerate(lane.heading):
            yield {
                "text": line,
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "yref": "y",
                "y": lane.top + HEADING * place,
                "yanchor": "top",
                "align": "left",
                "showarrow": False,
                "borderpad": 0,
                "bgcolor": theme.ground(mode).background,
                "font": {"size": 12},
            }


def _first_sign_off(happened: Happened, drawn: Placed, mode: theme.Mode) -> Iterator[Trace]:
    """Yield the name of the line of the first sign-off, above it, where there is more room."""
    first = happened.first_of("signed off")
    if first is None or first not in [event.at for event in drawn.steps["signed off"]]:
        return
    begins, ends = drawn.range
    is_left = (first.last - begins) < (ends - begins) / 2
    name = "first signed off" if happened.dated("signed off") > 1 else "signed off"
    lines = (name, when(first))
    yield {
        "text": "<br>".join(f"▏{line}" if is_left else f"{line}▕" for line in lines),
        "align": "left" if is_left else "right",
        "xref": "x",
        "x": first.last.isoformat(),
        "xanchor": "left" if is_left else "right",
        "yref": "y",
        "y": 0,
        "yanchor": "top",
        "showarrow": False,
        "borderpad": 0,
        "bgcolor": theme.ground(mode).background,
        "font": {"size": 12, "color": theme.ground(mode).muted},
    }


def _sign_offs(drawn: Placed, mode: theme.Mode) -> Trace:
    """Return a thin line from each sign-off up through all lanes, for what is before and after."""
    lane = drawn.lanes["signed off"]
    lines = [
        (event.at.last, ABOVE, lane.y(place))
        for place, event in enumerate(drawn.steps["signed off"])
    ]
    line = {"color": theme.ground(mode).muted, "width": 1}
    return _lines("Sign-offs through practice", _upright(lines), line) | {"opacity": 0.55}


def _notes(drawn: Placed, bottom: float, mode: theme.Mode) -> Iterator[Trace]:
    """Yield a dotted line and a number for each note: 1 is the first of the list beside it."""
    if drawn.notes is None:
        return
    muted = theme.ground(mode).muted
    lines = [(note.on, drawn.practice.marks_top, bottom) for _, note in drawn.noted]
    yield _lines("Notes", _upright(lines), {"color": muted, "width": 1, "dash": "dot"})
    yield {
        "type": "scatter",
        "mode": "markers+text",
        "name": "Numbers of notes",
        "x": [note.on.isoformat() for _, note in drawn.noted],
        "y": [drawn.notes.y(place) for place in range(len(drawn.noted))],
        "text": [f" <b>{number}</b>" for number, _ in drawn.noted],
        "textposition": "middle right",
        "textfont": {"color": muted, "size": 12},
        "marker": {"symbol": "square", "size": 9, "color": muted, "opacity": 1},
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": muted}},
        "customdata": [["", number] for number, _ in drawn.noted],
        "hovertext": [_of_note(number, note) for number, note in drawn.noted],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _bars(drawn: Placed, mode: theme.Mode) -> Iterator[Trace]:
    """Yield the spans of practice: solid, or dotted where nobody knows when it began."""
    for appraisal in APPRAISALS:
        colour = theme.appraisal_cue(appraisal, mode).colour
        for is_known, dash in ((True, "solid"), (False, "dot")):
            stretches = [
                (begins_at(span, drawn.length), span.days.last, drawn.practice.y(place))
                for place, span in enumerate(drawn.spans)
                if span.one.appraisal == appraisal and bool(span.one.began) == is_known
            ]
            line = {"color": colour, "width": 4 if is_known else 3, "dash": dash}
            if stretches:
                yield _lines(f"Practice, {appraisal}", _level(stretches), line)


def _publications(drawn: Placed, mode: theme.Mode) -> Trace:
    """Return a dotted line from the end of practice to the day on which its review came out."""
    stretches = [
        (span.days.last, span.one.came_out.last, drawn.practice.y(place))
        for place, span in enumerate(drawn.spans)
        if span.one.came_out is not None
    ]
    line = {"color": theme.ground(mode).muted, "width": 1, "dash": "dot"}
    return _lines("Until it came out", _level(stretches), line)


def _ends(drawn: Placed, mode: theme.Mode, sources: Mapping[str, str]) -> Iterator[Trace]:
    """Yield the mark at the end of each practice, and the one of the day on which it came out."""
    greys = theme.ground(mode)
    for appraisal in APPRAISALS:
        colour, symbol = theme.appraisal_cue(appraisal, mode)
        spans = [
            (span.days.last, drawn.practice.y(place), span)
            for place, span in enumerate(drawn.spans)
            if span.one.appraisal == appraisal
        ]
        if spans:
            shape = {"symbol": symbol, "size": 10, "color": colour}
            marks = [(x, y, *_of_span(span, sources)) for x, y, span in spans]
            yield _marks(f"Practice, {appraisal}", marks, shape)
    out = [
        (span.one.came_out.last, drawn.practice.y(place), *_of_span(span, sources))
        for place, span in enumerate(drawn.spans)
        if span.one.came_out is not None
    ]
    ring = {"color": greys.muted, "width": 1.3}
    yield _marks("Came out", out, {"size": 7, "color": greys.background, "line": ring})


def _hits(drawn: Placed, sources: Mapping[str, str]) -> Trace:
    """Return places along each bar at which it can be clicked: a line itself cannot be."""
    step = max(round(drawn.length * HIT), 1)
    places = []
    for place, span in enumerate(drawn.spans):
        begins, y = begins_at(span, drawn.length), drawn.practice.y(place)
        told = _of_span(span, sources)
        days = range(0, (span.days.last - begins).days, step)
        places += [(begins + timedelta(days=on), y, *told) for on in days]
    return _marks("Along practice", places, {"size": 12, "opacity": 0.01}) | {
        "unselected": {"marker": {"opacity": 0.01}}
    }


def _step(
    drawn: Placed, step: str, mode: theme.Mode, sources: Mapping[str, str]
) -> Iterator[Trace]:
    """Yield the events of one step: a mark each, and a line over the days that its date may be."""
    greys, lane = theme.ground(mode), drawn.lanes[step]
    rows = [(event, lane.y(place)) for place, event in enumerate(drawn.steps[step])]
    may_be = [(event.at.first, event.at.last, y) for event, y in rows]
    yield _lines(f"Days that it may be, {step}", _level(may_be), {"color": greys.muted, "width": 2})
    # what was only to be done is hollow; what the eye is to start from, the sign-off, is dark
    fill = {"due": greys.background, "signed off": greys.text}.get(step, greys.muted)
    ring = {"color": greys.muted, "width": 1.3 if step == "due" else 0}
    shape = {"symbol": theme.POINT, "size": 9, "color": fill, "line": ring}
    marks = [(event.at.last, y, event, _of_event(event, sources)) for event, y in rows]
    yield _marks(step, marks, shape)


def _lines(name: str, at: tuple[list[Any], list[Any]], line: Trace) -> Trace:
    """Return lines that say nothing when pointed at."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": at[0],
        "y": at[1],
        "line": line,
        "hoverinfo": "skip",
    }


def _level(stretches: Sequence[tuple[date, date, float]]) -> tuple[list[Any], list[Any]]:
    """Return level lines, each from a day to a day, as plotly takes them."""
    xs = [x for first, last, _ in stretches for x in (first.isoformat(), last.isoformat(), None)]
    return xs, [at for _, _, y in stretches for at in (y, y, None)]


def _upright(lines: Sequence[tuple[date, float, float]]) -> tuple[list[Any], list[Any]]:
    """Return upright lines, each on a day, as plotly takes them."""
    xs = [x for on, _, _ in lines for x in (on.isoformat(), on.isoformat(), None)]
    return xs, [at for _, top, bottom in lines for at in (top, bottom, None)]


def _marks(name: str, marks: Sequence[tuple[date, float, Event, str]], shape: Trace) -> Trace:
    """Return marks of one shape, each a door to its review."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [on.isoformat() for on, _, _, _ in marks],
        "y": [y for _, y, _, _ in marks],
        "marker": {"opacity": 1} | shape,
        "unselected": {"marker": {"opacity": 1}},
        "customdata": [[event.review_ref, event.source_id] for _, _, event, _ in marks],
        "hovertext": [words for _, _, _, words in marks],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _of_span(span: Practice, sources: Mapping[str, str]) -> tuple[Event, str]:
    """Return a finding of some practice, and what the practice says when pointed at."""
    one = span.one
    name = review_named(one.review_ref, one.source_id, sources)
    lines = [f"<b>{as_plotly(wrapped(f'{name} {one.title}'.strip()))}</b>"]
    lines += ["Ordinary work"] if one.is_ordinary_work else []
    lines.append(as_plotly(wrapped(f"Practice {span_of(one)}")))
    as_what = AS[one.appraisal]
    agencies = list(dict.fromkeys(event.agency for event in span.events if event.agency))
    place = "in the same review as" if one.attribution == "review" else "at"
    where = f" {place} {'; '.join(agencies)}" if agencies else ""
    found = f"Found{as_what} in {count(len(span.events), 'finding')}{where}"
    lines.append(as_plotly(wrapped(found)))
    if one.came_out is not None:
        lines.append(f"Came out {when(one.came_out)}")
    return one, "<br>".join(lines)


def _of_event(event: Event, sources: Mapping[str, str]) -> str:
    """Return what an event says when pointed at."""
    name = NAMES[event.kind][0]
    lines = [f"<b>{name[0].upper()}{name[1:]} {when(event.at)}</b>"]
    text = wrapped(event.label or event.ref)
    lines.append(as_plotly([*text[:MOST_LINES], *(["…"] if text[MOST_LINES:] else [])]))
    if event.agency:
        lines.append(as_plotly(wrapped(event.agency)))
    of_review = f"Review {review_named(event.review_ref, event.source_id, sources)}"
    lines.append(as_plotly(wrapped(f"{event.status}, {of_review}" if event.status else of_review)))
    return "<br>".join(lines)


def _of_note(number: int, note: Note) -> str:
    """Return what a note says when pointed at; the list of notes says it too."""
    about = html.escape(f"{number}. {day(note.on)}: {note.kind}, {note.owner}", quote=False)
    return f"<b>{about}</b><br>{as_plotly(wrapped(note.text)[:MOST_LINES])}"
