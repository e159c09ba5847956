"""Layers and patterns: where do factors lie, and what is seen through another framework?"""

import streamlit as st

from dashboard.views.chosen import chosen
from dashboard.views.parts import balance, crosswalk, empty
from dashboard.views.parts.links import LAYERS
from dashboard.views.parts.settings import choose

SHOWN = {
    "layers": "Layers",
    "patterns": "Underlying patterns",
    "through": "Through another framework",
}

here = chosen()
st.title(LAYERS)
if not here.extent.reviews_selected:
    empty.no_review(here)
else:
    answer = st.container()
    shown = choose("show", "What to look at", SHOWN, "layers")
    if shown == "through":
        crosswalk.draw(here, answer)
    else:
        balance.draw(shown, here, answer)
