"""The sidebar: which source, and every filter that this source has choices for."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard.address import FIRST_DAY, LAST_DAY, Address
from dashboard.chosen import Chosen, named
from dashboard.database import ask_rows
from dashboard.sentences import count, escaped
from dashboard.views.parts.several import choose_from
from dashboard.views.place import address, change, changing, go, hold, stay
from queries.selection import Selection

_REVIEW_FILTERS = {
    "review_types": "Review type",
    "boards": "Board",
    "regions": "Region",
    "agencies": "Agency involved",
}
_FINDING_FILTERS = {
    "factors": "Factor",
    "layers": "Layer",
    "patterns": "Underlying pattern",
    "perspectives": "Whose account",
    "appraisals": "Appraisal",
}
_WORK = {"": "All", "case": "Case reviews", "ordinary": "Ordinary work"}
_BASIS = {"practice": "Practice", "published": "Publication"}
_SEVERAL = "several_sources"


def source_chooser() -> None:
    """Draw the choice of source, with the made-up ones named as such."""
    sources = {row.source_id: row for row in ask_rows("sources", Selection())}
    chosen = [one for one in address().selection.sources if one in sources] or [next(iter(sources))]
    if len(sources) == 1:
        only = sources[chosen[0]]
        st.sidebar.markdown(f"**{escaped(named(only.title, only.is_made_up))}**")
        return
    names = {source: named(row.title, row.is_made_up) for source, row in sources.items()}
    several = len(chosen) > 1 or st.session_state.get(_SEVERAL, False)
    if several:
        with st.sidebar:
            choose_from("Sources", names, chosen, key="choose_sources", take=_take_sources)
    else:
        st.sidebar.radio(
            "Source",
            list(sources),
            index=list(sources).index(hold("choose_source", chosen[0])),
            format_func=lambda source: escaped(names[source]),
            captions=[count(int(row.reviews), "review") for row in sources.values()],
            key="choose_source",
            on_change=_take_source,
        )
    st.sidebar.checkbox(
        "Count several sources together",
        value=hold(_SEVERAL, several),
        key=_SEVERAL,
        on_change=_take_several,
    )


def filters(chosen: Chosen) -> None:
    """Draw how many reviews are selected, and the filters."""
    with st.sidebar:
        _count(chosen)
        _framework(chosen)
        st.markdown("**Which reviews**")
        _period(chosen)
        for name, label in _REVIEW_FILTERS.items():
            own = chosen.names.get(name, label)
            _values(chosen, name, own, lambda held: len(held) > 1)
        _work(chosen)
        st.markdown("**Which findings**")
        for name, label in _FINDING_FILTERS.items():
            _values(chosen, name, label, lambda held: len(held) > 1)
        _text()
        st.caption(
            "Several values of one filter: any of them. Several filters: all of them. "
            "What is chosen of the findings never changes how many reviews were assessed."
        )


def _count(chosen: Chosen) -> None:
    """Draw "1,204 of 2,869 reviews" and the way back to all."""
    selected, of = chosen.extent.reviews_selected, chosen.extent.reviews_of_sources
    st.markdown(f"**{selected:,} of {count(int(of), 'review')}**")
    plain = Selection(sources=address().selection.sources)
    st.button(
        "Reset all",
        icon=":material/restart_alt:",
        disabled=address().selection in (plain, Selection()),
        on_click=go,
        args=(Address(plain),),
        width="stretch",
    )


def _framework(chosen: Chosen) -> None:
    """Draw the choice of the one framework to count in, and how many reviews lack it."""
    if len(chosen.frameworks) > 1:
        _choose_framework(chosen)
    if lacking := chosen.reviews_not_assessed:
        st.caption(escaped(lacking))


def _choose_framework(chosen: Chosen) -> None:
    """Draw the choice of the one framework to count in."""
    names = chosen.labels["framework"]
    held = hold("choose_framework", chosen.selection.framework)
    st.selectbox(
        "Framework",
        list(names),
        index=None if held is None else list(names).index(held),
        format_func=names.__getitem__,
        key="choose_framework",
        filter_mode="contains",
        on_change=_take_framework,
        help="One at a time: shares over two code lists mean nothing together.",
    )


def _period(chosen: Chosen) -> None:
    """Draw the period, and by which date it is meant."""
    extent = chosen.extent
    dated = {"practice": extent.reviews_practice_dated, "published": extent.reviews_published_dated}
    bases = [basis for basis, reviews in dated.items() if reviews]
    basis = chosen.selection.basis or "published"
    if not bases:
        return
    if len(bases) > 1:
        st.segmented_control(
            "Period by",
            bases,
            default=hold("choose_basis", basis),
            format_func=_BASIS.__getitem__,
            key="choose_basis",
            on_change=changing,
            args=("basis", "choose_basis"),
            required=True,
            width="stretch",
        )
    by = _BASIS[basis]
    _day(f"{by} from", "period_from")
    _day(f"{by} to", "period_to")


def _day(label: str, name: str) -> None:
    """Draw one end of the period."""
    key = f"choose_{name}"
    st.date_input(
        label,
        value=hold(key, getattr(address().selection, name)),
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        key=key,
        help="A date that is typed holds once you leave its field, by Tab past its calendar or a "
        "click elsewhere. Enter is not enough.",
        on_change=changing,
        args=(name, key),
    )


def _values(chosen: Chosen, name: str, label: str, is_worth_it: Callable[[Any], bool]) -> None:
    """Draw a filter that can hold several values, if there is anything to choose."""
    held = chosen.choices[name]
    values = list(getattr(chosen.selection, name))
    if not values and not is_worth_it(held):
        return
    key = f"choose_{name}"
    choose_from(
        escaped(label),
        {value: _with_count(*counted) for value, counted in held.items()},
        values,
        key=key,
        take=changing,
        args=(name, key, tuple),
        placeholder="All",
    )


def _with_count(label: str, reviews: int | None) -> str:
    """Return a label with the number of reviews that have it."""
    return label if reviews is None else f"{label} ({reviews:,})"


def _work(chosen: Chosen) -> None:
    """Draw the choice between case reviews and ordinary work, where the sources hold both."""
    ordinary = chosen.extent.reviews_ordinary
    if chosen.selection.work is None and not 0 < ordinary < chosen.extent.reviews_of_sources:
        return
    st.selectbox(
        "Work reviewed",
        list(_WORK),
        index=list(_WORK).index(hold("choose_work", chosen.selection.work or "")),
        format_func=_WORK.__getitem__,
        key="choose_work",
        filter_mode="contains",
        on_change=changing,
        args=("work", "choose_work", lambda work: work or None),
    )


def _text() -> None:
    """Draw the search for words."""
    st.text_input(
        "Text",
        value=hold("choose_text", address().selection.text or ""),
        key="choose_text",
        placeholder="Words in a finding or a title",
        on_change=changing,
        args=("text", "choose_text", lambda text: text.strip() or None),
    )


def _take_source() -> None:
    """Go to another source: its filters are its own."""
    go(Address(Selection(sources=(st.session_state["choose_source"],))))


def _take_sources() -> None:
    """Go to several sources together; with none left, the last one stays, and its filters."""
    if st.session_state["choose_sources"]:
        go(Address(Selection(sources=tuple(st.session_state["choose_sources"]))))
    else:
        stay()


def _take_several() -> None:
    """Come back to one source when several are no longer wanted."""
    if not st.session_state[_SEVERAL]:
        go(Address(Selection(sources=address().selection.sources[:1])))


def _take_framework() -> None:
    """Count in another framework: factors and layers are its own."""
    change(framework=st.session_state["choose_framework"], factors=(), layers=())
