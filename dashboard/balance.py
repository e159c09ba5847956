"""The rows of `layer_balance.sql` and `pattern_balance.sql`, as values with types."""

from typing import Any, NamedTuple

import pandas as pd

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
    return [_balance(row) for row in rows.to_dict("records")]


def _balance(row: dict[Any, Any]) -> Balance:
    """Return one row."""
    of_layers = "layer" in row
    kind = _text(row["layer" if of_layers else "pattern_id"])
    label = _text(row["layer_label" if of_layers else "pattern_label"])
    return Balance(
        group_id=_text(row["group_id"]),
        group=_text(row["group_label"]) or NOT_RECORDED,
        attribution=_text(row["attribution"]),
        kind=kind,
        label=label or (WITHOUT_LAYER if of_layers else WITHOUT_PATTERN),
        appraisal=row["appraisal"],
        reviews_with=_number(row["reviews_with"]),
        reviews_assessed=_number(row["reviews_assessed"]),
        reviews_selected=int(row["reviews_selected"]),
        findings=_number(row["findings"]) or 0,
        findings_of=int(row["findings_of"]),
        findings_uncoded=int(row["findings_uncoded"]),
        uncoded_with=int(row.get("findings_uncoded_with", 0)),
    )


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


def _text(value: Any) -> str:
    """Return a text, empty where it is missing."""
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    """Return a count, None where it is missing."""
    return None if pd.isna(value) else int(value)
