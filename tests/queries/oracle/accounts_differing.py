"""Where several accounts of one factor differ, worked out a second time."""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows, found_in, in_order
from tests.queries.oracle.factor_by_perspective import ACCOUNTS
from tests.queries.oracle.selecting import asked, selected
from tests.queries.oracle.world import Finding, World


def accounts_differing(world: World, selection: Selection) -> Rows:
    """Put the accounts of each factor in each review beside one another."""
    compared = []
    for review, pairs in found_in(world, selected(world, selection), selection):
        for position, factor in enumerate(asked(world, selection)):
            findings = [one for factor_id, one in pairs if factor_id == factor["factor_id"]]
            held = {
                account: _held(findings, account)
                for account in ACCOUNTS
                if _held(findings, account)
            }
            if len(held) > 1:
                key = (review["source_id"], review["review_ref"])
                compared.append((key, review["title"], position, factor, held))
    differing = {key for key, _, _, _, held in compared if _differ(held)}
    totals = (len(differing), len({key for key, *_ in compared}))
    answer = []
    for key, title, position, factor, held in compared:
        row = (
            *key,
            title or None,
            factor["factor_id"],
            factor["label"],
            _differ(held),
            *(_names(held, one) for one in ({"problem"}, {"strength"}, {"problem", "strength"})),
            sum(len(appraisals) for appraisals in held.values()),
            *totals,
        )
        answer.append(((not _differ(held), *key, position), row))
    return in_order(answer)


def _held(findings: list[Finding], account: str) -> list[str]:
    """List how an account appraises a factor: once for each finding that judges at all."""
    return [
        one["appraisal"]
        for one in findings
        if one["perspective"] == account and one["appraisal"] != "neutral"
    ]


def _sides(appraisals: list[str]) -> set[str]:
    """Say what an account holds a factor as; a mixed finding holds it as both."""
    both = {"problem", "strength"}
    return set().union(*(both if one == "mixed" else {one} for one in appraisals))


def _differ(held: dict[str, list[str]]) -> bool:
    """Say whether one account holds a problem alone and another a strength alone."""
    sides = [_sides(appraisals) for appraisals in held.values()]
    return {"problem"} in sides and {"strength"} in sides


def _names(held: dict[str, list[str]], sides: set[str]) -> str | None:
    """Name the accounts that hold a factor just so."""
    names = [ACCOUNTS[one] for one, appraisals in held.items() if _sides(appraisals) == sides]
    return "; ".join(names) or None
