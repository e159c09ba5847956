"""From a number of actions to the actions behind it: by a click on its mark, or by name."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.action_strength import NO_LAYER_KNOWN, STRENGTHS, Reach, Strengths
from dashboard.address import Address, encode
from dashboard.chosen import Chosen
from dashboard.database import ask_rows
from dashboard.sentences import action_strength as words
from dashboard.sentences.counts import NOT_RECORDED, count
from dashboard.views import place
from dashboard.views.parts import action_list
from dashboard.views.parts.around import LINE
from dashboard.views.parts.listed_below import listed_below
from queries.selection import NONE

TITLE = "The actions behind a number"
KEY = "actions behind a number"
FILTERS = {"board": "boards", "factor": "factors"}
"""Groups that are chosen by a filter of the whole page."""
SETTINGS = {"agency": "owner", "action_type": "action_type"}
"""Groups that are chosen by a setting of the list alone."""


def of_group(chosen: Chosen, by: str, group: str, strength: str | None) -> Address | None:
    """Return the address of the actions of a group.

    Args:
        chosen: the reader's choice.
        by: what actions are grouped by.
        group: code of the group; empty for all actions.
        strength: their strength; None for any.

    Returns:
        None where no filter chooses the group: a board that is not recorded, no coded finding.
    """
    here = _all(chosen)
    if by in FILTERS:
        if group == NONE:
            return None
        here = here.with_selection(**{FILTERS[by]: (group,)})
    if by in SETTINGS:
        here = here.with_settings(**{SETTINGS[by]: group})
    return here.with_settings(strength=strength)


def of_cell(chosen: Chosen, finding_layer: str, action_layer: str) -> Address:
    """Return the address of the actions of one layer that answer findings of another."""
    return _all(chosen).with_settings(finding_layer=finding_layer, action_layer=action_layer)


def show(address: Address | None) -> None:
    """List the actions behind a mark that was clicked, where they can be listed."""
    if address is not None:
        place.show(address)


def say_listed(chosen: Chosen, said: dict[str, str]) -> None:
    """Say, under a chart that was clicked, that what was clicked is listed further down.

    Args:
        chosen: the reader's choice.
        said: what `in_words` gives.
    """
    if said:
        [length] = ask_rows("actions_count", chosen.selection, **action_list.behind_address())
        actions = count(int(length.actions), "action")
        listed_below(f"{actions} ({'; '.join(said.values())})", TITLE)


def numbers(
    chosen: Chosen, groups: Sequence[Strengths], by: str, cells: Sequence[Reach]
) -> list[tuple[str, Address]]:
    """Return each number that has actions behind it in words, with the address of its actions.

    Args:
        chosen: the reader's choice.
        groups: the groups that are drawn.
        by: what they are grouped by.
        cells: the cells of the matrix.
    """
    choices = [("All actions", _all(chosen))]
    for row in groups:
        address = of_group(chosen, by, row.group_id, None)
        if address is None:
            continue
        name = f"{row.group}, " if row.group_id else ""
        if name:
            choices.append((f"{row.group}: {count(row.actions, 'action')}", address))
        choices += [
            (f"{_named(name, one)}: {words.number(row, place_)}", with_strength)
            for place_, one in enumerate(STRENGTHS)
            if row.counts[place_]
            and (with_strength := of_group(chosen, by, row.group_id, one)) is not None
        ]
    choices += [
        (
            f"Finding at {cell.finding.lower()}, action at {cell.action.lower()}: "
            f"{count(cell.actions, 'action')}{' (nearer)' if cell.is_mismatch else ''}",
            of_cell(chosen, cell.finding_layer, cell.action_layer),
        )
        for cell in cells
        if cell.actions
    ]
    return choices


def _named(group: str, strength: str) -> str:
    """Return the name of a strength, after that of its group where it has one."""
    called = words.NAMES[strength]
    return f"{group}{called.lower()}" if group else called


def choose(choices: Sequence[tuple[str, Address]]) -> None:
    """Draw the choice of a number, for those who do not use a pointer.

    Args:
        choices: what `numbers` gives.
    """
    here = encode(place.address())
    current = next((n for n, (_, to) in enumerate(choices) if encode(to) == here), None)
    st.selectbox(
        "Actions behind a number: choose it here, or click it in a chart",
        range(len(choices)),
        index=place.hold(KEY, current),
        format_func=lambda n: choices[n][0],
        key=KEY,
        placeholder="Choose a number",
        filter_mode="contains",
        on_change=_take,
        args=([to for _, to in choices],),
        width=LINE,
    )


def in_words(chosen: Chosen) -> dict[str, str]:
    """Say what each parameter of the address means that narrows the list."""
    behind = action_list.behind_address()
    owners = {
        row.group_id: row.group_label for row in _rows("action_strength", chosen, by="agency")
    }
    types = {row.action_type: row.action_type_label for row in _rows("action_types", chosen)}
    layers = {row.finding_layer: row.finding_layer_label for row in _rows("action_reach", chosen)}
    strength = words.NAMES.get(behind.get("strength", ""), "").lower()
    by_type = ", by type alone" if behind.get("strength_by") == "type" else ""
    labels = {
        "strength": ("strength", {behind.get("strength"): f"{strength}{by_type}"}),
        "owner": ("owner", {**owners, NONE: NOT_RECORDED.lower()}),
        "action_type": ("type", {**types, NONE: NOT_RECORDED.lower()}),
        "finding_layer": ("finding at", {**layers, NONE: NO_LAYER_KNOWN.lower()}),
        "action_layer": ("action at", {**layers, NONE: NO_LAYER_KNOWN.lower()}),
    }
    return {
        name: f"{called}: {known.get(behind[name]) or behind[name]}"
        for name, (called, known) in labels.items()
        if name in behind
    }


def _rows(name: str, chosen: Chosen, **own: Any) -> list[Any]:
    """Ask a question of the chosen sources, whatever the filters."""
    return ask_rows(name, chosen.default, **own)


def _all(chosen: Chosen) -> Address:
    """Return the address of this page with all actions listed."""
    cleared = dict.fromkeys(set(action_list.SETTINGS) - {"strength_by"})
    here = place.address().with_settings(**cleared)
    return here.with_selection(sources=chosen.selection.sources)


def _take(addresses: list[Address]) -> None:
    """List the actions behind the number that was chosen."""
    if (chosen := st.session_state[KEY]) is not None:
        place.go(addresses[chosen])
