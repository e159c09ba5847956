"""A slide that shows a part says so: what is drawn and what is not make up what its title says."""

from typing import Any

from dashboard.briefing.figures import Bars


def notes(document: Any) -> dict[str, list[str]]:
    """Return what the slides of each section say that is not drawn."""
    return {one.key: [slide.note for slide in one.slides] for one in document.sections}


def test_owners_that_are_drawn_and_those_that_are_not_add_up_to_every_action(briefing: Any):
    document = briefing("2024/25-Q2", sources=("anytown",))
    slide = next(one for one in document.sections if one.key == "actions").slides[0]
    assert isinstance(slide.shown, Bars)
    assert slide.message.startswith("38 of 247 actions are overdue")
    assert slide.note == (
        "Not drawn are 16 owners with fewer overdue actions or none: 69 actions, 3 of them overdue."
    )
    late = [bar.number for bar in slide.shown.bars if bar.series.meaning == "overdue"]
    assert sum(bar.number for bar in slide.shown.bars) + 69 == 247
    assert sum(late) + 3 == 38


def test_factors_agencies_and_movements_that_are_not_drawn_are_counted(briefing: Any):
    told = notes(briefing("2023/24-Q1", sources=("anytown",)))
    assert told["recurs"][0] == "The 4 factors found in fewer reviews, or in none, are not drawn."
    assert told["changed"] == ["The first 8 of 21 are shown; the written briefing holds all."]
    assert told["trend"] == ["8 other factors are not drawn."]
    assert told["where"][0] == (
        "Shown are 5 of the 8 agencies in the most reviews and 8 of the 12 factors found most."
    )
