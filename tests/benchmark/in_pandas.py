"""The same answers in pandas, from tables that are already in memory, as an analyst would write it.

The tables are those of what was coded: reviews, findings, codings, agencies. What the pipeline
derives from them (which codings count, how far a review is coded) pandas works out each time, by
the same rules. Each function gives what the question of its name gives, so that the two are
compared as well as timed; the filters are those of the benchmark: one source, one framework.
"""

from collections.abc import Mapping

import pandas as pd

Tables = Mapping[str, pd.DataFrame]
LISTED = "CF-CON"  # the factor whose findings are listed
ROWS_LISTED = 500


def _counted(tables: Tables, framework: str) -> pd.DataFrame:
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


def _assessments(tables: Tables, framework: str) -> tuple[pd.DataFrame, pd.DataFrame]:
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


def factor_recurrence(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is each factor found, of how many in which it was assessed?"""
    coding = _counted(tables, framework)
    factor, assessments = _assessments(tables, framework)
    dated = tables["review_date"]
    dated = dated.loc[dated["basis"] == "practice", ["review_id", "first_day"]]
    coding = coding.merge(dated, on="review_id", how="left")
    found = coding.groupby(["factor_id", "appraisal"], as_index=False).agg(
        reviews_with=("review_id", "nunique"),
        findings=("finding_id", "nunique"),
        first_found_on=("first_day", "min"),
        last_found_on=("first_day", "max"),
    )
    assessed = assessments.groupby("span", as_index=False).agg(
        reviews_assessed=("review_id", "count")
    )
    asked = factor[["factor_id", "span"]].merge(assessed, on="span", how="left")
    asked = asked.merge(coding[["appraisal"]].drop_duplicates(), how="cross")
    answer = asked.merge(found, on=["factor_id", "appraisal"], how="left")
    return answer.fillna({"reviews_with": 0, "findings": 0})


def factor_by_agency(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many of the reviews in which an agency was involved is each factor found at it?"""
    coding = _counted(tables, framework)
    factor, assessments = _assessments(tables, framework)
    involved = tables["review_agency"]
    involved = involved[involved["involvement"] != "no contact"]
    assessed = (
        involved.merge(assessments, on="review_id")
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


def factor_by_period(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many of the reviews of each financial quarter is each factor found?"""
    coding = _counted(tables, framework)
    factor, assessments = _assessments(tables, framework)
    period = tables["review_period"]
    is_wanted = (period["basis"] == "practice") & (period["period_kind"] == "financial_quarter")
    period = period.loc[is_wanted, ["review_id", "period_from"]]
    dated = tables["review"][["review_id"]].merge(period, on="review_id", how="left")
    selected = dated.groupby("period_from", as_index=False, dropna=False).agg(
        reviews_selected=("review_id", "count")
    )
    every = pd.date_range(dated["period_from"].min(), dated["period_from"].max(), freq="QS")
    periods = pd.DataFrame({"period_from": every.astype(dated["period_from"].dtype)})
    periods = periods.merge(selected, on="period_from", how="outer")
    assessed = (
        assessments.merge(dated, on="review_id")
        .groupby(["period_from", "span"], as_index=False, dropna=False)
        .agg(reviews_assessed=("review_id", "count"))
    )
    found = (
        coding.merge(dated, on="review_id")
        .groupby(["factor_id", "appraisal", "period_from"], as_index=False, dropna=False)
        .agg(reviews_with=("review_id", "nunique"))
    )
    asked = factor[["factor_id", "span"]].merge(periods, how="cross")
    asked = asked.merge(assessed, on=["period_from", "span"], how="left")
    asked = asked.merge(coding[["appraisal"]].drop_duplicates(), how="cross")
    answer = asked.merge(found, on=["factor_id", "appraisal", "period_from"], how="left")
    counts = {"reviews_assessed": 0, "reviews_selected": 0, "reviews_with": 0}
    answer = answer.fillna(counts)
    return answer.assign(reviews_with=answer["reviews_with"].where(answer["reviews_assessed"] > 0))


def factor_pairs(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews are two factors found together?"""
    factor, assessments = _assessments(tables, framework)
    found = _counted(tables, framework)[["review_id", "factor_id"]].drop_duplicates()
    found = found.merge(factor[["factor_id", "position", "span"]], on="factor_id")
    beside = (
        found.merge(assessments, on="review_id", suffixes=("", "_other"))
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


def coverage(tables: Tables, framework: str) -> pd.DataFrame:
    """What do the reviews cover, and how much of them is uncoded?"""
    review = tables["review"]
    finding = tables["finding"][["finding_id", "review_id"]]
    used = tables["review_framework"]
    used = used.loc[used["framework_id"] == framework, ["review_id", "assessed_on"]]
    coding = _counted(tables, framework)
    coded = coding.groupby("finding_id", as_index=False).agg(codings=("factor_id", "count"))
    stated = finding.merge(used[["review_id"]], on="review_id")
    stated = stated.merge(coded, on="finding_id", how="left")
    stated["is_uncoded"] = stated["codings"].isna()
    kinds = review[["review_id", "source_id", "review_type"]]
    findings = (
        stated.merge(kinds, on="review_id")
        .groupby(["source_id", "review_type"], as_index=False)
        .agg(
            findings=("finding_id", "count"),
            findings_uncoded=("is_uncoded", "sum"),
            codings=("codings", "sum"),
        )
    )
    involved = tables["review_agency"]
    involved = involved[involved["involvement"] != "no contact"]
    agencies = (
        involved.merge(kinds, on="review_id")
        .groupby(["source_id", "review_type"], as_index=False)
        .agg(agencies=("agency_id", "nunique"))
    )
    dated = tables["review_date"].pivot(index="review_id", columns="basis", values="first_day")
    reviews = (
        kinds.merge(dated, left_on="review_id", right_index=True, how="left")
        .groupby(["source_id", "review_type"], as_index=False)
        .agg(
            reviews=("review_id", "count"),
            first_practice_on=("practice", "min"),
            last_practice_on=("practice", "max"),
            first_published_on=("published", "min"),
            last_published_on=("published", "max"),
        )
    )
    return reviews.merge(agencies).merge(findings)


def reviews(tables: Tables, framework: str) -> pd.DataFrame:
    """Which reviews are chosen, with how many agencies, findings and factors each?"""
    review = tables["review"]
    involved = tables["review_agency"]
    involved = involved[involved["involvement"] != "no contact"]
    finding = tables["finding"][["finding_id", "review_id"]]
    coding = _counted(tables, framework)
    counts = [
        involved.groupby("review_id").agg(agencies=("agency_id", "count")),
        finding.groupby("review_id").agg(findings=("finding_id", "count")),
        coding.groupby("review_id").agg(
            findings_coded=("finding_id", "nunique"), factors=("factor_id", "nunique")
        ),
    ]
    answer = review
    for count in counts:
        answer = answer.merge(count, left_on="review_id", right_index=True, how="left")
    dated = tables["review_date"]
    dated = dated.loc[dated["basis"] == "practice", ["review_id", "first_day"]]
    answer = answer.merge(dated, on="review_id", how="left")
    return answer.sort_values(["first_day", "source_id", "review_ref"], ascending=False)


def findings(tables: Tables, framework: str) -> pd.DataFrame:
    """List the first findings behind the number of one factor, as a page of the list shows them."""
    coding = _counted(tables, framework)
    factor = tables["factor"]
    factor = factor.loc[factor["framework_id"] == framework, ["factor_id", "position", "label"]]
    listed = coding.loc[coding["factor_id"] == LISTED, ["finding_id", "review_id", "factor_id"]]
    listed = listed.merge(tables["review"], on="review_id").merge(factor, on="factor_id")
    listed = listed.merge(
        tables["finding"].drop(columns="review_id"), on="finding_id", suffixes=("_of_factor", "")
    )
    order = ["source_id", "review_ref", "position", "finding_ref", "position_of_factor"]
    listed = listed.sort_values(order).head(ROWS_LISTED)
    at = tables["finding_agency"]
    at = at.loc[(at["role"] != "affected") & at["finding_id"].isin(listed["finding_id"])]
    at = at.merge(tables["agency"][["agency_id", "label"]], on="agency_id").sort_values("label")
    names = at.groupby("finding_id").agg(found_at=("label", "; ".join))
    coders = tables["finding_factor"]
    coders = coders.loc[coders["finding_id"].isin(listed["finding_id"])]
    coders = coders.loc[(coders["framework_id"] == framework) & ~coders["is_consensus"]]
    counts = coders.groupby("finding_id").agg(coders=("coder", "nunique"))
    chosen = coders.loc[coders["factor_id"] == LISTED].groupby("finding_id")
    agreeing = chosen.agg(coders_agreeing=("coder", "nunique"))
    for beside in (names, counts, agreeing):
        listed = listed.merge(beside, left_on="finding_id", right_index=True, how="left")
    return listed
