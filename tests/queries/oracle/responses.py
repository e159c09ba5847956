"""How reviews were responded to, worked out a second time; and what is recorded of answers."""

from functools import cache

from queries.selection import Selection
from tests.queries.oracle.agency_groups import TERMS, sector_labels
from tests.queries.oracle.answers import Rows, in_order, is_part_period, missing_last
from tests.queries.oracle.balance import label_of as label_of_group
from tests.queries.oracle.placed import period_of, spine
from tests.queries.oracle.selecting import dated, group_of, of_sources, selected
from tests.queries.oracle.world import Review, World, read_csv

BY = (None, "agency", "agency", "board", "review_type", "method", "period", "period")
RESPONSES = ("source_id", "review_ref", "title", "board", "status", "replies", "agencies")
"""The columns of `responses` that the oracle answers."""
Group = str | None


@cache
def vocabulary() -> dict[str, tuple[int, str, str]]:
    """Give each status of the codebook its place, its name and what it means."""
    rows = [row for row in read_csv(TERMS) if row["vocabulary"] == "response_status"]
    return {row["term"]: (place, row["label"], row["definition"]) for place, row in enumerate(rows)}


def statuses_of(review: Review) -> set[str]:
    """Give the statuses of a review: as the codebook writes them, or else as the source does."""
    words = vocabulary()
    return {
        value.strip().lower() if value.strip().lower() in words else value
        for name, value in review["attributes"].items()
        if name == "response_status"
    }


def label_of(status: str) -> str:
    """Give the name of a status."""
    words = vocabulary()
    return words[status][1] if status in words else status


def in_use(world: World, selection: Selection) -> list[str]:
    """List the statuses that the chosen sources use, in the order of the codebook."""
    words = vocabulary()
    used = {status for review in of_sources(world, selection) for status in statuses_of(review)}
    return sorted(used, key=lambda one: (one not in words, words.get(one, (0,))[0], one))


def response_statuses(world: World, selection: Selection) -> Rows:
    """List the statuses that the chosen sources use."""
    words = vocabulary()
    reviews = of_sources(world, selection)
    return [
        (
            status,
            label_of(status),
            words[status][2] if status in words else None,
            sum(status in statuses_of(review) for review in reviews),
        )
        for status in in_use(world, selection)
    ]


def response_status(
    world: World,
    selection: Selection,
    by: str | None,
    period_kind: str,
    agencies_as: str | None,
    follow_successors: bool | None,
) -> Rows:
    """Count the reviews of each group with each status."""
    chosen = selected(world, selection)
    if by == "period":
        return _by_period(world, selection, chosen, period_kind)
    groups: dict[Group, list[Review]] = {}
    unrecorded: set[Group] = set()
    for review in chosen:
        if by != "agency":
            group = None if by is None else review[by] or None
            groups.setdefault(group, []).append(review)
            continue
        ways: dict[str, set[str]] = {}
        for agency in review["involved"]:
            code = group_of(world, agency, agencies_as, follow_successors)
            ways.setdefault(code, set()).add(review["involvement"][agency])
        for code, named in ways.items():
            groups.setdefault(code, []).append(review)
            if named == {"found at"}:
                unrecorded.add(code)
    answer = []
    for group, reviews in groups.items():
        label, is_one_body = _named(world, group, by, agencies_as)
        recorded = [review for review in reviews if statuses_of(review)]
        for place, status in enumerate(in_use(world, selection)):
            if recorded:
                row = (
                    *(group, label, is_one_body, None, None, None),
                    *(status, label_of(status)),
                    sum(status in statuses_of(review) for review in recorded),
                    None if group in unrecorded else len(recorded),
                    len(reviews),
                )
                answer.append(((missing_last(label), missing_last(group), place), row))
    return in_order(answer)


def _named(
    world: World, group: Group, by: str | None, agencies_as: str | None
) -> tuple[str | None, bool | None]:
    """Give the name of a group, and whether it is one body."""
    if by == "agency" and agencies_as == "sector":
        return sector_labels()[group or ""], group not in ("not known", "several agencies")
    is_one_body = world.agencies[group or ""]["is_one_body"] == "true" if by == "agency" else None
    return label_of_group(world, by, group), is_one_body


def _by_period(world: World, selection: Selection, chosen: list[Review], kind: str) -> Rows:
    """Count by period: every one from the first to the last with a status, then what has none."""
    recorded = [review for review in chosen if statuses_of(review)]
    answer: Rows = []
    undated = [review for review in chosen if period_of(review, selection, kind) is None]
    places = [*spine(recorded, selection, kind), None]
    for period in places:
        here = (
            undated
            if period is None
            else [review for review in chosen if period_of(review, selection, kind) == period]
        )
        with_any = [review for review in here if statuses_of(review)]
        if period is None and not with_any:
            continue
        first, last, name = period or (None, None, None)
        for status in in_use(world, selection):
            answer.append(
                (
                    first.isoformat() if first else None,
                    *(name, None, first, last),
                    is_part_period(world, selection, first, last) if first else None,
                    *(status, label_of(status)),
                    sum(status in statuses_of(one) for one in with_any) if with_any else None,
                    *(len(with_any), len(here)),
                )
            )
    return answer


def responses(
    world: World,
    selection: Selection,
    response_status: str | None,
    involved: str | None,
    agencies_as: str | None,
    follow_successors: bool | None,
) -> Rows:
    """List the selected reviews that have a status, but for their dates of publication."""
    words = vocabulary()
    answer = []
    for review in selected(world, selection):
        groups = {
            group_of(world, agency, agencies_as, follow_successors) for agency in review["involved"]
        }
        statuses = statuses_of(review)
        if not statuses or response_status not in (None, *statuses):
            continue
        if involved not in (None, *groups):
            continue
        ordered = sorted(
            statuses, key=lambda one: (one not in words, words.get(one, (0,))[0], label_of(one))
        )
        replies = sorted(
            value for name, value in review["attributes"].items() if name == "replies_count"
        )
        labels = sorted(world.agencies[agency]["label"] for agency in review["involved"])
        row = (
            *(review["source_id"], review["review_ref"], review["title"] or None),
            review["board"] or None,
            "; ".join(map(label_of, ordered)),
            "; ".join(replies) or None,
            "; ".join(labels) or None,
        )
        span = dated(review, selection)
        answer.append(((missing_last(-span[0].toordinal() if span else None), row[:2]), row))
    return in_order(answer)


def answers_recorded(world: World, selection: Selection) -> Rows:
    """Count what the chosen sources record of what was done."""
    reviews = of_sources(world, selection)
    asked = [one for review in reviews for one in review["recommendations"]]
    actions = [action for one in asked for action in one["actions"]]
    signed = [one for one in actions if one["status"] == "signed off" or one["signed off"]]
    with_status = sum(bool(statuses_of(review)) for review in reviews)
    return [(len(asked), len(actions), len(signed), with_status)]
