"""Ordinary work beside case reviews, and accounts, in words."""

from typing import Any, NamedTuple

from dashboard.sentences.ordinary_work import accounts_differing, ordinary_work, perspectives
from tests.dashboard.sentences.test_comparison import both


class Row(NamedTuple):
    """A row of `perspectives.sql`."""

    perspective: Any
    perspective_label: Any
    reviews_with: int
    findings: int
    reviews_found: int
    findings_found: int


def test_factors_of_both_kinds_of_work_and_of_one_alone_are_counted_and_exemplified():
    # ordinary work first, as in the chart
    rows = both(
        ("Supervision", 4, 12, 12, 28),
        ("Tools", 1, 12, 20, 28),
        ("Law", 0, 12, 9, 28),
        ("Skills", 2, 12, 0, 28),
        ("Never", 0, 12, 0, 28),
    )
    assert ordinary_work(rows, "problem") == (
        "Of the 4 factors found as a problem, 2 are found both in ordinary work and in case "
        "reviews, 1 only in case reviews, and 1 only in ordinary work. "
        "Most often in both: **Tools**, in 20 of 28 case reviews (71%) and in 1 of 12 audits of "
        "ordinary work (8%). "
        "Most often only in case reviews: **Law**, in 9 of 28 case reviews (32%) and in 0 of 12 "
        "audits of ordinary work (0%). "
        "Most often only in ordinary work: **Skills**, in 0 of 28 case reviews (0%) and in "
        "2 of 12 audits of ordinary work (17%)."
    )


def test_a_factor_that_was_not_assessed_in_one_kind_is_not_found_only_in_the_other():
    rows = both(("Tools", None, 0, 20, 28), ("Law", 1, 12, 1, 28))
    assert ordinary_work(rows, "neutral").startswith(
        "The one factor found is found both in ordinary work and in case reviews. "
        "It is **Law**, in 1 of 28 case reviews (4%) and in 1 of 12 audits of ordinary work (8%)."
    )


def test_with_too_few_audits_no_factor_is_said_to_be_found_only_in_case_reviews():
    assert ordinary_work(both(("Tools", 0, 4, 20, 28), ("Law", 1, 4, 9, 28)), "problem") == ""
    assert "1 only in case reviews" in ordinary_work(
        both(("Tools", 0, 5, 20, 28), ("Law", 1, 5, 9, 28)), "problem"
    )


def test_nothing_found_says_nothing_here():
    assert ordinary_work(both(("Tools", 0, 12, 0, 28)), "problem") == ""
    assert ordinary_work(both(("Tools", None, 0, 3, 28)), "problem") == ""


def test_accounts_are_counted_with_what_is_not_recorded():
    rows = [
        Row("practitioner", "Practitioner", 30, 103, 38, 150),
        Row("record", "Record", 1, 2, 38, 150),
        Row(None, None, 20, 45, 38, 150),
    ]
    assert perspectives(rows) == (
        "150 findings in 38 reviews hold a factor. They rest on the accounts of: **Practitioner** "
        "103 in 30 reviews and **Record** 2 in 1 review. For 45 of 150 (30%) it is not recorded "
        "whose account it is."
    )
    assert perspectives(rows[:2]).endswith(
        "For 0 of 150 (0%) it is not recorded whose account it is."
    )


def test_accounts_that_are_never_recorded_are_not_said_to_be_silent():
    words = perspectives([Row(float("nan"), None, 188, 188, 188, 188)])
    assert words == (
        "Whose account a finding rests on is not recorded for any of the 188 findings that hold a "
        "factor."
    )
    assert "no finding fits" in perspectives([])


def test_reviews_whose_accounts_differ_stand_with_those_that_could_be_compared():
    assert accounts_differing(5, 30) == (
        "Accounts differ in **5 of the 30 reviews** in which several accounts appraise the same "
        "factor: it is a problem in one, and a strength in another."
    )
    assert "**none of the 1 review**" in accounts_differing(0, 1)
    assert "cannot be told" in accounts_differing(0, 0)
