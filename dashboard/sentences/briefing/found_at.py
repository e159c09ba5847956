"""At which agencies one factor is found, as the lines of a short list."""

from collections.abc import Sequence

from dashboard.by_agency import AtAgency
from dashboard.sentences.counts import count, found_of
from dashboard.sentences.factor_timeline import AS
from dashboard.sentences.markdown import bold, escaped

NAMED_AT_MOST = 8
NOT_RECORDED = "At which agencies it was found is not recorded."


def found_at(agencies: int, appraisal: str, attribution: str) -> str:
    """Say at how many agencies a factor is found.

    Args:
        agencies: agencies at which it is found, or that stand in the same review.
        appraisal: as what it is found.
        attribution: coded (found at them) or review (only in the same review as they).
    """
    if not agencies:
        return NOT_RECORDED
    where = "at" if attribution == "coded" else "in the same review as"
    return f"It was found{AS[appraisal]} {where} {count(agencies, 'agency', 'agencies')}."


def listed_are(agencies: int, shown: int, attribution: str) -> str:
    """Say which agencies are listed, and of which reviews their numbers are.

    Args:
        agencies: agencies at which it is found, at least one.
        shown: of these, agencies that are listed: those of the most reviews.
        attribution: coded or review.
    """
    stands = "was involved" if attribution == "coded" else "stands"
    of_each = f"out of the reviews in which {'it' if agencies == 1 else 'each'} {stands}:"
    if shown == agencies:
        return f"{of_each[:1].upper()}{of_each[1:]}"
    return f"Those with the most reviews, {of_each}"


def at_agency(cell: AtAgency) -> str:
    """Return one agency of the list: "**Police**: 12 of 20 (60%)"."""
    name = bold(cell.agency_label)
    if not cell.is_recorded:
        found = count(cell.reviews_with or 0, "review")
        return f"{name}: {found}; in how many it was involved is not recorded"
    return f"{name}: {found_of(cell.reviews_with, cell.reviews_assessed)}"


def alike(names: Sequence[str], reviews: int) -> str:
    """Return agencies at which it is found in as many reviews: "**1 review each**: Police; ...".

    Args:
        names: their names; the first are named.
        reviews: reviews in which it is found at each.
    """
    more = len(names) - NAMED_AT_MOST
    named = [*map(escaped, names[:NAMED_AT_MOST]), *([f"and {more:,} more"] if more > 0 else [])]
    each = f"{count(reviews, 'review')} each"
    return f"{bold(each)}: {'; '.join(named)}"


def at_others(agencies: int, most: int) -> str:
    """Say in how many reviews it is found at the agencies that are not listed; empty without any.

    Args:
        agencies: agencies that are not listed.
        most: reviews in which it is found at any one of them, at most.
    """
    if not agencies:
        return ""
    if agencies == 1:
        return f"1 other agency: {count(most, 'review')}"
    number = "1 review each" if most == 1 else f"{most:,} reviews each at most"
    return f"{agencies:,} other agencies: {number}"
