"""The timeline of a factor, as a reader opens it under After action?"""

import json
from datetime import date
from typing import Any

from streamlit.testing.v1 import AppTest

from dashboard.saved import Note, keep_note
from tests.dashboard.test_pages import texts


def timeline(opened, **chosen) -> AppTest:
    """Open the timeline of the made-up board."""
    return opened("after_action", show="timeline", **{"source": "anytown"} | chosen)


def figure(app: AppTest) -> dict:
    """The chart."""
    [chart] = app.main.get("plotly_chart")
    return json.loads(chart.proto.spec)


def test_it_opens_with_the_factor_of_which_most_was_signed_off(opened):
    app = timeline(opened)
    assert app.main.selectbox(key="setting_large").value == "CF-CON"
    said = texts(app)
    assert "**Conditions of work** was found as a problem in 19 reviews" in said
    assert "13 actions on it were signed off, the first on 14 December 2021." in said
    assert "in 6 practice began after that; in 8 it had ended before; in 5 it went on" in said
    assert "no sign that it is gone" in said
    table: Any = app.dataframe[0].value
    assert (table["Event"] == "Signed off").sum() == 13
    assert table[table["Appraisal"] == "Problem"]["Review"].nunique() >= 19


def test_the_numbers_said_are_those_of_the_table(opened):
    table: Any = timeline(opened, large="CF-ROL").dataframe[0].value
    practice = table[(table["Event"] == "Practice") & (table["Appraisal"] == "Problem")]
    assert practice["Review"].nunique() == 9
    assert (practice["When"] == "No date recorded").sum() == 1
    said = texts(timeline(opened, large="CF-ROL"))
    assert "found as a problem in 9 reviews" in said
    assert "1 finding has no practice date and is not drawn: the table lists it." in said


def test_an_agency_narrows_what_is_found_and_what_answers_it(opened):
    app = timeline(opened, large="CF-CON", at="LA-CSC")
    said = texts(app)
    assert "**Conditions of work** at Children's social care was found as a problem in 2" in said
    assert "2 actions on it were signed off, the first on 16 June 2026." in said
    assert "14 events." in said
    assert app.main.selectbox(key="setting_at").value == "LA-CSC"


def test_the_board_that_is_asked_and_was_not_involved_can_be_chosen(opened):
    app = timeline(opened, large="CF-CON", at="BRD")
    assert "was not found at The board or partnership itself" in texts(app)
    assert set(app.dataframe[0].value["Agency"]) == {"The board or partnership itself"}


def test_an_agency_with_nothing_of_the_factor_says_so_and_leads_back(opened):
    app = timeline(opened, large="CF-CON", at="PRB")
    assert "No finding with **Conditions of work** names Probation" in texts(app)
    assert not app.dataframe
    app.main.button(key="any_agency").click().run()
    assert "13 actions on it were signed off" in texts(app)


def test_an_agency_that_is_not_there_is_left_out_and_that_is_said(opened):
    app = timeline(opened, large="CF-CON", at="NOBODY")
    assert 'The address sets at to "NOBODY", which this page does not have.' in texts(app)


def test_a_factor_chosen_in_the_sidebar_is_the_one_drawn(opened):
    app = timeline(opened, factor="CF-INT")
    assert not [box for box in app.main.selectbox if box.key == "setting_large"]
    assert app.query_params["factor"] in ("CF-INT", ["CF-INT"])
    assert len(figure(app)["data"]) > 5


def test_an_event_opens_its_review_without_a_pointer(opened):
    app = timeline(opened)
    first = app.dataframe[0].value["Review"].iloc[0]
    [link] = [one for one in app.main.get("page_link") if one.proto.label == "Open the review"]
    assert link.proto.query_string == f"source=anytown&review={first}"
    [box] = [one for one in app.main.selectbox if one.label.startswith("Review behind an event")]
    assert len(box.options) == len(app.dataframe[0].value)


def test_sources_without_recommendations_say_so_and_lead_elsewhere(opened):
    for source in ("pfd", "dhrd"):
        app = timeline(opened, source=source)
        assert "**No recommendations or actions are recorded**" in texts(app)
        links = [one.proto.label for one in app.main.get("page_link")]
        assert "See what was done there" in links


def test_a_selection_without_a_finding_says_which_filter_emptied_it(opened):
    app = timeline(opened, text="no such words")
    assert "fits the filters" in texts(app)


def test_the_filters_narrow_what_is_drawn(opened):
    app = timeline(opened, large="CF-CON", appraisal="strength")
    assert "was found as a strength in 9 reviews of practice" in texts(app)
    assert set(app.dataframe[0].value["Appraisal"]) == {"Strength"}


def test_a_note_that_is_clicked_is_opened_beneath_the_chart(opened, views_file):
    keep_note(views_file, Note(date(2021, 3, 1), "decision", "Board", "Audit supervision.", ()))
    app = timeline(opened, large="CF-CON")
    assert texts(app).count("Audit supervision.") == 1  # in the list
    numbers = [trace for trace in figure(app)["data"] if trace["name"] == "Numbers of notes"]
    app.session_state["factor_timeline CF-CON  1"] = {
        "selection": {"points": [{"customdata": numbers[0]["customdata"][0]}]}
    }
    app.run()
    assert not app.exception
    assert texts(app).count("Audit supervision.") == 2
