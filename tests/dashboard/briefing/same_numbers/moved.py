"""Whether what a quarter moved can be told from chance, as SciPy tests it."""

from scipy.stats import false_discovery_control, fisher_exact

from tests.dashboard.briefing.same_numbers.asked import Asked
from tests.dashboard.briefing.same_numbers.printed import FEWEST


def counts(asked: Asked, when: str, label: str, appraisal: str) -> tuple[int, int]:
    """Return in how many reviews of a time a factor is found, and assessed."""
    found = asked.one("factor_recurrence", when=when, label=label, appraisal=appraisal)
    return int(found["reviews_with"] or 0), int(found["reviews_assessed"])


def tested(asked: Asked) -> dict[tuple[str, str], float]:
    """Return the q-value of each factor found by now: the quarter against all before it."""
    recurrence = asked("factor_recurrence")
    told = {row["appraisal"] for row in recurrence} & {"problem", "strength"} or {"neutral"}
    values = {}
    for row in recurrence:
        key = (row["label"], row["appraisal"])
        if key[1] in told and int(row["reviews_with"] or 0):
            one, other = (counts(asked, when, *key) for when in ("within", "before"))
            if min(one[1], other[1]) >= FEWEST:
                table = [[one[0], one[1] - one[0]], [other[0], other[1] - other[0]]]
                values[key] = float(fisher_exact(table)[1])  # type: ignore[arg-type]
    return dict(
        zip(values, map(float, false_discovery_control(list(values.values()))), strict=True)
    )
