"""When: by period, and from first to last."""

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, assessments, counted

RARE = "CF-NRE"  # the factor whose dates are listed


def factor_by_period(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many of the reviews of each financial quarter is each factor found?"""
    coding = counted(tables, framework)
    factor, pairs = assessments(tables, framework)
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
        pairs.merge(dated, on="review_id")
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


def factor_history(tables: Tables, framework: str) -> pd.DataFrame:
    """When was each factor first and last found, in how many quarters, and how long was it not?"""
    coding = counted(tables, framework)
    factor, pairs = assessments(tables, framework)
    dated = tables["review_date"]
    dated = dated.loc[dated["basis"] == "practice", ["review_id", "first_day", "last_day"]]
    period = _quarters(tables)
    dated = tables["review"][["review_id"]].merge(dated, on="review_id", how="left")
    dated = dated.merge(period, on="review_id", how="left")
    assessed = pairs.merge(dated, on="review_id")
    places = assessed.dropna(subset="period_from")
    places = places.groupby(["span", "period_from"], as_index=False).agg(n=("review_id", "count"))
    places["place"] = places.groupby("span")["period_from"].rank().astype(int)
    found = coding[["review_id", "factor_id", "appraisal"]].drop_duplicates()
    found = found.merge(dated, on="review_id").merge(factor[["factor_id", "span"]], on="factor_id")
    found["from"] = found["period_from"].fillna(found["first_day"])
    found["to"] = found["period_to"].fillna(found["last_day"])
    found["is_undated"] = found["first_day"].isna()
    keys = ["factor_id", "appraisal"]
    answer = found.groupby([*keys, "span"], as_index=False).agg(
        first_found_on=("first_day", "min"),
        last_found_on=("first_day", "max"),
        found_from=("from", "min"),
        found_to=("to", "max"),
        periods_with=("period_from", "nunique"),
        reviews_with_undated=("is_undated", "sum"),
    )
    in_periods = found[[*keys, "span", "period_from"]].dropna().drop_duplicates()
    in_periods = in_periods.merge(places, on=["span", "period_from"]).sort_values([*keys, "place"])
    in_periods["gap"] = in_periods.groupby(keys)["place"].diff() - 1
    gaps = in_periods.groupby(keys, as_index=False).agg(longest_gap=("gap", "max"))
    beside = answer[[*keys, "span", "found_from", "found_to"]].merge(assessed, on="span")
    beside["is_before"] = beside["last_day"] < beside["found_from"]
    beside["is_since"] = beside["first_day"] > beside["found_to"]
    beside = beside.groupby(keys, as_index=False).agg(
        reviews_assessed_before=("is_before", "sum"), reviews_assessed_since=("is_since", "sum")
    )
    of = places.groupby("span", as_index=False).agg(periods_assessed=("place", "count"))
    return answer.merge(gaps, on=keys).merge(beside, on=keys).merge(of, on="span")


def _quarters(tables: Tables) -> pd.DataFrame:
    """Give each review its financial quarter of practice, where its date falls into one."""
    period = tables["review_period"]
    is_wanted = (period["basis"] == "practice") & (period["period_kind"] == "financial_quarter")
    return period.loc[is_wanted, ["review_id", "period_from", "period_to"]]


def factor_dates(tables: Tables, framework: str) -> pd.DataFrame:
    """When was one factor found, review by review, as the page asks for one too rare to chart?"""
    coding = counted(tables, framework)
    coding = coding.loc[
        coding["factor_id"] == RARE, ["review_id", "factor_id", "appraisal"]
    ].drop_duplicates()
    dated = tables["review_date"]
    is_known = (dated["basis"] == "practice") & dated["precision"].isin(["day", "month"])
    dated = dated.loc[is_known, ["review_id", "first_day", "precision"]]
    answer = coding.merge(dated, on="review_id")
    review = tables["review"][["review_id", "source_id", "review_ref"]]
    answer = answer.merge(review, on="review_id")
    return answer.sort_values(["factor_id", "appraisal", "first_day", "source_id", "review_ref"])


def codebook_versions(tables: Tables, framework: str) -> pd.DataFrame:
    """With which versions of the codebook were the reviews of each quarter coded?"""
    coding = tables["finding_factor"]
    coding = coding.loc[coding["framework_id"] == framework, ["finding_id", "codebook_version"]]
    finding = tables["finding"][["finding_id", "review_id"]]
    used = coding.merge(finding, on="finding_id")[["review_id", "codebook_version"]]
    used = used.drop_duplicates().merge(_quarters(tables), on="review_id", how="left")
    return used.groupby(["period_from", "codebook_version"], as_index=False, dropna=False).agg(
        reviews=("review_id", "count")
    )


def reporting_delays(tables: Tables, framework: str) -> pd.DataFrame:
    """How many months after the practice do reviews come out?"""
    dated = tables["review_date"]
    dated = dated[dated["precision"].isin(["day", "month"])]
    practice = dated.loc[dated["basis"] == "practice", ["review_id", "first_day"]]
    published = dated.loc[dated["basis"] == "published", ["review_id", "first_day", "last_day"]]
    both = practice.merge(published, on="review_id", suffixes=("_practice", ""))
    both = both[both["last_day"] >= both["first_day_practice"]]
    came, happened = both["first_day"].dt, both["first_day_practice"].dt
    both["delay_months"] = (came.year - happened.year) * 12 + came.month - happened.month
    return both.groupby("delay_months", as_index=False).agg(reviews=("review_id", "count"))
