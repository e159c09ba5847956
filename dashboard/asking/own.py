"""What a question takes of its own: which parameters, and the codes of what they name."""

import difflib
import re
from collections.abc import Iterator
from typing import Any

import duckdb

from dashboard.asking.values import PeriodKind
from queries.ask import ask
from queries.question import Column, question
from queries.resolve import settle
from queries.selection import NONE, Selection

Own = dict[str, Any]
AGENCIES = ("found_at", "one", "other", "involved")
INVOLVED = "an agency of the selected reviews"
WORDED = ("by", "since", "reading", "state", "placed", "event")
"""Parameters that can hold one of a few words, which the question's header lists."""


class AskedWrongly(ValueError):
    """A question that was not asked as it needs to be; the message says how."""


def own_parameters(name: str, **given: str | bool | list[str] | None) -> Own:
    """Keep the parameters that a question takes, and fill in what it cannot do without.

    Raises:
        AskedWrongly: one is given that it does not take, or one is missing that it needs.
    """
    parameters = question(name).parameters
    known = {parameter.name for parameter in parameters}
    needed = {one.name for one in parameters if "blank for" not in one.meaning}
    own: Own = {
        key: value if isinstance(value, (bool, list)) else str(value)
        for key, value in given.items()
        if value is not None
    }
    for key in own:
        if key not in known:
            option = "relation" if key == "relations" else key.replace("_", "-")
            raise AskedWrongly(f"{name} takes no --{option}.")
    for parameter in parameters:
        _is_worded(parameter, own)
    if "review" in needed and "review" not in own:
        raise AskedWrongly(f"{name} is asked of one review. Name it: --review REFERENCE")
    if "through" in needed and "through" not in own:
        raise AskedWrongly(f"{name} is asked of another framework. Name it: --through FRAMEWORK")
    if {"one", "other"} & (known - own.keys()):
        raise AskedWrongly(
            f"{name} is asked of two agencies. Name both: --one AGENCY --other AGENCY"
        )
    if "period_kind" in known:
        own.setdefault("period_kind", PeriodKind.FINANCIAL_QUARTER.value)
    return own


def _is_worded(parameter: Column, own: Own) -> None:
    """See that a parameter holds one of the words that it can: "what is meant: a, b or c; blank".

    Raises:
        AskedWrongly: it holds another.
    """
    value = own.get(parameter.name)
    if value is None or parameter.name not in WORDED:
        return
    listed = parameter.meaning.partition(";")[0].rpartition(": ")[2]
    if value not in re.split(", | or ", listed):
        option = parameter.name.replace("_", "-")
        raise AskedWrongly(f'--{option} can be {listed} here, not "{value}".')


def settle_own(
    connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own
) -> tuple[Own, tuple[str, ...]]:
    """Find what a question's own parameters name, and put its code in the place of its name.

    Args:
        connection: an open build.
        settled: the reader's filters, settled.
        own: what `own_parameters` kept.

    Returns:
        The parameters to ask with, and a sentence for each that names nothing.

    Raises:
        SelectionFault: the framework of a layer is not one of the chosen sources.
    """
    found = dict(own)
    faults = (
        *_agencies(connection, settled, found),
        *_layers(connection, settled, found),
        *_review(connection, settled, found),
        *_through(connection, settled, found),
        *_at(connection, settled, found),
        *_owner(connection, settled, found),
        *_status(connection, settled, found),
    )
    return found, faults


def _agencies(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> Iterator[str]:
    """Put the codes of agencies, or groups of them, in the place of their names."""
    named_by = [parameter for parameter in AGENCIES if parameter in own]
    if not named_by:
        return
    grouped = {key: own.get(key) for key in ("agencies_as", "follow_successors")}
    answer = ask(connection, "agency_groups", settled, **grouped)
    named = [(str(row[0]), str(row[1])) for row in answer.rows]
    yield from _coded(own, named_by, named, INVOLVED)


def _at(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> Iterator[str]:
    """Put the code of an agency in the place of its name: of one involved, asked or that owns."""
    if "at" not in own:
        return
    involved = ask(connection, "agency_groups", settled, follow_successors=True).rows
    named = [(str(row[0]), str(row[1])) for row in involved]
    events = ask(connection, "factor_timeline", settled)
    places = [events.columns.index(name) for name in ("event", "agency_id", "agency_label")]
    for event, code, label in ([row[place] for place in places] for row in events.rows):
        if event != "practice" and code is not None:
            named.append((code, label))
    yield from _coded(own, ["at"], named, INVOLVED)


def _owner(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> Iterator[str]:
    """Put the code of the agency that owns actions in the place of its name."""
    if own.get("owner") not in (None, NONE):
        rows = ask(connection, "action_progress", settled, actions_by="owner").rows
        owners = [(str(row[0]), str(row[1])) for row in rows if row[0] is not None]
        yield from _coded(own, ["owner"], owners, "an owner of the selected actions")


def _coded(
    own: Own, parameters: list[str], agencies: list[tuple[str, str]], what: str
) -> Iterator[str]:
    """Put the codes of agencies in the place of what they are called.

    Args:
        own: what a question is asked with, which is changed.
        parameters: which of it name agencies.
        agencies: the code and the name of each agency that may be named.
        what: what each of them is.
    """
    named = [name for agency in agencies for name in agency]
    code_of = {name.casefold(): code for code, label in agencies for name in (code, label)}
    for parameter in parameters:
        given = own[parameter]
        own[parameter] = code_of.get(given.casefold())
        if own[parameter] is None:
            near = difflib.get_close_matches(given, named, n=1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            yield f'"{given}" is not {what}.{hint}'


def _layers(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> tuple[str, ...]:
    """Put the code of a layer in the place of its name."""
    if "layer_framework" not in own and "beside_layer" not in own:
        return ()
    named = own.get("beside_layer")
    framework = own.get("layer_framework", settled.framework)
    layers = () if named in (None, NONE) else (named,)  # a finding may hold none of any framework
    bare = Selection(sources=settled.sources, framework=framework, layers=layers)
    found, unknown = settle(connection, bare)
    if found.layers:
        own["beside_layer"] = found.layers[0]
    return unknown


def _review(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> Iterator[str]:
    """See that there is such a review."""
    review = own.get("review")
    if review is not None and not ask(connection, "review", settled, review=review).rows:
        yield f'"{review}" is not a review of the chosen sources.'


def _through(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> Iterator[str]:
    """See that something reads as a factor of the other framework."""
    if "through" not in own:
        return
    rows = ask(connection, "crosswalk_frameworks", settled).rows
    known = ", ".join(dict.fromkeys(f'"{row[0]}"' for row in rows))
    if f'"{own["through"]}"' not in known:
        there_are = f"There are: {known}." if known else "There is none."
        yield (
            f'Nothing of "{settled.framework}" reads as anything in "{own["through"]}". {there_are}'
        )


def _status(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> Iterator[str]:
    """Put the code of a response status in the place of its name."""
    given = own.get("response_status")
    if given is None:
        return
    rows = ask(connection, "response_statuses", settled).rows
    code_of = {str(name).casefold(): row[0] for row in rows for name in (row[1], row[0])}
    own["response_status"] = code_of.get(given.casefold())
    if own["response_status"] is None:
        known = ", ".join(f'"{row[0]}"' for row in rows)
        there_are = f"There are: {known}." if known else "They record none."
        yield f'"{given}" is not a response status of the chosen sources. {there_are}'
