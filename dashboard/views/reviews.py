"""Reviews: which reviews do the filters choose?"""

import streamlit as st

from dashboard.database import build
from dashboard.sentences import count
from dashboard.views import place
from dashboard.views.chosen import chosen
from dashboard.views.parts import downloads, empty, review
from dashboard.views.parts.around import LINE
from dashboard.views.parts.review_list import review_list
from queries.statement import compose

here = chosen()
if place.address().review:
    review.draw(place.address(), here, "Back to the list of reviews")
else:
    st.title("Reviews")
    if not here.extent.reviews_selected:
        empty.no_review(here)
    else:
        selected, of = int(here.extent.reviews_selected), int(here.extent.reviews_of_sources)
        are = "is" if selected == 1 else "are"
        st.markdown(
            f"**{selected:,} of {count(of, 'review')}** {are} selected, latest first.", width=LINE
        )
        statement = compose("reviews", here.selection)
        ticked = review_list(build(), statement, here)
        downloads.downloads("reviews", "Reviews", statement, here)
        downloads.show_sql(statement)
        if ticked:
            place.go(place.address().opening(*ticked))
            st.rerun()
