"""Whose account a finding rests on, as a matrix of factors and accounts."""

from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import theme
from dashboard.address import Address
from dashboard.charts import factor_by_perspective as chart
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, build, run_table
from dashboard.estimates import with_interval
from dashboard.sentences import NOT_CAUSED_BY, count, escaped, found_of
from dashboard.sentences.ordinary_work import NEITHER_IS_RIGHT, SEVERAL_ACCOUNTS, perspectives
from dashboard.views.parts import accounts_table
from dashboard.views.parts.appraised import one_appraisal
from dashboard.views.parts.around import LINE
from dashboard.views.parts.downloads import downloads, show_sql
from dashboard.views.parts.links import EVIDENCE, ORDINARY_WORK, open_page
from dashboard.views.parts.matrix_key import matrix_key
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number, clicked, evidence
from dashboard.views.parts.settings import choose
from dashboard.views.parts.wide_chart import wide_chart
from dashboard.views.place import arrivals
from queries.selection import NONE
from queries.statement import compose

FACTORS_BY = {"found": "How often found", "codebook": "Order of the codebook"}
DEPTHS = ("none", "under 25%", "25% to under 50%", "50% to under 75%", "75% or more")


def draw(chosen: Chosen, answer: DeltaGenerator) -> bool:
    """Draw in how many reviews each factor is found in each account.

    Args:
        chosen: the reader's choice.
        answer: where the sentences that answer the page's question stand.

    Returns:
        Whether the account is recorded for any finding, or those of no account were asked for.
    """
    about = ask_rows("perspectives", chosen.selection)
    answer.markdown(perspectives(about), width=LINE)
    is_recorded = any(isinstance(row.perspective, str) for row in about)
    if not is_recorded and (not about or NONE not in chosen.selection.perspectives):
        return False
    answer.caption(NEITHER_IS_RIGHT, width=LINE)
    with st.container(horizontal=True, key="how"):
        appraisal = one_appraisal(chosen.appraisals_left)
        order = choose("factors_by", "Factors by", FACTORS_BY, "found")
    statement = compose("factor_by_perspective", chosen.selection)
    table = run_table(build(), statement)
    of_appraisal: Any = table[table["appraisal"] == appraisal]
    rows = ordered(of_appraisal, by_number=order == "found")
    notes = {"": count(0, "finding")} | {
        row.perspective if isinstance(row.perspective, str) else "": count(
            int(row.findings), "finding"
        )
        for row in about
    }
    event = wide_chart(
        chart.factor_by_perspective(rows, notes, appraisal, mode()),
        f"accounts {arrivals()}",
        chart.alt_text(rows),
    )
    hue = theme.appraisal_cue(appraisal, mode()).colour
    matrix_key(mode(), hue, DEPTHS, ())
    if mark := clicked(event):
        open_page(EVIDENCE, _evidence(chosen, mark[0], mark[1], appraisal))
    choose_number(
        "Findings behind a number: choose it here, or click it in the chart",
        _numbers(rows, chosen, appraisal),
    )
    for words in (SEVERAL_ACCOUNTS, NOT_CAUSED_BY):
        st.caption(escaped(words), width=LINE)
    accounts_table.draw(rows)
    downloads(
        "factor_by_perspective",
        ORDINARY_WORK,
        statement,
        chosen,
        finish=with_interval,
        notices=(NEITHER_IS_RIGHT,),
    )
    show_sql(statement, compose("perspectives", chosen.selection))
    return True


def ordered(rows: pd.DataFrame, *, by_number: bool) -> pd.DataFrame:
    """Put the factors in the order to draw, with the accounts of each together.

    Args:
        rows: rows of `factor_by_perspective.sql`, of one appraisal, in the codebook's order.
        by_number: whether the factor that most reviews hold in one account comes first.
    """
    if not by_number:
        return rows
    most: Any = rows.groupby("factor_id", sort=False)["reviews_with"].transform("max")
    order = most.fillna(-1).astype(int).sort_values(ascending=False, kind="stable").index
    return rows.loc[order]


def _evidence(chosen: Chosen, factor: str, perspective: str, appraisal: str) -> Address:
    """Return the address of the findings behind one cell."""
    return evidence(chosen, factor, appraisal, perspectives=(perspective or NONE,))


def _numbers(rows: pd.DataFrame, chosen: Chosen, appraisal: str) -> list[tuple[str, Address]]:
    """Return each cell that can be opened in words, with the address of its findings."""
    return [
        (
            f"{row.label}, {row.account.lower()}: {found_of(row.found, row.of)}",
            _evidence(chosen, row.factor_id, row.perspective, appraisal),
        )
        for row in chart.accounts(rows)
        if row.of and row.found
    ]
