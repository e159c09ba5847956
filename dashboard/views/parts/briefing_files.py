"""Take a briefing away, and the command that makes the same."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.briefing.document import Document
from dashboard.briefing.request import Request, command
from dashboard.briefing.writers.html import to_html
from dashboard.briefing.writers.markdown import to_markdown
from dashboard.chosen import Chosen
from dashboard.downloads import file_name
from dashboard.views.parts.around import LINE

Write = Callable[[Document], bytes]
FORMATS: dict[str, tuple[str, str, Write]] = {
    "html": ("HTML", "text/html", to_html),
    "md": ("Markdown", "text/markdown", to_markdown),
}
"""What a briefing is written as, by the suffix of its file: name, media type, writer."""


def draw(document: Document, request: Request, chosen: Chosen) -> None:
    """Draw the buttons, and the command; a file is made when its button is used."""
    with st.container(horizontal=True, gap="small", key="files of briefing"):
        for suffix, (label, mime, write) in FORMATS.items():
            st.download_button(
                f"Download {label}",
                data=partial(write, document),
                file_name=_file(request, chosen, suffix),
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"briefing {suffix}",
            )
    with st.expander("The command that makes the same", type="compact", width=LINE):
        out = _file(request, chosen, next(iter(FORMATS)))
        st.code(command(request, out), language="shell", wrap_lines=True)
        st.caption("Another ending writes another format.")


def _file(request: Request, chosen: Chosen, suffix: str) -> str:
    """Name the file: a file is read long after the page that said what it is of is closed."""
    marks = ["made up"] if chosen.is_made_up else []
    about = request.review or request.factor or ""
    called = f"{request.template.title} {about} {request.quarter.code}"
    return file_name([*marks, *chosen.selection.sources], called, chosen.data_date, suffix)
