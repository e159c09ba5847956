"""The dashboard's entry: finds the build, keeps address and filters in step, runs one page."""

import streamlit as st

from dashboard import sidebar
from dashboard.database import open_build
from dashboard.views import chosen as choice
from dashboard.views import place
from dashboard.views.parts import around, saved_views
from dashboard.views.parts.links import PAGES
from queries.resolve import SelectionFault
from queries.store import NoBuild

pages = {name: st.Page(**about) for name, about in PAGES.items()}
page = st.navigation(list(pages.values()), position="hidden")
st.set_page_config(page_title=f"{page.title} - Crossreview", layout="wide")

try:
    open_build()
except NoBuild as nothing:
    around.nothing_loaded(nothing)
    st.stop()

address, unread = place.arrive(page.url_path)
sidebar.source_chooser()
try:
    chosen, settled, unknown = choice.choose(address)
except SelectionFault as refusal:
    place.stay_at(address)
    around.refused(refusal)
    place.is_drawn()
    st.stop()

place.stay_at(settled)
choice.keep(chosen)
sidebar.filters(chosen)
saved_views.draw(page.title, chosen)
around.navigation(pages, settled)
around.notices(chosen, (*unread, *unknown))
around.chips(chosen)
page.run()
around.footer(chosen, page.title)
place.is_drawn()
