"""The counting rule of evidence: the list behind a number adds up to the number."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import duckdb
import pytest

from pipeline.codebooks import Codebooks
from queries.ask import ask
from queries.resolve import resolve
from queries.selection import NONE, Selection
from tests.queries.boards import ANYTOWN, loaded

ROW = dict[str, Any]
SELECTIONS = {
    "no filter": Selection(),
    "an agency and a text": Selection(agencies=("POL",), text="the"),
    "a pattern and a kind of work": Selection(patterns=("LT1", "LT6"), work="case"),
}


@pytest.fixture(scope="module")
def anytown(codebooks: Codebooks) -> duckdb.DuckDBPyConnection:
    """The made-up board, whose findings have strengths, agencies and several coders."""
    return loaded([ANYTOWN], codebooks)


def asked(
    connection: duckdb.DuckDBPyConnection, name: str, selection: Selection, **own: Any
) -> list[ROW]:
    """Ask a question; its rows by their columns' names."""
    answer = ask(connection, name, resolve(connection, selection), **own)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def reviews_by(rows: Iterable[ROW]) -> dict[tuple[str, str], int]:
    """Count the distinct reviews of a list of findings, by factor and appraisal."""
    reviews: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        reviews.setdefault((row["factor_id"], row["appraisal"]), set()).add(row["review_ref"])
    return {key: len(refs) for key, refs in reviews.items()}


def assert_adds_up(counted: list[ROW], listed: dict[tuple[str, str], int]) -> None:
    """Compare each number with the list behind it, wherever there was something to find."""
    assert {
        (row["factor_id"], row["appraisal"]): row["reviews_with"]
        for row in counted
        if row["reviews_with"]
    } == listed


@pytest.fixture(params=SELECTIONS.values(), ids=list(SELECTIONS))
def selection(request: pytest.FixtureRequest) -> Selection:
    """What the reader has chosen."""
    return request.param


def test_the_list_behind_each_factor_adds_up(anytown, selection):
    counted = asked(anytown, "factor_recurrence", selection)
    listed = asked(anytown, "findings", selection)
    assert listed
    assert_adds_up(counted, reviews_by(listed))
    findings = {(row["factor_id"], row["appraisal"]): row["findings"] for row in counted}
    for key, number in findings.items():
        behind = [row for row in listed if (row["factor_id"], row["appraisal"]) == key]
        assert len(behind) == len({row["finding_ref"] for row in behind}) == (number or 0)


def test_the_list_behind_each_factor_at_each_agency_adds_up(anytown, selection):
    counted = asked(anytown, "factor_by_agency", selection)
    agencies = {row["agency_id"] for row in counted}
    assert len(agencies) > 5
    for agency in agencies:
        at_it = [row for row in counted if row["agency_id"] == agency]
        assert_adds_up(at_it, reviews_by(asked(anytown, "findings", selection, found_at=agency)))


@pytest.mark.parametrize("basis", ["practice", "published"])
def test_the_list_behind_each_factor_in_each_period_adds_up(anytown, selection, basis):
    selection = replace(selection, basis=basis)
    counted = asked(anytown, "factor_by_period", selection, period_kind="financial_year")
    periods = {(row["period_from"], row["period_to"]) for row in counted} - {(None, None)}
    assert len(periods) > 5
    for period_from, period_to in periods:
        in_it = [row for row in counted if row["period_from"] == period_from]
        dates = replace(selection, period_from=period_from, period_to=period_to)
        assert_adds_up(in_it, reviews_by(asked(anytown, "findings", dates)))
        of_it = {
            (row["factor_id"], row["appraisal"]): row["reviews_assessed"]
            for row in asked(anytown, "factor_recurrence", dates)
        }
        for row in in_it:
            assert row["reviews_assessed"] == of_it[row["factor_id"], row["appraisal"]]


@pytest.mark.parametrize("period_kind", ["financial_quarter", "calendar_year"])
@pytest.mark.parametrize("basis", ["practice", "published"])
def test_the_lists_of_what_came_before_a_factor_and_since_add_up(
    anytown, selection, basis, period_kind
):
    selection = replace(selection, basis=basis)
    counted = [
        row
        for row in asked(anytown, "factor_history", selection, period_kind=period_kind)
        if row["found_from"]
    ]
    assert len(counted) > 20
    for row in counted:
        own = replace(selection, factors=(row["factor_id"],), appraisals=(row["appraisal"],))
        before = replace(own, period_to=row["found_from"] - timedelta(days=1))
        since = replace(own, period_from=row["found_to"] + timedelta(days=1))
        for dates, name in ((before, "before"), (since, "since")):
            [recurrence] = asked(anytown, "factor_recurrence", dates)
            reviews = row[f"reviews_assessed_{name}"]
            assert recurrence["reviews_assessed"] == reviews
            assert recurrence["reviews_with"] == (0 if reviews else None)
            assert asked(anytown, "findings", dates) == []


def test_the_dates_of_a_factor_are_those_of_the_reviews_listed_that_are_known_to_the_month(
    anytown, selection
):
    dated = asked(anytown, "factor_dates", selection)
    listed = {
        (row["factor_id"], row["appraisal"], row["review_ref"])
        for row in asked(anytown, "findings", selection)
        if row["practice_precision"] in ("day", "month")
    }
    assert len(dated) == len(listed)
    assert {(row["factor_id"], row["appraisal"], row["review_ref"]) for row in dated} == listed


def test_the_list_is_as_long_as_its_count_says(anytown, selection):
    for found_at in (None, "POL"):
        listed = asked(anytown, "findings", selection, found_at=found_at)
        [count] = asked(anytown, "findings_count", selection, found_at=found_at)
        assert count == {
            "reviews": len({row["review_ref"] for row in listed}),
            "findings": len({row["finding_ref"] for row in listed}),
            "codings": len(listed),
        }


def test_the_list_of_one_review_is_its_part_of_the_whole(anytown, selection):
    listed = asked(anytown, "findings", selection)
    review = listed[0]["review_ref"]
    assert asked(anytown, "findings", selection, review=review) == [
        row for row in listed if row["review_ref"] == review
    ]


def test_the_list_behind_a_pair_adds_up(anytown, selection):
    pairs = asked(anytown, "factor_pairs", selection)
    assert len(pairs) > 5
    for pair in pairs:
        both = replace(selection, factors=(pair["factor_a_id"], pair["factor_b_id"]))
        listed = asked(anytown, "findings", both, every_factor=True)
        assert len({row["review_ref"] for row in listed}) == pair["reviews_with_both"]


def test_the_list_behind_each_factor_and_pattern_adds_up(anytown, selection):
    rows = asked(anytown, "factor_by_pattern", selection)
    assert len(rows) > 5
    for row in rows:
        pattern = row["pattern_id"] or NONE
        own = replace(selection, factors=(row["factor_id"],), patterns=(pattern,))
        listed = asked(anytown, "findings", own)
        assert len({one["review_ref"] for one in listed}) == row["reviews_with"]
        assert len(listed) == row["findings"]


def test_the_list_behind_each_factor_and_account_adds_up(anytown, selection):
    rows = asked(anytown, "factor_by_perspective", selection)
    assert any(row["perspective"] for row in rows)
    for row in rows:
        own = replace(
            selection,
            factors=(row["factor_id"],),
            appraisals=(row["appraisal"],),
            perspectives=(row["perspective"] or NONE,),
        )
        listed = asked(anytown, "findings", own)
        assert len({one["review_ref"] for one in listed}) == row["reviews_with"]
        assert len(listed) == row["findings"]


@pytest.mark.parametrize("framework", [None, "scie-learning-together"])
def test_the_list_behind_each_factor_beside_a_layer_adds_up(anytown, selection, framework):
    own = {"layer_framework": framework}
    rows = asked(anytown, "factor_by_layer", selection, **own)
    assert sum(row["reviews_with"] for row in rows) > 5
    for row in rows:
        one = replace(selection, factors=(row["factor_id"],))
        layer = row["beside_layer_id"] or NONE
        listed = asked(anytown, "findings", one, beside_layer=layer, **own)
        assert len({finding["review_ref"] for finding in listed}) == row["reviews_with"]
        assert len(listed) == row["findings"]
        [count] = asked(anytown, "findings_count", one, beside_layer=layer, **own)
        assert count["reviews"] == row["reviews_with"]


@pytest.mark.parametrize(
    ("question", "field", "filtered"),
    [("layer_balance", "layer", "layers"), ("pattern_balance", "pattern_id", "patterns")],
)
def test_the_list_behind_each_layer_and_pattern_adds_up(
    anytown, selection, question, field, filtered
):
    counted = asked(anytown, question, selection)
    assert any(not row[field] for row in counted) == (not selection.patterns or field == "layer")
    assert len(counted) > 5
    for row in counted:
        chosen = {filtered: (row[field] or NONE,), "appraisals": (row["appraisal"],)}
        # a finding of no layer holds only factors without one
        only = {"beside_layer": NONE} if field == "layer" and not row[field] else {}
        listed = asked(anytown, "findings", replace(selection, **chosen), **only)
        assert len({one["review_ref"] for one in listed}) == row["reviews_with"]
        assert len({one["finding_ref"] for one in listed}) == row["findings"]


@pytest.mark.parametrize(
    ("by", "filtered"), [("board", "boards"), ("review_type", "review_types"), ("agency", "")]
)
def test_the_list_behind_each_layer_of_each_group_adds_up(anytown, selection, by, filtered):
    counted = asked(anytown, "layer_balance", selection, by=by)
    assert any(not row["layer"] for row in counted)
    assert {row["attribution"] for row in counted} == ({"coded"} if by == "agency" else {None})
    for row in counted:
        chosen = {"layers": (row["layer"] or NONE,), "appraisals": (row["appraisal"],)}
        at = {"found_at": row["group_id"]} if by == "agency" else {}
        if not row["layer"]:
            at["beside_layer"] = NONE
        if filtered:
            chosen[filtered] = (row["group_id"],)
        [count] = asked(anytown, "findings_count", replace(selection, **chosen), **at)
        assert count["reviews"] == row["reviews_with"]


@pytest.mark.parametrize("each", ["factor", "layer"])
def test_the_list_behind_what_reads_as_another_framework_adds_up(anytown, selection, each):
    through = {"through": "yorkshire", "relations": ["close", "narrow"]}
    field = "through_factor_id" if each == "factor" else "through_layer"
    mapped = asked(anytown, "crosswalk_coverage", selection, **through)
    counted = asked(anytown, "crosswalk_recurrence", selection, **through, each=each)
    assert any(row["reviews_with"] for row in counted)
    for row in counted:
        factors = tuple(
            {
                one["factor_id"]
                for one in mapped
                if one["is_counted"] and one[field] == row["through_id"]
            }
        )
        if factors:
            chosen = {"factors": factors, "appraisals": (row["appraisal"],)}
            [count] = asked(anytown, "findings_count", replace(selection, **chosen))
            assert (count["reviews"], count["findings"]) == (row["reviews_with"], row["findings"])
        else:
            assert row["reviews_with"] is None


@pytest.mark.parametrize("filtered", ["layers", "patterns", "perspectives"])
def test_choosing_what_is_not_recorded_never_changes_a_denominator(anytown, selection, filtered):
    keys = ("factor_id", "appraisal")
    whole = {
        tuple(row[key] for key in keys): row
        for row in asked(anytown, "factor_recurrence", replace(selection, **{filtered: ()}))
    }
    for row in asked(anytown, "factor_recurrence", replace(selection, **{filtered: (NONE,)})):
        before = whole[tuple(row[key] for key in keys)]
        for name in ("reviews_assessed", "reviews_selected"):
            assert row[name] == before[name]
        assert (row["reviews_with"] or 0) <= (before["reviews_with"] or 0)
