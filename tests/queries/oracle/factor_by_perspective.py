"""In how many reviews each factor is found by whose account, worked out a second time."""

from queries.selection import NONE, Selection
from tests.queries.oracle.answers import Rows, found_in
from tests.queries.oracle.selecting import appraisals, asked, is_assessed, of_sources, selected
from tests.queries.oracle.world import World

ACCOUNTS = {
    "practitioner": "Practitioner",
    "manager": "Manager",
    "family": "Family",
    "record": "Record",
}
"""The accounts in their order, with their names."""


def factor_by_perspective(world: World, selection: Selection) -> Rows:
    """Count the reviews in which each factor is found by each account."""
    beside = found_in(world, selected(world, selection), selection)
    used = {f["perspective"] for r in of_sources(world, selection) for f in r["findings"]}
    accounts = [one for one in ACCOUNTS if one in used and _is_chosen(one, selection)]
    recording = {
        review["source_id"]
        for review in of_sources(world, selection)
        if any(finding["perspective"] for finding in review["findings"])
    }
    accounts += [""] if _is_chosen(NONE, selection) else []
    answer = []
    for factor in asked(world, selection):
        for appraisal in appraisals(world, selection):
            for account in accounts:
                assessed = sum(
                    is_assessed(review, factor, selection)
                    for review, _ in beside
                    if not account or review["source_id"] in recording
                )
                held = [
                    [
                        finding
                        for factor_id, finding in pairs
                        if factor_id == factor["factor_id"]
                        and finding["appraisal"] == appraisal
                        and finding["perspective"] == account
                    ]
                    for _, pairs in beside
                ]
                answer.append(
                    (
                        factor["factor_id"],
                        factor["label"],
                        factor["layer_id"] or None,
                        world.layers[selection.framework or ""].get(factor["layer_id"]),
                        appraisal,
                        account or None,
                        ACCOUNTS.get(account),
                        sum(bool(findings) for findings in held) if assessed else None,
                        assessed,
                        sum(map(len, held)) if assessed else None,
                    )
                )
    return answer


def _is_chosen(account: str, selection: Selection) -> bool:
    """Say whether the reader lets an account count."""
    return not selection.perspectives or account in selection.perspectives
