"""How strong actions are, and whether they reach as far as what they answer, in words."""

from collections.abc import Sequence
from typing import Any

from dashboard.action_strength import ActionType, Strengths
from dashboard.estimates import STRATA, is_too_few
from dashboard.sentences.counts import count, listed, percent
from dashboard.sentences.markdown import bold, escaped
from queries.selection import NONE

NAMES = STRATA["strength"] | {NONE: "Not known"}
"""What each strength is called."""
CITATION = (
    "The action hierarchy is that of “RCA2: Improving Root Cause Analyses and Actions to Prevent "
    "Harm”, National Patient Safety Foundation, 2015."
)
WHAT_THEY_ARE = (
    "**Stronger** actions change the system itself, so that it is harder to do something wrong and "
    "easier to do it right: a barrier, a new design, standard equipment, leaders who take part. "
    "**Intermediate** ones make the safer way likelier: checklists, software, more staff, fewer "
    "distractions. **Weaker** ones rely on people remembering: training, a new policy, double "
    "checks, warnings."
)
NOT_WORKED = (
    "Stronger is not the same as having worked: this describes what was planned, and says nothing "
    "of what came of it. The hierarchy comes from health care; that it fits safeguarding is a "
    "proposal. The unit is the action, not the review."
)
NEARER = (
    "An action acts nearer the front line where its type acts at a layer nearer to the family than "
    "the layer of the finding: training, for instance, as the answer to how resources are "
    "allocated."
)
SHADED = (
    "Shaded is the share of the actions of a row. An action that answers a finding with factors of "
    "two layers stands in two rows."
)
STANDING = "Derived: read from what RCA2 names. Proposed: ours, where RCA2 names nothing alike."
CHANGEABLE = (
    "The strength and the layer of each type of action are ours to propose and yours to change, in "
    "the file data/codebooks/action_hierarchy.csv; the next load takes them from there."
)
MOST_TYPES = 3
"""Types of action that are named as making up more than half."""


def strength(all_together: Strengths, types: Sequence[ActionType], *, by_type: bool) -> str:
    """Say how many actions are stronger, intermediate and weaker, and of which types most are.

    Args:
        all_together: all actions.
        types: the types of action.
        by_type: whether strength goes by the type alone.

    Returns:
        Markdown.
    """
    strong, intermediate, weak, unknown = all_together.counts
    of = all_together.actions
    shares = [
        f"{_number(strong, of)} {'is' if strong == 1 else 'are'} stronger",
        f"{_number(intermediate, of)} intermediate",
        f"{_number(weak, of)} weaker",
    ]
    if unknown:
        shares.append(f"of {_number(unknown, of)} the strength is not known")
    most = _most(types, of)
    few = " Too few to give a share of." if is_too_few(of) else ""
    basis = _basis(all_together, by_type=by_type)
    return f"Of {bold(count(of, 'action'))}, {listed(shares)}{basis}.{few}{most}"


def reach(left_out: Any) -> str:
    """Say how many actions act nearer the front line than what they answer.

    Args:
        left_out: the row of `action_reach_left_out.sql`.

    Returns:
        Markdown: that, of how many it can be told, and why not of the others.
    """
    of, nearer = int(left_out.actions_compared), int(left_out.actions_nearer)
    if not of:
        return (
            "Whether the actions act as far from the front line as the findings that they answer "
            f"cannot be told of any: {_reasons(left_out)}."
        )
    acts = "acts" if nearer == 1 else "act"
    it = "it answers" if nearer == 1 else "they answer"
    share = "" if is_too_few(of) else f" ({percent(nearer / of)})"
    few = ", too few to give a share of" if is_too_few(of) else ""
    number = bold(f"{nearer:,} of {count(of, 'action')}")
    said = (
        f"{number}{share} that can be compared{few} {acts} "
        f"nearer the front line than the finding that {it}."
    )
    if left_out.actions_nearer_partly:
        partly = int(left_out.actions_nearer_partly)
        act = "acts" if partly == 1 else "act"
        said += f" {partly:,} of these {act} nearer than one layer of it, and not than another."
    if reasons := _reasons(left_out):
        rest = int(left_out.actions) - of
        said += f" {rest:,} cannot be compared: {reasons}."
    return said


def no_layers(framework: str) -> str:
    """Say that nothing can be compared, since types of action have no layer in a framework.

    Args:
        framework: its title.

    Returns:
        Markdown.
    """
    return (
        f"Types of action are placed in the layers of another framework than {escaped(framework)}: "
        "whether actions act as far from the front line as the findings that they answer cannot "
        "be told."
    )


def no_actions(is_recorded: bool, reviews: int) -> str:
    """Say that there are no actions.

    Args:
        is_recorded: whether the sources record any action, under other filters.
        reviews: how many reviews are selected.

    Returns:
        Markdown.
    """
    if not is_recorded:
        return (
            "**The chosen sources record no action**: what was done about these reviews, and how "
            "strong it is, cannot be told from them. That is not the same as nothing having been "
            "done."
        )
    return f"**No action of the {count(reviews, 'selected review')} fits the filters.**"


def number(row: Strengths, place: int) -> str:
    """Return one count of a group for a label: "41 of 372 (11%)"."""
    return f"{row.counts[place]:,} of {row.actions:,}{_share(row.counts[place], row.actions)}"


def _number(part: int, of: int) -> str:
    """Return a count with its share of the actions named just before."""
    return f"{part:,}{_share(part, of)}"


def _share(part: int, of: int) -> str:
    """Return a share in brackets, or nothing where a percentage would mislead."""
    return "" if is_too_few(of) else f" ({percent(part / of)})"


def _basis(row: Strengths, *, by_type: bool) -> str:
    """Say what the strengths rest on."""
    if by_type:
        return ", by the type of action alone"
    if row.recorded == row.actions:
        return ", as the source says"
    if not row.recorded:
        return ", by the type of action: the source does not say"
    return f", as the source says of {row.recorded:,} and else by the type of action"


def _most(types: Sequence[ActionType], of: int) -> str:
    """Name the types that most actions are of, where few types make up more than half."""
    largest = sorted(
        (one for one in types if one.action_type != NONE), key=lambda one: -one.actions
    )
    named, held = [], 0
    for one in largest[:MOST_TYPES]:
        named.append(f"{escaped(one.label.lower())} ({one.actions:,})")
        held += one.actions
        if 2 * held > of:
            break
    if is_too_few(of) or 2 * held <= of:
        return ""
    return f" Most ({held:,}) are {listed(named, 'or')}."


def _reasons(left_out: Any) -> str:
    """Say why actions cannot be compared."""
    reasons = (
        (left_out.without_finding, "answers no named finding", "answer no named finding"),
        (
            left_out.finding_uncoded,
            "answers a finding without a factor",
            "answer a finding without a factor",
        ),
        (
            left_out.finding_without_layer,
            "answers a finding whose factors have no layer",
            "answer a finding whose factors have no layer",
        ),
        (
            left_out.without_layer,
            "has no type that says at which layer it acts",
            "have no type that says at which layer they act",
        ),
    )
    said = [
        f"{int(actions):,} {one if actions == 1 else more}"
        for actions, one, more in reasons
        if actions
    ]
    return listed(said) if said else ""
