"""The page When?: what its reader chose, and the courses of the factors that it draws."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.between import Between, between
from dashboard.course import Course, Life, courses, months_before
from dashboard.database import ask_rows, ask_table, build, run_table
from dashboard.estimates import TOO_FEW_REVIEWS, USUAL_DELAY_MONTHS, Delay, delay
from dashboard.views.chosen import Chosen
from dashboard.views.parts.appraised import left_in, one_appraisal
from dashboard.views.parts.around import LINE
from dashboard.views.parts.settings import choose
from queries.statement import Statement, compose

DRAWN = 8
"""So many factors are drawn side by side: those found in the most reviews."""
KINDS = {
    "financial_quarter": "Financial quarters",
    "financial_year": "Financial years",
    "calendar_quarter": "Calendar quarters",
    "calendar_year": "Calendar years",
}
ONE_OF = {
    "financial_quarter": "financial quarter",
    "financial_year": "financial year",
    "calendar_quarter": "calendar quarter",
    "calendar_year": "calendar year",
}
_SHOW = {"several": "Several factors", "one": "One factor"}


@dataclass(frozen=True)
class Settings:
    """What the reader chose of how the page is drawn.

    Attributes:
        show: several factors, or one.
        kind: kind of period.
        appraisal: the appraisal that is drawn.
    """

    show: str
    kind: str
    appraisal: str


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


def settings(chosen: Chosen) -> Settings:
    """Draw the settings, and return what they are set to."""
    is_alone = len(chosen.selection.factors) == 1
    with st.container(horizontal=True, key="settings of when", gap="medium"):
        show = choose("show", "Draw", _SHOW, "one" if is_alone else "several")
        kind = choose("periods", "Periods", KINDS, usual_periods(chosen), kind="select")
        appraisal = one_appraisal(left_in(chosen))
    return Settings(show, kind, appraisal)


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


def timeline(chosen: Chosen, settings: Settings) -> Timeline:
    """Ask what happened when, and judge it.

    Args:
        chosen: the reader's choice.
        settings: what is drawn.
    """
    selection, basis = chosen.selection, str(chosen.selection.basis)
    own = {"period_kind": settings.kind}
    statement = compose("factor_by_period", selection, **own)
    history_statement = compose("factor_history", selection, **own)
    rows = _of(run_table(build(), statement), settings.appraisal)
    ends = ends_of(chosen)
    found = courses(
        rows,
        _lives(chosen),
        _versions(chosen, settings.kind),
        ends.incomplete_after,
        by_publication=basis == "published",
    )
    outside: Any = rows[rows["period_from"].isna()]
    return Timeline(
        statement=statement,
        courses=sorted(found, key=lambda course: -course.reviews_with),
        history=_of(run_table(build(), history_statement), settings.appraisal),
        history_statement=history_statement,
        undated=0 if outside.empty else int(outside["reviews_selected"].iloc[0]),
        ends=ends,
    )


def one_of(timeline: Timeline) -> Course:
    """Draw the choice of the factor that is drawn large, and return it.

    Args:
        timeline: the factors over time, at least one.
    """
    by_code = {course.factor_id: course for course in timeline.courses}
    names = {code: course.label for code, course in by_code.items()}
    first = timeline.courses[0].factor_id
    if len(names) == 1:
        return by_code[first]
    with st.container(width=LINE):
        return by_code[choose("large", "Factor", names, first, kind="select")]


def days_between(course: Course, timeline: Timeline, chosen: Chosen) -> Between | None:
    """Return the days between the reviews with a factor, where it is too rare for a share.

    Nothing where its dates are too coarse to count days.
    """
    if course.kind != "time between":
        return None
    # of every factor the dates are as many as what is found: only those of this one are asked for
    one = replace(chosen.selection, factors=(course.factor_id,), appraisals=(course.appraisal,))
    dates = ask_table("factor_dates", one)
    ends = timeline.ends
    found = between(dates, course, ends.incomplete_after or ends.end)
    return found if found.gaps else None


def _of(rows: pd.DataFrame, appraisal: str) -> Any:
    """Return the rows of one appraisal."""
    return rows[rows["appraisal"] == appraisal]


def ends_of(chosen: Chosen) -> Ends:
    """Find out how far the reviews are likely to be known: as far as the source that ends first."""
    ends = [end for source in chosen.sources if (end := _end_of(chosen, source))]
    if not ends:
        return Ends(None, False, None, None)
    end, is_known = min(ends)
    if chosen.selection.basis != "practice":
        return Ends(end, is_known, None, None)
    found = delay(ask_table("reporting_delays", chosen.default))
    months = found.late_months if found else USUAL_DELAY_MONTHS
    return Ends(end, is_known, found, months_before(end, months))


def _end_of(chosen: Chosen, source: Any) -> tuple[date, bool] | None:
    """Return the last day of a source, and whether it says so or that is the latest date in it.

    Nothing where none of its reviews can be drawn: they have no such date, or another framework.
    """
    coded_with = [] if source.frameworks is None else list(source.frameworks)
    if chosen.selection.framework not in coded_with:
        return None
    [extent] = ask_rows("extent", replace(chosen.default, sources=(source.source_id,)))
    if not getattr(extent, f"reviews_{chosen.selection.basis}_dated"):
        return None
    if pd.notna(source.covers_to):
        return source.covers_to.date(), True
    latest = [extent.last_published_on, extent.last_practice_on]
    return next(day for day in latest if pd.notna(day)).date(), False


def _lives(chosen: Chosen) -> dict[str, Life]:
    """Return what the codebook says of each factor in time."""
    return {
        row.factor_id: Life(
            None if pd.isna(row.valid_from) else row.valid_from.date(),
            None if pd.isna(row.valid_to) else row.valid_to.date(),
            str(row.version),
        )
        for row in ask_rows("codebook", chosen.selection)
    }


def _versions(chosen: Chosen, kind: str) -> list[tuple[date, str]]:
    """Return the recorded versions with which the reviews of each period were coded."""
    rows = ask_rows("codebook_versions", chosen.selection, period_kind=kind)
    return [
        (row.period_from.date(), str(row.codebook_version))
        for row in rows
        if pd.notna(row.period_from) and pd.notna(row.codebook_version)
    ]
