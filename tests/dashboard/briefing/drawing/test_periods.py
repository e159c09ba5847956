"""The names of periods: the first, the last, and none over another."""

from itertools import pairwise

import pytest

from dashboard.briefing.drawing.marks import Scale
from dashboard.briefing.drawing.periods import places
from tests.dashboard.briefing.documents_drawn import quarters


@pytest.mark.parametrize("years", [1, 2, 5, 8, 15])
@pytest.mark.parametrize("width", [180, 280, 560])
def test_no_name_runs_into_another(years: int, width: float):
    names = quarters(2010, years)
    shown = places(names, Scale(0, len(names) - 1, 40, 40 + width))
    assert " ".join(shown[0].lines) == names[0]
    assert " ".join(shown[-1].lines) == names[-1]
    for one, after in pairwise(shown):
        assert one.begins + one.width < after.begins


def test_all_names_are_written_where_there_is_room():
    names = ["2021/22", "2022/23", "2023/24"]
    assert [one.lines for one in places(names, Scale(0, 2, 0, 400))] == [[name] for name in names]


@pytest.mark.parametrize("names", [[], ["2021/22"]])
def test_there_may_be_one_period_or_none(names: list[str]):
    assert [one.lines for one in places(names, Scale(0, 1, 0, 400))] == [[name] for name in names]
