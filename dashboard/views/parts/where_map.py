"""All factors by all agencies: the matrix of "Where?", with its table and downloads."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import theme
from dashboard.by_agency import AT_FIRST, AtAgency, at_agencies, with_cells
from dashboard.charts import factor_by_agency as chart
from dashboard.charts.matrix import Line
from dashboard.database import ask_rows, estimated
from dashboard.sentences import IN_THE_SAME_REVIEW, NOT_CAUSED_BY
from dashboard.sentences import factor_by_agency as sentences
from dashboard.sentences.counts import NO_LAYER
from dashboard.views.parts import downloads, where_table
from dashboard.views.parts.around import LINE
from dashboard.views.parts.matrix_key import matrix_key
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number
from dashboard.views.parts.settings import choose
from dashboard.views.parts.where_choices import Asked
from dashboard.views.parts.where_evidence import numbers, open_clicked
from dashboard.views.parts.wide_chart import wide_chart
from dashboard.views.place import address, arrivals

ALL = "all"
MORE, MOST = 16, 60
"""Columns that are scrolled, and beyond which nobody scrolls."""
FACTORS_BY = {"found": "Most found", "codebook": "Codebook", "layer": "Layer"}
AGENCIES_BY = {"reviews": "In most reviews", "name": "Name", "sector": "Sector"}


def draw(asked: Asked, answer: DeltaGenerator) -> None:
    """Draw the matrix, the way to the evidence, the table and the downloads.

    Args:
        asked: what was asked, and the answer.
        answer: where the sentence goes.
    """
    with st.container(horizontal=True, key="order"):
        factors = _choose_factors(asked)
        groups = _choose_groups(asked)
    shown = {"appraisal": asked.appraisal, "agencies": tuple(one.group_id for one in groups)}
    table = estimated(asked.statement, with_cells, **shown)
    cells = at_agencies(table)
    answer.markdown(sentences.factor_by_agency(cells, asked.appraisal), width=LINE)
    _key(cells, asked)
    by_sector = address().setting("agencies_by") == "sector"
    columns = chart.columns_of(cells, groups, by_sector=by_sector)
    event = wide_chart(
        chart.factor_by_agency(cells, factors, columns, mode(), asked.appraisal),
        key=f"where-{arrivals()}",
        alt=chart.alt_text(cells, asked.appraisal),
    )
    open_clicked(event, asked)
    choose_number(
        "Findings behind a number: choose it here, or click its cell", numbers(cells, asked)
    )
    notices = _notices(cells, asked, len(asked.groups) - len(groups))
    st.caption(" ".join(notices), width=LINE)
    where_table.draw(table, cells, {one.group_id: one.sector_label for one in asked.groups})
    downloads.downloads(
        "factor_by_agency",
        "Where?",
        asked.statement,
        asked.chosen,
        finish=partial(with_cells, **shown),
        added=where_table.ADDED,
        notices=notices,
    )


def _choose_factors(asked: Asked) -> list[Line]:
    """Draw the choice of the order of factors, and return them in it."""
    codebook = ask_rows("codebook", asked.chosen.selection)
    layer_of = {
        row.factor_id: NO_LAYER if pd.isna(row.layer_label) else row.layer_label for row in codebook
    }
    layers = sorted(dict.fromkeys(layer_of.values()), key=lambda layer: layer == NO_LAYER)
    has_layers = layers != [NO_LAYER]
    options = {name: words for name, words in FACTORS_BY.items() if has_layers or name != "layer"}
    order = choose("factors_by", "Factors by", options, "found")
    if order == "codebook":
        return [Line(row.factor_id, row.label) for row in codebook]
    found = [
        row
        for row in ask_rows("factor_recurrence", asked.chosen.selection)
        if row.appraisal == asked.appraisal
    ]
    if order == "found":
        return [Line(row.factor_id, row.label) for row in found]
    return [
        Line(row.factor_id, row.label, layer)
        for layer in layers
        for row in found
        if layer_of[row.factor_id] == layer
    ]


def _choose_groups(asked: Asked) -> list[Any]:
    """Draw the choice of how many agencies are shown, and their order; return them in it."""
    order = choose("agencies_by", "Agencies by", AGENCIES_BY, "reviews")
    there = len(asked.groups)
    many = ALL
    if there > AT_FIRST:
        options = {str(number): str(number) for number in (AT_FIRST, MORE, MOST) if number < there}
        many = choose(
            "by", "Shown", options | ({ALL: "All"} if there <= MOST else {}), str(AT_FIRST)
        )
    shown = list(asked.groups if many == ALL else asked.groups[: int(many)])
    if order == "name":
        return sorted(shown, key=lambda group: group.label.casefold())
    if order == "sector":
        return sorted(shown, key=lambda group: group.sector_label)
    return shown


def _key(cells: Sequence[AtAgency], asked: Asked) -> None:
    """Draw what fills and signs mean: of the signs only those that are there."""
    hue = theme.appraisal_cue(asked.appraisal, mode()).colour
    steps = chart.steps_in_words(chart.step_of_scale(cells))
    matrix_key(mode(), hue, steps, chart.signs(cells), chart.unfilled(cells))


def _notices(cells: Sequence[AtAgency], asked: Asked, not_shown: int) -> tuple[str, ...]:
    """Return what must be said beside the numbers."""
    attributions = sorted({cell.attribution for cell in cells})
    return tuple(
        filter(
            None,
            (
                IN_THE_SAME_REVIEW if "review" in attributions else "",
                sentences.not_shown(not_shown, asked.agencies_as),
                sentences.STANDING_OUT,
                *(sentences.ELSEWHERE[attribution] for attribution in attributions),
                NOT_CAUSED_BY,
            ),
        )
    )
