"""On whose accounts the findings rest, worked out a second time."""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows, found_in
from tests.queries.oracle.factor_by_perspective import ACCOUNTS
from tests.queries.oracle.selecting import selected
from tests.queries.oracle.world import World


def perspectives(world: World, selection: Selection) -> Rows:
    """Count the findings of each account, and the reviews that hold one."""
    of_account: dict[str, set[str]] = {}
    review_of = {}
    for review, pairs in found_in(world, selected(world, selection), selection):
        for _, finding in pairs:
            of_account.setdefault(finding["perspective"], set()).add(finding["finding_ref"])
            review_of[finding["finding_ref"]] = review["review_ref"]
    totals = (len(set(review_of.values())), len(review_of))
    return [
        (
            account or None,
            ACCOUNTS.get(account),
            len({review_of[ref] for ref in of_account[account]}),
            len(of_account[account]),
            *totals,
        )
        for account in [*ACCOUNTS, ""]
        if account in of_account
    ]
