"""Together: which factors are found in the same reviews, and what lies under them?"""

from dataclasses import replace

import streamlit as st

from dashboard.views.chosen import chosen
from dashboard.views.parts import empty, together_crossed, together_pairs
from dashboard.views.parts.appraised import appraised
from dashboard.views.parts.around import LINE
from dashboard.views.parts.settings import choose

SHOWN = {
    "matrix": "Pairs as a matrix",
    "network": "Pairs as a network",
    "patterns": "Factors and patterns",
    "layers": "Factors and layers",
}

here = chosen()
st.title("Together?")
if not here.extent.reviews_selected:
    empty.no_review(here)
else:
    answer = st.container()
    show = choose("show", "Show", SHOWN, "matrix")
    with st.container(horizontal=True, vertical_alignment="bottom", width=LINE):
        only = appraised(here)
        least = together_pairs.least() if show in ("matrix", "network") else 0
    selection = replace(here.selection, appraisals=(only,)) if only else here.selection
    if show in ("matrix", "network"):
        together_pairs.draw(here, selection, answer, least, is_network=show == "network")
    elif show == "patterns":
        together_crossed.patterns(here, selection, answer)
    else:
        together_crossed.layers(here, selection, answer)
