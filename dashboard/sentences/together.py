"""What is found together, in words: pairs of factors, and what lies under them."""

from collections.abc import Sequence

from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.sentences.counts import (
    count,
    found_of_reviews,
    found_of_several,
    listed,
    percent,
    q_value,
)
from dashboard.sentences.markdown import bold, escaped
from dashboard.together import Crossed, Found, Pair

NAMED_AT_MOST = 3
"""Pairs that tie for the first place are named up to this many, and counted beyond."""

IN_ONE_FINDING = (
    "A number is reviews that hold at least one finding coded with the factor and with a factor of "
    "that layer: in the same finding, not merely in the same review. At its own layer a factor "
    "counts in each of its findings."
)

NOT_LEADING = "Being found together does not mean that one leads to the other."


def found_together(looked_at: Sequence[Pair], least: int, as_what: str = "") -> str:
    """Answer "Together?": the pair found together most, and how that compares with chance.

    Args:
        looked_at: every pair found together at least once, most often first.
        least: reviews in which both must be found for a pair to be shown.
        as_what: how the factors are appraised, such as "as a problem"; empty for in any way.

    Returns:
        Markdown: factors in bold, counts with their denominators, and what cannot be told. At
        least one pair must reach the minimum.
    """
    shown = [pair for pair in looked_at if pair.reviews_with_both >= least]
    most = [p for p in shown if p.reviews_with_both == shown[0].reviews_with_both]
    sentences = [_most(most, f" {as_what}" if as_what else "")]
    out = [pair for pair in shown if pair.stands_out == "together"]
    strongest = max(out, key=lambda pair: pair.lift, default=None)
    if strongest and strongest not in most[:1]:
        sentences.append(
            f"Furthest beyond chance: {_names(strongest)}, {times(strongest.lift)} as often "
            f"({_limits(strongest)}), in {_number(strongest)}."
        )
    return " ".join([*sentences, _looked_at(looked_at, shown, least)])


def in_words(pair: Pair) -> str:
    """Say how a pair compares with chance: "That is 1.4 times as often as if ...".

    Args:
        pair: a pair with its association.
    """
    if pair.reviews_assessed < TOO_FEW_REVIEWS:
        return "Too few reviews to tell whether that is more than chance."
    if not pair.is_tested:
        return "One of them is found in every review, so that there is nothing to compare with."
    than_chance = (
        f"That is {times(pair.lift)} as often as if they had nothing to do with each other "
        f"({_limits(pair)})"
    )
    if pair.stands_out:
        return f"{than_chance}: {'more' if pair.stands_out == 'together' else 'less'} than chance."
    return f"{than_chance}, which chance may explain."


def times(lift: float) -> str:
    """Return a lift in words: "1.4 times"."""
    return f"{plain(lift)} times"


def plain(lift: float) -> str:
    """Return a lift as a number with as many digits as it can bear."""
    return f"{lift:,.0f}" if lift >= 10 else f"{lift:.1f}" if lift >= 0.1 else f"{lift:.2f}"


def too_little_support(looked_at: Sequence[Pair], least: int) -> str:
    """Say that no pair reaches the minimum, and how far the highest goes."""
    if not looked_at:
        return "No two factors are found in the same review."
    most = looked_at[0]
    return (
        f"No two factors are found together in {count(least, 'review')} or more. The most is "
        f"{_number(most)}: {_names(most)}."
    )


def left_aside(found: Sequence[Found], shown: Sequence[Pair], least: int) -> str:
    """Name, in Markdown, the factors found that are in no pair shown; empty if there are none."""
    in_a_pair = {factor for pair in shown for factor in pair.factors}
    alone = [escaped(f.label) for f in found if f.reviews_with and f.factor_id not in in_a_pair]
    if not alone:
        return ""
    are = "is" if len(alone) == 1 else "are"
    return (
        f"Not drawn: {listed(alone)}, which {are} found with no other factor in "
        f"{count(least, 'review')} or more."
    )


def under_factors(crossed: Sequence[Crossed], coded: int, without: int) -> str:
    """Answer "Which patterns lie under which factors?" by the pattern that lies under most.

    Args:
        crossed: the factors by pattern, those whose pattern is not recorded too.
        coded: findings that hold any of the factors.
        without: of these, findings whose pattern is not recorded.

    Returns:
        Markdown: the pattern found under the most factors, the pair of factor and pattern found in
        the most reviews, and always how many findings have no pattern recorded.
    """
    recorded = [row for row in crossed if row.across_id and row.reviews_with]
    if not recorded:
        return f"No kind of underlying pattern is recorded. {not_recorded(coded, without)}"
    under: dict[str, list[Crossed]] = {}
    for row in recorded:
        under.setdefault(row.across, []).append(row)
    widest = max(map(len, under.values()))
    first = [name for name, rows in under.items() if len(rows) == widest]
    lie = "lies" if len(first) == 1 else "lie"
    each = ":" if len(first) == 1 else ", each under"
    factors = len({row.factor_id for row in crossed if row.reviews_assessed})
    widely = (
        f"{listed([bold(name) for name in first])} {lie} under the most factors"
        f"{each} {widest} of the {count(factors, 'factor')} assessed."
    )
    top = max(recorded, key=lambda row: row.reviews_with)
    most = (
        f"Found most often: {bold(top.across)} under {bold(top.label)}, in "
        f"{found_of_reviews(top.reviews_with, top.reviews_assessed)}."
    )
    return f"{widely} {most} {not_recorded(coded, without)}"


def not_recorded(coded: int, without: int) -> str:
    """Say of how many findings the pattern is not recorded."""
    if not coded:
        return "There is no finding that could have a pattern."
    share = "" if coded < TOO_FEW_REVIEWS else f" ({percent(without / coded)})"
    return f"The pattern is not recorded for {without:,} of {count(coded, 'finding')}{share}."


def beside_layers(crossed: Sequence[Crossed], is_own: bool) -> str:
    """Answer "Which layers stand beside which factors?" by what crosses from layer to layer.

    Args:
        crossed: the factors by the layers found in the same finding.
        is_own: whether the layers are those of the factors' own framework.
    """
    across = [row for row in crossed if row.across_id and row.reviews_with]
    if is_own:
        across = [row for row in across if row.layer != row.across_id]
    other = "another layer" if is_own else "a layer"
    if not across:
        return f"No factor is found in one finding with a factor of {other}."
    top = max(across, key=lambda row: row.reviews_with)
    return (
        f"The factor found most often in one finding with a factor of {other} is "
        f"{bold(top.label)}: with {bold(top.across)}, in "
        f"{found_of_reviews(top.reviews_with, top.reviews_assessed)}."
    )


def _most(most: Sequence[Pair], as_what: str) -> str:
    """Name the pair, or the pairs, found together in the most reviews."""
    top = most[0]
    if len(most) == 1:
        return f"Found together{as_what} most often: {_names(top)}, in {_number(top)}. " + in_words(
            top
        )
    if len(most) > NAMED_AT_MOST:
        number = found_of_several(top.reviews_with_both, [pair.reviews_assessed for pair in most])
        pairs = count(len(most), "pair")
        return f"{pairs} are found together{as_what} most often, each in {number}."
    names = "; ".join(f"{_names(pair)} in {_number(pair)}" for pair in most)
    return f"Found together{as_what} most often: {names}."


def _looked_at(looked_at: Sequence[Pair], shown: Sequence[Pair], least: int) -> str:
    """Say how many pairs were looked at, and how many of them stand out."""
    out = sum(pair.stands_out != "" for pair in shown)
    if len(looked_at) == 1:
        stands = "it stands out" if out else "it does not stand out"
        return f"It is the only pair found together at all; {stands} from chance."
    reach = "reaches" if len(shown) == 1 else "reach"
    standing = f"{out:,} of these stand out" if out > 1 else "1 of these stands out"
    return (
        f"Of {count(len(looked_at), 'pair')} found together at all, {len(shown):,} {reach} "
        f"{count(least, 'review')}; {standing if out else 'none stands out'} from chance."
    )


def _limits(pair: Pair) -> str:
    """Return how sure the lift of a pair is."""
    low, high = plain(pair.lift_low), plain(pair.lift_high)
    q = f"; {q_value(pair.q_value)}" if pair.stands_out else ""
    return f"95% interval {low} to {high}{q}"


def _names(pair: Pair) -> str:
    """Return the names of both factors."""
    return f"{bold(pair.factor_a_label)} with {bold(pair.factor_b_label)}"


def _number(pair: Pair) -> str:
    """Return the number of a pair: "17 of 40 reviews (43%)"."""
    return found_of_reviews(pair.reviews_with_both, pair.reviews_assessed)
