"""After action?, asked before: as a reader opens the page."""

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.address import Address, encode
from dashboard.views.parts import repeat_list
from tests.dashboard.test_pages import texts

PAGE = {"source": "anytown", "show": "repeats"}


def links(app: AppTest) -> dict[str, str]:
    """Where the links of a page lead, by what they say."""
    return {
        one.proto.label.replace("\\", ""): one.proto.query_string
        for one in app.main.get("page_link")
    }


def test_the_repeats_are_told_with_what_cannot_be_compared(opened):
    said = texts(opened("after_action", **PAGE))
    assert "Of 189 recommendations that can be compared, **34** repeat an earlier one" in said
    assert "**Conditions of work**, asked of the board or partnership itself in 4 reviews" in said
    assert "the last of the earlier ones not signed off (overdue)" in said
    assert "5 of the 34 were asked again after an earlier one had been signed off" in said
    assert "93 of the 282 selected recommendations cannot be compared: 75 answer no finding" in said
    assert "similar words are not always the same request" in said


def test_the_list_adds_up_to_the_repeats(opened):
    app = opened("after_action", **PAGE)
    assert "The 34 repeats stand in 27 rows: 7 that were asked again" in texts(app)
    table = app.dataframe[0].value
    assert len(table) == 27
    assert table["Reviews"].is_monotonic_decreasing
    assert table[["Reviews", "Since", "Alike"]].iloc[0].tolist() == [4, 2019, 100]
    assert table["The one before"].iloc[0] == "Not signed off (overdue)"


def test_without_a_choice_the_one_asked_most_often_stands_side_by_side(opened):
    app = opened("after_action", **PAGE)
    said = texts(app)
    assert "**Before: 3 recommendations**" in said
    assert "**Asked again**" in said
    asked = "How does the board learn that workloads have become unsafe before an event shows it?"
    assert [one.value for one in app.main.text].count(asked) == 4
    assert "2 January 2026 · ANY-2024-04-R04" in said
    assert "13 February 2023 · ANY-2022-01-R01 · the same words" in said
    assert links(app)["Review ANY-2022-01"] == "source=anytown&review=ANY-2022-01"


def test_a_row_that_is_ticked_goes_into_the_address(opened, monkeypatch: pytest.MonkeyPatch):
    app = opened("after_action", **PAGE)
    key, shown = app.session_state["repeats_listed"]
    rows = type("State", (), {"selection": type("Chosen", (), {"rows": [5]})})
    state = {"repeats_listed": (key, shown), key: rows, "address": Address()}
    monkeypatch.setattr("streamlit.session_state", state)
    repeat_list._choose()
    assert encode(state["address"])["one"] == [shown[5]]


def test_the_address_chooses_the_repeat_that_stands_side_by_side(opened):
    app = opened("after_action", **PAGE, one="anytown/ANY-2022-01-R01")
    said = texts(app)
    assert "13 February 2023 · ANY-2022-01-R01" in said
    assert "**Before: 2 recommendations**" in said


def test_an_address_whose_recommendation_repeats_nothing_says_so(opened):
    said = texts(opened("after_action", **PAGE, one="anytown/ANY-2017-01-R01"))
    assert '"anytown/ANY-2017-01-R01", which the address names, repeats no earlier one' in said
    assert "**Before: 3 recommendations**" in said


@pytest.mark.parametrize(
    ("alike", "repeating"), [("70", "**50** repeat"), ("80", "**34**"), ("100", "**33**")]
)
def test_how_alike_the_words_must_be_is_chosen(opened, alike: str, repeating: str):
    said = texts(opened("after_action", **PAGE, alike=alike))
    assert repeating in said
    assert ("in the same words" in said) == (alike == "100")


@pytest.mark.parametrize(("state", "rows"), [("latest", 27), ("all", 34), ("after sign-off", 5)])
def test_each_number_of_the_sentence_opens_its_list(opened, state: str, rows: int):
    app = opened("after_action", **PAGE, state=state)
    assert "**34** repeat" in texts(app)
    assert "5 of the 34 were asked again after an earlier one had been signed off." in texts(app)
    assert len(app.dataframe[0].value) == rows
    first = app.dataframe[0].value["What is asked"].iloc[0]
    assert first in [one.value for one in app.main.text]  # side by side
    assert ("stand in 27 rows" in texts(app)) == (state == "latest")


def test_those_that_answer_no_finding_are_listed_by_the_tracker(opened):
    app = opened("after_action", **PAGE)
    to = parse_qs(links(app)["List the 75 that answer no finding"])
    assert (to["show"], to["tracked"]) == (["tracker"], ["without finding"])
    there = opened("after_action", source="anytown", show="tracker", tracked="without finding")
    assert len(there.dataframe[0].value) == 75


def test_a_filter_narrows_what_is_compared(opened):
    said = texts(opened("after_action", **PAGE, factor="CF-CON"))
    assert "**Conditions of work**, asked of" in said
    assert "cannot be compared" not in said


def test_where_nothing_is_repeated_it_is_said_and_no_list_is_drawn(opened):
    app = opened("after_action", **PAGE, factor="CF-NRE")
    assert "Of 7 recommendations that can be compared, **none** repeats" in texts(app)
    assert not app.dataframe


def test_filters_that_leave_no_recommendation_are_told_from_sources_without_any(opened):
    said = texts(opened("after_action", **PAGE, text="no such words at all"))
    assert "No recommendation fits the filters" in said


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_a_source_without_recommendations_says_so(opened, source: str):
    app = opened("after_action", source=source, show="repeats")
    assert "**No recommendations or actions are recorded**" in texts(app)
    assert not app.dataframe


def test_a_review_says_what_it_asks_for_that_was_asked_before(opened):
    app = opened("reviews", source="anytown", review="ANY-2024-04")
    assert "Asked before: in 3 reviews since 2019, the last not signed off (overdue)." in texts(app)
    query = links(app)["Read it beside the earlier"]
    assert "show=repeats" in query
    assert "one=anytown%2FANY-2024-04-R04" in query
    assert "board=Anytown+Safeguarding+Partnership" in query


def test_a_review_says_the_same_whatever_the_filters(opened):
    app = opened("reviews", source="anytown", review="ANY-2024-04", factor="CF-FAM", text="zzz")
    assert "Asked before: in 3 reviews since 2019" in texts(app)


def test_a_review_without_recommendations_says_nothing_of_it(opened):
    assert "Asked before" not in texts(opened("reviews", source="dhrd", review="1"))
