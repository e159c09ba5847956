"""What recurs, and what is found together."""

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, assessments, counted


def factor_recurrence(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is each factor found, of how many in which it was assessed?"""
    coding = counted(tables, framework)
    factor, pairs = assessments(tables, framework)
    dated = tables["review_date"]
    dated = dated.loc[dated["basis"] == "practice", ["review_id", "first_day"]]
    coding = coding.merge(dated, on="review_id", how="left")
    found = coding.groupby(["factor_id", "appraisal"], as_index=False).agg(
        reviews_with=("review_id", "nunique"),
        findings=("finding_id", "nunique"),
        first_found_on=("first_day", "min"),
        last_found_on=("first_day", "max"),
    )
    assessed = pairs.groupby("span", as_index=False).agg(reviews_assessed=("review_id", "count"))
    asked = factor[["factor_id", "span"]].merge(assessed, on="span", how="left")
    asked = asked.merge(coding[["appraisal"]].drop_duplicates(), how="cross")
    answer = asked.merge(found, on=["factor_id", "appraisal"], how="left")
    return answer.fillna({"reviews_with": 0, "findings": 0})


def factor_pairs(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews are two factors found together?"""
    factor, pairs = assessments(tables, framework)
    found = counted(tables, framework)[["review_id", "factor_id"]].drop_duplicates()
    found = found.merge(factor[["factor_id", "position", "span"]], on="factor_id")
    beside = (
        found.merge(pairs, on="review_id", suffixes=("", "_other"))
        .groupby(["factor_id", "span_other"], as_index=False)
        .agg(reviews_with=("review_id", "count"))
    )
    both = found.merge(found, on="review_id", suffixes=("_a", "_b"))
    both = both[both["position_a"] < both["position_b"]]
    together = both.groupby(["factor_id_a", "span_a", "factor_id_b", "span_b"], as_index=False).agg(
        reviews_with_both=("review_id", "count")
    )
    together = together.merge(
        beside.rename(columns={"reviews_with": "reviews_with_a"}),
        left_on=["factor_id_a", "span_b"],
        right_on=["factor_id", "span_other"],
    ).drop(columns=["factor_id", "span_other"])
    return together.merge(
        beside.rename(columns={"reviews_with": "reviews_with_b"}),
        left_on=["factor_id_b", "span_a"],
        right_on=["factor_id", "span_other"],
    )


def factor_found(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is each factor found, however it is appraised?"""
    coding = counted(tables, framework)
    factor, assessed = assessments(tables, framework)
    found = coding.groupby("factor_id", as_index=False).agg(reviews_with=("review_id", "nunique"))
    of = assessed.groupby("span", as_index=False).agg(reviews_assessed=("review_id", "count"))
    answer = factor[["factor_id", "span"]].merge(of, on="span", how="left")
    answer = answer.merge(found, on="factor_id", how="left")
    return answer.fillna({"reviews_with": 0, "reviews_assessed": 0})
