"""When: how often is each factor found over time, and did that change?"""

import streamlit as st

from dashboard.database import ask_table
from dashboard.estimates import with_interval
from dashboard.sentences import NOT_CAUSED_BY, placed_by
from dashboard.timeline import timeline
from dashboard.views.chosen import chosen
from dashboard.views.parts import (
    downloads,
    empty,
    factor_after_action,
    timeline_charts,
    timeline_lists,
    timeline_sentences,
    timeline_tables,
)
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import WHEN
from dashboard.views.parts.notes import draw_notes, notes_of
from dashboard.views.parts.timeline import KINDS, one_of, settings

here = chosen()
st.title(WHEN)
if not here.extent.reviews_selected:
    empty.no_review(here)
else:
    answer = st.container()  # the answer stands first, and rests on the settings beneath it
    asked = settings(here)
    found = timeline(ask_table, here, asked.kind, asked.appraisal)
    if found.history.empty:
        empty.no_finding(here)
    elif not found.courses:
        timeline_sentences.no_time(here, asked)
    else:
        large = one_of(found) if asked.show == "one" else None
        with answer:
            timeline_sentences.draw(found, large, here, asked)
        timeline_charts.draw(found, large, here, notes_of(here))
        st.caption(NOT_CAUSED_BY, width=LINE)
        if large:
            factor_after_action.draw(here, large.factor_id)
        timeline_lists.draw(found, here, asked.kind)
        timeline_tables.draw(found, large)
        axis = (placed_by(here.selection.basis), f"Periods: {KINDS[asked.kind]}")
        downloads.downloads("factor_history", WHEN, found.history_statement, here, narrowed=axis)
        st.caption("Each factor in each period, with the number of reviews:")
        downloads.downloads(
            "factor_by_period", WHEN, found.statement, here, finish=with_interval, narrowed=axis
        )
        downloads.show_sql(found.statement)
        st.header("Notes on the axis of time")
        draw_notes(here)
