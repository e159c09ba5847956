"""What a briefing is about, in words: the quarter, what was chosen, and what was left out."""

from datetime import date

from dashboard.sentences.briefing.placed import came
from dashboard.sentences.counts import count
from dashboard.sentences.dates import day

_PLACED = {
    "published": "Reviews are placed in time by the day on which they came out.",
    "practice": (
        "Reviews are placed in time by when the practice that they review ended. Some came out "
        "only later, and reviews of practice so late may be still to come."
    ),
}
_BASIS = {"published": "publication", "practice": "practice"}


def filters(within: int, up_to: int, quarter: str, basis: str) -> str:
    """Say how many reviews came in the quarter, and how many there are by its end.

    Args:
        within: reviews of the quarter.
        up_to: reviews up to its end.
        quarter: its name.
        basis: practice or published.
    """
    if basis == "published":
        return f"{came(within, basis)} in {quarter}; {up_to:,} {_are(up_to)} out by its end."
    return f"{came(within, basis)} in {quarter}; {up_to:,} {_are(up_to)} counted up to its end."


def _are(reviews: int) -> str:
    """Return the verb that goes with a number of reviews."""
    return "is" if reviews == 1 else "are"


def quiet(up_to: int) -> str:
    """Say calmly what a quarter without a review leaves to be told.

    Args:
        up_to: reviews up to its end.
    """
    was = "the 1 review that was there" if up_to == 1 else f"the {up_to:,} reviews that were there"
    return f"That happens, and says nothing of the work itself. The briefing tells of {was} before."


def chosen_of(selected: int, of: int) -> str:
    """Say how many reviews the filters chose.

    Args:
        selected: reviews that pass every filter.
        of: reviews of the chosen sources.
    """
    if selected == of:
        every = "the one review" if of == 1 else f"all {of:,} reviews"
        return f"These choose {every} of the chosen sources."
    return f"These choose {selected:,} of the {count(of, 'review')} of the chosen sources."


def ends_with(last: date, basis: str) -> str:
    """Say that nothing later is in it.

    Args:
        last: last day of the quarter.
        basis: practice or published.
    """
    later = "that came out later" if basis == "published" else "of practice that ended later"
    return f"The period ends with the quarter, on {day(last)}: no review {later} is in it."


def placed_in_time(basis: str, undated: int, coarse: int) -> str:
    """Say how reviews are placed in time, and which cannot be placed in a quarter.

    Args:
        basis: practice or published.
        undated: reviews without a date by that basis: the period leaves them out.
        coarse: selected reviews whose date falls into no one quarter.
    """
    return " ".join(filter(None, [_PLACED[basis], not_placed(basis, undated, coarse)]))


def not_placed(basis: str, undated: int, coarse: int) -> str:
    """Say which reviews cannot be placed in a quarter; empty where all can.

    Args:
        basis: practice or published.
        undated: reviews without a date by that basis: the period leaves them out.
        coarse: selected reviews whose date falls into no one quarter.
    """
    said = []
    if undated:
        have, are = ("has", "is") if undated == 1 else ("have", "are")
        said.append(
            f"{count(undated, 'review')} of the chosen sources {have} no date of {_BASIS[basis]} "
            f"and {are} left out."
        )
    if coarse:
        has, is_ = ("has", "is") if coarse == 1 else ("have", "are")
        said.append(
            f"{count(coarse, 'review')} {has} a date of {_BASIS[basis]} too coarse for a quarter, "
            f"such as a year alone, and {is_} counted by its end, but in no quarter."
        )
    return " ".join(said)


def part_quarter(covered_to: date) -> str:
    """Say that the quarter is told only in part.

    Args:
        covered_to: the last day of the data.
    """
    return (
        f"This is a part quarter: the data end on {day(covered_to)}, before the quarter does, and "
        "what came after that is not known yet."
    )
