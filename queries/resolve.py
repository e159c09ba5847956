"""Turn what the reader chose into what can be counted: defaults filled in, mixtures refused."""

import difflib
from collections.abc import Collection
from dataclasses import replace

import duckdb

from queries.selection import Selection
from queries.statement import compose

# Which attribute of a selection each filter of `choices.sql` sets.
ATTRIBUTE_OF = {
    "review_type": "review_types",
    "board": "boards",
    "region": "regions",
    "agency": "agencies",
    "factor": "factors",
    "layer": "layers",
    "pattern": "patterns",
    "perspective": "perspectives",
    "appraisal": "appraisals",
}


class SelectionFault(ValueError):
    """A selection that cannot be counted; the message says why and what to choose instead."""


def resolve(connection: duckdb.DuckDBPyConnection, selection: Selection) -> Selection:
    """Fill in the source, framework and basis where the reader left them open.

    The source is the first one loaded, real before made-up; the framework, the first of the chosen
    sources; the basis, practice where at least half of their reviews have a practice date.

    Raises:
        SelectionFault: a source or framework is not in the build, or real and made-up sources are
            chosen together.
    """
    cursor = connection.execute(compose("sources", Selection()).sql)
    columns = [column[0] for column in cursor.description or []]
    loaded = {row[0]: dict(zip(columns, row, strict=True)) for row in cursor.fetchall()}
    if not loaded:
        raise SelectionFault("No source is loaded, so there is nothing to count.")
    sources = tuple(dict.fromkeys(selection.sources)) or (next(iter(loaded)),)
    for source in sources:
        if source not in loaded:
            raise SelectionFault(f'"{source}" is not a source here.{_nearest(source, loaded)}')
    chosen = [loaded[source] for source in sources]
    if len({source["is_made_up"] for source in chosen}) > 1:
        made_up = ", ".join(f'"{s["source_id"]}"' for s in chosen if s["is_made_up"])
        raise SelectionFault(
            f"{made_up} is made up, and made-up reviews are never counted together with real ones. "
            "Choose either made-up or real sources."
        )
    frameworks = list(dict.fromkeys(name for s in chosen for name in s["frameworks"] or ()))
    framework = selection.framework or next(iter(frameworks), None)
    if framework is not None and framework not in frameworks:
        raise SelectionFault(
            f'"{framework}" is not a framework of the chosen sources.'
            f"{_nearest(framework, frameworks)}"
        )
    reviews = sum(source["reviews"] for source in chosen)
    practice = sum(source["practice_dated"] for source in chosen)
    basis = selection.basis or ("practice" if 0 < reviews <= 2 * practice else "published")
    return replace(selection, sources=sources, framework=framework, basis=basis)


def known_values(connection: duckdb.DuckDBPyConnection, selection: Selection) -> dict[str, dict]:
    """List what each filter can be set to in a resolved selection: attribute -> {value: label}."""
    statement = compose("choices", selection)
    known: dict[str, dict[str, str]] = {attribute: {} for attribute in ATTRIBUTE_OF.values()}
    for name, value, label, _ in connection.execute(statement.sql, statement.parameters).fetchall():
        known[ATTRIBUTE_OF[name]][value] = label
    return known


def settle(
    connection: duckdb.DuckDBPyConnection, selection: Selection
) -> tuple[Selection, tuple[str, ...]]:
    """Resolve a selection and take out the values that this build does not have.

    A value may be given by its code or by its name, whatever its capitals.

    Returns:
        The selection that can be counted, and a sentence for each value taken out.

    Raises:
        SelectionFault: as `resolve`.
    """
    resolved = resolve(connection, selection)
    if not any(getattr(resolved, attribute) for attribute in ATTRIBUTE_OF.values()):
        return resolved, ()
    faults: list[str] = []
    for name, attribute in ATTRIBUTE_OF.items():
        held = getattr(resolved, attribute)
        if not held:
            continue
        choices = known_values(connection, resolved)[attribute]
        by_name = {label.casefold(): value for value, label in choices.items()}
        by_name |= {value.casefold(): value for value in choices}
        kept = []
        for value in held:
            if value in choices or value.casefold() in by_name:
                kept.append(value if value in choices else by_name[value.casefold()])
            else:
                said = name.replace("_", " ")
                near = _nearest(value, list(dict.fromkeys([*choices, *choices.values()])))
                faults.append(f'"{value}" is not {_a(said)} in the chosen sources.{near}')
        resolved = replace(resolved, **{attribute: tuple(dict.fromkeys(kept))})
    return resolved, tuple(faults)


def _a(noun: str) -> str:
    """Put the article before a noun."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _nearest(value: str, known: "dict | list") -> str:
    """Suggest the nearest known value, or list them if they are few."""
    near = difflib.get_close_matches(value, list(known), n=1, cutoff=0.6)
    if near:
        return f' Did you mean "{near[0]}"?'
    return listed_if_few(known)


def listed_if_few(known: Collection[str]) -> str:
    """List the known values where they can be taken in at a glance; empty where they cannot."""
    if 0 < len(known) <= 12:
        return " There are: " + ", ".join(f'"{one}"' for one in known) + "."
    return ""
