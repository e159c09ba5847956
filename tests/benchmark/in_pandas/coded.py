"""What every question rests on: the codings that count, and who was assessed."""

from collections.abc import Mapping

import pandas as pd

Tables = Mapping[str, pd.DataFrame]


def counted(tables: Tables, framework: str) -> pd.DataFrame:
    """Give each finding beside each factor that counts for it: by consensus, and in time."""
    coding = tables["finding_factor"]
    coding = coding.loc[
        coding["framework_id"] == framework, ["finding_id", "factor_id", "is_consensus"]
    ]
    settled = coding.loc[coding["is_consensus"], "finding_id"].unique()
    coding = coding.loc[coding["is_consensus"] | ~coding["finding_id"].isin(settled)]
    coding = coding[["finding_id", "factor_id"]].drop_duplicates()
    finding = tables["finding"][["finding_id", "review_id", "appraisal"]]
    coding = coding.merge(finding, on="finding_id")
    factor = tables["factor"]
    factor = factor.loc[factor["framework_id"] == framework, :]
    limited = factor.loc[factor["valid_from"].notna() | factor["valid_to"].notna()]
    if limited.empty:
        return coding
    used = tables["review_framework"]
    used = used.loc[used["framework_id"] == framework, ["review_id", "assessed_on"]]
    lives = factor[["factor_id", "valid_from", "valid_to"]]
    coding = coding.merge(used, on="review_id").merge(lives, on="factor_id")
    begun = coding["valid_from"].isna() | (coding["assessed_on"] >= coding["valid_from"])
    not_over = coding["valid_to"].isna() | (coding["assessed_on"] <= coding["valid_to"])
    return coding.loc[begun & not_over, :]


def _span(factor: pd.DataFrame) -> pd.Series:
    """Number the stretches of time for which factors exist."""
    return factor.groupby(["valid_from", "valid_to"], dropna=False).ngroup()


def assessments(tables: Tables, framework: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the factors with their span, and each review beside each span assessed in it."""
    factor = tables["factor"]
    factor = factor.loc[factor["framework_id"] == framework, :].copy()
    factor["span"] = _span(factor)
    spans = factor[["span", "valid_from", "valid_to"]].drop_duplicates()
    used = tables["review_framework"]
    used = used[used["framework_id"] == framework]
    pairs = used.merge(spans, how="cross")
    begun = pairs["valid_from"].isna() | (pairs["assessed_on"] >= pairs["valid_from"])
    not_over = pairs["valid_to"].isna() | (pairs["assessed_on"] <= pairs["valid_to"])
    return factor, pairs.loc[begun & not_over, ["review_id", "span"]]
