"""Each meaning can be told without colour."""

from itertools import combinations, pairwise

import pytest

from dashboard.briefing.drawing.looks import Look, looks
from dashboard.briefing.figures import Series
from dashboard.progress import WORDS
from dashboard.sentences.after_action import STATES
from dashboard.theme import READABLE, contrast


def of(*meanings: str) -> list[Look]:
    """Return the looks of meanings that stand in one figure."""
    return list(looks([Series(one, one) for one in meanings]).values())


@pytest.mark.parametrize(
    "meanings",
    [
        ("problem", "strength", "mixed", "neutral"),
        ("earlier", "now"),
        tuple(WORDS),
        tuple(STATES),
        ("front-line", "local-strategic", "national"),
        ("strong", "intermediate", "weak"),
        ("one", "two", "three"),
    ],
)
def test_the_parts_of_a_bar_can_be_told_in_black_and_white(meanings: tuple[str, ...]):
    for one, other in combinations(of(*meanings), 2):
        is_other_depth = contrast(one.fill, other.fill) > 1.2
        is_other_line = (bool(one.hatch), one.dash) != (bool(other.hatch), other.dash)
        assert is_other_depth or is_other_line


@pytest.mark.parametrize(
    "meanings", [("problem", "strength", "mixed", "neutral"), ("earlier", "now"), ("a", "b", "c")]
)
def test_the_points_can_be_told_in_black_and_white(meanings: tuple[str, ...]):
    seen = [(look.symbol, look.is_hollow) for look in of(*meanings)]
    assert len(set(seen)) == len(meanings)


def test_a_number_can_be_read_in_every_part():
    for look in of("problem", "strength", "mixed", "neutral", "now", *WORDS, *STATES, "unknown"):
        assert contrast(look.text, look.fill) >= READABLE


def test_what_is_not_known_is_grey_from_pale_to_deep():
    greys = of("one", "two", "three")
    depths = [contrast(grey.fill, "#FFFFFF") for grey in greys]
    assert all(pale < deep for pale, deep in pairwise(depths))
