"""The counting rules of the delay from practice to publication."""

from tests.queries.asking import answer


def delays(database, *reviews: str) -> list[tuple]:
    """Ask for the delays of reviews drawn as "practice_to | incident_on | published_on"."""
    rows = [f"R{number} | {dates}" for number, dates in enumerate(reviews)]
    headings = "review_ref | practice_to | incident_on | published_on"
    connection = database(reviews="\n".join([headings, *rows]))
    return answer(connection, "reporting_delays", "delay_months reviews")


def test_a_delay_is_counted_in_calendar_months(database):
    assert delays(
        database,
        "2019-03-31 | | 2021-04-01",
        "2019-03-01 | | 2021-04-30",
        "2019-03-31 | | 2019-03-31",
    ) == [(0, 1), (25, 2)]


def test_practice_ends_with_its_period_or_else_with_the_incident(database):
    found = delays(database, "2019-03-31 | 2018-01-01 | 2020-03-01", " | 2019-01-01 | 2020-03-01")
    assert found == [(12, 1), (14, 1)]


def test_a_month_is_precise_enough_and_a_quarter_or_a_year_is_not(database):
    assert delays(
        database,
        "March 2019   | | May 2020",
        "2018/19 Q4   | | May 2020",
        "2019         | | May 2020",
        "March 2019   | | 2020",
    ) == [(14, 1)]


def test_a_review_without_one_of_the_dates_or_dated_before_its_practice_gives_no_delay(database):
    assert delays(
        database,
        "2019-03-31 | | ",
        "           | | 2020-05-01",
        "2019-03-31 | | 2018-05-01",
        "2019-03-31 | | 2019-03-01",
        "2019-03-31 | | 2019-04-01",
    ) == [(1, 1)]
