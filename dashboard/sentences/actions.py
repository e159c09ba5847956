"""How far actions have come and what is tied to what, in words."""

from collections.abc import Sequence

from dashboard.progress import UNKNOWN, Links, Progress
from dashboard.sentences.counts import count, listed, out_of, some_of
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
_FOR = {UNKNOWN: "for a time that is not known"}
"""For how long an action has been overdue, where its age is not one."""
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
    if row.actions == 1:
        return _progress_of_one(row)
    words = row.words
    said = [
        f"{some_of(words[word], row.actions)} {_be(words[word])} {word}"
        for word in ("signed off", "awaiting sign-off", "complete", "open")
        if words[word]
    ]
    overdue = words["overdue"]
    late = bold(f"{some_of(overdue, row.actions)} {_be(overdue)} overdue")
    said.append(f"{late} {as_at(row)}{_longest(row)}")
    first = f"Of **{count(row.actions, 'action')}**, {listed(said)}."
    rest = []
    if number := words["set aside"]:
        rest.append(
            f"{some_of(number, row.actions)} {_verb(number, 'was', 'were')} superseded or not "
            "accepted"
        )
    if number := words["not recorded"]:
        rest.append(
            f"how far {some_of(number, row.actions)} {_verb(number, 'has', 'have')} come is not "
            "recorded"
        )
    return f"{first} {_capital(listed(rest))}." if rest else first


def _progress_of_one(row: Progress) -> str:
    """Say how far the only action has come."""
    action, [word] = bold("1 action"), [word for word, number in row.words.items() if number]
    if word == "overdue":
        return f"The {action} is **overdue** {as_at(row)}{_longest(row)}."
    if word == "not recorded":
        return f"How far the {action} has come is not recorded."
    come = {"set aside": "was superseded or not accepted", "open": "is open, and not overdue"}
    return f"The {action} {come.get(word, f'is {word}')} {as_at(row)}."


def as_at(row: Progress) -> str:
    """Say as at which day the sources of the actions speak."""
    first, last = row.as_at
    return (
        f"as at {day(first)}" if first == last else f"as at {day(first)} to {day(last)}, by source"
    )


def ages(row: Progress) -> str:
    """Say for how long actions have been overdue; nothing where none is."""
    overdue = row.words["overdue"]
    if not overdue:
        return ""
    held = [(number, _FOR.get(age, f"for {age}")) for age, number in row.ages.items() if number]
    if len(held) == 1:
        actions = out_of(overdue, overdue, "overdue action")
        have = _verb(overdue, "has", "have")
        return f"{_capital(actions)} {have} been overdue {held[0][1]}."
    (first, long), *others = held
    have = f"{first:,} {_verb(first, 'has', 'have')} been overdue {long}"
    said = listed([have, *(f"{number:,} {long}" for number, long in others)])
    return f"Of {count(overdue, 'overdue action')}, {said}."


def contradictions(row: Progress) -> str:
    """Say of how many actions something is said that cannot all be so."""
    if not row.contradicting:
        return "No action has a status and dates that contradict one another."
    has = "has" if row.contradicting == 1 else "have"
    actions = out_of(row.contradicting, row.actions, "action")
    return (
        f"{_capital(actions)} {has} a status and dates that "
        "contradict one another; the list says what contradicts what."
    )


def link_rates(links: Links) -> Sequence[str]:
    """Say how many findings, recommendations and actions are tied to one another.

    Args:
        links: the counts, of at least one recommendation.

    Returns:
        Sentences, those of findings and recommendations first.
    """
    said = [_linked(links)]
    if links.findings_calling:
        said.append(_answered(links))
    if links.actions or links.recommendations_without_action:
        said.append(_without_action(links))
    else:
        said.append("No action is recorded for any of them.")
    return [*said, *_of_actions(links)]


def _linked(links: Links) -> str:
    """Say how many recommendations say which finding they answer."""
    of, linked, unlinked = (
        links.recommendations,
        links.recommendations_linked,
        links.recommendations_unlinked,
    )
    every = count(of, "recommendation")
    if not unlinked:
        return f"{_each(every, of)} answers a finding."
    if not linked:
        say = "The 1 recommendation does not say" if of == 1 else f"None of the {every} says"
        return f"{say} which finding it answers."
    return (
        f"{linked:,} of {every} {_verb(linked, 'answers', 'answer')} a finding; {unlinked:,} "
        f"{_verb(unlinked, 'does', 'do')} not say which."
    )


def _answered(links: Links) -> str:
    """Say how many findings have no recommendation, of those that call for one."""
    of, without = links.findings_calling, links.findings_without_recommendation
    problems = _verb(of, "is a problem, or mixed,", "are problems, or mixed,")
    every = f"{count(of, 'finding')} that {problems}"
    if not without:
        return f"{_each(every, of)} has a recommendation."
    if without == of:
        if of == 1:
            return f"The {every} has no recommendation."
        return f"None of the {every} has a recommendation."
    return f"{without:,} of {every} {_verb(without, 'has', 'have')} no recommendation."


def _without_action(links: Links) -> str:
    """Say how many recommendations have no action, of those whose source records actions."""
    bare = links.recommendations_without_action
    of = links.recommendations_with_action + bare
    every = count(of, "recommendation")
    if not bare:
        said = f"{_each(every, of)} has an action"
    elif bare == of:
        said = f"None of the {every} has an action" if of > 1 else f"The {every} has no action"
    else:
        said = f"{bare:,} of {every} {_verb(bare, 'has', 'have')} no action"
    others = links.recommendations - of
    if not others:
        return f"{said}."
    which = "its source records" if others == 1 else "their sources record"
    return f"{said}; of {others:,} more it cannot be told: {which} no action."


def _of_actions(links: Links) -> list[str]:
    """Say what is recorded of actions."""
    of = links.actions
    if not of:
        return []
    if of == 1:
        return [_of_one_action(links)]
    owned, bare = links.actions_with_owner, links.actions_without_evidence
    unknown = of - links.actions_with_evidence - bare
    said = (
        f"Of {count(of, 'action')}, {some_of(owned, of)} {_verb(owned or 1, 'has', 'have')} an "
        f"owner, {some_of(links.actions_with_due_date, of)} a due date, and "
        f"{some_of(links.actions_with_evidence, of)} evidence of what came of them"
    )
    rest = []
    if bare:
        rest.append(f"for {some_of(bare, of)} it is recorded that there is none")
    if unknown:
        rest.append(f"for {some_of(unknown, of)} nothing is recorded")
    return [f"{said}; {', and '.join(rest)}." if rest else f"{said}."]


def _of_one_action(links: Links) -> str:
    """Say what is recorded of the only action."""
    owner = "an owner" if links.actions_with_owner else "no owner"
    due = "a due date" if links.actions_with_due_date else "no due date"
    if links.actions_with_evidence:
        shown = "there is evidence of what came of it"
    elif links.actions_without_evidence:
        shown = "it is recorded that there is no evidence of what came of it"
    else:
        shown = "whether there is evidence of what came of it is not recorded"
    return f"The 1 action has {owner} and {due}; {shown}."


def _each(every: str, number: int) -> str:
    """Return the beginning of what holds of every one of several, or of the only one."""
    return f"The {every}" if number == 1 else f"Each of the {every}"


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
    """Return the verb that goes with a number, or with "none"."""
    return _verb(number or 1, "is", "are")


def _verb(number: int, one: str, more: str) -> str:
    """Return a verb, or a noun, that goes with a number."""
    return one if number == 1 else more


def _capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _article(noun: str) -> str:
    """Return the article before a noun."""
    return "an" if noun[0] in "aeiou" else "a"
