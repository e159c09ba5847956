"""Codebook: what does each factor mean, and since when is it used?"""

import streamlit as st

from dashboard.database import build, run_table
from dashboard.sentences import count, escaped
from dashboard.views.chosen import chosen
from dashboard.views.parts import downloads, empty
from dashboard.views.parts.around import LINE
from dashboard.views.parts.tables import height_of_rows, said
from queries.statement import compose

MEANING, NAME = 440, 200
COLUMNS = (
    "label",
    "definition",
    "layer_label",
    "valid_from",
    "valid_to",
    "standing",
    "factor_id",
    "version",
)
STANDINGS = (
    "Standing: **verified** in the named publication; **remembered**, and not verified; "
    "**derived** from verified ones; or **proposed** by Crossreview."
)

here = chosen()
framework = next(one for one in here.frameworks if one.framework_id == here.selection.framework)
st.title("Codebook")
st.markdown(f"**{escaped(framework.title)}**, version {escaped(framework.version)}", width=LINE)
st.markdown(escaped(framework.about), width=LINE)
statement = compose("codebook", here.selection)
codebook = run_table(build(), statement)
if codebook.empty:
    empty.no_finding(here)
else:
    st.markdown(f"{count(len(codebook), 'factor')}. {STANDINGS}", width=LINE)
    row = height_of_rows(codebook, {"definition": MEANING, "label": NAME})
    st.dataframe(
        codebook,
        hide_index=True,
        column_order=said(codebook, COLUMNS),
        column_config={
            "label": st.column_config.TextColumn("Factor", width=NAME),
            "definition": st.column_config.TextColumn("What it means", width=MEANING),
            "layer_label": "Layer",
            "valid_from": st.column_config.DateColumn("Used from", format="DD/MM/YYYY"),
            "valid_to": st.column_config.DateColumn("Used until", format="DD/MM/YYYY"),
            "standing": "Standing",
            "factor_id": "Code",
            "version": "Version",
        },
        row_height=row,
        height=min(len(codebook) * row + 38, 760),
        placeholder="",
        alt="Each factor of the framework with its meaning",
    )
    downloads.downloads("codebook", "Codebook", statement, here)
    downloads.show_sql(statement)
st.caption(escaped(" ".join(f"{framework.citation} {framework.licence}".split())), width=LINE)
