"""Ordinary work: which factors are a part of it too, and whose account does a finding rest on?"""

import streamlit as st

from dashboard.views.chosen import chosen
from dashboard.views.parts import accounts, beside, differing, empty
from dashboard.views.parts.links import ORDINARY_WORK
from dashboard.views.parts.settings import choose

SHOW = {"beside": "Ordinary work beside case reviews", "accounts": "Whose account"}

here = chosen()
st.title(ORDINARY_WORK)

if not here.extent.reviews_selected:
    empty.no_review(here)
else:
    answer = st.container()
    if choose("show", "What is shown", SHOW, "beside") == "beside":
        beside.draw(here, answer)
    elif accounts.draw(here, answer):
        differing.draw(here)
