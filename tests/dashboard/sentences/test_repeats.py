"""What is said of recommendations that were made before."""

import pytest

from dashboard.repeats import Repeat, repeated
from dashboard.repeats import repeats as values
from dashboard.sentences.repeats import asked_before, came_of, listing, not_compared, repeats
from tests.dashboard.recommendations_drawn import drawn


def first_of(table: str) -> Repeat:
    rows = drawn(table)
    return values(rows, repeated(rows))[0]


THRICE = """
    ref  | made       | actions | actions_signed_off | last_signed_off_on
    R1/1 | 2019-03-01 | 0       | 0                  |
    R2/1 | 2021-03-01 | 1       | 1                  | 2023-05-04
    R3/1 | 2024-03-01 | 0       | 0                  |
"""
TWICE = """
    ref  | made       | agency_id
    R1/1 | 2019-03-01 | BRD
    R3/1 | 2024-03-01 | BRD
"""


def test_the_one_asked_most_often_is_told_with_what_became_of_the_last():
    assert repeats(170, 38, 5, 80, first_of(THRICE)) == (
        "Of 170 recommendations that can be compared, **38** repeat an earlier one to the same "
        "agency on the same factor in similar words (similarity 80 or more of 100). "
        "Most often: **Training**, asked of Police in 3 reviews since 2019, the last of the "
        "earlier ones signed off in May 2023. "
        "5 of the 38 were asked again after an earlier one had been signed off."
    )


def test_one_repeat_of_one_earlier_one_is_told_in_the_singular():
    said = repeats(2, 1, 0, 100, first_of(TWICE))
    assert said == (
        "Of 2 recommendations that can be compared, **1** repeats an earlier one to the same "
        "agency on the same factor in the same words. Most often: **Training**, asked of the board "
        "in 2 reviews since 2019, the earlier one without an action on record."
    )


def test_where_none_repeats_it_is_said():
    said = repeats(12, 0, 0, 80, None)
    assert said.startswith(
        "Of 12 recommendations that can be compared, **none** repeats an earlier"
    )


def test_what_cannot_be_compared_is_told_by_its_reasons():
    assert not_compared({"no finding": 75, "no date": 1}, 189) == (
        "76 of the 265 selected recommendations cannot be compared: 75 answer no finding on record "
        "and 1 has no date."
    )
    assert not_compared({}, 189) == ""


def test_the_list_adds_up():
    assert listing(34, 27) == (
        "The 34 repeats stand in 27 rows: 7 that were asked again stand among the earlier ones of "
        "a later row."
    )
    assert "1 that was itself asked again stands" in listing(3, 2)
    assert listing(3, 3) == "The 3 repeats stand in 3 rows, one for each."
    assert listing(1, 1) == "The one repeat stands in one row."


def test_beside_a_recommendation_it_is_said_how_often_it_was_asked_before():
    assert asked_before(first_of(THRICE)) == (
        "Asked before: in 2 reviews since 2019, the last signed off in May 2023."
    )
    assert asked_before(first_of(TWICE)) == (
        "Asked before: once, in 2019, without an action on record."
    )


HEADINGS = (
    "ref | made | actions | actions_signed_off | actions_complete | last_completed_on "
    "| last_completed_precision | last_signed_off_on | last_signed_off_precision | statuses"
)


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        ("0 | 0 | 0 | | | | | ", "without an action on record"),
        ("1 | 1 | 0 | | | 2023-05-04 | day | Signed off", "signed off in May 2023"),
        ("1 | 1 | 0 | | | 2023-04-01 | quarter | ", "signed off in April to June 2023"),
        ("1 | 1 | 0 | | | 2023-01-01 | year | ", "signed off in 2023"),
        ("1 | 1 | 0 | | | 2023-04-01 | year | ", "signed off in 2023/24"),
        ("1 | 1 | 0 | | | | | Signed off", "signed off (when is not recorded)"),
        ("3 | 1 | 1 | | | 2023-05-04 | month | ", "with 1 of 3 actions signed off in May 2023"),
        (
            "2 | 0 | 2 | 2023-05-04 | day | | | Complete",
            "complete in May 2023, and not signed off",
        ),
        (
            "2 | 0 | 1 | 2023-05-04 | day | | | ",
            "with 1 of 2 actions complete, and none signed off",
        ),
        ("2 | 0 | 0 | | | | | In progress; Overdue", "not signed off (in progress; overdue)"),
        ("1 | 0 | 0 | | | | | ", "not signed off (status not recorded)"),
    ],
)
def test_what_became_of_a_recommendation_is_told_as_far_as_it_is_known(earlier: str, said: str):
    rows = f"{HEADINGS}\nR1/1 | 2019-03-01 | {earlier}\nR2/1 | 2021-03-01 | 0 | 0 | 0 | | | | | "
    assert came_of(first_of(rows).earlier[0].recommended) == said


def test_texts_of_the_source_are_escaped():
    repeat = first_of("""
        ref  | made       | factor_id
        R1/1 | 2019-03-01 | **b** [x](y)
        R3/1 | 2024-03-01 | **b** [x](y)
    """)
    assert "\\*\\*b\\*\\* \\[x\\]" in repeats(2, 1, 0, 80, repeat)
