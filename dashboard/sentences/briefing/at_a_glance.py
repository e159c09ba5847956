"""What several parts of a briefing come to together, in words."""

from collections.abc import Sequence

from dashboard.sentences.counts import listed


def nothing_told(untold: Sequence[str]) -> str:
    """Say of what chance may explain all that differs.

    Args:
        untold: of what, at least one: "since the last briefing (17 changes tested)", "between
            agencies (8 tested)".
    """
    nots = listed([f"not {one}" for one in untold])
    return f"No change or difference can be told from chance: {nots}."
