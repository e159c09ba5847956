"""Evidence: which findings stand behind a number?"""

import streamlit as st

from dashboard.views.chosen import chosen
from dashboard.views.parts import empty, finding_list, review
from dashboard.views.place import address

here = chosen()
if address().review:
    review.draw(address(), here, "Back to the list of findings")
else:
    st.title("Evidence")
    if not here.extent.reviews_selected:
        empty.no_review(here)
    else:
        finding_list.draw(here)
