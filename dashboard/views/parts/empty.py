"""An empty page says which filter emptied it, and offers to take that filter away."""

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.sentences import count, escaped
from dashboard.sentences import left_out as words
from dashboard.sentences.left_out import REVIEW_FILTERS, filter_name
from dashboard.views import place
from dashboard.views.parts.around import LINE
from queries.selection import Selection

FINDING_FILTERS = {
    "factors": "factor",
    "layers": "layer",
    "patterns": "underlying pattern",
    "perspectives": "account",
    "appraisals": "appraisal",
    "text": "text",
}


def no_review(chosen: Chosen) -> None:
    """Draw what to do where the filters leave no review."""
    alone = [row for row in ask_rows("left_out", chosen.selection) if row.reviews_left_out_alone]
    called = [f"the {filter_name(row.filter, chosen.names)}" for row in alone]
    if len(alone) == 1:
        why = f"It is {called[0]} that leaves none."
    elif alone:
        why = f"Without {' or without '.join(called)} there would be some."
    else:
        why = "No filter does it alone: take away two or more of those above."
    st.markdown(f"**No review fits all the filters.** {escaped(why)}", width=LINE)
    with st.container(horizontal=True, key="emptied"):
        for row in alone:
            called = filter_name(row.filter, chosen.names)
            left = count(int(row.reviews_left_out_alone), "review")
            st.button(
                escaped(f"Take the {called} away: {left}"),
                key=f"empty {row.filter}",
                on_click=place.change,
                kwargs=cleared(REVIEW_FILTERS[row.filter][1]),
            )


def no_finding(chosen: Chosen) -> None:
    """Draw what to do where there are reviews, and no finding of them fits."""
    nothing = words.no_finding(int(chosen.extent.reviews_selected))
    st.markdown(f"**{nothing}**", width=LINE)
    with st.container(horizontal=True, key="emptied"):
        for name, called in FINDING_FILTERS.items():
            if getattr(chosen.selection, name):
                st.button(
                    f"Take the {called} away",
                    key=f"empty {name}",
                    on_click=place.change,
                    kwargs=cleared((name,)),
                )


def cleared(fields: tuple[str, ...]) -> dict[str, object]:
    """Return the changes that empty some fields of a selection."""
    return {field: getattr(Selection(), field) for field in fields}
