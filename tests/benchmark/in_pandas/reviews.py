"""The reviews and the findings themselves."""

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, counted

LISTED = "CF-CON"  # the factor whose findings are listed
ROWS_LISTED = 500
NEAREST = 10


def coverage(tables: Tables, framework: str) -> pd.DataFrame:
    """What do the reviews cover, and how much of them is uncoded?"""
    review = tables["review"]
    finding = tables["finding"][["finding_id", "review_id"]]
    used = tables["review_framework"]
    used = used.loc[used["framework_id"] == framework, ["review_id", "assessed_on"]]
    coding = counted(tables, framework)
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
    coding = counted(tables, framework)
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
    coding = counted(tables, framework)
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


def nearest_reviews(tables: Tables, framework: str) -> pd.DataFrame:
    """Which reviews share the most factors with one review? Here no factor begins or ends."""
    review = tables["review"]
    one = review.sort_values("review_id")["review_id"].iloc[0]
    held = counted(tables, framework)[["review_id", "factor_id"]].drop_duplicates()
    mine = held.loc[held["review_id"] == one, "factor_id"]
    others = held[held["review_id"] != one]
    sizes = others.groupby("review_id").agg(factors_of_other=("factor_id", "count"))
    shared = others[others["factor_id"].isin(mine)]
    answer = shared.groupby("review_id").agg(factors_shared=("factor_id", "count")).join(sizes)
    either = len(mine) + answer["factors_of_other"] - answer["factors_shared"]
    answer = answer.assign(factors_of_either=either, near=answer["factors_shared"] / either)
    answer["reviews_as_near"] = answer.groupby(["factors_shared", "factors_of_either"])[
        "near"
    ].transform("count")
    answer["reviews_sharing"] = len(answer)
    answer = answer.merge(review, left_index=True, right_on="review_id")
    order = ["near", "factors_shared", "source_id", "review_ref"]
    answer = answer.sort_values(order, ascending=[False, False, True, True]).head(NEAREST)
    factor = tables["factor"]
    factor = factor.loc[factor["framework_id"] == framework, ["factor_id", "position", "label"]]
    named = shared[shared["review_id"].isin(answer["review_id"])].merge(factor, on="factor_id")
    named = named.sort_values("position").groupby("review_id").agg(shared=("label", "; ".join))
    return answer.merge(named, left_on="review_id", right_index=True)
