"""Are the actions strong enough, as a reader opens the page."""

import pytest

from tests.dashboard.test_layers_page import figures
from tests.dashboard.test_pages import texts

STRENGTH = {"source": "anytown", "show": "strength"}


def actions_listed(app) -> list[str]:
    """The actions in the list, by their review."""
    [table] = [one.value for one in app.dataframe if "Strength of its type" in one.value]
    return table["Review"].tolist()


def table_of(app, heading: str):
    """The table that has a column."""
    return next(one.value for one in app.dataframe if heading in one.value)


def test_the_strength_of_the_actions_is_said_first_and_in_actions(opened):
    app = opened("after_action", **STRENGTH)
    said = texts(app)
    assert "Of **372 actions**, 41 (11%) are stronger, 106 (28%) intermediate and 225" in said
    assert "Most (196) are training (104) or procedure (92)." in said
    assert "**17 of 248 actions** (7%) that can be compared act nearer the front line" in said
    assert "124 cannot be compared: 93 answer no named finding" in said
    assert "Stronger is not the same as having worked" in said
    assert "National Patient Safety Foundation, 2015" in said
    assert len(figures(app)) == 3  # the bar, and the matrix in its two parts


def test_by_type_alone_nothing_is_stronger(opened):
    said = texts(opened("after_action", **STRENGTH, strength_by="type"))
    assert "0 (0%) are stronger" in said
    assert "by the type of action alone" in said


@pytest.mark.parametrize("by", ["agency", "action_type", "board", "factor"])
def test_actions_are_grouped_and_each_group_adds_up(opened, by):
    app = opened("after_action", **STRENGTH, by=by)
    table = table_of(app, "Source says it")
    parts = table[["Stronger", "Intermediate", "Weaker", "Not known"]].sum(axis=1)
    assert parts.tolist() == table["Actions"].tolist()
    assert (table["Actions"].sum() == 372) == (by != "factor")


def test_every_action_is_listed_until_a_number_is_chosen(opened):
    app = opened("after_action", **STRENGTH)
    assert len(actions_listed(app)) == 372
    assert "**372 actions** are listed. They answer 253 recommendations of 40 reviews." in texts(
        app
    )


@pytest.mark.parametrize(
    ("settings", "actions", "said"),
    [
        ({"strength": "strong"}, 41, "strength: stronger"),
        ({"strength": "strong", "strength_by": "type"}, 0, "strength: stronger, by type alone"),
        ({"owner": "POL", "strength": "weak"}, 15, "owner: Police"),
        ({"action_type": "training"}, 104, "type: Training"),
        (
            {"finding_layer": "local-strategic", "action_layer": "front-line"},
            13,
            "finding at: Local strategic; action at: Front line",
        ),
        ({"finding_layer": "none", "action_layer": "national"}, 3, "finding at: no layer"),
    ],
)
def test_a_number_opens_a_list_that_adds_up_to_it(opened, settings, actions, said):
    app = opened("after_action", **STRENGTH, **settings)
    assert said in texts(app)
    if actions:
        assert len(actions_listed(app)) == actions
    else:
        assert "**No action** is to be listed" in texts(app)


def test_a_number_is_chosen_without_a_pointer_and_held_in_the_address(opened):
    app = opened("after_action", **STRENGTH, by="agency")
    box = app.main.selectbox(key="actions behind a number")
    number = next(n for n, one in enumerate(box.options) if one == "Police, weaker: 15 of 24 (63%)")
    box.set_value(number).run()
    assert len(actions_listed(app)) == 15
    assert app.query_params["owner"] == "POL"
    assert app.query_params["strength"] == "weak"
    app.main.button(key="list all actions").click().run()
    assert len(actions_listed(app)) == 372


def test_what_was_clicked_is_said_under_each_chart_with_the_way_to_its_list(opened):
    said = texts(opened("after_action", **STRENGTH, strength="strong")).replace("\\", "")
    assert said.count("Listed below: 41 actions (strength: stronger). [Go to the list]") == 2
    assert "Listed below" not in texts(opened("after_action", **STRENGTH))


def test_the_tables_are_folded_and_the_sql_is_shown_once(opened):
    labels = [one.label for one in opened("after_action", **STRENGTH).main.expander]
    assert labels == [
        "The numbers as tables",
        "What each type of action counts as",
        "Show the SQL",
    ]


def test_a_group_by_factor_is_opened_by_the_filter(opened):
    app = opened("after_action", **STRENGTH, by="factor")
    box = app.main.selectbox(key="actions behind a number")
    assert not any(one.startswith("No coded finding") for one in box.options)
    number = next(n for n, one in enumerate(box.options) if one == "Own team: 39 actions")
    box.set_value(number).run()
    assert len(actions_listed(app)) == 39
    assert app.query_params["factor"] == "CF-TEA"


def test_the_mapping_is_shown_with_its_reasons_and_told_to_be_changeable(opened):
    app = opened("after_action", **STRENGTH)
    mapping = table_of(app, "Standing").set_index("Type")
    assert mapping.loc["Training", "Strength"] == "Weaker"
    assert mapping.loc["Resource", "Source says otherwise"] == 11
    assert set(mapping["Standing"]) == {"Derived", "Proposed"}
    assert mapping["Why"].str.len().min() > 20
    assert "data/codebooks/action_hierarchy.csv" in texts(app)


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_a_source_without_actions_says_so(opened, source):
    app = opened("after_action", source=source, show="strength")
    assert "**No recommendations or actions are recorded**" in texts(app)
    assert figures(app) == []


def test_filters_that_leave_no_action_say_so(opened):
    app = opened("after_action", **STRENGTH, text="no such words anywhere")
    assert "No action of the 40 selected reviews fits the filters." in texts(app)
