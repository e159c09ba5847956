"""What the page When? says: what changed, what cannot be told, what is new."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd

from dashboard.between import between
from dashboard.course import Signal, courses
from dashboard.estimates import Delay
from dashboard.sentences import over_time
from tests.dashboard.rows_over_time import RARE, SHIFT, STEADY, course, rows

END = over_time.NOT_BETTER_OR_WORSE


def test_one_factor_from_its_first_to_its_last_whole_period_without_a_signal():
    assert over_time.one(course(STEADY), "practice") == (
        "By the period of practice, **Tools** was found as a problem in 5 of 10 reviews (50%) in "
        f"2010 and in 5 of 10 reviews (50%) in 2023: no signal of change by the NHS rules. {END}"
    )


def test_part_and_incomplete_periods_are_neither_the_first_nor_the_last_that_is_told():
    found = course("9/10* " + STEADY + "0/10", incomplete_after=date(2024, 12, 31))
    said = over_time.one(found, "published")
    assert "in 2011 and in 5 of 10 reviews (50%) in 2024:" in said


def test_signals_are_told_with_their_length_their_side_and_their_periods():
    said = over_time.one(course(SHIFT), "published")
    assert (
        "the NHS rules show a change: 7 periods in a row below the mean (2010 to 2016) and 7 "
        "periods in a row above the mean (2017 to 2023)"
    ) in said
    assert said.endswith(END)


def test_below_twelve_periods_it_is_a_run_chart_and_why():
    said = over_time.one(course("2/3 1/10"), "practice")
    assert (
        "in 2 of 3 reviews (too few to tell) in 2010 and in 1 of 10 reviews (10%) in 2011" in said
    )
    few = over_time.one(course("2/3 1/3 2/3 1/10 2/3 1/3 2/3"), "practice")
    assert (
        "with 1 of the 12 whole periods with 5 reviews or more that limits need, this is a run "
        "chart, and it shows no shift and no trend."
    ) in few
    enough = over_time.one(course("2/5 1/10 2/5 1/10 2/5 1/10 2/5"), "practice")
    assert "with 7 of the 12 whole periods that limits need, this is a run chart" in enough
    rising = course("1/10 2/10 3/10 4/10 5/10 6/10 7/10")
    assert "and it shows 7 periods in a row rising (2010 to 2016)." in over_time.one(
        rising, "practice"
    )


def test_with_one_whole_period_or_none_it_cannot_be_told():
    said = over_time.one(course("1/10 4/10*"), "published")
    assert said == (
        "By the period of publication, **Tools** was found as a problem in 1 of 10 reviews (10%) "
        "in 2010, and only one period is whole: whether it changed cannot be told."
    )
    assert "and no period is whole" in over_time.one(course("1/1*"), "published")
    assert "in 1 of 1 review (too few to tell) in 2010" in over_time.one(course("1/1*"), "practice")
    assert "**Tools** was not assessed in any period." in over_time.one(course("-/4"), "practice")


def test_a_rare_factor_is_told_by_the_days_between():
    dates = pd.DataFrame({"found_on": pd.to_datetime(["2010-05-01", "2014-05-01"])})
    found = course(RARE)
    said = over_time.one(found, "practice", between(dates.assign(precision="day"), found, None))
    assert "it is found in 4 of 14 whole periods, too rare for a share" in said
    assert "1 gap cannot tell whether it changed." in said


def several(*counts: str) -> str:
    tables = [
        rows(text, factor=f"f{number}", label=f"F{number}") for number, text in enumerate(counts)
    ]
    return over_time.several(courses(pd.concat(tables), {}), "published")


def test_several_factors_are_counted_and_those_that_change_are_named_with_their_numbers():
    assert several(STEADY, SHIFT) == (
        "By the period of publication, 1 of the 2 factors drawn shows a signal of change by the "
        "NHS rules: **F1**, from 1 of 10 reviews (10%) in 2010 to 6 of 10 reviews (60%) in 2023. "
        f"{END}"
    )
    assert "none of the 2 factors drawn shows a signal" in several(STEADY, STEADY)
    many = several(*[SHIFT] * 5)
    assert "all 5 factors drawn show" in many
    assert "; and 2 others." in many


def test_of_several_factors_the_rare_and_those_with_few_periods_are_said_to_be():
    assert "1 factor is too rare for shares" in several(STEADY, RARE)
    assert "none of those of the 3 factors drawn that can be charted as shares" in several(
        STEADY, STEADY, RARE
    )
    assert several(STEADY, RARE).startswith(
        "By the period of publication, **F0**, the only one of the 2 factors drawn that can be "
        "charted as shares, shows no signal of change by the NHS rules."
    )
    assert several(RARE, RARE).startswith(
        "By the period of publication, whether the 2 factors drawn changed cannot be told from "
        "shares. 2 factors are too rare"
    )
    assert (
        "They have at most 7 of the 12 whole periods that limits need: only shifts and trends of "
        "seven in a row can be told."
    ) in several("1/10 2/10 3/10 1/10 2/10 3/10 1/10", "3/10 2/10 1/10 3/10 2/10 1/10 3/10")
    assert "whether they changed cannot be told" in several("1/10", "2/10")
    assert "no period is whole" in several("1/10*")


def test_factors_that_were_found_nowhere_are_not_said_to_have_stayed_as_they_were():
    assert several("0/10 0/10 0/10", "0/9 -/4 0/8") == (
        "By the period of publication, none of the factors drawn was found in any period."
    )
    assert several("0/10 0/10").endswith("the factor drawn was not found in any period.")


def test_what_is_incomplete_is_told_with_its_reason():
    end, after = date(2026, 9, 30), date(2023, 1, 30)
    assert over_time.incomplete(after, Delay(20, 44, 34), end, True) == (
        "Periods that end after 30 January 2023 may be incomplete: nine in ten of 34 reviews came "
        "out within 44 months of the practice, and the data end on 30 September 2026. They count "
        "towards no middle, limit or rule."
    )
    assumed = over_time.incomplete(date(2024, 9, 30), None, end, False)
    assert "about 24 months after the practice: an assumption" in assumed
    assert "the data hold no date after 30 September 2026" in assumed
    assert over_time.incomplete(None, None, end, True) == ""


def test_reviews_in_no_period_are_counted():
    assert over_time.undated(1, "practice", "financial quarter") == (
        "1 review stands in no period: its date of practice is not known, or not known well enough "
        "for a financial quarter."
    )
    assert "3 reviews stand in no period: their date" in over_time.undated(3, "published", "x")
    assert over_time.undated(0, "practice", "calendar year") == ""
    assert over_time.no_time("published", 188, "financial year") == (
        "None of the 188 selected reviews has a date of publication that falls into a financial "
        "year, so nothing can be shown over time."
    )


def history(**changes: Any) -> SimpleNamespace:
    row = {
        "label": "Tools *",
        "reviews_with_latest": 2,
        "reviews_assessed_latest": 9,
        "reviews_assessed_before": 30,
        "reviews_assessed_since": 3,
        "last_found_in": "2019/20",
        "last_found_on": date(2019, 6, 1),
        "reviews_with_undated": 0,
    }
    return SimpleNamespace(**row | changes)


def test_what_is_new_and_what_was_not_seen_say_0_of_n_and_whether_that_is_enough():
    assert over_time.new(history()) == (r"**Tools \***: 2 of 9 (22%); before, 0 of 30 reviews")
    few = over_time.new(history(reviews_assessed_before=4, reviews_with_undated=2))
    assert few.endswith(
        "before, 0 of 4 reviews (too few to tell); also found in 2 reviews without a date"
    )
    assert over_time.unseen(history()).endswith(
        ": last in 2019/20; since, 0 of 3 reviews (too few to tell)"
    )
    undated = history(reviews_assessed_since=40, reviews_with_undated=1, last_found_in=None)
    assert over_time.unseen(undated).endswith(
        ": last in 2019; since, 0 of 40 reviews; also found in 1 review without a date"
    )


def test_one_review_at_the_beginning_makes_no_change():
    found = over_time.one(course("1/1 2/10 3/10 " + STEADY), "published")
    assert "in 2 of 10 reviews (20%) in 2011 and in 5 of 10 reviews (50%) in 2026:" in found


def test_a_page_that_draws_none_large_says_where_the_days_between_are():
    found = [course(STEADY), course(RARE)]
    said = over_time.several(found, "published", "the page When? shows the days between")
    assert "1 factor is too rare for shares: the page When? shows the days between." in said


def test_in_fewer_than_seven_whole_periods_nothing_is_said_to_have_stayed_as_it_was():
    assert several("1/10 2/10 3/10", "3/10 2/10 1/10") == (
        "By the period of publication, whether the 2 factors drawn changed cannot be told: 3 whole "
        "periods are too few, since the NHS rules need seven in a row, and twelve for limits. "
        f"{END}"
    )
    assert over_time.one(course("1/10 2/10 3/10 1/10 2/10 3/10"), "published").endswith(
        ": 6 whole periods are too few to tell whether it changed, since the NHS rules need seven "
        f"in a row, and twelve for limits. {END}"
    )


def test_beside_a_rare_factor_only_those_charted_as_shares_are_said_to_be_too_short():
    assert (
        "whether **F0**, the only one of the 2 factors drawn that can be charted as shares, "
        "changed cannot be told: 1 whole period is too few, since the NHS rules need seven in a row"
    ) in several("1/10 . . . . . . . . . . . . .", RARE)


def test_what_changed_is_said_in_one_sentence_without_what_cannot_be_told():
    found = [course("1/10 2/10 3/10 " * 3), course("3/10 2/10 1/10 " * 3)]
    assert over_time.changes(found, "published") == (
        "By the period of publication, none of the 2 factors drawn shows a signal of change by the "
        "NHS rules."
    )


def signal(rule: str, *years: int, is_above: bool = True) -> Signal:
    """Return a signal of so many years of a course."""
    points = {int(point.period.name): point for point in course(STEADY).points}
    return Signal(rule, tuple(points[year] for year in years), is_above)


def test_a_period_outside_the_limits_is_told_without_a_word_of_limits():
    outside = [signal("outside", 2012, 2013), signal("outside", 2020, is_above=False)]
    assert over_time.signals_in_words(outside, "mean") == (
        "2 periods further above the mean than chance would often take one (2012 and 2013) and "
        "1 period further below the mean than chance would often take one (2020)"
    )
    many = [signal("outside", 2010, 2011, 2012, 2013)]
    assert over_time.signals_in_words(many, "mean") == (
        "4 periods further above the mean than chance would often take one"
    )


def test_two_of_three_near_a_limit_are_told_plainly_and_only_where_nothing_else_is():
    near = [signal("two of three", 2012, 2013)]
    assert over_time.signals_in_words(near, "mean") == (
        "2 periods well above the mean, two of three in a row (2012 and 2013)"
    )
    assert over_time.signals_in_words([*near, signal("outside", 2012)], "mean") == (
        "1 period further above the mean than chance would often take one (2012)"
    )
    alone = [signal("two of three", 2013, is_above=False)]
    assert over_time.signals_in_words(alone, "mean") == (
        "1 period well below the mean, one of two such of three in a row (2013)"
    )


def test_where_no_period_has_reviews_enough_none_is_said_to_have():
    assert "with none of the 12 whole periods with 5 reviews or more that limits need" in (
        over_time.one(course("1/2 1/3 0/2 1/3 0/2 1/3 0/2"), "published")
    )
    assert "They have none of the 12 whole periods with 5 reviews or more that limits need:" in (
        several("1/2 1/3 0/2 1/3 0/2 1/3 0/2", "0/2 1/3 1/2 0/2 1/3 1/2 0/2")
    )
    seven = "1/10 2/10 3/10 1/10 2/10 3/10 1/10"
    assert "1 factor has 7 of the 12 whole periods that limits need:" in several(
        STEADY, f"{seven} . . . . . . ."
    )
    assert "It has 7 of the 12 whole periods that limits need:" in several(seven)


def test_where_every_factor_changes_that_is_said_in_words():
    assert "both factors drawn show a signal of change" in several(SHIFT, SHIFT)
    assert "publication, the factor drawn shows a signal of change" in several(SHIFT)
