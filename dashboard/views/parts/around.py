"""What stands around every page: the way about, notices, the filters in force, the footer."""

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.address import Address
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, build
from dashboard.sentences import Chip, day, escaped, made_up
from dashboard.sentences import chips as chips_of
from dashboard.sentences.left_out import left_out
from dashboard.views import place
from dashboard.views.parts.links import ABOUT, link

LINE = 760
"""Pixels: a line of text that is pleasant to read."""
# Streamlit leaves 80 pixels free on either side; at 1280 that cuts the last columns of most tables.
# And it does not show where the keyboard is among links.
STYLE = """
<style>
@media (min-width: 900px) {
    .stMainBlockContainer { padding-left: 2.5rem; padding-right: 2.5rem; }
}
[data-testid="stPageLink-NavLink"]:focus-visible {
    outline: 2px solid currentColor; outline-offset: 2px;
}
</style>
"""


def navigation(pages: dict[str, Any], address: Address) -> None:
    """Draw the links to all pages, with the filters in them."""
    st.html(STYLE)
    with st.container(horizontal=True, key="navigation", gap="small"):
        for name in pages:
            link(name, name, address.elsewhere())


def notices(chosen: Chosen, faults: tuple[str, ...]) -> None:
    """Draw what a reader must know before reading: made-up data, values that were left out."""
    if chosen.is_made_up:
        st.warning(escaped(made_up(chosen.made_up_titles)), icon=":material/science:")
    if faults:
        st.info("  \n".join(escaped(fault) for fault in faults), icon=":material/link_off:")


def chips(chosen: Chosen) -> None:
    """Draw each filter in force, to be taken away one by one, and what they leave out."""
    in_force = chips_of(chosen.selection, chosen.labels, chosen.names)
    if not in_force:
        return
    with st.container(horizontal=True, key="chips", gap="small"):
        for chip in in_force:
            st.button(
                escaped(chip.words),
                icon=":material/close:",
                icon_position="right",
                key=f"chip {chip.words}",
                on_click=take_away,
                args=(chip,),
            )
    rows = ask_rows("left_out", chosen.selection)
    if sentence := left_out(rows, chosen.names):
        st.caption(escaped(sentence))


def take_away(chip: Chip) -> None:
    """Take one filter away."""
    here = place.address()
    place.go(replace(here, selection=chip.taken_from(here.selection)).closing())


def footer(chosen: Chosen, page: str) -> None:
    """Draw how old the data are, and, on all other pages, where to read what they are."""
    st.divider()
    made = "  \nMade-up data: about nobody." if chosen.is_made_up else ""
    st.caption(
        f"Data as at {escaped(chosen.data_as_at)} · loaded {day(chosen.loaded_on)} · "
        f"build {escaped(build_name())}{made}"
    )
    if page != ABOUT:
        link(ABOUT, "What may not be concluded", place.address().elsewhere())


def nothing_loaded(reason: Exception) -> None:
    """Draw a page for a dashboard without data."""
    st.title("Nothing is loaded yet")
    st.markdown(
        "Crossreview shows which contributory factors recur across safeguarding reviews. "
        "To see it with the real data that it comes with, run:",
        width=LINE,
    )
    st.code("crossreview demo", language="shell")
    st.markdown("To load reviews of your own, and open them:", width=LINE)
    st.code("crossreview load PATH\ncrossreview open", language="shell")
    st.caption(escaped(str(reason)))


def refused(reason: Exception) -> None:
    """Draw why a choice cannot be counted."""
    st.title("These cannot be counted together")
    st.markdown(escaped(str(reason)), width=LINE)
    st.markdown("Choose the sources in the sidebar.", width=LINE)


def build_name() -> str:
    """Return the name of the build that is read."""
    return build().replace("\\", "/").rpartition("/")[2]
