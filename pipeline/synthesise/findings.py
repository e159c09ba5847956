"""The made-up findings of a review: what is found, where, by whose account, and how coded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from pipeline.synthesise.chance import Weighted
from pipeline.synthesise.codebook import OTHER, Codebook
from pipeline.synthesise.coding import Coding, code_finding
from pipeline.synthesise.plan import Thread
from pipeline.synthesise.reviews import Review
from pipeline.synthesise.wording import account, quotation, statement

FINDINGS_OF_A_REVIEW = Weighted({5: 25, 6: 30, 7: 25, 8: 20})
UNCODED_SHARE = 0.14
DOUBLE_CODED_ONE_IN = 3
# Most uncoded findings have no factor at all; the rest are coded "Other".
OTHER_AMONG_UNCODED = 0.25
STRENGTH_SHARE_OF_CASES = 0.22
STRENGTH_SHARE_OF_ORDINARY_WORK = 0.34
DIFFERING_ACCOUNTS_SHARE = 0.4
PATTERN_SHARE = 0.9
QUOTED_SHARE = 0.7
_BESIDES_STRENGTH = Weighted({"problem": 76, "mixed": 16, "neutral": 8})
_FACTORS = Weighted({1: 70, 2: 25, 3: 5})
_MANY_FACTORS = Weighted({1: 25, 2: 40, 3: 35})
_AGENCIES = Weighted({0: 12, 1: 50, 2: 28, 3: 10})
_PERSPECTIVES = Weighted({"practitioner": 40, "manager": 20, "family": 18, "record": 22})
_PREVALENCE = Weighted({"case": 30, "local": 45, "widespread": 10, "unknown": 15})
_EVIDENCE = Weighted({"case only": 40, "usual": 40, "corroborated": 20})


@dataclass
class Finding:
    """A made-up finding; where it stands in the review is settled when all are made.

    Attributes:
        agencies: agency_id -> locus or affected.
        main_factor: the factor it is mainly about, or None where it has none.
        codings: who coded it with which factors; none where it is uncoded.
        thread: the plan's thread that begins with it, if one does.
    """

    statement: str
    appraisal: str
    perspective: str
    agencies: dict[str, str]
    main_factor: str | None
    codings: list[Coding]
    thread: Thread | None = None
    pattern: str = ""
    quotation: str = ""
    ref: str = ""
    page: int = 0
    locator: str = ""
    prevalence_grade: str = ""
    evidence_grade: str = ""

    @property
    def coding_rows(self) -> int:
        """How many rows its codings make."""
        return sum(len(coding.factors) for coding in self.codings)


@dataclass(frozen=True)
class Findings:
    """Makes the findings of one review.

    Attributes:
        threads: the plan's threads that begin in it.
        again: (factor, agency) that the plan finds again in it.
        barred: (factor, agency) that the plan keeps out of it, as a problem.
    """

    review: Review
    codebook: Codebook
    rng: Random
    threads: list[Thread]
    again: list[tuple[str, str]]
    barred: set[tuple[str, str]]
    _said: set[str] = field(default_factory=set)
    _turns: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        for _ in range(self.rng.randrange(DOUBLE_CODED_ONE_IN)):
            next(self._turns)

    def make(self, codings: int | None = None) -> list[Finding]:
        """Make the findings, in the order in which the review states them.

        Args:
            codings: rows of codings wanted, or None for as many findings as boards have.
        """
        made = [
            self._planned(thread.factor_id, thread.agency_id, thread) for thread in self.threads
        ] + [self._planned(factor, agency, None) for factor, agency in self.again]
        if self.rng.random() < DIFFERING_ACCOUNTS_SHARE:
            made += self._differing_accounts()
        if codings is None:
            made += self._rest(made, FINDINGS_OF_A_REVIEW.pick(self.rng))
        else:
            made += self._many(codings - sum(finding.coding_rows for finding in made))
        self.rng.shuffle(made)
        self._place(made)
        return made

    def _rest(self, made: list[Finding], total: int) -> list[Finding]:
        """Make what is missing, so that strengths and uncoded findings keep their shares."""
        missing = max(0, total - len(made))
        strengths = sum(finding.appraisal == "strength" for finding in made)
        more = self._dealt(missing, self._strength_share * total - strengths)
        uncoded = self._dealt(missing, UNCODED_SHARE * total)
        return [self._any(*each, _FACTORS) for each in zip(more, uncoded, strict=True)]

    def _dealt(self, places: int, expected: float) -> list[bool]:
        """Deal about so many of the places, in any order; what is left of a whole is chance."""
        many = min(places, max(0, int(expected + self.rng.random())))
        dealt = [True] * many + [False] * (places - many)
        self.rng.shuffle(dealt)
        return dealt

    def _many(self, codings: int) -> list[Finding]:
        made: list[Finding] = []
        while codings > 0:
            is_strength = self.rng.random() < self._strength_share
            is_uncoded = self.rng.random() < UNCODED_SHARE
            made.append(self._any(is_strength, is_uncoded, _MANY_FACTORS))
            codings -= made[-1].coding_rows
        return made

    @property
    def _strength_share(self) -> float:
        is_ordinary = self.review.is_ordinary_work
        return STRENGTH_SHARE_OF_ORDINARY_WORK if is_ordinary else STRENGTH_SHARE_OF_CASES

    def _planned(self, factor: str, agency: str, thread: Thread | None) -> Finding:
        """Make a problem of one factor at one agency, on which no coders differ."""
        codings = self._code("problem", (factor,), may_differ=False)
        return self._finding("problem", {agency: "locus"}, factor, codings, thread)

    def _any(self, is_strength: bool, is_uncoded: bool, many: Weighted[int]) -> Finding:
        rng = self.rng
        appraisal = "strength" if is_strength else _BESIDES_STRENGTH.pick(rng)
        factors: tuple[str, ...] = ()
        if not is_uncoded:
            factors = self._factors(appraisal, many.pick(rng))
        elif OTHER in self.codebook.factors and rng.random() < OTHER_AMONG_UNCODED:
            factors = (OTHER,)
        codings = self._code(appraisal, factors, may_differ=factors != (OTHER,))
        agencies = self._agencies(appraisal, {f for coding in codings for f in coding.factors})
        return self._finding(appraisal, agencies, factors[0] if factors else None, codings)

    def _differing_accounts(self) -> list[Finding]:
        """Make two findings of one factor at the same agencies that accounts appraise apart."""
        factors = self._factors("problem", 1)
        if not factors:
            return []
        agencies = self._agencies("problem", set(factors))
        made = []
        for appraisal, perspective in (
            ("strength", self.rng.choice(("manager", "record"))),
            ("problem", self.rng.choice(("practitioner", "family"))),
        ):
            codings = self._code(appraisal, factors, may_differ=False)
            finding = self._finding(appraisal, dict(agencies), factors[0], codings)
            finding.perspective = perspective
            finding.statement = account(
                self.rng, factors[0], appraisal, perspective, self.review.population, self._said
            )
            finding.quotation = quotation(self.rng, factors[0], appraisal, perspective)
            made.append(finding)
        return made

    def _finding(
        self,
        appraisal: str,
        agencies: dict[str, str],
        factor: str | None,
        codings: list[Coding],
        thread: Thread | None = None,
    ) -> Finding:
        rng = self.rng
        perspective = _PERSPECTIVES.pick(rng)
        is_quoted = rng.random() < QUOTED_SHARE
        return Finding(
            statement=statement(rng, factor, appraisal, self.review.population, self._said),
            appraisal=appraisal,
            perspective=perspective,
            agencies=agencies,
            main_factor=factor,
            codings=codings,
            thread=thread,
            pattern=self._pattern(factor),
            quotation=quotation(rng, factor, appraisal, perspective) if is_quoted else "",
            prevalence_grade=_PREVALENCE.pick(rng),
            evidence_grade=_EVIDENCE.pick(rng),
        )

    def _factors(self, appraisal: str, count: int) -> tuple[str, ...]:
        """Draw different factors that exist throughout the period looked at."""
        period = self.review.looked_at
        weights = self.codebook.factor_weights(appraisal, period.last_day)
        return tuple(
            factor
            for factor in weights.pick_distinct(self.rng, count)
            if self.codebook.factors[factor].holds(period.first_day, period.last_day)
        )

    def _code(self, appraisal: str, factors: tuple[str, ...], may_differ: bool) -> list[Coding]:
        if not factors:
            return []
        others = self.codebook.factor_weights(appraisal, self.review.looked_at.last_day)
        is_double = next(self._turns) % DOUBLE_CODED_ONE_IN == 0
        return code_finding(self.rng, factors, others, self.review.made_on, is_double, may_differ)

    def _agencies(self, appraisal: str, factors: set[str]) -> dict[str, str]:
        """Draw where factors are found, among the agencies involved, as the plan allows."""
        rng = self.rng
        involved = self.review.involved
        drawn = rng.sample(involved, min(len(involved), _AGENCIES.pick(rng)))
        if appraisal in ("problem", "mixed") and self.barred:
            drawn = [
                agency
                for agency in drawn
                if not any((factor, agency) in self.barred for factor in factors)
            ]
        return {
            agency: "affected" if place and rng.random() < 0.3 else "locus"
            for place, agency in enumerate(drawn)
        }

    def _pattern(self, factor: str | None) -> str:
        if self.rng.random() >= PATTERN_SHARE:
            return ""
        weights = self.codebook.pattern_weights.get(factor or "")
        return weights.pick(self.rng) if weights else self.rng.choice(self.codebook.patterns)

    def _place(self, made: list[Finding]) -> None:
        """Number the findings, and give each its page and paragraph."""
        page = self.rng.randrange(5, 12)
        for position, finding in enumerate(made, start=1):
            page += self.rng.randrange(1, 4)
            finding.ref = f"{self.review.ref}-F{position:02d}"
            finding.page = page
            finding.locator = f"paragraph {position + 3}.{self.rng.randrange(1, 15)}"
