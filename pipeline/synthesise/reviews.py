"""The made-up reviews of one board: what they are, when they were, and which agencies took part."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import log
from random import Random

from pipeline.synthesise.boards import Board
from pipeline.synthesise.chance import Weighted
from pipeline.synthesise.codebook import Codebook
from pipeline.synthesise.dates import (
    AS_AT,
    DAYS_IN_MONTH,
    FIRST_DAY,
    LAST_DAY,
    Period,
    after,
    known_to,
    written,
)

# Serious case reviews gave way to local child safeguarding practice reviews over these months.
SCR_UNTIL = date(2018, 6, 29)
EARLIEST_END = date(2017, 7, 1)
MEDIAN_LAG_MONTHS = 25.0
MEDIAN_AUDIT_LAG_MONTHS = 5.0
LAG_SPREAD = 0.35
# In each ten reviews: seven of cases, three of ordinary work.
_KINDS = ("child",) * 4 + ("SAR",) * 2 + ("DHR",) + ("MAA",) * 2 + ("LTR",)
# In each twenty reviews: what is known of their dates.
_DATES = ("day",) * 16 + ("month", "quarter", "year", "published only")
_TITLES = {
    "SCR": "Serious case review: Child {letters}",
    "LCSPR": "Child safeguarding practice review: Child {letters}",
    "SAR": "Safeguarding adults review: Adult {letters}",
    "DHR": "Domestic homicide review: Adult {letters}",
    "MAA": "Multi-agency audit: {theme}",
    "LTR": "Learning Together review of ordinary work: {theme}",
}
_THEMES = {
    "child": (
        "long-standing neglect",
        "first response to referrals",
        "children with complex health needs",
        "young people at risk outside the home",
        "pre-birth assessment",
        "work that went well with a large family",
    ),
    "adult": (
        "self-neglect",
        "leaving hospital",
        "mental capacity in daily practice",
        "adults placed from other areas",
        "work that went well with an adult who had declined help",
    ),
    "both": (
        "domestic abuse and contact with children",
        "parents with mental ill health",
        "families known to children's and adults' services",
    ),
}
_ABUSE = {
    "child": Weighted(
        {"neglect": 5, "physical": 3, "emotional": 2, "extrafamilial": 2, "sexual": 1}
    ),
    "adult": Weighted(
        {"self-neglect": 6, "neglect and omission": 5, "financial": 2, "organisational": 1}
    ),
    "both": Weighted({"domestic": 6, "neglect": 2, "psychological": 2}),
}


@dataclass(frozen=True)
class Review:
    """A made-up review.

    Attributes:
        ref: its reference, such as ANY-2019-03.
        practice: when the practice took place, or None where only publication is known.
        made_on: when its recommendations were made: the day it was completed.
        published_on: the day it came out.
        published: that day as written, to the precision known.
        agencies: agency_id -> involved, contributed or no contact.
        abuse_types: kinds of abuse looked at.
    """

    ref: str
    title: str
    review_type: str
    board: Board
    method: str
    population: str
    outcome: str
    practice: Period | None
    incident_on: date | None
    commissioned_on: date | None
    made_on: date
    published_on: date
    published: str
    agencies: dict[str, str]
    abuse_types: tuple[str, ...]

    @property
    def is_ordinary_work(self) -> bool:
        """Whether the review looks at ordinary work and not at a case that went wrong."""
        return self.review_type in ("MAA", "LTR")

    @cached_property
    def involved(self) -> list[str]:
        """The agencies that took part; those with no contact did not."""
        return [agency for agency, part in self.agencies.items() if part != "no contact"]

    @property
    def looked_at(self) -> Period:
        """The period by which factors and agencies exist: of practice, else of publication."""
        return self.practice or Period(self.published_on, self.published_on)


def reviews_of(board: Board, codebook: Codebook, rng: Random) -> list[Review]:
    """Make the reviews of a board, in the order in which the work they look at ended."""
    kinds = _dealt(rng, _KINDS, board.reviews)
    precisions = _dealt(rng, _DATES, board.reviews)
    width = (LAST_DAY - EARLIEST_END).days / board.reviews
    numbers: dict[int, int] = {}
    made = []
    for place, (kind, precision) in enumerate(zip(kinds, precisions, strict=True)):
        ends = after(EARLIEST_END, (place + rng.random()) * width)
        made.append(_review(board, codebook, rng, place, kind, precision, ends, numbers))
    return made


def _dealt(rng: Random, hand: tuple[str, ...], count: int) -> list[str]:
    """Deal a hand again and again, shuffled anew each time, so that shares hold in few reviews."""
    dealt: list[str] = []
    while len(dealt) < count:
        dealt += rng.sample(hand, len(hand))
    return dealt[:count]


def _review(
    board: Board,
    codebook: Codebook,
    rng: Random,
    place: int,
    kind: str,
    precision: str,
    ends: date,
    numbers: dict[int, int],
) -> Review:
    is_ordinary = kind in ("MAA", "LTR")
    population = _population(rng, kind)
    practice = _practice(rng, is_ordinary, precision, ends)
    published_on = _published_on(rng, is_ordinary, practice.last_day)
    lag = (published_on - practice.last_day).days
    commissioned_on = after(practice.last_day, lag * rng.uniform(0.08, 0.25))
    made_on = after(practice.last_day, lag * rng.uniform(0.75, 0.92))
    review_type = kind
    if kind == "child":
        review_type = "SCR" if commissioned_on <= SCR_UNTIL else "LCSPR"
    numbers[commissioned_on.year] = number = numbers.get(commissioned_on.year, 0) + 1
    known = None if precision == "published only" else practice
    said = known or Period(published_on, published_on)
    is_exact = precision == "day"
    return Review(
        ref=f"{board.prefix}-{commissioned_on.year}-{number:02d}",
        title=_TITLES[review_type].format(
            letters=_letters(place), theme=rng.choice(_THEMES[population])
        ),
        review_type=review_type,
        board=board,
        method=_method(rng, review_type),
        population=population,
        outcome=_outcome(rng, review_type),
        practice=known,
        incident_on=practice.last_day if is_exact and not is_ordinary else None,
        commissioned_on=commissioned_on if known else None,
        made_on=made_on,
        published_on=published_on,
        published=written(published_on, "month" if precision == "month" else "day"),
        agencies=_agencies(rng, codebook, population, said),
        abuse_types=tuple(_ABUSE[population].pick_distinct(rng, rng.choice((1, 1, 2)))),
    )


def _population(rng: Random, kind: str) -> str:
    fixed = {"child": "child", "SAR": "adult", "DHR": "both"}
    return fixed.get(kind) or rng.choice(("child", "child", "adult", "both"))


def _practice(rng: Random, is_ordinary: bool, precision: str, ends: date) -> Period:
    months = rng.uniform(1, 4) if is_ordinary else rng.uniform(7, 22)
    begins = max(FIRST_DAY, after(ends, -months * DAYS_IN_MONTH))
    return known_to("day" if precision == "published only" else precision, begins, ends)


def _published_on(rng: Random, is_ordinary: bool, ends: date) -> date:
    """Draw the day of publication, again where it would lie after the day of writing down."""
    median = MEDIAN_AUDIT_LAG_MONTHS if is_ordinary else MEDIAN_LAG_MONTHS
    for _ in range(20):
        day = after(ends, rng.lognormvariate(log(median), LAG_SPREAD) * DAYS_IN_MONTH)
        if day <= AS_AT:
            return day
    return after(AS_AT, -rng.randrange(60))


def _method(rng: Random, review_type: str) -> str:
    if review_type == "MAA":
        return "multi-agency audit"
    if review_type == "LTR":
        return "Learning Together"
    return rng.choice(("Learning Together", "Learning Together", "Learning Together", "hybrid"))


def _outcome(rng: Random, review_type: str) -> str:
    if review_type in ("MAA", "LTR"):
        return rng.choice(("none", "none", "good outcome"))
    return "death" if review_type == "DHR" else rng.choice(("death", "serious harm"))


def _agencies(rng: Random, codebook: Codebook, population: str, said: Period) -> dict[str, str]:
    """Draw who took part: four to ten agencies, and up to two that had no contact."""
    weights = codebook.agency_weights(population, said.first_day, said.last_day)
    count = rng.choice((4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10))
    drawn = weights.pick_distinct(rng, count + rng.choice((0, 0, 1, 1, 2)))
    parts = {}
    for place, agency in enumerate(drawn):
        # An agency that has ended since could take part, but not contribute to the review.
        contributes = rng.random() < 0.25 and codebook.agencies[agency].valid_to is None
        parts[agency] = "contributed" if contributes else "involved"
        if place >= count:
            parts[agency] = "no contact"
    return parts


def _letters(place: int) -> str:
    """Name the person by a letter, then by two, as boards do: A to Z, AA, AB."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    first, second = divmod(place, 26)
    return (alphabet[first - 1] if first else "") + alphabet[second]
