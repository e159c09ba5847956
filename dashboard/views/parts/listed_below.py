"""Under a chart that was clicked: what is listed further down, and the way there."""

import streamlit as st

from dashboard.sentences import escaped
from dashboard.views.parts.around import LINE


def listed_below(what: str, title: str) -> None:
    """Say what is listed, with a link to the list.

    Args:
        what: what the list holds, as plain text, such as "17 follow-ups (seen again)".
        title: the heading over the list.
    """
    anchor = title.lower().replace(" ", "-")
    st.markdown(f"Listed below: {escaped(what)}. [Go to the list](#{anchor})", width=LINE)
