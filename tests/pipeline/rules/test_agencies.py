"""Rules on agencies: which they are, whether they existed, whether they were involved."""


def involved(*agencies: str, involvement: str = "involved") -> str:
    """Draw a table of the agencies in the review R1."""
    rows = [f"R1 | {agency} | {involvement}" for agency in agencies]
    return "\n".join(["review_ref | agency | involvement", *rows])


def test_agency_is_known(said):
    assert said(review_agencies=involved("Police", "Polce")) == [
        'error: review_agencies.csv line 3, agency: "Polce" is not an agency of the codebook. '
        'Did you mean "Police"?'
    ]


def test_agency_is_split_rightly(said):
    assert said(review_agencies=involved("Police", "GP / CAMHS")) == [
        'error: review_agencies.csv line 3, agency: "GP / CAMHS" holds 2 values with "/" between '
        "them. Give each a row of its own, or declare that separator in source.toml."
    ]


def test_agency_is_one_body(said):
    assert said(review_agencies=involved("Police", "Regulators", "All partners")) == [
        'warning: review_agencies.csv line 3, agency: "Regulators" can be any of several bodies, '
        "and is counted apart from each of them. Name the one that is meant, such as "
        '"Care Inspectorate Wales" or "Ofsted".',
        'warning: review_agencies.csv line 4, agency: "All partners" can be any of several bodies, '
        "and is counted apart from each of them. Name each agency that is meant, in a row of its "
        "own.",
    ]


def test_agency_existed_then(said):
    assert said(
        reviews="""
            review_ref | review_type | practice_from | practice_to | published_on
            R1         | SAR         | 01/08/2022    | 2023        | 01/02/2024
        """,
        review_agencies=involved("Police", "CCG", "PCT"),
    ) == [
        'warning: review_agencies.csv line 3, agency: "CCG" ended on 30/06/2022, before the '
        'practice reviewed (from 01/08/2022). Did you mean "NHS-ICB"?',
        'warning: review_agencies.csv line 4, agency: "PCT" ended on 31/03/2013, before the '
        'practice reviewed (from 01/08/2022). Did you mean "NHS-ICB"?',
    ]


def test_agency_existed_then_by_publication_where_the_practice_is_not_dated(said):
    assert said(
        reviews="review_ref | review_type | published_on \n R1 | SAR | 01/08/2023",
        review_agencies=involved("Police", "CCG"),
    ) == [
        'warning: review_agencies.csv line 3, agency: "CCG" ended on 30/06/2022, before the '
        'review was published (01/08/2023). Did you mean "NHS-ICB"?',
    ]


REVIEW_OF_2019 = """
    review_ref | review_type | practice_from | practice_to | published_on
    R1         | SAR         | 2018          | 2019        | 01/02/2024
"""


def test_agency_had_begun_by_then(said):
    assert said(reviews=REVIEW_OF_2019, review_agencies=involved("Police", "ICB")) == [
        'warning: review_agencies.csv line 3, agency: "ICB" began on 01/07/2022, after the '
        'practice reviewed (to 31/12/2019). Did you mean "NHS-CCG"?',
    ]


def test_an_agency_that_only_contributed_need_not_have_existed_in_the_practice_period(said):
    assert (
        said(
            reviews=REVIEW_OF_2019,
            review_agencies=involved("Police") + "\nR1 | ICB | contributed",
        )
        == []
    )


def test_found_agency_was_involved(said):
    assert said(review_agencies=involved("GP")) == [
        'error: finding_agencies.csv line 2, agency: "Police" is not among the agencies involved '
        'in review "R1". Add it to them, or name the agency that is meant.'
    ]


def test_found_agency_was_involved_if_it_had_contact(said):
    assert said(review_agencies=involved("Constabulary", involvement="no contact")) == [
        'error: finding_agencies.csv line 2, agency: "Police" had no contact in review "R1", as '
        "its agencies are recorded. Change that, or name the agency that is meant."
    ]


def test_where_no_involvement_is_recorded_there_is_nothing_to_compare_with(said):
    assert said(review_agencies="review_ref | agency") == []


def test_agency_stands_once(said):
    assert said(review_agencies=involved("Police", "Police", "Constabulary")) == [
        'warning: review_agencies.csv line 3, agency: "Police" stands more than once in review '
        '"R1". It is counted once.',
        'warning: review_agencies.csv line 4, agency: "Constabulary" is the same agency (POL) as '
        '"Police" in review "R1". It is counted once.',
    ]


def test_a_name_that_stands_for_several_bodies_may_stand_twice(said):
    assert said(review_agencies=involved("Police", "Other addressee", "Other addressee")) == []


def test_responsible_agency_is_known(said):
    assert said(
        recommendations="""
            recommendation_ref | review_ref | statement            | addressed_to
            REC1               | R1         | Supervise each week. | Polce
        """,
        actions="""
            action_ref | recommendation_ref | statement | owner_agency
            A1         | REC1               | A rota.   | zzzzzz
        """,
    ) == [
        'warning: actions.csv line 2, owner_agency: "zzzzzz" is not an agency of the codebook, and '
        "is read as not recorded. Name the agency that answers for it.",
        'warning: recommendations.csv line 2, addressed_to: "Polce" is not an agency of the '
        'codebook, and is read as not recorded. Did you mean "Police"?',
    ]
