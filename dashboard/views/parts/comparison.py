"""Two sides set side by side: the sentence, the settings, the chart, the ways on."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.address import Address
from dashboard.charts import comparison as chart
from dashboard.chosen import Chosen
from dashboard.comparison import SIDES, compared, comparisons
from dashboard.database import ask_table
from dashboard.downloads import Definition
from dashboard.sentences import NOT_CAUSED_BY, escaped, found_of
from dashboard.sentences.comparison import HOW_MARKED, NOT_A_RANKING, comparison
from dashboard.views import place
from dashboard.views.parts import comparison_table
from dashboard.views.parts.appraised import one_appraisal
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.downloads import downloads, show_sql
from dashboard.views.parts.links import EVIDENCE, open_page
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number, clicked
from dashboard.views.parts.settings import choose
from dashboard.views.parts.sides import Side

FACTORS_BY = {"difference": "Size of the difference", "codebook": "Order of the codebook"}
ADDED = (
    Definition("share_a", "reviews_with_a as a share of reviews_assessed_a, 0 to 1"),
    Definition("share_b", "reviews_with_b as a share of reviews_assessed_b, 0 to 1"),
    Definition("difference", "share_a less share_b, -1 to 1"),
    Definition("difference_low", "lower limit of its 95% interval (Newcombe)"),
    Definition("difference_high", "upper limit of its 95% interval (Newcombe)"),
    Definition("p_value", "Fisher's exact test; blank where a side has too few reviews"),
    Definition("q_value", "p_value with allowance for all rows (Benjamini-Hochberg)"),
    Definition("is_different", "true where q_value is 0.05 or less: the difference stands out"),
)


def draw(
    chosen: Chosen,
    one: Side,
    other: Side,
    answer: DeltaGenerator,
    title: str,
    said: Sequence[str],
    also: Callable[[pd.DataFrame, str], str] | None = None,
) -> None:
    """Draw a comparison.

    Args:
        chosen: the reader's choice.
        one: the first side.
        other: the second.
        answer: where the sentences that answer the page's question stand.
        title: title of the page.
        said: what must be said of these sides.
        also: says what else the rows tell, before their differences.
    """
    with st.container(horizontal=True, key="how"):
        appraisal = one_appraisal(chosen.appraisals_left)
        order = choose("factors_by", "Factors by", FACTORS_BY, "difference")
    rows = compared(
        ask_table("codebook", chosen.selection),
        one.found_as(appraisal),
        other.found_as(appraisal),
        largest_first=order == "difference",
    )
    names = one.label, other.label
    with answer:
        words = [also(rows, appraisal) if also else "", comparison(rows, *names, appraisal)]
        for sentence in filter(None, words):
            st.markdown(sentence, width=LINE)
    if rows.empty:
        return
    event = clickable_chart(
        chart.comparison(rows, *names, appraisal, mode()),
        f"comparison {place.arrivals()}",
        chart.alt_text(rows, *names),
    )
    sides = dict(zip(SIDES, (one, other), strict=True))
    if mark := clicked(event):
        open_page(EVIDENCE, sides[mark[1]].evidence(chosen, mark[0], appraisal))
    choose_number(
        "Findings behind a number: choose it here, or click it in the chart",
        _numbers(rows, one, other, chosen, appraisal),
    )
    notices = (*said, NOT_A_RANKING, HOW_MARKED)
    for words in (*notices, NOT_CAUSED_BY):
        st.caption(escaped(words), width=LINE)
    comparison_table.draw(rows, *names)
    _take_away(chosen, rows.assign(appraisal=appraisal), one, other, title, notices)


def _numbers(
    rows: pd.DataFrame, one: Side, other: Side, chosen: Chosen, appraisal: str
) -> list[tuple[str, Address]]:
    """Return each number that has findings behind it in words, with the address of these."""
    numbers = []
    for row in comparisons(rows):
        for side, found, of in ((one, row.with_a, row.of_a), (other, row.with_b, row.of_b)):
            if found:
                words = f"{row.label}, {side.label}: {found_of(found, of)}"
                numbers.append((words, side.evidence(chosen, row.factor_id, appraisal)))
    return numbers


def _take_away(
    chosen: Chosen,
    rows: pd.DataFrame,
    one: Side,
    other: Side,
    title: str,
    notices: tuple[str, ...],
) -> None:
    """Draw the downloads, with the counts of both sides, and the statements."""
    question = "factor_by_agency" if one.found_at else "factor_recurrence"
    downloads(
        question,
        f"{title}: {one.label} (a) and {other.label} (b)",
        one.statement,
        chosen,
        finish=lambda _: rows,
        columns=definitions(one.label, other.label),
        called="comparison",
        notices=notices,
    )
    statements = [one.statement, other.statement]
    show_sql(*(statements[:1] if one.statement == other.statement else statements))


def definitions(one: str, other: str) -> tuple[Definition, ...]:
    """Return what each column of the downloaded table means, with the names of the sides."""
    return (
        *(Definition(name, meaning) for name, meaning in _LABELS),
        *(
            Definition(f"reviews_{name}_{letter}", f"{meaning}: {side}")
            for letter, side in (("a", one), ("b", other))
            for name, meaning in _COUNTS
        ),
        *ADDED,
        Definition("appraisal", "as what the factor is found: problem, strength, mixed or neutral"),
    )


_LABELS = (
    ("factor_id", "code of the factor in its framework"),
    ("label", "name of the factor"),
    ("layer", "code of the layer that the factor belongs to, blank if it has none"),
    ("layer_label", "name of that layer"),
)
_COUNTS = (
    ("with", "reviews in which the factor is found; blank if not assessed"),
    ("assessed", "reviews in which the factor was assessed, the denominator"),
)
