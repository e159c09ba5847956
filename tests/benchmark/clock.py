"""Measure, and say what was measured."""

import statistics
import time
from collections.abc import Callable
from typing import Any

ROUNDS = 5


def seconds(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Give the median time of several rounds, in seconds, after one that is not counted."""
    work()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def line(what: str, ours: str, beside: str, ratio: str, aim: str) -> None:
    """Print one line of the table."""
    print(f"{what:<44} {ours:>12} {beside:>14} {ratio:>9}  {aim}", flush=True)


def heading(title: str, beside: str) -> None:
    """Print the heading of one part of the table."""
    print()
    line(title, "ours", beside, "ratio", "aim")
    print("-" * 100)
