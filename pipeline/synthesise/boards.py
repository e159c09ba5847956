"""Made-up boards: their names, the start of their references, and how many reviews each has."""

from dataclasses import dataclass

REVIEWS_OF_A_BOARD = 40
ANYTOWN = "Anytown Safeguarding Partnership"
REGIONS = (
    "Middle Region (made up)",
    "Upper Region (made up)",
    "Lower Region (made up)",
    "Nearer Region (made up)",
    "Farther Region (made up)",
    "Outer Region (made up)",
)
# Names that no reader can take for a place.
_FIRST = (
    "Sample",
    "Specimen",
    "Example",
    "Model",
    "Notional",
    "Invented",
    "Imagined",
    "Pretend",
    "Fictional",
    "Pattern",
)
_SECOND = (
    "Vale",
    "Bay",
    "Hill",
    "Bridge",
    "Ford",
    "Marsh",
    "Heath",
    "Wold",
    "Dale",
    "Combe",
    "Moor",
    "Haven",
)


@dataclass(frozen=True)
class Board:
    """A made-up board.

    Attributes:
        number: its place among the boards, from 0.
        name: what it is called.
        prefix: what its references begin with.
        region: its made-up region.
        reviews: how many reviews it has.
    """

    number: int
    name: str
    prefix: str
    region: str
    reviews: int


def boards(reviews: int) -> list[Board]:
    """Share reviews out among boards, about 40 to each while there are names for them."""
    names = [(ANYTOWN, "ANY")] + [
        (f"{first} {second} Safeguarding Partnership", (first[:2] + second[:2]).upper())
        for second in _SECOND
        for first in _FIRST
    ]
    count = min(max(1, round(reviews / REVIEWS_OF_A_BOARD)), len(names), reviews)
    each, rest = divmod(reviews, count)
    return [
        Board(number, name, prefix, REGIONS[number % len(REGIONS)], each + (number < rest))
        for number, (name, prefix) in enumerate(names[:count])
    ]
