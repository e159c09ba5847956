"""What several people coded, each on their own."""

from typing import Any

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, assessments


def coder_agreement(tables: Tables, framework: str) -> pd.DataFrame:
    """How many of the coders of each double-coded finding chose each factor?"""
    coding = tables["finding_factor"]
    is_own = (coding["framework_id"] == framework) & ~coding["is_consensus"]
    coding = coding.loc[is_own & (coding["coder"] != "not named")]
    coders = coding.groupby("finding_id", as_index=False).agg(coders=("coder", "nunique"))
    coders = coders[coders["coders"] > 1]
    factor, pairs = assessments(tables, framework)
    chosen = coding.merge(coders[["finding_id"]], on="finding_id")
    chosen = chosen.merge(factor[["factor_id", "label", "span", "position"]], on="factor_id")
    keys = ["finding_id", "span", "position", "factor_id", "label"]
    chosen = chosen.groupby(keys, as_index=False).agg(coders_choosing=("coder", "nunique"))
    finding: Any = tables["finding"][["finding_id", "review_id", "finding_ref", "position"]]
    answer = coders.merge(finding.rename(columns={"position": "place"}), on="finding_id")
    answer = answer.merge(pairs, on="review_id").merge(
        chosen, on=["finding_id", "span"], how="left"
    )
    review = tables["review"][["review_id", "source_id", "review_ref"]]
    answer = answer.merge(review, on="review_id")
    order = ["source_id", "review_ref", "place", "finding_ref", "span", "position"]
    return answer.sort_values(order)
