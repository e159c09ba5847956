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
elif sides := choose_sides(here):
    comparison.draw(here, *sides[:2], COMPARE, sides[2])
