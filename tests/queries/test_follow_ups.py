"""The rules of recurrence after action: by practice, never by publication."""

from collections import Counter
from datetime import date
from typing import Any

import duckdb
import pytest

from pipeline.codebooks import Codebooks
from pipeline.synthesise import planned_recurrences
from queries.ask import ask
from queries.resolve import resolve
from queries.selection import Selection
from tests.conftest import Database, rows_of
from tests.queries.asking import answer
from tests.queries.boards import ANYTOWN, loaded

STATE = "action_ref state"
COUNTS = "action_ref reviews_after reviews_after_with reviews_straddling reviews_straddling_with"
READINGS = "action_ref state strict_state lenient_state"

# Each board has an action on the tools at the police, signed off on 1 May 2020. What is later is
# told by practice; the day on which a review came out tells something else each time.
FOUR_BOARDS = {
    "reviews": """
        review_ref | board | practice_from | practice_to | published_on
        A1         | Ash   | 2018-01-01    | 2018-06-30  | 2019-02-01
        A2         | Ash   | 2021-01-01    | 2021-06-30  |
        B1         | Birch | 2018-01-01    | 2018-06-30  | 2019-02-01
        B2         | Birch | 2021-01-01    | 2021-06-30  | 2022-03-01
        B3         | Birch | 2018-09-01    | 2019-03-31  | 2021-07-01
        C1         | Cedar | 2018-01-01    | 2018-06-30  | 2019-02-01
        C2         | Cedar | 2019-11-01    | 2020-08-31  | 2022-03-01
        D1         | Damson| 2018-01-01    | 2018-06-30  | 2019-02-01
        D2         | Damson| 2018-09-01    | 2019-03-31  | 2021-07-01
    """,
    "review_agencies": """
        review_ref | agency
        A1         | POL
        A2         | POL
        B1         | POL
        B2         | POL
        B3         | POL
        C1         | POL
        C2         | POL
        D1         | POL
        D2         | POL
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        FA1         | A1         | First     | problem
        FA2         | A2         | Again     | problem
        FB1         | B1         | First     | problem
        FB3         | B3         | Earlier   | problem
        FC1         | C1         | First     | problem
        FC2         | C2         | Under way | problem
        FD1         | D1         | First     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        FA1         | tools
        FA2         | tools
        FB1         | tools
        FB3         | tools
        FC1         | tools
        FC2         | tools
        FD1         | tools
    """,
    "finding_agencies": """
        finding_ref | agency
        FA1         | POL
        FA2         | POL
        FB1         | POL
        FB3         | POL
        FC1         | POL
        FC2         | POL
        FD1         | POL
    """,
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement | made_on
        RA                 | A1         | FA1         | Mend it   | 2018-12-01
        RB                 | B1         | FB1         | Mend it   | 2018-12-01
        RC                 | C1         | FC1         | Mend it   | 2018-12-01
        RD                 | D1         | FD1         | Mend it   | 2018-12-01
    """,
    "actions": """
        action_ref | recommendation_ref | owner_agency | statement | status     | signed_off_on
        A          | RA                 | POL          | Mended    | signed off | 2020-05-01
        B          | RB                 | POL          | Mended    | signed off | 2020-05-01
        C          | RC                 | POL          | Mended    | signed off | 2020-05-01
        D          | RD                 | POL          | Mended    | signed off | 2020-05-01
    """,
}


def by_publication(board: str) -> str:
    """Say what would be told of a board's action by the day on which reviews came out."""
    headings, reviews = rows_of(FOUR_BOARDS["reviews"])
    holding = {row[1] for row in rows_of(FOUR_BOARDS["findings"])[1]}
    out = [
        row[0]
        for row in reviews
        if row[headings.index("board")] == board
        and row[headings.index("published_on")] > "2020-05-01"
    ]
    if not out:
        return "too early"
    return "seen again" if holding & set(out) else "not seen"


@pytest.mark.parametrize(
    ("action", "board", "by_practice", "otherwise"),
    [
        # A2 began in 2021 and was never published
        ("A", "Ash", "seen again", "too early"),
        # B2 began in 2021, without it; B3 was over in 2019, and came out in 2021
        ("B", "Birch", "not seen", "seen again"),
        # C2 was under way on the day
        ("C", "Cedar", "overlaps", "seen again"),
        # D2 was over in 2019, without it, and came out in 2021
        ("D", "Damson", "too early", "not seen"),
    ],
)
def test_recurrence_is_told_by_practice_and_publication_would_tell_something_else(
    database: Database, action: str, board: str, by_practice: str, otherwise: str
):
    states = dict(answer(database(**FOUR_BOARDS), "follow_ups", STATE))
    assert states[action] == by_practice
    assert by_publication(board) == otherwise != by_practice


def test_what_could_have_shown_it_is_counted_beside_what_did(database: Database):
    assert answer(database(**FOUR_BOARDS), "follow_ups", COUNTS) == [
        ("A", 1, 1, 0, 0),  # A2
        ("B", 1, 0, 0, 0),  # B2; B3 was over before
        ("C", 0, 0, 1, 1),  # C2
        ("D", 0, 0, 0, 0),
    ]


def test_strict_and_lenient_part_only_where_practice_straddles_the_sign_off(database: Database):
    assert answer(database(**FOUR_BOARDS), "follow_ups", READINGS) == [
        ("A", "seen again", "seen again", "seen again"),
        ("B", "not seen", "not seen", "not seen"),
        ("C", "overlaps", "too early", "seen again"),
        ("D", "too early", "too early", "too early"),
    ]


def test_by_the_end_only_what_was_known_by_then_counts_and_else_all_that_came_since(
    database: Database,
):
    """Birch signs off in May 2020; the later practice came out in March 2022."""
    connection = database(**FOUR_BOARDS)
    states = {}
    for end in ("2020-04-30", "2020-05-01", "2022-02-28", "2022-03-01"):
        chosen = {
            "boards": ("Birch",),
            "basis": "published",
            "period_to": date.fromisoformat(end),
        }
        known = answer(connection, "follow_ups", "state", by_the_end=True, **chosen)
        fates = answer(connection, "followed_or_not", "fate actions", by_the_end=True, **chosen)
        assert fates == [("followed", 1)] * len(known)
        assert answer(connection, "follow_ups", "state", **chosen) == [("not seen",)]
        states[end] = known
    assert states == {
        "2020-04-30": [],
        "2020-05-01": [("too early",)],
        "2022-02-28": [("too early",)],
        "2022-03-01": [("not seen",)],
    }
    whole = answer(connection, "follow_ups", "state", boards=("Birch",), by_the_end=True)
    assert whole == [("not seen",)]  # without an end nothing is later than it


def test_by_the_end_a_review_that_cannot_be_dated_shows_nothing(database: Database):
    """A2 of Ash has no date of publication."""
    chosen = {"boards": ("Ash",), "basis": "published", "period_to": date(2030, 1, 1)}
    connection = database(**FOUR_BOARDS)
    assert answer(connection, "follow_ups", "state", **chosen) == [("seen again",)]
    assert answer(connection, "follow_ups", "state", by_the_end=True, **chosen) == [("too early",)]
    of_ash = answer(connection, "practice_recorded", "reviews", by_the_end=True, **chosen)
    of_all = answer(connection, "practice_recorded", "reviews", **chosen)
    assert (of_ash, of_all) == ([(8,)], [(9,)])  # all boards: whatever else is chosen


def one_board(**changes: str) -> dict[str, str]:
    """Draw board Ash alone, some of its tables drawn otherwise."""
    return {
        "reviews": """
            review_ref | board | practice_from | practice_to
            A1         | Ash   | 2018-01-01    | 2018-06-30
            A2         | Ash   | 2021-01-01    | 2021-06-30
        """,
        "review_agencies": """
            review_ref | agency
            A1         | POL
            A1         | LA-CSC
            A2         | POL
            A2         | LA-CSC
        """,
        "findings": """
            finding_ref | review_ref | statement | appraisal
            F1          | A1         | First     | problem
            F2          | A2         | Again     | problem
        """,
        "finding_factors": """
            finding_ref | factor
            F1          | tools
            F2          | tools
        """,
        "finding_agencies": """
            finding_ref | agency
            F1          | POL
            F2          | POL
        """,
        "recommendations": """
            recommendation_ref | review_ref | finding_ref | statement
            R                  | A1         | F1          | Mend it
        """,
        "actions": """
            action_ref | recommendation_ref | owner_agency | statement | status     | signed_off_on
            A          | R                  | POL          | Mended    | signed off | 2020-05-01
        """,
    } | changes


def test_without_changes_the_one_board_is_seen_again(database: Database):
    assert answer(database(**one_board()), "follow_ups", STATE) == [("A", "seen again")]


@pytest.mark.parametrize(
    ("practice_from", "practice_to", "strict", "lenient"),
    [
        ("2020-05-02", "2020-06-30", "seen again", "seen again"),  # began on the day after
        ("2020-05-01", "2020-06-30", "too early", "seen again"),  # began on the day itself
        ("2019-01-01", "2020-05-02", "too early", "seen again"),  # ended on the day after
        ("2019-01-01", "2020-05-01", "too early", "too early"),  # ended on the day itself
        ("2020", "2021-06-30", "too early", "seen again"),  # may have begun before
        ("2021", "", "seen again", "seen again"),  # its end is not needed
        ("", "2021-06-30", "too early", "seen again"),  # its beginning is
        ("2019-01-01", "2020", "too early", "seen again"),  # may have ended later
        ("2019-01-01", "May 2020", "too early", "seen again"),
        ("2019-01-01", "April 2020", "too early", "too early"),
    ],
)
def test_later_practice_began_after_the_sign_off_and_lenient_practice_ended_after_it(
    database: Database, practice_from: str, practice_to: str, strict: str, lenient: str
):
    connection = database(
        **one_board(
            reviews=f"""
                review_ref | board | practice_from   | practice_to
                A1         | Ash   | 2018-01-01      | 2018-06-30
                A2         | Ash   | {practice_from} | {practice_to}
            """
        )
    )
    columns = "strict_state lenient_state"
    assert answer(connection, "follow_ups", columns) == [(strict, lenient)]


@pytest.mark.parametrize(
    ("signed_off_on", "state"),
    [
        ("December 2020", "seen again"),  # whichever day of it: A2 began on 1 January 2021
        ("2021", "overlaps"),  # A2 may have begun before or after
        ("2020/21", "overlaps"),
        ("July 2021", "too early"),
    ],
)
def test_a_sign_off_known_only_to_its_month_or_year_may_have_been_on_any_day_of_it(
    database: Database, signed_off_on: str, state: str
):
    connection = database(
        **one_board(
            actions=f"""
                action_ref | recommendation_ref | owner_agency | statement | signed_off_on
                A          | R                  | POL          | Mended    | {signed_off_on}
            """
        )
    )
    assert answer(connection, "follow_ups", STATE) == [("A", state)]


def test_a_review_without_a_date_of_practice_is_left_out_and_counted(database: Database):
    connection = database(
        **one_board(
            reviews="""
                review_ref | board | practice_from | practice_to | published_on
                A1         | Ash   | 2018-01-01    | 2018-06-30  | 2019-01-01
                A2         | Ash   |               |             | 2022-01-01
            """
        )
    )
    columns = "state reviews_after reviews_straddling reviews_not_placed"
    assert answer(connection, "follow_ups", columns) == [("too early", 0, 0, 1)]
    columns = "reviews reviews_without_date reviews_without_beginning"
    assert answer(connection, "practice_recorded", columns) == [(2, 1, 0)]


def test_practice_that_began_before_and_has_no_end_may_have_gone_on_and_is_left_out(
    database: Database,
):
    connection = database(
        **one_board(
            reviews="""
                review_ref | board | practice_from | practice_to
                A1         | Ash   | 2018-01-01    | 2018-06-30
                A2         | Ash   | 2019-01-01    |
            """
        )
    )
    columns = "state reviews_after reviews_straddling reviews_not_placed"
    assert answer(connection, "follow_ups", columns) == [("too early", 0, 0, 1)]
    columns = "review_ref placed practice_to"
    assert answer(connection, "follow_up_reviews", columns) == [("A2", "not known", None)]
    columns = "reviews reviews_without_date reviews_without_end"
    assert answer(connection, "practice_recorded", columns) == [(2, 0, 1)]


@pytest.mark.parametrize(
    ("practice_from", "incident_on", "placed", "lenient_event_on"),
    [
        ("2021-03-01", "2020-08-01", "after", date(2021, 3, 1)),  # both are later
        ("2021-03-01", "2019-08-01", "straddles", date(2021, 3, 1)),  # one of them is
    ],
)
def test_an_incident_recorded_as_before_practice_began_never_makes_a_time_below_nought(
    database: Database,
    practice_from: str,
    incident_on: str,
    placed: str,
    lenient_event_on: date,
):
    connection = database(
        **one_board(
            reviews=f"""
                review_ref | board | practice_from   | practice_to | incident_on
                A1         | Ash   | 2018-01-01      | 2018-06-30  |
                A2         | Ash   | {practice_from} |             | {incident_on}
            """
        )
    )
    assert answer(connection, "follow_up_reviews", "placed") == [(placed,)]
    assert answer(connection, "follow_ups", "lenient_event_on") == [(lenient_event_on,)]


def test_only_reviews_in_which_the_agency_was_involved_could_have_shown_it(database: Database):
    drawn = one_board(
        review_agencies="""
            review_ref | agency | involvement
            A1         | POL    | involved
            A2         | POL    | no contact
            A2         | LA-CSC | involved
        """,
        finding_agencies="""
            finding_ref | agency
            F1          | POL
            F2          | LA-CSC
        """,
    )
    # the factor is found in A2, at another agency, and the police had no contact with that family
    assert answer(database(**drawn), "follow_ups", f"{STATE} reviews_after") == [
        ("A", "too early", 0)
    ]


def test_found_at_another_agency_is_not_seen_again_at_this_one(database: Database):
    drawn = one_board(
        finding_agencies="""
            finding_ref | agency
            F1          | POL
            F2          | LA-CSC
        """
    )
    assert answer(database(**drawn), "follow_ups", f"{STATE} reviews_after") == [
        ("A", "not seen", 1)
    ]


def test_a_strength_later_is_not_the_problem_seen_again(database: Database):
    drawn = one_board(
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | A1         | First     | problem
            F2          | A2         | Good      | strength
        """
    )
    assert answer(database(**drawn), "follow_ups", STATE) == [("A", "not seen")]


@pytest.mark.parametrize("appraisal", ["strength", "neutral"])
def test_an_action_on_what_is_no_problem_is_not_followed_and_that_is_counted(
    database: Database, appraisal: str
):
    drawn = one_board(
        findings=f"""
            finding_ref | review_ref | statement | appraisal
            F1          | A1         | First     | {appraisal}
            F2          | A2         | Again     | problem
        """
    )
    connection = database(**drawn)
    assert answer(connection, "follow_ups", STATE) == []
    assert answer(connection, "followed_or_not", "fate actions") == [("no problem", 1)]


def test_a_factor_that_did_not_exist_any_more_was_not_looked_for(database: Database):
    drawn = one_board(
        finding_factors="""
            finding_ref | factor
            F1          | until_2020
        """
    )
    # A2 is of practice in 2021, when the factor had been retired
    assert answer(database(**drawn), "follow_ups", f"{STATE} reviews_after") == [
        ("A", "too early", 0)
    ]


def test_the_police_of_another_board_are_other_police(database: Database):
    drawn = one_board(
        reviews="""
            review_ref | board | practice_from | practice_to
            A1         | Ash   | 2018-01-01    | 2018-06-30
            A2         | Birch | 2021-01-01    | 2021-06-30
        """
    )
    assert answer(database(**drawn), "follow_ups", STATE) == [("A", "too early")]


def test_the_review_that_asked_for_the_action_cannot_show_it_again(database: Database):
    drawn = one_board(
        reviews="""
            review_ref | board | practice_from | practice_to
            A1         | Ash   | 2018-01-01    | 2021-06-30
            A2         | Ash   | 2017-01-01    | 2017-06-30
        """
    )
    assert answer(database(**drawn), "follow_ups", f"{STATE} reviews_straddling") == [
        ("A", "too early", 0)
    ]


def test_actions_of_two_sources_with_the_same_reference_are_two(databases: Database):
    tables = one_board()
    together = databases(a=tables, b=tables)
    chosen = {"sources": ("a", "b")}
    states = answer(together, "follow_ups", "source_id action_ref reviews_after", **chosen)
    assert states == [("a", "A", 2), ("b", "A", 2)]  # one board: the reviews of both sources
    own = {"review": "A1", "review_source": "b"}
    of_one = answer(together, "follow_ups", "source_id action_ref reviews_after", **own, **chosen)
    assert of_one == [("b", "A", 2)]  # looked for in both all the same
    columns = "action_source_id source_id review_ref placed"
    later = answer(together, "follow_up_reviews", columns, action="A", is_found=True, **chosen)
    assert sorted(later) == [
        (one, other, "A2", "after") for one in ("a", "b") for other in ("a", "b")
    ]


def test_an_agency_is_followed_in_the_one_that_took_its_place(database: Database):
    drawn = one_board(
        review_agencies="""
            review_ref | agency
            A1         | NHS-CCG
            A2         | NHS-ICB
        """,
        finding_agencies="""
            finding_ref | agency
            F1          | NHS-CCG
            F2          | NHS-ICB
        """,
        actions="""
            action_ref | recommendation_ref | owner_agency | statement | signed_off_on
            A          | R                  | NHS-CCG      | Mended    | 2020-05-01
        """,
    )
    found = answer(database(**drawn), "follow_ups", "agency_id state")
    assert found == [("NHS-ICB", "seen again")]


@pytest.mark.parametrize(
    ("owner", "found_at", "followed_at"),
    [
        ("POL", ("POL", "LA-CSC"), {"POL"}),  # its own part of the problem
        ("BRD", ("POL", "LA-CSC"), {"POL", "LA-CSC"}),  # the board acts for both
        ("NHS-GP", ("POL",), {"POL"}),  # the problem was found at the police
        ("POL", (), {"POL"}),  # found at none: what its owner did
        ("BRD", (), set()),  # the board takes part in no practice
        ("", (), set()),
    ],
)
def test_an_action_is_followed_at_its_owner_where_the_problem_was_found_there_else_where_it_was(
    database: Database, owner: str, found_at: tuple[str, ...], followed_at: set[str]
):
    drawn = one_board(
        finding_agencies="\n".join(
            ["finding_ref | agency", "F2 | POL", *(f"F1 | {agency}" for agency in found_at)]
        ),
        actions=f"""
            action_ref | recommendation_ref | owner_agency | statement | signed_off_on
            A          | R                  | {owner}      | Mended    | 2020-05-01
        """,
    )
    connection = database(**drawn)
    found = answer(connection, "follow_ups", "agency_id")
    assert {agency for (agency,) in found} == followed_at
    assert answer(connection, "followed_or_not", "fate actions") == [
        ("followed" if followed_at else "no agency", 1)
    ]


def test_an_action_is_followed_once_for_each_factor_of_its_problem(database: Database):
    drawn = one_board(
        finding_factors="""
            finding_ref | factor
            F1          | tools
            F1          | supervision
            F2          | tools
        """
    )
    connection = database(**drawn)
    assert answer(connection, "follow_ups", "factor_id state") == [
        ("tools", "seen again"),
        ("supervision", "not seen"),
    ]
    assert answer(connection, "after_action", "follow_ups actions seen_again not_seen") == [
        (2, 1, 1, 1)
    ]
    only = answer(connection, "follow_ups", "factor_id state", factors=("supervision",))
    assert only == [("supervision", "not seen")]


@pytest.mark.parametrize("chosen", [{"period_to": "2019-01-01"}, {"work": "case"}, {"text": "fir"}])
def test_no_filter_can_make_a_factor_not_come_back(database: Database, chosen: dict[str, Any]):
    drawn = one_board(
        reviews="""
            review_ref | board | practice_from | practice_to | review_type
            A1         | Ash   | 2018-01-01    | 2018-06-30  | SCR
            A2         | Ash   | 2021-01-01    | 2021-06-30  | MAA
        """
    )
    found = answer(database(**drawn), "follow_ups", STATE, **chosen)
    assert found == [("A", "seen again")]


@pytest.mark.parametrize(
    ("status", "signed_off_on", "finding", "fate"),
    [
        ("signed off", "2020-05-01", "F1", "followed"),
        ("", "2020-05-01", "F1", "followed"),
        ("signed off", "", "F1", "no date"),
        ("superseded", "2020-05-01", "F1", "closed"),
        ("signed off", "2020-05-01", "", "no finding"),
        ("signed off", "2020-05-01", "F3", "no factor"),
    ],
)
def test_each_signed_off_action_is_followed_or_left_out_for_one_reason(
    database: Database, status: str, signed_off_on: str, finding: str, fate: str
):
    drawn = one_board(
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | A1         | First     | problem
            F2          | A2         | Again     | problem
            F3          | A1         | Uncoded   | problem
        """,
        recommendations=f"""
            recommendation_ref | review_ref | finding_ref | statement
            R                  | A1         | {finding}   | Mend it
        """,
        actions=f"""
            action_ref | recommendation_ref | owner_agency | statement | status   | signed_off_on
            A          | R                  | POL          | Mended    | {status} | {signed_off_on}
        """,
    )
    connection = database(**drawn)
    assert answer(connection, "followed_or_not", "fate actions") == [(fate, 1)]
    listed = answer(connection, "not_followed", "action_ref fate")
    assert listed == ([] if fate == "followed" else [("A", fate)])


def test_an_action_not_signed_off_is_followed_from_its_completion_only_by_choice(
    database: Database,
):
    drawn = one_board(
        actions="""
            action_ref | recommendation_ref | owner_agency | statement | status   | completed_on
            A          | R                  | POL          | Mended    | complete | 2020-05-01
        """
    )
    connection = database(**drawn)
    assert answer(connection, "follow_ups", STATE) == []
    assert answer(connection, "followed_or_not", "fate actions") == []
    assert answer(connection, "follow_ups", STATE, since="completed") == [("A", "seen again")]


def test_a_strength_of_action_is_as_recorded_and_else_by_its_type(database: Database):
    drawn = one_board(
        actions="""
            action_ref | recommendation_ref | statement | action_type | strength | signed_off_on
            A          | R                  | Mended    | training    | strong   | 2020-05-01
            B          | R                  | Taught    | training    |          | 2020-05-01
            C          | R                  | Unclear   |             |          | 2020-05-01
        """
    )
    connection = database(**drawn)
    assert answer(connection, "follow_ups", "action_ref strength") == [
        ("A", "strong"),
        ("B", "weak"),
        ("C", None),
    ]
    assert answer(connection, "after_action", "group_label follow_ups", by="strength") == [
        ("Stronger", 1),
        ("Weaker", 1),
        (None, 1),  # not recorded stands last
    ]


def test_where_the_agencies_only_stand_in_the_same_review_that_is_said(
    databases: Any,
):
    drawn = one_board() | {"settings": 'attribution = "review"\n'}
    del drawn["finding_agencies"]
    connection = databases(one=drawn)
    columns = "agency_id attribution state"
    assert answer(connection, "follow_ups", columns) == [("POL", "review", "seen again")]


@pytest.fixture(scope="module")
def anytown(codebooks: Codebooks) -> duckdb.DuckDBPyConnection:
    """The made-up board, of which the generator knows what became of each action."""
    return loaded([ANYTOWN], codebooks)


def asked(connection: duckdb.DuckDBPyConnection, name: str, **own: Any) -> list[dict[str, Any]]:
    """Ask a question with no filter; its rows by their columns' names."""
    found = ask(connection, name, resolve(connection, Selection()), **own)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_what_the_generator_made_recur_after_sign_off_is_recovered_exactly(
    anytown: duckdb.DuckDBPyConnection,
):
    made = planned_recurrences(40, 2008, ANYTOWN.parents[1] / "codebooks")
    assert {
        (row["action_ref"], row["factor_id"], row["agency_id"], row["since_first"], row["state"])
        for row in asked(anytown, "follow_ups")
    } == {
        (one.action_ref, one.factor_id, one.agency_id, one.signed_off_on, one.outcome)
        for one in made
    }
    found_in = {
        (row["action_ref"], row["review_ref"])
        for state in ("seen again", "overlaps")
        for row in asked(anytown, "follow_up_reviews", state=state, is_found=True)
    }
    assert {(one.action_ref, one.found_in) for one in made if one.found_in} <= found_in


@pytest.mark.parametrize("by", [None, "strength", "evidence", "agency", "factor", "board"])
@pytest.mark.parametrize("since", [None, "completed"])
def test_the_list_behind_each_state_adds_up(
    anytown: duckdb.DuckDBPyConnection, by: str | None, since: str | None
):
    columns = {None: None, "evidence": "evidence_grade", "agency": "agency_id"}
    columns |= {"factor": "factor_id"}
    listed = asked(anytown, "follow_ups", since=since)
    counted = asked(anytown, "after_action", since=since, by=by)
    assert sum(row["follow_ups"] for row in counted) == len(listed)
    for row in counted:
        column = columns.get(by, by)
        held = [one for one in listed if column is None or one[column] == row["group_id"]]
        states = Counter(one["state"].replace(" ", "_") for one in held)
        for state in ("seen_again", "overlaps", "not_seen", "too_early"):
            assert row[state] == states[state]
        assert row["follow_ups"] == sum(states.values())
        assert row["strict_not_seen"] + row["strict_too_early"] + row["seen_again"] == len(held)
        assert row["lenient_seen_again"] + row["lenient_not_seen"] + row[
            "lenient_too_early"
        ] == len(held)


@pytest.mark.parametrize("since", [None, "completed"])
def test_the_reviews_behind_each_follow_up_add_up(
    anytown: duckdb.DuckDBPyConnection, since: str | None
):
    later = asked(anytown, "follow_up_reviews", since=since)
    assert later
    for row in asked(anytown, "follow_ups", since=since):
        own = [
            one
            for one in later
            if all(one[key] == row[key] for key in ("action_ref", "factor_id", "agency_id"))
        ]
        for placed, name in (("after", "reviews_after"), ("straddles", "reviews_straddling")):
            of = [one for one in own if one["placed"] == placed]
            assert len({one["review_ref"] for one in of}) == row[name]
            holding = {one["review_ref"] for one in of if one["finding_ref"]}
            assert len(holding) == row[f"{name}_with"]
        not_placed = [one for one in own if one["placed"] == "not known"]
        assert len({one["review_ref"] for one in not_placed}) == row["reviews_not_placed"]


def test_followed_and_not_followed_add_up_to_the_signed_off_actions(
    anytown: duckdb.DuckDBPyConnection,
):
    fates = {row["fate"]: row["actions"] for row in asked(anytown, "followed_or_not")}
    listed = Counter(row["fate"] for row in asked(anytown, "not_followed"))
    assert {fate: fates[fate] for fate in fates if fate != "followed"} == listed
    assert fates["followed"] == len({row["action_ref"] for row in asked(anytown, "follow_ups")})
    [(signed_off,)] = anytown.execute(
        "select count(*) from action where signed_off_on is not null"
    ).fetchall()
    assert sum(fates.values()) == signed_off
