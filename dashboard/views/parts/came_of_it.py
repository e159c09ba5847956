"""What came of saving or removing something: said once, in words, beside where it was done."""

import streamlit as st

from dashboard.saved import Fault
from dashboard.sentences import escaped
from dashboard.views.place import stay


def keep(place: str, fault: Fault | None, done: str) -> None:
    """Keep what is to be said at the next rerun; to be called by the button that was used.

    Args:
        place: where it is to be said.
        fault: why it was not done, or None.
        done: what to say where it was.
    """
    stay()
    st.session_state[_key(place)] = (fault, done)


def say(place: str) -> Fault | None:
    """Draw what came of it, if anything was done, and return why not, or None."""
    if _key(place) not in st.session_state:
        return None
    fault, done = st.session_state.pop(_key(place))
    if fault is None:
        st.info(escaped(done), icon=":material/check:")
    else:
        st.warning(escaped(_capital(str(fault))), icon=":material/error:")
    return fault


def _key(place: str) -> str:
    return f"came of {place}"


def _capital(text: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return text[:1].upper() + text[1:]
