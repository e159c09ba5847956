"""Which recommendations repeat an earlier one: the rules, one by one."""

import pandas as pd
import pytest

from dashboard.repeats import OF_BOTH, OF_EARLIER, OF_LATER, counted, repeated, repeats, told
from tests.dashboard.recommendations_drawn import drawn


def found(table: str, alike: int = 80) -> list[tuple[str, list[str]]]:
    """List each repeat with its earlier ones, in the order of the answer."""
    rows = drawn(table)
    return [
        (
            one.recommended.recommendation_ref,
            [e.recommended.recommendation_ref for e in one.earlier],
        )
        for one in repeats(rows, repeated(rows, alike))
    ]


def test_the_same_words_of_another_review_are_a_repeat():
    assert found("""
        ref  | made
        R1/1 | 2019-03-01
        R2/1 | 2021-03-01
    """) == [("R2/1", ["R1/1"])]


@pytest.mark.parametrize(
    ("why", "table"),
    [
        ("of the same review", "ref | made\nR1/1 | 2019-03-01\nR1/2 | 2021-03-01"),
        ("of the same day", "ref | made\nR1/1 | 2019-03-01\nR2/1 | 2019-03-01"),
        (
            "to another agency",
            "ref | made | agency_id\nR1/1 | 2019-03-01 | POL\nR2/1 | 2021-03-01 | BRD",
        ),
        (
            "on another factor",
            "ref | made | factor_id\nR1/1 | 2019-03-01 | training\nR2/1 | 2021-03-01 | tools",
        ),
        (
            "of another board",
            "ref | made | board\nR1/1 | 2019-03-01 | Anytown\nR2/1 | 2021-03-01 | Othertown",
        ),
        (
            "of a board that is not recorded",
            "ref | made | board\nR1/1 | 2019-03-01 | spec\nR2/1 | 2021-03-01 | ",
        ),
        (
            "of another source, where no board is recorded",
            "ref | made | board | source_id\n"
            "R1/1 | 2019-03-01 | | one\nR2/1 | 2021-03-01 | | other",
        ),
        (
            "perhaps of the same days",
            "ref | made | made_last\nR1/1 | 2019-01-01 | 2019-12-31\n"
            "R2/1 | 2019-12-31 | 2019-12-31",
        ),
        (
            "in other words",
            "ref | made | statement\nR1/1 | 2019-03-01 | Train all teams\n"
            "R2/1 | 2021-03-01 | Write a protocol",
        ),
    ],
)
def test_no_repeat(why: str, table: str):
    assert found(table) == [], why


def test_reviews_of_one_board_are_compared_whatever_their_source():
    assert found("""
        ref  | made       | source_id
        R1/1 | 2019-03-01 | one
        R2/1 | 2021-03-01 | other
    """) == [("R2/1", ["R1/1"])]


def test_reviews_of_one_source_are_compared_where_no_board_is_recorded():
    assert found("""
        ref  | made       | board
        R1/1 | 2019-03-01 |
        R2/1 | 2021-03-01 |
    """) == [("R2/1", ["R1/1"])]


def test_the_earlier_one_was_certainly_made_before():
    assert found("""
        ref  | made       | made_last
        R1/1 | 2019-01-01 | 2019-12-31
        R2/1 | 2020-01-01 | 2020-01-01
    """) == [("R2/1", ["R1/1"])]


EDGE = """
    ref  | made       | statement
    R1/1 | 2019-03-01 | Agree a joint protocol
    R2/1 | 2021-03-01 | Agree a joint protocol in writing
"""


def test_what_is_just_alike_enough_is_a_repeat():
    assert found(EDGE, alike=80) == [("R2/1", ["R1/1"])]
    assert found(EDGE, alike=81) == []


def test_a_repeat_is_alike_itself_and_not_by_way_of_a_third():
    assert found("""
        ref  | made       | statement
        R1/1 | 2019-03-01 | Agree a joint protocol
        R2/1 | 2020-03-01 | Agree a joint protocol in writing
        R3/1 | 2021-03-01 | Agree a joint protocol in writing by the summer
    """) == [("R3/1", ["R2/1"]), ("R2/1", ["R1/1"])]


THRICE = """
    ref  | made
    R1/1 | 2019-03-01
    R2/1 | 2020-03-01
    R3/1 | 2021-03-01
    R4/1 | 2022-03-01
"""


def test_those_asked_in_most_reviews_come_first_each_with_the_latest_earlier_one_first():
    assert found(THRICE) == [
        ("R4/1", ["R3/1", "R2/1", "R1/1"]),
        ("R3/1", ["R2/1", "R1/1"]),
        ("R2/1", ["R1/1"]),
    ]


def test_a_repeat_whose_earlier_ones_stand_with_a_later_one_is_not_listed_again():
    rows = drawn(THRICE)
    listed = repeated(rows).query("is_listed")
    assert [one.recommended.recommendation_ref for one in repeats(rows, listed)] == ["R4/1"]


def test_a_repeat_that_no_later_one_shows_is_listed_although_its_earlier_ones_are_shown():
    rows = drawn("""
        ref  | made       | statement
        R1/1 | 2019-03-01 | Agree a joint protocol
        R2/1 | 2020-03-01 | Agree a joint protocol in writing
        R3/1 | 2021-03-01 | Now agree a joint protocol
    """)
    pairs = repeated(rows, 84)
    assert [one.recommended.recommendation_ref for one in repeats(rows, pairs)] == ["R3/1"]
    pairs = repeated(rows, 80)
    listed = [one.recommended.recommendation_ref for one in repeats(rows, pairs.query("is_listed"))]
    assert listed == ["R3/1", "R2/1"]


def test_reviews_are_counted_and_not_recommendations():
    [repeat] = repeats_of("""
        ref  | made
        R1/1 | 2019-03-01
        R1/2 | 2019-03-01
        R2/1 | 2021-03-01
    """)
    assert (repeat.reviews, repeat.since, len(repeat.earlier)) == (2, 2019, 2)


def test_a_pair_with_two_factors_in_common_is_one_pair():
    [repeat] = repeats_of("""
        ref  | made       | factor_id
        R1/1 | 2019-03-01 | tools
        R1/1 | 2019-03-01 | training
        R2/1 | 2021-03-01 | tools
        R2/1 | 2021-03-01 | training
    """)
    assert (repeat.factors, len(repeat.earlier)) == ("Tools; Training", 1)


@pytest.mark.parametrize(
    ("by", "is_before"), [("2021-02-28", True), ("2021-03-01", False), ("", False)]
)
def test_it_was_signed_off_before_only_if_all_of_it_certainly_was(by: str, is_before: bool):
    [repeat] = repeats_of(f"""
        ref  | made       | all_signed_off_by
        R1/1 | 2019-03-01 | {by}
        R2/1 | 2021-03-01 |
    """)
    assert repeat.earlier[0].is_signed_off_before is is_before


def repeats_of(table: str) -> list:
    rows = drawn(table)
    return repeats(rows, repeated(rows))


def test_a_recommendation_with_several_factors_is_counted_once():
    rows = drawn("""
        ref  | made       | factor_id
        R1/1 | 2019-03-01 | tools
        R1/1 | 2019-03-01 | training
        R2/1 | 2021-03-01 | tools
    """)
    assert counted(rows)["recommendations"].tolist() == [2]


def test_with_no_recommendation_nothing_is_repeated():
    none = drawn(THRICE).iloc[:0]
    assert repeated(none).empty
    assert counted(none)["recommendations"].tolist() == [0]
    assert told(none).empty


def test_the_table_to_take_away_holds_every_pair_with_what_became_of_the_earlier_one():
    rows = drawn(THRICE)
    table = told(rows)
    earlier = [f"earlier_{name}" for name in OF_EARLIER]
    assert list(table.columns) == [*OF_LATER, *OF_BOTH, *earlier]
    assert len(table) == 6
    assert table["earlier_recommendation_ref"].tolist()[:3] == ["R3/1", "R2/1", "R1/1"]


def test_all_pairs_are_found_however_many_are_looked_at_together(monkeypatch: pytest.MonkeyPatch):
    rows = pd.concat(
        [
            drawn("ref | made\n" + "\n".join(f"R{n}/1 | 20{n}-01-01" for n in range(10, 30))),
            drawn("ref | made | agency_id\nS1/1 | 2030-01-01 | BRD\nS2/1 | 2031-01-01 | BRD"),
        ],
        ignore_index=True,
    )
    whole = repeated(rows)
    assert len(whole) == 20 * 19 / 2 + 1
    monkeypatch.setattr("dashboard.repeats.PAIRS_AT_ONCE", 7)
    pd.testing.assert_frame_equal(repeated(rows), whole)
