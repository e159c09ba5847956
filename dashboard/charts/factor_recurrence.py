"""How often each factor is found: a dot with its interval, problem and strength side by side."""

import html
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard import theme
from dashboard.charts.placed import APPRAISALS, Factor, Mark, placed
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.estimates import is_too_few
from dashboard.recurrence import Recurrence, recurrences
from dashboard.sentences.counts import count, found_of, listed, percent

NAMES = {"problem": "Problem", "strength": "Strength", "mixed": "Mixed", "neutral": "Neutral"}
NOUNS = {"problem": "a problem", "strength": "a strength", "mixed": "mixed", "neutral": "neutral"}
GLYPHS = {"circle": "●", "diamond": "◆", "triangle-up": "▲", "square": "■"}
AXIS = "Share of reviews assessed, with its 95% interval"

CHARACTER_WIDTH = 7  # pixels, of a number at its size
STRIP_TO_AXIS = 11
SYMBOL_LENGTH = 1.4  # of plotly's line symbol, in its size
DIMMED = 0.4
Trace = dict[str, Any]


def factor_recurrence(
    recurrence: pd.DataFrame,
    mode: theme.Mode,
    selected: str | None = None,
    *,
    axis: str = AXIS,
    as_what: str = "",
) -> go.Figure:
    """Draw each factor's share of the reviews in which it was assessed, with its interval.

    Args:
        recurrence: rows of `factor_recurrence.sql` with `share`, `share_low` and `share_high`
            (0 to 1), in the order to draw. Factors that were not assessed come last, and say so.
        mode: "light" or "dark".
        selected: id of the factor to bring out; the others are dimmed. No factor is dimmed for one
            that is not there.
        axis: what the shares are of.
        as_what: what a mark is pointed at as, where that is not its appraisal.

    Returns:
        A figure as high as its rows. Each mark and number carries `customdata` of factor_id and
        appraisal; the name of a factor carries its factor_id and "".
    """
    factors = placed(recurrences(recurrence))
    lit = [factor for factor in factors if factor.row.factor_id == selected] or factors
    dimmed = [factor for factor in factors if factor.row.factor_id != selected and lit != factors]
    end, step = _scale(factors)
    traces = [*_grid(factors, end, step, mode), *_strips(factors, mode)]
    for group, is_lit in ((lit, True), (dimmed, False)):
        traces += [_names(group, is_lit, mode), *_dots(group, is_lit, mode, as_what)]
        traces += _numbers(group, is_lit, mode)
    drawn = [trace for trace in traces if len(trace["x"])]
    return go.Figure({"data": drawn, "layout": _layout(factors, end, step, mode, axis)})


def alt_text(recurrence: pd.DataFrame, noun: str = "factor") -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        recurrence: the rows that the chart draws.
        noun: what they are rows of.

    Returns:
        What is drawn, the first three factors of each appraisal with their counts, and how many
        were not assessed. The table beside the chart holds the rest.
    """
    factors = placed(recurrences(recurrence))
    marks = [mark.row for factor in factors if factor.row.is_assessed for mark in factor.marks]
    number = count(len(factors), noun)
    sentences = [f"Dots with 95% intervals: {number} by share of the reviews assessed."]
    for appraisal in APPRAISALS:
        rows = sorted(
            (row for row in marks if row.appraisal == appraisal), key=lambda row: -row.reviews_with
        )
        if rows:
            first = listed([f"{row.label} in {_number(row)}" for row in rows[:3]])
            is_alone = {row.appraisal for row in marks} == {"neutral"}
            as_what = "" if is_alone else f" as {NOUNS[appraisal]}"
            sentences.append(f"Most often found{as_what}: {first}.")
    without = sum(not factor.row.is_assessed for factor in factors)
    if without:
        sentences.append(f"{count(without, noun)} not assessed.")
    return " ".join(sentences)


def _number(row: Recurrence) -> str:
    """Return the number of one mark."""
    return found_of(row.reviews_with, row.reviews_assessed)


def _marks(factors: Iterable[Factor]) -> list[Mark]:
    """Return all marks, from the top."""
    return [mark for factor in factors for mark in factor.marks]


def _trace(**trace: Any) -> Trace:
    """Return a trace with what all traces of the chart have in common.

    A click leaves every mark as it was: plotly would fade all others, text beyond reading. What a
    choice brings out is for `selected` to say.
    """
    kept: dict[str, Any] = {"marker": {"opacity": 1}}
    if "textfont" in trace:
        kept["textfont"] = {"color": trace["textfont"]["color"]}
    common = {"type": "scatter", "hoverinfo": "none", "cliponaxis": False, "showlegend": False}
    return common | {"unselected": kept} | trace


def _grid(factors: list[Factor], end: float, step: float, mode: theme.Mode) -> Iterator[Trace]:
    """Yield zero, then the gridlines: behind marks only, so that no line runs through a name."""
    greys = theme.ground(mode)
    ticks = [i * step for i in range(round(end / step) + 1)]
    bands = [(factor.marks_top, factor.bottom) for factor in factors if factor.row.is_assessed]
    for at, colour in ((ticks[:1], greys.rule), (ticks[1:], greys.grid)):
        yield _trace(
            mode="lines",
            x=np.array([x for _ in bands for tick in at for x in (tick, tick, np.nan)]),
            y=np.array([y for top, bottom in bands for _ in at for y in (top, bottom, np.nan)]),
            line={"color": colour, "width": 1},
            hoverinfo="skip",
        )


def _strips(factors: list[Factor], mode: theme.Mode) -> Iterator[Trace]:
    """Yield a trace for each layer: a strip beside its factors, from name to last mark."""
    for layer in dict.fromkeys(factor.row.layer for factor in factors if factor.row.layer):
        of_layer = [factor for factor in factors if factor.row.layer == layer]
        yield _trace(
            mode="markers",
            x=[0] * len(of_layer),
            y=[(factor.top + factor.bottom) / 2 for factor in of_layer],
            # A strip is a line symbol, so that its distance from the axis is in pixels.
            marker={
                "symbol": "line-ew",
                "angle": 90,
                "standoff": STRIP_TO_AXIS,
                "size": [(factor.bottom - factor.top) / SYMBOL_LENGTH for factor in of_layer],
                "opacity": 1,
                "line": {"color": theme.layer_cue(layer, mode).colour, "width": 4},
            },
            hoverinfo="skip",
        )


def _names(factors: list[Factor], is_lit: bool, mode: theme.Mode) -> Trace:
    """Return the names of factors, each followed by its layer in the layer's colour."""
    greys = theme.ground(mode)
    return _trace(
        mode="text",
        x=[0] * len(factors),
        y=[(factor.top + factor.marks_top) / 2 for factor in factors],
        text=[_name(factor, is_lit, mode) for factor in factors],
        textposition="middle right",
        textfont={"color": greys.text if is_lit else greys.muted},
        customdata=[[factor.row.factor_id, ""] for factor in factors],
    )


def _name(factor: Factor, is_lit: bool, mode: theme.Mode) -> str:
    """Return a name and its layer as plotly text."""
    name = as_plotly(factor.name)
    if not factor.row.layer_label:
        return name
    layer = html.escape(factor.row.layer_label, quote=False)
    cue = theme.layer_cue(factor.row.layer, mode)
    colour = cue.colour if is_lit else theme.ground(mode).muted
    gap = "<br>" if factor.has_own_line else "\u2002"
    return f'{name}{gap}<span style="color:{colour};font-size:11px">{layer}</span>'


def _dots(factors: list[Factor], is_lit: bool, mode: theme.Mode, as_what: str) -> Iterator[Trace]:
    """Yield the dots of each appraisal; hollow where too few reviews were assessed."""
    marks = [mark for mark in _marks(factors) if mark.row.is_assessed]
    for appraisal in APPRAISALS:
        cue = theme.appraisal_cue(appraisal, mode)
        for is_hollow in (False, True):
            drawn = [
                mark
                for mark in marks
                if mark.row.appraisal == appraisal
                and is_too_few(mark.row.reviews_assessed) == is_hollow
            ]
            rows = [mark.row for mark in drawn]
            yield _trace(
                mode="markers",
                name=NAMES[appraisal],
                x=[row.share for row in rows],
                y=[mark.y for mark in drawn],
                error_x={
                    "array": [row.share_high - row.share for row in rows],
                    "arrayminus": [row.share - row.share_low for row in rows],
                    "color": cue.colour,
                    "thickness": 1.2,
                    "width": 0,
                },
                marker={
                    "color": theme.ground(mode).background if is_hollow else cue.colour,
                    "symbol": cue.symbol,
                    "size": 11,
                    "line": {"color": cue.colour, "width": 1.5 if is_hollow else 0},
                },
                opacity=1 if is_lit else DIMMED,
                customdata=[[row.factor_id, row.appraisal] for row in rows],
                hovertext=[_hover(row, as_what or NAMES[row.appraisal]) for row in rows],
                hoverinfo="text",
            )


def _numbers(factors: list[Factor], is_lit: bool, mode: theme.Mode) -> Iterator[Trace]:
    """Yield the numbers, each at the end of its interval, and or "not assessed"."""
    greys = theme.ground(mode)
    for is_assessed in (True, False):
        marks = _marks(factor for factor in factors if factor.row.is_assessed == is_assessed)
        indent = "\u2002" if is_assessed else ""
        yield _trace(
            mode="text",
            x=[mark.row.share_high if is_assessed else 0 for mark in marks],
            y=[mark.y for mark in marks],
            text=[indent + _number(mark.row) for mark in marks],
            textposition="middle right",
            textfont={"size": 12, "color": greys.text if is_lit and is_assessed else greys.muted},
            customdata=[[mark.row.factor_id, mark.row.appraisal] for mark in marks],
        )


def _hover(row: Recurrence, as_what: str) -> str:
    """Return what a mark says when pointed at; the table says it too."""
    return (
        f"<b>{as_plotly(wrapped(row.label))}</b><br>{as_plotly([as_what])}: "
        f"{_number(row)}<br>"
        f"95% interval {percent(row.share_low)} to {percent(row.share_high)}"
    )


def _scale(factors: list[Factor]) -> tuple[float, float]:
    """Return the end of the axis and the step of its ticks, so that every interval has room."""
    highest = max(
        (mark.row.share_high for mark in _marks(factors) if mark.row.is_assessed), default=0
    )
    for end, step in ((0.1, 0.02), (0.2, 0.05), (0.5, 0.1)):
        if 0 < highest <= end:
            return end, step
    return 1, 0.25


def _layout(
    factors: list[Factor], end: float, step: float, mode: theme.Mode, axis: str
) -> dict[str, Any]:
    """Return the layout: key and scale on top, room at the right for the longest number."""
    marks = _marks(factors)
    appraisals = {mark.row.appraisal for mark in marks if mark.row.is_assessed}
    key = _key(appraisals, mode)
    top = 46 + 24 * len(key)
    height = factors[-1].bottom + 8 if factors else 0
    longest = max((len(_number(mark.row)) for mark in marks), default=0)
    has_strips = any(factor.row.layer for factor in factors)
    title = {"text": axis, "y": 1, "yshift": 36, "font": {"color": theme.ground(mode).muted}}
    return {
        "template": theme.template(mode),
        "height": round(top + height),
        "margin": {
            "l": 18 if has_strips else 14,
            "r": round((longest + 2) * CHARACTER_WIDTH),
            "t": top,
            "b": 0,
        },
        "xaxis": {
            "range": [0, end],
            "dtick": step,
            "tickformat": ".0%",
            "side": "top",
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
        "annotations": [_heading(**line) for line in (title, *key)],
        "hovermode": "closest",
        # A number is clicked anywhere on it, not only where it begins, beside its mark.
        "hoverdistance": 120,
        "dragmode": False,
    }


def _key(appraisals: set[str], mode: theme.Mode) -> list[dict[str, Any]]:
    """Return what the symbols mean; nothing where there is but one and it appraises nothing."""
    if appraisals <= {"neutral"}:
        return []
    shown = [
        f'<span style="color:{cue.colour}">{GLYPHS[cue.symbol]} {NAMES[appraisal]}</span>'
        for appraisal, cue in theme.APPRAISALS[mode].items()
        if appraisal in appraisals
    ]
    return [{"text": "\u2003".join(shown), "y": 1, "yshift": 60, "font": {"size": 13}}]


def _heading(**line: Any) -> dict[str, Any]:
    """Return a line of text above the chart, flush with its zero."""
    place = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "yanchor": "middle"}
    place["xshift"] = -2  # plotly pads an annotation, and the names of factors are not padded
    return {"showarrow": False, "align": "left"} | place | line
