"""How a list of findings adds up to the number that it was opened from."""

from typing import Any

import pandas as pd

from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table
from dashboard.sentences import bold, count, escaped, listed
from dashboard.views import place
from dashboard.views.parts.layers_beside import layers_beside
from dashboard.views.parts.settings import ON
from dashboard.views.parts.tables import largest
from queries.selection import NONE, Selection

AGENCIES_AS = ("kind", "sector")
AS_WHAT = {
    "problem": "a problem",
    "strength": "a strength",
    "mixed": "a mixed finding",
    "neutral": "a neutral finding",
}


def groups_of_address() -> dict[str, Any]:
    """Return what the address counts agencies as, as parameters of a question."""
    address = place.address()
    agencies_as = address.setting("agencies_as")
    return {
        "agencies_as": agencies_as if agencies_as in AGENCIES_AS else None,
        "follow_successors": address.setting("successors") == ON,
    }


def behind_address(chosen: Chosen) -> dict[str, Any]:
    """Return which number the list stands behind, as parameters of the question `findings`."""
    address = place.address()
    every = address.setting("every") == ON
    behind = {"found_at": address.found_at, **groups_of_address(), "every_factor": every}
    layers, beside = layers_beside(chosen), address.setting("beside")
    if layers and beside in layers.labels:
        behind |= {"beside_layer": beside, "layer_framework": layers.framework}
    return behind


def adds_up(chosen: Chosen, length: Any, behind: dict[str, Any]) -> str:
    """Say how the list adds up: "12 of 20 reviews hold ...; the 14 findings are listed".

    Args:
        chosen: the reader's choice.
        length: the row of `findings_count.sql`.
        behind: what `behind_address` gives.

    Returns:
        Markdown: the number that was opened, with the denominator it was shown with.
    """
    reviews, findings = int(length.reviews), int(length.findings)
    rows = ""
    if length.codings != length.findings:
        rows = f", once for each of their factors: {count(int(length.codings), 'row')}"
    are = "is" if findings == 1 else "are"
    listing = f"the {count(findings, 'finding')} {are} listed{rows}."
    number = f"{_number(chosen, reviews, behind)}{_beside(chosen, behind)}{_within(chosen, behind)}"
    return f"{number}; {listing}"


def _beside(chosen: Chosen, behind: dict[str, Any]) -> str:
    """Say beside which layer the listed findings stand; nothing if beside any."""
    layers = layers_beside(chosen)
    if layers is None or "beside_layer" not in behind:
        return ""
    if behind["beside_layer"] == NONE:
        return ", in a finding with no factor that has a layer"
    label = bold(layers.labels[behind["beside_layer"]])
    return f", in one finding with a factor of the layer {label}"


def _within(chosen: Chosen, behind: dict[str, Any]) -> str:
    """Say which findings are counted: of which pattern, whose account, with which words."""
    selection = chosen.selection
    said = []
    for field, named, unnamed in (
        ("layers", "with a factor of the layer", "with a factor without a layer"),
        ("patterns", "of the pattern", "whose pattern is not recorded"),
        ("perspectives", "resting on the account", "whose account is not recorded"),
    ):
        values = getattr(selection, field)
        names = [bold(chosen.labels[field][value]) for value in values if value != NONE]
        ways = [f"{named} {listed(names, 'or')}"] if names else []
        # a finding that holds only such factors was said to do so already
        if NONE in values and not (field == "layers" and behind.get("beside_layer") == NONE):
            ways.append(unnamed)
        if ways:
            said.append(" or ".join(ways))
    if selection.text:
        said.append(f"with the words {bold(selection.text)}")
    return f", in a finding {listed(said)}" if said else ""


def _number(chosen: Chosen, reviews: int, behind: dict[str, Any]) -> str:
    """Return the number with its denominator: "6 of the 9 reviews ... hold ..."."""
    factors = chosen.selection.factors
    names = [bold(chosen.labels["factors"][factor]) for factor in factors]
    as_what = _as_what(chosen.selection.appraisals) if chosen.has_appraisals else ""
    if len(factors) > 1 and behind["every_factor"]:
        of = f" of {count(_assessed_together(chosen), 'review')}" if len(factors) == 2 else ""
        return f"{reviews:,}{of} {_hold(reviews)} {listed(names)} together{as_what}"
    if behind["found_at"] is not None:
        what = names[0] if len(names) == 1 else "one of these factors" if names else "a factor"
        return _number_at(chosen, reviews, behind["found_at"], f"{what}{as_what}")
    if len(factors) == 1:
        assessed = _assessed(chosen, behind)
        return f"{reviews:,} of {count(assessed, 'review')} {_hold(reviews)} {names[0]}{as_what}"
    selected = int(chosen.extent.reviews_selected)
    what = "one of these factors" if factors else "a factor"
    return f"{reviews:,} of {count(selected, 'review')} {_hold(reviews)} {what}{as_what}"


def _number_at(chosen: Chosen, reviews: int, found_at: str, what: str) -> str:
    """Return the number counted at an agency, of the reviews in which it was involved."""
    selection, groups = chosen.selection, groups_of_address()
    group = next(
        row
        for row in ask_rows("agency_groups", chosen.default, **groups)
        if row.group_id == found_at
    )
    name = escaped(group.label)
    if groups["agencies_as"] == "sector":
        name = f"an agency of the sector {name}"
    if chosen.is_coded_to_agencies:
        there, where = f"{name} was involved", " found at it"
    else:
        there, where = f"{name} stands", ""
    assessed = _assessed_at(selection, found_at, groups)
    if not assessed:
        return f"{count(reviews, 'review')} in which {there} {_hold(reviews)} {what}{where}"
    if any(pd.isna(of) for of in assessed.values()):
        unknown = "in how many reviews it was involved is not recorded"
        return f"{count(reviews, 'review')} {_hold(reviews)} {what}{where}, {name} ({unknown})"
    of = sum(int(of) for of in assessed.values())
    return (
        f"{reviews:,} of the {count(of, 'review')} in which {there} {_hold(reviews)} {what}{where}"
    )


def _assessed_at(selection: Selection, found_at: str, groups: dict[str, Any]) -> dict[str, Any]:
    """Return the agency's reviews in which the one factor, or layer, chosen was assessed.

    Those of all appraisals have one denominator; each way in which findings are tied to agencies
    has its own. Where several factors or layers are chosen there is not one denominator to give.
    """
    if len(selection.factors) == 1:
        cells = ask_rows("factor_by_agency", selection, **groups)
        at = [(row, row.agency_id) for row in cells]
    elif len(selection.layers) == 1 and not selection.factors and not any(groups.values()):
        cells = ask_rows("layer_balance", selection, by="agency")
        layer = None if selection.layers[0] == NONE else selection.layers[0]
        at = [
            (row, row.group_id)
            for row in cells
            if (row.layer if isinstance(row.layer, str) else None) == layer
        ]
    else:
        at = []
    return {row.attribution: row.reviews_assessed for row, agency in at if agency == found_at}


def _hold(reviews: int) -> str:
    """Return the verb for a number of reviews."""
    return "holds" if reviews == 1 else "hold"


def _assessed(chosen: Chosen, behind: dict[str, Any]) -> int:
    """Count the reviews in which the one chosen factor was assessed, and layers too if asked."""
    if "beside_layer" in behind:
        own = {"layer_framework": behind["layer_framework"]}
        return largest(ask_table("factor_by_layer", chosen.selection, **own), "reviews_assessed")
    return largest(ask_table("factor_recurrence", chosen.selection), "reviews_assessed")


def _assessed_together(chosen: Chosen) -> int:
    """Count the reviews in which both of two chosen factors were assessed."""
    return largest(ask_table("factor_pairs", chosen.selection), "reviews_assessed")


def _as_what(appraisals: tuple[str, ...]) -> str:
    """Say as what a factor is held: " as a problem or a strength"; nothing if as anything."""
    words = [AS_WHAT[appraisal] for appraisal in appraisals]
    return f" as {' or '.join(words)}" if words else ""
