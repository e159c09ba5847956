"""Whether factors changed, in the words of a briefing: what is not drawn, and what to ask."""

from collections.abc import Sequence

from dashboard.course import Course, Signal
from dashboard.sentences.counts import count, listed, out_of
from dashboard.sentences.markdown import bold
from dashboard.sentences.over_time import BASES, can_change, changes, signals_in_words

LATELY = 4
ASKED_BY = (
    "A factor that is drawn over time shows a signal of change by the NHS rules in its last "
    f"{LATELY} whole periods."
)
DAYS_BETWEEN = "the page When?, which draws one factor large, shows the days between"
_AS = {"problem": " as a problem", "strength": " as a strength", "mixed": " as mixed"}


def title(appraisal: str, axis: str) -> str:
    """Say what is drawn: "Share of reviews with the factor as a problem, in each period of ...".

    Args:
        appraisal: of the courses drawn.
        axis: name of the axis of time.
    """
    periods = f"{axis[:1].lower()}{axis[1:]}"
    return f"Share of reviews with the factor{_AS.get(appraisal, '')}, in each {periods}"


def asked(course: Course, signals: Sequence[Signal]) -> str:
    """Ask what changed, without saying that it is better or worse.

    Args:
        course: the factor.
        signals: its signals of late, at least one.

    Returns:
        Markdown.
    """
    return (
        f"{bold(course.label)}{_AS.get(course.appraisal, '')} shows a signal of change by the NHS "
        f"rules in the last {LATELY} whole periods: {_in_words(course, signals)}. What "
        "changed: what was done, which cases were reviewed, or what the reviews looked for?"
    )


def also_asked(course: Course, signals: Sequence[Signal]) -> str:
    """Say that a factor, about which a question is asked already, shows a signal too.

    Args:
        course: the factor.
        signals: its signals of late, at least one.
    """
    return (
        f"It shows a signal of change by the NHS rules too, in the last {LATELY} whole periods: "
        f"{_in_words(course, signals)}."
    )


def in_short(courses: Sequence[Course], basis: str) -> str:
    """Say in a line of the summary which of the factors drawn changed; the part says how.

    Args:
        courses: the factors drawn, at least one.
        basis: practice or published.

    Returns:
        Markdown.
    """
    if not can_change(courses):
        return "Over time: too few whole periods to tell whether anything changed."
    charted = [course for course in courses if course.kind != "time between"]
    changing = [bold(course.label) for course in charted if course.signals()]
    if not changing:
        return changes(courses, basis)
    show = "shows" if len(changing) == 1 else "show"
    return (
        f"{BASES[basis]}, {out_of(len(changing), len(courses), 'factor')} drawn {show} a signal "
        f"of change by the NHS rules: {listed(changing)}."
    )


def _in_words(course: Course, signals: Sequence[Signal]) -> str:
    """Return the signals of a factor in words."""
    return signals_in_words(signals, "mean" if course.kind == "p-chart" else "median")


def untold(courses: Sequence[Course]) -> str:
    """Say that no factor shows a signal, as a part of a sentence on all that did not change.

    Args:
        courses: the factors drawn, at least one.

    Returns:
        "over time (4 factors drawn)"; empty where one does, or where that cannot be told.
    """
    is_charted = all(course.kind != "time between" for course in courses)
    if not can_change(courses) or not is_charted or any(course.signals() for course in courses):
        return ""
    return f"over time ({count(len(courses), 'factor')} drawn)"


def not_drawn(factors: int) -> str:
    """Say how many factors are not drawn; empty where all are."""
    are = "is" if factors == 1 else "are"
    return f"{count(factors, 'other factor')} {are} not drawn." if factors else ""


def earlier(periods: int, drawn: int) -> str:
    """Say that earlier periods are not drawn, and count all the same; empty where all are drawn.

    Args:
        periods: periods that there are.
        drawn: periods that are drawn.
    """
    if periods <= drawn:
        return ""
    return (
        f"Drawn are the last {drawn} of {periods} periods. What is said of change, and the middle "
        "line, rest on all of them."
    )


def briefly(courses: Sequence[Course]) -> list[str]:
    """Say what changed as the title of a slide, the longest wording first.

    Args:
        courses: the factors drawn, at least one.
    """
    changing = [course for course in courses if course.signals()]
    drawn = courses[0].label if len(courses) == 1 else count(len(courses), "factor")
    if not can_change(courses) or all(course.kind == "time between" for course in courses):
        cannot = "whether anything changed cannot be told"
        return [f"{drawn} over time: {cannot}", cannot.capitalize()]
    charted = [course for course in courses if course.kind != "time between"]
    if not changing and len(charted) < len(courses):
        of = f"{len(charted):,} of {count(len(courses), 'factor')}"
        return [f"{of} can be charted as shares over time: no signal of change"]
    if not changing:
        return [f"{drawn} over time: no signal of change", "No signal of change over time"]
    of = out_of(len(changing), len(courses), "factor")
    of = f"{of[:1].upper()}{of[1:]}"
    show = "shows" if len(changing) == 1 else "show"
    named = ", ".join(course.label for course in changing)
    return [f"{of} {show} a signal of change: {named}", f"{of} {show} a signal of change"]
