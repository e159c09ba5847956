"""How strong actions are, and at which layers they and the findings that they answer lie."""

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, counted

NONE = "none"
ORDER = ("strong", "intermediate", "weak")


def _actions(tables: Tables) -> pd.DataFrame:
    """Give each action with the finding that it answers, its strength and the layer of its type."""
    asked = tables["recommendation"][["recommendation_id", "finding_id"]]
    types = tables["action_hierarchy"].rename(columns={"strength": "of_type"})
    done = tables["action"][["action_id", "recommendation_id", "action_type", "strength"]]
    done = done.merge(asked, on="recommendation_id").merge(types, on="action_type", how="left")
    return done.assign(strength=done["strength"].fillna(done["of_type"]))


def action_strength(tables: Tables, framework: str) -> pd.DataFrame:
    """How many actions are stronger, intermediate and weaker, by factor?"""
    coding = counted(tables, framework)[["finding_id", "factor_id"]]
    answering = _actions(tables).merge(coding, on="finding_id", how="left")
    answering = answering.assign(group_id=answering["factor_id"].fillna(NONE))
    ranked = pd.crosstab(answering["group_id"], answering["strength"])
    ranked = ranked.reindex(columns=ORDER, fill_value=0)
    ranked.columns = ["stronger", "intermediate", "weaker"]
    return ranked.assign(actions=answering.groupby("group_id").size()).reset_index()


def action_reach(tables: Tables, framework: str) -> pd.DataFrame:
    """At which layer do actions act, and at which lies the finding that they answer?"""
    factor = tables["factor"]
    layers = factor.loc[factor["framework_id"] == framework, ["factor_id", "layer_id"]].dropna()
    held = counted(tables, framework).merge(layers, on="factor_id")
    held = held.assign(finding_layer=held["layer_id"])
    held = held[["finding_id", "finding_layer"]].drop_duplicates()
    done = _actions(tables).merge(held, on="finding_id", how="left")
    there = done["layer_id"].where(done["framework_id"] == framework)
    done = done.assign(
        finding_layer=done["finding_layer"].fillna(NONE), action_layer=there.fillna(NONE)
    )
    grouped = done.groupby(["finding_layer", "action_layer"], as_index=False)
    return grouped.agg(actions=("action_id", "nunique"))
