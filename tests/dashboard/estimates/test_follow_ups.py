"""Which follow-ups count, from when to when, and how they are grouped."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from dashboard.estimates import Curve, Reading, counted_once, curves, log_rank
from dashboard.estimates.follow_ups import NOT_RECORDED
from tests.dashboard.estimates.test_survival import MERCAPTOPURINE, PLACEBO
from tests.dashboard.follow_ups_drawn import SIGNED_OFF, follow_ups


def days(rows: pd.DataFrame, reading: Reading = "strict") -> list[tuple[float, bool]]:
    """Return how long each follow-up that counts was watched, and whether it was seen again."""
    (curve,) = curves(rows, reading)
    return list(zip(curve.days.tolist(), curve.is_event.tolist(), strict=True))


def test_a_follow_up_runs_from_the_last_day_of_the_sign_off_to_the_practice_with_the_factor():
    row = follow_ups("400", signed_off_within=30)
    assert days(row) == [(400, True)]
    # leniently from the first such day, 30 days before, to the end of that practice, 90 days after
    assert days(row, "lenient") == [(30 + 400 + 90, True)]


def test_not_seen_is_watched_up_to_the_last_practice_that_could_have_shown_it_and_no_longer():
    assert days(follow_ups("400+")) == [(400, False)]
    assert days(follow_ups("400+"), "lenient") == [(490, False)]


def test_what_has_no_later_practice_is_never_at_risk():
    (curve,) = curves(follow_ups("- 400+ - 90"), "strict")
    assert (curve.too_early, curve.follow_ups, curve.counted, curve.events) == (2, 2, 2, 1)


def test_actions_that_share_their_sign_off_factor_and_agency_count_once():
    rows = follow_ups("400 400 400 90+ 90+ -")
    alike = rows.assign(factor_id="tools", agency_id="A")
    once, left_out = counted_once(alike.head(5), "strict")
    assert (len(once), left_out) == (2, 3)
    (curve,) = curves(alike, "strict")
    assert (curve.follow_ups, curve.counted, curve.shared, curve.events) == (5, 2, 3, 1)
    for another in ("factor_id", "agency_id", "board", "source_id"):
        apart = alike.assign(**{another: [f"x{number}" for number in range(6)]})
        (curve,) = curves(apart, "strict")
        assert curve.shared == 0


def test_groups_stand_in_their_order_and_what_is_blank_last():
    rows = follow_ups("1 2 3 4").assign(
        strength=["", "weak", "strong", None],
        evidence_grade=["none", "outcome", np.nan, "practice"],
    )
    assert [(one.key, one.name, one.counted) for one in curves(rows, "strict", "strength")] == [
        ("strong", "Stronger", 1),
        ("weak", "Weaker", 1),
        ("", NOT_RECORDED, 2),
    ]
    names = [one.name for one in curves(rows, "strict", "evidence_grade")]
    assert names == ["Outcome", "Practice", "No evidence", NOT_RECORDED]


def test_with_fewer_than_five_there_is_no_curve():
    assert curves(follow_ups("1 2 3 4"), "strict")[0].survival is None
    assert curves(follow_ups("1 2 3 4 -"), "strict")[0].survival is None
    assert curves(follow_ups("1 2 3 4 5"), "strict")[0].survival is not None


def test_of_no_follow_up_there_is_an_empty_curve():
    none = follow_ups("1").head(0)
    (curve,) = curves(none, "strict")
    assert (curve.follow_ups, curve.counted, curve.too_early, curve.survival) == (0, 0, 0, None)
    assert curves(none, "strict", "strength") == []


def test_practice_before_the_sign_off_or_without_a_day_cannot_be():
    early = follow_ups("1 2").assign(strict_event_on=SIGNED_OFF - timedelta(days=3))
    with pytest.raises(ValueError, match=r"Action ACT-1 .* before its sign-off"):
        curves(early, "strict")
    with pytest.raises(ValueError, match="no known day"):
        curves(follow_ups("5+").assign(strict_last_on=None), "strict")


def test_dates_may_come_as_dates_or_as_pandas_has_them():
    rows = follow_ups("400 90+ -")
    stamped = rows.assign(
        **{name: pd.to_datetime(rows[name]) for name in rows if name.endswith(("_on", "_last"))}
    )
    assert days(stamped) == days(rows) == [(400, True), (90, False)]
    assert isinstance(rows["since_last"].iloc[0], date)


# Two groups


def two_groups(one: str, other: str) -> list[Curve]:
    """Return the curves of stronger and of weaker actions."""
    rows = follow_ups(f"{one} {other}")
    first = len(one.split())
    strength = ["strong"] * first + ["weak"] * (len(rows) - first)
    return curves(rows.assign(strength=strength), "strict", "strength")


def test_the_log_rank_test_of_freireichs_trial():
    # Chi-squared 16.79 with one degree of freedom, as in Kleinbaum and Klein
    p_value = log_rank(two_groups(MERCAPTOPURINE, PLACEBO))
    assert p_value == pytest.approx(4.17e-5, rel=0.01)


def test_without_two_groups_of_enough_or_without_any_event_nothing_is_tested():
    assert log_rank(curves(follow_ups("1 2 3 4 5 6"), "strict")) is None
    assert log_rank(two_groups("1 2 3 4 5", "1 2 3 4")) is None
    assert log_rank(two_groups("1+ 2+ 3+ 4+ 5+", "1+ 2+ 3+ 4+ 9+")) is None
    third = follow_ups("1 2 3 4 5 1 2 3 4 5 1 2 3 4 5")
    strength = ["strong"] * 5 + ["weak"] * 5 + [""] * 5
    assert log_rank(curves(third.assign(strength=strength), "strict", "strength")) is None
