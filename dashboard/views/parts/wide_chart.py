"""A chart wider than a telephone scrolls by itself: the page never does."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.charts.matrix import parted

# Nothing else of a page is told by this: Streamlit writes the key of a container as its class.
STYLE = """
<style>
[class*="st-key-wide-"], [class*="st-key-scrolled-"] { overflow-x: auto; }
[class*="st-key-wide-"] > *, [class*="st-key-scrolled-"] > * { flex: none; max-width: none; }
[class*="st-key-wide-"] > :first-child { position: sticky; left: 0; z-index: 1; }
</style>
"""


def wide_chart(figure: go.Figure, key: str, alt: str) -> Any:
    """Draw a matrix in its own size; the names of its rows stand still while the rest is scrolled.

    Args:
        figure: the matrix, with a width of its own.
        key: key of the chart; one that is new draws it anew, with nothing chosen in it.
        alt: the chart in words.

    Returns:
        What was clicked, as `st.plotly_chart` returns it.
    """
    names, rest = parted(figure)
    st.html(STYLE)
    with st.container(horizontal=True, wrap=False, gap=None, key=f"wide-{key}"):
        _chart(names, f"{key} names", "Names of the rows of the chart that follows")
        return _chart(rest, key, alt, on_select="rerun", selection_mode="points")


def scrolled_chart(figure: go.Figure, key: str, alt: str) -> Any:
    """Draw a chart of one piece in its own size: all of it is scrolled.

    Args:
        figure: the chart, with a width of its own.
        key: key of the chart, as for `wide_chart`.
        alt: the chart in words.

    Returns:
        What was clicked, as `st.plotly_chart` returns it.
    """
    st.html(STYLE)
    with st.container(horizontal=True, wrap=False, gap=None, key=f"scrolled-{key}"):
        return _chart(figure, key, alt, on_select="rerun", selection_mode="points")


def _chart(figure: go.Figure, key: str, alt: str, **how: Any) -> Any:
    """Draw a figure in its own size."""
    layout: Any = figure.layout
    return st.plotly_chart(
        figure,
        theme=None,
        width=int(layout.width),
        key=key,
        config={"displayModeBar": False},
        alt=alt,
        **how,
    )
