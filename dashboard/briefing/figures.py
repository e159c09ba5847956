"""The figures of a briefing as plain values: what is drawn.

A figure says what stands where; how it looks is for whoever draws it. Its numbers are those of the
page's chart, since both are made from the same rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.estimates import is_too_few
from dashboard.sentences.counts import found_of, percent


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
