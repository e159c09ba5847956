"""Factors against the patterns that lie under them, and against the layers beside them."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.address import Address
from dashboard.charts import crossed
from dashboard.chosen import Chosen
from dashboard.database import build, run_table
from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences import NOT_CAUSED_BY, escaped, found_of, listed
from dashboard.sentences import together as sentences
from dashboard.sentences.counts import NO_LAYER, NOT_RECORDED
from dashboard.together import Crossed, by_layer, by_pattern
from dashboard.views import place
from dashboard.views.parts import downloads, empty
from dashboard.views.parts.appraised import only_as
from dashboard.views.parts.around import LINE
from dashboard.views.parts.layers_beside import layers_beside
from dashboard.views.parts.links import EVIDENCE, open_page
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number, clicked, evidence
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, width_of
from dashboard.views.parts.together_pairs import hue
from dashboard.views.parts.wide_chart import wide_chart
from queries.selection import NONE, Selection
from queries.statement import Statement, compose

MOST_ROWS_SHOWN = 20
WIDEST_NAME = 300
Behind = Callable[[Crossed], Address]


def patterns(chosen: Chosen, selection: Selection, answer: DeltaGenerator) -> None:
    """Draw which kinds of underlying pattern lie under which factors.

    Args:
        chosen: the reader's choice.
        selection: what is counted: the choice, with one appraisal only where the page says so.
        answer: where the sentence that answers the page's question stands.
    """
    statement = compose("factor_by_pattern", selection)
    table = run_table(build(), statement)
    rows = by_pattern(table)
    if not any(row.findings for row in rows):
        with answer:
            empty.no_finding(chosen)
        return
    coded, without = (
        int(table[name].iloc[0]) for name in ("findings_coded", "findings_without_pattern")
    )
    answer.markdown(sentences.under_factors(rows, coded, without), width=LINE)

    def behind(row: Crossed) -> Address:
        kept = {"patterns": (row.across_id or NONE,), "appraisals": selection.appraisals}
        return evidence(chosen, row.factor_id, **kept)

    if NONE in selection.patterns or any(row.across_id for row in rows):
        _draw(rows, NOT_RECORDED, behind, selection)
        st.caption(
            "A number is reviews that hold a finding with the factor and of the pattern. A finding "
            f"has one pattern at most. {NOT_CAUSED_BY}",
            width=LINE,
        )
        _table(rows, "Pattern", NOT_RECORDED)
    else:
        st.markdown(
            "Where nobody wrote down what lies under a finding, that is not a zero. A source says "
            "it in a column of its own, `pattern`: the Codebook has the kinds of pattern.",
            width=LINE,
        )
    _take_away("factor_by_pattern", statement, chosen, selection)


def layers(chosen: Chosen, selection: Selection, answer: DeltaGenerator) -> None:
    """Draw with factors of which layers each factor shares a finding.

    Args:
        chosen: the reader's choice.
        selection: what is counted, as for `patterns`.
        answer: where the sentence that answers the page's question stands.
    """
    beside = layers_beside(chosen)
    if beside is None:
        names = listed([escaped(one.title) for one in chosen.frameworks])
        answer.markdown(
            "The factors of these reviews have no layers: front line, local strategy and nation "
            f"are not told apart in {names}. Choose a source or a framework that has layers.",
            width=LINE,
        )
        return
    statement = compose("factor_by_layer", selection, layer_framework=beside.framework)
    rows = by_layer(run_table(build(), statement))
    if not any(row.findings for row in rows):
        with answer:
            empty.no_finding(chosen)
        return
    answer.markdown(sentences.beside_layers(rows, beside.is_own), width=LINE)

    def behind(row: Crossed) -> Address:
        kept = {"beside": row.across_id or NONE, "appraisals": selection.appraisals}
        return evidence(chosen, row.factor_id, **kept)

    _draw(rows, NO_LAYER, behind, selection)
    st.caption(f"{sentences.IN_ONE_FINDING} {NOT_CAUSED_BY}", width=LINE)
    _table(rows, "Layer in the same finding", NO_LAYER)
    _take_away("factor_by_layer", statement, chosen, selection)


def _draw(rows: Sequence[Crossed], none: str, behind: Behind, selection: Selection) -> None:
    """Draw the matrix, and the ways to the findings behind its numbers."""
    found = [row for row in rows if row.reviews_with]
    doors = {(row.factor_id, row.across_id): behind(row) for row in found}
    event = wide_chart(
        crossed.crossed(rows, none, mode(), hue(selection)),
        f"{none} {place.arrivals()}",
        crossed.alt_text(rows, none),
    )
    if key := clicked(event):
        open_page(EVIDENCE, doors[tuple(key)])
    choose_number(
        "Findings behind a number: choose it here, or click it in the chart",
        [
            (
                f"{row.label}, {row.across or none}: "
                f"{found_of(row.reviews_with, row.reviews_assessed)}",
                doors[row.factor_id, row.across_id],
            )
            for row in sorted(found, key=lambda row: -row.reviews_with)
        ],
    )


def _table(rows: Sequence[Crossed], across: str, none: str) -> None:
    """Draw the table: what is found, most often first."""
    shown = sorted((row for row in rows if row.reviews_with), key=lambda row: -row.reviews_with)
    table = pd.DataFrame(
        {
            "Factor": [row.label for row in shown],
            across: [row.across or none for row in shown],
            "Found in": [row.reviews_with for row in shown],
            "Assessed": [row.reviews_assessed for row in shown],
            "Share": [_share(row) for row in shown],
            "Findings": [row.findings for row in shown],
        }
    )
    text = st.column_config.TextColumn
    st.dataframe(
        table,
        hide_index=True,
        column_config={
            name: text(width=width_of(table, name, WIDEST_NAME)) for name in ("Factor", across)
        }
        | {"Share": st.column_config.NumberColumn(format="%.0f%%", help="Found in, of assessed")},
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        placeholder="",
        alt=f"Each factor and {across.lower()} with the number of reviews in which both are found",
    )


def _share(row: Crossed) -> float | None:
    """Return the share of reviews in per cent; none of too few reviews."""
    if row.reviews_assessed < TOO_FEW_REVIEWS:
        return None
    return 100 * row.reviews_with / row.reviews_assessed


def _take_away(name: str, statement: Statement, chosen: Chosen, selection: Selection) -> None:
    """Draw the downloads and the SQL."""
    downloads.downloads(name, "Together?", statement, chosen, narrowed=only_as(chosen, selection))
    downloads.show_sql(statement)
