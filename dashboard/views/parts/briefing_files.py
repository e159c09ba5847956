"""Take a briefing away, with its manifest, and the command that makes the same."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.briefing.document import Document
from dashboard.briefing.manifest import to_json
from dashboard.briefing.publish import FORMATS, MANIFEST, stem_of
from dashboard.briefing.request import Request, command
from dashboard.views.parts.around import LINE


def draw(document: Document, request: Request) -> None:
    """Draw a button a format, and what makes the same; a file is made when its button is used."""
    stem = stem_of(document, request)
    with st.container(horizontal=True, gap="small", key="files of briefing"):
        for suffix, form in FORMATS.items():
            _button(form.name, partial(form.write, document), f"{stem}.{suffix}", form.mime)
    with st.expander("The command that makes the same", type="compact", width=LINE):
        st.code(command(request, f"{stem}.pdf"), language=None, wrap_lines=True)
        st.caption(
            "It makes it from the data that are loaded; a file name that ends otherwise is written "
            "in that format. The manifest makes it from the very data that are read here:"
        )
        again = f"crossreview briefing --from-manifest {stem}{MANIFEST}"
        st.code(again, language=None, wrap_lines=True)
        _button(
            "manifest",
            partial(to_json, document.manifest, {}),
            f"{stem}{MANIFEST}",
            "application/json",
        )


def _button(what: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    """Draw the button that makes a file, and gives it away."""
    st.download_button(
        f"Download {what}",
        data=make,
        file_name=name,
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"briefing {what}",
    )
