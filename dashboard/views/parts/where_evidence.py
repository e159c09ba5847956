"""From a number at an agency to the findings behind it."""

from collections.abc import Sequence
from typing import Any

from dashboard.address import Address
from dashboard.by_agency import AtAgency
from dashboard.charts.factor_by_agency import number
from dashboard.views.parts.links import EVIDENCE, open_page
from dashboard.views.parts.open_evidence import clicked, evidence
from dashboard.views.parts.where_choices import Asked


def open_clicked(event: Any, asked: Asked) -> None:
    """Go to the findings behind the mark that was clicked."""
    if mark := clicked(event):
        open_page(EVIDENCE, _evidence(asked, *mark))


def numbers(cells: Sequence[AtAgency], asked: Asked) -> list[tuple[str, Address]]:
    """Return each number that has findings behind it in words, with their address."""
    return [
        (
            f"{cell.label}, {cell.agency_label}: {number(cell)}",
            _evidence(asked, cell.factor_id, cell.agency_id, cell.attribution),
        )
        for cell in cells
        if cell.reviews_with
    ]


def _evidence(asked: Asked, factor: str, agency: str, attribution: str) -> Address:
    """Return the address of the findings behind one number.

    Only the sources that were counted in it are chosen there: what is found at an agency and what
    is only in the same review are never counted together.
    """
    address = evidence(
        asked.chosen,
        factor,
        asked.appraisal,
        found_at=agency,
        agencies_as=None if asked.agencies_as == "named" else asked.agencies_as,
        successors=asked.successors,
    )
    counted = [one.source_id for one in asked.chosen.sources if one.attribution == attribution]
    return address.with_selection(sources=tuple(counted))
