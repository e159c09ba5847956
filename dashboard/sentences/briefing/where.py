"""Where factors were found, in the words of a briefing: the key of its table, and what to ask."""

from collections.abc import Sequence

from dashboard.by_agency import AtAgency
from dashboard.estimates import Q_LIMIT
from dashboard.sentences.comparison import AS_WHAT
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW, count
from dashboard.sentences.factor_by_agency import (
    factor_by_agency,
    others_stand_out,
    stands_out,
    strongest,
)
from dashboard.sentences.markdown import bold

ASKED_AT_MOST = 3
ASKED_BY = (
    "A factor is found at a known agency, or in the same review, more often than elsewhere, by "
    f"more than chance (q at most {Q_LIMIT}, all the cells tested together). At most "
    f"{ASKED_AT_MOST} are asked about: those least like chance."
)
_TITLES = {
    "problem": "Problems",
    "strength": "Strengths",
    "mixed": "Mixed findings",
    "neutral": "Factors",
}


def title(appraisal: str, attributions: Sequence[str]) -> str:
    """Return what a table holds: "Problems, by the agency at which they were found".

    Args:
        appraisal: the appraisal that is shown.
        attributions: coded, review, or both.
    """
    by = {
        "coded": "the agency at which they were found",
        "review": "agency that stands in the same review",
    }
    return f"{_TITLES[appraisal]}, by {by.get('/'.join(attributions), 'agency')}"


def key(steps: Sequence[str], signs: Sequence[tuple[str, str]], unfilled: Sequence[str]) -> str:
    """Say what shades, signs and texts of the cells mean.

    Args:
        steps: what each step of the hue stands for, from "none" on; none where nothing is shaded.
        signs: each sign with what it stands for.
        unfilled: what each text of a cell without a fill stands for.
    """
    shades = f"The deeper the shade, the larger the share of its reviews: {', '.join(steps)}"
    said = [
        "Found in so many of the agency's reviews in which it was assessed",
        *([shades] if steps else []),
        *(f"{sign}: {words}" for sign, words in signs),
        *unfilled,
    ]
    return f"{'. '.join(one[:1].upper() + one[1:] for one in said)}."


def standing_out(agencies: int, factors: int) -> str:
    """Say when a cell stands out; the method says by which test.

    Args:
        agencies: agencies that are tested together.
        factors: factors that are.
    """
    at = count(agencies, "agency", "agencies")
    return (
        "A cell stands out (▲ more often, ▼ less often) where so great a difference from elsewhere "
        f"would seldom come by chance, with all the cells of {at} and {count(factors, 'factor')} "
        "tested together: of those marked, about 1 in 20 may be chance."
    )


def shown_of(agencies: tuple[int, int], factors: tuple[int, int], *, is_named: bool) -> str:
    """Say that a table shows a part of what is tested; empty where it shows all.

    Args:
        agencies: how many are shown, and how many are tested.
        factors: likewise.
        is_named: whether the sentence before it names a cell, which is shown then.
    """
    parts = [
        f"{shown:,} of the {of:,} {noun}"
        for (shown, of), noun in (
            (agencies, "agencies in the most reviews"),
            (factors, "factors found most"),
        )
        if shown < of
    ]
    if not parts:
        return ""
    named = "; what the sentence above it names is always among them" if is_named else ""
    return f"Shown are {' and '.join(parts)}{named}."


def asked(cell: AtAgency, appraisal: str) -> str:
    """Ask what makes a factor stand out at an agency.

    Args:
        cell: a cell that stands out as more.
        appraisal: the appraisal that is shown.

    Returns:
        Markdown.
    """
    if cell.attribution == "review":
        question = "What in these reviews could explain it?"
    elif appraisal == "strength":
        question = "What could explain it, and what could others take from it?"
    else:
        question = "What could explain it: the cases, the work there, or how it is written about?"
    return f"{stands_out(cell, appraisal)} {question}"


def in_short(each: Sequence[tuple[str, Sequence[AtAgency]]]) -> str:
    """Say in a line of the summary which factor stands out most, and where, or that none does.

    Args:
        each: appraisals with the cells that are tested of each, at least one.

    Returns:
        Markdown.
    """
    told = [(cell, appraisal) for appraisal, cells in each for cell in cells if cell.is_told]
    if not told:
        appraisal, cells = each[0]
        return factor_by_agency(cells, appraisal)
    out = [pair for pair in told if pair[0].stands_out]
    if not out:
        agencies = len({cell.agency_id for cell, _ in told})
        any_of = f"any of the {agencies:,} agencies" if agencies > 1 else "the 1 agency"
        return (
            f"No factor stands out for {any_of} tested: differences between agencies cannot be "
            "told from chance."
        )
    most = min(out, key=lambda pair: strongest(pair[0]))
    return f"{_stands_out_most(*most)}{others_stand_out(len(out) - 1)}"


def untold(each: Sequence[tuple[str, Sequence[AtAgency]]]) -> str:
    """Say that no factor stands out, as a part of a sentence on all that does not differ.

    Args:
        each: appraisals with the cells that are tested of each, at least one.

    Returns:
        "between agencies (8 tested)"; empty where a factor stands out, or none could be tested.
    """
    told = [cell for _, cells in each for cell in cells if cell.is_told]
    if not told or any(cell.stands_out for cell in told):
        return ""
    return f"between agencies ({len({cell.agency_id for cell in told}):,} tested)"


def _stands_out_most(cell: AtAgency, appraisal: str) -> str:
    """Say of the cell that stands out most how often the factor is found there and elsewhere."""
    where = "at" if cell.attribution == "coded" else "in the same review as"
    often = "more often" if cell.stands_out == "more" else "less often"
    return (
        f"{bold(cell.label)} is found{AS_WHAT.get(appraisal, '')} {often} {where} "
        f"{bold(cell.agency_label)}, in {cell.reviews_with:,} of "
        f"{count(cell.reviews_assessed or 0, 'review')}, than elsewhere: "
        f"{cell.reviews_with_elsewhere:,} of {cell.reviews_assessed_elsewhere:,}."
    )


def briefly(cells: Sequence[AtAgency], told: Sequence[AtAgency], appraisal: str) -> list[str]:
    """Say what a table shows as the title of a slide, the longest wording first.

    Args:
        cells: the cells tested.
        told: those of them that are spoken of.
        appraisal: the appraisal that is shown.
    """
    out = [cell for cell in told if cell.stands_out]
    what = _TITLES[appraisal]
    if out:
        stand = "stands" if len(out) == 1 else "stand"
        return [
            _first(out[0]),
            f"{what} by agency: {count(len(out), 'pair')} of factor and agency {stand} out",
        ]
    if any(cell.is_told for cell in cells):
        return [f"{what} by agency: differences cannot be told from chance"]
    if not any(cell.is_assessed for cell in cells):
        return [f"{what} by agency: {NOT_ASSESSED}"]
    if not any(cell.is_recorded for cell in cells):
        return [f"{what} by agency: of how many reviews is not recorded"]
    return [f"{what} by agency: {TOO_FEW}"]


def _first(cell: AtAgency) -> str:
    """Return the cell that stands out most, with its counts."""
    where = "at" if cell.attribution == "coded" else "in the same review as"
    counts = f"{cell.reviews_with:,} of {count(cell.reviews_assessed or 0, 'review')}"
    elsewhere = f"{cell.reviews_with_elsewhere:,} of {cell.reviews_assessed_elsewhere:,} elsewhere"
    return f"{cell.label} {where} {cell.agency_label}: {counts}, against {elsewhere}"
