"""The table of the pairs, and what its columns mean in a download."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.downloads import Definition
from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences.counts import probability
from dashboard.together import Pair
from dashboard.views.parts.tables import HEADINGS, height_of_rows, width_of

HEIGHT = 560
WIDEST_NAME = 196
ASSOCIATION = (
    Definition("support", "reviews_with_both as a share of reviews_assessed, 0 to 1"),
    Definition(
        "lift", "reviews with both, over those expected if neither had to do with the other"
    ),
    Definition("lift_low", "lower limit of its 95% interval (delta method on the logarithm)"),
    Definition("lift_high", "upper limit of its 95% interval"),
    Definition("jaccard", "reviews with both, over reviews with either, 0 to 1"),
    Definition("p_value", "Fisher's exact test, two-sided; blank if one is found in every review"),
    Definition("q_value", "p_value adjusted over all pairs of these factors (Benjamini-Hochberg)"),
    Definition("stands_out", "together or apart where q_value is 0.05 or less; else empty"),
)
"""What is estimated of each pair; blank where fewer than 5 reviews were assessed."""

_STANDS_OUT = {"together": "More than chance", "apart": "Less than chance", "": ""}


def draw(shown: Sequence[Pair]) -> None:
    """Draw the table of the pairs that are shown."""

    def number(width: int, format: str | None, help: str) -> Any:
        return st.column_config.NumberColumn(width=width, format=format, help=help)

    table = _table(shown)
    widths = {name: width_of(table, name, WIDEST_NAME) for name in ("Factor", "With")}
    row = height_of_rows(table, widths)
    text = st.column_config.TextColumn
    st.dataframe(
        # Numbers that are sorted as such, and read as "under 0.001", never as nought.
        table.style.format(probability, subset=["p", "q"], na_rep=""),
        hide_index=True,
        row_height=row,
        column_config={name: text(width=width) for name, width in widths.items()}
        | {
            "Together in": number(86, "localized", "Reviews in which both are found"),
            "Assessed": number(76, "localized", "Selected reviews in which both were assessed"),
            "Lift": number(54, "%.2f", "1 is chance, 2 is twice as often as by chance"),
            "From": number(54, "%.2f", "Lower limit of the 95% interval of the lift"),
            "To": number(54, "%.2f", "Upper limit of the 95% interval of the lift"),
            "q": number(100, None, "p, adjusted for how many pairs were looked at"),
            "Support": number(76, "%.0f%%", "Together in, of assessed"),
            "Jaccard": number(70, "%.2f", "Of the reviews with either, the share with both"),
            "p": number(100, None, "Fisher's exact test"),
            "Factor in": number(76, "localized", "Of assessed, reviews with the first factor"),
            "With in": number(76, "localized", "Of assessed, reviews with the second factor"),
        },
        height=min(len(table) * row, HEIGHT) + HEADINGS,
        placeholder="",
        alt="Each pair of factors with the number of reviews in which both are found",
    )


def _table(shown: Sequence[Pair]) -> pd.DataFrame:
    """Return the pairs under the headings that a reader sees."""
    return pd.DataFrame(
        {
            "Factor": [pair.factor_a_label for pair in shown],
            "With": [pair.factor_b_label for pair in shown],
            "Together in": [pair.reviews_with_both for pair in shown],
            "Assessed": [pair.reviews_assessed for pair in shown],
            "Lift": [pair.lift for pair in shown],
            "From": [pair.lift_low for pair in shown],
            "To": [pair.lift_high for pair in shown],
            "q": [pair.q_value for pair in shown],
            "Stands out": [_STANDS_OUT[pair.stands_out] for pair in shown],
            "Support": [_support(pair) for pair in shown],
            "Jaccard": [pair.jaccard for pair in shown],
            "p": [pair.p_value for pair in shown],
            "Factor in": [pair.reviews_with_a for pair in shown],
            "With in": [pair.reviews_with_b for pair in shown],
        }
    )


def _support(pair: Pair) -> float | None:
    """Return the share of reviews with both, in per cent; none of too few reviews."""
    if pair.reviews_assessed < TOO_FEW_REVIEWS:
        return None
    return 100 * pair.reviews_with_both / pair.reviews_assessed
