"""The made-up recommendations of a review, and the actions that answer them."""

from dataclasses import dataclass
from datetime import date
from math import log
from random import Random

from pipeline.synthesise.chance import Weighted
from pipeline.synthesise.codebook import Codebook
from pipeline.synthesise.dates import AS_AT, after
from pipeline.synthesise.findings import Finding
from pipeline.synthesise.plan import Thread
from pipeline.synthesise.reviews import Review
from pipeline.synthesise.wording import action, is_for_board, recommendation

BOARD = "BRD"
MEDIAN_RECOMMENDATIONS = 6.0
RECOMMENDATIONS_SPREAD = 0.6
MOST_RECOMMENDATIONS = 60
LINKED_SHARE = 0.75
ADDRESSED_TO_BOARD_SHARE = 0.3
_ACTIONS = Weighted({0: 12, 1: 58, 2: 22, 3: 8})
_KINDS = Weighted({"clear-cut": 55, "judgement": 22, "research": 8, "question for board": 15})
_BEFORE_DUE = Weighted({"not started": 25, "in progress": 60, "complete": 15})
_AFTER_DUE = Weighted(
    {"complete": 42, "awaiting sign-off": 14, "overdue": 18, "superseded": 15, "not accepted": 11}
)
_AFTER_DUE_OR_SIGNED_OFF = Weighted(
    {
        "signed off": 50,
        "complete": 20,
        "awaiting sign-off": 8,
        "overdue": 10,
        "superseded": 7,
        "not accepted": 5,
    }
)
_EVIDENCE = {
    "signed off": Weighted({"none": 15, "output": 50, "practice": 27, "outcome": 8}),
    "complete": Weighted({"none": 30, "output": 58, "practice": 12}),
    "awaiting sign-off": Weighted({"none": 25, "output": 60, "practice": 15}),
}


@dataclass(frozen=True)
class Action:
    """What an agency does about a recommendation, and how far it has come by `AS_AT`."""

    ref: str
    owner_agency: str
    statement: str
    action_type: str
    strength: str
    due_on: date | None
    status: str
    completed_on: date | None
    signed_off_on: date | None
    evidence_grade: str


@dataclass(frozen=True)
class Recommendation:
    """What a review asks for; `finding_ref` is "" where it answers no one finding."""

    ref: str
    finding_ref: str
    statement: str
    kind: str
    addressed_to: str
    actions: list[Action]


class Answers:
    """Makes the recommendations and actions of one review."""

    def __init__(
        self, review: Review, codebook: Codebook, rng: Random, threads: list[Thread]
    ) -> None:
        self._review = review
        self._codebook = codebook
        self._rng = rng
        self._threads = threads
        self._actions = 0
        self._asked: set[str] = set()

    def make(self, findings: list[Finding]) -> list[Recommendation]:
        """Make the recommendations: those that the plan asks for, then the others.

        Only a thread's actions are signed off where a recommendation answers a factor: the plan
        knows what became of those, and of no others.
        """
        begins = {id(finding.thread): finding for finding in findings if finding.thread}
        made = [
            self._recommendation(number, begins[id(thread)], thread)
            for number, thread in enumerate(self._threads, start=1)
        ]
        drawn = self._rng.lognormvariate(log(MEDIAN_RECOMMENDATIONS), RECOMMENDATIONS_SPREAD)
        count = min(MOST_RECOMMENDATIONS, max(1, round(drawn)))
        problems = [finding for finding in findings if finding.appraisal == "problem"]
        for number in range(len(made) + 1, count + 1):
            is_linked = problems and self._rng.random() < LINKED_SHARE
            finding = self._rng.choice(problems) if is_linked else None
            made.append(self._recommendation(number, finding, None))
        return made

    def _recommendation(
        self, number: int, finding: Finding | None, thread: Thread | None
    ) -> Recommendation:
        rng, population = self._rng, self._review.population
        factor = finding.main_factor if finding else self._factor()
        kind = "clear-cut" if thread else _KINDS.pick(rng)
        agency = thread.agency_id if thread else self._addressee(finding, factor, kind)
        label = self._codebook.labels.get(agency, agency)
        who = None if agency == BOARD else label
        count = thread.actions if thread else _ACTIONS.pick(rng)
        may_sign_off = finding is None or not finding.codings
        return Recommendation(
            ref=f"{self._review.ref}-R{number:02d}",
            finding_ref=finding.ref if finding else "",
            statement=recommendation(rng, factor, kind, who, population, self._asked),
            kind=kind,
            addressed_to=label,
            actions=[self._action(factor, agency, thread, may_sign_off) for _ in range(count)],
        )

    def _factor(self) -> str:
        period = self._review.looked_at
        return self._codebook.factor_weights("problem", period.last_day).pick(self._rng)

    def _addressee(self, finding: Finding | None, factor: str | None, kind: str) -> str:
        """Draw whom it is addressed to: an agency as it is called by then, or the board."""
        if kind in ("research", "question for board") or is_for_board(factor):
            return BOARD
        found_at = list(finding.agencies) if finding else self._review.involved
        if not found_at or self._rng.random() < ADDRESSED_TO_BOARD_SHARE:
            return BOARD
        return self._codebook.agency_then(self._rng.choice(found_at), self._review.made_on)

    def _action(
        self, factor: str | None, owner: str, thread: Thread | None, may_sign_off: bool
    ) -> Action:
        rng = self._rng
        self._actions += 1
        action_type = self._codebook.action_weights.pick(rng)
        if thread:
            due_on = after(self._review.made_on, rng.uniform(80, 330))
            progress = "signed off", due_on, thread.completed_on, thread.signed_off_on
        else:
            progress = self._progress(may_sign_off)
        status, due_on, completed_on, signed_off_on = progress
        return Action(
            ref=f"{self._review.ref}-A{self._actions:02d}",
            owner_agency=owner,
            statement=action(rng, factor, action_type, self._review.population),
            action_type=action_type,
            strength=self._codebook.strength_weights[action_type].pick(rng),
            due_on=due_on,
            status=status,
            completed_on=completed_on,
            signed_off_on=signed_off_on,
            evidence_grade=_EVIDENCE[status].pick(rng) if status in _EVIDENCE else "",
        )

    def _progress(self, may_sign_off: bool) -> tuple[str, date | None, date | None, date | None]:
        """Draw status, due date, completion and sign-off, none of them later than `AS_AT`."""
        rng, made_on = self._rng, self._review.made_on
        days = rng.uniform(90, 400)
        due_on = after(made_on, days)
        if due_on >= AS_AT:
            status = _BEFORE_DUE.pick(rng)
            if status != "complete":
                return status, due_on, None, None
            return status, due_on, after(made_on, rng.random() * (AS_AT - made_on).days), None
        status = (_AFTER_DUE_OR_SIGNED_OFF if may_sign_off else _AFTER_DUE).pick(rng)
        if status in ("overdue", "superseded", "not accepted"):
            return status, None if status == "not accepted" else due_on, None, None
        completed_on = after(made_on, days * rng.uniform(0.5, 1.4))
        if completed_on > AS_AT:
            return "overdue", due_on, None, None
        signed_off_on = after(completed_on, rng.uniform(14, 120))
        if status == "signed off" and signed_off_on > AS_AT:
            return "awaiting sign-off", due_on, completed_on, None
        return status, due_on, completed_on, signed_off_on if status == "signed off" else None
