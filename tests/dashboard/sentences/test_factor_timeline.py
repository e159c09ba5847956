"""The timeline of a factor in words: the numbers add up, and what cannot be told is said."""

import pytest

from dashboard.sentences.factor_timeline import cannot_tell, factor_timeline, span_of
from tests.dashboard.events_drawn import SUPERVISION, drawn, only


def test_it_says_what_was_found_what_was_signed_off_and_what_came_later():
    assert factor_timeline("Supervision", "", SUPERVISION) == (
        "**Supervision** was found as a problem in 5 reviews and as a strength in 1, of practice "
        "between March 2018 and June 2023. 2 actions on it were signed off, the first in May 2021. "
        "Of the 4 reviews with it as a problem and a practice date: in 1 practice began after "
        "that; in 1 it had ended before; in 2 it went on across that day, or which came first "
        "cannot be told. 1 review came out after that first sign-off and tells of practice before "
        "it."
    )


def test_an_agency_is_named_and_one_known_from_the_review_only_is_said_to_be_so():
    table = """
        kind     | review | first      | last       | began | attribution
        practice | R1     | 2018-03-01 | 2018-05-01 | day   | {}
    """
    coded = factor_timeline("Tools", "A&E", drawn(table.format("coded")))
    assert coded.startswith("**Tools** at A\\&E was found as a problem in 1 review of practice")
    same = factor_timeline("Tools", "Police", drawn(table.format("review")))
    assert same.startswith("**Tools** in the same review as Police was found")


@pytest.mark.parametrize(
    ("first", "last", "how"),
    [
        ("2022-01-01", "2022-05-01", "practice began after that"),
        ("2018-01-01", "2018-05-01", "practice had ended before"),
        ("2018-01-01", "2022-05-01", "practice went on across that day, or which came first"),
    ],
)
def test_one_review_is_told_without_numbers(first, last, how):
    table = f"""
        kind       | review | first      | last       | began | appraisal
        practice   | R1     | {first}    | {last}     | day   | neutral
        signed off | R1     | 2021-05-04 | 2021-05-04 |       | neutral
    """
    said = factor_timeline("Tools", "", drawn(table))
    assert said.startswith("**Tools** was found in 1 review of practice")
    assert "1 action on it was signed off, on 4 May 2021. In the 1 review with it, " in said
    assert how in said


def test_what_was_not_signed_off_is_told_with_what_answers_it():
    rows = only(SUPERVISION, "practice", "made", "due", "completed")
    assert factor_timeline("Supervision", "", rows).endswith(
        "1 recommendation and 2 dated actions answer it; no day is recorded on which one was "
        "signed off."
    )
    practice = only(SUPERVISION, "practice")
    assert factor_timeline("Supervision", "", practice).endswith(
        "No recommendation and no action is recorded that answers it."
    )


def test_an_agency_that_only_owns_an_action_is_not_one_at_which_it_was_found():
    answers = only(SUPERVISION, "made", "due", "completed", "signed off")
    assert factor_timeline("Supervision", "Police", answers) == (
        "**Supervision** was not found at Police in the selected reviews. 2 actions on it were "
        "signed off, the first in May 2021."
    )


def test_what_has_no_place_on_the_axis_is_counted():
    table = """
        kind       | review | first
        practice   | R1     |
        practice   | R2     |
        made       | R1     |
        signed off | R1     |
    """
    assert cannot_tell(drawn(table)) == (
        "2 findings have no practice date and are not drawn, 1 recommendation has no date and 1 "
        "action is signed off on no recorded day: the table lists them."
    )
    assert cannot_tell(SUPERVISION) == (
        "1 finding has no practice date and is not drawn: the table lists it."
    )
    assert cannot_tell(only(SUPERVISION)) == ""


def test_an_end_that_is_not_recorded_is_said():
    table = """
        kind     | review | first      | last       | began | ended
        practice | R1     | 2019-03-01 | 2019-03-01 | day   | no
    """
    [event] = drawn(table).listed
    assert span_of(event) == "from 1 March 2019; when it ended is not recorded"


@pytest.mark.parametrize(
    ("first", "last", "precision", "began", "said"),
    [
        ("2018-03-01", "2018-07-07", "day", "day", "1 March 2018 to 7 July 2018"),
        ("2018-03-01", "2018-07-31", "month", "month", "March 2018 to July 2018"),
        ("2018-01-01", "2018-12-31", "year", "year", "2018"),
        ("2018-04-01", "2020-03-31", "year", "day", "1 April 2018 to 2019/20"),
        ("2018-01-01", "2018-12-31", "quarter", "quarter",
         "January to March 2018 until October to December 2018"),
        ("2019-12-01", "2019-12-31", "month", "",
         "up to December 2019; when it began is not recorded"),
    ],
)  # fmt: skip
def test_practice_is_told_as_precisely_as_it_is_known(first, last, precision, began, said):
    table = f"""
        kind     | review | first   | last   | precision   | began
        practice | R1     | {first} | {last} | {precision} | {began}
    """
    [event] = drawn(table).listed
    assert span_of(event) == said
