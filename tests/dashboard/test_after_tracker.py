"""The action tracker, as a reader opens it: every number with its list."""

import json
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import places
from pipeline.load import load
from tests.dashboard.test_pages import APP, texts

PAGE = {"page": "after_action", "show": "tracker", "source": "anytown"}


def figures(app: AppTest) -> list[dict]:
    """The charts that are drawn."""
    return [json.loads(chart.proto.spec) for chart in app.main.get("plotly_chart")]


def listed(app: AppTest) -> int:
    """The number of rows of the first table: the list, where one is open."""
    return len(app.main.dataframe[0].value)


def buttons(app: AppTest) -> list[str]:
    """The numbers that call for a look."""
    return [one.label for one in app.main.button if (one.key or "").startswith("door ")]


def test_the_sentence_says_how_far_all_actions_have_come_and_as_at_when(opened):
    said = texts(opened(**PAGE))
    assert "Of **372 actions**, 107 are signed off" in said
    assert "**57 are overdue** as at 30 September 2026, the longest by 8 years and 4 months" in said
    assert "207 of 282 recommendations answer a finding; 75 do not say which." in said
    assert "76 of 178 findings that are problems, or mixed, have no recommendation." in said
    assert "29 of 282 recommendations have no action." in said
    assert "no league table" in said
    assert "nobody has looked at here" in said


def test_the_bars_and_the_table_add_up_to_all_actions(opened):
    app = opened(**PAGE, every="yes")
    parts = [trace for trace in figures(app)[0]["data"] if trace["type"] == "bar"]
    assert sum(number for trace in parts for number in trace["x"]) == 372
    table = app.main.dataframe[0].value
    assert table["Actions"].sum() == 372
    assert table["Overdue"].sum() == 57
    assert (
        table.filter(like="Overdue ").sum().sum() + table.filter(like="Overdue,").sum().sum() == 57
    )


def test_the_owners_with_the_most_overdue_are_drawn_first_and_that_is_said(opened):
    app = opened(**PAGE)
    assert len(figures(app)[0]["data"][0]["text"]) == 12
    assert "Drawn are the 12 with the most overdue actions, of 25 owners." in texts(app)


@pytest.mark.parametrize(
    ("button", "heading", "rows"),
    [
        ("57 actions overdue", "**Overdue**: 57 actions", 57),
        ("76 findings without a recommendation", "**Findings without a recommendation**: 76", 76),
        ("75 recommendations without a finding", "**Recommendations without a finding**: 75", 75),
        ("29 recommendations without an action", "**Recommendations without an action**: 29", 29),
    ],
)
def test_a_number_opens_its_list_and_the_list_adds_up(opened, button, heading, rows):
    app = opened(**PAGE)
    next(one for one in app.main.button if one.label == button).click().run()
    assert heading in texts(app)
    assert listed(app) == rows
    next(one for one in app.main.button if one.label == "Close the list").click().run()
    assert heading not in texts(app)


@pytest.mark.parametrize(
    ("tracked", "rows"),
    [
        ("all", 372),
        ("signed off", 107),
        ("awaiting sign-off", 30),
        ("complete", 111),
        ("open", 13),
        ("set aside", 54),
        ("overdue 3 to 6 months", 9),
        ("without due date", 26),
        ("without evidence", 183),
        ("recommendations", 282),
    ],
)
def test_every_list_can_be_chosen_without_a_pointer(opened, tracked, rows):
    app = opened(**PAGE, tracked=tracked)
    assert listed(app) == rows
    assert f": {rows:,} " in texts(app)


def test_a_list_is_narrowed_to_an_owner(opened):
    app = opened(**PAGE, tracked="overdue", owner="BRD")
    assert "**Overdue**: 30 actions" in texts(app)
    assert listed(app) == 30
    assert {"Owner", "How far"}.isdisjoint(app.main.dataframe[0].value)
    assert listed(opened(**PAGE, owner="BRD")) == 176


def test_a_bar_that_is_clicked_opens_a_list_that_can_be_closed(opened):
    app = opened(**PAGE)
    app.session_state["action_progress owner 12 1 None None"] = {
        "selection": {"points": [{"customdata": ["BRD", "overdue"]}]}
    }
    app.run()
    assert (app.query_params["owner"], app.query_params["tracked"]) == ("BRD", "overdue")
    said = "Listed below: 30 actions (overdue; owner: The board or partnership itself)."
    assert said in texts(app)
    next(one for one in app.main.button if one.label == "Close the list").click().run()
    assert "tracked" not in app.query_params
    assert "Listed below" not in texts(app)


def test_each_list_says_its_number_before_it_is_chosen(opened):
    options = opened(**PAGE).main.selectbox(key="setting_tracked").options
    assert "Overdue (57)" in options
    assert "Without a due date (26)" in options


def test_an_empty_list_says_that_there_is_none(opened):
    app = opened(**PAGE, tracked="contradicting")
    assert "**Contradicting themselves**: there is none." in texts(app)
    assert "No action has a status and dates that contradict one another." in texts(app)


def test_a_factor_narrows_the_actions_and_says_what_is_left_out(opened):
    app = opened(**PAGE, factor="CF-FAM")
    assert "Because a factor is chosen, only such findings and what answers them" in texts(app)


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_a_source_without_recommendations_says_so_and_draws_nothing(opened, source):
    app = opened(**PAGE | {"source": source})
    assert "**No recommendations or actions are recorded**" in texts(app)
    assert figures(app) == []


def test_filters_that_leave_no_recommendation_say_so(opened):
    app = opened(**PAGE, text="no such words anywhere")
    assert "None of the 282 recommendations of the chosen sources fits the filters" in texts(app)


@pytest.fixture
def contradicting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The tracker of two boards: one action contradicts itself, of the other little is known."""
    folder = tmp_path / "sources" / "odd"
    folder.mkdir(parents=True)
    shutil.copy(places.sources() / "anytown" / "source.toml", folder)
    for name, lines in {
        "reviews": ["review_ref,review_type,board", "R1,SCR,North", "R2,SCR,South"],
        "recommendations": [
            "recommendation_ref,review_ref,statement,made_on",
            "REC1,R1,Ask,2020-06-15",
            "REC2,R2,<b>Ask</b>,2020-06-15",
        ],
        "actions": [
            "action_ref,recommendation_ref,owner_agency,statement,status,due_on,completed_on",
            "A1,REC1,POL,Do,in progress,2019,2020-01-01",
            "A2,REC2,,*Do*,,,",
        ],
    }.items():
        (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    loaded = load([folder], places.codebooks(), tmp_path / "builds")
    assert loaded.build is not None, loaded.examination
    monkeypatch.setenv(places.BUILD_VARIABLE, str(tmp_path / "builds"))
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["show"] = "tracker"
    app.query_params["tracked"] = "contradicting"
    app.switch_page("views/after_action.py")
    return app.run()


def test_the_list_says_what_contradicts_what(contradicting):
    said = texts(contradicting)
    assert "1 of 2 actions has a status and dates that contradict one another" in said
    assert buttons(contradicting)[-1] == "1 contradiction"
    assert contradicting.main.dataframe[0].value["What contradicts what"].tolist() == [
        "due before the recommendation was made; completed before the recommendation was made; "
        "said to be in progress, with a date of completion"
    ]


def test_what_is_not_recorded_is_said_and_listed(contradicting):
    said = texts(contradicting)
    assert "How far 1 has come is not recorded." in said
    owners = contradicting.main.selectbox(key="setting_owner")
    assert "Owner not recorded" in owners.options
    owners.set_value("none").run()
    contradicting.main.selectbox(key="setting_tracked").set_value("not recorded").run()
    assert contradicting.main.dataframe[0].value["Action"].tolist() == ["*Do*"]


def test_boards_are_groups_where_there_are_several(contradicting):
    contradicting.query_params["by"] = "board"
    contradicting.query_params["tracked"] = "all"
    contradicting.run()
    table = contradicting.main.dataframe[-1].value
    assert table.iloc[:, 0].tolist() == ["North", "South"]
