"""What happened about a factor: practice, recommendations, and the steps of actions."""

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, counted

FOLLOWED = "CF-CON"  # the factor whose events are listed


def factor_timeline(tables: Tables, framework: str) -> pd.DataFrame:
    """What happened when about one factor, and where?"""
    coding = counted(tables, framework)
    coding = coding.loc[coding["factor_id"] == FOLLOWED, ["finding_id", "review_id", "appraisal"]]
    dated = tables["review_date"].pivot(index="review_id", columns="basis", values="last_day")
    rollup = tables["agency_rollup"]
    rollup = rollup.loc[(rollup["agencies_as"] == "named") & rollup["is_followed"]]
    followed = rollup.set_index("agency_id")["label"]
    found = coding.merge(_found_at(tables, followed), on="finding_id", how="left")
    practice = found.assign(event="practice")
    asked = tables["recommendation"][["recommendation_id", "finding_id", "addressed_to"]]
    asked = coding.merge(asked, on="finding_id")
    day = tables["answer_date"]
    made = asked.merge(
        day.loc[day["step"] == "made", ["recommendation_id", "first_day", "last_day"]],
        on="recommendation_id",
        how="left",
    ).assign(event="made", agency_label=asked["addressed_to"].map(followed))
    action = tables["action"][["action_id", "recommendation_id", "owner_agency_id", "status"]]
    owned = asked.merge(action, on="recommendation_id")
    owned["agency_label"] = owned["owner_agency_id"].map(followed)
    steps = day.loc[day["action_id"].notna(), ["action_id", "step", "first_day", "last_day"]]
    steps = owned.merge(steps, on="action_id").rename(columns={"step": "event"})
    signed = steps.loc[steps["event"] == "signed off", "action_id"]
    is_undated = (owned["status"] == "signed off") & ~owned["action_id"].isin(signed)
    undated = owned[is_undated].assign(event="signed off")
    answer = pd.concat([practice, made, steps, undated], ignore_index=True)
    answer = answer.merge(dated, left_on="review_id", right_index=True, how="left")
    texts = tables["finding"][["finding_id", "finding_ref", "statement"]]
    answer = answer.merge(texts, on="finding_id")
    review = tables["review"][["review_id", "source_id", "review_ref", "title", "board"]]
    answer = answer.merge(review, on="review_id")
    return answer.sort_values(["first_day", "last_day", "event", "review_ref", "finding_ref"])


def _found_at(tables: Tables, followed: pd.Series) -> pd.DataFrame:
    """Give the agencies at which each finding was made, as the ones that took their place."""
    at = tables["finding_agency"]
    at = at.loc[at["role"] != "affected", ["finding_id", "agency_id"]]
    at = at.assign(agency_label=at["agency_id"].map(followed))
    at = at[["finding_id", "agency_label"]].drop_duplicates().sort_values("agency_label")
    return at.groupby("finding_id", as_index=False).agg(agency_label=("agency_label", "; ".join))
