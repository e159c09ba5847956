"""Weighted choice that gives the same answer for the same seed."""

from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Values, each with the weight it is picked by."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        self.values = list(weights)
        self._cumulative = list(accumulate(weights.values()))
        self._total = self._cumulative[-1]
        self._last = len(self.values) - 1

    def pick(self, rng: Random) -> T:
        """Pick one value."""
        # as random.choices does, in half its time: a benchmark asks for millions
        return self.values[bisect(self._cumulative, rng.random() * self._total, 0, self._last)]

    def pick_distinct(self, rng: Random, count: int) -> list[T]:
        """Pick so many different values, or all where there are fewer, in the order picked."""
        if count >= len(self.values):
            return list(self.values)
        picked: dict[T, None] = {}
        while len(picked) < count:
            picked[self.pick(rng)] = None
        return list(picked)


def stream(seed: int, *names: object) -> Random:
    """Open a stream of chance of its own, so that one part never shifts another."""
    return Random("/".join(map(str, (seed, *names))))
