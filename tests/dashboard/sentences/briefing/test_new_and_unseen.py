"""Which factors are new, and which were not seen for long, in words."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from dashboard.sentences.briefing import new, unseen
from dashboard.sentences.briefing import new_and_unseen as words

BOTH = ("problem", "strength")


def history(label: str = "Tools *", appraisal: str = "problem", **changes: Any) -> Any:
    """Return a row of `factor_history.sql`."""
    row = {
        "label": label,
        "appraisal": appraisal,
        "reviews_with_latest": 2,
        "reviews_assessed_latest": 9,
        "reviews_assessed_before": 30,
        "reviews_with_undated": 0,
        "last_found_in": "Q4 2021/22 (Jan-Mar)",
        "last_found_on": date(2022, 1, 1),
    }
    return SimpleNamespace(**row | changes)


def gone(label: str = "Tools", assessed: int = 12, **changes: Any) -> unseen.Unseen:
    """Return a factor found in 4 of 20 before, and then in none."""
    return unseen.Unseen(history(label, **changes), 4, 20, assessed, 0.0, 0.2)


def test_a_title_counts_what_is_new_and_what_was_not_seen():
    assert words.in_all(2, 0) == "2 factors are new this quarter"
    assert words.in_all(0, 1) == "1 factor was found before, and not for 8 quarters"
    assert words.in_all(0, 3) == "3 factors were found before, and not for 8 quarters"
    assert words.in_all(1, 2) == (
        "1 factor is new this quarter, and 2 were not found for 8 quarters"
    )


def test_nothing_new_is_said_of_each_way_in_which_it_could_be():
    assert new.new([], BOTH) == (
        "No factor is found for the first time this quarter, as a problem or as a strength."
    )
    assert new.new([], ["neutral"]) == "No factor is found for the first time this quarter."


def test_what_is_new_is_named_up_to_three_with_both_counts():
    assert new.new([history()], BOTH) == (
        r"Found as a problem for the first time this quarter: **Tools \***, in 2 of 9 reviews "
        "(22%), against 0 of 30 reviews before."
    )
    undated = new.new([history(reviews_with_undated=2)], BOTH)
    assert undated.endswith("0 of 30 reviews before (also found in 2 reviews without a date).")
    four = new.new([history(label) for label in "ABCD"], BOTH)
    assert "**C**, in 2 of 9 reviews (22%), against 0 of 30 reviews before; 1 other." in four
    assert "**D**" not in four


def test_what_too_few_reviews_could_have_found_before_is_not_named_as_new():
    few = history("Law", reviews_assessed_before=4)
    too_few = (
        "1 factor is found for the first time, but was assessed in fewer than 5 reviews before: "
        "too few to tell that it is new."
    )
    assert new.new([few], BOTH) == too_few
    said = new.new([history(), few], BOTH)
    assert said.startswith("Found as a problem for the first time this quarter: ")
    assert said.endswith(too_few)
    assert "Law" not in said


def test_problems_and_strengths_are_told_in_a_sentence_each():
    said = new.new([history("A", "strength"), history("B")], BOTH)
    assert said.index("as a problem for the first time this quarter: **B**") < said.index(
        "Found as a strength for the first time this quarter: **A**"
    )


def test_what_was_not_seen_is_named_with_0_of_n_and_when_it_was_last():
    assert unseen.unseen([], BOTH) == unseen.NONE_UNSEEN
    assert unseen.unseen([gone()], BOTH) == (
        "Found as a problem before, but not in the last 8 quarters: **Tools** (0 of 12 reviews; "
        "last in Q4 2021/22)."
    )
    coarse = gone(last_found_in=None)
    assert "last in 2022)" in unseen.unseen([coarse], BOTH)


def test_what_too_few_reviews_could_have_found_is_counted_and_not_named():
    few = gone("Law", 4)
    too_few = (
        "1 factor found before was not seen in the last 8 quarters, but assessed in fewer than 5 "
        "reviews: too few to tell."
    )
    assert unseen.unseen([few], BOTH) == unseen.unseen_in_short([few], BOTH) == too_few
    said = unseen.unseen([gone(), few], BOTH)
    assert "**Tools**" in said
    assert said.endswith(too_few)
    assert "**Law**" not in said


def test_the_summary_counts_what_was_not_seen():
    rows = [gone(), gone(assessed=9), gone(appraisal="strength")]
    assert unseen.unseen_in_short(rows, BOTH) == (
        "Found before, but not in the last 8 quarters (0 of 9 to 12 reviews): 2 factors as a "
        "problem and 1 factor as a strength."
    )
    assert unseen.unseen_in_short([gone()], BOTH) == (
        "Found before, but not in the last 8 quarters (0 of 12 reviews): 1 factor as a problem."
    )


def test_a_strength_that_is_unseen_is_asked_about_as_what_may_be_lost():
    assert unseen.ask_of_unseen(gone()).endswith(
        "Is it no longer there, no longer looked for, were the cases others, or is it chance?"
    )
    assert unseen.ask_of_unseen(gone(appraisal="strength")).endswith(
        "Is it lost, there and no longer looked for, or is it chance?"
    )


def test_only_what_was_found_in_two_reviews_and_looked_for_in_five_is_asked_about_as_unseen():
    assert unseen.is_asked_of_unseen(gone()._replace(reviews_with=2, reviews_assessed=5))
    assert not unseen.is_asked_of_unseen(gone()._replace(reviews_with=1, reviews_assessed=5))
    assert not unseen.is_asked_of_unseen(gone()._replace(reviews_with=2, reviews_assessed=4))


def test_only_what_enough_reviews_could_have_found_before_is_asked_about_as_new():
    assert new.is_asked_of_new(history(reviews_assessed_before=5))
    assert not new.is_asked_of_new(history(reviews_assessed_before=4))


def test_what_is_asked_about_already_is_said_to_be_new_or_unseen_too():
    assert new.also_new(history()) == "It was found for the first time: before, in 0 of 30 reviews."
    assert unseen.also_unseen(gone()) == "In the last 8 quarters, it was found in 0 of 12 reviews."


def test_what_could_not_have_been_found_is_counted():
    assert unseen.not_assessed_lately(0) == new.first_assessed(0) == ""
    assert unseen.not_assessed_lately(1).endswith("whether it is still there cannot be told.")
    assert unseen.not_assessed_lately(2).startswith("2 factors found before were not assessed")
    assert new.first_assessed(2).endswith("so they are not called new.")
