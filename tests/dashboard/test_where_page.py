"""Where?: the page holds the numbers of its question, whatever agencies count as."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.sentences.factor_by_agency import NONE_STANDS_OUT, NOT_A_RANKING
from dashboard.sentences.notices import IN_THE_SAME_REVIEW


def texts(app: AppTest) -> str:
    """All that the page says in sentences, but for the sidebar."""
    kinds = (app.main.title, app.main.header, app.main.markdown, app.main.caption)
    return "\n".join(one.value for kind in kinds for one in kind).replace("\\", "")


def table(app: AppTest) -> dict[tuple[str, str], tuple]:
    """Return found in and of, by factor and agency."""
    rows = app.dataframe[0].value
    return {
        (row["Factor"], row["Agency"]): (row["Found in"], row["Of"])
        for row in rows.to_dict("records")
    }


def settings(app: AppTest) -> dict[str, list[str]]:
    """Return what each choice of buttons offers."""
    groups: Any = app.main.get("button_group")
    return {one.label: one.options for one in groups}


def figures(app: AppTest) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.main.get("plotly_chart")]


def cells(app: AppTest) -> dict[tuple[str, str], str]:
    """Return the text of each cell that opens findings, by factor and agency code."""
    rest = figures(app)[-1]
    said = {
        (x, y): text
        for trace in rest["data"]
        if trace.get("mode") == "text"
        for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True)
    }
    [doors] = [trace for trace in rest["data"] if trace.get("customdata")]
    return {
        tuple(handed[:2]): said[x, y]
        for x, y, handed in zip(doors["x"], doors["y"], doors["customdata"], strict=True)
        if handed
    }


def test_chart_table_and_question_hold_the_same_numbers(opened):
    app = opened("where", source="anytown")
    assert table(app)["Conditions of work", "Police"] == (4, 29)
    assert cells(app)["CF-CON", "POL"].startswith("4 of 29")
    assert app.dataframe[0].value["Agency"].nunique() == 8
    assert "19 agencies in fewer reviews are not shown, and not tested." in texts(app)


def test_where_chance_explains_the_differences_that_is_the_answer(opened):
    assert NONE_STANDS_OUT in texts(opened("where", source="anytown"))


def test_agencies_count_as_sectors_by_choice_and_a_review_of_two_counts_once(opened):
    app = opened("where", source="anytown", agencies_as="sector")
    assert table(app)["Conditions of work", "Health"] == (12, 40)
    assert len({agency for _, agency in table(app)}) == 8


def test_successors_are_followed_by_choice(opened):
    chosen = {"source": "anytown", "by": "all"}
    apart = table(opened("where", **chosen))
    followed = table(opened("where", **chosen, successors="yes"))
    of = {agency: of for (_, agency), (_, of) in apart.items()}
    after = {agency: of for (_, agency), (_, of) in followed.items()}
    assert "Clinical commissioning group" in of
    assert "Clinical commissioning group" not in after
    assert after["Integrated care board"] > of["Integrated care board"]


def test_strengths_are_as_near_as_problems(opened):
    app = opened("where", source="anytown", appraised="strength")
    problems = table(opened("where", source="anytown"))
    assert table(app) != problems
    assert settings(app)["Found as"][:2] == ["Problem", "Strength"]


def test_what_is_only_in_the_same_review_is_never_said_to_be_found_at(opened):
    said = texts(opened("where", source="pfd"))
    assert (
        "was found in the same review as **HM Prison and Probation Service**, in 64 of 80" in said
    )
    assert IN_THE_SAME_REVIEW in said
    assert "found at **" not in said
    assert "Found as" not in settings(opened("where", source="pfd"))


def test_where_no_agency_is_recorded_the_page_says_so_and_what_to_do(opened):
    app = opened("where", source="dhrd")
    assert "Which agencies were involved is not recorded" in texts(app)
    assert "Choose another source in the sidebar." in texts(app)
    assert not figures(app)
    assert not settings(app)


def test_the_order_of_factors_and_agencies_is_chosen(opened):
    app = opened("where", source="anytown", factors_by="layer", agencies_by="sector")
    names, rest = figures(app)
    headings = [note["text"] for note in names["layout"]["annotations"]]
    assert any("Front line" in text for text in headings)
    assert any("No layer" in text for text in headings)
    above = [note["text"] for note in rest["layout"]["annotations"]]
    assert sum("Local government" in text for text in above) == 1


def test_a_funnel_is_of_one_factor_and_is_no_ranking(opened):
    app = opened("where", source="anytown", show="funnel", large="CF-CON")
    said = texts(app)
    assert "How much do agencies differ by more than chance would have it?" in said
    assert NOT_A_RANKING in said
    assert {factor for factor, _ in table(app)} == {"Conditions of work"}
    assert set(app.dataframe[0].value["Funnel"]) == {"Within the limits", "Too few to tell"}
    same = texts(opened("where", source="pfd", show="funnel"))
    assert "In the same review: how much do agencies differ" in same


def test_a_number_is_opened_without_a_pointer_too(opened):
    app = opened("where", source="anytown", agencies_as="sector")
    choice = next(one for one in app.main.selectbox if "click its cell" in one.label)
    assert "Conditions of work, Health: 12 of 40 (30%)" in choice.options
    [link] = [one for one in app.main.get("page_link") if one.proto.label == "Open its evidence"]
    assert "found_at=" in link.proto.query_string
    assert "agencies_as=sector" in link.proto.query_string


@pytest.mark.parametrize(
    ("setting", "value"), [("show", "pie"), ("agencies_as", "colour"), ("by", "7")]
)
def test_a_setting_of_an_old_link_is_left_out_with_a_sentence(opened, setting, value):
    app = opened("where", source="anytown", **{setting: value})
    assert f'to "{value}", which this page does not have.' in texts(app)


def test_filters_that_leave_no_review_say_which_it_was(opened):
    app = opened("where", source="anytown", from_="1990-01-01", to="1990-12-31")
    assert "No review fits all the filters." in texts(app)
