"""Put made-up statements, quotations, recommendations and actions into words."""

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from pipeline.synthesise.codebook import OTHER

PERSONS = {"child": "the child", "adult": "the adult", "both": "the person"}
_FOLDER = Path(__file__).parent


@cache
def phrases() -> dict[str, Any]:
    """Read the phrases that statements are put together from."""
    return tomllib.loads((_FOLDER / "phrases.toml").read_text(encoding="utf-8"))


@cache
def answers() -> dict[str, Any]:
    """Read how recommendations and actions are worded."""
    return tomllib.loads((_FOLDER / "actions.toml").read_text(encoding="utf-8"))


def is_for_board(factor: str | None) -> bool:
    """Tell whether what is found of a factor is for the board to answer, and for no one agency."""
    return _about(factor).get("answered_by") == "board"


def statement(
    rng: Random, factor: str | None, appraisal: str, population: str, used: set[str]
) -> str:
    """Word a finding: a claim, in most of them with a setting or an effect.

    Args:
        rng: the review's stream of chance.
        factor: the factor it is mainly about, or None where it is coded with none.
        appraisal: problem, strength, mixed or neutral.
        population: child, adult or both.
        used: what the review has said already, and adds to; it is said again only when a factor
            has nothing else to say.
    """
    about = _about(factor)
    bank = about[appraisal]
    text = _fresh(rng, bank["claims"], used)
    form = rng.random()
    if form < 0.6 and appraisal != "neutral" and about["setting"] != "none":
        setting = "area" if about["setting"] == "area" else population
        text = f"{rng.choice(phrases()['settings'][setting])}, {text}"
    if (form < 0.3 or form >= 0.6) and "effects" in bank:
        text = f"{text}, {rng.choice(bank['effects'])}"
    return _sentence(text, population)


def account(
    rng: Random, factor: str, appraisal: str, perspective: str, population: str, used: set[str]
) -> str:
    """Word one side of an account that differs from another."""
    claim = _fresh(rng, _about(factor)[appraisal]["claims"], used)
    return _sentence(f"{phrases()['accounts'][perspective]}, {claim}", population)


def quotation(rng: Random, factor: str | None, appraisal: str, perspective: str) -> str:
    """Find made-up words from that perspective, or "" where there are none."""
    bank = _about(factor)["quotations"]
    side = {"problem": "problem", "mixed": "problem", "strength": "strength"}.get(appraisal)
    said = bank[side].get(perspective, ()) if side else ()
    return rng.choice(said) if said else ""


def recommendation(
    rng: Random, factor: str | None, kind: str, who: str | None, population: str, used: set[str]
) -> str:
    """Word a recommendation of a kind; `who` is the agency to answer it, None for the board."""
    about = _about(factor)
    if kind == "question for board":
        return _sentence(_fresh(rng, about["questions"], used), population)
    worded = answers()["recommendations"]
    if who is None and not is_for_board(factor):
        worded = worded["to_agencies"]
    text = worded[kind].format(
        who=who or "Board", ask=_fresh(rng, about["asks"], used), topic=rng.choice(about["topics"])
    )
    return _sentence(text, population)


def action(rng: Random, factor: str | None, action_type: str, population: str) -> str:
    """Word an action of a type."""
    text = rng.choice(answers()["actions"][action_type])
    return _sentence(text.format(topic=rng.choice(_about(factor)["topics"])), population)


def _about(factor: str | None) -> dict[str, Any]:
    return phrases().get(factor or OTHER) or phrases()[OTHER]


def _fresh(rng: Random, texts: list[str], used: set[str]) -> str:
    left = [text for text in texts if text not in used]
    text = rng.choice(left or texts)
    used.add(text)
    return text


def _sentence(text: str, population: str) -> str:
    text = text.replace("{person}", PERSONS[population])
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")
