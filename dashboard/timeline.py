"""The courses of factors over time, asked and judged: what a page and a briefing both draw."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from dashboard.answers import Ask, ask_rows
from dashboard.between import Between, between
from dashboard.chosen import Chosen
from dashboard.course import Course, Life, courses, months_before
from dashboard.estimates import TOO_FEW_REVIEWS, USUAL_DELAY_MONTHS, Delay, delay
from queries.statement import Statement, compose


@dataclass(frozen=True)
class Ends:
    """How far the reviews of a time are likely to be known.

    Attributes:
        end: last day of the data; None if it cannot be told.
        is_end_known: whether the sources say so, or it is the latest date in them.
        delay: how long reviews take to come out, where the sources tell.
        incomplete_after: periods that end later may be incomplete; None by publication.
    """

    end: date | None
    is_end_known: bool
    delay: Delay | None
    incomplete_after: date | None


@dataclass(frozen=True)
class Timeline:
    """The factors over time.

    Attributes:
        statement: the question `factor_by_period`.
        courses: each factor as it is appraised, those found in the most reviews first.
        history: rows of `factor_history.sql` with that appraisal.
        history_statement: that question.
        undated: selected reviews that fall into no period.
        ends: how far the reviews are likely to be known.
    """

    statement: Statement
    courses: list[Course]
    history: pd.DataFrame
    history_statement: Statement
    undated: int
    ends: Ends


def usual_periods(chosen: Chosen) -> str:
    """Return quarters where the sources have reviews enough to fill them, else years.

    The same for every filter, so that choosing a board does not change the axis.
    """
    extent, basis = chosen.extent, chosen.selection.basis
    first, last = getattr(extent, f"first_{basis}_on"), getattr(extent, f"last_{basis}_on")
    if pd.isna(first) or pd.isna(last):
        return "financial_year"
    quarters = 1 + (last - first).days // 91
    reviews = int(getattr(extent, f"reviews_{basis}_dated"))
    return "financial_quarter" if reviews >= TOO_FEW_REVIEWS * quarters else "financial_year"


def timeline(ask: Ask, chosen: Chosen, kind: str, appraisal: str) -> Timeline:
    """Ask what happened when, and judge it.

    Args:
        ask: how questions are asked.
        chosen: the reader's choice.
        kind: kind of period.
        appraisal: the appraisal that is drawn.
    """
    selection, basis = chosen.selection, str(chosen.selection.basis)
    own = {"period_kind": kind}
    statement = compose("factor_by_period", selection, **own)
    history_statement = compose("factor_history", selection, **own)
    rows = _of(ask("factor_by_period", selection, **own), appraisal)
    ends = ends_of(ask, chosen)
    found = courses(
        rows,
        _lives(ask, chosen),
        _versions(ask, chosen, kind),
        ends.incomplete_after,
        by_publication=basis == "published",
    )
    outside: Any = rows[rows["period_from"].isna()]
    return Timeline(
        statement=statement,
        courses=sorted(found, key=lambda course: -course.reviews_with),
        history=_of(ask("factor_history", selection, **own), appraisal),
        history_statement=history_statement,
        undated=0 if outside.empty else int(outside["reviews_selected"].iloc[0]),
        ends=ends,
    )


def days_between(ask: Ask, course: Course, timeline: Timeline, chosen: Chosen) -> Between | None:
    """Return the days between the reviews with a factor, where it is too rare for a share.

    Nothing where its dates are too coarse to count days.
    """
    if course.kind != "time between":
        return None
    # of every factor the dates are as many as what is found: only those of this one are asked for
    one = replace(chosen.selection, factors=(course.factor_id,), appraisals=(course.appraisal,))
    dates = ask("factor_dates", one)
    ends = timeline.ends
    found = between(dates, course, ends.incomplete_after or ends.end)
    return found if found.gaps else None


def _of(rows: pd.DataFrame, appraisal: str) -> Any:
    """Return the rows of one appraisal."""
    return rows[rows["appraisal"] == appraisal]


def ends_of(ask: Ask, chosen: Chosen) -> Ends:
    """Find out how far the reviews are likely to be known: as far as the source that ends first."""
    ends = [end for source in chosen.sources if (end := _end_of(ask, chosen, source))]
    if not ends:
        return Ends(None, False, None, None)
    end, is_known = min(ends)
    if chosen.selection.basis != "practice":
        return Ends(end, is_known, None, None)
    found = delay(ask("reporting_delays", chosen.default))
    months = found.late_months if found else USUAL_DELAY_MONTHS
    return Ends(end, is_known, found, months_before(end, months))


def _end_of(ask: Ask, chosen: Chosen, source: Any) -> tuple[date, bool] | None:
    """Return the last day of a source, and whether it says so or that is the latest date in it.

    Nothing where none of its reviews can be drawn: they have no such date, or another framework.
    """
    coded_with = [] if source.frameworks is None else list(source.frameworks)
    if chosen.selection.framework not in coded_with:
        return None
    [extent] = ask_rows(ask, "extent", replace(chosen.default, sources=(source.source_id,)))
    if not getattr(extent, f"reviews_{chosen.selection.basis}_dated"):
        return None
    if pd.notna(source.covers_to):
        return source.covers_to.date(), True
    latest = [extent.last_published_on, extent.last_practice_on]
    return next(day for day in latest if pd.notna(day)).date(), False


def _lives(ask: Ask, chosen: Chosen) -> dict[str, Life]:
    """Return what the codebook says of each factor in time."""
    return {
        row.factor_id: Life(
            None if pd.isna(row.valid_from) else row.valid_from.date(),
            None if pd.isna(row.valid_to) else row.valid_to.date(),
            str(row.version),
        )
        for row in ask_rows(ask, "codebook", chosen.selection)
    }


def _versions(ask: Ask, chosen: Chosen, kind: str) -> list[tuple[date, str]]:
    """Return the recorded versions with which the reviews of each period were coded."""
    rows = ask_rows(ask, "codebook_versions", chosen.selection, period_kind=kind)
    return [
        (row.period_from.date(), str(row.codebook_version))
        for row in rows
        if pd.notna(row.period_from) and pd.notna(row.codebook_version)
    ]
