"""What each table of a briefing must hold: recipes that ask for it with the command `ask`.

Nothing is shared with what builds the briefing: a recipe is given the row of a table as it was
read, and returns the row that the answers of the public questions make.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from dashboard.estimates import agreement
from dashboard.sentences.actions import how_long
from dashboard.sentences.briefing.quality import alpha, firmness
from dashboard.sentences.counts import found_of
from tests.dashboard.briefing.same_numbers.asked import Asked
from tests.dashboard.briefing.same_numbers.missing import MISSING
from tests.dashboard.briefing.same_numbers.moved import counts, tested
from tests.dashboard.briefing.same_numbers.printed import (
    FEWEST,
    cell,
    day,
    interval,
    many,
    months,
    newcombe,
    of,
    share,
    without_remark,
)

Told = list[str]
MOMENTS = {"At the last briefing": "before", "Now": "now", "This quarter alone": "within"}
Recipe = Callable[[Asked, Told, Told], Told]
"""Returns the row that must stand there, given the headings and the row that does."""


def dots(question: str, label: str, asked: Asked, heads: Told, row: Told) -> Told:
    """A share and its interval, a row for each factor and what it is found as."""
    name, series = row[:2]
    found = asked.one(question, appraisal=series.lower(), **{label: name})
    return [name, series, *share(found["reviews_with"], found["reviews_assessed"])]


def side_by_side(
    question: str, label: str, unnamed: str, asked: Asked, heads: Told, row: Told
) -> Told:
    """Shares side by side, as a problem and a strength; the blank of a question may have a name."""
    name = "" if row[0] == unnamed else row[0]
    found = [asked.one(question, appraisal=head.lower(), **{label: name}) for head in heads[1:]]
    return [row[0], *(cell(one["reviews_with"], one["reviews_assessed"]) for one in found)]


def then_and_now(appraisal: str, asked: Asked, heads: Told, row: Told) -> Told:
    """Shares side by side, at the last briefing and now."""
    every = [counts(asked, MOMENTS[head], row[0], appraisal) for head in heads[1:]]
    return [row[0], *(cell(str(found), str(of_all)) for found, of_all in every)]


def response(asked: Asked, heads: Told, row: Told) -> Told:
    """How many reviews have a response status."""
    found = asked.one("response_status", status_label=row[0])
    return [row[0], "Recorded", *share(found["reviews_with"], found["reviews_recorded"])]


def moment(appraisal: str, asked: Asked, heads: Told, row: Told) -> Told:
    """Shares in one period, a column a factor; what is remarked of all stands in the last."""
    kind = "financial_quarter" if row[0].startswith("Q") else "financial_year"
    told = [row[0]]
    for head, printed in zip(heads[1:], row[1:], strict=True):
        if head == "Remark":
            told.append(re.sub(r"\d", "", printed))
            continue
        wanted = {"label": head, "appraisal": appraisal, "period": row[0]}
        found = asked.one("factor_by_period", "--period-kind", kind, **wanted)
        shown, _, remark = printed.partition(")")
        assert ("part period" in f"{remark} {row[-1]}") == (found["is_part_period"] == "true")
        counted = cell(found["reviews_with"], found["reviews_assessed"])
        assert counted.removesuffix(")") == shown or printed.startswith(counted)
        told.append(printed)
    return told


def movement(appraisal: str, asked: Asked, heads: Told, row: Told) -> Told:
    """How a factor stood and stands; whether the quarter differs from all before it."""
    sides = {name: counts(asked, when, row[0], appraisal) for name, when in MOMENTS.items()}
    before, _, within = sides.values()
    told = [found_of(*sides[name]) for name in heads[1:4]]
    if len(heads) == 4:
        assert min(before[1], within[1]) < FEWEST
        return [row[0], *told]
    if not before[1] or not within[1]:
        return [row[0], *told, "", "not assessed"]
    if min(before[1], within[1]) < FEWEST:
        return [row[0], *told, "", "too few to tell"]
    q = tested(asked)[row[0], appraisal]
    shown = "q under 0.001" if q < 0.001 else f"q = {q:.3f}" if q < 0.1 else f"q = {q:.2f}"
    can = "can" if q <= 0.05 else "cannot"
    return [row[0], *told, newcombe(within, before), f"{can} be told from chance ({shown})"]


def new(appraisal: str, asked: Asked, heads: Told, row: Told) -> Told:
    """A factor found in the quarter, and in no review before it."""
    label = without_remark(row[0])
    within, before = (counts(asked, when, label, appraisal) for when in ("within", "before"))
    assert within[0] > before[0] == 0
    return [row[0], found_of(*within), found_of(*before)]


def unseen(appraisal: str, asked: Asked, heads: Told, row: Told) -> Told:
    """A factor found before the eight quarters, and not in them."""
    label = without_remark(row[0])
    then, lately = (counts(asked, when, label, appraisal) for when in ("long before", "lately"))
    last = asked.one("factor_history", label=label, appraisal=appraisal)["last_found_in"]
    return [row[0], last, found_of(*then), found_of(0, lately[1]), interval(0, lately[1])]


def matrix(appraisal: str, asked: Asked, heads: Told, row: Told) -> Told:
    """Factors by agencies; the headings hold in how many reviews each agency was."""
    cells = []
    for head, printed in zip(heads[1:], row[1:], strict=True):
        agency, reviews = re.fullmatch(r"(.*) \(([\d,]+) reviews?\)", head).groups()  # type: ignore[union-attr]
        assert asked.one("agency_groups", label=agency)["reviews"] == reviews.replace(",", "")
        wanted = {"label": row[0], "appraisal": appraisal, "agency_label": agency}
        found = asked.one("factor_by_agency", **wanted)
        sign = printed[-2:] if printed.endswith(("▲", "▼")) else ""
        cells.append(of(found["reviews_with"], found["reviews_assessed"]) + sign)
    return [row[0], *cells]


def by_type(asked: Asked, heads: Told, row: Told) -> Told:
    """What the reviews of a type cover."""
    code = asked.one("choices", filter="review_type", label=row[0])["value"]
    now = asked.one("coverage", review_type=code)
    came = [
        one["reviews"] for one in asked("coverage", when="within") if one["review_type"] == code
    ]
    return [
        row[0],
        many(now["reviews"]),
        many(now["reviews_assessed"]),
        many(came[0] if came else "0"),
        months(now["first_practice_on"], now["last_practice_on"]),
        months(now["first_published_on"], now["last_published_on"]),
        many(now["agencies"]) or "Not recorded",
    ]


def by_owner(asked: Asked, heads: Told, row: Told) -> Told:
    """How far the actions of an owner have come."""
    name = "" if row[0] == "Owner not recorded" else row[0]
    found = asked.one("action_progress", "--by", "owner", group_label=name)
    columns = [head.lower().replace(" ", "_").replace("-", "_") for head in heads[1:-1]]
    return [row[0], *(many(found[column]) for column in columns), many(found["actions"])]


def overdue(asked: Asked, heads: Told, row: Told) -> Told:
    """An action that is overdue."""
    found = asked.one("actions", "--tracked", "overdue", action_ref=row[0])
    late = how_long(int(found["days_overdue"])) if found["days_overdue"] else "Not known"
    owner = found["owner_label"] or "Not recorded"
    assert found["action"] in row[4]
    return [row[0], owner, day(found["due_on"]), late, row[4]]


def follow_ups(asked: Asked, heads: Told, row: Told) -> Told:
    """What became of the follow-ups of a factor, as was known by the end of the quarter."""
    found = asked.one("after_action", "--by", "factor", "--by-the-end", group_label=row[0])
    columns = [head.lower().replace(" ", "_") for head in heads[1:-1]]
    return [row[0], *(many(found[column]) for column in columns), many(found["follow_ups"])]


def seen_again(asked: Asked, heads: Told, row: Told) -> Told:
    """A factor that was seen again, and the reviews that show it."""
    wanted = {"action_ref": row[0], "factor_label": row[1], "agency_label": row[2]}
    found = asked.one("follow_ups", "--by-the-end", "--state", "seen again", **wanted)
    later = asked("follow_up_reviews", "--by-the-end", "--placed", "after", "--is-found")
    shown = {one["review_ref"] for one in later if all(one[k] == wanted[k] for k in wanted)}
    assert set(re.split(", | and ", row[4])) == shown
    counts = of(found["reviews_after_with"], found["reviews_after"])
    return [*row[:3], day(found["since_first"]), row[4], counts]


def coders(asked: Asked, heads: Told, row: Told) -> Told:
    """How far coders agree on a factor."""
    rows: Any = pd.DataFrame(asked("coder_agreement"))
    for column in ("span", "coders", "coders_choosing"):
        rows[column] = pd.to_numeric(rows[column])
    estimated = agreement(rows.replace({"factor_id": {"": None}, "factor_label": {"": None}}))
    assert estimated is not None
    [one] = [one for one in estimated[1] if one.factor == row[0]]
    chosen = rows[rows["factor_label"] == row[0]]
    agreed = sum(chosen["coders"].eq(chosen["coders_choosing"]))
    findings = len(rows[["source_id", "review_ref", "finding_ref"]].drop_duplicates())
    any_of, all_of = f"{len(chosen):,} of {findings:,}", f"{agreed:,} of {len(chosen):,}"
    return [row[0], any_of, all_of, alpha(one), firmness(one).capitalize()]


def missing(asked: Asked, heads: Told, row: Told) -> Told:
    """What is missing or was left out."""
    what = re.sub("without a date of .*", "without a date", row[0])
    assert not re.search(r"\d", row[2])
    return [row[0], MISSING[what](asked), row[2]]


def meaning(asked: Asked, heads: Told, row: Told) -> Told:
    """What a factor means."""
    return [row[0], asked.one("codebook", label=row[0])["definition"]]


def loaded(asked: Asked, heads: Told, row: Told) -> Told:
    """A file that was loaded."""
    found = asked.one("source_files", file=row[1])
    assert row[3].replace(" ", "") == found["sha256"]
    return [found["source_id"], found["file"], many(found["bytes"]), row[3]]


_FACTOR = ("factor_recurrence", "label")
RECIPES: dict[str, Recipe] = {
    "Reviews by type": by_type,
    "Problems found most often": partial(dots, *_FACTOR),
    "Strengths found most often": partial(dots, *_FACTOR),
    "Factors found most often": partial(dots, *_FACTOR),
    "Reviews in which each layer is found": partial(
        side_by_side, "layer_balance", "layer_label", "Only factors without a layer"
    ),
    "Reviews in which each pattern is found": partial(
        side_by_side, "pattern_balance", "pattern_label", "Pattern not recorded"
    ),
    "Problems, by the agency at which they were found": partial(matrix, "problem"),
    "Strengths, by the agency at which they were found": partial(matrix, "strength"),
    "Factors, by agency that stands in the same review": partial(matrix, "neutral"),
    "How far actions have come, by owner": by_owner,
    "The actions overdue longest": overdue,
    "The action that is overdue": overdue,
    "Response status of reviews": response,
    "What became of the follow-ups, by factor": follow_ups,
    "Factors seen again after sign-off": seen_again,
    "How far coders agree, by factor": coders,
    "What is missing or was left out": missing,
    "What each factor means": meaning,
    "Files that were loaded": loaded,
}
"""How the numbers of a table are asked for, by its title."""
for _appraisal, _as in {
    "problem": " as a problem",
    "strength": " as a strength",
    "neutral": "",
}.items():
    RECIPES |= {
        f"What moved most{_as} since the last briefing": partial(then_and_now, _appraisal),
        f"Every change{_as}": partial(movement, _appraisal),
        f"New{_as} this quarter": partial(new, _appraisal),
        f"Found{_as} before, and not for 8 quarters": partial(unseen, _appraisal),
        **{
            f"Share of reviews with the factor{_as}, in each period of {_placed}": partial(
                moment, _appraisal
            )
            for _placed in ("publication", "practice")
        },
    }
