"""Where: at which agencies is each contributory factor found?"""

import streamlit as st

from dashboard.database import ask_rows
from dashboard.views.chosen import chosen
from dashboard.views.parts import downloads, empty, where_funnel, where_map
from dashboard.views.parts.where_choices import ask_where, choose_drawing, no_agency

here = chosen()
st.title("Where?")

if not here.extent.reviews_selected:
    empty.no_review(here)
elif not ask_rows("agency_groups", here.selection):
    no_agency(here)
else:
    answer = st.container()
    with st.container(horizontal=True, key="settings", vertical_alignment="bottom"):
        drawing = choose_drawing()
        asked = ask_where(here)
    if asked.rows.empty:
        empty.no_finding(here)
    else:
        draw = where_map.draw if drawing == "map" else where_funnel.draw
        draw(asked, answer)
        downloads.show_sql(asked.statement)
