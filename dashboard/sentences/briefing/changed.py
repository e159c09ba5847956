"""What changed since the last briefing, in words: what moved, and what can be told from chance."""

from collections.abc import Sequence

from dashboard.estimates import TOO_FEW_REVIEWS
from dashboard.movement import Movement
from dashboard.sentences.briefing.placed import came
from dashboard.sentences.comparison import AS_WHAT, whole, whole_points
from dashboard.sentences.counts import NOT_ASSESSED, TOO_FEW, count, found_of, listed, q_value
from dashboard.sentences.markdown import bold

NAMED_AT_MOST = 3
ASKED_AT_MOST = 3
RULE = (
    f"A movement that can be told from chance is asked about: the {ASKED_AT_MOST} largest, at most."
)
COUNTED_AGAIN = (
    "What was known at the last briefing is counted again from the data of today. It may differ "
    "from what was printed then, where reviews were added, mended or coded again since."
)
HOW_TESTED = (
    "What is known now holds what was known before, so the two cannot be tested against each "
    "other. The difference is that between the reviews of this quarter alone and all before it, "
    "in percentage points, with Newcombe's 95% interval. It can be told from chance where Fisher's "
    "exact test, with allowance for all factors shown (Benjamini-Hochberg), leaves a q of 0.05 at "
    f"most. With fewer than {TOO_FEW_REVIEWS} reviews on a side no difference is given: it is too "
    "few to tell."
)
NOTHING_BEFORE = (
    "There is nothing to compare with: no selected review is from before this quarter, so it is "
    "the first that a briefing can tell of."
)


def nothing_came(quarter: str, basis: str) -> str:
    """Say that nothing has changed.

    Args:
        quarter: its name.
        basis: practice or published.
    """
    none = came(0, basis).replace("No", "no", 1)
    return f"Nothing has changed, for {none} in {quarter}."


def coarse(reviews: int) -> str:
    """Say that reviews were added whose date falls into no quarter; empty if none was.

    Args:
        reviews: counted by the end of the quarter, neither in it nor before it.
    """
    if not reviews:
        return ""
    if reviews == 1:
        has, is_ = "has", "It is counted now and was not at the last briefing, and stands"
    else:
        has, is_ = "have", "They are counted now and were not at the last briefing, and stand"
    return (
        f"{count(reviews, 'review')} {has} a date that reaches across the beginning of the "
        f"quarter, such as a year alone. {is_} on neither side of the test."
    )


def changed(moved: Sequence[Movement], added: int, *, is_short: bool = False) -> str:
    """Say how many factors rose and fell, and how many of these can be told from chance.

    Args:
        moved: every movement shown, in the order of `dashboard.movement.movements`.
        added: reviews of the quarter.
        is_short: whether those that can be told from chance are counted, and not named.

    Returns:
        Markdown: those that can be told from chance in bold, with their counts.
    """
    if not moved:
        return "No factor was found, before or now."
    return f"{_all_rose_and_fell(moved)} {_told_from_chance(moved, added, is_short)}"


def briefly(moved: Sequence[Movement], added: int) -> list[str]:
    """Say what changed as the title of a slide, the longest wording first.

    Args:
        moved: every movement shown, at least one.
        added: reviews of the quarter.
    """
    last = _told_from_chance(moved, added, is_short=True)
    if not any(one.is_told for one in moved):
        last = f"{_all_rose_and_fell(moved)} None of this can be told from chance."
    return [changed(moved, added, is_short=True), last]


def movement(one: Movement) -> str:
    """Return a movement in a few words: its counts before, now, and in the quarter."""
    return (
        f"{found_of(one.before.found, one.before.of)} to {found_of(one.now.found, one.now.of)}; "
        f"this quarter {found_of(one.within.found, one.within.of)}"
    )


def difference(one: Movement) -> str:
    """Return the difference in points with its interval: "+14 (−5 to +33)".

    Empty where it was assessed in too few on a side: points of a handful would be a percentage of
    it in other words.
    """
    if one.is_too_few:
        return ""
    return f"{_signed(one.difference)} ({_signed(one.low)} to {_signed(one.high)})"


def chance(one: Movement) -> str:
    """Say whether a movement can be told from chance."""
    if not one.within.of or not one.before.of:
        return NOT_ASSESSED
    if one.is_too_few:
        return TOO_FEW
    can = "can" if one.is_told else "cannot"
    return f"{can} be told from chance ({q_value(one.q_value)})"


def ask_of(one: Movement) -> str:
    """Ask what explains a movement."""
    return (
        f"{bold(one.label)} {_verb(one)}{AS_WHAT.get(one.appraisal, '')}: {movement(one)}. "
        "What explains it: the work itself, other cases, or another way of coding?"
    )


def alt_text(rows: Sequence[Movement]) -> str:
    """Describe a figure of movements for those who do not see it.

    Args:
        rows: those drawn, at least one.
    """
    first = rows[0]
    return (
        f"A dot for the last briefing and one for now, for {count(len(rows), 'factor')}. At the "
        f"top: {first.label}, {movement(first)}."
    )


def not_drawn(factors: int) -> str:
    """Say how many movements are in the table alone; empty if there are none."""
    if not factors:
        return ""
    moved = "factor that moved less is" if factors == 1 else "factors that moved less are"
    return (
        "Those that can be told from chance are drawn first, then the largest. "
        f"The {factors:,} {moved} in the table alone."
    )


def _all_rose_and_fell(moved: Sequence[Movement]) -> str:
    """Count the factors that rose, fell, and stood still: for each appraisal, in one sentence."""
    told_of = {one.appraisal for one in moved}
    order = [one for one in ("problem", "strength", "mixed", "neutral") if one in told_of]
    first, *others = (_rose_and_fell(moved, appraisal) for appraisal in order)
    return f"{'; '.join([first[:1].upper() + first[1:], *others])}."


def _rose_and_fell(moved: Sequence[Movement], appraisal: str) -> str:
    """Count the factors of one appraisal that rose, fell, and stood still."""
    of_it = [one for one in moved if one.appraisal == appraisal]
    compared = [one for one in of_it if one.before.of and one.now.of]
    rose = sum(one.size > 0 for one in compared)
    fell = sum(one.size < 0 for one in compared)
    still = len(compared) - rose - fell
    as_what = AS_WHAT.get(appraisal, "").strip()
    of = f"{as_what}, " if as_what else ""
    parts = [
        f"{count(rose, 'factor') if rose else 'no factor'} rose",
        f"{fell:,} fell" if fell else "none fell",
    ]
    if still:
        parts.append(f"{still:,} stayed the same")
    return f"{of}{listed(parts)}"


def _told_from_chance(moved: Sequence[Movement], added: int, is_short: bool) -> str:
    """Say how many of the movements can be told from chance, and name them."""
    tested = [one for one in moved if not one.is_too_few]
    if not added:
        return "No review falls into the quarter alone, so none of this can be tested."
    if not tested:
        return (
            f"With {count(added, 'review')} this quarter, none of this can be told from chance: "
            f"{TOO_FEW}."
        )
    told = [one for one in tested if one.is_told]
    if len(tested) == 1 and not told:
        return "The one movement tested cannot be told from chance."
    if not told:
        return f"None of the {count(len(tested), 'movement')} tested can be told from chance."
    can = f"{len(told):,} of the {len(tested):,} movements tested can be told from chance"
    if len(tested) == 1:
        can = "The one movement tested can be told from chance"
    if is_short:
        return f"{can}."
    named = [f"{bold(one.label)} ({movement(one)})" for one in told[:NAMED_AT_MOST]]
    if len(told) > NAMED_AT_MOST:
        named.append(f"{len(told) - NAMED_AT_MOST:,} more")
    return f"{can}: {listed(named)}."


def _verb(one: Movement) -> str:
    """Say which way a movement went."""
    return "rose" if one.difference > 0 else "fell"


def _signed(share: float) -> str:
    """Return a difference of shares in whole points with its sign."""
    return f"+{whole_points(share)}" if whole(share) > 0 else whole_points(share)
