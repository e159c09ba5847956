"""Rules on the references by which rows name each other."""


def test_required_cell_is_filled(said):
    assert said(
        findings="""
            finding_ref | review_ref | statement                   | appraisal
            F1          | R1         | Supervision did not happen. |
            F2          | R1         |                             | problem
        """
    ) == [
        "error: findings.csv line 2, appraisal: is empty. "
        "Write problem, strength, mixed or neutral.",
        "error: findings.csv line 3, statement: is empty. Write what was found, in a sentence.",
    ]


def test_an_empty_reference_of_a_review_is_said_once(said, write_source, examined):
    path = write_source(
        name="flat",
        flat="""
            review_ref | finding_no | finding           | factor | appraisal | agency
            R1         | 1          | Forms were long.  | tools  | problem   | Police
                       | 2          | Forms were short. | tools  | problem   | Police
        """,
    )
    _, examination = examined(path)
    assert [str(one) for one in examination.problems if one.severity == "error"] == [
        "flat.csv line 3, review_ref: is empty. Give each review a reference of its own."
    ]


def test_review_ref_is_unique_where_the_rows_say_the_same(said):
    assert said(
        reviews="""
            review_ref | review_type | published_on
            R1         | SAR         | 01/02/2024
            R1         | SAR         | 01/02/2024
        """
    ) == [
        'error: reviews.csv line 3, review_ref: "R1" stands on 2 rows that say the same. '
        "Keep one of them."
    ]


def test_review_ref_is_unique_where_the_rows_differ(said):
    message = (
        '"R1" stands on 2 rows that differ in board, published_on. '
        "Keep one of them, or give each review a reference of its own."
    )
    assert said(
        reviews="""
            review_ref | review_type | board | published_on
            R1         | SAR         | North | 01/02/2024
            R1         | SAR         | South | 01/03/2024
        """
    ) == [
        f"error: reviews.csv line 2, review_ref: {message}",
        f"error: reviews.csv line 3, review_ref: {message}",
    ]


def test_finding_ref_is_unique(said):
    message = (
        '"F1" stands on 2 rows. Give each finding a reference of its own, '
        "such as the review's reference and the finding's number."
    )
    assert said(
        findings="""
            finding_ref | review_ref | statement                   | appraisal
            F1          | R1         | Supervision did not happen. | problem
            F1          | R1         | Forms were long.            | problem
        """
    ) == [
        f"error: findings.csv line 2, finding_ref: {message}",
        f"error: findings.csv line 3, finding_ref: {message}",
    ]


RECOMMENDATIONS = """
    recommendation_ref | review_ref | statement
    REC1               | R1         | Supervise each week.
"""


def test_recommendation_ref_is_unique(said):
    message = (
        '"REC1" stands on 2 rows. Give each recommendation a reference of its own, '
        "such as the review's reference and the recommendation's number."
    )
    assert said(recommendations=RECOMMENDATIONS + "REC1 | R1 | Write shorter forms.") == [
        f"error: recommendations.csv line 2, recommendation_ref: {message}",
        f"error: recommendations.csv line 3, recommendation_ref: {message}",
    ]


def test_action_ref_is_unique(said):
    message = (
        '"A1" stands on 2 rows. Give each action a reference of its own, '
        "such as the recommendation's reference and the action's number."
    )
    assert said(
        recommendations=RECOMMENDATIONS,
        actions="""
            action_ref | recommendation_ref | statement
            A1         | REC1               | A rota.
            A1         | REC1               | A policy.
        """,
    ) == [
        f"error: actions.csv line 2, action_ref: {message}",
        f"error: actions.csv line 3, action_ref: {message}",
    ]


def test_review_is_known_and_the_nearest_differs_only_in_how_it_is_written(said):
    assert said(
        findings="""
            finding_ref | review_ref | statement                   | appraisal
            F1          | R1         | Supervision did not happen. | problem
            F2          | r-01       | Forms were long.            | problem
            F3          | R2         | Forms were short.           | problem
        """
    ) == [
        'error: findings.csv line 3, review_ref: "r-01" is not a review of this source. '
        'Did you mean "R1"?',
        'error: findings.csv line 4, review_ref: "R2" is not a review of this source. '
        "Add the review, or write the reference of one that is there.",
    ]


def test_a_finding_of_no_review_is_said_once(said):
    assert said(
        findings="""
            finding_ref | review_ref | statement                   | appraisal
            F1          | R9         | Supervision did not happen. | problem
        """,
    ) == [
        'error: findings.csv line 2, review_ref: "R9" is not a review of this source. '
        "Add the review, or write the reference of one that is there."
    ]


def test_finding_is_known(said):
    assert said(
        finding_factors="""
            finding_ref | factor
            F9          | supervision
        """
    ) == [
        'error: finding_factors.csv line 2, finding_ref: "F9" is not a finding of this source. '
        "Add the finding, or write the reference of one that is there."
    ]


def test_recommendation_is_known(said):
    assert said(
        recommendations=RECOMMENDATIONS,
        actions="""
            action_ref | recommendation_ref | statement
            A1         | REC9               | A rota.
        """,
    ) == [
        'error: actions.csv line 2, recommendation_ref: "REC9" is not a recommendation of this '
        "source. Add the recommendation, or write the reference of one that is there."
    ]


def test_recommendation_is_of_the_findings_review(said):
    assert said(
        reviews="""
            review_ref | review_type | published_on
            R1         | SAR         | 01/02/2024
            R2         | SAR         | 01/02/2024
        """,
        recommendations="""
            recommendation_ref | review_ref | finding_ref | statement
            REC1               | R2         | F1          | Supervise each week.
        """,
    ) == [
        'error: recommendations.csv line 2, finding_ref: "F1" is a finding of review "R1", and the '
        'recommendation is of "R2". Write a finding of that review, or leave the cell empty.'
    ]


def test_row_is_not_a_total(said):
    assert said(
        reviews="""
            review_ref | title   | review_type | published_on
            R1         | Child A | SAR         | 01/02/2024
                       | Total   |             | 1
        """,
        findings="""
            finding_ref | review_ref | statement                   | appraisal
            F1          | R1         | Supervision did not happen. | problem
            Grand total |            | 1                           |
            n = 40      |            |                             |
        """,
    ) == [
        'left out: findings.csv line 3, finding_ref: "Grand total" is a row that sums up others, '
        "so it is left out.",
        'left out: findings.csv line 4, finding_ref: "n = 40" is a row that sums up others, '
        "so it is left out.",
        'left out: reviews.csv line 3, title: "Total" is a row that sums up others, '
        "so it is left out.",
    ]


def test_review_is_not_in_two_sources(said):
    reviews = """
        review_ref | title   | review_type | board | published_on
        {ref}      | Child A | SAR         | North | 01/02/2024
    """
    later = {
        "reviews": reviews.format(ref="2024-7"),
        "review_agencies": "review_ref | agency \n 2024-7 | Police",
        "findings": (
            "finding_ref | review_ref | statement   | appraisal \n"
            "F1          | 2024-7     | Long forms. | problem"
        ),
    }
    assert said(and_source=later, reviews=reviews.format(ref="R1")) == [
        'warning: reviews.csv line 2, review_ref: "2024-7" has the same board, type and title as '
        'review "R1" of source "spec". If they are one review, keep it in one of the sources, '
        "or it is counted twice."
    ]
