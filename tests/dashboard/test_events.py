"""What came before and after a sign-off: a review once, and only what is certain."""

from datetime import date

import pandas as pd
import pytest

from dashboard.events import LISTED, Beside, events
from tests.dashboard.events_drawn import SUPERVISION, drawn, only


def test_practice_is_gathered_by_review_and_appraisal():
    found = [(one.one.review_ref, one.one.appraisal, len(one.events)) for one in SUPERVISION.spans(10)]  # fmt: skip  # noqa: E501
    assert found == [
        ("R1", "problem", 2),
        ("R1", "strength", 1),
        ("R2", "problem", 1),
        ("R3", "problem", 1),
        ("R4", "problem", 1),
    ]


def test_a_review_without_a_date_is_one_with_the_factor_and_is_not_drawn():
    assert SUPERVISION.reviews_with["problem"] == 5
    assert (SUPERVISION.reviews_dated, SUPERVISION.undated("practice")) == (4, 1)


def test_before_and_after_count_only_what_is_certain_and_add_up():
    found = SUPERVISION.beside_sign_off("problem")
    # R1 before, and out after; R4 after; R2 across; R3 ended later, and nobody knows when it began
    assert found == Beside(4, before=1, after=1, between=2, before_and_out_after=1)
    assert found is not None
    assert found.before + found.after + found.between == found.reviews


@pytest.mark.parametrize(
    ("began", "first", "last", "expected"),
    [
        ("day", "2021-06-01", "2021-07-01", (0, 1, 0)),
        ("day", "2021-05-31", "2021-07-01", (0, 0, 1)),  # signed off that day, perhaps
        ("", "2021-06-01", "2021-07-01", (0, 0, 1)),
        ("day", "2019-01-01", "2021-04-30", (1, 0, 0)),
        ("day", "2019-01-01", "2021-05-01", (1, 0, 0)),  # whichever day it was, not ended after it
        ("day", "2019-01-01", "2021-05-02", (0, 0, 1)),
    ],
)
def test_a_sign_off_known_to_the_month_may_be_any_day_of_it(began, first, last, expected):
    table = f"""
        kind       | review | first      | last       | precision | began
        practice   | R1     | {first}    | {last}     | day       | {began}
        signed off | R1     | 2021-05-01 | 2021-05-31 | month     |
    """
    found = drawn(table).beside_sign_off("problem")
    assert found is not None
    assert (found.before, found.after, found.between) == expected


def test_practice_without_an_end_may_have_gone_on_and_is_never_told_to_be_over():
    table = """
        kind       | review | first      | last       | began | ended
        signed off | R0     | 2021-05-01 | 2021-05-01 |       |
        practice   | R1     | 2019-01-01 | 2019-01-01 | day   | no
        practice   | R2     | 2022-01-01 | 2022-01-01 | day   | no
    """
    found = drawn(table).beside_sign_off("problem")
    assert found is not None
    assert (found.before, found.after, found.between) == (0, 1, 1)


def test_what_was_never_signed_off_has_no_before_and_after():
    unsigned = only(SUPERVISION, "practice", "made", "due", "completed")
    assert unsigned.beside_sign_off("problem") is None
    assert unsigned.first_of("signed off") is None


def test_the_first_of_several_is_the_one_that_is_certain_to_be_over_first():
    table = """
        kind       | review | first      | last       | precision
        signed off | R1     | 2021-01-01 | 2021-12-31 | year
        signed off | R2     | 2021-05-01 | 2021-05-31 | month
    """
    first = drawn(table).first_of("signed off")
    assert first is not None
    assert first.precision == "month"


def test_a_row_is_read_with_blanks_for_what_is_not_recorded():
    row = {
        **dict.fromkeys(("title", "board", "agency_label", "attribution", "status"), None),
        "ended_is_known": True,
        **dict.fromkeys(("recommendation_ref", "action_ref", "label", "began_precision"), None),
        **dict.fromkeys(("first_day", "last_day"), pd.NaT),
        "precision": None,
        "published_first_day": pd.Timestamp(2021, 1, 1),
        "published_last_day": pd.Timestamp(2021, 12, 31),
        "published_precision": "year",
        **{"event": "practice", "source_id": "spec", "review_ref": "R1", "finding_ref": "F1"},
        **{"appraisal": "problem", "is_ordinary_work": True},
    }
    [event] = events(pd.DataFrame([row]))
    assert (event.days, event.ref, event.label, event.agency) == (None, "F1", "", "")
    assert event.came_out is not None
    assert (event.came_out.last, event.is_ordinary_work) == (date(2021, 12, 31), True)


def test_of_too_many_events_the_latest_with_a_date_are_read_and_all_are_counted():
    dated = "\n".join(f"practice | R{n} | 2020-01-01 | day" for n in range(LISTED))
    late = "practice | R-late | 2021-01-01 | day\npractice | R-undated | | "
    many = drawn(f"kind | review | first | began\n{dated}\n{late}")
    listed = [event.review_ref for event in many.listed]
    assert (len(listed), listed[0], listed[-1]) == (LISTED, "R1", "R-late")
    assert many.reviews_with["problem"] == len(many) == LISTED + 2
    assert many.spans(2)[-1].one.review_ref == "R-late"


def test_a_recommendation_and_an_action_are_one_each_however_many_steps_they_took():
    table = """
        kind       | review | ref | first
        made       | R1     | 1   | 2021-01-01
        made       | R1     | 1   | 2021-01-01
        due        | R1     | A   | 2021-05-01
        completed  | R1     | A   | 2021-06-01
        signed off | R2     | A   |
    """
    found = drawn(table)
    assert (found.recommendations, found.actions) == (1, 2)
    assert (found.dated("signed off"), found.undated("signed off")) == (0, 1)
