"""A chart of one piece that may be wider than a telephone: it scrolls by itself, the page never."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

# Nothing else of a page is told by this: Streamlit writes the key of a container as its class.
STYLE = """
<style>
[class*="st-key-scrolled-"] { overflow-x: auto; }
[class*="st-key-scrolled-"] > * { flex: none; max-width: none; }
</style>
"""


def scrolled_chart(figure: go.Figure, key: str, alt: str) -> Any:
    """Draw a figure in its own size.

    Args:
        figure: the chart, with a width of its own.
        key: key of the chart; one that is new draws it anew, with nothing chosen in it.
        alt: the chart in words.

    Returns:
        What was clicked, as `st.plotly_chart` returns it.
    """
    layout: Any = figure.layout
    st.html(STYLE)
    with st.container(horizontal=True, wrap=False, gap=None, key=f"scrolled-{key}"):
        return st.plotly_chart(
            figure,
            theme=None,
            width=int(layout.width),
            key=key,
            on_select="rerun",
            selection_mode="points",
            config={"displayModeBar": False},
            alt=alt,
        )
