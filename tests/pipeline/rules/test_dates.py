"""Rules on dates: whether they can be read, and whether they can all be true."""


def reviewed(**cells: str) -> str:
    """Draw a table with the review R1, of which these cells are filled."""
    return (
        f"review_ref | review_type | {' | '.join(cells)} \n R1 | SAR | {' | '.join(cells.values())}"
    )


def acted(made_on: str, **cells: str) -> dict[str, str]:
    """Draw a recommendation made on a day, and an action that answers it."""
    return {
        "recommendations": (
            "recommendation_ref | review_ref | statement | made_on \n"
            f"REC1 | R1 | Supervise each week. | {made_on}"
        ),
        "actions": (
            f"action_ref | recommendation_ref | statement | {' | '.join(cells)} \n"
            f"A1 | REC1 | A rota. | {' | '.join(cells.values())}"
        ),
    }


def test_date_is_readable(said):
    assert said(reviews=reviewed(published_on="in the autumn", practice_from="2025")) == [
        'error: reviews.csv line 2, published_on: "in the autumn" is not a date. Write it as '
        "03/09/2018, September 2018, 2018, 2018/19 or 2018/19 Q2, or leave the cell blank if it is "
        "not known."
    ]


def test_practice_period_runs_forward(said):
    assert said(
        reviews=reviewed(
            practice_from="01/03/2021",
            practice_to="2020",
            incident_on="01/06/2021",
            published_on="01/07/2021",
        )
    ) == [
        'error: reviews.csv line 2, practice_to: "2020" is before practice_from, "01/03/2021". '
        "The practice period must end after it begins: correct one of the two."
    ]


def test_a_year_is_not_before_a_day_in_it(said):
    assert said(reviews=reviewed(practice_from="01/03/2021", practice_to="2021")) == []


def test_review_dates_follow_one_another(said):
    assert said(
        reviews=reviewed(commissioned_on="01/03/2021", completed_on="2020", published_on="2022")
    ) == [
        'warning: reviews.csv line 2, completed_on: "2020" is before the review was commissioned, '
        '"01/03/2021". Look at both dates.'
    ]


def test_a_date_that_contradicts_several_is_said_once(said):
    assert said(
        reviews=reviewed(
            practice_from="2020",
            practice_to="2021",
            incident_on="2021",
            completed_on="2022",
            published_on="2012",
        )
    ) == [
        'warning: reviews.csv line 2, published_on: "2012" is before the review was completed, '
        '"2022". Look at both dates.'
    ]


def test_the_incident_is_in_the_practice_period(said):
    dates = {"practice_from": "2020", "practice_to": "2021"}
    assert said(reviews=reviewed(**dates, incident_on="May 2019")) == [
        'warning: reviews.csv line 2, incident_on: "May 2019" is before the practice reviewed '
        'began, "2020". Look at both dates.'
    ]


def test_the_incident_is_not_after_the_practice_period(said):
    dates = {"practice_from": "2020", "practice_to": "2021"}
    assert said(reviews=reviewed(**dates, incident_on="May 2022")) == [
        'warning: reviews.csv line 2, incident_on: "May 2022" is after the practice reviewed '
        'ended, "2021". Look at both dates.'
    ]


def test_date_is_in_the_span_of_its_source(said, write_source, examined):
    settings = """
        title = "Reports"
        licence = "MIT"
        citation = "Made up."
        about = "Made up."
        frameworks = ["spec"]
        covers_to = 2025-07-31
    """
    path = write_source(
        settings=settings,
        reviews="""
            review_ref | review_type | published_on
            R1         | PFD         | 31/07/2025
            R2         | PFD         | 2025
            R3         | PFD         | 01/08/2026
        """,
    )
    _, examination = examined(path)
    assert [f"{one.severity}: {one}" for one in examination.problems] == [
        'warning: reviews.csv line 4, published_on: "01/08/2026" is after 31/07/2025, the last day '
        "that the source covers. It is kept as it is."
    ]


def test_action_dates_follow_one_another(said):
    before = 'is before the recommendation was made, "01/03/2021". Look at both dates.'
    assert said(
        **acted("01/03/2021", due_on="2020", completed_on="2019", signed_off_on="2018")
    ) == [
        # no status: what the dates themselves say is said there
        'warning: actions.csv line 2, completed_on: "2019" ' + before,
        'warning: actions.csv line 2, due_on: "2020" ' + before,
        'warning: actions.csv line 2, signed_off_on: "2018" ' + before,
        'warning: actions.csv line 2, status: is empty, and signed_off_on says "2018". '
        "Write signed off, or take the date out.",
    ]


def test_an_action_is_signed_off_after_it_was_completed(said):
    assert said(
        **acted("2020", completed_on="01/03/2021", signed_off_on="2020", status="signed off")
    ) == [
        'warning: actions.csv line 2, signed_off_on: "2020" is before the action was completed, '
        '"01/03/2021". Look at both dates.'
    ]


def test_action_status_agrees_with_dates(said):
    assert said(
        recommendations="""
            recommendation_ref | review_ref | statement
            REC1               | R1         | Supervise each week.
        """,
        actions="""
            action_ref | recommendation_ref | statement | status      | completed_on | signed_off_on
            A1         | REC1               | A rota.   | Complete    |              |
            A2         | REC1               | A rota.   | signed off  | 2020         |
            A3         | REC1               | A rota.   | Not started | 2020         |
            A4         | REC1               | A rota.   | In progress |              | 2021
            A5         | REC1               | A rota.   |             | 2020         |
            A6         | REC1               | A rota.   | superseded  |              |
        """,
    ) == [
        'warning: actions.csv line 2, status: "Complete" has no date in completed_on. '
        "Write when it was completed.",
        'warning: actions.csv line 3, status: "signed off" has no date in signed_off_on. '
        "Write when it was signed off.",
        'warning: actions.csv line 4, status: "Not started" does not agree with completed_on, '
        '"2020". Correct one of the two.',
        'warning: actions.csv line 5, status: "In progress" does not agree with signed_off_on, '
        '"2021". Correct one of the two.',
        'warning: actions.csv line 6, status: is empty, and completed_on says "2020". '
        "Write complete, or take the date out.",
    ]
