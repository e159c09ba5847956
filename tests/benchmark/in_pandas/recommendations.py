"""Which recommendations can be compared with those made before, and why others cannot."""

from collections import Counter
from typing import Any

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, counted

SET_ASIDE = ("superseded", "not accepted")
DONE = ("complete", "awaiting sign-off")


def successors(tables: Tables) -> dict[str, str]:
    """Give the last agency that took the place of each."""
    agency = tables["agency"]
    after = dict(zip(agency["agency_id"], agency["successor_id"], strict=True))
    last = {}
    for agency_id in after:
        last[agency_id] = agency_id
        while isinstance(after[last[agency_id]], str):
            last[agency_id] = after[last[agency_id]]
    return last


def addressed(tables: Tables, framework: str) -> pd.DataFrame:
    """Give the recommendations with whom each asks, and why it cannot be compared."""
    last = successors(tables)
    at = tables["finding_agency"]
    at = at.loc[(at["attribution"] == "coded") & (at["role"] != "affected"), :]
    places = at.assign(at=[last[one] for one in at["agency_id"]]).groupby("finding_id")["at"]
    found_at = places.first().where(places.nunique() == 1)
    rows = tables["recommendation"].copy()
    rows["agency_id"] = pd.Series([last.get(one) for one in rows["addressed_to"]]).fillna(
        rows["finding_id"].map(found_at)
    )
    coded = set(counted(tables, framework)["finding_id"])
    rows["reason"] = None
    for reason, holds in (
        ("no date", rows["made_on"].isna()),
        ("no agency", rows["agency_id"].isna()),
        ("no factor", ~rows["finding_id"].isin(list(coded))),
        ("no finding", rows["finding_id"].isna()),
    ):
        rows.loc[holds, "reason"] = reason
    return rows


def recommendations_not_compared(tables: Tables, framework: str) -> pd.DataFrame:
    """Count those that cannot be compared by the reason."""
    reasons = Counter(addressed(tables, framework)["reason"].dropna())
    return pd.DataFrame({"recommendations": list(reasons.values())}, index=list(reasons))


def recommendations_compared(tables: Tables, framework: str) -> pd.DataFrame:
    """List those that can, once for each factor, with their actions counted."""
    rows = addressed(tables, framework)
    rows = rows.loc[rows["reason"].isna(), :]
    codings = counted(tables, framework)[["finding_id", "factor_id"]]
    rows = rows.merge(codings, on="finding_id")
    action = tables["action"]
    counts = ~action["status"].isin(SET_ASIDE)
    signed = counts & ((action["status"] == "signed off") | action["signed_off_on"].notna())
    complete = counts & ~signed & (action["status"].isin(DONE) | action["completed_on"].notna())
    done = action.assign(actions=1, actions_signed_off=signed, actions_complete=complete)
    summed = done.groupby("recommendation_id")[
        ["actions", "actions_signed_off", "actions_complete"]
    ].sum()
    of_actions = action.groupby("recommendation_id").agg(
        completed_on=("completed_on", "max"),
        signed_off_on=("signed_off_on", "max"),
    )
    stated: Any = action[["recommendation_id", "status"]].dropna().drop_duplicates()
    statuses = stated.sort_values("status").groupby("recommendation_id")["status"].agg("; ".join)
    rows = rows.merge(summed, on="recommendation_id", how="left")
    rows = rows.merge(of_actions, on="recommendation_id", how="left")
    rows = rows.merge(statuses, on="recommendation_id", how="left")
    return rows.sort_values(["made_on", "recommendation_ref"])
