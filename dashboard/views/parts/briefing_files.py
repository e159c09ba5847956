"""Take a briefing away, and the command that makes the same."""

from functools import partial

import streamlit as st

from dashboard.briefing.document import Document
from dashboard.briefing.publish import FORMATS
from dashboard.briefing.request import Request, command
from dashboard.chosen import Chosen
from dashboard.downloads import file_name
from dashboard.views.parts.around import LINE


def draw(document: Document, request: Request, chosen: Chosen) -> None:
    """Draw a button a format, and the command; a file is made when its button is used."""
    with st.container(horizontal=True, gap="small", key="files of briefing"):
        for suffix, form in FORMATS.items():
            st.download_button(
                f"Download {form.name}",
                data=partial(form.write, document),
                file_name=_file(request, chosen, suffix),
                mime=form.mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"briefing {suffix}",
            )
    with st.expander("The command that makes the same", type="compact", width=LINE):
        out = _file(request, chosen, next(iter(FORMATS)))
        st.code(command(request, out), language="shell", wrap_lines=True)
        st.caption("A file name that ends otherwise is written in that format.")


def _file(request: Request, chosen: Chosen, suffix: str) -> str:
    """Name the file: a file is read long after the page that said what it is of is closed."""
    marks = ["made up"] if chosen.is_made_up else []
    about = request.review or request.factor or ""
    called = f"briefing {request.quarter.code} {about}"
    return file_name([*marks, *chosen.selection.sources], called, chosen.data_date, suffix)
