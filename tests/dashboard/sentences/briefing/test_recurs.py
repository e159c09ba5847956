"""What recurs, as the title of a slide."""

from dashboard.sentences.briefing.recurs import briefly
from tests.dashboard.test_sentences import recurrence


def test_the_factor_found_most_often_is_named_and_how_many_could_come_first():
    rows = recurrence(("Tools", "problem", 12, 20), ("Law", "problem", 9, 20))
    assert briefly(rows) == [
        "Found most often as a problem: Tools, in 12 of 20 reviews (60%); 1 other could come first",
        "Found most often as a problem: Tools, in 12 of 20 reviews (60%)",
        "1 factor found most often as a problem, in 12 of 20 reviews (60%)",
    ]


def test_what_certainly_comes_first_is_said_to():
    rows = recurrence(("Tools", "neutral", 20, 20), ("Law", "neutral", 0, 20))
    assert briefly(rows)[0] == "Found most often: Tools, in 20 of 20 reviews (100%)"


def test_ties_are_named_together_and_of_how_many_only_where_that_is_one_number():
    same = recurrence(("Tools", "strength", 7, 24), ("Law", "strength", 7, 24))
    assert briefly(same) == [
        "Found most often as a strength: Tools and Law, each in 7 of 24 reviews (29%)",
        "2 factors found most often as a strength, each in 7 of 24 reviews (29%)",
    ]
    apart = recurrence(("Tools", "strength", 1, 24), ("Law", "strength", 1, 20))
    assert briefly(apart)[0].endswith("Tools and Law, each in 1 review")


def test_too_few_to_tell_not_found_and_not_assessed_are_said():
    few = recurrence(("Tools", "problem", 1, 1))
    assert briefly(few)[0].endswith("Tools, in 1 of 1 review (too few to tell)")
    assert briefly(recurrence(("Tools", "problem", 0, 9))) == ["No factor was found as a problem"]
    assert briefly(recurrence(("Tools", "problem", None, 0))) == ["No factor was assessed"]
