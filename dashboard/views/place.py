"""Where the reader is: the browser's address and the session, kept in step.

The address in the browser is the truth on arrival: a first visit, a reload, Back, a link. From then
on it is the session, which every filter changes through `change`, and the browser's address follows
it. So nothing is ever bound to a widget, and a page change cannot lose a choice.
"""

from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar

import streamlit as st

from dashboard.address import Address, decode, encode

ADDRESS = "address"
WRITTEN = "address_written"
MOVED = "address_moved"
PAGE = "page"
ARRIVALS = "arrivals"
DRAWN = "address_drawn"  # of the last page that was whole
BEFORE = "address_drawn_before"  # that which it took the place of, and until when it may be seen
ON_ITS_WAY = "address_on_its_way"  # whether one was written, and the page is not whole yet
LATE = 0.5
"""Seconds in which a browser may not have drawn yet what it was sent."""
Value = TypeVar("Value")


def arrive(page: str) -> tuple[Address, tuple[str, ...]]:
    """Find out where the reader is, at the start of a rerun.

    On another page than before, a link was followed: it holds, whatever a widget left behind says.
    The links to the pages are to take the filters along: one that was followed before the last
    choice was drawn, and so does not know of it, takes that choice along too.

    Args:
        page: path of the page.

    Returns:
        The address, and a sentence for each part of it that could not be read.
    """
    is_elsewhere = st.session_state.get(PAGE) != page
    st.session_state[PAGE] = page
    moved = st.session_state.pop(MOVED, False)
    shown = {name: st.query_params.get_all(name) for name in st.query_params}
    if is_elsewhere and _is_before_the_last_choice(shown):
        st.session_state[ADDRESS] = address().elsewhere()
        st.session_state[ARRIVALS] += 1
        return address(), ()
    if is_elsewhere or (not moved and shown != st.session_state.get(WRITTEN)):
        st.session_state[ADDRESS], faults = decode(shown)
        # What a page keeps for itself, such as the row chosen in a list, belongs to one arrival.
        st.session_state[ARRIVALS] = st.session_state.get(ARRIVALS, 0) + 1
        return st.session_state[ADDRESS], faults
    return st.session_state[ADDRESS], ()


def _is_before_the_last_choice(shown: dict[str, list[str]]) -> bool:
    """Say whether a link was drawn before the reader's last choice, which is not on the screen."""
    if DRAWN not in st.session_state:
        return False
    drawn = [st.session_state[DRAWN]]
    before, until = st.session_state.get(BEFORE, (None, 0))
    if before is not None and monotonic() < until:
        drawn.append(before)
    return any(one != address() and shown == encode(one.elsewhere()) for one in drawn)


def stay_at(address: Address) -> None:
    """Write the address into the browser, where it differs.

    Also where a rerun that was cut short wrote another, which may still be on its way there. More
    is not written: a page that the browser has not changed to yet would get a step of its own in
    the browser's history.
    """
    st.session_state[ADDRESS] = address
    parameters = encode(address)
    st.session_state[WRITTEN] = parameters
    is_shown = parameters == {name: st.query_params.get_all(name) for name in st.query_params}
    if not is_shown or st.session_state.get(ON_ITS_WAY, False):
        st.session_state[ON_ITS_WAY] = True
        st.query_params.from_dict(parameters)


def is_drawn() -> None:
    """Take down that the page is whole: what was chosen is on the screen, and in the browser."""
    drawn = st.session_state.get(DRAWN)
    if drawn != address():
        st.session_state[BEFORE] = (drawn, monotonic() + LATE)
    st.session_state[DRAWN] = address()
    st.session_state[ON_ITS_WAY] = False


def address() -> Address:
    """Return the address that the current rerun shows."""
    return st.session_state[ADDRESS]


def arrivals() -> int:
    """Count how often the reader came here by an address: part of the key of what starts anew."""
    return st.session_state.get(ARRIVALS, 0)


def go(to: Address) -> None:
    """Go to another address of this page; to be called by a widget that was used."""
    st.session_state[ADDRESS] = to
    stay()


def stay() -> None:
    """Stay where the session is; to be called by a widget that changes no part of the address.

    A slow browser still has the address from before the reader's last choice, and sends it along as
    if the reader had gone Back.
    """
    st.session_state[MOVED] = True


def hold(key: str, value: Value) -> Value:
    """Let a widget show what the address says; untouched where it does, as a reader may be typing.

    The browser is told once that a value was set. One that draws the widget only after the next
    rerun knows nothing but its default, and sends that along as if the reader had chosen it: so
    what is held must be the default too.

    Args:
        key: key of the widget.
        value: what it is to show.

    Returns:
        The value, to be given to the widget as its default.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return value


def show(to: Address) -> None:
    """Show another address of this page at once; to be called where a mark was clicked.

    Nothing where the reader is there already: a mark that stays chosen would be clicked for ever.
    """
    if to != address():
        go(to)
        st.rerun()


def change(**filters: Any) -> None:
    """Change some filters; to be called by a widget that was used.

    A review that is open is closed: it may not be among the selected ones any more.
    """
    go(address().with_selection(**filters).closing())


def set_page(**settings: str | tuple[str, ...] | None) -> None:
    """Change how the page is drawn; to be called by a widget that was used."""
    go(address().with_settings(**settings))


def changing(name: str, key: str, read: Callable[[Any], Any] = lambda value: value) -> None:
    """Set a filter to what its widget holds; to be called by the widget.

    Args:
        name: attribute of the selection.
        key: key of the widget.
        read: turns what the widget holds into what the filter is set to.
    """
    change(**{name: read(st.session_state[key])})
