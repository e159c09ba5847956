"""The rows of `layer_balance.sql` and `pattern_balance.sql`, as values with types."""

from typing import Any, NamedTuple

import pandas as pd

from dashboard.estimates import with_interval
from dashboard.sentences.counts import NOT_RECORDED

APPRAISALS = ("problem", "strength", "mixed", "neutral")
WITHOUT_LAYER = "Only factors without a layer"
WITHOUT_PATTERN = "Pattern not recorded"


class Balance(NamedTuple):
    """How often one layer or pattern is found in one group of reviews, with one appraisal."""

    group_id: str  # empty: not recorded, or all reviews together
    group: str
    attribution: str  # coded or review, by agency; else empty
    kind: str  # code of the layer or pattern; empty for what has none
    label: str
    appraisal: str
    reviews_with: int | None  # None: not assessed
    reviews_assessed: int | None  # None: in how many an agency was involved is not recorded
    reviews_selected: int
    findings: int
    findings_of: int  # of the group, so appraised, coded or not
    findings_uncoded: int
    uncoded_with: int  # findings that show the pattern and hold no factor: not counted before

    @property
    def key(self) -> str:
        """What tells the groups apart."""
        return f"{self.group_id} {self.attribution}"


def balances(rows: pd.DataFrame) -> list[Balance]:
    """Return the rows as values, whichever way pandas holds what is missing.

    Args:
        rows: rows of `layer_balance.sql` or `pattern_balance.sql`.
    """
    of_layers = "layer" in rows
    kind, label = ("layer", "layer_label") if of_layers else ("pattern_id", "pattern_label")
    without = WITHOUT_LAYER if of_layers else WITHOUT_PATTERN
    uncoded_with: Any = rows.get("findings_uncoded_with", pd.Series(0, index=rows.index))
    # column by column: of some groups there are thousands of rows
    columns = (
        _texts(rows["group_id"]),
        [text or NOT_RECORDED for text in _texts(rows["group_label"])],
        _texts(rows["attribution"]),
        _texts(rows[kind]),
        [text or without for text in _texts(rows[label])],
        rows["appraisal"].tolist(),
        _numbers(rows["reviews_with"]),
        _numbers(rows["reviews_assessed"]),
        rows["reviews_selected"].astype(int).tolist(),
        [number or 0 for number in _numbers(rows["findings"])],
        rows["findings_of"].astype(int).tolist(),
        rows["findings_uncoded"].astype(int).tolist(),
        uncoded_with.astype(int).tolist(),
    )
    return [Balance(*row) for row in zip(*columns, strict=True)]


def judged(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with their intervals, the problem first among the appraisals.

    Args:
        rows: rows of `layer_balance.sql` or `pattern_balance.sql`.
    """
    return problems_first(with_interval(rows))


def problems_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows that stand together for all appraisals with the problem first among them.

    Args:
        rows: rows of a question that ends its order with the appraisal.
    """
    appraisals = rows["appraisal"].tolist()
    blocks, block = [], 0
    for place, appraisal in enumerate(appraisals):
        block += place > 0 and appraisal <= appraisals[place - 1]
        blocks.append((block, APPRAISALS.index(appraisal)))
    return rows.iloc[sorted(range(len(rows)), key=blocks.__getitem__)]


def as_recurrence(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows as those of `factor_recurrence.sql`, to be drawn and tabled as they are.

    Args:
        rows: rows of one group, with their intervals.

    Returns:
        A copy in which the layer or pattern stands in the place of the factor; a layer keeps its
        hue, and its name is not said twice.
    """
    values = balances(rows)
    of_layers = "layer" in rows
    return rows.assign(
        factor_id=[one.kind for one in values],
        label=[one.label for one in values],
        layer=[one.kind if of_layers else None for one in values],
        layer_label=None,
    )


def uncoded(rows: list[Balance]) -> tuple[int, int]:
    """Count the findings without a factor, and all findings, over the appraisals and groups.

    Args:
        rows: rows of one or several groups that do not overlap.

    Returns:
        Findings with no factor of the framework, and findings in all.
    """
    each = {(row.key, row.appraisal): row for row in rows}.values()
    return sum(row.findings_uncoded for row in each), sum(row.findings_of for row in each)


def _texts(column: Any) -> list[str]:
    """Return the texts of a column, empty where one is missing."""
    return [value if isinstance(value, str) else "" for value in column.tolist()]


def _numbers(column: Any) -> list[int | None]:
    """Return the counts of a column, None where one is missing."""
    missing = column.isna().tolist()
    return [None if no else int(value) for value, no in zip(column, missing, strict=True)]
