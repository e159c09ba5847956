"""Which review somebody means who names it at a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from queries.ask import ask
from queries.resolve import listed_if_few
from queries.selection import Selection

NEAR_ENOUGH = 60
"""Of 100, as RapidFuzz measures how alike two references are: below it nothing is suggested."""


def settle_review(
    connection: duckdb.DuckDBPyConnection, settled: Selection, own: dict[str, Any], narrowing: str
) -> Iterator[str]:
    """Put the reference of a review as its source spells it in the place of what was given.

    Capitals make no difference where only one review can be meant.

    Args:
        connection: an open build.
        settled: the reader's filters, settled; only their sources are looked at.
        own: what a question is asked with, which is changed.
        narrowing: the option that says which source's review is meant, where several have it.

    Yields:
        Why the one review is not known, if it is not.
    """
    given, source = own.get("review"), own.get("review_source")
    if source is not None and source not in settled.sources:
        chosen = ", ".join(f'"{one}"' for one in settled.sources)
        yield f'"{source}" is not one of the chosen sources. There are: {chosen}.'
        return
    if given is None:
        return
    sources = settled.sources if source is None else (source,)
    meant = _of_question(connection, "review", sources, review=given)
    if not meant:
        every = _of_question(connection, "reviews", sources)
        meant = [one for one in every if one[1].casefold() == given.casefold()]
        if not meant:
            yield f'"{given}" is not a review of {" or ".join(sources)}.{_nearest(given, every)}'
            return
    spelt = sorted({reference for _, reference in meant})
    held = [one for one in sources if one in {source_id for source_id, _ in meant}]
    if len(spelt) > 1:
        names = " and ".join(f'"{one}"' for one in spelt)
        yield f'"{given}" may be {names}. Write the one that is meant with its capitals.'
    elif len(held) > 1:
        options = " or ".join(f"{narrowing} {one}" for one in held)
        yield f'"{spelt[0]}" is a review of {" and of ".join(held)}. Say which is meant: {options}'
    else:
        own["review"] = spelt[0]


def _of_question(
    connection: duckdb.DuckDBPyConnection, name: str, sources: tuple[str, ...], **own: str
) -> list[tuple[str, str]]:
    """Ask for reviews of some sources, unfiltered; return the source and reference of each."""
    answer = ask(connection, name, Selection(sources=sources), **own)
    source, reference = map(answer.columns.index, ("source_id", "review_ref"))
    return [(row[source], row[reference]) for row in answer.rows]


def _nearest(given: str, known: Sequence[tuple[str, str]]) -> str:
    """Suggest the nearest known reference, or list them if they are few."""
    from rapidfuzz import fuzz, process  # only where there is something to suggest

    references = sorted({reference for _, reference in known})
    near = process.extractOne(
        given, references, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=NEAR_ENOUGH
    )
    return f' Did you mean "{near[0]}"?' if near else listed_if_few(references)
