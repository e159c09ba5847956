"""What is missing by its name in a briefing, and how the questions count it."""

from collections.abc import Callable
from functools import partial

from tests.dashboard.briefing.same_numbers.asked import Asked
from tests.dashboard.briefing.same_numbers.printed import many, nouns


def _missing(question: str, part: str, whole: str, noun: str) -> Callable[[Asked], str]:
    """Return a way to say so many of so many, added up."""

    def said(asked: Asked) -> str:
        one, every = asked.total(question, part), asked.total(question, whole)
        return f"{one:,} of {nouns(every, noun)}"

    return said


def _lacking(having: str) -> Callable[[Asked], str]:
    """Return a way to say how many actions have none of something."""

    def said(asked: Asked) -> str:
        [tied] = asked("link_rates")
        every = int(tied["actions"])
        return f"{every - int(tied[having]):,} of {nouns(every, 'action')}"

    return said


def _undated(asked: Asked) -> str:
    left = asked.one("left_out", filter="period")
    return f"{many(left['reviews_undated'])} of {nouns(int(left['reviews_of_sources']), 'review')}"


def _unused(asked: Asked) -> str:
    reviews = asked.total("coverage", "reviews")
    unused = reviews - asked.total("coverage", "reviews_assessed")
    return f"{unused:,} of {nouns(reviews, 'review')}"


def _noticed(severity: str, noun: str, asked: Asked) -> str:
    rows = [row for row in asked("load_problems") if row["severity"] == severity]
    return nouns(len(rows), noun)


def _withheld(asked: Asked) -> str:
    marked = [row for row in asked("load_problems") if row["rule"] == "cell_is_not_withheld"]
    return nouns(len(marked), "cell")


MISSING: dict[str, Callable[[Asked], str]] = {
    "Reviews without a date": _undated,
    "Reviews on which the framework was not used": _unused,
    "Findings without a factor": _missing("coverage", "findings_uncoded", "findings", "finding"),
    "Factors that did not exist then": _missing(
        "coverage", "codings_out_of_date", "codings", "coding"
    ),
    "Recommendations without a finding": _missing(
        "link_rates", "recommendations_unlinked", "recommendations", "recommendation"
    ),
    "Actions without an owner": _lacking("actions_with_owner"),
    "Actions without a due date": _lacking("actions_with_due_date"),
    "Actions that contradict themselves": _missing(
        "action_progress", "contradicting", "actions", "action"
    ),
    "Rows that were not loaded": lambda asked: nouns(len(asked("rejected_rows")), "row"),
    "Withheld where it would be counted": _withheld,
    "Rows left out on purpose": partial(_noticed, "left out", "remark"),
    "Warnings on loading": partial(_noticed, "warning", "warning"),
}
"""What is missing by its name in the table, and how many are."""
