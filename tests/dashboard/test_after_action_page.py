"""The page After action?, opened as a reader opens it: what came back, and the lists behind it."""

import json
import re
from collections import Counter
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import places
from dashboard.address import Address, encode
from dashboard.views.parts.follow_up_groups import narrowed
from dashboard.views.parts.follow_up_list import keys
from pipeline.synthesise import planned_recurrences
from queries.selection import Selection
from tests.dashboard.test_pages import texts

LISTED = "follow-ups 1"


def opened_back(opened: Any, **parameters: Any) -> AppTest:
    return opened("after_action", source="anytown", show="back", **parameters)


def follow_ups(app: AppTest) -> Any:
    """Return the list of follow-ups."""
    return next(one.value for one in app.dataframe if "came_of_it" in one.value)


def numbers(app: AppTest) -> dict[str, int]:
    """Return the numbers of the first sentence."""
    said = app.main.markdown[0].value
    shapes = {
        "all": r"of (\d+) follow-ups",
        "seen again": r"After \*\*(\d+) of",
        "not seen": r"after (\d+) it was not seen",
        "overlaps": r"after (\d+) it was found only",
        "too early": r"after (\d+) it is too early",
    }
    return {
        name: int(found[1]) for name, shape in shapes.items() if (found := re.search(shape, said))
    }


def test_what_the_generator_made_recur_is_recovered_by_the_page_exactly(opened):
    made = planned_recurrences(40, 2008, places.codebooks())
    app = opened_back(opened)
    said = numbers(app)
    assert said.pop("all") == len(made)
    assert said == Counter(one.outcome for one in made)
    rows = follow_ups(app)
    listed = {
        (row.action_ref, row.factor_id, row.agency_id, row.state) for row in rows.itertuples()
    }
    assert listed == {(one.action_ref, one.factor_id, one.agency_id, one.outcome) for one in made}


@pytest.mark.parametrize("state", ["seen again", "overlaps", "not seen", "too early"])
def test_each_state_lists_as_many_as_it_says(opened, state):
    app = opened_back(opened, state=state)
    rows = follow_ups(app)
    assert set(rows["state"]) == {state}
    assert len(rows) == numbers(app)[state]
    assert f"**{len(rows)} follow-ups**" in texts(app)


def test_strict_and_lenient_stand_side_by_side_and_each_bar_opens_its_list(opened):
    app = opened_back(opened)
    [chart, *_] = app.get("plotly_chart")
    bars = [
        (data, int(trace["x"][0]))
        for trace in json.loads(chart.proto.spec)["data"]
        if trace["type"] == "bar"
        for data in trace["customdata"]
    ]
    for reading, column in (("", "state"), ("lenient", "lenient_state")):
        of = Counter()
        for (state, by), number in bars:
            if by == reading:
                of[state] += number
        assert sum(of.values()) == 60
        for state, number in of.items():
            app = opened_back(opened, state=state, **({"reading": reading} if reading else {}))
            rows = follow_ups(app)
            assert len(rows) == number
            assert set(rows[column]) == {state}


def test_a_bar_that_is_clicked_lists_its_follow_ups(opened):
    app = opened_back(opened)
    app.session_state["states 1 signed off all "] = {
        "selection": {"points": [{"customdata": ["overlaps", ""]}]}
    }
    app.run()
    assert app.query_params["state"] == "overlaps"
    assert set(follow_ups(app)["state"]) == {"overlaps"}
    said = texts(app)
    assert said.count("Listed below: 10 follow-ups (overlaps). [Go to the list]") == 2
    app.main.selectbox(key="setting_state").set_value("all").run()
    assert len(follow_ups(app)) == 60
    assert "Listed below" not in texts(app)


def test_a_group_lists_the_follow_ups_of_its_number(opened):
    app = opened_back(opened, by="strength", strength="weak", state="seen again")
    groups = next(one.value for one in app.dataframe if "seen_again" in one.value)
    seen_again = groups.set_index("group_label").loc["Weaker", "seen_again"]
    assert len(follow_ups(app)) == seen_again > 0
    assert "Strength: Weaker" in [button.label.replace("\\", "") for button in app.button]


def test_a_bar_is_of_all_follow_ups_and_lists_them_whatever_was_listed_before(opened):
    app = opened_back(opened, at="POL", strength="weak")
    app.session_state["states 1 signed off all "] = {
        "selection": {"points": [{"customdata": ["overlaps", ""]}]}
    }
    app.run()
    assert len(follow_ups(app)) == numbers(app)["overlaps"]
    assert not {"at", "strength"} & set(app.query_params)


@pytest.mark.parametrize("by", ["strength", "evidence", "agency", "factor"])
def test_every_number_of_every_group_is_as_long_as_its_list(opened, by):
    start = Address(Selection(sources=("anytown",))).with_settings(show="back", by=by)
    app = opened_back(opened, by=by)
    groups = next(one.value for one in app.dataframe if "seen_again" in one.value)
    for group, seen_again in groups.head(4)[["group_id", "seen_again"]].to_numpy():
        to = narrowed(start.with_settings(state="seen again"), by, group)
        assert to is not None
        listed = opened("after_action", **encode(to))
        rows = [one.value for one in listed.dataframe if "came_of_it" in one.value]
        assert (len(rows[0]) if rows else 0) == seen_again


def test_a_board_that_is_not_recorded_has_no_filter_and_pretends_no_list():
    assert narrowed(Address(Selection()), "board", None) is None


def test_actions_of_two_sources_with_one_reference_are_told_apart_in_the_address():
    rows = pd.DataFrame({"source_id": ["a", "b", "b"], "action_ref": ["A1", "A1", "A2"]})
    assert list(keys(rows)) == ["a/A1", "b/A1", "A2"]


def test_an_action_shows_every_later_review_with_its_findings_and_pages(opened):
    rows = follow_ups(opened_back(opened, state="seen again"))
    row = next(rows.itertuples())
    app = opened_back(opened, action=row.action_ref)
    said = texts(app)
    assert f"seen again in {row.reviews_after_with} of" in said
    assert "**Practice that began after the action**" in said
    assert "page" in said
    reviews = [
        parse_qs(link.proto.query_string)["review"][0]
        for link in app.get("page_link")
        if link.proto.label.startswith("Open ") and "review=" in link.proto.query_string
    ]
    later = row.reviews_after + row.reviews_straddling + row.reviews_not_placed
    assert len(reviews) == later + 1  # and the review that asked for it


def test_an_action_that_is_not_followed_is_said_to_be_none(opened):
    app = opened_back(opened, action="ANY-0")
    assert "No action with this reference is followed" in texts(app)


def test_what_cannot_be_followed_or_placed_is_counted_and_listed(opened):
    app = opened_back(opened)
    said = texts(app).replace("\\", "")
    assert "47 of 107 signed-off actions cannot be followed: 34 answer no finding" in said
    assert "2 of 40 reviews are left out: no date of practice is recorded." in said
    rows = next(one.value for one in app.dataframe if "why" in one.value)
    assert Counter(rows["fate"]) == {"no finding": 34, "no factor": 13}


def test_the_clock_can_start_when_the_action_was_completed(opened):
    app = opened_back(opened, since="completed")
    assert "follow-ups** of completed actions" in texts(app)
    assert numbers(app)["all"] == len(follow_ups(app)) > 60


def test_the_curves_say_how_long_it_was_and_what_is_too_few(opened):
    app = opened_back(opened)
    assert "an estimated half were seen again within" in texts(app)
    by_evidence = texts(opened_back(opened, curves="evidence_grade"))
    assert "too few to tell" in by_evidence
    lenient = texts(opened_back(opened, practice="lenient"))
    assert "follow-ups with later practice to look at" in lenient


def test_filters_narrow_what_is_followed_and_never_where_it_is_looked_for(opened):
    app = opened_back(opened, to="2019-12-31")
    every = follow_ups(opened_back(opened)).set_index("action_ref")
    for row in follow_ups(app).itertuples():
        assert row.reviews_after == every.loc[row.action_ref, "reviews_after"]


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_a_source_without_actions_says_so(opened, source):
    said = texts(opened("after_action", source=source, show="back"))
    assert "There is nothing to follow up" in said or "No recommendations or actions" in said


def test_a_review_says_of_each_action_whether_the_factor_came_back(opened):
    rows = follow_ups(opened_back(opened, state="seen again"))
    row = next(rows.itertuples())
    app = opened("reviews", source="anytown", review=row.review_ref)
    said = texts(app)
    assert f"**{row.factor_label}** at **{row.agency_label}**: seen again in" in said
    link = next(one for one in app.get("page_link") if one.proto.label == "The later reviews")
    assert parse_qs(link.proto.query_string)["action"] == [f"anytown/{row.action_ref}"]


@pytest.mark.parametrize(("page", "parameters"), [("when", {"show": "one"}), ("evidence", {})])
def test_the_views_of_a_factor_say_whether_it_came_back(opened, page, parameters):
    app = opened(page, source="anytown", factor="CF-CON", **parameters)
    assert "After action" in [one.value for one in app.header]
    expected = len(follow_ups(opened_back(opened, factor="CF-CON")))
    assert f"of {expected} follow-ups** of signed-off actions" in texts(app)


def test_the_findings_at_one_agency_say_whether_it_came_back_there(opened):
    rows = follow_ups(opened_back(opened, factor="CF-CON"))
    [(agency, number)] = Counter(rows["agency_id"]).most_common(1)
    app = opened("evidence", source="anytown", factor="CF-CON", found_at=agency)
    every = "both" if number == 2 else f"all {number}"
    many = rf"(of {number}|{every}) follow-ups\*\*"
    assert re.search(rf"({many}|There is {number} follow-up) of", texts(app))
