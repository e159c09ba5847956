"""The briefing as it is written, within the page."""

import base64
import hashlib

import streamlit as st

from dashboard.briefing.document import Document
from dashboard.briefing.request import Request
from dashboard.views.parts.around import LINE
from dashboard.views.parts.briefing_document import page_of

HEIGHT = 820
_LONGEST = 2 * 1024 * 1024
"""Letters of an address, from which on Chromium shows an empty frame in its place."""


def draw(document: Document, request: Request) -> None:
    """Draw the HTML that the download holds, in a frame that scrolls.

    The frame is loaded from the bytes themselves. So its links lead within it, and it has no
    origin: nothing in it could reach the dashboard, even if its policy let anything run.
    """
    st.header("Preview")
    page = page_of(request)
    address = f"data:text/html;charset=utf-8;base64,{base64.b64encode(page).decode('ascii')}"
    if len(address) > _LONGEST:
        st.markdown(
            "This briefing is too long to be shown here. Download it as HTML and open the file.",
            width=LINE,
        )
        return
    # A frame that is loaded anew is a step of the browser's history; a new frame is none, and a
    # container of another key makes a new one.
    with st.container(border=True, key=f"preview {hashlib.sha256(page).hexdigest()}"):
        st.iframe(
            address,
            height=HEIGHT,
            alt=f"Preview: {document.title}, {document.subtitle}",
        )
