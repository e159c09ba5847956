"""What the reviews of a briefing cover."""

from tests.dashboard.briefing.reviews_drawn import drawn
from tests.dashboard.briefing.telling import made, message, paragraphs, tables

TYPES = """
    review_ref | review_type | published_on | practice_from | practice_to | is_ordinary_work
    R1         | SAR         | 2023-05-01   | 2020-01-05    | 2021-03-01  | no
    R2         | SAR         | 2024-05-01   |               |             | no
    R3         | MAA         | 2024-06-01   | 2023          | 2023        | yes
"""
AGENCIES = """
    review_ref | agency
    R1         | Police
    R2         | Police
    R2         | Probation
"""


def test_each_type_has_its_reviews_those_of_the_quarter_its_times_and_its_agencies(
    database, inquiry_of
):
    drawn_tables = drawn("-", "-", "-") | {"reviews": TYPES, "review_agencies": AGENCIES}
    section = made("coverage", inquiry_of(database(**drawn_tables), "2024/25-Q1"))
    assert tables(section)["Reviews by type"] == [
        (
            *("Safeguarding adults review", "2", "2", "1"),
            *("Mar 2021", "May 2023 to May 2024", "2"),
        ),
        (
            *("Multi-agency audit", "1", "1", "1"),
            *("Jan 2023 to Dec 2023", "Jun 2024", "Not recorded"),
        ),
    ]
    assert paragraphs(section, "lead")[0] == (
        "This briefing rests on 3 reviews of 2 types, most often Safeguarding adults review: 2 of "
        "3 (too few to tell). Each was assessed with Specification."
    )
    assert message(section) == (
        "The 3 reviews are of 2 types, most often Safeguarding adults review: 2 of 3 (too few to "
        "tell). 1 of 3 looks at ordinary work."
    )
    assert "1 review looks at ordinary work, and 2 are case reviews." in paragraphs(
        section, "plain"
    )


def test_where_only_cases_are_chosen_no_ordinary_work_is_set_beside_them(database, inquiry_of):
    drawn_tables = drawn("-", "-", "-") | {"reviews": TYPES}
    section = made("coverage", inquiry_of(database(**drawn_tables), "2024/25-Q1", work="case"))
    assert paragraphs(section, "plain") == [
        "Each is a review of a case: there is no ordinary work to set beside it."
    ]
