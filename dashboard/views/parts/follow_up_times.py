"""How long it was until a factor was found again: the curves, and what they let a reader say."""

import pandas as pd
import streamlit as st

from dashboard.charts import survival
from dashboard.estimates import Curve, curves
from dashboard.sentences import after_action, escaped
from dashboard.views.parts.around import LINE
from dashboard.views.parts.mode import mode
from dashboard.views.parts.settings import choose

TOGETHER = "all"
CURVES = {
    TOGETHER: "All together",
    "strength": "By strength of the action",
    "evidence_grade": "By evidence of its effect",
}
WIDEST = 900
"""Pixels: a curve drawn wider is no easier to read."""


def draw(rows: pd.DataFrame) -> None:
    """Draw the curves.

    Args:
        rows: rows of `follow_ups.sql`, at least one.
    """
    st.header("How long until it was seen again?")
    answer = st.container()
    with st.container(horizontal=True, key="settings of times", gap="medium"):
        by = choose("curves", "Curves", CURVES, TOGETHER, kind="select")
        readings = after_action.READINGS
        reading = choose("practice", "Practice that", readings, "strict", kind="select")
    lenient = reading == "lenient"
    found = curves(rows, "lenient" if lenient else "strict", None if by == TOGETHER else by)
    with answer:
        st.markdown(_said(found), width=LINE)
    if any(curve.survival for curve in found):
        st.plotly_chart(
            survival.survival(found, mode()),
            theme=None,
            key=f"times {by} {reading}",
            config={"displayModeBar": False},
            alt=survival.alt_text(found),
            width=WIDEST if len(found) > 1 else "stretch",
        )
        st.caption(escaped("\u2003".join(survival.key(found))), width=LINE)
    st.caption(after_action.WATCHED, width=LINE)


def _said(found: list[Curve]) -> str:
    """Return what the curves say, in one paragraph."""
    if len(found) == 1:
        return after_action.time_until(found[0])
    return " ".join(filter(None, [after_action.groups(found), after_action.compared(found)]))
