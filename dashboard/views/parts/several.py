"""A list from which several are chosen, by the pointer or by typing a part of a name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.views import place


def choose_from(
    label: str,
    names: Mapping[str, str],
    held: Sequence[str],
    *,
    key: str,
    take: Callable[..., None],
    args: tuple[Any, ...] = (),
    **about: Any,
) -> None:
    """Draw a list from which several are chosen.

    What is typed finds the names that hold it, and Enter takes the first: a list that also matched
    letters far apart, and offered every match first, would widen what is counted unseen.

    Args:
        label: what the reader is asked, in Markdown.
        names: what can be chosen: value -> what the reader is shown.
        held: what the address says is chosen.
        key: key of the widget.
        take: is called when the reader has chosen.
        args: what `take` is given.
        about: more of `st.multiselect`.
    """
    st.multiselect(
        label,
        list(names),
        default=place.hold(key, list(held)),
        format_func=names.__getitem__,
        key=key,
        filter_mode="contains",
        select_all=False,
        on_change=take,
        args=args,
        **about,
    )
