"""How far actions have come."""

from typing import Any

import numpy as np
import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, counted

LISTED = 500
ASKED = ["recommendation_id", "review_id", "finding_id", "recommendation_ref"]
WORDS = (
    *("signed off", "awaiting sign-off", "complete", "overdue", "open", "set aside"),
    "not recorded",
)


def action_progress(tables: Tables, framework: str) -> pd.DataFrame:
    """How many actions of each owner are signed off, overdue or how far else?"""
    action = _tracked(tables)
    progress = pd.crosstab(action["owner_agency_id"].fillna("none"), action["tracked"])
    progress = progress.reindex(columns=list(WORDS), fill_value=0)
    progress.columns = [word.replace(" ", "_").replace("-", "_") for word in WORDS]
    return progress.assign(actions=progress.sum(axis=1)).reset_index()


def actions(tables: Tables, framework: str) -> pd.DataFrame:
    """List the first actions, as a page of the list shows them."""
    action = _tracked(tables)
    order = ["source_id", "review_ref", "recommendation_ref", "action_ref"]
    listed = action.sort_values(order).head(LISTED)
    finding = tables["finding"][["finding_id", "finding_ref"]]
    listed = listed.merge(finding, on="finding_id", how="left")
    factor: Any = tables["factor"]
    factor = factor.loc[factor["framework_id"] == framework, ["factor_id", "position", "label"]]
    answered: Any = counted(tables, framework)[["finding_id", "factor_id"]]
    answered = answered[answered["finding_id"].isin(listed["finding_id"])].merge(factor)
    names: Any = answered.sort_values("position").groupby("finding_id")["label"].agg("; ".join)
    owner = tables["agency"][["agency_id", "label"]]
    listed = listed.merge(names.rename("factor_labels"), on="finding_id", how="left")
    listed = listed.merge(owner, left_on="owner_agency_id", right_on="agency_id", how="left")
    return listed.assign(is_overdue=listed["tracked"] == "overdue")


def _tracked(tables: Tables) -> pd.DataFrame:
    """Give each action with one word for how far it has come."""
    action: Any = tables["action"].merge(tables["recommendation"][ASKED], on="recommendation_id")
    action = action.merge(
        tables["review"][["review_id", "source_id", "review_ref"]], on="review_id"
    )
    ends: Any = tables["source"][["source_id", "covers_to"]].copy()
    loaded = tables["load"]["loaded_at"].iloc[0].normalize()
    ends["as_at"] = ends["covers_to"].fillna(loaded)
    action = action.merge(ends[["source_id", "as_at"]], on="source_id")
    due = tables["answer_date"]
    due = due.loc[due["step"] == "due", ["action_id", "last_day"]]
    action = action.merge(due, on="action_id", how="left")
    status = action["status"]
    told = [
        status.isin(["superseded", "not accepted"]),
        (status == "signed off") | action["signed_off_on"].notna(),
        status == "awaiting sign-off",
        (status == "complete") | action["completed_on"].notna(),
        (status == "overdue") | (action["last_day"] < action["as_at"]),
        status.notna() | action["last_day"].notna(),
    ]
    words = ["set aside", "signed off", "awaiting sign-off", "complete", "overdue", "open"]
    action["tracked"] = np.select([np.asarray(one, dtype=bool) for one in told], words, WORDS[-1])
    return action
