"""What the generator reads from the codebooks: factors, kinds of pattern, agencies."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.synthesise.chance import Weighted
from pipeline.synthesise.dates import FIRST_DAY, LAST_DAY
from pipeline.synthesise.folder import SynthesiseError

FRAMEWORK = "scie-learning-together"
PATTERNS = "scie-patterns"
OTHER = "CF-OTH"
WEIGHTS = Path(__file__).parent / "weights.toml"


@dataclass(frozen=True)
class Validity:
    """From when to when a factor or an agency exists; None where there is no such bound."""

    valid_from: date | None
    valid_to: date | None

    def holds(self, first_day: date, last_day: date) -> bool:
        """Tell whether it exists on every day from the first to the last."""
        return (self.valid_from is None or self.valid_from <= first_day) and (
            self.valid_to is None or last_day <= self.valid_to
        )

    @property
    def is_lasting(self) -> bool:
        """Whether it has neither a beginning nor an end."""
        return self.valid_from is None and self.valid_to is None


@dataclass(frozen=True)
class Codebook:
    """The codebooks that made-up reviews are coded with, and the weights beside this module.

    Attributes:
        version: version of the framework.
        factors: factor_id -> when it exists, in the order of the codebook.
        patterns: ids of the kinds of pattern, in order.
        agencies: agency_id -> when it exists, for those that take part in made-up reviews.
        labels: agency_id -> label.
        successors: agency_id -> the agency that took its place.
        weights: what weights.toml says.
    """

    version: str
    factors: dict[str, Validity]
    patterns: tuple[str, ...]
    agencies: dict[str, Validity]
    labels: dict[str, str]
    successors: dict[str, str]
    weights: dict[str, Any]
    _by_year: dict[tuple[str, int], Weighted[str]] = field(default_factory=dict, compare=False)

    def factor_weights(self, appraisal: str, day: date) -> Weighted[str]:
        """Weigh the factors for a finding.

        Args:
            appraisal: problem, strength, mixed or neutral.
            day: a day of the work that the review looks at.
        """
        key = "strength" if appraisal == "strength" else "problem"
        year = day.year
        if (key, year) not in self._by_year:
            progress = (year - FIRST_DAY.year) / (LAST_DAY.year - FIRST_DAY.year)
            self._by_year[key, year] = Weighted(
                {
                    factor: weight[key] * (1 + (weight["trend"] - 1) * min(1.0, progress))
                    for factor, weight in self._known_factors.items()
                }
            )
        return self._by_year[key, year]

    @cached_property
    def pattern_weights(self) -> dict[str, Weighted[str]]:
        """Weigh the kinds of pattern for each factor."""
        return {
            factor: Weighted({p: w for p, w in weight["patterns"].items() if p in self.patterns})
            for factor, weight in self._known_factors.items()
        }

    def agency_then(self, agency: str, day: date) -> str:
        """Name the agency that stands in an agency's place on a day: itself, or its successor."""
        while agency in self.successors and not self.agencies[agency].holds(day, day):
            agency = self.successors[agency]
        return agency

    def agency_weights(self, population: str, first_day: date, last_day: date) -> Weighted[str]:
        """Weigh the agencies that exist throughout a period for work with a population."""
        return Weighted(
            {
                agency: weight
                for agency, weight in self.weights["agencies"][population].items()
                if agency in self.agencies and self.agencies[agency].holds(first_day, last_day)
            }
        )

    @cached_property
    def action_weights(self) -> Weighted[str]:
        """Weigh the types of action."""
        return Weighted(self.weights["actions"])

    @cached_property
    def strength_weights(self) -> dict[str, Weighted[str]]:
        """Weigh how strong an action is, for each type."""
        return {kind: Weighted(weights) for kind, weights in self.weights["strengths"].items()}

    @cached_property
    def _known_factors(self) -> dict[str, Any]:
        weights = self.weights["factors"]
        return {factor: weights[factor] for factor in self.factors if factor in weights}


def read_codebook(codebooks: Path) -> Codebook:
    """Read what the generator needs from the folder of codebooks.

    Raises:
        SynthesiseError: a codebook is not there, or holds no factor or agency known here.
    """
    weights = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    settings = _there(codebooks / FRAMEWORK / "framework.toml")
    factors = {
        row["factor_id"]: _validity(row) for row in _rows(codebooks / FRAMEWORK / "factors.csv")
    }
    patterns = tuple(row["factor_id"] for row in _rows(codebooks / PATTERNS / "factors.csv"))
    wanted = {agency for group in weights["agencies"].values() for agency in group}
    agencies, labels, successors = {}, {}, {}
    for row in _rows(codebooks / "agencies.csv"):
        labels[row["agency_id"]] = row["label"]
        if row["agency_id"] in wanted:
            agencies[row["agency_id"]] = _validity(row)
            if row["successor_id"] in wanted:
                successors[row["agency_id"]] = row["successor_id"]
    if not set(factors) & set(weights["factors"]) or not agencies:
        raise SynthesiseError(
            f'"{codebooks}" holds none of the factors or agencies that made-up reviews are coded '
            "with. Name the folder of Crossreview's own codebooks."
        )
    version = tomllib.loads(settings.read_text(encoding="utf-8"))["version"]
    return Codebook(version, factors, patterns, agencies, labels, successors, weights)


def _there(path: Path) -> Path:
    if not path.is_file():
        raise SynthesiseError(
            f'"{path}" is not there. Name the folder that holds the codebooks, '
            "such as data/codebooks."
        )
    return path


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with _there(path).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _validity(row: dict[str, str]) -> Validity:
    bounds = (date.fromisoformat(row[name]) if row[name] else None for name in _BOUNDS)
    return Validity(*bounds)


_BOUNDS = ("valid_from", "valid_to")
