"""What is said of what came after: it adds up, and "not seen" is never said to be solved."""

from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.estimates import Curve, curves
from dashboard.sentences import after_action
from tests.dashboard.estimates.test_survival import MERCAPTOPURINE, PLACEBO
from tests.dashboard.follow_ups_drawn import follow_ups


def said(drawn: str) -> str:
    return after_action.follow_ups(follow_ups(drawn))


def only(drawn: str) -> Curve:
    (curve,) = curves(follow_ups(drawn), "strict")
    return curve


# All follow-ups


def test_the_numbers_add_up_to_all_follow_ups():
    drawn = " ".join(["100"] * 14 + ["100+"] * 9 + ["~"] * 6 + ["-"] * 7)
    assert said(drawn) == (
        "After **14 of 36 follow-ups** of signed-off actions, the factor was **seen again** in "
        "later practice at the same agency; after 9 it was not seen in the later reviews that "
        "could have shown it; after 6 it was found only in practice that was, or may have been, "
        "under way at the time (overlaps); after 7 it is too early to tell. A follow-up is one "
        "action, with one factor at one agency."
    )


def test_none_and_all_are_words():
    assert said("100 200").startswith("After **both follow-ups** of signed-off actions")
    assert said("100 200 300").startswith("After **all 3 follow-ups** of signed-off actions")
    assert said("100+ 200+ -").startswith(
        "After **none of 3 follow-ups** of signed-off actions, the factor was **seen again** in "
        "later practice at the same agency; after 2 it was not seen in the later reviews that "
        "could have shown it; after 1 it is too early to tell."
    )
    assert "; after both it is too early to tell." in said("- -")
    assert "; after all it is too early to tell." in said("- - -")


@pytest.mark.parametrize(
    ("drawn", "end"),
    [
        ("100", "the factor was seen again in later practice at the same agency."),
        ("100+", "the factor was not seen in the later reviews that could have shown it."),
        (
            "~",
            "the factor was found only in practice that was, or may have been, under way at the "
            "time (overlaps).",
        ),
        ("-", "it is too early to tell whether the factor came back."),
    ],
)
def test_one_follow_up_is_told_in_the_singular(drawn, end):
    assert said(drawn) == (
        f"There is 1 follow-up of a signed-off action: {end} {after_action.WHAT_IT_IS}"
    )


def test_completed_actions_are_not_called_signed_off():
    rows = follow_ups("100 200")
    assert after_action.follow_ups(rows, "completed").startswith(
        "After **both follow-ups** of completed"
    )


def test_an_agency_that_only_stands_in_the_review_is_never_said_to_be_where_it_was_found():
    rows = follow_ups("100 200").assign(attribution="review")
    assert "in the same review as it" in after_action.follow_ups(rows)
    [row, _] = rows.itertuples()
    assert after_action.place(row) == "**Factor 1**, in the same review as **Agency A**"


def test_nothing_to_follow_up_is_said():
    none = after_action.follow_ups(follow_ups("100").head(0))
    assert none.startswith("There is nothing to follow up")


def test_leniently_what_was_under_way_counts():
    assert after_action.leniently(follow_ups("100 ~ ~ -")) == (
        "If practice that was, or may have been, under way at the time counts too, the factor was "
        "seen again after 3 of 4, and after 1 it is too early to tell."
    )
    assert after_action.leniently(follow_ups("100 100+")) == ""


def test_not_seen_is_not_said_to_be_solved():
    assert "Not seen is not solved" in after_action.NOT_SUCCESS
    assert "no new review is not success" in after_action.NOT_SUCCESS


# One follow-up


def one(state: str, **counts: int) -> str:
    row: dict[str, Any] = {
        "state": state,
        "reviews_after": 0,
        "reviews_after_with": 0,
        "reviews_straddling": 0,
        "reviews_straddling_with": 0,
    }
    return after_action.one(SimpleNamespace(**row | counts))


def test_seen_again_says_in_how_many_of_the_later_reviews():
    assert one("seen again", reviews_after=3, reviews_after_with=2) == (
        "seen again in 2 of 3 later reviews"
    )
    assert one("seen again", reviews_after=1, reviews_after_with=1) == (
        "seen again in 1 of 1 later review"
    )


def test_not_seen_says_what_is_still_compatible_with_it():
    assert one("not seen", reviews_after=3) == (
        "not seen in 3 later reviews: up to 63% of such reviews could still hold it (upper 95% "
        "bound)"
    )
    assert one("not seen", reviews_after=1).startswith("not seen in 1 later review: up to 95%")


def test_overlaps_says_what_was_under_way():
    assert one("overlaps", reviews_straddling=2, reviews_straddling_with=1) == (
        "overlaps: found in 1 review whose practice was, or may have been, under way at the time"
    )
    also = one("overlaps", reviews_straddling=2, reviews_straddling_with=2, reviews_after=4)
    assert also.startswith("overlaps: found in 2 reviews whose practice")
    assert also.endswith("; not seen in 4 later reviews")


def test_too_early_says_what_is_missing():
    why = (
        "too early to tell: no later practice in which the agency was involved and the factor "
        "assessed"
    )
    assert one("too early") == why
    assert one("too early", reviews_straddling=1) == (
        f"{why}; not seen in 1 review whose practice was, or may have been, under way at the time"
    )


# How long it was


def test_half_were_seen_again_within_a_time_with_its_interval():
    days = " ".join(f"{int(week.rstrip('+')) * 40}" for week in PLACEBO.split())
    assert after_action.time_until(only(days)) == (
        "Of 21 follow-ups with later practice to look at, the factor was seen again after all: "
        "an estimated half were seen again within about 11 months "
        "(95% interval 5 months to 14 months)."
    )


def test_half_is_estimated_and_may_be_reached_where_fewer_were_seen_again():
    reached = after_action.time_until(only("100+ 200+ 300+ 400+ 500+ 600 700 800"))
    assert "seen again after 3: an estimated half were seen again within about 23 months" in reached


def test_an_interval_may_have_no_upper_limit_and_rest_on_few():
    reached = after_action.time_until(only("100 900 1000 1500 1600+"))
    assert reached.endswith(
        "an estimated half were seen again within about 2.7 years "
        "(95% interval from 3 months, without "
        "an upper limit; fewer than 5 were still watched by then)."
    )


def test_a_median_that_is_not_reached_is_said():
    assert after_action.time_until(only("100 900+ 1000+ 1500+ 1600+ 1700+")) == (
        "Of 6 follow-ups with later practice to look at, the factor was seen again after 1; the "
        "median is not reached: more than half were not seen again by the last practice looked at."
    )


def test_none_seen_again_is_said():
    assert after_action.time_until(only("100+ 900+ 1000+ 1500+ 1600+")) == (
        "Of 5 follow-ups with later practice to look at, the factor was seen again after none by "
        "the last practice looked at."
    )


def test_too_few_and_none_to_look_at_are_said():
    assert after_action.time_until(only("100")) == (
        "There is 1 follow-up with later practice to look at: too few to tell how long it was."
    )
    assert after_action.time_until(only("100 200+ -")).startswith("There are 2 follow-ups")
    assert after_action.time_until(only("- ~")) == (
        "No follow-up has later practice to look at: how long it was cannot be told."
    )


def test_follow_ups_that_share_their_fate_are_said_to_count_once():
    rows = follow_ups("100 100 100 200 300+ 400+ 500+")
    alike = rows.assign(factor_id=["a", "a", "a", "d", "e", "f", "g"])
    (curve,) = curves(alike, "strict")
    assert (
        "Of 5 follow-ups with later practice to look at (2 more share their day with one of "
        "them, and count with it), the factor"
    ) in after_action.time_until(curve)
    (curve,) = curves(alike.drop(index=1), "strict")
    assert "(1 more shares its day with one of them, and counts with it)" in (
        after_action.time_until(curve)
    )


def two_groups(one: str, other: str) -> list[Curve]:
    rows = follow_ups(f"{one} {other}")
    first = len(one.split())
    strength = ["strong"] * first + ["weak"] * (len(rows) - first)
    return curves(rows.assign(strength=strength), "strict", "strength")


def test_groups_are_told_one_after_the_other():
    assert after_action.groups(two_groups("100 200+ 300+ 400+ 500+", "100 -")) == (
        "**Stronger**, seen again after 1 of 5 follow-ups, median not reached; **Weaker**, seen "
        "again after 1 of 1 follow-up (too few to tell)."
    )
    few = after_action.groups(two_groups("100 140 150 400 500", "1"))
    half = "an estimated half within about 5 months"
    assert f"{half} (fewer than 5 were still watched by then)" in few
    assert after_action.groups([]).startswith("No follow-up")


def test_a_difference_is_only_told_of_two_groups_with_its_test():
    assert after_action.compared(two_groups("100 200 300 400 500", "110 210 310 410 510")) == (
        "Whether **Stronger** and **Weaker** differ cannot be told (log-rank test, p = 0.55)."
    )
    told = after_action.compared(two_groups(MERCAPTOPURINE, PLACEBO))
    assert told.startswith(
        "**Stronger** and **Weaker** differ by more than chance alone would often make (log-rank "
        "test, p under 0.001). Actions were not given"
    )
    assert after_action.compared([only("1 2 3 4 5")]) == ""


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "less than a month"),
        (31, "1 month"),
        (426, "14 months"),
        (730.5, "2 years"),
        (767, "2.1 years"),
    ],
)
def test_times_are_in_months_and_from_two_years_on_in_years(days, words):
    assert after_action.duration(days) == words


def test_the_time_within_which_half_were_seen_again_is_rounded_and_says_so():
    assert after_action.within(372) == "within about 12 months"
    assert after_action.within(9) == "within less than a month"
