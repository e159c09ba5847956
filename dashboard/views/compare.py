"""Compare: what differs between two agencies, boards, types of review or periods?"""

import streamlit as st

from dashboard.views.chosen import chosen
from dashboard.views.parts import comparison, empty
from dashboard.views.parts.links import COMPARE
from dashboard.views.parts.sides import choose_sides

here = chosen()
st.title(COMPARE)

if not here.extent.reviews_selected:
    empty.no_review(here)
else:
    answer = st.container()  # the answer stands first, and rests on the settings beneath it
    if sides := choose_sides(here):
        comparison.draw(here, *sides[:2], answer, COMPARE, sides[2])
