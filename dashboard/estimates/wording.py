"""How alike two texts are in their words: where the same may have been asked before."""

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process, utils

ALIKE = 80
"""From this similarity on, of 100, two recommendations are taken to ask for much the same.

Recommendations are written in frames ("to seek assurance that ..."), and two that ask for different
things in one frame reach 60 to 75. From 80 on the made-up board's are the same but for a phrase.
"""

_A_HAIR = 1e-6
_SEVERAL_THREADS_FROM = 10_000
"""Pairs: for fewer, starting threads takes longer than they save."""


def in_order(text: str) -> str:
    """Return the words of a text in alphabetical order, in lower case, without punctuation."""
    return " ".join(sorted(utils.default_process(text).split()))


def similarity(one: str, other: str) -> int:
    """Estimate how alike two texts are in their words.

    Returns:
        0 to 100, as `similarities`.
    """
    return int(similarities([in_order(one)], [in_order(other)])[0])


def similarities(ones: Sequence[str], others: Sequence[str], least: int = 0) -> np.ndarray:
    """Estimate how alike each of some texts is to the other that stands at its place.

    The words are put in order and then compared letter by letter: of all letters of both, the share
    that stands in the longest row of letters which both have (RapidFuzz, token_sort_ratio). So the
    same request with its words turned round is alike, and each word that only one has counts
    against it by its length. Of what else RapidFuzz has, token_set_ratio gives 100 to any two texts
    of which one holds all words of the other ("review the policy", and a page that asks for that
    too), and ratio takes a sentence turned round for another: 47 for "train all teams in joint
    visits" and "joint visits: all teams to be trained", which are 86 here.

    What it cannot see: similar words are not the same request ("do share", "do not share": 89), and
    the same request can be made in other words. The frame in which recommendations are written
    counts, and so does the name of the agency where both say it; a short text inside a long one is
    not alike, although it may ask for a part of it. So it makes a list to be read, and does not
    prove that the same was asked.

    Source: Bergroth, Hakonen and Raita 2000, SPIRE 39-48 (longest common subsequence); RapidFuzz.

    Args:
        ones: texts as `in_order` returns them.
        others: as many.
        least: similarities below it are of no interest, and may be told as 0.

    Returns:
        A number for each pair, 0 to 100, rounded down, so that 100 is only what has the same words.
        A text without a word is like nothing.
    """
    scores = process.cpdist(
        ones,
        others,
        scorer=fuzz.ratio,
        score_cutoff=max(0, least - 1),
        workers=-1 if len(ones) >= _SEVERAL_THREADS_FROM else 1,
    )
    has_words = np.array([bool(text) for text in ones], dtype=bool)
    return np.where(has_words, np.floor(scores + _A_HAIR), 0).astype(int)
