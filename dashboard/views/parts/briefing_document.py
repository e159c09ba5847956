"""The briefing that is asked for: written once for each choice, until the next build."""

from importlib.metadata import version
from pathlib import Path

import streamlit as st

from dashboard.briefing.compose import brief
from dashboard.briefing.document import Document
from dashboard.briefing.publish import FORMATS
from dashboard.briefing.request import Request
from dashboard.database import ask_table, build
from queries.store import fingerprint

KEPT = 16


def document(request: Request) -> Document:
    """Build the briefing of the build that is served.

    Raises:
        NothingToTell: there is no review for it; the message says why, and what to do.
    """
    return _document(build(), request)


def page_of(request: Request) -> bytes:
    """Return the briefing as HTML: what the download holds, and what the preview shows."""
    return _page(build(), request)


@st.cache_resource(
    max_entries=KEPT, show_spinner="Writing the briefing …", hash_funcs={Request: repr}
)
def _document(file: str, request: Request) -> Document:
    return brief(
        ask_table, request, fingerprint(Path(file)), version("crossreview"), lambda _: None
    )


@st.cache_resource(
    max_entries=KEPT, show_spinner="Writing the briefing …", hash_funcs={Request: repr}
)
def _page(file: str, request: Request) -> bytes:
    return FORMATS["html"].write(_document(file, request))
