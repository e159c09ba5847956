"""How far actions have come."""

import numpy as np
import pandas as pd

from tests.benchmark.in_pandas.coded import Tables

WORDS = (
    *("signed off", "awaiting sign-off", "complete", "overdue", "open", "set aside"),
    "not recorded",
)


def action_progress(tables: Tables, framework: str) -> pd.DataFrame:
    """How many actions of each owner are signed off, overdue or how far else?"""
    action = tables["action"].merge(
        tables["recommendation"][["recommendation_id", "review_id"]], on="recommendation_id"
    )
    action = action.merge(tables["review"][["review_id", "source_id"]], on="review_id")
    ends = tables["source"][["source_id", "covers_to"]].copy()
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
    counted = pd.crosstab(action["owner_agency_id"].fillna("none"), action["tracked"])
    counted = counted.reindex(columns=list(WORDS), fill_value=0)
    counted.columns = [word.replace(" ", "_").replace("-", "_") for word in WORDS]
    return counted.assign(actions=counted.sum(axis=1)).reset_index()
