"""What the reader chose, made ready to be counted, with all that a page needs to say of it."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from dashboard.address import Address
from dashboard.database import ask_rows, choices, settle
from queries.resolve import SelectionFault
from queries.selection import Selection

CHOSEN = "chosen"


@dataclass(frozen=True)
class Chosen:
    """The reader's choice in one rerun.

    Attributes:
        selection: the filters, settled: what every question is asked with.
        default: the same sources with no filter at all.
        sources: rows of `sources.sql`, the chosen ones.
        frameworks: rows of `frameworks.sql`.
        choices: what each filter can be set to: attribute -> {value: (label, reviews or None)}.
        extent: the row of `extent.sql`.
    """

    selection: Selection
    default: Selection
    sources: tuple[Any, ...]
    frameworks: tuple[Any, ...]
    choices: dict[str, dict[str, tuple[str, int | None]]]
    extent: Any

    @property
    def labels(self) -> dict[str, dict[str, str]]:
        """Labels of all values, by attribute of the selection."""
        return {
            "sources": {source.source_id: source.title for source in self.sources},
            "framework": {one.framework_id: one.title for one in self.frameworks},
            **{
                name: {value: label for value, (label, _) in held.items()}
                for name, held in self.choices.items()
            },
        }

    @property
    def names(self) -> dict[str, str]:
        """What a filter is called in these sources where it has a name of its own."""
        return {"boards": self.board_label}

    @property
    def board_label(self) -> str:
        """What a board is called in the chosen sources."""
        called = {source.board_label for source in self.sources}
        return called.pop() if len(called) == 1 else "Board"

    @property
    def is_made_up(self) -> bool:
        """Whether the reviews are made up."""
        return any(source.is_made_up for source in self.sources)

    @property
    def is_coded_to_agencies(self) -> bool:
        """Whether any chosen source says at which agency a finding was made."""
        return any(source.attribution == "coded" for source in self.sources)

    @property
    def has_appraisals(self) -> bool:
        """Whether the findings are appraised at all, and not all neutral."""
        return bool(set(self.choices["appraisals"]) - {"neutral"})


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
    frameworks = ask_rows("frameworks", default)
    if wanted.framework not in (None, *(one.framework_id for one in frameworks)):
        faults.append(f'"{wanted.framework}" is not a framework of the chosen sources.')
        wanted = replace(wanted, framework=None)
    selection, unknown = settle(replace(wanted, sources=kept))
    chosen = Chosen(
        selection=selection,
        default=replace(default, framework=selection.framework),
        sources=tuple(loaded[source] for source in selection.sources),
        frameworks=tuple(frameworks),
        choices=choices(replace(default, framework=selection.framework)),
        extent=ask_rows("extent", selection)[0],
    )
    settled = replace(address, selection=_without_defaults(selection, default, loaded))
    left_out = [*faults, *unknown]
    return chosen, settled, tuple(f"{fault} It was left out." for fault in left_out)


def keep(chosen: Chosen) -> None:
    """Keep the choice for the page that is about to be drawn."""
    st.session_state[CHOSEN] = chosen


def chosen() -> Chosen:
    """Return the choice of this rerun."""
    return st.session_state[CHOSEN]


def named(title: str, is_made_up: bool) -> str:
    """Return the title of a source, which says so if it is made up."""
    return f"{title} (made up)" if is_made_up and "made up" not in title.lower() else title


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
