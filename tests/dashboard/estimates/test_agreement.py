"""How far coders agree, against the published worked examples."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from dashboard.estimates import FEWEST_FINDINGS, Agreement, agreement, krippendorff_alpha

# Krippendorff 2011, Computing Krippendorff's Alpha-Reliability: a text is a coder, a place a unit,
# a dot a unit that the coder did not code.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR_CODERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def counts(*coders: str) -> np.ndarray:
    """Count how many coders gave each unit each value."""
    values = sorted(set("".join(coders)) - {"."})
    units = list(zip(*coders, strict=True))
    return np.array([[unit.count(value) for value in values] for unit in units])


@pytest.mark.parametrize(
    ("coders", "published"), [(BINARY, 0.095), (NOMINAL, 0.692), (FOUR_CODERS, 0.743)]
)
def test_alpha_is_that_of_the_published_examples(coders, published):
    assert krippendorff_alpha(counts(*coders)) == pytest.approx(published, abs=0.0005)


def test_a_unit_that_one_coder_gave_a_value_changes_nothing():
    assert krippendorff_alpha(counts("0011.", "0101.")) == krippendorff_alpha(
        counts("00111", "0101.")
    )


def test_coders_who_never_differ_have_an_alpha_of_one_and_of_one_value_none_can_be_told():
    assert krippendorff_alpha(counts("0011", "0011")) == 1
    assert np.isnan(krippendorff_alpha(counts("0000", "0000")))
    assert np.isnan(krippendorff_alpha(np.zeros((3, 2))))


def rows(*findings: str, span: dict[str, int] | None = None) -> pd.DataFrame:
    """Draw double-coded findings: "ab c" is one to which one coder gave a and b, the other c.

    Args:
        findings: each a text, with a letter a factor, and a dot for a coder who chose none of them.
        span: of each factor, where they did not all exist at the same time.
    """
    drawn = []
    for number, finding in enumerate(findings):
        coders = finding.split()
        chosen = sorted(set("".join(coders)) - {"."})
        for of in sorted(set((span or {}).values()) or {1}):
            of_span = [one for one in chosen if (span or {}).get(one, 1) == of]
            for factor in of_span or [None]:
                choosing = sum(factor in coder for coder in coders) if factor else None
                drawn.append((number, of, factor, len(coders), choosing))
    columns = ["finding_ref", "span", "factor_id", "coders", "coders_choosing"]
    table = pd.DataFrame(drawn, columns=columns).assign(source_id="spec")
    table["coders_choosing"] = table["coders_choosing"].astype("Int64")
    return table.assign(factor_label=table["factor_id"])


def test_no_double_coded_finding_leaves_nothing_to_tell():
    assert agreement(rows("a b").head(0)) is None


def test_a_factor_is_compared_on_every_double_coded_finding_and_counted_where_any_chose_it():
    told = agreement(rows(*["a a"] * 6, *["a b"] * 2, *["b b"] * 4))
    assert told is not None
    together, [a, b] = told
    assert a[:5] == ("a", "a", 12, 8, 6)
    assert b[:5] == ("b", "b", 12, 6, 4)
    assert together[:5] == ("", "", 12, 12, 10)
    # as if each finding were a unit with the values "holds a" and "does not"
    assert a.alpha == pytest.approx(krippendorff_alpha(counts("1" * 8 + "0000", "111111000000")))


def test_alpha_of_all_factors_adds_up_what_is_observed_and_what_is_expected():
    told = agreement(rows(*["a a"] * 6, *["a b"] * 2, *["b b"] * 4, *["c a"] * 1, *["c c"] * 7))
    assert told is not None
    together, _ = told
    observed, expected = 0.0, 0.0
    coders = ("a" * 8 + "b" * 4 + "c" * 8, "a" * 6 + "b" * 6 + "a" + "c" * 7)
    for factor in "abc":
        one, other = (np.array([letter == factor for letter in coder]) for coder in coders)
        present = one.sum() + other.sum()
        observed += 2 * (one != other).sum()
        expected += 2 * present * (40 - present) / 39
    assert together.alpha == pytest.approx(1 - observed / expected)


def test_three_coders_and_a_coder_who_chose_none_are_compared_too():
    told = agreement(rows(*["a a a"] * 5, "a a .", ". . b", "b b b"))
    assert told is not None
    _, [a, b] = told
    drawn = counts("11111100", "11111100", "11111000")
    assert a.alpha == pytest.approx(krippendorff_alpha(drawn))
    assert b[2:] == (8, 2, 1, None, None, None)  # chosen in too few findings


def test_a_factor_is_compared_only_where_it_existed():
    table = rows(*["a a"] * 5, *["b b"] * 5, "a b", span={"a": 1, "b": 2})
    # the first review's findings, five of a, were assessed before b existed
    kept: Any = table[~((table["span"] == 2) & (table["finding_ref"] < 5))]
    told = agreement(kept)
    assert told is not None
    _, [a, b] = told
    assert (a.findings, b.findings) == (11, 6)
    assert b.alpha == pytest.approx(krippendorff_alpha(counts("111110", "111111")))


def test_with_few_findings_there_is_no_alpha():
    few, enough = (agreement(rows(*["a a"] * n, *["b b"] * 9)) for n in (4, FEWEST_FINDINGS))
    assert few is not None
    assert enough is not None
    assert few[1][0].alpha is None
    assert enough[1][0].alpha == 1


def test_the_interval_holds_alpha_is_the_same_each_time_and_narrows_with_more_findings():
    drawn = [*["a a"] * 6, *["a b"] * 3, *["b b"] * 8]
    once, again, more = (agreement(rows(*drawn * n)) for n in (1, 1, 8))
    assert once is not None
    assert more is not None
    assert once == again
    for one in (once[0], *once[1]):
        assert one.low is not None
        assert one.high is not None
        assert one.alpha is not None
        assert one.low < one.alpha < one.high
    assert width(more[0]) < width(once[0]) / 2


def test_where_coders_never_differed_the_interval_cannot_be_told():
    told = agreement(rows(*["a a"] * 8, *["b b"] * 8))
    assert told is not None
    assert told[0][5:] == (1, None, None)


def test_findings_of_two_sources_with_one_reference_are_two():
    one = rows(*["a a"] * 6, "a b")
    told = agreement(pd.concat([one, one.assign(source_id="other")], ignore_index=True))
    assert told is not None
    assert told[0].findings == 14


def width(one: Agreement) -> float:
    assert one.low is not None
    assert one.high is not None
    return one.high - one.low
