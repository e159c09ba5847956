"""One page of a long answer."""

from queries.statement import Statement


def page(statement: Statement, rows: int, after: int) -> Statement:
    """Ask for a part of an answer only.

    Every question ends in a total `order by`, so that pages neither overlap nor leave gaps.

    Args:
        statement: a composed question.
        rows: most rows to return.
        after: rows to pass over.
    """
    sql = statement.sql + "\nlimit $page_rows offset $page_after"
    return Statement(sql, statement.parameters | {"page_rows": rows, "page_after": after})
