"""The briefing as it is written, within the page."""

import base64

import streamlit as st

from dashboard.briefing.document import Document
from dashboard.briefing.request import Request
from dashboard.views.parts.briefing_document import page_of

HEIGHT = 820


def draw(document: Document, request: Request) -> None:
    """Draw the HTML that the download holds, in a frame that scrolls.

    The frame is loaded from the bytes themselves, so that it has no origin: nothing in it could
    reach the dashboard, even if its content security policy let anything run.
    """
    st.header("Preview")
    page = base64.b64encode(page_of(request)).decode("ascii")
    st.iframe(
        f"data:text/html;charset=utf-8;base64,{page}",
        height=HEIGHT,
        alt=f"Preview: {document.title}, {document.subtitle}",
    )
