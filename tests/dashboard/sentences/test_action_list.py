"""How a list of actions adds up to the number behind which it stands."""

from types import SimpleNamespace

from dashboard.sentences.action_list import listed_actions


def test_a_list_of_actions_says_what_it_is_of_and_escapes_it():
    length = SimpleNamespace(actions=2, recommendations=1, reviews=1)
    assert listed_actions(length, ["owner: *Police*", "strength: weaker"]) == (
        "**2 actions** are listed (owner\\: \\*Police\\*; strength\\: weaker). They answer 1 "
        "recommendation of 1 review."
    )
    length.actions = 0
    assert listed_actions(length, []) == "**No action** is to be listed."
