"""What was found again after sign-off, in the words of a briefing."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.estimates import none_of
from dashboard.sentences.after_action import ALONE, WHAT_IT_IS
from dashboard.sentences.counts import count, listed, out_of, percent, some_of
from dashboard.sentences.dates import day
from dashboard.sentences.markdown import bold, escaped

NOT_SOLVED = "Not seen is not solved."
_OTHERS = {
    "overlaps": "after {} only in practice under way at the time",
    "not seen": "after {} it was not",
    "too early": "after {} it is too early to tell",
}
ASKED_AT_MOST = 3
ON_WHAT = (
    "A factor was seen again in practice that began after an action on it was signed off. At most "
    f"{ASKED_AT_MOST} are asked about, each at an agency once: those found in the most later "
    "reviews."
)


def not_recorded(titles: Sequence[str]) -> str:
    """Say that the chosen sources record no sign-off.

    Args:
        titles: of the sources, at least one.

    Returns:
        Markdown.
    """
    return (
        f"**No signed-off action is recorded** in {listed(list(map(bold, titles)))}, so whether "
        "anything came back after sign-off cannot be told."
    )


def headline(seen: int, of: int) -> str:
    """Say in one plain line after how many follow-ups the factor was seen again.

    Args:
        seen: follow-ups in which it was.
        of: follow-ups, at least one.
    """
    if of == 1:
        was = "was" if seen else "was not"
        return (
            f"After the 1 follow-up of a signed-off action, the factor {was} seen again in "
            "practice that began later."
        )
    return (
        f"After {out_of(seen, of, 'follow-up')} of signed-off actions, the factor was seen again "
        "in practice that began later."
    )


def in_short(numbers: Mapping[str, int]) -> str:
    """Say in a line of the summary what became of the follow-ups, all of them.

    Args:
        numbers: how many are in each of STATES, at least one in all.

    Returns:
        Markdown: the number seen again in bold.
    """
    of = sum(numbers.values())
    if of == 1:
        [state] = [state for state, number in numbers.items() if number]
        alone = f"There is {bold('1 follow-up')} of a signed-off action: {ALONE[state]}"
        return f"{alone}. {WHAT_IT_IS} {NOT_SOLVED}"
    first = bold(out_of(numbers["seen again"], of, "follow-up"))
    told = [f"After {first} of signed-off actions the factor was seen again"]
    told += [
        words.format(some_of(numbers[state], of))
        for state, words in _OTHERS.items()
        if numbers[state]
    ]
    return f"{'; '.join(told)}. {WHAT_IT_IS} {NOT_SOLVED}"


def bounds(later: Sequence[int]) -> str:
    """Say how much not seeing a factor leaves open.

    Args:
        later: of each follow-up in which it was not seen, the later reviews that could have shown
            it, at least one.

    Returns:
        Sentences; empty where there is no such follow-up.
    """
    if not later:
        return ""
    fewest, most = min(later), max(later)
    looked = count(fewest, "later review")
    between = f"; with {most:,}, up to {percent(none_of(most))}" if most > fewest else ""
    return (
        f"{NOT_SOLVED} Where it was not seen in {looked}, up to {percent(none_of(fewest))} of such "
        f"reviews could still hold it{between} (upper 95% "
        f"{'bounds' if between else 'bound'})."
    )


def known_by(end: date, basis: str) -> str:
    """Say what is followed, and where it is looked for: nothing that came after the quarter.

    Args:
        end: last day of the quarter.
        basis: what places reviews in time: practice or published.
    """
    reviews = "came out" if basis == "published" else "tell of practice that ended"
    return (
        f"Followed here is what was signed off by {day(end)}; the factor is looked for in reviews "
        f"that {reviews} by then."
    )


def since_then(data_date: date, seen: int, of: int) -> str:
    """Say what is known by now, where that is more than at the end of the quarter.

    Args:
        data_date: the day up to which the data go.
        seen: follow-ups in which the factor was seen again, with all that came since.
        of: follow-ups, with what was signed off since.
    """
    was = "was not" if of == 1 > seen else "was"
    return (
        f"With what came since, as at {day(data_date)}, it {was} seen again after "
        f"{out_of(seen, of, 'follow-up')}."
    )


def not_drawn(factors: int, follow_ups: int) -> str:
    """Say what is not drawn of the factors; empty if all are.

    Args:
        factors: factors that are not drawn.
        follow_ups: their follow-ups.
    """
    if not factors:
        return ""
    are = "is" if factors == 1 else "are"
    return (
        f"Not drawn {are} {count(factors, 'factor')} seen again less often or never: "
        f"{count(follow_ups, 'follow-up')}."
    )


def alt_text(groups: Sequence[tuple[str, int, int]]) -> str:
    """Describe the figure to a reader who does not see it.

    Args:
        groups: the factors drawn: name, follow-ups seen again, and follow-ups.
    """
    said = f"Bars of follow-ups by what became of them, for {count(len(groups), 'factor')}."
    first = [f"{name}: {seen:,} of {of:,} seen again" for name, seen, of in groups[:3]]
    return f"{said} The first: {'; '.join(first)}." if first else said


def first_of(shown: int, rows: int) -> str:
    """Say that a table holds only some of the follow-ups seen again; empty where it holds all."""
    if rows <= shown:
        return ""
    return f"The {shown:,} of {rows:,} that were found again in the most later reviews."


def on_what(factor: str, where: str, seen: tuple[int, int], evidence: str) -> str:
    """Ask on what an action was signed off whose factor was seen again.

    Args:
        factor: name of the factor.
        where: the agency, as it follows the factor: "at Police".
        seen: in how many later reviews it was seen again, and of how many.
        evidence: none, output, practice or outcome; empty where it is not recorded.

    Returns:
        Markdown.
    """
    found, of = seen
    again = (
        f"{bold(factor)} {escaped(where)} was seen again after sign-off, in {found:,} of "
        f"{count(of, 'later review')}"
    )
    if evidence in ("", "none"):
        return f"{again}; no evidence of what the action changed is on record. Should there be?"
    return (
        f"{again}; evidence of {evidence} is on record. What did it show, and does it still hold?"
    )
