"""Where a factor is found: factors down, agencies across, n of N in each cell."""

from collections.abc import Iterable, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard import theme
from dashboard.by_agency import AtAgency
from dashboard.charts.matrix import GLYPHS, Cell, Line, matrix
from dashboard.charts.wrapped import as_plotly, wrapped
from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW, count, listed, percent

NOT_ASSESSED_SIGN = "–"
STEPS = (0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25)
"""What a step of the hue can stand for: the smallest at which a high share is in the last one."""

HIGH = 0.9
"""Of the shares that are not none, so many lie below a high one: else one alone would pale all."""

HOVER_LINE = 44


def factor_by_agency(
    cells: Sequence[AtAgency],
    factors: Sequence[Line],
    agencies: Sequence[Line],
    mode: theme.Mode,
    appraisal: str,
) -> go.Figure:
    """Draw in how many of its reviews each factor is found at each agency.

    Args:
        cells: one appraisal's cells, of the factors and agencies shown.
        factors: from the top; the key is the factor's code.
        agencies: from the left; the key is that of `column_key`.
        mode: "light" or "dark".
        appraisal: the appraisal that is shown.

    Returns:
        A figure with a size of its own. A cell in which anything is found carries `customdata` of
        factor_id, agency_id and attribution.
    """
    step = step_of_scale(cells)
    drawn = [_cell(cell, step) for cell in cells]
    return matrix(factors, agencies, drawn, mode, theme.appraisal_cue(appraisal, mode).colour)


def column_key(cell: AtAgency) -> str:
    """Return the key of a cell's column: what is coded and what is not stand apart."""
    return f"{cell.agency_id} {cell.attribution}"


def columns_of(
    cells: Sequence[AtAgency], groups: Sequence[Any], *, by_sector: bool = False
) -> list[Line]:
    """Return the agencies in the order of the groups, each with its number of reviews.

    An agency found at in one source and known only from the review in another stands there twice.

    Args:
        cells: the cells shown.
        groups: rows of `agency_groups.sql`, those that are shown.
        by_sector: whether they stand under their sectors.
    """
    attributions = {cell.attribution for cell in cells}
    there = {column_key(cell): cell for cell in cells}
    return [
        Line(
            key,
            group.label,
            group.sector_label if by_sector and group.sector_label != group.label else "",
            _note(group, there[key], is_mixed=len(attributions) > 1),
        )
        for group in groups
        for attribution in sorted(attributions)
        if (key := f"{group.group_id} {attribution}") in there
    ]


def signs(cells: Sequence[AtAgency]) -> list[tuple[str, str]]:
    """Return the signs of cells that stand out, of those that are there, and what they mean."""
    present = {cell.stands_out for cell in cells}
    return [
        (GLYPHS[stands_out], f"{stands_out} often than elsewhere")
        for stands_out in ("more", "less")
        if stands_out in present
    ]


def unfilled(cells: Sequence[AtAgency]) -> list[str]:
    """Return what the texts of cells without a fill stand for, of those that are there."""
    said = (
        (
            f"no fill: fewer than {TOO_FEW_REVIEWS} reviews, too few to tell",
            any(one.is_assessed and one.is_recorded and not one.is_told for one in cells),
        ),
        (f"{NOT_ASSESSED_SIGN}: not assessed", any(not one.is_assessed for one in cells)),
        ("of ?: number of reviews not recorded", any(not one.is_recorded for one in cells)),
    )
    return [words for words, is_there in said if is_there]


def step_of_scale(cells: Iterable[AtAgency]) -> float:
    """Return the share that one step of the hue stands for, so that the steps are all used."""
    shares = sorted(cell.share for cell in cells if cell.is_told and cell.share > 0)
    high = shares[int(HIGH * (len(shares) - 1))] if shares else 0
    deeper = len(theme.DEPTHS) - 1
    return next((step for step in STEPS if high <= step * deeper), STEPS[-1])


def steps_in_words(step: float) -> list[str]:
    """Return what each step of the hue stands for: "none", "under 5%", "5% to under 10%"."""
    ends = [step * number for number in range(len(theme.DEPTHS) - 1)]
    between = [f"{percent(low)} to under {percent(low + step)}" for low in ends[1:-1]]
    return ["none", f"under {percent(step)}", *between, f"{percent(ends[-1])} or more"]


def alt_text(cells: Sequence[AtAgency], appraisal: str) -> str:
    """Describe the chart to a reader who does not see it.

    Args:
        cells: the cells that the chart draws.
        appraisal: the appraisal that is shown.
    """
    factors = len({cell.factor_id for cell in cells})
    agencies = len({column_key(cell) for cell in cells})
    as_what = "" if appraisal == "neutral" else f", as {appraisal}"
    size = f"{count(factors, 'factor')} by {count(agencies, 'agency', 'agencies')}"
    out = [cell for cell in cells if cell.stands_out]
    found = sorted(
        (cell for cell in cells if cell.is_recorded and cell.reviews_with),
        key=lambda cell: -(cell.reviews_with or 0),
    )
    first = [f"{cell.label} at {cell.agency_label} in {number(cell)}" for cell in found[:3]]
    sentences = [f"Matrix of {size}{as_what}: in how many of its reviews each is found."]
    if first:
        sentences.append(f"Most: {listed(first)}.")
    sentences.append(
        f"{count(len(out), 'cell')} stand out." if len(out) != 1 else "1 cell stands out."
    )
    return " ".join(sentences)


def number(cell: AtAgency) -> str:
    """Return a cell's number on one line: "6 of 9 (67%)"."""
    if not cell.is_assessed:
        return NOT_ASSESSED
    if not cell.is_recorded:
        return f"{cell.reviews_with:,} (of how many is not recorded)"
    share = percent(cell.share) if cell.is_told else TOO_FEW
    return f"{cell.reviews_with:,} of {cell.reviews_assessed:,} ({share})"


def shade(cell: AtAgency, step: float) -> float | None:
    """Return how deep a cell is filled, 0 to 1; nothing where too few were assessed to tell.

    Args:
        cell: the cell.
        step: the share that one step of the hue stands for.
    """
    deeper = len(theme.DEPTHS) - 1
    return min(cell.share / (step * deeper), 1) if cell.is_told else None


def counts(cell: AtAgency) -> str:
    """Return a cell's counts without a share: "6 of 9", "6 of ?", "–"."""
    if not cell.is_assessed:
        return NOT_ASSESSED_SIGN
    of = f"{cell.reviews_assessed:,}" if cell.is_recorded else "?"
    return f"{cell.reviews_with:,} of {of}"


def _note(group: Any, cell: AtAgency, *, is_mixed: bool) -> str:
    """Return what stands under the name of an agency: in how many reviews it was involved."""
    if is_mixed:
        return "found at it" if cell.attribution == "coded" else "in the same review"
    if not cell.is_recorded:
        return "involvement not recorded"
    return count(int(group.reviews), "review")


def _cell(cell: AtAgency, step: float) -> Cell:
    """Return what the matrix draws for one cell."""
    handed = (cell.factor_id, cell.agency_id, cell.attribution) if cell.reviews_with else ()
    return Cell(
        row=cell.factor_id,
        column=column_key(cell),
        shade=shade(cell, step),
        text=_text(cell),
        hover=_hover(cell),
        customdata=handed,
        mark=cell.stands_out,
        is_faint=not cell.is_told,
    )


def _text(cell: AtAgency) -> str:
    """Return what a cell says."""
    said = counts(cell)
    return f"{said}\n{percent(cell.share)}" if cell.is_told and cell.reviews_with else said


def _hover(cell: AtAgency) -> str:
    """Return what a cell says when pointed at; the table says it too."""
    at = "At" if cell.attribution == "coded" else "In the same review as"
    lines = [
        f"<b>{as_plotly(wrapped(cell.label, HOVER_LINE))}</b>",
        as_plotly(wrapped(f"{at} {cell.agency_label}: {number(cell)}", HOVER_LINE)),
    ]
    if cell.is_told:
        low, high = percent(cell.share_low), percent(cell.share_high)
        lines.append(f"95% interval {low} to {high}")
    if cell.stands_out:
        than = f"{cell.reviews_with_elsewhere:,} of {cell.reviews_assessed_elsewhere:,}"
        lines.append(f"{cell.stands_out.capitalize()} often than elsewhere: {than}")
    return "<br>".join(lines)
