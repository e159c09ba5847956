"""What a file that was taken away says of itself, once the page that said so is closed."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from dashboard.sentences import NOT_CAUSED_BY
from dashboard.views.parts import downloads

Taken = Callable[..., dict[str, list[str]]]


@pytest.fixture
def read_mes(opened, monkeypatch: pytest.MonkeyPatch) -> Taken:
    """The lines beside each table of a page: `read_mes("when", source="pfd")["factor_history"]`."""
    held: dict[str, list[str]] = {}

    def button(label: str, *, data: Any, key: str, **_: Any) -> None:
        if label == "Download XLSX":
            rows = openpyxl.load_workbook(io.BytesIO(data()))["Read me"].iter_rows(values_only=True)
            held[key.removesuffix(" xlsx")] = [str(row[1]) for row in rows if len(row) > 1]

    monkeypatch.setattr(downloads.st, "download_button", button)

    def taken(page: str, **parameters: str | list[str]) -> dict[str, list[str]]:
        held.clear()
        opened(page, **parameters)
        return dict(held)

    return taken


def test_numbers_over_time_say_by_which_dates_and_in_which_periods(read_mes):
    files = read_mes("when", source="anytown")
    assert set(files) == {"factor_history", "factor_by_period"}
    for lines in files.values():
        assert "Reviews placed in time by: practice" in lines
        assert "Periods: Financial years" in lines
    files = read_mes("when", source="anytown", basis="published", periods="calendar_quarter")
    for lines in files.values():
        assert "Reviews placed in time by: publication" in lines
        assert "Periods: Calendar quarters" in lines


def test_when_a_factor_was_first_found_says_by_which_dates(read_mes):
    assert "Reviews placed in time by: publication" in read_mes("what_recurs")["factor_recurrence"]


def test_pairs_say_as_what_they_were_counted_and_in_how_many_reviews_at_least(read_mes):
    lines = read_mes("together", source="anytown", appraised="problem", least="5")["factor_pairs"]
    assert "Found as: Problem" in lines
    assert "Found together in at least: 5 reviews" in lines
    lines = read_mes("together", source="anytown")["factor_pairs"]
    assert not [line for line in lines if line.startswith("Found as")]


@pytest.mark.parametrize("show", ["patterns", "layers"])
def test_what_lies_under_factors_says_as_what_they_were_counted(read_mes, show):
    [lines] = read_mes("together", source="anytown", show=show, appraised="problem").values()
    assert "Found as: Problem" in lines


def test_reviews_that_the_framework_was_not_used_on_are_told_of(read_mes):
    lines = read_mes("what_recurs", source="pfd", framework="pfd-research-tags")
    assert (
        "1,512 of the 2,869 reviews were not assessed with this framework: they are in no "
        "denominator of its factors."
    ) in lines["factor_recurrence"]


def test_sources_that_end_on_different_days_are_each_as_at_their_own(read_mes):
    lines = read_mes("what_recurs", source=["pfd", "dhrd"])["factor_recurrence"]
    own = "31 July 2025 (Coroners' reports to prevent future deaths) and "
    assert [line for line in lines if line.startswith(own)]


def test_that_found_in_is_not_caused_by_is_said_once(read_mes):
    assert read_mes("where", source="pfd")["factor_by_agency"].count(NOT_CAUSED_BY) == 1
