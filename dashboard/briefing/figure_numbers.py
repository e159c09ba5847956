"""The numbers of a figure as rows: what a table beside it shows, and what a slide holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.briefing.figures import Bars, Dots, Figure, Series, Share, Trend, series_of
from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences.counts import NOT_ASSESSED, percent

IN_A_CELL = (
    "Reviews in which it is found, of those assessed; in brackets the share and, from "
    f"{TOO_FEW_REVIEWS} reviews on, its 95% interval."
)


@dataclass(frozen=True)
class Numbers:
    """The numbers of a figure as rows: what a table shows of it, and what a slide holds.

    Attributes:
        columns: headings; the first names the row.
        rows: cells as text.
        numeric: for each column whether it holds numbers.
        note: what must be known to read the cells; may be empty.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    note: str = ""


def numbers(figure: Figure) -> Numbers:
    """Return the numbers of a figure, in the order in which it is drawn."""
    if isinstance(figure, Dots):
        return _of_dots(figure)
    return _of_bars(figure) if isinstance(figure, Bars) else _of_trend(figure)


def _of_dots(figure: Dots) -> Numbers:
    """Return a row a dot; a row a label and a column a series where there are several."""
    series = series_of(figure)
    if len(series) > 1:
        return _side_by_side(figure, series)
    rows = tuple(
        (dot.label, dot.series.name, *_cells(dot.share), dot.share.interval) for dot in figure.dots
    )
    columns = (figure.labelled, "As", "Found in", figure.among_in_short, "Share", "95% interval")
    return Numbers(columns, rows, (False, False, True, True, True, True))


def _side_by_side(figure: Dots, series: Sequence[Series]) -> Numbers:
    """Return a row a label; nothing stands where a label has no dot of a series."""
    held: dict[str, dict[Series, str]] = {}
    for dot in figure.dots:
        held.setdefault(dot.label, {})[dot.series] = _in_a_cell(dot.share)
    rows = tuple((label, *(told.get(one, "") for one in series)) for label, told in held.items())
    columns = (figure.labelled, *(one.name for one in series))
    return Numbers(columns, rows, (False, *(True for _ in series)), IN_A_CELL)


def _of_bars(figure: Bars) -> Numbers:
    """Return a row a bar, a column a series, and what they add up to."""
    series = series_of(figure)
    held: dict[str, dict[Series, int]] = {}
    for bar in figure.bars:
        held.setdefault(bar.label, {})[bar.series] = bar.number
    rows = tuple(
        (
            label,
            *(f"{parts.get(one, 0):,}" for one in series),
            f"{sum(parts.values()):,}",
        )
        for label, parts in held.items()
    )
    columns = (figure.labelled, *(one.name for one in series), f"All {figure.unit}")
    return Numbers(columns, rows, (False, *(True for _ in series), True))


def _of_trend(figure: Trend) -> Numbers:
    """Return a row a period and a column a factor; what is remarked of all of them stands once."""
    is_named = len(series_of(figure)) > 1
    heads = [f"{one.label}, {one.series.name}" if is_named else one.label for one in figure.lines]
    rows, shared = [], []
    for moments in zip(*(line.moments for line in figure.lines), strict=True):
        remarks = {moment.remark for moment in moments}
        shared.append(remarks.pop() if len(remarks) == 1 else "")
        cells = (_in_a_cell(one.share, "" if shared[-1] else one.remark) for one in moments)
        rows.append((moments[0].period, *cells))
    numeric = (False, *(True for _ in heads))
    if not any(shared):
        return Numbers(("Period", *heads), tuple(rows), numeric, IN_A_CELL)
    remarked = tuple((*row, remark) for row, remark in zip(rows, shared, strict=True))
    return Numbers(("Period", *heads, "Remark"), remarked, (*numeric, False), IN_A_CELL)


def _in_a_cell(share: Share, remark: str = "") -> str:
    """Return a share with its interval: "12 of 20 (60%; 39% to 78%)"; why it says less after it."""
    if share.share is None and remark.startswith(NOT_ASSESSED):
        return remark
    interval = "" if share.is_too_few else share.interval
    told = f"{share.said.removesuffix(')')}; {interval})" if interval else share.said
    return f"{told}; {remark}" if remark else told


def _cells(share: Share) -> tuple[str, str, str]:
    """Return a share as the number found, the number assessed, and the percentage."""
    if share.share is None:
        return "", f"{share.of or 0:,}", NOT_ASSESSED
    told = f"fewer than {TOO_FEW_REVIEWS}" if share.is_too_few else percent(share.share)
    return f"{share.found:,}", f"{share.of:,}", told
