"""What a selection leaves: the reviews, the factors asked about, and what counts as found."""

from dataclasses import replace
from datetime import date

from queries.selection import NONE, Selection
from tests.queries.oracle.dates import Span
from tests.queries.oracle.world import Finding, Review, Row, World


def resolve(world: World, selection: Selection) -> Selection:
    """Fill in what the reader left open."""
    sources = selection.sources or (world.sources[0].source_id,)
    chosen = [one for code in sources for one in world.sources if one.source_id == code]
    selection = replace(
        selection, sources=sources, framework=selection.framework or chosen[0].frameworks[0]
    )
    reviews = of_sources(world, selection)
    dated = [review for review in reviews if review["practice"]]
    by_practice = reviews and len(dated) >= len(reviews) / 2
    return replace(selection, basis=selection.basis or ("practice" if by_practice else "published"))


def of_sources(world: World, selection: Selection) -> list[Review]:
    """List the reviews of the chosen sources."""
    return [review for review in world.reviews if review["source_id"] in selection.sources]


def dated(review: Review, selection: Selection) -> Span | None:
    """Give the days that a review's date stands for, by the chosen basis."""
    return review[selection.basis or ""]


def passes(review: Review, selection: Selection) -> dict[str, bool]:
    """Say which of the filters a review of the chosen sources passes."""
    first, last = dated(review, selection) or (None, None)
    is_after = selection.period_from is None or (first and first >= selection.period_from)
    is_before = selection.period_to is None or (last and last <= selection.period_to)
    is_of_work = selection.work == ("ordinary" if review["is_ordinary_work"] else "case")
    return {
        "agency": not selection.agencies or bool(review["involved"] & set(selection.agencies)),
        "board": not selection.boards or review["board"] in selection.boards,
        "period": bool(is_after and is_before),
        "region": not selection.regions or review["region"] in selection.regions,
        "review_type": not selection.review_types
        or review["review_type"] in selection.review_types,
        "work": selection.work is None or is_of_work,
    }


def selected(world: World, selection: Selection) -> list[Review]:
    """List the reviews that pass every filter."""
    return [
        review for review in of_sources(world, selection) if all(passes(review, selection).values())
    ]


def asked(world: World, selection: Selection) -> list[Row]:
    """List the factors asked about, in the order of the codebook."""
    return [
        factor
        for factor in world.factors[selection.framework or ""]
        if (not selection.factors or factor["factor_id"] in selection.factors)
        and (not selection.layers or (factor["layer_id"] or NONE) in selection.layers)
    ]


def existed(factor: Row, review: Review) -> bool:
    """Say whether a factor existed when a review was assessed."""
    day = review["assessed_on"]
    if not factor["valid_from"] and not factor["valid_to"]:
        return True
    if day is None:
        return False
    if factor["valid_from"] and day < date.fromisoformat(factor["valid_from"]):
        return False
    return not factor["valid_to"] or day <= date.fromisoformat(factor["valid_to"])


def is_assessed(review: Review, factor: Row, selection: Selection) -> bool:
    """Say whether a factor could have been found in a review."""
    return selection.framework in review["frameworks"] and existed(factor, review)


def settled(finding: Finding, framework: str | None) -> set[str]:
    """List the factors of a finding: those agreed on, or else those that any coder found."""
    codings = [one for one in finding["codings"] if one["framework"] == framework]
    agreed = [one for one in codings if one["is_consensus"] == "yes"]
    return {one["factor"] for one in agreed or codings}


def coders_of(finding: Finding, framework: str | None) -> dict[str, set[str]]:
    """Return what each coder of a finding chose on their own; who is not named is ''."""
    choices: dict[str, set[str]] = {}
    for coding in finding["codings"]:
        if coding["framework"] == framework and coding["is_consensus"] != "yes":
            choices.setdefault(coding["coder"], set()).add(coding["factor"])
    return choices


def named_of(choices: dict[str, set[str]]) -> dict[str, set[str]]:
    """Keep the choices of the coders who are named."""
    return {coder: chosen for coder, chosen in choices.items() if coder}


def is_of_kind(finding: Finding, selection: Selection) -> bool:
    """Say whether a finding has the chosen pattern, account and appraisal."""
    return (
        (not selection.patterns or (finding["pattern"] or NONE) in selection.patterns)
        and (
            not selection.perspectives or (finding["perspective"] or NONE) in selection.perspectives
        )
        and (not selection.appraisals or finding["appraisal"] in selection.appraisals)
    )


def found(world: World, review: Review, selection: Selection) -> list[tuple[str, Finding]]:
    """List each factor found in a review, by its code, with the finding that holds it."""
    pairs = []
    for finding in review["findings"]:
        texts = (
            *(finding["statement"], finding["quotation"]),
            *(review["title"], review["review_ref"]),
        )
        if is_of_kind(finding, selection) and any(
            (selection.text or "").lower() in text.lower() for text in texts
        ):
            counted = settled(finding, selection.framework)
            for factor in asked(world, selection):
                if factor["factor_id"] in counted and existed(factor, review):
                    pairs.append((factor["factor_id"], finding))
    return pairs


def group_of(world: World, agency: str, agencies_as: str | None, is_followed: bool | None) -> str:
    """Give the code of the agency or sector that an agency counts as."""
    row = world.agencies[agency]
    while is_followed and row["successor_id"]:
        row = world.agencies[row["successor_id"]]
    if agencies_as == "sector":
        return row["sector"]
    while agencies_as == "kind" and row["parent_id"]:
        wider = world.agencies[row["parent_id"]]
        if wider["is_one_body"] != "true":
            break
        row = wider
    return row["agency_id"]


def layers_of(world: World, review: Review, finding: Finding, framework: str) -> set[str]:
    """List the layers of the factors of a framework that a finding holds."""
    given = settled(finding, framework)
    return {
        factor["layer_id"]
        for factor in world.factors.get(framework, [])
        if factor["factor_id"] in given and existed(factor, review) and factor["layer_id"]
    }


def appraisals(world: World, selection: Selection) -> list[str]:
    """List the appraisals that the chosen sources use with the framework, of those chosen."""
    everything = Selection(sources=selection.sources, framework=selection.framework)
    used = {
        finding["appraisal"]
        for review in of_sources(world, selection)
        for _, finding in found(world, review, everything)
    }
    return sorted(one for one in used if not selection.appraisals or one in selection.appraisals)
