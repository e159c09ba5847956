"""What recurs, in a line of the summary and as the title of a slide."""

from dashboard.recurrence import Recurrence
from dashboard.sentences.briefing.recurs import briefly, in_short, not_drawn, only_chosen
from tests.dashboard.test_sentences import recurrence


def row(
    label: str, found: int, of: int, appraisal: str = "problem", limits: tuple = (0.0, 1.0)
) -> Recurrence:
    share = found / of if of else float("nan")
    return Recurrence(label, label, "", "", appraisal, found, of, share, *limits)


def test_the_problem_and_the_strength_found_most_often_are_named_with_their_counts():
    rows = [
        row("Tools", 12, 20, limits=(0.4, 0.8)),
        row("Law", 9, 20, limits=(0.2, 0.6)),
        row("Own team", 1, 20, limits=(0.0, 0.2)),
        row("Tools", 3, 20, "strength", (0.1, 0.3)),
        row("Law", 0, 20, "strength", (0.0, 0.05)),
    ]
    assert in_short(rows) == (
        "Found as a problem most often: **Tools**, in 12 of 20 reviews (60%); 1 other may be as "
        "frequent. Found as a strength most often: **Tools**, in 3 of 20 reviews (15%)."
    )


def test_factors_that_tie_are_named_together_and_counted_where_they_are_many():
    tied = [row(label, 2, 20) for label in "ABC"]
    assert in_short(tied) == (
        "Found as a problem most often: **A**, **B** and **C**, each in 2 of 20 reviews (10%)."
    )
    many = [row(label, 2, 20) for label in "ABCD"]
    assert (
        in_short(many) == "Found as a problem most often: 4 factors, each in 2 of 20 reviews (10%)."
    )
    apart = [row("A", 2, 20), row("B", 2, 10)]
    assert in_short(apart) == (
        "Found as a problem most often: **A** and **B**, each in 2 of 10 to 20 reviews."
    )


def test_of_one_factor_it_is_not_said_to_be_the_most():
    assert (
        in_short([row("Tools", 5, 5, "neutral")]) == "Found: **Tools**, in 5 of 5 reviews (100%)."
    )


def test_none_found_too_few_and_none_assessed_are_told_apart():
    assert in_short([row("Tools", 0, 20), row("Law", 0, 20)]) == (
        "None of the 2 factors was found as a problem in the 20 reviews assessed."
    )
    assert in_short([row("Tools", 4, 4)]) == (
        "Only 4 reviews were assessed: too few to tell what recurs."
    )
    assert in_short([row("Tools", 0, 0)]) == ""


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


def test_ties_are_named_together_with_of_how_many():
    same = recurrence(("Tools", "strength", 7, 24), ("Law", "strength", 7, 24))
    assert briefly(same) == [
        "Found most often as a strength: Tools and Law, each in 7 of 24 reviews (29%)",
        "2 factors found most often as a strength, each in 7 of 24 reviews (29%)",
    ]
    apart = recurrence(("Tools", "strength", 1, 24), ("Law", "strength", 1, 20))
    assert briefly(apart)[0].endswith("Tools and Law, each in 1 of 20 to 24 reviews")


def test_too_few_to_tell_not_found_and_not_assessed_are_said():
    few = recurrence(("Tools", "problem", 1, 1))
    assert briefly(few)[0].endswith("Tools, in 1 of 1 review (too few to tell)")
    assert briefly(recurrence(("Tools", "problem", 0, 9))) == ["No factor was found as a problem"]
    assert briefly(recurrence(("Tools", "problem", None, 0))) == ["No factor was assessed"]


ZEROS = (("C", 0, 9), ("D", 0, 9))


def test_what_is_not_drawn_is_told_apart_as_found_in_fewer_in_none_or_not_assessed():
    first, second, none, other = (row(*of) for of in (("A", 3, 9), ("B", 2, 9), *ZEROS))
    new = row("E", 0, 0)
    assert not_drawn([first], [first]) == ""
    assert not_drawn([first, second], [first]) == (
        "The 1 factor found in fewer reviews is not drawn."
    )
    assert not_drawn([first, none, other], [first]) == (
        "The 2 factors found in none are not drawn."
    )
    assert not_drawn([first, second, none, new], [first]) == (
        "The 3 factors found in fewer reviews, or in none, or not assessed, are not drawn."
    )
    assert not_drawn([none, other], [none]) == "The 1 other factor found in none is not drawn."


def test_of_chosen_factors_it_is_said_that_others_may_be_found_more_often():
    assert only_chosen(0) == only_chosen(1) == ""
    assert only_chosen(2) == (
        "Only the 2 factors chosen are counted here: others may be found more often."
    )
