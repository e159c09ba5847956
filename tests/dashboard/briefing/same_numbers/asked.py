"""The command `ask` with the filters of a briefing, up to the end of its quarter."""

import csv
import io
from datetime import date, timedelta

from typer.testing import CliRunner

from dashboard.briefing.quarter import Quarter
from dashboard.cli import app

Row = dict[str, str]
AGO = 8
"""Quarters that end with the briefing's, in which a factor may not have been seen."""


class Asked:
    """Asks with the filters of a briefing, up to the end of its quarter."""

    def __init__(self, quarter: Quarter, options: list[str]) -> None:
        self.quarter = quarter
        self.options = options
        self._answers: dict[tuple[str, ...], list[Row]] = {}

    def __call__(self, question: str, *own: str, when: str = "now") -> list[Row]:
        """Return the rows that the command answers, by their columns.

        Args:
            question: its name.
            own: options of its own.
            when: "now" (up to the end of the quarter), "before" it, "within" it, or "long before"
                and "lately": before the eight quarters that end with it, and within them.
        """
        key = (question, when, *own)
        if key not in self._answers:
            words = ["ask", question, *self.options, *self._period(when), *own, "--format", "csv"]
            done = CliRunner().invoke(app, words, catch_exceptions=False)
            assert done.exit_code == 0, done.stderr
            self._answers[key] = list(csv.DictReader(io.StringIO(done.stdout)))
        return self._answers[key]

    def one(self, question: str, *own: str, **wanted: str) -> Row:
        """Return the one row of an answer that has these values."""
        when = wanted.pop("when", "now")
        rows = self(question, *own, when=when)
        [row] = [row for row in rows if all(row[name] == wanted[name] for name in wanted)]
        return row

    def total(self, question: str, column: str) -> int:
        """Add up a column."""
        return sum(int(row[column]) for row in self(question))

    def _period(self, when: str) -> list[str]:
        """Return the options that choose a time."""
        first, last = self.quarter.first, self.quarter.last
        long_ago = self.quarter.after(1 - AGO).first
        begins = {"within": first, "lately": long_ago}.get(when)
        ends = {"before": _eve(first), "long before": _eve(long_ago)}.get(when, last)
        since = [] if begins is None else ["--from", begins.isoformat()]
        return [*since, "--to", ends.isoformat()]


def _eve(first: date) -> date:
    """Return the day before."""
    return first - timedelta(days=1)
