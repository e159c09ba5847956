"""What tells the rows of several sources apart: short titles, where they do."""

from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.chosen import Chosen
from dashboard.sentences.reviews import review_named


def named(*titles: str) -> dict[str, str]:
    """Return the names of sources of these titles, with the codes a, b, c."""
    sources: Any = tuple(
        SimpleNamespace(source_id=code, title=title)
        for code, title in zip("abc", titles, strict=False)
    )
    nothing: Any = None
    return Chosen(nothing, nothing, sources, (), {}, nothing).sources_named


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Anytown Safeguarding Partnership (made up)", "Anytown Safeguarding Partnership"),
        ("Domestic homicide reviews: the Dataset (part)", "Domestic homicide reviews"),
        ("Reports to prevent deaths, England and Wales", "Reports to prevent deaths"),
        ("Our board", "Our board"),
    ],
)
def test_a_title_is_shortened_to_its_name(title, short):
    assert named(title, "Another") == {"a": short, "b": "Another"}


@pytest.mark.parametrize(
    "titles", [("Anytown: reviews", "Anytown: audits"), ("(Anytown)", "Another: board")]
)
def test_titles_whose_names_would_not_tell_them_apart_stay_whole(titles):
    assert named(*titles) == dict(zip("ab", titles, strict=True))


def test_one_source_needs_no_name():
    assert named("Anytown (made up)") == {}


def test_a_review_is_named_by_its_source_where_there_are_several():
    assert review_named("SCR-01", "a", named("North (made up)", "South")) == "SCR-01 (North)"
    assert review_named("SCR-01", "a", named("North (made up)")) == "SCR-01"
