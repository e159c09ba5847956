"""Recommendations made before: to the same agency, on the same factor, in similar words."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.estimates.wording import ALIKE, in_order, similarities

PAIRS_AT_ONCE = 1_000_000
"""Pairs that are looked at together: what bounds the memory."""

_TEXTS = (
    *("source_id", "review_ref", "recommendation_ref", "statement", "agency_label"),
    *("made_precision", "last_completed_precision", "last_signed_off_precision"),
    *("statuses", "best_evidence"),
)
_DAYS = ("made_first", "last_completed_on", "last_signed_off_on")
_COUNTS = ("actions", "actions_signed_off", "actions_complete")
OF_EARLIER = (
    *("source_id", "review_ref", "recommendation_ref", "made_first", "made_precision", "statement"),
    *("actions", "actions_signed_off", "actions_complete"),
    *("last_completed_on", "last_completed_precision"),
    *("last_signed_off_on", "last_signed_off_precision", "statuses", "best_evidence"),
)
OF_LATER = (
    *("source_id", "board", "review_ref", "recommendation_ref", "agency_label"),
    *("made_first", "made_precision", "statement"),
)
OF_BOTH = (*("factors", "reviews", "since", "similarity", "is_signed_off_before", "is_listed"),)


class Recommended(NamedTuple):
    """A recommendation, and what became of it."""

    source_id: str
    review_ref: str
    recommendation_ref: str
    statement: str
    agency: str
    made_on: pd.Timestamp  # first day
    made_precision: str
    actions: int
    signed_off: int
    complete: int  # and not signed off
    completed_on: pd.Timestamp | None  # first day of the latest
    completed_precision: str
    signed_off_on: pd.Timestamp | None
    signed_off_precision: str
    statuses: str  # empty if none is recorded
    evidence: str

    @property
    def key(self) -> str:
        """What tells it from all others, in an address."""
        return f"{self.source_id}/{self.recommendation_ref}"


class Earlier(NamedTuple):
    """An earlier recommendation that a later one repeats."""

    recommended: Recommended
    similarity: int  # of the words, 0 to 100
    is_signed_off_before: bool  # all its actions, certainly before it was asked again


class Repeat(NamedTuple):
    """A recommendation with the earlier ones that it repeats."""

    recommended: Recommended
    factors: str  # names of those that both have
    reviews: int  # in which it was asked, this one among them
    since: int  # year in which it was first asked
    earlier: list[Earlier]  # at least one, the latest first


def repeated(rows: pd.DataFrame, alike: int = ALIKE) -> pd.DataFrame:
    """Find the earlier recommendations that each one repeats.

    Compared are recommendations of one board (of one source, where the board is not recorded), to
    one agency, on one factor, of different reviews, where the first was certainly made before the
    other. Each is compared with each: what is alike by way of a third is not a repeat.

    Args:
        rows: rows of `recommendations_compared.sql`, in its order.
        alike: similarity of the words from which on one repeats the other, 0 to 100.

    Returns:
        One row for each repeat and earlier one, those asked in most reviews first, then the latest,
        and of each the latest earlier one first: `later` and `earlier` (places in `rows` at which
        they first stand), `similarity`, `factors` (names of those that both have), `reviews` (in
        which it was asked, this one among them), `since` (year in which it was first asked),
        `place` (1 for the latest earlier one),
        `is_signed_off_before` (all actions of the earlier one were signed off before the later one
        was certainly made) and `is_listed` (false where the repeat and all its earlier ones are
        among the earlier ones of a later repeat).
    """
    recommendations, first_rows = _numbered(rows, ["source_id", "recommendation_ref"])
    reviews, _ = _numbered(rows, ["source_id", "review_ref"])
    found = _pairs(rows, recommendations, reviews, first_rows, alike)
    review_of = reviews[first_rows]
    asked = found.assign(review=review_of[found["earlier"].to_numpy()])
    numbers: Any = asked.groupby("later")["review"].nunique() + 1
    found["reviews"] = found["later"].map(numbers).astype(int)
    firsts: Any = found.groupby("later")["earlier"].min()
    years: Any = rows["made_first"].dt.year
    found["since"] = years.to_numpy()[first_rows[found["later"].map(firsts).to_numpy(dtype=int)]]
    found["is_listed"] = ~found["later"].isin(list(_covered(found)))
    found = found.sort_values(["reviews", "later", "earlier"], ascending=False, ignore_index=True)
    found["place"] = found.groupby("later").cumcount() + 1
    for name in ("later", "earlier"):
        found[name] = first_rows[found[name].to_numpy()]
    by: Any = rows["all_signed_off_by"].to_numpy()[found["earlier"]]
    found["is_signed_off_before"] = by < rows["made_first"].to_numpy()[found["later"]]
    return found


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """Count the recommendations.

    Args:
        rows: rows of `recommendations_compared.sql`.

    Returns:
        One row: `recommendations`, each once, whatever its factors.
    """
    several = rows.duplicated(["source_id", "recommendation_ref"])
    return pd.DataFrame({"recommendations": [len(rows) - int(several.sum())]})


def told(rows: pd.DataFrame, alike: int = ALIKE) -> pd.DataFrame:
    """Return each repeat with each earlier one, as a table to be taken away.

    Args:
        rows: rows of `recommendations_compared.sql`.
        alike: as for `repeated`.

    Returns:
        The rows of `repeated` with what is known of both: OF_LATER of the repeat, OF_BOTH, and
        OF_EARLIER of the earlier one as `earlier_...`.
    """
    pairs = repeated(rows, alike)
    later = rows[list(OF_LATER)].iloc[pairs["later"]].reset_index(drop=True)
    earlier = rows[list(OF_EARLIER)].iloc[pairs["earlier"]].reset_index(drop=True)
    between = pairs[list(OF_BOTH)]
    return pd.concat([later, between, earlier.add_prefix("earlier_")], axis=1)


def repeats(rows: pd.DataFrame, pairs: pd.DataFrame) -> list[Repeat]:
    """Return some rows of `repeated` as values.

    Args:
        rows: rows of `recommendations_compared.sql`.
        pairs: rows of `repeated`, all of a repeat or its latest earlier one alone.
    """
    values = list(
        zip(
            recommended(rows, pairs["later"].tolist()),
            recommended(rows, pairs["earlier"].tolist()),
            pairs["similarity"].tolist(),
            pairs["is_signed_off_before"].tolist(),
            pairs["factors"].tolist(),
            pairs["reviews"].tolist(),
            pairs["since"].tolist(),
            strict=True,
        )
    )
    found: dict[str, Repeat] = {}
    for later, earlier, similarity, is_before, factors, reviews, since in values:
        repeat = found.setdefault(later.key, Repeat(later, factors, reviews, since, []))
        repeat.earlier.append(Earlier(earlier, similarity, is_before))
    return list(found.values())


def recommended(rows: pd.DataFrame, places: Sequence[int]) -> list[Recommended]:
    """Return the recommendations at some places of the question's rows, as values."""
    chosen = rows.iloc[list(places)]
    held: dict[str, list[Any]] = {
        **{name: [_or_else("", value) for value in chosen[name].tolist()] for name in _TEXTS},
        **{name: [_or_else(None, value) for value in chosen[name].tolist()] for name in _DAYS},
        **{name: list(map(int, chosen[name].tolist())) for name in _COUNTS},
    }
    columns = (
        *("source_id", "review_ref", "recommendation_ref", "statement", "agency_label"),
        *("made_first", "made_precision", "actions", "actions_signed_off", "actions_complete"),
        *("last_completed_on", "last_completed_precision"),
        *("last_signed_off_on", "last_signed_off_precision", "statuses", "best_evidence"),
    )
    return list(map(Recommended._make, zip(*(held[name] for name in columns), strict=True)))


def _numbered(rows: pd.DataFrame, names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Number what some columns name, as it first appears; and say at which row that is."""
    numbers: Any = rows.groupby(names, sort=False, dropna=False).ngroup()
    _, first = np.unique(numbers.to_numpy(), return_index=True)
    return numbers.to_numpy(), first


def _pairs(
    rows: pd.DataFrame,
    recommendations: np.ndarray,
    reviews: np.ndarray,
    first_rows: np.ndarray,
    alike: int,
) -> pd.DataFrame:
    """Find all pairs that are alike: numbers of both, similarity, and the factors of both."""
    statements = rows["statement"].to_numpy()[first_rows]
    words = np.array([in_order(text) for text in statements], dtype=object)[recommendations]
    first, last = rows["made_first"].to_numpy(), rows["made_last"].to_numpy()
    kept = [(np.array([], dtype=int),) * 3]
    for later, earlier in _of_one_group(rows):
        may = (last[earlier] < first[later]) & (reviews[earlier] != reviews[later])
        later, earlier = later[may], earlier[may]
        scores = similarities(words[later].tolist(), words[earlier].tolist(), alike)
        is_alike = scores >= alike
        kept.append((later[is_alike], earlier[is_alike], scores[is_alike]))
    later, earlier, similarity = map(np.concatenate, zip(*kept, strict=True))
    found = pd.DataFrame(
        {
            "later": recommendations[later],
            "earlier": recommendations[earlier],
            "similarity": similarity,
            "row": later,
        }
    ).sort_values(["later", "earlier", "row"], ignore_index=True)
    return _with_factors(found, rows["factor_label"].to_numpy())


def _of_one_group(rows: pd.DataFrame) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield all pairs of places of one board, agency and factor, some at a time.

    Of each pair the first stands later in the rows, which are in the order of their dates.
    """
    of: Any = rows["board"].where(rows["board"].notna(), rows["source_id"])
    keys = [of, rows["board"].isna(), rows["agency_id"], rows["factor_id"]]
    groups = rows.groupby(keys, sort=False).ngroup().to_numpy()
    order = np.argsort(groups, kind="stable")
    starts = np.searchsorted(groups[order], groups[order])
    before = np.arange(len(order)) - starts  # rows of its group that stand before each
    blocks = np.cumsum(before) // PAIRS_AT_ONCE
    for block in np.unique(blocks[before > 0]):
        those = np.flatnonzero((blocks == block) & (before > 0))
        numbers = before[those]
        later = np.repeat(those, numbers)
        within = np.arange(len(later)) - np.repeat(np.cumsum(numbers) - numbers, numbers)
        yield order[later], order[np.repeat(starts[those], numbers) + within]


def _with_factors(found: pd.DataFrame, labels: np.ndarray) -> pd.DataFrame:
    """Join the rows of pairs that have several factors in common, and name the factors."""
    found["factors"] = labels[found["row"].to_numpy()]
    several = found.duplicated(["later", "earlier"], keep=False)
    joined = found[several].groupby(["later", "earlier"], sort=False)["factors"].agg("; ".join)
    kept = found.drop_duplicates(["later", "earlier"], ignore_index=True)
    if len(joined):
        kept = kept.set_index(["later", "earlier"])
        kept.loc[joined.index, "factors"] = joined
        kept = kept.reset_index()
    return kept.drop(columns="row")


def _covered(found: pd.DataFrame) -> set[int]:
    """Return the repeats that stand, with all their earlier ones, among those of a later one."""
    earlier_of: dict[int, set[int]] = {}
    later_of: dict[int, list[int]] = {}
    for later, earlier in zip(found["later"].tolist(), found["earlier"].tolist(), strict=True):
        earlier_of.setdefault(later, set()).add(earlier)
        later_of.setdefault(earlier, []).append(later)
    return {
        repeat
        for repeat, earlier in earlier_of.items()
        if any(earlier <= earlier_of[later] for later in reversed(later_of.get(repeat, [])))
    }


def _or_else(otherwise: Any, value: Any) -> Any:
    """Return a value, or something else where it is missing."""
    return otherwise if value is None or value is pd.NA or value != value else value
