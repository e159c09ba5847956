"""How far actions have come and what is tied to what, in words."""

from collections.abc import Sequence

from dashboard.progress import UNKNOWN, Links, Progress
from dashboard.sentences.counts import count, listed
from dashboard.sentences.dates import day
from dashboard.sentences.markdown import bold

MONTH = 30.4375  # days, on average
AS_RECORDED = (
    "How far an action has come is read from its status and its dates, as the source records them: "
    "whether it was done, and done well, nobody has looked at here."
)
NO_LEAGUE_TABLE = (
    "This is no league table: an agency that owns more actions has more to be late with, and some "
    "actions take longer than others."
)
HOW_TOLD = (
    "Overdue: not done, and its due date has wholly passed, or the source says so. Set aside: "
    "superseded or not accepted. Complete: done, says its owner; signed off: the board agrees."
)
NOTICES = (AS_RECORDED, HOW_TOLD, NO_LEAGUE_TABLE)


def nothing(recorded: int) -> str:
    """Say that there is no recommendation to follow up.

    Args:
        recorded: recommendations that the chosen sources record, whatever the filters leave.

    Returns:
        Markdown.
    """
    return (
        f"**None of the {count(recorded, 'recommendation')} of the chosen sources fits the "
        "filters.** Take a filter away to see how far they have come."
    )


def not_recorded(titles: Sequence[str]) -> str:
    """Say that the chosen sources record nothing of what was done.

    Args:
        titles: of the sources, at least one.

    Returns:
        Markdown.
    """
    return (
        f"**No recommendations or actions are recorded** in {listed(list(map(bold, titles)))}, so "
        "what was done about what these reviews found cannot be told. That is not the same as "
        "nothing."
    )


def drawn(groups: int, every: str) -> str:
    """Say that not all groups are drawn.

    Args:
        groups: how many are.
        every: how many there are, with their noun.
    """
    return f"Drawn are the {groups} with the most overdue actions, of {every}. "


def narrowed(filters: Sequence[str]) -> str:
    """Say that only what answers certain findings is counted.

    Args:
        filters: what is chosen of findings, such as "factor".
    """
    chosen = listed([f"{_article(one)} {one}" for one in filters])
    return (
        f"Because {chosen} {_verb(len(filters), 'is', 'are')} chosen, only such findings and what "
        "answers them are counted: what is tied to no finding is left out."
    )


def progress(row: Progress) -> str:
    """Say how far all actions together have come.

    Args:
        row: all actions together, at least one.

    Returns:
        Markdown: "Of **372 actions**, 107 are signed off, ... and **57 are overdue** as at ...".
    """
    words = row.words
    said = [
        f"{words[word]:,} {_be(words[word])} {word}"
        for word in ("signed off", "awaiting sign-off", "complete", "open")
        if words[word]
    ]
    overdue = words["overdue"]
    number = f"{overdue:,}" if overdue else "none"
    said.append(f"**{number} {_be(overdue)} overdue** {as_at(row)}{_longest(row)}")
    first = f"Of **{count(row.actions, 'action')}**, {listed(said)}."
    rest = []
    if number := words["set aside"]:
        rest.append(f"{number:,} {'was' if number == 1 else 'were'} superseded or not accepted")
    if number := words["not recorded"]:
        rest.append(f"how far {number:,} {'has' if number == 1 else 'have'} come is not recorded")
    return f"{first} {_capital(listed(rest))}." if rest else first


def as_at(row: Progress) -> str:
    """Say as at which day the sources of the actions speak."""
    first, last = row.as_at
    return (
        f"as at {day(first)}" if first == last else f"as at {day(first)} to {day(last)}, by source"
    )


def ages(row: Progress) -> str:
    """Say for how long actions have been overdue; nothing where none is."""
    if not row.words["overdue"]:
        return ""
    held = [f"{number:,} by {age}" for age, number in row.ages.items() if number and age != UNKNOWN]
    if number := row.ages[UNKNOWN]:
        held.append(f"{number:,} for a time that is not known")
    return f"Of {count(row.words['overdue'], 'action')} overdue: {listed(held)}."


def contradictions(row: Progress) -> str:
    """Say of how many actions something is said that cannot all be so."""
    if not row.contradicting:
        return "No action has a status and dates that contradict one another."
    has = "has" if row.contradicting == 1 else "have"
    return (
        f"{row.contradicting:,} of {count(row.actions, 'action')} {has} a status and dates that "
        "contradict one another; the list says what contradicts what."
    )


def link_rates(links: Links) -> Sequence[str]:
    """Say how many findings, recommendations and actions are tied to one another.

    Args:
        links: the counts, of at least one recommendation.

    Returns:
        Sentences, those of findings and recommendations first.
    """
    calling, without = links.findings_calling, links.findings_without_recommendation
    every = links.recommendations
    said = [
        f"{links.recommendations_linked:,} of {count(every, 'recommendation')} "
        f"{_verb(every, 'answers', 'answer')} a finding; {links.recommendations_unlinked:,} "
        f"{_verb(links.recommendations_unlinked, 'does', 'do')} not say which."
    ]
    if calling:
        said.append(
            f"{without:,} of {count(calling, 'finding')} that {_be(calling)} "
            f"{_verb(calling, 'a problem', 'problems')}, or mixed, "
            f"{_verb(without, 'has', 'have')} no recommendation."
        )
    if links.actions or links.recommendations_without_action:
        said.append(_without_action(links))
    else:
        said.append("No action is recorded for any of them.")
    return [*said, *_of_actions(links)]


def _without_action(links: Links) -> str:
    """Say how many recommendations have no action, of those whose source records actions."""
    bare = links.recommendations_without_action
    of = links.recommendations_with_action + bare
    said = f"{bare:,} of {count(of, 'recommendation')} {_verb(bare, 'has', 'have')} no action"
    others = links.recommendations - of
    if not others:
        return f"{said}."
    which = "its source records" if others == 1 else "their sources record"
    return f"{said}; of {others:,} more it cannot be told: {which} no action."


def _of_actions(links: Links) -> list[str]:
    """Say what is recorded of actions."""
    if not links.actions:
        return []
    unknown = links.actions - links.actions_with_evidence - links.actions_without_evidence
    owned = links.actions_with_owner
    number = "all" if owned == links.actions > 1 else f"{owned:,}"
    return [
        f"Of {count(links.actions, 'action')}, {number} {_verb(owned, 'has', 'have')} an owner, "
        f"{links.actions_with_due_date:,} a due date, and {links.actions_with_evidence:,} evidence "
        f"of what came of them; for {links.actions_without_evidence:,} it is recorded that there "
        f"is none, and for {unknown:,} nothing is recorded."
    ]


def how_long(days: int) -> str:
    """Return a number of days as somebody would say it: "34 days", "5 months", "8 years"."""
    months = int(days / MONTH)
    if months < 3:
        return count(days, "day")
    years, rest = divmod(months, 12)
    if not years:
        return count(months, "month")
    return f"{count(years, 'year')} and {count(rest, 'month')}" if rest else count(years, "year")


def _longest(row: Progress) -> str:
    """Say for how long the longest overdue is overdue."""
    if row.longest is None:
        return ""
    by = how_long(row.longest)
    return f", by {by}" if row.words["overdue"] == 1 else f", the longest by {by}"


def _be(number: int) -> str:
    """Return the verb that goes with a number."""
    return _verb(number, "is", "are")


def _verb(number: int, one: str, more: str) -> str:
    """Return a verb, or a noun, that goes with a number."""
    return one if number == 1 else more


def _capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _article(noun: str) -> str:
    """Return the article before a noun."""
    return "an" if noun[0] in "aeiou" else "a"
