"""The figures of a briefing as plain values: what is drawn, and the table that holds the same.

A figure says what stands where; how it looks is for whoever draws it. Its numbers are those of the
page's chart, since both are made from the same rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.estimates import TOO_FEW_REVIEWS, is_too_few
from dashboard.sentences.counts import NOT_ASSESSED, found_of, percent


@dataclass(frozen=True)
class Share:
    """A share of reviews: the number found and the number assessed stand together.

    Attributes:
        found: reviews in which it is found; None if it was not assessed, or not recorded.
        of: reviews in which it was assessed; None if that is not recorded.
        low: lower limit of the 95% interval, 0 to 1; None where there is no share.
        high: upper limit.
    """

    found: int | None
    of: int | None
    low: float | None = None
    high: float | None = None

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; None where it was not assessed."""
        return self.found / self.of if self.of and self.found is not None else None

    @property
    def is_too_few(self) -> bool:
        """Whether too few were assessed for a share to be told, though it can be drawn."""
        return bool(self.of) and is_too_few(self.of or 0)

    @property
    def said(self) -> str:
        """The share in words: "12 of 20 (60%)", "3 of 4 (too few to tell)", "not assessed"."""
        return found_of(self.found, self.of)

    @property
    def interval(self) -> str:
        """Its interval in words: "39% to 78%"; empty where there is none."""
        if self.share is None or self.low is None or self.high is None:
            return ""
        return f"{percent(self.low)} to {percent(self.high)}"


@dataclass(frozen=True)
class Series:
    """One of the things that a figure sets side by side.

    Attributes:
        name: what the key calls it: "Problem", "At the last briefing".
        meaning: what its look stands for: problem, strength, mixed or neutral as in
            `dashboard.theme`; earlier or now; or one of `dashboard.progress.WORDS`.
    """

    name: str
    meaning: str


@dataclass(frozen=True)
class Dot:
    """A share on the line of its label."""

    label: str
    series: Series
    share: Share


@dataclass(frozen=True)
class Dots:
    """Shares as dots with their intervals, a line a label, in the order given.

    Attributes:
        title: what is drawn, in a few words.
        alt: what it shows, for those who do not see it.
        labelled: what the labels are: "Factor".
        dots: the dots; those of one label stand together.
        among: the reviews of which each share is one: "reviews assessed".
        among_in_short: the same, as the heading of a column.
    """

    title: str
    alt: str
    labelled: str
    dots: tuple[Dot, ...]
    among: str = "reviews assessed"
    among_in_short: str = "Assessed in"


@dataclass(frozen=True)
class Bar:
    """A part of the bar of its label: so many of a series."""

    label: str
    series: Series
    number: int


@dataclass(frozen=True)
class Bars:
    """Numbers that add up, as parts of bars that lie; a bar a label, in the order given.

    Attributes:
        title: what is drawn, in a few words.
        alt: what it shows.
        labelled: what the labels are: "Agency".
        unit: what is counted: "actions".
        bars: the parts; those of one label stand together, in the same order of series.
    """

    title: str
    alt: str
    labelled: str
    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Moment:
    """A share in one period.

    Attributes:
        period: its name, such as "Q1 2026/27 (Apr-Jun)" or "2026/27".
        share: the share; not drawn where it was not assessed.
        remark: why the period says less than it seems: "part period", "may be incomplete";
            empty where it is whole.
        joins: whether a line may join it to the moment before.
    """

    period: str
    share: Share
    remark: str = ""
    joins: bool = True


@dataclass(frozen=True)
class Line:
    """One factor over the periods of a trend.

    Attributes:
        label: the factor.
        series: how it is appraised.
        moments: every period of the axis, the same for all lines.
        centre: the middle line, 0 to 1, mean or median; None where there is none.
        centre_name: what the middle line is: "mean", "median".
    """

    label: str
    series: Series
    moments: tuple[Moment, ...]
    centre: float | None = None
    centre_name: str = ""


@dataclass(frozen=True)
class Trend:
    """Shares over time, a small panel a factor.

    Attributes:
        title: what is drawn, in a few words.
        alt: what it shows.
        basis: what places reviews in time: "by publication".
        lines: the factors.
    """

    title: str
    alt: str
    basis: str
    lines: tuple[Line, ...]


Figure = Dots | Bars | Trend

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


def series_of(figure: Figure) -> tuple[Series, ...]:
    """Return the series of a figure, each once, in the order in which they first stand."""
    parts: Sequence[Dot | Bar | Line] = (
        figure.dots
        if isinstance(figure, Dots)
        else figure.bars
        if isinstance(figure, Bars)
        else figure.lines
    )
    return tuple(dict.fromkeys(part.series for part in parts))


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
