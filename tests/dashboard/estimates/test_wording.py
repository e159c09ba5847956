"""How alike the words of two recommendations are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, utils

from dashboard.estimates.wording import ALIKE, in_order, similarities, similarity

TEXTS = st.text(max_size=80)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        # the same words, in whatever order, capitals and punctuation
        ("Train all teams in joint visits.", "train all teams in joint visits", 100),
        ("Joint visits: train all teams", "Train all teams (joint visits)", 100),
        # turned round, with another verb form
        ("Train all teams in joint visits", "Joint visits: all teams to be trained", 86),
        # each word that only one has counts by its length
        ("Agree a joint protocol", "Agree a joint protocol in writing", 80),
        # a frame in common is not a request in common
        (
            "The board should seek assurance that supervision is regular and recorded",
            "The board should seek assurance that information sharing is timely and recorded",
            68,
        ),
        # a short text inside a long one is not alike
        ("Review the policy", "Review the policy and report to the board each quarter", 47),
        # and what it cannot see: one small word turns a request into its opposite
        ("Ensure staff do not share the address", "Ensure staff share the address", 89),
    ],
)
def test_the_similarity_of_drawn_sentences(one: str, other: str, alike: int):
    assert similarity(one, other) == alike


def test_the_same_request_in_other_words_is_not_seen():
    one = "Give every worker reflective time with a senior colleague"
    assert similarity(one, "Make supervision happen monthly") < ALIKE / 2


def test_a_text_without_a_word_is_like_nothing():
    assert similarity("", "") == 0
    assert similarity("—", "…") == 0
    assert similarity("Train", "…") == 0


def test_each_pair_is_compared_at_its_own_place():
    ones, others = ["a b", "a b"], ["b a", "x y"]
    found = similarities(list(map(in_order, ones)), list(map(in_order, others)))
    assert found.tolist() == [100, 33]


def test_none_are_compared_with_none():
    assert similarities([], []).tolist() == []


def test_many_pairs_are_as_alike_as_each_by_itself():
    ones = [f"Train team {number} in joint visits" for number in range(200)] * 60
    others = ["Train all teams in visits"] * len(ones)
    together = similarities(list(map(in_order, ones)), list(map(in_order, others)))
    assert together[:200].tolist() == [similarity(one, others[0]) for one in ones[:200]]


def test_what_is_alike_enough_is_told_whole_whatever_the_least():
    one, other = in_order("Agree a joint protocol"), in_order("Agree a joint protocol in writing")
    assert similarities([one], [other], least=80).tolist() == [80]
    assert similarities([one], [other], least=90).tolist() == [0]


@given(TEXTS, TEXTS)
def test_it_is_the_same_either_way_and_from_0_to_100(one: str, other: str):
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 100


@given(TEXTS)
def test_a_text_is_like_itself_if_it_has_a_word(text: str):
    assert similarity(text, text) == (100 if in_order(text) else 0)


@given(TEXTS.filter(in_order), TEXTS)
def test_it_is_rapidfuzz_token_sort_ratio_rounded_down(one: str, other: str):
    theirs = fuzz.token_sort_ratio(one, other, processor=utils.default_process)
    assert similarity(one, other) == int(theirs + 1e-6)
