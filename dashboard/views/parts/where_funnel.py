"""One factor at all agencies: the funnel of "Where?", with its table and downloads."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.by_agency import InFunnel, in_funnel, with_points
from dashboard.charts import funnel as chart
from dashboard.database import ask_rows, estimated
from dashboard.downloads import Definition
from dashboard.estimates import FEWEST_INVOLVED
from dashboard.sentences import IN_THE_SAME_REVIEW, NOT_CAUSED_BY
from dashboard.sentences import factor_by_agency as sentences
from dashboard.views.parts import downloads, where_table
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number
from dashboard.views.parts.settings import choose
from dashboard.views.parts.where_choices import Asked
from dashboard.views.parts.where_evidence import numbers, open_clicked
from dashboard.views.place import arrivals

TITLE = "How much do agencies differ by more than chance would have it?"
IN_SAME = "In the same review: how much do agencies differ by more than chance would have it?"
ADDED = (
    *where_table.ADDED,
    Definition("baseline", "share of all: found over assessed, each agency with its reviews"),
    Definition("low_95", "lower 95% limit at the agency's number of reviews"),
    Definition("high_95", "upper 95% limit"),
    Definition("low_998", "lower 99.8% limit"),
    Definition("high_998", "upper 99.8% limit"),
    Definition("funnel", "within, the outermost limit that the agency lies beyond, or too few"),
)


def draw(asked: Asked, answer: DeltaGenerator) -> None:
    """Draw the funnel, the way to the evidence, the table and the downloads.

    Args:
        asked: what was asked, and the answer.
        answer: where the sentence goes.
    """
    factor, label = _choose_factor(asked)
    attributions = sorted(asked.rows["attribution"].unique().tolist())
    attribution = attributions[0]
    shown = {"appraisal": asked.appraisal, "factor": factor, "attribution": attribution}
    table = estimated(asked.statement, with_points, **shown)
    points = in_funnel(table)
    drawn = [point for point in points if point.funnel]
    baseline = float(table["baseline"].iloc[0])
    said = sentences.funnel(points, baseline, label, asked.appraisal, asked.agencies_as)
    answer.markdown(said, width=LINE)
    if drawn:
        in_same = attribution == "review"
        st.header(IN_SAME if in_same else TITLE, anchor=False)
        st.caption(sentences.NOT_A_RANKING, width=LINE)
        event = clickable_chart(
            chart.funnel(drawn, baseline, mode(), asked.appraisal, in_same=in_same),
            f"funnel {arrivals()}",
            chart.alt_text(drawn, baseline),
        )
        open_clicked(event, asked)
    cells = [point.cell for point in points]
    choose_number(
        "Findings behind a number: choose it here, or click its mark", numbers(cells, asked)
    )
    notices = _notices(points, attributions, asked.agencies_as)
    st.caption(" ".join(notices), width=LINE)
    where_table.draw(table, cells, {one.group_id: one.sector_label for one in asked.groups})
    downloads.downloads(
        "factor_by_agency",
        "Where?",
        asked.statement,
        asked.chosen,
        finish=partial(with_points, **shown),
        added=ADDED,
        notices=(sentences.NOT_A_RANKING, *notices),
    )


def _choose_factor(asked: Asked) -> tuple[str, str]:
    """Draw the choice of the factor, most found first; return its code and its name."""
    labels = {
        row.factor_id: row.label
        for row in ask_rows("factor_recurrence", asked.chosen.selection)
        if row.appraisal == asked.appraisal
    }
    factor = choose("large", "Factor", labels, next(iter(labels)), kind="select")
    return factor, labels[factor]


def _notices(
    points: Sequence[InFunnel], attributions: Sequence[str], agencies_as: str
) -> tuple[str, ...]:
    """Return what must be said beside the numbers."""
    few = sum(point.funnel == "too few" for point in points)
    unknown = sum(not point.cell.is_recorded for point in points)
    said = [
        "▲ and ▼ lie beyond the 95% limits, with a strong edge beyond the 99.8% limits. One may "
        "lie there because its reviews are of another kind. The table names them all.",
        f"○ {sentences.agencies(few, agencies_as)} with fewer than {FEWEST_INVOLVED} reviews: "
        "drawn, and never flagged."
        if few
        else "",
        f"{sentences.agencies(unknown, agencies_as)} not drawn: in how many reviews they were "
        "involved is not recorded."
        if unknown
        else "",
        "Sources that know agencies only from the review are left out here."
        if len(attributions) > 1
        else "",
        IN_THE_SAME_REVIEW if attributions == ["review"] else "",
        NOT_CAUSED_BY,
    ]
    return tuple(filter(None, said))
