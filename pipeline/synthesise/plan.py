"""The plan: which actions a made-up board signs off, and whether their factor then comes back.

Only actions in this plan are both signed off and answer a finding that has a factor, so that what
became of every such action is known beforehand, by practice period and never by publication.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Literal

from pipeline.synthesise.codebook import OTHER, Codebook
from pipeline.synthesise.dates import AS_AT, after
from pipeline.synthesise.reviews import Review

Outcome = Literal["seen again", "not seen", "overlaps", "too early"]
SHARES: dict[Outcome, float] = {
    "overlaps": 0.2,
    "too early": 0.2,
    "not seen": 0.25,
    "seen again": 0.35,
}
"""The shares aimed at, the outcomes that few sign-off dates allow first."""
MOST_PLANNED_IN_A_REVIEW = 3
THREADS_FOR_A_REVIEW = 0.9


@dataclass(frozen=True)
class PlannedRecurrence:
    """What was planned for one signed-off action, to be recovered from the reviews.

    Attributes:
        board: the board that signed it off.
        action_ref: the action's reference.
        factor_id: the one factor of the finding that it answers.
        agency_id: the one agency that the finding is found at, which owns the action.
        signed_off_on: when the board signed it off.
        outcome: "seen again": found as a problem at that agency in practice that began later;
            "not seen": that agency took part in such practice, and it was not found;
            "overlaps": found in practice under way at sign-off, with none that began later;
            "too early": neither, as that agency took part in no practice that began later.
        found_in: reference of the review in which it was planned to be found, or None.
    """

    board: str
    action_ref: str
    factor_id: str
    agency_id: str
    signed_off_on: date
    outcome: Outcome
    found_in: str | None


@dataclass(frozen=True)
class Thread:
    """A factor found at an agency in one review, answered, signed off, and what came after.

    Attributes:
        origin: place among the board's reviews of the review that asks for the actions.
        found_in: place of the review in which the factor is found again, or None.
        actions: how many actions the board signed off on that day.
    """

    origin: int
    factor_id: str
    agency_id: str
    completed_on: date
    signed_off_on: date
    outcome: Outcome
    found_in: int | None
    actions: int


@dataclass
class Plan:
    """The threads of one board.

    Attributes:
        threads: place of a review -> the threads that begin there.
        again: place of a review -> the (factor, agency) that must be found there again.
        barred: place of a review -> the (factor, agency) that must not be found there.
    """

    threads: dict[int, list[Thread]] = field(default_factory=lambda: defaultdict(list))
    again: dict[int, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    barred: dict[int, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))

    def planned_in(self, place: int) -> list[tuple[str, str]]:
        """List the (factor, agency) that a review must find as a problem."""
        begun = [(thread.factor_id, thread.agency_id) for thread in self.threads[place]]
        return begun + self.again[place]


def plan(reviews: list[Review], codebook: Codebook, rng: Random) -> Plan:
    """Plan the threads of a board, keeping the outcomes near their shares.

    A factor is followed at an agency once: a second thread could undo what the first promises.
    """
    made = Plan()
    followed: set[tuple[str, str]] = set()
    tally: Counter[Outcome] = Counter()
    origins = [place for place, review in enumerate(reviews) if review.practice] * 2
    rng.shuffle(origins)
    for origin in origins:
        if tally.total() >= THREADS_FOR_A_REVIEW * len(reviews):
            break
        if len(made.planned_in(origin)) >= MOST_PLANNED_IN_A_REVIEW:
            continue
        thread = _thread(reviews, codebook, rng, made, origin, followed, tally)
        if thread is not None:
            followed.add((thread.factor_id, thread.agency_id))
            tally[thread.outcome] += 1
            _keep(made, reviews, thread)
    return made


def recurrences(reviews: list[Review], made: Plan) -> list[PlannedRecurrence]:
    """List what was planned, one for each signed-off action that answers a factor."""
    listed = []
    for place, review in enumerate(reviews):
        actions = 0
        for thread in made.threads[place]:
            for _ in range(thread.actions):
                actions += 1
                listed.append(
                    PlannedRecurrence(
                        review.board.name,
                        f"{review.ref}-A{actions:02d}",
                        thread.factor_id,
                        thread.agency_id,
                        thread.signed_off_on,
                        thread.outcome,
                        None if thread.found_in is None else reviews[thread.found_in].ref,
                    )
                )
    return listed


def _thread(
    reviews: list[Review],
    codebook: Codebook,
    rng: Random,
    made: Plan,
    origin: int,
    followed: set[tuple[str, str]],
    tally: Counter[Outcome],
) -> Thread | None:
    """Draw a thread that begins in a review, its outcome the one most behind its share."""
    review = reviews[origin]
    completed_on, signed_off_on = _signed_off(reviews, rng, review.made_on)
    if signed_off_on > AS_AT:
        return None
    lasting = [agency for agency in review.involved if codebook.agencies[agency].is_lasting]
    rng.shuffle(lasting)
    possible: list[tuple[Outcome, str, list[int]]] = [
        (outcome, agency, places)
        for agency in lasting
        for outcome, places in _outcomes(reviews, made, agency, signed_off_on).items()
    ]
    possible.sort(key=lambda each: tally[each[0]] / SHARES[each[0]])
    for outcome, agency, places in possible:
        factor = codebook.factor_weights("problem", review.looked_at.last_day).pick(rng)
        found_in = rng.choice(places) if places else None
        if _is_free(codebook, made, reviews, origin, found_in, (factor, agency), followed):
            actions = rng.choice((1, 1, 2, 2, 3))
            return Thread(
                origin, factor, agency, completed_on, signed_off_on, outcome, found_in, actions
            )
    return None


def _signed_off(reviews: list[Review], rng: Random, made_on: date) -> tuple[date, date]:
    """Draw when actions were completed and signed off, never on a day when practice turns."""
    completed_on = after(made_on, rng.uniform(80, 330))
    signed_off_on = after(completed_on, rng.uniform(14, 120))
    turns = {
        day
        for review in reviews
        if review.practice
        for day in (review.practice.first_day, review.practice.last_day)
    }
    while signed_off_on in turns:
        signed_off_on += timedelta(days=1)
    return completed_on, signed_off_on


def _outcomes(
    reviews: list[Review], made: Plan, agency: str, signed_off_on: date
) -> dict[Outcome, list[int]]:
    """List the outcomes that a sign-off allows, with the reviews it could be found again in."""
    later, straddling = [], []
    for place, review in enumerate(reviews):
        if review.practice is None or agency not in review.involved:
            continue
        if review.practice.first_day > signed_off_on:
            later.append(place)
        elif review.practice.last_day > signed_off_on:
            straddling.append(place)

    def roomy(places: list[int]) -> list[int]:
        return [p for p in places if len(made.planned_in(p)) < MOST_PLANNED_IN_A_REVIEW]

    found: Outcome = "seen again" if later else "overlaps"
    missed: Outcome = "not seen" if later else "too early"
    places = roomy(later or straddling)
    return {found: places, missed: []} if places else {missed: []}


def _is_free(
    codebook: Codebook,
    made: Plan,
    reviews: list[Review],
    origin: int,
    found_in: int | None,
    pair: tuple[str, str],
    followed: set[tuple[str, str]],
) -> bool:
    """Tell whether a factor can be followed at an agency through these reviews."""
    factor, _ = pair
    if factor == OTHER or pair in followed:
        return False
    for place in (origin, found_in):
        if place is not None:
            period = reviews[place].practice
            if pair in made.barred[place] or period is None:
                return False
            if not codebook.factors[factor].holds(period.first_day, period.last_day):
                return False
    return True


def _keep(made: Plan, reviews: list[Review], thread: Thread) -> None:
    """Write a thread into the plan, and bar its factor from where it must not be found."""
    pair = (thread.factor_id, thread.agency_id)
    made.threads[thread.origin].append(thread)
    if thread.found_in is not None:
        made.again[thread.found_in].append(pair)
    if thread.outcome == "seen again":
        return
    for place, review in enumerate(reviews):
        ends_later = review.practice and review.practice.last_day > thread.signed_off_on
        if ends_later and place != thread.found_in:
            made.barred[place].add(pair)
