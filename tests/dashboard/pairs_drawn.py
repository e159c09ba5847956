"""Pairs of factors drawn as text, with what is estimated of them."""

import pandas as pd

from dashboard.estimates import with_association
from dashboard.together import Found, Pair, pairs


def drawn_pairs(*rows: tuple[str, str, int, int, int, int]) -> list[Pair]:
    """Return pairs of: factor, factor, reviews with both, with the first, the second, assessed."""
    table = pd.DataFrame(
        [(a, a.capitalize(), b, b.capitalize(), *counts) for a, b, *counts in rows],
        columns=[
            *("factor_a_id", "factor_a_label", "factor_b_id", "factor_b_label"),
            *("reviews_with_both", "reviews_with_a", "reviews_with_b", "reviews_assessed"),
        ],
    )
    return pairs(with_association(table, least=1))


def drawn_factors(*rows: tuple[str, int, int]) -> list[Found]:
    """Return factors of: code, reviews in which it is found, reviews assessed."""
    return [Found(code, code.capitalize(), "", "", found, of) for code, found, of in rows]


FACTORS = drawn_factors(
    ("tools", 20, 40), ("law", 20, 40), ("staff", 12, 40), ("form", 10, 40), ("alone", 9, 40)
)
PAIRS = drawn_pairs(
    ("tools", "law", 18, 20, 20, 40),  # nearly always together
    ("law", "staff", 6, 20, 12, 40),  # as by chance
    ("tools", "form", 3, 20, 10, 40),
    ("staff", "form", 2, 12, 10, 40),
)
