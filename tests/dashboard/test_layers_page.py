"""Layers and patterns, as a reader opens the page."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.test_compare_page import choose_number
from tests.dashboard.test_pages import texts


def figures(app: AppTest) -> list[dict]:
    """The charts that are drawn."""
    return [json.loads(chart.proto.spec) for chart in app.main.get("plotly_chart")]


def numbers(app: AppTest) -> list[str]:
    """The numbers whose findings can be opened by name."""
    boxes = [one for one in app.main.selectbox if one.label.startswith("Findings behind")]
    return [option for box in boxes for option in box.options]


def behind(app: AppTest) -> str:
    """Where the first number leads."""
    links = [one for one in app.main.get("page_link") if one.proto.label == "Open its evidence"]
    return links[0].proto.query_string


def test_the_balance_of_layers_is_said_with_the_uncoded_share_and_the_caution(opened):
    app = opened("layers", source="anytown")
    said = texts(app)
    assert "Factors found as problems, by layer: **Front line** in 38 of 40 reviews (95%)" in said
    assert "**National** in 2 of 40 reviews (5%)" in said
    assert "28 of 255 findings (11%) hold no factor of the framework" in said
    assert "6 hold only factors without a layer" in said
    assert "blindness, not absence" in said
    table = app.dataframe[0].value
    assert table["Layer"].iloc[0] == "Front line"
    assert table[["Found in", "Assessed", "No factor"]].iloc[0].tolist() == [38, 40, 16]
    assert len(figures(app)) == 1


def test_a_number_of_a_layer_opens_its_findings_and_adds_up(opened):
    app = opened("layers", source="anytown")
    assert numbers(app)[0] == "Front line, problem: 38 of 40 (95%)"
    assert behind(app) == "source=anytown&layer=front-line&appraisal=problem"
    evidence = opened("evidence", source="anytown", layer="front-line", appraisal="problem")
    assert evidence.dataframe[0].value["Review"].nunique() == 38


def test_what_has_no_layer_opens_the_findings_that_hold_only_such_factors(opened):
    app = opened("layers", source="anytown")
    without = app.dataframe[0].value.set_index("Layer").loc[["Only factors without a layer"]]
    [found] = [number for number in numbers(app) if "without a layer, problem" in number]
    choose_number(app, found)
    where = {"layer": "none", "beside": "none", "appraisal": "problem"}
    assert behind(app) == "source=anytown&layer=none&appraisal=problem&beside=none"
    evidence = opened("evidence", source="anytown", **where)
    listed = evidence.dataframe[0].value
    row = without[without["Appraisal"] == "Problem"].iloc[0]
    assert (listed["Review"].nunique(), len(listed)) == (row["Found in"], row["Findings"])
    assert "in a finding with no factor that has a layer" in texts(evidence)


def test_a_pattern_that_is_not_recorded_opens_its_findings(opened):
    app = opened("layers", source="anytown", show="patterns")
    table = app.dataframe[0].value
    row = table[
        (table["Pattern"] == "Pattern not recorded") & (table["Appraisal"] == "Problem")
    ].iloc[0]
    [found] = [number for number in numbers(app) if "not recorded, problem" in number]
    choose_number(app, found)
    assert behind(app) == "source=anytown&pattern=none&appraisal=problem"
    evidence = opened("evidence", source="anytown", pattern="none", appraisal="problem")
    listed = evidence.dataframe[0].value
    assert listed["Review"].nunique() == row["Found in"]
    assert f"the {row['Findings']} findings are listed" in texts(evidence)


@pytest.mark.parametrize(
    ("by", "groups", "opens"),
    [
        ("agency", "Police", "layer=front-line&appraisal=problem&found_at=POL"),
        ("board", "Anytown Safeguarding Partnership", "&layer=front-line&appraisal=problem"),
        ("review_type", "Local child safeguarding practice review", "review_type=LCSPR"),
    ],
)
def test_a_group_of_reviews_opens_its_own_findings(opened, by, groups, opens):
    app = opened("layers", source="anytown", by=by)
    assert numbers(app)[0].startswith(f"{groups}, Front line, problem")
    assert opens in behind(app)
    assert "Groups may differ by method" in texts(app)


def test_the_findings_at_an_agency_add_up(opened):
    app = opened("layers", source="anytown", by="agency")
    assert numbers(app)[0] == "Police, Front line, problem: 9 of 29 (31%)"
    place = {"layer": "front-line", "appraisal": "problem", "found_at": "POL"}
    evidence = opened("evidence", source="anytown", **place)
    assert evidence.dataframe[0].value["Review"].nunique() == 9


def test_a_method_opens_nothing_and_says_why(opened):
    app = opened("layers", source="anytown", by="method")
    assert numbers(app) == []
    assert "there is no filter by method" in texts(app)
    table = app.dataframe[0].value
    assert set(table["Method"]) == {"Learning Together", "hybrid", "multi-agency audit"}
    assert not any(mark for chart in figures(app) for trace in chart["data"]
                   for mark in trace.get("customdata") or [])  # fmt: skip


def test_the_appraisal_of_the_groups_is_chosen(opened):
    app = opened("layers", source="anytown", by="review_type", appraised="strength")
    assert "Found as strengths, by group of reviews" in texts(app)
    assert all(", strength: " in number for number in numbers(app))


def test_patterns_are_said_with_those_that_are_not_recorded(opened):
    app = opened("layers", source="anytown", show="patterns")
    said = texts(app)
    assert "Patterns found as problems most often: **Management systems** in 31 of 40" in said
    assert "22 hold a factor and have no pattern recorded" in said
    assert "23 of those without a factor show a pattern, and are not counted" in said
    assert behind(app) == "source=anytown&pattern=LT1&appraisal=problem"
    assert "Pattern not recorded" in set(app.dataframe[0].value["Pattern"])


def test_a_framework_without_layers_says_so_and_offers_the_crosswalk(opened):
    app = opened("layers", source="pfd")
    assert "has no layers" in texts(app)
    app.main.button(key="look_through").click().run()
    assert "None of the 3,975 codings of" in texts(app)
    app.main.button(key="count_others").click().run()
    said = texts(app)
    assert "1,002 of 3,975 codings (25%)" in said
    assert "**Front line** in 772 of 2,869 reviews (27%)" in said
    assert "Nothing reads as **Local strategic** or **National**: not assessed" in said
    assert "A circumstance is not a contributory factor" in said
    assert "Hospital Death (Clinical Procedures and medical management) related deaths" in said


def test_a_source_without_patterns_says_so(opened):
    said = texts(opened("layers", source="dhrd", show="patterns"))
    assert "No finding of the chosen sources has a kind of underlying pattern" in said


def test_what_reads_as_another_framework_opens_the_factors_that_read_so(opened):
    app = opened("layers", source="anytown", show="through", through="sar-domains")
    said = texts(app)
    assert "215 of 269 codings (80%)" in said
    assert "2 factors as close and 7 factors as broad" in said
    assert "Direct practice, problem: 15 of 40 (38%)" in numbers(app)
    assert behind(app) == "source=anytown&factor=CF-PER&appraisal=problem"
    mappings = app.dataframe[1].value
    assert set(mappings["standing"].dropna()) == {"proposed"}
    assert set(mappings["counted"].dropna()) == {"Yes", "No"}
    evidence = opened("evidence", source="anytown", factor="CF-PER", appraisal="problem")
    assert evidence.dataframe[0].value["Review"].nunique() == 15


def test_relations_are_chosen_and_kept_in_the_address(opened):
    app = opened(
        "layers", source="anytown", show="through", through="yorkshire", relations="narrow"
    )
    assert app.main.multiselect(key="setting_relations").value == ["narrow"]
    assert "2 factors as narrow" in texts(app)


def test_an_empty_selection_says_which_filter_emptied_it(opened):
    app = opened("layers", source="anytown", from_="2013-01-01", to="2013-02-01")
    assert "No review fits all the filters." in texts(app)


def test_a_factor_without_a_layer_is_not_taken_for_one_that_has_not_been_found(opened):
    app = opened("layers", source="anytown", factor="CF-OTH")
    assert "The chosen factors belong to no layer." in texts(app)
