"""What happened when about a factor: placed by practice, then by the dates of what answers it."""

from datetime import date

from tests.conftest import SETTINGS
from tests.queries.asking import answer

# R1 holds tools twice and law once; R2 a strength; R3 says of practice only when it ended, and R4
# nothing of when it was.
FOUND = {
    "reviews": """
        review_ref | practice_from | practice_to | incident_on | published_on
        R1         | 2018-03       | 2019-05-10  | 2019-05-10  | 2021-02-03
        R2         | 2022-01-05    |             | 2022-06-30  | 2023
        R3         |               | 2020        |             |
        R4         |               |             |             | 2021-01-01
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | problem
        F3          | R2         | Third     | strength
        F4          | R3         | Fourth    | problem
        F5          | R4         | Fifth     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | tools
        F2          | tools
        F2          | law
        F3          | tools
        F4          | tools
        F5          | tools
    """,
}
ANSWERED = FOUND | {
    "recommendations": """
        recommendation_ref | review_ref | finding_ref | statement | addressed_to | made_on
        REC1               | R1         | F1          | Mend it   | POL          | 2020-11
        REC2               | R1         |             | Unlinked  | POL          | 2020-12-01
        REC3               | R2         | F3          | Go on     |              |
    """,
    "actions": """
  action_ref|recommendation_ref|owner_agency|statement|status    |due_on |completed_on|signed_off_on
  A1        |REC1              |NHS-GP      |Form     |signed off|2021-06|2021-05-20  |2021-09-14
  A2        |REC1              |PRB         |Train    |overdue   |2021   |            |
  A3        |REC2              |POL         |Unlinked |signed off|2021-01|2021-02-01  |2021-03-01
  A4        |REC3              |POL         |Share    |signed off|       |            |
    """,
}
TOOLS = {"factors": ("tools",)}
DAYS = "event review_ref first_day last_day precision"


def test_practice_runs_from_its_beginning_to_the_last_day_of_the_date_that_ends_it(database):
    found = answer(database(**FOUND), "factor_timeline", f"finding_ref {DAYS}", **TOOLS)
    assert found == [
        ("F1", "practice", "R1", date(2018, 3, 1), date(2019, 5, 10), "day"),
        ("F2", "practice", "R1", date(2018, 3, 1), date(2019, 5, 10), "day"),
        ("F4", "practice", "R3", date(2020, 1, 1), date(2020, 12, 31), "year"),
        ("F3", "practice", "R2", date(2022, 1, 5), date(2022, 6, 30), "day"),  # to the incident
        ("F5", "practice", "R4", None, None, None),
    ]


def test_practice_is_never_placed_by_publication(database):
    """R4 came out on a known day, and nobody knows of when it tells."""
    columns = "review_ref first_day published_first_day published_last_day"
    found = answer(database(**FOUND), "factor_timeline", columns, **TOOLS)
    assert found[-1] == ("R4", None, date(2021, 1, 1), date(2021, 1, 1))
    assert found[3] == ("R2", date(2022, 1, 5), date(2023, 1, 1), date(2023, 12, 31))


def test_a_beginning_that_is_not_recorded_is_not_known(database):
    columns = "review_ref began_is_known began_precision"
    found = answer(database(**FOUND), "factor_timeline", columns, **TOOLS)
    assert sorted(set(found)) == [
        ("R1", True, "month"),
        ("R2", True, "day"),
        ("R3", False, None),
        ("R4", None, None),
    ]


def test_a_beginning_after_the_date_that_ends_practice_is_not_known(database):
    reviews = """
        review_ref | practice_from | incident_on
        R1         | 2020-03-01    | 2019-05-10
    """
    tables = {
        "reviews": reviews,
        "findings": "finding_ref | review_ref | statement | appraisal\nF1 | R1 | First | problem",
        "finding_factors": "finding_ref | factor\nF1 | tools",
    }
    columns = "first_day last_day began_is_known began_precision"
    found = answer(database(**tables), "factor_timeline", columns)
    assert found == [(date(2019, 5, 10), date(2019, 5, 10), False, None)]


def test_an_end_that_is_not_recorded_is_not_known(database):
    tables = {
        "reviews": "review_ref | practice_from\nR1 | 2020-03-01",
        "findings": "finding_ref | review_ref | statement | appraisal\nF1 | R1 | First | problem",
        "finding_factors": "finding_ref | factor\nF1 | tools",
    }
    columns = "first_day last_day began_is_known ended_is_known"
    found = answer(database(**tables), "factor_timeline", columns)
    assert found == [(date(2020, 3, 1), date(2020, 3, 1), True, False)]


def test_only_what_answers_a_finding_with_the_factor_is_an_event_of_it(database):
    """REC2 answers no finding, so that neither it nor A3 has a row."""
    columns = "event first_day last_day precision recommendation_ref action_ref label"
    found = answer(database(**ANSWERED), "factor_timeline", columns, **TOOLS)
    assert [row for row in found if row[0] != "practice"] == [
        ("made", date(2020, 11, 1), date(2020, 11, 30), "month", "REC1", None, "Mend it"),
        ("due", date(2021, 1, 1), date(2021, 12, 31), "year", "REC1", "A2", "Train"),
        ("completed", date(2021, 5, 20), date(2021, 5, 20), "day", "REC1", "A1", "Form"),
        ("due", date(2021, 6, 1), date(2021, 6, 30), "month", "REC1", "A1", "Form"),
        ("signed off", date(2021, 9, 14), date(2021, 9, 14), "day", "REC1", "A1", "Form"),
        ("made", None, None, None, "REC3", None, "Go on"),
        ("signed off", None, None, None, "REC3", "A4", "Share"),
    ]
    law = answer(database(**ANSWERED), "factor_timeline", "event", factors=("law",))
    assert law == [("practice",)]  # nothing answers F2


def test_what_answers_a_finding_has_the_appraisal_of_that_finding(database):
    columns = "event appraisal finding_ref"
    found = answer(database(**ANSWERED), "factor_timeline", columns, event="signed off", **TOOLS)
    assert found == [("signed off", "problem", "F1"), ("signed off", "strength", "F3")]


AGENCIES = {
    "finding_agencies": """
        finding_ref | agency  | role
        F1          | NHS-PCT |
        F1          | LA-CSC  |
        F2          | POL     | affected
        F3          | NHS-ICB |
    """,
}
PLACES = "event finding_ref recommendation_ref action_ref agency_id attribution"


def test_an_agency_counts_as_the_one_that_took_its_place(database):
    connection = database(**ANSWERED, **AGENCIES)
    found = answer(connection, "factor_timeline", PLACES, at="NHS-ICB", event="practice", **TOOLS)
    assert found == [
        ("practice", "F1", None, None, "LA-CSC; NHS-ICB", "coded"),  # a primary care trust then
        ("practice", "F3", None, None, "NHS-ICB", "coded"),
    ]


def test_an_agency_has_what_is_found_at_it_what_answers_that_and_what_it_is_asked_or_owns(database):
    connection = database(**ANSWERED, **AGENCIES)
    columns = "event finding_ref recommendation_ref action_ref"
    # F2 only affected the police; it is asked REC1, and owns A4
    assert answer(connection, "factor_timeline", columns, at="POL", **TOOLS) == [
        ("made", "F1", "REC1", None),
        ("signed off", "F3", "REC3", "A4"),
    ]
    at_care = answer(connection, "factor_timeline", columns, at="LA-CSC", **TOOLS)
    assert at_care == [
        ("practice", "F1", None, None),
        ("made", "F1", "REC1", None),
        ("due", "F1", "REC1", "A2"),  # of others: it answers what was found there
        ("completed", "F1", "REC1", "A1"),
        ("due", "F1", "REC1", "A1"),
        ("signed off", "F1", "REC1", "A1"),
    ]
    assert answer(connection, "factor_timeline", columns, at="FRS", **TOOLS) == []


def test_where_findings_have_no_agency_of_their_own_those_of_the_review_are_said_to_be_so(database):
    connection = database(
        settings=SETTINGS + 'attribution = "review"',
        review_agencies="review_ref | agency\nR1 | POL\nR1 | LA-CSC",
        **FOUND,
    )
    columns = "finding_ref agency_label attribution"
    found = answer(connection, "factor_timeline", columns, at="POL", **TOOLS)
    assert found == [
        ("F1", "Children's social care; Police", "review"),
        ("F2", "Children's social care; Police", "review"),
    ]


def test_an_appraisal_narrows_what_is_found_and_what_answers_it(database):
    columns = "event finding_ref"
    found = answer(
        database(**ANSWERED), "factor_timeline", columns, appraisals=("strength",), **TOOLS
    )
    assert found == [("practice", "F3"), ("made", "F3"), ("signed off", "F3")]
