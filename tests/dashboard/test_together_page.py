"""Together?: pairs, patterns and layers, each number with the list behind it."""

import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.sentences.together import NOT_LEADING
from tests.dashboard.test_pages import chips, texts


def said(app: AppTest) -> str:
    """All that the page says in sentences."""
    kinds = (app.main.title, app.main.markdown, app.main.caption)
    return re.sub(r"[\\*]", "", "\n".join(one.value for kind in kinds for one in kind))


def traces(app: AppTest) -> list[dict[str, Any]]:
    """The traces of the last chart."""
    return json.loads(app.get("plotly_chart")[-1].proto.spec)["data"]


def doors(app: AppTest) -> list[list[str]]:
    """What each mark hands over that can be clicked, each once."""
    keys = [key for trace in traces(app) for key in trace.get("customdata", []) if key]
    return [list(key) for key in dict.fromkeys(map(tuple, keys))]


def click(app: AppTest, key: str, customdata: list[str]) -> AppTest:
    """Click a mark of the chart with a key."""
    app.session_state[key] = {"selection": {"points": [{"customdata": customdata}]}}
    return app.run()


def listed(app: AppTest) -> Any:
    """The list of findings, once the page is Evidence."""
    assert app.title[0].value == "Evidence"
    return app.dataframe[0].value


def test_the_answer_names_the_pair_found_together_most(opened):
    text = said(opened("together", source="dhrd"))
    assert "Found together most often: Intimate partner violence with Coercive control" in text
    assert "in 105 of 188 reviews (56%). That is 1.1 times as often as if" in text
    assert "Of 85 pairs found together at all, 59 reach 3 reviews" in text
    assert NOT_LEADING in text


def test_the_table_holds_support_lift_jaccard_p_and_q(opened):
    row = opened("together", source="dhrd").dataframe[0].value.iloc[0]
    # 105 of 188 hold both, 146 the one and 123 the other: 105 x 188 / (146 x 123), 105 / 164
    assert row[["Together in", "Assessed", "Factor in", "With in"]].tolist() == [105, 188, 146, 123]
    assert row["Lift"] == pytest.approx(1.099, abs=0.001)
    assert row["From"] < row["Lift"] < row["To"]
    assert row["Support"] == pytest.approx(55.85, abs=0.01)
    assert row["Jaccard"] == pytest.approx(105 / 164)
    assert 0 < row["p"] <= row["q"] <= 0.05
    assert row["Stands out"] == "More than chance"


def test_the_minimum_is_kept_in_the_address_and_leaves_pairs_out(opened):
    app = opened("together", source="dhrd")
    app.selectbox(key="setting_least").select("20").run()
    assert app.query_params["least"] == "20"
    assert app.dataframe[0].value["Together in"].min() >= 20
    assert "an empty cell, fewer than 20 reviews" in said(app)
    app.selectbox(key="setting_least").select("3").run()
    assert "least" not in app.query_params


def test_where_no_pair_reaches_the_minimum_the_highest_that_has_pairs_is_offered(opened):
    app = opened("together", source="anytown", least="20")
    assert "No two factors are found together in 20 reviews or more." in said(app)
    assert "The most is 17 of 40 reviews (43%)" in said(app)
    button = app.main.button(key="empty least")
    assert button.label == "Show the pairs found together in 10 reviews or more"
    button.click().run()
    assert app.query_params["least"] == "10"
    assert app.dataframe[0].value["Together in"].min() == 10


def test_one_factor_makes_no_pair_and_can_be_taken_away(opened):
    app = opened("together", source="anytown", factor="CF-ORG")
    assert "One factor is chosen, and a pair needs two." in said(app)
    app.main.button(key="empty factors").click().run()
    assert "factor" not in app.query_params
    assert len(app.dataframe[0].value) > 10


@pytest.mark.parametrize(("show", "key"), [("matrix", "pairs 1"), ("network", "network 1")])
def test_a_pair_that_is_clicked_opens_the_reviews_that_hold_both(opened, show, key):
    app = opened("together", source="anytown", show=show)
    top = app.dataframe[0].value.iloc[0]
    pair = ["CF-PER", "CF-ORG"]
    assert pair in doors(app)
    rows = listed(click(app, key, pair))
    assert app.query_params["every"] == "yes"
    assert rows["Review"].nunique() == top["Together in"] == 17
    assert set(rows["Factor"]) == {top["Factor"], top["With"]}
    assert "17 of 40 reviews hold" in said(app)


def test_a_circle_that_is_clicked_opens_its_factor(opened):
    app = opened("together", source="anytown", show="network")
    assert ["CF-ORG"] in doors(app)
    rows = listed(click(app, "network 1", ["CF-ORG"]))
    assert rows["Review"].nunique() == 25
    assert "every" not in app.query_params


def test_one_appraisal_is_counted_where_the_reader_says_so(opened):
    app = opened("together", source="anytown", appraised="problem")
    assert "Found together as problems most often" in said(app)
    top = app.dataframe[0].value.iloc[0]
    [first, *_] = doors(app)
    reviews = {
        tuple(key): text
        for trace in traces(app)
        for key, text in zip(trace.get("customdata", []), trace.get("hovertext", []), strict=False)
    }
    number = int(re.search(r"Together in (\d+)", reviews[tuple(first)])[1])  # type: ignore[index]
    rows = listed(click(app, "pairs 1", first))
    assert app.query_params["appraisal"] == "problem"
    assert rows["Review"].nunique() == number <= top["Together in"]
    assert set(rows["Appraisal"]) == {"Problem"}


def test_found_as_is_not_asked_where_nothing_is_appraised(opened):
    assert "Found as" not in [box.label for box in opened("together", source="dhrd").selectbox]


def test_a_pattern_that_is_clicked_adds_up(opened):
    app = opened("together", source="anytown", show="patterns")
    assert "Management systems lies under the most factors: 10 of the 12 factors" in said(app)
    assert "The pattern is not recorded for 22 of 227 findings (10%)." in said(app)
    table = app.dataframe[0].value
    cell = table[
        (table["Factor"] == "Local allocation of resources")
        & (table["Pattern"] == "Management systems")
    ].iloc[0]
    rows = listed(click(app, "Not recorded 1", ["CF-RES", "LT2"]))
    assert (rows["Review"].nunique(), len(rows)) == (cell["Found in"], cell["Findings"])
    assert set(rows["Pattern"]) == {"Management systems"}
    alone = opened("evidence", source="anytown", factor="CF-CON", pattern="LT5")
    assert (
        "1 of 40 reviews holds **Conditions of work**, in a finding of the pattern "
        "**Family-professional interaction**; the 1 finding is listed."
    ) in texts(alone)


@pytest.mark.parametrize(
    ("show", "heading", "none", "factor", "label"),
    [
        ("patterns", "Pattern", "Not recorded", "CF-CON", "Conditions of work"),
        ("layers", "Layer in the same finding", "No layer", "CF-OTH", "Other, or not coded"),
    ],
)
def test_what_is_not_recorded_or_has_no_layer_adds_up(opened, show, heading, none, factor, label):
    app = opened("together", source="anytown", show=show)
    table = app.dataframe[0].value
    cell = table[(table["Factor"] == label) & (table[heading] == none)].iloc[0]
    assert [factor, ""] in doors(app)
    rows = listed(click(app, f"{none} 1", [factor, ""]))
    assert (rows["Review"].nunique(), len(rows)) == (cell["Found in"], cell["Findings"])


def test_the_findings_whose_pattern_is_not_recorded_are_chosen_and_named(opened):
    app = opened("together", source="anytown", show="patterns", pattern="none")
    assert chips(app) == ["Pattern: Not recorded"]
    assert {door[1] for door in doors(app)} == {""}


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_where_no_pattern_is_recorded_that_is_said_and_no_zeros_are_drawn(opened, source):
    app = opened("together", source=source, show="patterns")
    assert "No kind of underlying pattern is recorded." in said(app)
    assert "(100%)" in said(app)
    assert "that is not a zero" in said(app)
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_where_no_framework_has_layers_that_is_said(opened, source):
    app = opened("together", source=source, show="layers")
    assert "The factors of these reviews have no layers" in said(app)
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("layer", ["front-line", "local-strategic"])
def test_a_layer_that_is_clicked_adds_up(opened, layer):
    app = opened("together", source="anytown", show="layers")
    assert "in the same finding, not merely in the same review" in said(app)
    label = {"front-line": "Front line", "local-strategic": "Local strategic"}[layer]
    table = app.dataframe[0].value
    cell = table[
        (table["Factor"] == "Organisational culture and management")
        & (table["Layer in the same finding"] == label)
    ].iloc[0]
    rows = listed(click(app, "No layer 1", ["CF-ORG", layer]))
    assert app.query_params["beside"] == layer
    assert (rows["Review"].nunique(), len(rows)) == (cell["Found in"], cell["Findings"])
    reviews = f"{cell['Found in']} of 40 reviews hold"
    assert f"{reviews} Organisational culture and management, in one finding with a factor" in said(
        app
    )


def test_a_layer_that_is_not_there_is_left_out_of_the_list(opened):
    app = opened("evidence", source="anytown", factor="CF-ORG", beside="gone")
    assert app.dataframe[0].value["Review"].nunique() == 25


@pytest.mark.parametrize("show", ["matrix", "network", "patterns", "layers"])
def test_the_way_without_a_pointer_opens_the_same_evidence(opened, show):
    app = opened("together", source="anytown", show=show)
    box = next(one for one in app.selectbox if one.label.startswith("Findings behind a number"))
    assert len(box.options) == len(doors(app))
    links = [link.proto.query_string for link in app.get("page_link")]
    assert any("factor=" in link for link in links)


@pytest.mark.parametrize("show", ["matrix", "network", "patterns", "layers"])
def test_what_is_shown_stays_when_the_address_is_opened_again(opened, show):
    app = opened("together", source="anytown", show=show)
    assert app.segmented_control(key="setting_show").value == show


def test_no_review_says_which_filter_emptied_the_page(opened):
    app = opened("together", source="pfd", board="Dorset", from_="2013-01-01", to="2013-02-01")
    assert "No review fits all the filters." in said(app)


@pytest.mark.parametrize("show", ["matrix", "network", "patterns", "layers"])
def test_no_finding_says_which_filters_narrow_the_findings(opened, show):
    app = opened("together", source="anytown", show=show, text="no such words")
    assert "No finding of the 40 selected reviews fits the filters." in said(app)
