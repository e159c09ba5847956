"""What recurs: in how many reviews is each contributory factor found?"""

import streamlit as st

from dashboard import charts
from dashboard.database import build, run_table
from dashboard.estimates import with_interval
from dashboard.sentences import NOT_CAUSED_BY, factor_recurrence, placed_by
from dashboard.views.chosen import chosen
from dashboard.views.parts import downloads, empty, recurrence_table
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.links import EVIDENCE, open_page
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number, clicked, evidence
from dashboard.views.place import arrivals
from queries.statement import compose

here = chosen()
st.title("What recurs?")
statement = compose("factor_recurrence", here.selection)
recurrence = with_interval(run_table(build(), statement))

if not here.extent.reviews_selected:
    empty.no_review(here)
elif recurrence.empty:
    empty.no_finding(here)
else:
    st.markdown(factor_recurrence(recurrence), width=LINE)
    event = clickable_chart(
        charts.factor_recurrence(recurrence, mode()),
        f"recurrence {arrivals()}",
        charts.factor_recurrence_alt_text(recurrence),
    )
    if mark := clicked(event):
        open_page(EVIDENCE, evidence(here, *mark[:2]))
    choose_number(
        "Findings behind a number: choose it here, or click it in the chart",
        recurrence_table.numbers(recurrence, here),
    )
    st.caption(NOT_CAUSED_BY, width=LINE)
    recurrence_table.draw(recurrence, here)
    downloads.downloads(
        "factor_recurrence",
        "What recurs?",
        statement,
        here,
        finish=with_interval,
        narrowed=(placed_by(here.selection.basis),),
    )
    downloads.show_sql(statement)
