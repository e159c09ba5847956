"""The whole statement of a question: the filters, then the question, and the values they need."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from queries.question import Question, question, refers_to, shared
from queries.selection import Selection

_PARAMETER = re.compile(r"\$([a-z_]+)")


@dataclass(frozen=True)
class Statement:
    """One SQL statement and the values to bind it to, just those that it names."""

    sql: str
    parameters: dict[str, Any]


def compose(name: str, selection: Selection, **own: Any) -> Statement:
    """Put the filters before a question, as common table expressions.

    Args:
        name: the question.
        selection: the reader's filters, resolved.
        own: values of the question's own parameters; those left out are bound to null.

    Raises:
        KeyError: no question bears this name, or it has no such parameter.
    """
    asked = question(name)
    known = {parameter.name for parameter in asked.parameters}
    for parameter in own:
        if parameter not in known:
            raise KeyError(parameter)
    sql = _with_expressions(asked)
    values = selection.parameters() | dict.fromkeys(known) | own
    needed = dict.fromkeys(_PARAMETER.findall(sql))
    return Statement(sql, {parameter: values[parameter] for parameter in needed})


@cache
def _with_expressions(asked: Question) -> str:
    """Write the common expressions that a question needs, each once, and then the question."""
    needed: list[str] = []
    wanted = asked.sql
    for expression in reversed(shared()):
        if refers_to(wanted, expression.name):
            indented = "\n".join(f"    {line}".rstrip() for line in expression.sql.splitlines())
            needed.insert(0, f"{expression.name} as (\n{indented}\n)")
            wanted += expression.sql
    if not needed:
        return asked.sql
    if asked.sql.startswith("with "):
        return "with " + ",\n\n".join([*needed, asked.sql.removeprefix("with ")])
    return "with " + ",\n\n".join(needed) + "\n\n" + asked.sql


def shown(statement: Statement) -> str:
    """Write a statement with its values in place, for a reader to see and to run elsewhere.

    It is never what the dashboard itself runs: there, values are bound.
    """
    return _PARAMETER.sub(lambda found: _literal(statement.parameters[found[1]]), statement.sql)


def _literal(value: Any) -> str:
    """Write one value as SQL."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        inside = ", ".join(_literal(one) for one in value)
        return f"[{inside}]" if value else "cast([] as varchar[])"
    if isinstance(value, date):
        return f"date '{value.isoformat()}'"
    return "'" + str(value).replace("'", "''") + "'"
