"""How strong actions are, in words: a count with its denominator, and what cannot be told."""

from types import SimpleNamespace

import pytest

from dashboard.action_strength import ActionType, Strengths
from dashboard.sentences import action_strength as words


def together(*counts: int, recorded: int | None = None) -> Strengths:
    """Return all actions: stronger, intermediate, weaker, not known."""
    strong, intermediate, weak, unknown = counts
    of = sum(counts)
    shares = (strong, intermediate, weak, unknown)
    return Strengths("", "All actions", of, shares, of if recorded is None else recorded)


def kind(label: str, actions: int) -> ActionType:
    """Return a type of action."""
    return ActionType(label.lower(), label, "weak", "Front line", "", "derived", actions, 0, 0)


TYPES = [kind("Tool", 10), kind("Training", 30), kind("Procedure", 25)]


def test_strengths_are_said_with_their_share_of_all_actions():
    said = words.strength(together(6, 14, 40, 0), TYPES, by_type=False)
    assert said == (
        "Of **60 actions**, 6 (10%) are stronger, 14 (23%) intermediate and 40 (67%) weaker, as "
        "the source says. Most (55) are training (30) or procedure (25)."
    )


def test_what_is_not_known_is_said_beside_them():
    said = words.strength(together(1, 4, 4, 11, recorded=0), [], by_type=False)
    assert said == (
        "Of **20 actions**, 1 (5%) is stronger, 4 (20%) intermediate, 4 (20%) weaker and of 11 "
        "(55%) the strength is not known, by the type of action: the source does not say."
    )


@pytest.mark.parametrize(
    ("recorded", "by_type", "basis"),
    [
        (12, False, ", as the source says."),
        (5, False, ", as the source says of 5 and else by the type of action."),
        (5, True, ", by the type of action alone."),
    ],
)
def test_what_the_strengths_rest_on_is_said(recorded, by_type, basis):
    said = words.strength(together(2, 2, 8, 0, recorded=recorded), [], by_type=by_type)
    assert said.endswith(f"weaker{basis}")


def test_of_under_five_actions_no_percentage_is_given():
    said = words.strength(together(1, 0, 2, 0), [kind("Training", 3)], by_type=False)
    assert "%" not in said
    assert said.endswith("Too few to give a share of.")


def test_no_types_are_named_where_most_actions_are_spread_over_many():
    types = [
        kind(name, 5) for name in ("Tool", "Audit", "Culture", "Training", "Resource", "Other")
    ]
    types.append(kind("Procedure", 5))
    assert "Most" not in words.strength(together(0, 0, 35, 0), types, by_type=False)


def left_out(**counts: int) -> SimpleNamespace:
    """Return the row of `action_reach_left_out.sql`."""
    names = (
        *("actions", "actions_compared", "actions_nearer", "actions_nearer_partly"),
        *("without_finding", "finding_uncoded", "finding_without_layer", "without_layer"),
    )
    return SimpleNamespace(**(dict.fromkeys(names, 0) | counts))


def test_actions_nearer_the_front_line_are_said_with_those_that_cannot_be_compared():
    row = left_out(
        actions=60, actions_compared=40, actions_nearer=12, actions_nearer_partly=2,
        without_finding=17, finding_uncoded=1, without_layer=2,
    )  # fmt: skip
    assert words.reach(row) == (
        "**12 of 40 actions** (30%) that can be compared act nearer the front line than the "
        "finding that they answer. 2 of these act nearer than one layer of it, and not than "
        "another. 20 cannot be compared: 17 answer no named finding, 1 answers a finding without a "
        "factor and 2 have no type that says at which layer they act."
    )


def test_where_none_can_be_compared_that_is_said_and_why():
    said = words.reach(left_out(actions=3, without_finding=3))
    assert said.endswith("cannot be told of any: 3 answer no named finding.")


def test_where_few_can_be_compared_no_percentage_is_given():
    said = words.reach(left_out(actions=3, actions_compared=3, actions_nearer=1))
    assert "%" not in said
    assert "too few to give a share of" in said


def test_a_source_without_actions_does_not_say_that_nothing_was_done():
    assert "not the same as nothing having been done" in words.no_actions(False, 20)
    assert words.no_actions(True, 1) == "**No action of the 1 selected review fits the filters.**"


def test_rca2_is_cited_and_root_cause_is_in_nobody_elses_words():
    assert "National Patient Safety Foundation, 2015" in words.CITATION
    texts = [text for name, text in vars(words).items() if name.isupper() and isinstance(text, str)]
    for text in texts:
        assert "root cause" not in text.lower().replace("“rca2: improving root cause analyses", "")
