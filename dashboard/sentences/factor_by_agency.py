"""Where factors are found, in one or two sentences."""

from collections.abc import Sequence

from dashboard.by_agency import AtAgency, InFunnel
from dashboard.estimates import FEWEST_INVOLVED, TOO_FEW_REVIEWS
from dashboard.sentences.counts import count, listed, percent, share_of_reviews
from dashboard.sentences.markdown import bold

NONE_STANDS_OUT = (
    "No factor stands out for any agency: with these numbers of reviews, differences between "
    "agencies cannot be told from chance."
)
BEYOND_CHANCE = "This can be told from chance."
NOT_A_RANKING = (
    "Not a ranking: agencies differ in what they are asked to do, in the reviews they are involved "
    "in, and in how openly they are written about."
)
ELSEWHERE = {
    "coded": "Elsewhere: at the other agencies, each with the reviews in which it was involved.",
    "review": "Elsewhere: in the selected reviews in which the agency does not stand.",
}
NAMED_AT_MOST = 3


STANDING_OUT = (
    "A cell stands out (▲ more often, ▼ less often) if Fisher's exact test tells it from "
    "elsewhere, with all the cells shown here tested together (Benjamini-Hochberg): of those "
    "marked, about 1 in 20 may be chance."
)


def no_agency(titles: Sequence[str]) -> str:
    """Say that no selected review tells which agencies were involved.

    Args:
        titles: titles of the chosen sources, at least one.

    Returns:
        Markdown.
    """
    return (
        "**Which agencies were involved is not recorded** in the selected reviews of "
        f"{listed([bold(title) for title in titles])}. That is not the same as none: where factors "
        "are found cannot be told."
    )


def factor_by_agency(cells: Sequence[AtAgency], appraisal: str) -> str:
    """Answer "Where?": which factor stands out most, and for which agency, or that none does.

    Args:
        cells: the cells shown, of one appraisal.
        appraisal: that appraisal.

    Returns:
        Markdown: factor and agency in bold, the share with its counts and interval.
    """
    if not any(cell.is_assessed for cell in cells):
        return (
            "None of these factors was assessed in the selected reviews: where they are found "
            "cannot be told."
        )
    if not any(cell.is_recorded for cell in cells):
        return _not_recorded(cells, appraisal)
    told = [cell for cell in cells if cell.is_told]
    if not told:
        return (
            f"Every agency shown was involved in fewer than {TOO_FEW_REVIEWS} reviews: too few to "
            "tell where a factor is found more often."
        )
    out = [cell for cell in telling(cells) if cell.stands_out]
    if not out:
        return f"{NONE_STANDS_OUT}{_most(told, appraisal)}"
    return f"{stands_out(out[0], appraisal)} {BEYOND_CHANCE}{others_stand_out(len(out) - 1)}"


def telling(cells: Sequence[AtAgency]) -> list[AtAgency]:
    """Return the cells that are spoken of: those that stand out, least like chance first.

    Where none does, that in which most is found, of those that can be told.
    """
    told = [cell for cell in cells if cell.is_told]
    out = sorted((cell for cell in told if cell.stands_out), key=strongest)
    if out or not told:
        return out
    return [max(told, key=lambda cell: (cell.reviews_with or 0, cell.share))]


def stands_out(cell: AtAgency, appraisal: str) -> str:
    """Say of one cell how it stands out: its share, and that with which it is compared.

    Args:
        cell: a cell that stands out.
        appraisal: the appraisal that is shown.
    """
    return f"{_said(cell, appraisal)}, {_than(cell)}."


def others_stand_out(pairs: int) -> str:
    """Say how many other pairs of factor and agency stand out; empty if none does.

    Args:
        pairs: cells that stand out and are not named.
    """
    if not pairs:
        return ""
    stand = "stands" if pairs == 1 else "stand"
    return f" {count(pairs, 'other pair')} of factor and agency {stand} out too."


def funnel(
    points: Sequence[InFunnel], baseline: float, label: str, appraisal: str, agencies_as: str
) -> str:
    """Answer "How much do agencies differ by more than chance would?" for one factor.

    Args:
        points: the agencies.
        baseline: the share of all, 0 to 1.
        label: name of the factor.
        appraisal: the appraisal that is shown.
        agencies_as: what agencies are counted as: named, kind or sector.
    """
    shown = [point for point in points if point.funnel]
    flaggable = [point for point in shown if point.funnel != "too few"]
    in_same = any(point.cell.attribution == "review" for point in shown)
    name = f"{'In the same review: ' if in_same else ''}{bold(label)}{_as_what(appraisal)}"
    if not flaggable:
        was_in = "stands" if in_same else "was involved"
        return (
            f"{name}: no agency {was_in} in {FEWEST_INVOLVED} reviews or more, too few to tell "
            "whether agencies differ."
        )
    outside = [point for point in flaggable if point.is_outside]
    are_in = "that stand" if in_same else "involved"
    of = f"{agencies(len(flaggable), agencies_as)} {are_in} in {FEWEST_INVOLVED} or more reviews"
    if not outside:
        return (
            f"{name}: none of the {of} lies beyond the 95% limits around {percent(baseline)}. With "
            "these numbers of reviews, how they differ cannot be told from chance."
        )
    far = [point for point in outside if point.is_far_outside]
    named = [bold(point.cell.agency_label) for point in (far or outside)[:NAMED_AT_MOST]]
    lie = "lies" if len(outside) == 1 else "lie"
    more = f", {len(far)} of them beyond the 99.8% limits" if far else ""
    among = "" if len(named) == len(far or outside) else "among them "
    return (
        f"{name}: {len(outside)} of the {of} {lie} beyond the 95% limits around "
        f"{percent(baseline)}{more}: {among}{listed(named)}. By chance alone about "
        f"{_expected(len(flaggable))} would lie there."
    )


def not_shown(number: int, agencies_as: str) -> str:
    """Say how many agencies are not shown; empty if all are.

    Args:
        number: how many are not.
        agencies_as: what agencies are counted as: named, kind or sector.
    """
    are = "is" if number == 1 else "are"
    those = agencies(number, agencies_as)
    return f"{those} in fewer reviews {are} not shown, and not tested." if number else ""


def agencies(number: int, agencies_as: str) -> str:
    """Return a number of agencies, or of what they count as."""
    return (
        count(number, "sector") if agencies_as == "sector" else count(number, "agency", "agencies")
    )


def _most(told: Sequence[AtAgency], appraisal: str) -> str:
    """Name the cell of the most reviews, and say whether others hold as many."""
    [first] = telling(told)
    if not first.reviews_with:
        return f" None of these factors was found{_as_what(appraisal)} at any of them."
    as_many = sum(cell.reviews_with == first.reviews_with for cell in told) - 1
    if not as_many:
        return f" {_said(first, appraisal)}, more than for any other pair of factor and agency."
    has = "has" if as_many == 1 else "have"
    return (
        f" {_said(first, appraisal)}; {count(as_many, 'other pair')} of factor and agency {has} "
        "as many."
    )


def strongest(cell: AtAgency) -> tuple[float, float]:
    """Sort what is least like chance first; of equals, what is found in most reviews."""
    return cell.q_value, -(cell.reviews_with or 0)


def _said(cell: AtAgency, appraisal: str) -> str:
    """Return a cell as the beginning of a sentence."""
    found = f"{bold(cell.label)}{_as_what(appraisal)} was found"
    share = share_of_reviews(
        cell.reviews_with or 0, cell.reviews_assessed or 0, cell.share_low, cell.share_high
    )
    agency = bold(cell.agency_label)
    if cell.attribution == "coded":
        return f"{found} at {agency} in {share} in which it was involved"
    return f"{found} in the same review as {agency}, in {share} in which it stands"


def _than(cell: AtAgency) -> str:
    """Return what a cell is compared with."""
    elsewhere = (
        "at the other agencies" if cell.attribution == "coded" else "in the reviews without it"
    )
    often = "more often" if cell.stands_out == "more" else "less often"
    counts = f"{cell.reviews_with_elsewhere:,} of {cell.reviews_assessed_elsewhere:,}"
    return f"{often} than {elsewhere} ({counts})"


def _not_recorded(cells: Sequence[AtAgency], appraisal: str) -> str:
    """Say where most was found, and that it is not known of how many."""
    first = max(cells, key=lambda cell: cell.reviews_with or 0)
    where = (
        f"{bold(first.label)}{_as_what(appraisal)} was found at {bold(first.agency_label)} in "
        f"{count(first.reviews_with or 0, 'review')}, the most of any factor at any agency. "
        if first.reviews_with
        else ""
    )
    return (
        f"{where}In how many reviews the agencies were involved is not recorded, so that there is "
        "no share, and nothing to compare."
    )


def _expected(agencies: int) -> str:
    """Return how many of so many would lie beyond the 95% limits by chance, at most."""
    return f"{max(1, round(agencies / 20)):,}"


def _as_what(appraisal: str) -> str:
    """Return as what a factor was found: " as a problem"; nothing if that says nothing."""
    words = {"problem": " as a problem", "strength": " as a strength", "mixed": " as mixed"}
    return words.get(appraisal, "")
