"""Where: at which agencies."""

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, assessments, counted


def factor_by_agency(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many of the reviews in which an agency was involved is each factor found at it?"""
    coding = counted(tables, framework)
    factor, pairs = assessments(tables, framework)
    involved = tables["review_agency"]
    involved = involved[involved["involvement"] != "no contact"]
    assessed = (
        involved.merge(pairs, on="review_id")
        .groupby(["agency_id", "span"], as_index=False)
        .agg(reviews_assessed=("review_id", "count"))
    )
    at = tables["finding_agency"]
    at = at[at["role"] != "affected"]
    found = (
        coding.merge(at, on="finding_id")
        .groupby(["factor_id", "appraisal", "agency_id"], as_index=False)
        .agg(reviews_with=("review_id", "nunique"))
    )
    asked = factor[["factor_id", "span"]].merge(assessed, on="span")
    asked = asked.merge(coding[["appraisal"]].drop_duplicates(), how="cross")
    answer = asked.merge(found, on=["factor_id", "appraisal", "agency_id"], how="left")
    return answer.fillna({"reviews_with": 0})


def _sectors(tables: Tables) -> pd.DataFrame:
    """Give each agency the sector of the last agency that took its place."""
    agency = tables["agency"].set_index("agency_id")
    successor = agency["successor_id"].dropna().to_dict()
    rows = []
    for one in agency.index:
        last = one
        while last in successor:
            last = successor[last]
        rows.append((one, agency.loc[last, "sector"]))
    return pd.DataFrame(rows, columns=["agency_id", "group_id"])


def factor_by_sector(tables: Tables, framework: str) -> pd.DataFrame:
    """As `factor_by_agency`, where agencies count as the sectors of those that took their place."""
    coding = counted(tables, framework)
    factor, pairs = assessments(tables, framework)
    sectors = _sectors(tables)
    involved = tables["review_agency"]
    involved = involved.loc[involved["involvement"] != "no contact", ["review_id", "agency_id"]]
    involved = involved.merge(sectors, on="agency_id")[["review_id", "group_id"]].drop_duplicates()
    assessed = (
        involved.merge(pairs, on="review_id")
        .groupby(["group_id", "span"], as_index=False)
        .agg(reviews_assessed=("review_id", "count"))
    )
    at = tables["finding_agency"]
    at = at.loc[at["role"] != "affected", ["finding_id", "agency_id"]]
    at = at.merge(sectors, on="agency_id")[["finding_id", "group_id"]].drop_duplicates()
    found = (
        coding.merge(at, on="finding_id")
        .groupby(["factor_id", "appraisal", "group_id"], as_index=False)
        .agg(reviews_with=("review_id", "nunique"))
    )
    asked = factor[["factor_id", "span"]].merge(assessed, on="span")
    asked = asked.merge(coding[["appraisal"]].drop_duplicates(), how="cross")
    answer = asked.merge(found, on=["factor_id", "appraisal", "group_id"], how="left")
    return answer.fillna({"reviews_with": 0})


def agency_groups(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews was each agency involved?"""
    involved = tables["review_agency"]
    involved = involved[involved["involvement"] != "no contact"]
    answer = involved.groupby("agency_id", as_index=False).agg(reviews=("review_id", "nunique"))
    answer = answer.merge(tables["agency"][["agency_id", "label", "sector"]], on="agency_id")
    return answer.sort_values(["reviews", "label"], ascending=[False, True])
