"""Whose account a finding rests on."""

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, assessments, counted


def _told(tables: Tables, framework: str) -> pd.DataFrame:
    """Give each coding that counts the account that its finding rests on."""
    account = tables["finding"][["finding_id", "perspective"]]
    return counted(tables, framework).merge(account, on="finding_id")


def factor_by_perspective(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is each factor found in a finding that rests on each account?"""
    coding = _told(tables, framework)
    factor, pairs = assessments(tables, framework)
    keys = ["factor_id", "appraisal", "perspective"]
    found = coding.groupby(keys, as_index=False, dropna=False).agg(
        reviews_with=("review_id", "nunique"), findings=("finding_id", "count")
    )
    assessed = pairs.groupby("span", as_index=False).agg(reviews_assessed=("review_id", "count"))
    accounts = tables["finding"]["perspective"].dropna().unique()
    every = pd.DataFrame({"perspective": [*accounts, None]}).astype(coding["perspective"].dtype)
    answer = factor[["factor_id", "span"]].merge(assessed, on="span")
    answer = answer.merge(coding[["appraisal"]].drop_duplicates(), how="cross")
    answer = answer.merge(every, how="cross").merge(found, on=keys, how="left")
    return answer.fillna({"reviews_with": 0, "findings": 0})


def accounts_differing(tables: Tables, framework: str) -> pd.DataFrame:
    """Where several accounts speak of one factor in a review, do they differ?"""
    coding = _told(tables, framework)
    coding = coding[coding["perspective"].notna() & (coding["appraisal"] != "neutral")]
    coding = coding.assign(
        is_problem=coding["appraisal"].isin(["problem", "mixed"]),
        is_strength=coding["appraisal"].isin(["strength", "mixed"]),
    )
    keys = ["review_id", "factor_id"]
    told = coding.groupby([*keys, "perspective"], as_index=False).agg(
        is_problem=("is_problem", "any"),
        is_strength=("is_strength", "any"),
        findings=("finding_id", "count"),
    )
    term = tables["term"]
    term = term.loc[term["vocabulary"] == "perspective", ["term", "label", "position"]]
    told = told.merge(term, left_on="perspective", right_on="term").sort_values("position")
    told["problem"] = told["label"].where(~told["is_strength"])
    told["strength"] = told["label"].where(~told["is_problem"])
    told["both"] = told["label"].where(told["is_problem"] & told["is_strength"])
    said = {}
    for name in ("problem", "strength", "both"):
        named = told.dropna(subset=name).groupby(keys)[name]
        said[f"accounts_{name}"] = named.agg("; ".join)
    counts = told.groupby(keys).agg(accounts=("label", "count"), findings=("findings", "sum"))
    answer = counts.join(pd.DataFrame(said))
    answer = answer[answer["accounts"] > 1]
    is_differing = answer["accounts_problem"].notna() & answer["accounts_strength"].notna()
    answer = answer.assign(is_differing=is_differing).reset_index()
    review = tables["review"][["review_id", "source_id", "review_ref", "title"]]
    answer = answer.merge(review, on="review_id")
    answer["reviews_differing"] = answer.loc[answer["is_differing"], "review_id"].nunique()
    answer["reviews_compared"] = answer["review_id"].nunique()
    order = ["is_differing", "source_id", "review_ref", "factor_id"]
    return answer.sort_values(order, ascending=[False, True, True, True])
