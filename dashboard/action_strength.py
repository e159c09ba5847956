"""The rows of the questions of how strong actions are, as values with types.

A share of actions describes a plan: it is of all the actions that there are, and no sample of any
others, so that nothing is estimated from it and no interval is drawn.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dashboard.sentences.counts import NOT_RECORDED
from queries.selection import NONE

STRENGTHS = ("strong", "intermediate", "weak", NONE)
"""The strengths of actions in the order in which they are told, and what has none."""
GROUPED_BY = {
    "board": "board",
    "agency": "owner",
    "action_type": "type of action",
    "factor": "factor",
}
"""What actions can be grouped by, and what each of these is called."""
NO_GROUP = {
    "board": "Board not recorded",
    "agency": "Owner not recorded",
    "action_type": "Type not recorded",
    "factor": "No coded finding",
}
"""What is called the group of those without one."""
ALL_ACTIONS = "All actions"
NO_LAYER_KNOWN = "No layer to compare"
"""What a finding without a layer, or an action without one, is called."""


class Strengths(NamedTuple):
    """How many actions of one group there are of each strength."""

    group_id: str  # empty: all actions together; NONE: not recorded
    group: str
    actions: int
    counts: tuple[int, int, int, int]  # in the order of STRENGTHS
    recorded: int  # whose strength the source itself says

    @property
    def not_known(self) -> int:
        """How many have no strength."""
        return self.counts[3]


class Reach(NamedTuple):
    """How many actions act at one layer and answer findings of one layer."""

    finding_layer: str  # NONE: cannot be compared
    finding: str
    action_layer: str
    action: str
    actions: int
    is_mismatch: bool | None  # nearer the front line than the finding; None: cannot be compared


class ActionType(NamedTuple):
    """What a type of action counts as, and how many actions are of it."""

    action_type: str
    label: str
    strength: str  # empty: the codebook does not say it
    layer: str
    reason: str
    standing: str
    actions: int
    recorded: int
    recorded_otherwise: int


def strengths(rows: Sequence[Any], by: str = "") -> list[Strengths]:
    """Return the rows as values.

    Args:
        rows: rows of `action_strength.sql`.
        by: what they are grouped by; empty for all actions together.
    """
    return [
        Strengths(
            _text(row.group_id),
            _text(row.group_label) or NO_GROUP.get(by, ALL_ACTIONS),
            int(row.actions),
            (
                int(row.stronger),
                int(row.intermediate),
                int(row.weaker),
                int(row.strength_not_known),
            ),
            int(row.strength_recorded),
        )
        for row in rows
    ]


def reaches(rows: Sequence[Any]) -> list[Reach]:
    """Return the rows as values.

    Args:
        rows: rows of `action_reach.sql`.
    """
    return [
        Reach(
            row.finding_layer,
            _text(row.finding_layer_label) or NO_LAYER_KNOWN,
            row.action_layer,
            _text(row.action_layer_label) or NO_LAYER_KNOWN,
            int(row.actions),
            None if NONE in (row.finding_layer, row.action_layer) else bool(row.is_mismatch),
        )
        for row in rows
    ]


def action_types(rows: Sequence[Any]) -> list[ActionType]:
    """Return the rows as values, without those of no type where every action has one.

    Args:
        rows: rows of `action_types.sql`.
    """
    return [
        ActionType(
            row.action_type,
            _text(row.action_type_label) or NOT_RECORDED,
            _text(row.strength),
            _text(row.layer_label),
            _text(row.reason),
            _text(row.standing),
            int(row.actions),
            int(row.actions_recorded),
            int(row.actions_recorded_otherwise),
        )
        for row in rows
        if row.action_type != NONE or row.actions
    ]


def compared(cells: Sequence[Reach]) -> list[Reach]:
    """Return the cells whose two layers are both known."""
    return [cell for cell in cells if NONE not in (cell.finding_layer, cell.action_layer)]


def _text(value: Any) -> str:
    """Return a text, empty where one is missing."""
    return value if isinstance(value, str) else ""
