"""What lies under one factor and what is found with it, in words."""

from collections.abc import Sequence

from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences.counts import count, found_of, listed
from dashboard.sentences.markdown import bold
from dashboard.sentences.together import not_recorded
from dashboard.together import Crossed, Pair

NAMED_AT_MOST = 3
ALONE = "No other factor is found in the same reviews."


def patterns(crossed: Sequence[Crossed], coded: int, without: int) -> str:
    """Say which kinds of underlying pattern lie under one factor most often.

    Args:
        crossed: the factor by pattern.
        coded: findings that hold the factor.
        without: of these, findings whose pattern is not recorded.

    Returns:
        Markdown; empty where there is no finding that could have a pattern.
    """
    if not coded:
        return ""
    recorded = [row for row in crossed if row.across_id and row.reviews_with]
    if not recorded:
        return "What kind of pattern lies under it is not recorded."
    most = sorted(recorded, key=lambda row: -row.reviews_with)[:NAMED_AT_MOST]
    first, *rest = (f"{bold(row.across)} (in {count(row.reviews_with, 'review')})" for row in most)
    also = f", then {listed(rest)}" if rest else ""
    said = f"The kind of pattern that lies under it most often: {first}{also}."
    return f"{said} {not_recorded(coded, without)}" if without else said


def most_often(crossed: Sequence[Crossed]) -> str:
    """Name the kind of pattern that lies under one factor most often; empty if none is recorded."""
    recorded = [row for row in crossed if row.across_id and row.reviews_with]
    if not recorded:
        return ""
    first = max(recorded, key=lambda row: row.reviews_with)
    return f"Kind of pattern under it most often: {first.across}"


def layer(name: str) -> str:
    """Say to which layer a factor belongs; empty where its framework has none."""
    return f"It belongs to the layer {bold(name)}." if name else ""


def found_with(found: Sequence[Pair], factor: str) -> list[str]:
    """Return the factors found together with one factor in the most reviews, a line each.

    Args:
        found: pairs that hold the factor, most often found together first.
        factor: code of the factor.
    """
    return [
        f"{bold(_other(pair, factor))}: {found_of(pair.reviews_with_both, pair.reviews_assessed)}"
        for pair in found[:NAMED_AT_MOST]
    ]


def beyond_chance(found: Sequence[Pair], factor: str) -> str:
    """Say which factors are found with one factor more often than chance would make.

    Args:
        found: pairs that hold the factor, at least one.
        factor: code of the factor.

    Returns:
        Markdown.
    """
    if max(pair.reviews_assessed for pair in found) < TOO_FEW_REVIEWS:
        return "These are too few reviews to tell whether that is more than chance."
    names = [bold(_other(pair, factor)) for pair in found if pair.stands_out == "together"]
    if not names:
        return "Chance alone may explain how often each is found with it."
    named = names[:NAMED_AT_MOST]
    more = len(names) - len(named)
    listed_ = listed([*named, f"{more} more"] if more else named)
    return f"More often than chance alone would make, it is found with {listed_}."


def _other(pair: Pair, factor: str) -> str:
    """Return the name of the factor that is found with it."""
    return pair.factor_b_label if pair.factor_a_id == factor else pair.factor_a_label
