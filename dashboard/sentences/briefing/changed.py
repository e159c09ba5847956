"""What changed since the last briefing, in words: what moved, and what can be told from chance."""

from collections.abc import Sequence

from dashboard.estimates import Q_LIMIT, TOO_FEW_REVIEWS, is_too_few
from dashboard.movement import Movement
from dashboard.sentences.briefing.one_change import against, how_often, movement
from dashboard.sentences.briefing.placed import came
from dashboard.sentences.comparison import AS_WHAT
from dashboard.sentences.counts import TOO_FEW, count, first_named, listed, out_of
from dashboard.sentences.markdown import bold

NAMED_AT_MOST = 3
ASKED_AT_MOST = 3
RULE = (
    "A factor is found more often this quarter than before, or less often, by more than chance "
    f"(q at most {Q_LIMIT}). At most {ASKED_AT_MOST} are asked about: those that moved most."
)
COUNTED_AGAIN = (
    "What was known at the last briefing is counted again from the data of today. It may differ "
    "from what was printed then, where reviews were added, mended or coded again since."
)
HOW_TESTED = (
    "What is known now holds what was known before, so the two cannot be tested against each "
    "other. The difference is that between the reviews of this quarter alone and all before it, "
    "in percentage points. It can be told from chance where so large a one would seldom come by "
    f"chance, with allowance for all factors tested (q at most {Q_LIMIT})."
)
TOO_FEW_ON_A_SIDE = (
    f"With fewer than {TOO_FEW_REVIEWS} reviews on a side, no difference is given: it is too few "
    "to tell."
)
NOTHING_BEFORE = (
    "There is nothing to compare with: this is the first quarter with a review, as these filters "
    "choose them."
)
NO_FACTOR = "No factor was found, before or now."


def how_tested(moved: Sequence[Movement]) -> str:
    """Say how movements are tested, where any is, and why some are not.

    Args:
        moved: every movement shown.
    """
    is_any, is_every = (one(not row.is_too_few for row in moved) for one in (any, all))
    told = [HOW_TESTED if is_any else "", "" if is_every else TOO_FEW_ON_A_SIDE]
    return " ".join(filter(None, told))


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
    """Say how many changes can be told from chance, and how many factors rose and fell.

    Args:
        moved: every movement shown, in the order of `dashboard.movement.movements`.
        added: reviews of the quarter.
        is_short: whether those that can be told from chance are counted, and not named.

    Returns:
        Markdown: those that can be told from chance in bold, with their counts.
    """
    if not moved:
        return NO_FACTOR
    return f"{_told_from_chance(moved, added, is_short)} {_all_rose_and_fell(moved)}"


def briefly(moved: Sequence[Movement], added: int) -> list[str]:
    """Say what changed as the title of a slide, the longest wording first.

    Args:
        moved: every movement shown, at least one.
        added: reviews of the quarter.
    """
    return [changed(moved, added, is_short=True), _told_from_chance(moved, added, is_short=True)]


def in_short(moved: Sequence[Movement], added: int) -> str:
    """Say in a line of the summary what can be told from chance.

    Args:
        moved: every movement, in the order of `dashboard.movement.movements`.
        added: reviews of the quarter.

    Returns:
        Markdown: what can be told from chance is named, with what was tested: the quarter against
        all before it.
    """
    if not moved:
        return NO_FACTOR
    tested = [one for one in moved if not one.is_too_few]
    if not tested or not added:
        return (
            f"{_with_so_few(added)}, no change since the last briefing can be told from chance: "
            f"{TOO_FEW}."
        )
    told = [one for one in tested if one.is_told]
    if not told:
        return f"Since the last briefing, {_how_many(0, len(tested))}."
    named = [
        f"{bold(one.label)} was found{AS_WHAT.get(one.appraisal, '')} {how_often(one)}, in "
        f"{against(one)}"
        for one in told[:NAMED_AT_MOST]
    ]
    return (
        f"Since the last briefing, {_how_many(len(told), len(tested))}: "
        f"{'; '.join(first_named(named, len(told)))}."
    )


def untold(moved: Sequence[Movement], added: int) -> str:
    """Say that nothing changed by more than chance, as a part of a sentence on all that did not.

    Args:
        moved: every movement.
        added: reviews of the quarter.

    Returns:
        "since the last briefing (17 changes tested)"; empty where a change can be told, or where
        there is none to tell.
    """
    tested = [one for one in moved if not one.is_too_few]
    if not moved or any(one.is_told for one in tested):
        return ""
    why = f"{count(len(tested), 'change')} tested"
    if not tested or not added:
        with_so_few = _with_so_few(added).removeprefix("With ")
        why = f"{with_so_few}, {TOO_FEW}"
    return f"since the last briefing ({why})"


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


def tested(moved: Sequence[Movement]) -> str:
    """Say of which reviews a change is told from chance, beneath a figure that shows others.

    Args:
        moved: those drawn.

    Returns:
        Empty where none of them can be told from chance.
    """
    told = [one for one in moved if one.is_told]
    named = [f"{one.label}, {against(one)}" for one in told[:NAMED_AT_MOST]]
    if not named:
        return ""
    return f"Tested is this quarter alone: {'; '.join(first_named(named, len(told)))}."


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
    """Say how many of the changes can be told from chance, and name them."""
    tested = [one for one in moved if not one.is_too_few]
    if not added:
        return "No review falls into the quarter alone, so no change can be tested."
    if not tested:
        return f"{_with_so_few(added)}, no change can be told from chance: {TOO_FEW}."
    told = [one for one in tested if one.is_told]
    many = _how_many(len(told), len(tested))
    can = f"{many[:1].upper()}{many[1:]}"
    if is_short or not told:
        return f"{can}."
    named = [
        f"{bold(one.label)}{AS_WHAT.get(one.appraisal, '')}, {movement(one)}"
        for one in told[:NAMED_AT_MOST]
    ]
    return f"{can}: {'; '.join(first_named(named, len(told)))}."


def _how_many(told: int, tested: int) -> str:
    """Say how many of the changes tested can be told from chance, as the end of a sentence."""
    if tested == 1:
        return f"the one change tested {'can' if told else 'cannot'} be told from chance"
    if told == tested:
        return f"{out_of(tested, tested, 'change')} tested can be told from chance"
    number = f"{told:,}" if told else "none"
    return f"{number} of the {tested:,} changes tested can be told from chance"


def _with_so_few(added: int) -> str:
    """Say where there are too few reviews to test: in the quarter, or before it."""
    if is_too_few(added):
        return f"With {count(added, 'review') if added else 'no review'} this quarter"
    return f"With fewer than {TOO_FEW_REVIEWS} reviews assessed before this quarter"
