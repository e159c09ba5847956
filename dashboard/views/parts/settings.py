"""What a reader chooses of how a page is drawn, held in the address as the filters are."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from dashboard.sentences import escaped, listed
from dashboard.views import place
from dashboard.views.parts.several import choose_from

Kind = Literal["segmented", "pills", "select"]
ON = "yes"


def choose(
    name: str,
    label: str,
    options: Mapping[str, str],
    default: str,
    *,
    kind: Kind = "segmented",
    help: str | None = None,
    clears: tuple[str, ...] = (),
) -> str:
    """Draw a choice of one value.

    Args:
        name: the setting, one of `dashboard.address.SETTINGS`.
        label: what the reader is asked.
        options: what can be chosen: value -> what the reader is shown.
        default: the value that holds where the address says nothing; it is not written there.
        kind: buttons side by side for a few short words, pills where they break into lines on a
            telephone; a list for more.
        help: what else to say of it.
        clears: settings whose options depend on this one: a new value takes them away.

    Returns:
        The value that holds: an option. A value of an old address is left out, and that is said.
    """
    held = place.address().setting(name)
    _say_left_out(name, [held] if held is not None and held not in options else [])
    value = held if held is not None and held in options else default
    key = _key(name)
    shown = place.hold(key, value)
    about = {"format_func": options.__getitem__, "key": key, "help": help}
    take = {"on_change": _take, "args": (name, default, clears)}
    if kind == "select":
        index = list(options).index(shown)
        st.selectbox(label, list(options), index=index, filter_mode="contains", **about, **take)
    elif kind == "pills":
        st.pills(label, list(options), default=shown, required=True, **about, **take)
    else:
        st.segmented_control(label, list(options), default=shown, required=True, **about, **take)
    return value


def choose_several(
    name: str,
    label: str,
    options: Mapping[str, str],
    default: tuple[str, ...],
    *,
    help: str | None = None,
) -> tuple[str, ...]:
    """Draw a choice of several values; with none chosen, the default holds.

    Args:
        name: the setting.
        label: what the reader is asked.
        options: what can be chosen: value -> what the reader is shown.
        default: the values that hold where the address says nothing.
        help: what else to say of it.

    Returns:
        The values that hold, in the order of the options.
    """
    held = place.address().values(name)
    _say_left_out(name, [value for value in held if value not in options])
    known = [value for value in options if value in held]
    choose_from(
        label,
        options,
        known or list(default),
        key=_key(name),
        take=_take_several,
        args=(name, default),
        help=help,
    )
    return tuple(known) or default


def switch(name: str, label: str, *, help: str | None = None) -> bool:
    """Draw a switch that is off unless the address says "yes".

    Args:
        name: the setting.
        label: what is so when it is on.
        help: what else to say of it.
    """
    held = place.address().setting(name)
    _say_left_out(name, [held] if held not in (None, ON) else [])
    key = _key(name)
    st.toggle(
        label,
        value=place.hold(key, held == ON),
        key=key,
        help=help,
        on_change=_take_switch,
        args=(name,),
    )
    return held == ON


def _key(name: str) -> str:
    return f"setting_{name}"


def _say_left_out(name: str, values: list[str]) -> None:
    """Say which values of the address are none of the options."""
    if values:
        named = listed([f'"{value}"' for value in values])
        called = name.replace("_", " ")
        st.caption(escaped(f"The address sets {called} to {named}, which this page does not have."))


def _take(name: str, default: str, clears: tuple[str, ...]) -> None:
    value = st.session_state[_key(name)]
    place.set_page(**dict.fromkeys(clears), **{name: None if value == default else value})


def _take_several(name: str, default: tuple[str, ...]) -> None:
    values = tuple(st.session_state[_key(name)])
    place.set_page(**{name: None if set(values) == set(default) else values})


def _take_switch(name: str) -> None:
    place.set_page(**{name: ON if st.session_state[_key(name)] else None})
