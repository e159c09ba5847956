"""The saved views, at the foot of the sidebar: open one, save what is shown, remove one."""

from datetime import date

import streamlit as st

from dashboard import places
from dashboard.chosen import Chosen
from dashboard.saved import Saved, SavedView, forget_view, is_taken, keep_view, read_saved
from dashboard.saved.values import LONGEST_NAME
from dashboard.sentences import escaped
from dashboard.views import place
from dashboard.views.parts import came_of_it
from dashboard.views.parts.links import PATHS, link_to, written

PLACE = "saved views"
NAME = "name of the view"
REMOVED = "view to remove"
REPLACING = "view to replace"
# A link to the page that is shown is drawn as chosen, and on one line. Here the filters make the
# difference, and a name is not cut.
LOOK = """
<style>
.st-key-saved-views a { background: none; height: auto; padding-block: 0.3rem; }
.st-key-saved-views a span, .st-key-saved-views a p {
    font-weight: 400; white-space: normal; overflow: visible; line-height: 1.4;
}
</style>
"""


def draw(page: str, chosen: Chosen) -> None:
    """Draw the section.

    Args:
        page: name of the page that is shown.
        chosen: the reader's choice.
    """
    saved = read_saved(places.views_file(), PATHS)
    with st.sidebar, st.container(key=PLACE):
        st.html(LOOK)
        st.markdown("**Saved views**")
        _list(saved)
        with st.container():  # what comes and goes in it moves nothing below it
            fault = came_of_it.say(PLACE)
            if fault is not None and is_taken(fault):
                _replace(st.session_state[REPLACING])
        _save(page, chosen.selection.sources)
        if saved.views:
            _remove(saved)


def _list(saved: Saved) -> None:
    """Draw a link to each view, and what of the file could not be read."""
    with st.container(gap="xsmall"):
        for view in saved.views:
            link_to(view.address, escaped(view.name), ":material/bookmark:")
        if not saved.views:
            st.caption("None yet. A saved view keeps a page with its filters under a name.")
        if saved.faults:
            said = "\n".join(f"- {escaped(str(fault))}" for fault in saved.faults)
            st.warning(
                f"Not all that is saved could be read:\n\n{said}", icon=":material/edit_document:"
            )


def _save(page: str, sources: tuple[str, ...]) -> None:
    """Draw the form that saves what is shown."""
    with (
        st.expander("Save this view", icon=":material/bookmark_add:", type="compact"),
        st.form("save view", border=False),
    ):
        st.text_input("Name", key=NAME, max_chars=LONGEST_NAME)
        st.form_submit_button("Save", on_click=_keep, args=(page, sources))


def _keep(page: str, sources: tuple[str, ...]) -> None:
    """Save a view under the name that was typed, with what was chosen up to now.

    Its address names its source: another may be the first after the next load.
    """
    here = place.address()
    here = here.with_selection(sources=here.selection.sources or sources)
    view = SavedView(st.session_state[NAME], written(page, here), date.today())
    fault = keep_view(places.views_file(), view, PATHS)
    st.session_state[REPLACING] = view
    if fault is None:
        st.session_state[NAME] = ""
    came_of_it.keep(PLACE, fault, f'Saved as "{view.name.strip()}".')


def _replace(view: SavedView) -> None:
    """Draw the way to save a view in the place of the one that has its name."""
    st.button(
        escaped(f'Replace "{view.name.strip()}"'), key="replace view", on_click=_put, args=(view,)
    )


def _put(view: SavedView) -> None:
    """Save a view in the place of the one that has its name."""
    fault = keep_view(places.views_file(), view, PATHS, replace=True)
    st.session_state[NAME] = ""
    came_of_it.keep(PLACE, fault, f'Replaced "{view.name.strip()}".')


def _remove(saved: Saved) -> None:
    """Draw the form that removes a view."""
    with (
        st.expander("Remove a saved view", icon=":material/bookmark_remove:", type="compact"),
        st.form("remove view", border=False),
    ):
        names = [view.name for view in saved.views]
        st.selectbox("View", names, key=REMOVED, filter_mode="contains")
        st.form_submit_button("Remove", on_click=_forget)


def _forget() -> None:
    """Remove the view that was chosen."""
    name = st.session_state[REMOVED]
    fault = forget_view(places.views_file(), name)
    came_of_it.keep(PLACE, fault, f'Removed "{name}". The reviews are as they were.')
