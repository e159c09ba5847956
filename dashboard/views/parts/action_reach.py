"""The layer of each action against the layer of the finding that it answers."""

from typing import Any

import streamlit as st

from dashboard.action_strength import Reach, compared, reaches
from dashboard.charts import action_reach as matrix
from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.sentences import action_strength as words
from dashboard.views import place
from dashboard.views.parts import action_list, action_numbers
from dashboard.views.parts.around import LINE
from dashboard.views.parts.matrix_key import matrix_key
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import clicked
from dashboard.views.parts.wide_chart import wide_chart


def said(chosen: Chosen, left_out: Any) -> str:
    """Return the answer in words.

    Args:
        chosen: the reader's choice.
        left_out: the row of `action_reach_left_out.sql`.
    """
    if not _has_layers(chosen):
        framework = chosen.selection.framework or ""
        return words.no_layers(chosen.labels["framework"][framework])
    return words.reach(left_out)


def draw(chosen: Chosen, left_out: Any) -> list[Reach]:
    """Draw the matrix.

    Args:
        chosen: the reader's choice.
        left_out: the row of `action_reach_left_out.sql`.

    Returns:
        The cells that are drawn; none where nothing can be compared.
    """
    if not _has_layers(chosen) or not left_out.actions_compared:
        return []
    st.header("Do they reach what they answer?")
    cells = reaches(ask_rows("action_reach", chosen.selection))
    if any(cell.is_mismatch and cell.actions for cell in compared(cells)):
        signs = ((matrix.NEARER, "the front line than the finding"),)
    else:
        signs = ()
    matrix_key(mode(), matrix.hue(mode()), matrix.STEPS, signs, (matrix.UNFILLED,))
    event = wide_chart(
        matrix.action_reach(cells, mode()),
        f"reach {place.arrivals()} {sorted(action_list.behind_address().items())}",
        matrix.alt_text(cells),
    )
    if mark := clicked(event):
        action_numbers.show(action_numbers.of_cell(chosen, mark[0], mark[1]))
    st.caption(f"{words.SHADED} {words.NEARER}", width=LINE)
    return cells


def _has_layers(chosen: Chosen) -> bool:
    """Say whether types of action are placed in the layers of the framework that is counted in."""
    rows = ask_rows("action_types", chosen.default)
    return chosen.selection.framework in {row.framework_id for row in rows}
