"""The reader's choice in one rerun: made ready to be counted, and kept for the page."""

from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.address import Address
from dashboard.chosen import Chosen, gathered
from dashboard.database import ask_rows, ask_table, choices, settle
from queries.resolve import SelectionFault
from queries.selection import Selection

CHOSEN = "chosen"


def choose(address: Address) -> tuple[Chosen, Address, tuple[str, ...]]:
    """Make an address ready to be counted.

    Args:
        address: where the reader is.

    Returns:
        The choice, the address without what is a default or is not known here, and a sentence for
        each value that was left out.

    Raises:
        SelectionFault: made-up and real sources are chosen together.
    """
    loaded = {source.source_id: source for source in ask_rows("sources", Selection())}
    if not loaded:
        raise SelectionFault("No source is loaded, so there is nothing to count.")
    wanted, faults = address.selection, []
    for source in wanted.sources:
        if source not in loaded:
            faults.append(f'"{source}" is not a source here.')
    kept = tuple(source for source in wanted.sources if source in loaded)
    default, _ = settle(Selection(sources=kept))
    frameworks = {one.framework_id for one in ask_rows("frameworks", default)}
    if wanted.framework is not None and wanted.framework not in frameworks:
        faults.append(f'"{wanted.framework}" is not a framework of the chosen sources.')
        wanted = replace(wanted, framework=None)
    selection, unknown = settle(replace(wanted, sources=kept))
    bare = replace(default, framework=selection.framework)
    chosen = gathered(ask_table, selection, bare, choices(bare))
    settled = replace(address, selection=_without_defaults(selection, default, loaded))
    left_out = [*faults, *unknown]
    return chosen, settled, tuple(f"{fault} It was left out." for fault in left_out)


def keep(chosen: Chosen) -> None:
    """Keep the choice for the page that is about to be drawn."""
    st.session_state[CHOSEN] = chosen


def chosen() -> Chosen:
    """Return the choice of this rerun."""
    return st.session_state[CHOSEN]


def _without_defaults(
    selection: Selection, default: Selection, loaded: dict[str, Any]
) -> Selection:
    """Return a selection with only what differs from the default.

    The source is named as soon as anything else is: a link that says "suicide" also says where.
    """
    bare = replace(
        selection,
        framework=None if selection.framework == default.framework else selection.framework,
        basis=None if selection.basis == default.basis else selection.basis,
    )
    first = (next(iter(loaded)),)
    return Selection() if bare == Selection(sources=first) else bare
