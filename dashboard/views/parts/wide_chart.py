"""A chart wider than a telephone scrolls by itself: the page never does."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.charts.matrix import parted
from dashboard.views.parts.clickable_chart import clickable_chart

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
        st.plotly_chart(
            names,
            theme=None,
            width=_width(names),
            key=f"{key} names",
            config={"displayModeBar": False},
            alt="Names of the rows of the chart that follows",
        )
        return clickable_chart(rest, key, alt, width=_width(rest))


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
        return clickable_chart(figure, key, alt, width=_width(figure))


def _width(figure: go.Figure) -> int:
    """Return the width that a figure has of its own."""
    layout: Any = figure.layout
    return int(layout.width)
