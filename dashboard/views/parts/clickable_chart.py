"""A chart whose marks can be clicked, as wide as there is room."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.views import place


def clickable_chart(figure: go.Figure, key: str, alt: str, **how: Any) -> Any:
    """Draw a figure in its own colours, without plotly's bar of tools.

    Args:
        figure: the chart.
        key: key of the chart; one that is new draws it anew, with nothing chosen in it.
        alt: the chart in words.
        how: how else it is drawn, such as its width.

    Returns:
        What was clicked, as `st.plotly_chart` returns it.
    """
    return st.plotly_chart(
        figure,
        theme=None,
        key=key,
        on_select=place.stay,
        selection_mode="points",
        config={"displayModeBar": False},
        alt=alt,
        **how,
    )
