"""How good the data are, in the words of a briefing."""

from math import floor

from dashboard.estimates import FIRM, TENTATIVE, TOO_FEW_REVIEWS, Agreement, is_too_few
from dashboard.sentences.counts import TOO_FEW, count, every, out_of, percent, some_of
from dashboard.sentences.markdown import bold

UNCODED_LIMIT = 0.2
"""A greater share of findings without a factor than this raises a question.

In the study behind the Yorkshire framework 13.8% of what was found could not be coded: about one in
seven resists any framework, and a fifth is clearly more.
"""
NOTHING_VARIES = "not told, since every coder chose the same for every finding"
NOT_DOUBLE_CODED = "No finding was coded by two people, so how far coders agree cannot be told."
WHAT_ALPHA_IS = (
    "Alpha is 1 where coders always agree, and 0 where they agree no better than by lot. By "
    f"Krippendorff's rule of thumb {FIRM:.2f} or more is firm, {TENTATIVE} or more tentative, and "
    "what is lower is not to be relied on."
)
DOES_IT_FIT = (
    f"Of at least {TOO_FEW_REVIEWS} findings, more than a fifth hold no factor of the framework."
)
ASKED_AT_MOST = 3
IS_IT_CLEAR = (
    f"Coders agree on a factor with an alpha under {TENTATIVE}. At most {ASKED_AT_MOST} are asked "
    "about: those on which they agree least."
)


def uncoded(found: int, of: int) -> str:
    """Say how many findings hold no factor.

    Args:
        found: findings without a factor of the framework.
        of: findings in the reviews on which the framework was used.

    Returns:
        Markdown.
    """
    if not of:
        return "There is no finding."
    if not found:
        hold = "holds" if of == 1 else "hold"
        said = f"{every(of, 'finding')} {hold} a factor"
        return f"{bold(said)} of the framework."
    return f"{_without_factor(found, of)}."


def double_coded(together: Agreement | None, of: int) -> str:
    """Say how many findings were coded twice, and how far their coders agree.

    Args:
        together: of all factors together; None if no finding was coded by two people.
        of: findings in the reviews on which the framework was used.

    Returns:
        Markdown.
    """
    if together is None:
        return NOT_DOUBLE_CODED
    were = "was" if together.findings == 1 else "were"
    share = _share(together.findings, of)
    number = out_of(together.findings, of, "finding")
    named = f"{number[:1].upper()}{number[1:]}"
    first = f"{named}{share if together.findings < of else ''} {were} coded by two people"
    if not together.chosen:
        return f"{first} or more; none of them chose one of these factors."
    return f"{first} or more; {_agreed(together)}. {_alpha_of(together)}"


def headline(found: int, of: int, together: Agreement | None) -> str:
    """Say in one line how many findings hold no factor, and how far coders agree.

    Args:
        found: findings without a factor of the framework.
        of: findings in the reviews on which the framework was used.
        together: of all factors together; None if no finding was coded by two people.

    Returns:
        Markdown: the number in bold.
    """
    if not of:
        return "There is no finding."
    first = _without_factor(found, of)
    if not found:
        first = f"{bold(every(of, 'finding'))} {'holds' if of == 1 else 'hold'} a factor"
    if together is None:
        return f"{first}; none was coded by two people, so coders' agreement cannot be told."
    if together.alpha is None:
        return f"{first}; {_why_untold(together)}."
    return f"{first}; coders' agreement is {firmness(together)} (alpha {_down(together.alpha)})."


def alpha(one: Agreement) -> str:
    """Return alpha for a sentence or a cell: "0.91 (95% interval 0.85 to 0.97)".

    It is rounded down, so that none is told as more than it is.
    """
    if one.alpha is None:
        return _untold(one)
    if one.low is None or one.high is None:
        return f"{_down(one.alpha)} (interval: {TOO_FEW})"
    return f"{_down(one.alpha)} (95% interval {_down(one.low)} to {_down(one.high)})"


def firmness(one: Agreement) -> str:
    """Return what alpha comes to by the rule of thumb: firm, tentative, or not to be relied on."""
    if one.alpha is None:
        return _untold(one).partition(",")[0]
    if one.alpha >= FIRM:
        return "firm"
    return "tentative" if one.alpha >= TENTATIVE else "not to be relied on"


def left_out(factors: int) -> str:
    """Say of how many factors alpha is not shown; empty if of none.

    Args:
        factors: factors that stand in no row; none if below 0.
    """
    if factors <= 0:
        return ""
    is_are = "is" if factors == 1 else "are"
    return f"Not shown {is_are} {count(factors, 'factor')} more that coders chose."


def does_it_fit(found: int, of: int) -> str:
    """Ask about the findings that no factor holds.

    Returns:
        Markdown.
    """
    return f"{_without_factor(found, of)}: does the framework miss something that reviews find?"


def is_it_clear(one: Agreement) -> str:
    """Ask about a factor on which coders agree too little.

    Args:
        one: of the factor, with alpha.

    Returns:
        Markdown.
    """
    return (
        f"{bold(one.factor)} is a factor on which coders agree with an alpha of {alpha(one)}: is "
        "it clear enough what belongs to it?"
    )


def _alpha_of(together: Agreement) -> str:
    """Say how far coders agree on all factors together."""
    if together.alpha is None:
        why = _why_untold(together, " beyond that")
        return f"{why[:1].upper()}{why[1:]}."
    return f"Over all factors Krippendorff's alpha is **{alpha(together)}**: {firmness(together)}."


def _untold(one: Agreement) -> str:
    """Say why there is no alpha."""
    nothing_varies = one.findings == one.agreed and not is_too_few(one.findings)
    return NOTHING_VARIES if nothing_varies else TOO_FEW


def _why_untold(one: Agreement, beyond: str = "") -> str:
    """Say as a sentence, without its end, that it is not told how far coders agree."""
    why = _untold(one)
    if why == TOO_FEW:
        return f"there are {TOO_FEW} how far coders agree{beyond}"
    return f"how far coders agree{beyond} is {why}"


def _without_factor(found: int, of: int) -> str:
    """Say how many findings hold no factor, at least one: "**3 of 12 findings** (25%) hold ..."."""
    if found == of:
        none = "The 1 finding" if of == 1 else f"None of the {of:,} findings"
        return f"{bold(none)} holds {'no' if of == 1 else 'a'} factor"
    hold = "holds" if found == 1 else "hold"
    return f"{bold(f'{found:,} of {of:,} findings')}{_share(found, of)} {hold} no factor"


def _agreed(together: Agreement) -> str:
    """Say for how many of the findings that were coded twice all chose the same factors."""
    agreed, chosen = together.agreed, together.chosen
    is_every = chosen == together.findings
    of_those = "" if is_every else " for which any chose one of these"
    if chosen == 1:
        which = "it" if is_every else f"the one{of_those}"
        all_ = "all" if agreed else "not all"
        return f"{all_} chose the same factors for {which}"
    number = f"{some_of(agreed, chosen)} of the {chosen:,}"
    if agreed == chosen:
        number = "both" if chosen == 2 else f"all {chosen:,}"
    return f"all chose the same factors for {number}{of_those}"


def _share(found: int, of: int) -> str:
    """Return a share in brackets; none of few findings."""
    return "" if is_too_few(of) else f" ({percent(found / of)})"


def _down(value: float) -> str:
    """Return a number with two digits, rounded down; with three beside the limit that has three."""
    digits = 3 if 0.66 <= value < 0.67 else 2
    return f"{floor(round(10**digits * value, 9)) / 10**digits:.{digits}f}"
