"""On whose accounts the findings rest, worked out a second time."""

from queries.selection import Selection
from tests.queries.oracle.answers import Rows, found_in
from tests.queries.oracle.factor_by_perspective import ACCOUNTS
from tests.queries.oracle.selecting import selected
from tests.queries.oracle.world import World


def perspectives(world: World, selection: Selection) -> Rows:
    """Count the findings of each account, and the reviews that hold one."""
    of_account: dict[str, set[tuple[str, str]]] = {}
    review_of = {}
    for review, pairs in found_in(world, selected(world, selection), selection):
        for _, finding in pairs:
            one = review["source_id"], finding["finding_ref"]
            of_account.setdefault(finding["perspective"], set()).add(one)
            review_of[one] = review["source_id"], review["review_ref"]
    totals = (len(set(review_of.values())), len(review_of))
    return [
        (
            account or None,
            ACCOUNTS.get(account),
            len({review_of[one] for one in of_account[account]}),
            len(of_account[account]),
            *totals,
        )
        for account in [*ACCOUNTS, ""]
        if account in of_account
    ]
