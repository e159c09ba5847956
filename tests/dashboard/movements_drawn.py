"""Movements of one factor between two briefings, drawn by their counts."""

from dashboard.movement import Movement, Standing

NAN = float("nan")


def moved(
    label: str = "Tools",
    before: tuple[int | None, int] = (5, 20),
    within: tuple[int | None, int] = (8, 10),
    appraisal: str = "problem",
    is_told: bool = False,
) -> Movement:
    """Return a movement whose reviews are those before and those of the quarter."""
    now = (before[0] or 0) + (within[0] or 0), before[1] + within[1]
    stood, stands, came = (Standing(*counts, NAN, NAN) for counts in (before, now, within))
    difference = NAN
    if stood.share is not None and came.share is not None:
        difference = came.share - stood.share
    interval_and_q = (-0.05, 0.33, 0.31)
    return Movement(
        "tools", label, appraisal, stood, stands, came, difference, *interval_and_q, is_told
    )
