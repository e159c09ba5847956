"""What a question takes of its own: which parameters, and the codes of what they name."""

import difflib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import duckdb

from dashboard.asking.command import option_of
from dashboard.asking.one_review import settle_review
from queries.ask import ask
from queries.question import Parameter, question
from queries.resolve import settle
from queries.selection import NONE, Selection

Own = dict[str, Any]
AGENCIES = ("found_at", "one", "other", "involved")
LAYERS = ("beside_layer", "finding_layer", "action_layer")
INVOLVED = "an agency of the selected reviews"
USUAL_PERIODS = "financial_quarter"


class AskedWrongly(ValueError):
    """A question that was not asked as it needs to be; the message says how."""


def own_parameters(name: str, given: Own) -> Own:
    """Keep the parameters that a question takes, and fill in what it cannot do without.

    Args:
        name: the question.
        given: what is given of the parameters of any question; None where nothing is.

    Raises:
        AskedWrongly: one is given that it does not take or cannot be so, or one is missing that
            it needs.
    """
    parameters = {parameter.name: parameter for parameter in question(name).parameters}
    own = {key: value for key, value in given.items() if value is not None}
    for key, value in own.items():
        if key not in parameters:
            raise AskedWrongly(f"{name} takes no {option_of(key)}.")
        _is_worded(parameters[key], value)
    needed = {parameter.name for parameter in parameters.values() if parameter.is_needed}
    missing = needed - own.keys()
    if "review" in missing:
        raise AskedWrongly(f"{name} is asked of one review. Name it: --review REFERENCE")
    if "through" in missing:
        raise AskedWrongly(f"{name} is asked of another framework. Name it: --through FRAMEWORK")
    if {"one", "other"} & missing:
        raise AskedWrongly(
            f"{name} is asked of two agencies. Name both: --one AGENCY --other AGENCY"
        )
    if "period_kind" in missing:
        own["period_kind"] = USUAL_PERIODS
    return own


def _is_worded(parameter: Parameter, value: Any) -> None:
    """See that a parameter is one of the words, or several, that its question knows.

    Raises:
        AskedWrongly: it is another.
    """
    words = parameter.words
    for one in value if parameter.is_several else (value,):
        if words and one not in words:
            known = f"{', '.join(words[:-1])} or {words[-1]}"
            raise AskedWrongly(f'{option_of(parameter.name)} can be {known} here, not "{one}".')


def settle_own(
    connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own, name: str
) -> tuple[Own, tuple[str, ...]]:
    """Find what a question's own parameters name, and put its code in the place of its name.

    Args:
        connection: an open build.
        settled: the reader's filters, settled.
        own: what `own_parameters` kept.
        name: the question.

    Returns:
        The parameters to ask with, and a sentence for each that names nothing.

    Raises:
        SelectionFault: the framework of a layer is not one of the chosen sources.
    """
    found = dict(own)
    faults = (
        *_agencies(connection, settled, found),
        *_layers(connection, settled, found),
        *settle_review(connection, settled, found, _narrowing(name)),
        *_action(connection, settled, found),
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
        rows = ask(connection, "action_progress", settled, by="owner").rows
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


def _layers(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> Iterator[str]:
    """Put the codes of layers in the place of their names."""
    framework = own.get("layer_framework", settled.framework)
    bare = Selection(sources=settled.sources, framework=framework)
    if framework != settled.framework:
        settle(connection, bare)
    for parameter in LAYERS:
        named = own.get(parameter)
        if named not in (None, NONE):  # a finding may hold none of any framework
            found, unknown = settle(connection, replace(bare, layers=(named,)))
            own[parameter] = next(iter(found.layers), named)
            yield from unknown


def _action(connection: duckdb.DuckDBPyConnection, settled: Selection, own: Own) -> Iterator[str]:
    """See that there is such an action."""
    if "action" not in own:
        return
    actions = ask(connection, "actions", settled)
    place = actions.columns.index("action_ref")
    if own["action"] not in {row[place] for row in actions.rows}:
        yield f'"{own["action"]}" is not an action of the selected reviews.'


def _narrowing(name: str) -> str:
    """Return the option that says of which source a review is.

    Where a question looks beyond the review, into all chosen sources, it has an option of its own.
    """
    has_its_own = any(one.name == "review_source" for one in question(name).parameters)
    return option_of("review_source") if has_its_own else "--source"


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
