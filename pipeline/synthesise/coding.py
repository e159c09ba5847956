"""Who coded a made-up finding with which factors: one coder, or two who may differ."""

from dataclasses import dataclass
from datetime import date
from random import Random

from pipeline.synthesise.chance import Weighted
from pipeline.synthesise.dates import AS_AT, after

CODERS = ("coder 1", "coder 2", "coder 3")
CONSENSUS = "consensus"
DIFFERING_SHARE = 0.3
CONSENSUS_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Coding:
    """The factors that one coder, or two in agreement, gave to a finding."""

    coder: str
    factors: tuple[str, ...]
    coded_on: date
    is_consensus: bool = False


def code_finding(
    rng: Random,
    factors: tuple[str, ...],
    others: Weighted[str],
    made_on: date,
    is_double: bool,
    may_differ: bool,
) -> list[Coding]:
    """Code a finding once, or twice, half of the time with a consensus after discussion.

    Args:
        rng: the review's stream of chance.
        factors: what the first coder finds, at least one.
        others: factors that a second coder may find instead.
        made_on: the day the review was completed, before any coding.
        is_double: whether a second coder codes it too.
        may_differ: whether the second coder may see it differently.
    """
    coded_on = min(AS_AT, after(made_on, rng.randrange(5, 45)))
    if not is_double:
        return [Coding(rng.choice(CODERS), factors, coded_on)]
    one, two = rng.sample(CODERS, 2)
    second = factors
    if may_differ and rng.random() < DIFFERING_SHARE:
        second = _differently(rng, factors, others)
    again_on = min(AS_AT, after(coded_on, rng.randrange(30)))
    codings = [Coding(one, factors, coded_on), Coding(two, second, again_on)]
    if rng.random() < CONSENSUS_SHARE:
        agreed_on = min(AS_AT, after(again_on, rng.randrange(1, 30)))
        codings.append(Coding(CONSENSUS, rng.choice((factors, second)), agreed_on, True))
    return codings


def _differently(rng: Random, factors: tuple[str, ...], others: Weighted[str]) -> tuple[str, ...]:
    """Leave one factor out, or see another in its place or beside it."""
    form = rng.random()
    kept = factors if form < 0.3 else factors[:-1]
    if form > 0.6 and kept:
        return kept
    other = others.pick(rng)
    return tuple(dict.fromkeys((*kept, other)))
