"""Light or dark, as the reader sees the page."""

import streamlit as st

from dashboard.theme import Mode


def mode() -> Mode:
    """Return the mode of the page; light until the browser has said which."""
    return "dark" if st.context.theme.type == "dark" else "light"
