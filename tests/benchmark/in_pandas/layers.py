"""Layers and patterns, and what is read through another framework."""

from typing import Any

import pandas as pd

from tests.benchmark.in_pandas.coded import Tables, assessments, counted

PATTERNS = "scie-patterns"
THROUGH = "sar-domains"
RELATIONS = ("exact", "close", "broad")


def _patterned(tables: Tables, framework: str) -> pd.DataFrame:
    """Give each coding that counts the pattern of its finding."""
    pattern = tables["finding"][["finding_id", "pattern_id"]]
    return counted(tables, framework).merge(pattern, on="finding_id")


def _layered(tables: Tables, framework: str) -> pd.DataFrame:
    """Give each finding beside each layer that it holds; blank where it holds none."""
    factor = tables["factor"]
    factor = factor.loc[factor["framework_id"] == framework, ["factor_id", "layer_id"]]
    coding = counted(tables, framework).merge(factor, on="factor_id")
    held = coding[["review_id", "finding_id", "appraisal", "layer_id"]].drop_duplicates()
    layered = held.loc[held["layer_id"].notna(), "finding_id"]
    return held.loc[held["layer_id"].notna() | ~held["finding_id"].isin(layered)]


def _found_at(tables: Tables) -> pd.DataFrame:
    """Give each finding beside each agency that it is found at."""
    at = tables["finding_agency"]
    return at.loc[at["role"] != "affected", ["finding_id", "agency_id"]].drop_duplicates()


def factor_by_pattern(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is each factor found with each kind of underlying pattern?"""
    coding = _patterned(tables, framework)
    factor, pairs = assessments(tables, framework)
    found = coding.groupby(["factor_id", "pattern_id"], as_index=False, dropna=False).agg(
        reviews_with=("review_id", "nunique"), findings=("finding_id", "count")
    )
    assessed = pairs.groupby("span", as_index=False).agg(reviews_assessed=("review_id", "count"))
    pattern = tables["factor"]
    pattern = pattern.loc[pattern["framework_id"] == PATTERNS, "factor_id"]
    every = pd.DataFrame({"pattern_id": [*pattern, None]}).astype(coding["pattern_id"].dtype)
    answer = factor[["factor_id", "span"]].merge(assessed, on="span").merge(every, how="cross")
    answer = answer.merge(found, on=["factor_id", "pattern_id"], how="left")
    apart: Any = coding.drop_duplicates("finding_id")
    return answer.fillna({"reviews_with": 0, "findings": 0}).assign(
        findings_coded=len(apart), findings_without_pattern=int(apart["pattern_id"].isna().sum())
    )


def factor_by_layer(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is each factor found in one finding with factors of each layer?"""
    coding = counted(tables, framework)
    factor, pairs = assessments(tables, framework)
    layers = factor[["factor_id", "layer_id"]].dropna()
    beside = coding[["finding_id", "factor_id"]].merge(layers, on="factor_id")
    beside = beside[["finding_id", "layer_id"]].drop_duplicates()
    both = coding.merge(beside, on="finding_id", how="left")
    found = both.groupby(["factor_id", "layer_id"], as_index=False, dropna=False).agg(
        reviews_with=("review_id", "nunique"), findings=("finding_id", "count")
    )
    assessed = pairs.groupby("span", as_index=False).agg(reviews_assessed=("review_id", "count"))
    layer = tables["layer"]
    layer = layer.loc[layer["framework_id"] == framework, "layer_id"]
    every = pd.DataFrame({"layer_id": [*layer, None]}).astype(both["layer_id"].dtype)
    answer = factor[["factor_id", "span"]].merge(assessed, on="span").merge(every, how="cross")
    answer = answer.merge(found, on=["factor_id", "layer_id"], how="left")
    return answer.fillna({"reviews_with": 0, "findings": 0})


def _coded_or_not(tables: Tables, framework: str) -> pd.DataFrame:
    """Give each finding of the reviews on which the framework was used, coded or not."""
    used = tables["review_framework"]
    used = used.loc[used["framework_id"] == framework, ["review_id"]]
    finding = tables["finding"][["finding_id", "review_id", "appraisal", "pattern_id"]]
    finding = finding.merge(used, on="review_id")
    coding = tables["finding_factor"]
    coded = coding.loc[coding["framework_id"] == framework, "finding_id"].unique()
    return finding.assign(is_uncoded=~finding["finding_id"].isin(coded))


def layer_balance(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is a factor of each layer found?"""
    found = (
        _layered(tables, framework)
        .groupby(["layer_id", "appraisal"], as_index=False, dropna=False)
        .agg(reviews_with=("review_id", "nunique"), findings=("finding_id", "count"))
    )
    of = (
        _coded_or_not(tables, framework)
        .groupby("appraisal", as_index=False)
        .agg(findings_of=("finding_id", "count"), findings_uncoded=("is_uncoded", "sum"))
    )
    factor, pairs = assessments(tables, framework)
    assessed = (
        factor[["layer_id", "span"]]
        .drop_duplicates()
        .merge(pairs, on="span")
        .groupby("layer_id", as_index=False, dropna=False)
        .agg(reviews_assessed=("review_id", "nunique"))
    )
    answer = assessed.merge(of, how="cross")
    answer = answer.merge(found, on=["layer_id", "appraisal"], how="left")
    return answer.fillna({"reviews_with": 0, "findings": 0})


def layer_balance_by_agency(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many of an agency's reviews is a factor of each layer found at it?"""
    involved = tables["review_agency"]
    involved = involved.loc[involved["involvement"] != "no contact", ["review_id", "agency_id"]]
    at = _found_at(tables)
    found = (
        _layered(tables, framework)
        .merge(at, on="finding_id")
        .groupby(["agency_id", "layer_id", "appraisal"], as_index=False, dropna=False)
        .agg(reviews_with=("review_id", "nunique"), findings=("finding_id", "count"))
    )
    stated = _coded_or_not(tables, framework)
    of = (
        stated.merge(at, on="finding_id")
        .groupby(["agency_id", "appraisal"], as_index=False)
        .agg(findings_of=("finding_id", "count"), findings_uncoded=("is_uncoded", "sum"))
    )
    factor, pairs = assessments(tables, framework)
    layers = factor[["layer_id", "span"]].drop_duplicates()
    assessed = (
        involved.merge(pairs, on="review_id")
        .merge(layers, on="span")
        .groupby(["agency_id", "layer_id"], as_index=False, dropna=False)
        .agg(reviews_assessed=("review_id", "nunique"))
    )
    answer = assessed.merge(stated[["appraisal"]].drop_duplicates(), how="cross")
    answer = answer.merge(of, on=["agency_id", "appraisal"], how="left")
    answer = answer.merge(found, on=["agency_id", "layer_id", "appraisal"], how="left")
    counts = ("reviews_with", "findings", "findings_of", "findings_uncoded")
    return answer.fillna(dict.fromkeys(counts, 0))


def pattern_balance(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is each kind of underlying pattern found?"""
    stated = _coded_or_not(tables, framework)
    coded: Any = counted(tables, framework)["finding_id"].unique()
    held = stated[stated["finding_id"].isin(coded)]
    keys = ["pattern_id", "appraisal"]
    found = held.groupby(keys, as_index=False, dropna=False).agg(
        reviews_with=("review_id", "nunique"), findings=("finding_id", "count")
    )
    uncoded = stated.groupby(keys, as_index=False, dropna=False).agg(
        findings_uncoded_with=("is_uncoded", "sum")
    )
    of = stated.groupby("appraisal", as_index=False).agg(
        findings_of=("finding_id", "count"), findings_uncoded=("is_uncoded", "sum")
    )
    pattern = tables["factor"]
    pattern = pattern.loc[pattern["framework_id"] == PATTERNS, "factor_id"]
    every = pd.DataFrame({"pattern_id": [*pattern, None]}).astype(stated["pattern_id"].dtype)
    answer = every.merge(of, how="cross").merge(found, on=keys, how="left")
    answer = answer.merge(uncoded, on=keys, how="left")
    counts = ("reviews_with", "findings", "findings_uncoded_with")
    return answer.fillna(dict.fromkeys(counts, 0))


def crosswalk_recurrence(tables: Tables, framework: str) -> pd.DataFrame:
    """In how many reviews is what was found, read as factors of another framework?"""
    crosswalk = tables["crosswalk"]
    ends = ["from_framework_id", "from_factor_id", "to_framework_id", "to_factor_id", "relation"]
    forth = crosswalk[ends]
    back = crosswalk.rename(columns=dict(zip(ends, [*ends[2:4], *ends[:2], ends[4]], strict=True)))
    back = back.assign(relation=back["relation"].replace({"broad": "narrow", "narrow": "broad"}))
    read = pd.concat([forth, back[ends]])
    is_meant = (read["from_framework_id"] == framework) & (read["to_framework_id"] == THROUGH)
    read = read.loc[is_meant & read["relation"].isin(RELATIONS), ["from_factor_id", "to_factor_id"]]
    read = read.drop_duplicates().rename(columns={"from_factor_id": "factor_id"})
    coding = counted(tables, framework)
    found = (
        coding.merge(read, on="factor_id")
        .groupby(["to_factor_id", "appraisal"], as_index=False)
        .agg(reviews_with=("review_id", "nunique"), findings=("finding_id", "nunique"))
    )
    factor, pairs = assessments(tables, framework)
    assessed = (
        read.merge(factor[["factor_id", "span"]], on="factor_id")
        .merge(pairs, on="span")
        .groupby("to_factor_id", as_index=False)
        .agg(reviews_assessed=("review_id", "nunique"))
    )
    other = tables["factor"]
    other = other.loc[other["framework_id"] == THROUGH, ["factor_id", "label"]]
    other = other.rename(columns={"factor_id": "to_factor_id"})
    answer = other.merge(coding[["appraisal"]].drop_duplicates(), how="cross")
    answer = answer.merge(assessed, on="to_factor_id", how="left")
    answer = answer.merge(found, on=["to_factor_id", "appraisal"], how="left")
    return answer.fillna({"reviews_assessed": 0})
