"""Where a briefing would have nothing to tell: why, and the way to a quarter that has."""

import streamlit as st

from dashboard.briefing.nothing_to_tell import NothingToTell
from dashboard.sentences import escaped
from dashboard.views import place
from dashboard.views.parts.around import LINE


def draw(nothing: NothingToTell) -> None:
    """Say why, and draw a button that goes to the quarter, where there is one."""
    st.markdown(escaped(str(nothing)), width=LINE)
    if nothing.quarter is not None:
        st.button(
            f"Show {nothing.quarter.name}",
            key="briefing of another quarter",
            on_click=place.set_page,
            kwargs={"quarter": nothing.quarter.code},
        )
