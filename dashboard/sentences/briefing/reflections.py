"""Three prompts to reflect on, with the numbers in them and where these come from."""

from typing import NamedTuple

from dashboard.sentences.counts import count, out_of
from dashboard.sentences.factor_timeline import AS
from dashboard.sentences.markdown import bold

THIS = "the reviews in which this factor was assessed"
MOST_FOUND = "the factor of this review that is found in the most reviews"
THREE = "Three questions to reflect on"
OWN_WORK = "**What does this say of our own work?**"
CHANGED = "**How would we know that it has changed?**"
PLANS = "**How does it enter our plans?**"


class Prompt(NamedTuple):
    """A question to reflect on.

    Attributes:
        said: Markdown.
        rule: where its numbers come from; empty where it has none.
    """

    said: str
    rule: str


def own_work(label: str, appraisal: str, found: int, of: int, whose: str) -> Prompt:
    """Ask where the factor would be seen in the reader's own work.

    Args:
        label: name of the factor; "" where there is none.
        appraisal: as what it is found.
        found: selected reviews in which it is found so.
        of: selected reviews in which it was assessed.
        whose: why it is this factor: THIS or MOST_FOUND.
    """
    if not label or not of:
        return Prompt(f"{OWN_WORK} Which of this would we recognise from our own team?", "")
    name, reviews = bold(label), count(of, "review")
    if found:
        said = f"{name} was found{AS[appraisal]} in {found:,} of {reviews}. {_WHERE}"
    else:
        said = f"{name} was not found{AS[appraisal]} in {reviews}. {_IF_THERE}"
    return Prompt(f"{OWN_WORK} {said}", whose)


def changed(seen_again: int, follow_ups: int, too_early: int, actions: int) -> Prompt:
    """Ask what would show that work has changed.

    Args:
        seen_again: follow-ups of signed-off actions after which the factor was seen again.
        follow_ups: all such follow-ups.
        too_early: those after which it is too early to tell.
        actions: all actions, signed off or not.
    """
    rule = "the follow-ups of signed-off actions" if follow_ups else ""
    if not follow_ups:
        said = "No signed-off action can be followed up yet. " if actions else ""
    elif follow_ups == too_early:
        said = _only_too_early(too_early)
    elif follow_ups == 1:
        was = "was" if seen_again else "was not"
        said = f"After the 1 follow-up of a signed-off action, the factor {was} seen again. "
    elif seen_again:
        number = out_of(seen_again, follow_ups, "follow-up")
        said = f"After {number} of signed-off actions, the factor was seen again. "
    else:
        said = (
            f"After none of {count(follow_ups, 'follow-up')} of signed-off actions was the factor "
            "seen again. "
        )
    if 0 < too_early < follow_ups:
        said += f"After {too_early:,} it is too early to tell. "
    return Prompt(f"{CHANGED} {said}What would show us, before the next review does?", rule)


def plans(overdue: int, actions: int, bare: int, recommendations: int) -> Prompt:
    """Ask what goes into the reader's plans.

    Args:
        overdue: actions that are overdue.
        actions: all actions.
        bare: recommendations that have no action, where the source records actions.
        recommendations: all recommendations.
    """
    rule = ""
    if overdue:
        rule = "the actions that are overdue"
        are = "is" if overdue == 1 else "are"
        said = f"{_capital(out_of(overdue, actions, 'action'))} {are} overdue. "
    elif bare:
        rule = "the recommendations without an action, since no action is overdue"
        have = "has" if bare == 1 else "have"
        said = f"{_capital(out_of(bare, recommendations, 'recommendation'))} {have} no action. "
    else:
        said = ""
    return Prompt(f"{PLANS} {said}What do we take on, who leads it, and by when?", rule)


def _capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _only_too_early(follow_ups: int) -> str:
    """Say that after no follow-up anything can be told yet: that is not the same as not seen."""
    if follow_ups == 1:
        return "After the 1 follow-up of a signed-off action it is too early to tell. "
    every = out_of(follow_ups, follow_ups, "follow-up")
    return f"After {every} of signed-off actions it is too early to tell. "


_WHERE = "Where would we see it in our own team today?"
_IF_THERE = "Would we notice it in our own team if it were there?"


def rules(prompts: tuple[Prompt, ...]) -> str:
    """Say where the numbers of the prompts come from; empty where none has a number."""
    told = [f"({place}) {one.rule}" for place, one in enumerate(prompts, 1) if one.rule]
    return f"Where the numbers come from: {'; '.join(told)}." if told else ""
