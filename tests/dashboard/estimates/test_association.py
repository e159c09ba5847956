"""Exact tests, false discoveries and pairs: against printed examples, SciPy and simulations."""

from fractions import Fraction
from math import comb
from time import perf_counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from dashboard.estimates import (
    FEWEST_TOGETHER,
    Q_LIMIT,
    benjamini_hochberg,
    fisher,
    with_association,
    with_standing_out,
)

BENJAMINI_AND_HOCHBERG_1995 = np.array(
    [
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
        *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
    ]
)


def exactly(a: int, of_a: int, b: int, of_b: int) -> float:
    """Sum the probabilities of every table no more probable than the one given, in fractions."""
    found, of = a + b, of_a + of_b
    ways = {
        count: comb(found, count) * comb(of - found, of_a - count)
        for count in range(max(0, of_a + found - of), min(of_a, found) + 1)
    }
    return float(Fraction(sum(each for each in ways.values() if each <= ways[a]), comb(of, of_a)))


def by_scipy(found_a, of_a, found_b, of_b) -> np.ndarray:
    each = zip(found_a, of_a, found_b, of_b, strict=True)
    tables = [[[a, of_a - a], [b, of_b - b]] for a, of_a, b, of_b in each]
    return np.array([fisher_exact(table)[1] for table in tables])


def random_cells(total: int, cells: int = 1000) -> tuple[np.ndarray, ...]:
    seeded = np.random.default_rng(total)
    of_a = seeded.integers(1, total // 2, cells)
    found = seeded.integers(0, total, cells)
    found_a = seeded.hypergeometric(found, total - found, of_a)
    return found_a, of_a, found - found_a, total - of_a


def cells(*each: tuple[int | None, int | None, int | None, int | None]) -> pd.DataFrame:
    names = ["with", "assessed", "with_elsewhere", "assessed_elsewhere"]
    return pd.DataFrame(each, columns=[f"reviews_{name}" for name in names], dtype="Int32")


def pairs(*each: tuple[str, str, int, int, int, int]) -> pd.DataFrame:
    names = ["with_both", "with_a", "with_b", "assessed"]
    columns = ["factor_a_id", "factor_b_id", *(f"reviews_{name}" for name in names)]
    return pd.DataFrame(each, columns=columns).astype(dict.fromkeys(columns[2:], "Int32"))


class TestFisher:
    def test_the_lady_tasting_tea_fisher_1935(self):
        assert fisher([3], [4], [1], [4]).round(4).tolist() == [0.4857]

    def test_the_convictions_of_like_sex_twins_fisher_1934_as_printed_by_r(self):
        assert fisher([2], [12], [15], [18]).round(7).tolist() == [0.0005367]

    def test_every_small_table_has_its_exact_value_ties_and_edges_too(self):
        drawn = [
            (a, of_a, b, of_b)
            for of_a in range(1, 9)
            for of_b in range(1, 9)
            for a in range(of_a + 1)
            for b in range(of_b + 1)
        ]
        expected = [exactly(*each) for each in drawn]
        assert fisher(*np.array(drawn).T) == pytest.approx(np.array(expected), rel=1e-9)

    def test_tables_equally_probable_count_however_many_reviews_there_are(self):
        for of in (10, 100, 1000, 2000):
            low, high = fisher([of // 2 - 3, of // 2 + 3], [of, of], [of // 2 + 3] * 2, [of, of])
            assert low == pytest.approx(exactly(of // 2 - 3, of, of // 2 + 3, of), rel=1e-8)
            assert high > low

    @pytest.mark.parametrize("total", [10, 40, 188, 3000, 10_000])
    def test_it_agrees_with_scipy(self, total):
        drawn = random_cells(total, 300)
        assert fisher(*drawn) == pytest.approx(by_scipy(*drawn), rel=1e-7)

    @given(st.lists(st.integers(0, 40), min_size=4, max_size=4))
    def test_it_turns_with_the_sides_and_with_found_and_not_found(self, table):
        a, not_a, b, not_b = table
        p = fisher([a], [a + not_a], [b], [b + not_b])
        assert fisher([b], [b + not_b], [a], [a + not_a]) == pytest.approx(p, nan_ok=True)
        assert fisher([not_a], [a + not_a], [not_b], [b + not_b]) == pytest.approx(p, nan_ok=True)
        assert np.isnan(p[0]) or 0 < p[0] <= 1

    def test_a_thousand_cells_of_three_thousand_reviews_do_not_keep_the_reader_waiting(self):
        drawn = random_cells(3000)
        fisher(*drawn)
        begun = perf_counter()
        fisher(*drawn)
        assert perf_counter() - begun < 1  # about 0.02 s on an idle machine

    def test_none_of_nothing_is_not_tested_and_the_rest_is(self):
        p = fisher([0, np.nan, 1, 0, 5], [0, 5, 1, 1, 5], [1, 1, 0, 0, 5], [5, 5, 1, 1, 5])
        assert np.isnan(p).tolist() == [True, True, False, False, False]
        assert p[2:].tolist() == [1, 1, 1]
        assert fisher([], [], [], []).size == 0

    @pytest.mark.parametrize("impossible", [(3, 2, 0, 2), (0, 2, 3, 2), (-1, 2, 0, 2)])
    def test_impossible_counts_are_refused(self, impossible):
        with pytest.raises(ValueError, match="0 <= found <= of"):
            fisher(*([each] for each in impossible))


class TestFalseDiscoveries:
    def test_the_fifteen_p_values_of_benjamini_and_hochberg_1995(self):
        q = benjamini_hochberg(BENJAMINI_AND_HOCHBERG_1995)
        assert (q <= 0.05).tolist() == [True] * 4 + [False] * 11
        # 15 tests, of which the fourth smallest: 0.0095 * 15 / 4
        assert q[3] == pytest.approx(0.0095 * 15 / 4)

    def test_what_was_not_tested_does_not_count(self):
        q = benjamini_hochberg(np.array([np.nan, 0.01, np.nan, 0.5]))
        assert np.isnan(q).tolist() == [True, False, True, False]
        assert q[[1, 3]].tolist() == pytest.approx([0.02, 0.5])
        assert np.isnan(benjamini_hochberg(np.array([np.nan]))).all()
        assert benjamini_hochberg(np.array([])).size == 0
        assert benjamini_hochberg(np.array([0.03])).tolist() == [0.03]

    @given(st.lists(st.floats(0, 1), min_size=1, max_size=50))
    def test_q_is_no_less_than_p_keeps_its_order_and_stays_below_1(self, drawn):
        p = np.array(drawn)
        q = benjamini_hochberg(p)
        assert (q >= p).all()
        assert (q <= 1).all()
        assert (np.diff(q[np.argsort(p)]) >= 0).all()


class TestStandingOut:
    def test_more_and_less_often_than_elsewhere(self):
        added = with_standing_out(cells((18, 20, 30, 200), (0, 20, 150, 200), (5, 20, 50, 200)))
        assert added["stands_out"].tolist() == ["more", "less", ""]
        assert added["p_value"].tolist() == pytest.approx(
            by_scipy([18, 0, 5], [20] * 3, [30, 150, 50], [200] * 3)
        )

    def test_too_few_reviews_on_either_side_are_not_tested_nor_counted_as_tests(self):
        added = with_standing_out(cells((4, 4, 0, 500), (90, 99, 0, 4), (9, 10, 3, 10)))
        assert added["q_value"].isna().tolist() == [True, True, False]
        assert added["q_value"].tolist()[2] == added["p_value"].tolist()[2]
        assert added["stands_out"].tolist() == ["", "", "more"]

    def test_one_cell_that_would_stand_out_alone_need_not_among_many(self):
        striking = (8, 10, 3, 12)
        assert with_standing_out(cells(striking))["stands_out"].tolist() == ["more"]
        among = with_standing_out(cells(striking, *[(5, 10, 6, 12)] * 9))
        assert set(among["stands_out"]) == {""}

    def test_not_assessed_none_and_all(self):
        added = with_standing_out(
            cells((None, 0, 5, 9), (None, None, 5, 9), (0, 9, 0, 9), (9, 9, 9, 9), (0, 1, 1, 1))
        )
        assert added["p_value"].tolist()[2:4] == [1, 1]
        assert added["p_value"].isna().tolist() == [True, True, False, False, True]
        assert set(added["stands_out"]) == {""}

    def test_no_cells_get_the_columns_and_rows_are_left_as_they_are(self):
        none = cells()
        added = with_standing_out(none)
        assert {"p_value", "q_value", "stands_out"} <= set(added)
        assert "p_value" not in none


class TestPairs:
    def test_lift_support_and_jaccard_are_worked_out_from_the_four_counts(self):
        pair = with_association(pairs(("a", "b", 12, 20, 15, 50))).iloc[0].to_dict()
        assert pair["support"] == 12 / 50
        assert pair["lift"] == pytest.approx(12 / (20 * 15 / 50))  # 12 seen, 6 expected
        assert pair["jaccard"] == pytest.approx(12 / (20 + 15 - 12))
        # both, a alone, b alone, neither: 12, 8, 3, 27
        assert pair["p_value"] == pytest.approx(fisher_exact([[12, 8], [3, 27]])[1])
        assert pair["q_value"] == pair["p_value"]
        assert pair["stands_out"] == "together"

    def test_the_interval_is_that_of_the_delta_method_summed_over_the_four_counts(self):
        both, a, b, of = 12, 20, 15, 50
        gradients = {
            both: 1 / both - 1 / a - 1 / b + 1 / of,
            a - both: -1 / a + 1 / of,
            b - both: -1 / b + 1 / of,
            of - a - b + both: 1 / of,
        }
        sigma = np.sqrt(sum(count * gradient**2 for count, gradient in gradients.items()))
        pair = with_association(pairs(("a", "b", both, a, b, of))).iloc[0]
        reach = 1.959964 * sigma
        assert np.log(pair["lift_high"] / pair["lift"]) == pytest.approx(reach, rel=1e-6)
        assert np.log(pair["lift"] / pair["lift_low"]) == pytest.approx(reach, rel=1e-6)

    @pytest.mark.parametrize(
        ("of", "both", "a_alone", "b_alone"),
        [
            (20, 0.2, 0.2, 0.2),
            (20, 0.5, 0.2, 0.2),
            (40, 0.15, 0.15, 0.2),
            (188, 0.02, 0.08, 0.08),
            (2869, 0.01, 0.05, 0.05),
        ],
    )
    def test_the_interval_holds_the_true_lift_about_as_often_as_it_says(
        self, of, both, a_alone, b_alone
    ):
        shares = [both, a_alone, b_alone, 1 - both - a_alone - b_alone]
        seen = np.random.default_rng(16).multinomial(of, shares, 5000)
        drawn = pd.DataFrame(
            {
                "factor_a_id": "a",
                "factor_b_id": "b",
                "reviews_with_both": seen[:, 0],
                "reviews_with_a": seen[:, 0] + seen[:, 1],
                "reviews_with_b": seen[:, 0] + seen[:, 2],
                "reviews_assessed": of,
            }
        )
        drawn["factor_b_id"] = drawn.index.astype(str)
        lift = both / ((both + a_alone) * (both + b_alone))
        added = with_association(drawn, least=1)
        low, high = added[["lift_low", "lift_high"]].to_numpy().T
        held = (low <= lift) & (lift <= high)
        assert 0.93 < held.mean() < 0.985

    @pytest.mark.parametrize(("of", "share"), [(40, 0.1), (188, 0.05), (2869, 0.01), (40, 0.3)])
    def test_factors_that_have_nothing_to_do_with_each_other_rarely_stand_out(self, of, share):
        seeded = np.random.default_rng(of)
        samples = [self.drawn_by_chance(seeded, of, share) for _ in range(60)]
        standing_out = [any(with_association(each)["stands_out"]) for each in samples]
        assert np.mean(standing_out) <= 2 * Q_LIMIT

    def drawn_by_chance(self, seeded: np.random.Generator, of: int, share: float) -> pd.DataFrame:
        """Return the pairs of 40 factors, each found in a review or not by chance alone."""
        found = (seeded.random((of, 40)) < share).astype(int)
        together = found.T @ found
        a, b = np.nonzero(np.triu(together, 1))
        alone = together.diagonal()
        return pd.DataFrame(
            {
                "factor_a_id": a,
                "factor_b_id": b,
                "reviews_with_both": together[a, b],
                "reviews_with_a": alone[a],
                "reviews_with_b": alone[b],
                "reviews_assessed": of,
            }
        )

    def test_pairs_kept_or_not_and_pairs_never_together_all_count_as_tests(self):
        given_rows = pairs(("a", "b", 9, 10, 10, 20), ("b", "c", 1, 10, 2, 20))
        kept = with_association(given_rows)
        assert kept["factor_b_id"].tolist() == ["b"]
        # a and c are never together: three pairs of three factors
        assert kept["q_value"].tolist() == pytest.approx([3 * p for p in kept["p_value"]])

    def test_found_together_in_fewer_than_three_reviews_is_not_a_pair(self):
        given_rows = pairs(*((str(n), "b", n, 9, 9, 30) for n in range(5)))
        assert with_association(given_rows)["reviews_with_both"].tolist() == [FEWEST_TOGETHER, 4]
        assert with_association(given_rows, least=1)["reviews_with_both"].tolist() == [1, 2, 3, 4]

    def test_apart(self):
        pair = with_association(pairs(("a", "b", 3, 50, 50, 100)))
        assert pair["stands_out"].tolist() == ["apart"]
        assert pair["lift"].tolist() == [3 / 25]

    def test_never_together_has_a_lift_of_0_and_no_interval(self):
        pair = with_association(pairs(("a", "b", 0, 5, 5, 20)), least=0)
        assert pair[["lift", "jaccard", "support"]].to_numpy().tolist() == [[0, 0, 0]]
        assert pair[["lift_low", "lift_high"]].isna().to_numpy().all()

    def test_always_together_and_in_every_review(self):
        added = with_association(pairs(("a", "b", 6, 6, 6, 12), ("a", "c", 6, 6, 12, 12)))
        assert added["jaccard"].tolist() == [1, 0.5]
        assert added["lift"].tolist() == [2, 1]
        assert added.loc[1, ["lift_low", "lift_high"]].tolist() == pytest.approx([1, 1])
        assert added["p_value"].isna().tolist() == [False, True]
        assert added["stands_out"].tolist() == ["together", ""]

    def test_with_too_few_reviews_a_pair_is_listed_and_nothing_is_said_of_it(self):
        added = with_association(pairs(("a", "b", 3, 3, 3, 4)))
        said = ["support", "lift", "lift_low", "lift_high", "jaccard", "p_value", "q_value"]
        assert added[said].isna().to_numpy().all()
        assert added["stands_out"].tolist() == [""]
        assert (
            with_association(pairs(("a", "b", 1, 1, 1, 1)), least=1)[said].isna().to_numpy().all()
        )

    def test_no_pairs_get_the_columns_and_rows_are_left_as_they_are(self):
        none = pairs()
        added = with_association(none)
        assert {"support", "lift", "lift_low", "jaccard", "q_value", "stands_out"} <= set(added)
        assert "lift" not in none
