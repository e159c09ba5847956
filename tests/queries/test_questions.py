"""Every question's header against its statement, and every statement against what Spark can run."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest
import sqlglot
from sqlglot import exp

from pipeline.codebooks import Codebooks
from pipeline.examine import examine
from queries.ask import ask, execute
from queries.question import FOLDER, names, question, shared
from queries.resolve import resolve
from queries.selection import Selection
from queries.statement import Statement, compose, shown
from tests.queries.boards import ANYTOWN, loaded

SHARED_PARAMETERS = set(Selection().parameters())
AWKWARD = ("it's", 'a "quoted" name', "$sources", "100%", "back\\slash", "Zoë; -- drop", ":text")
OWN: dict[str, dict[str, Any]] = {
    "action_strength": {"by": "factor"},
    "crosswalk_coverage": {"through": "yorkshire", "relations": ["close", "related"]},
    "crosswalk_recurrence": {"through": "yorkshire"},
    "factor_by_agency": {"agencies_as": "sector", "follow_successors": True},
    "codebook_versions": {"period_kind": "financial_year"},
    "factor_history": {"period_kind": "financial_year"},
    "agencies_together": {"one": "POL", "other": "LA-CSC"},
    "factor_by_layer": {"layer_framework": "scie-learning-together"},
    "factor_by_period": {"period_kind": "financial_year"},
    "sides": {"period_kind": "financial_year"},
    "findings": {"found_at": "POL"},
    "layer_balance": {"by": "agency"},
    "pattern_balance": {"by": "method"},
    "response_status": {"by": "period", "period_kind": "financial_year"},
}


def parsed(sql: str, dialect: str = "duckdb") -> exp.Expr:
    """Parse one statement."""
    [tree] = sqlglot.parse(sql, read=dialect)
    assert tree is not None
    return tree


def statement_of(name: str) -> Statement:
    """Compose a question with no filter chosen."""
    return compose(name, Selection(sources=("anytown",), framework="spec", basis="practice"))


@pytest.fixture(scope="module")
def empty(codebooks: Codebooks) -> duckdb.DuckDBPyConnection:
    """A build without a single review."""
    connection = duckdb.connect()
    examine(connection, codebooks, [])
    return connection


@pytest.fixture(scope="module")
def anytown(codebooks: Codebooks) -> duckdb.DuckDBPyConnection:
    """A build in which every table has rows, and some reviews have a response status."""
    connection = loaded([ANYTOWN], codebooks)
    connection.execute(
        """
        insert into review_attribute
        select
            review_id,
            'response_status',
            case review_id % 3 when 0 then 'overdue' else 'late' end
        from review
        where review_id % 5 > 0
        """
    )
    return connection


@pytest.mark.parametrize("name", names())
def test_a_header_asks_a_question_and_says_what_one_row_is(name):
    asked = question(name)
    assert asked.asks.endswith("?")
    assert "\n" not in asked.asks
    assert asked.grain.startswith("one row")
    assert asked.grain.endswith("in this order") or "with these columns" in asked.grain


@pytest.mark.parametrize("name", names())
def test_a_header_declares_the_parameters_that_its_statement_uses_and_no_other(name):
    declared = {parameter.name for parameter in question(name).parameters}
    used = set(statement_of(name).parameters)
    assert declared == used - SHARED_PARAMETERS
    assert not declared & SHARED_PARAMETERS
    assert set(statement_of(name).parameters) <= SHARED_PARAMETERS | declared
    header = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    assert declared or "\n-- Parameters: none of its own\n" in header


@pytest.mark.parametrize("name", names())
def test_a_header_names_the_columns_of_its_statement_in_order_each_with_a_meaning(name, empty):
    promised = [column.name for column in question(name).columns]
    answer = execute(empty, statement_of(name)).description
    assert promised == [column[0] for column in answer]
    assert len(set(promised)) == len(promised)
    assert all(len(column.meaning) > 2 for column in question(name).columns)


@pytest.mark.parametrize("name", names())
def test_no_line_of_a_header_is_lost_to_its_readers(name):
    text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    header = [line for line in text.split("\nselect")[0].splitlines() if line.startswith("--")]
    indented = [line for line in header if line.startswith("--  ")]
    assert len(indented) == len(question(name).parameters) + len(question(name).columns)


def expressions() -> Iterator[tuple[str, str]]:
    """List every file's own statement."""
    for name in names():
        yield name, question(name).sql
    for one in shared():
        yield one.name, one.sql


@pytest.mark.parametrize("sql", [pytest.param(sql, id=name) for name, sql in expressions()])
def test_sql_is_written_in_one_way(sql):
    without_texts = re.sub(r"'[^']*'|--.*", "", sql)
    assert without_texts == without_texts.lower(), "keywords and names are in lower case"
    tree = parsed(sql)
    assert isinstance(tree, exp.Query), "a file holds one query"
    stars = [star for star in tree.find_all(exp.Star) if not isinstance(star.parent, exp.Count)]
    assert not stars, "every column is named"
    for group in tree.find_all(exp.Group):
        assert not group.args.get("all"), "what is grouped by is named"
        assert not [one for one in group.expressions if isinstance(one, exp.Literal)]
    unknown = [one.name for one in tree.find_all(exp.Anonymous)]
    assert not unknown, "a macro, or a function that sqlglot does not know"


@pytest.mark.parametrize("name", names())
def test_an_answer_is_one_statement_in_a_total_order(name, anytown):
    """What an answer is ordered by is different in each of its rows."""
    selection = resolve(anytown, Selection())
    statement = compose(name, selection, **OWN.get(name, {}), **review_of(name, anytown))
    tree = parsed(statement.sql)
    assert isinstance(tree, exp.Select)
    if question(name).grain.startswith("one row, "):
        assert len(execute(anytown, statement).fetchall()) == 1
        return
    order = tree.args.get("order")
    assert order is not None, "an answer has an order"
    columns = [column.name for column in question(name).columns]
    keys: list[int] = []
    for ordered in order.expressions:
        by = ordered.this
        if isinstance(by, exp.Column) and not by.table and by.name in columns:
            keys.append(columns.index(by.name))
        else:
            tree = tree.select(by.copy().as_(f"key_{len(keys)}"), copy=True)
            keys.append(len(tree.selects) - 1)
    rows = execute(anytown, Statement(tree.sql("duckdb"), statement.parameters)).fetchall()
    distinct = {tuple(str(row[key]) for key in keys) for row in rows}
    assert len(distinct) == len(rows)
    assert rows or name in ("load_problems", "rejected_rows", "source_files")


def review_of(name: str, connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Name a review that has everything, for the questions that are of one review."""
    if "review" not in {parameter.name for parameter in question(name).parameters}:
        return {}
    [(review,)] = connection.execute(
        "select min(review_ref) from review join recommendation using (review_id)"
    ).fetchall()
    return {"review": review}


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("written", ["bound", "shown"])
def test_a_statement_carries_over_to_spark(name, written):
    statement = statement_of(name)
    sql = statement.sql if written == "bound" else shown(statement)
    [spark] = sqlglot.transpile(
        sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE
    )
    there = parsed(spark, "spark")
    here = parsed(sql)
    assert isinstance(there, exp.Query)
    assert there.named_selects == [column.name for column in question(name).columns]
    # nothing is lost on the way: each order within an aggregate arrives
    assert len(list(there.find_all(exp.Ordered))) == len(list(here.find_all(exp.Ordered)))
    assert len(list(there.find_all(exp.Join))) == len(list(here.find_all(exp.Join)))
    parameters = {one.name for one in there.find_all(exp.Placeholder, exp.Parameter)}
    assert bool(parameters) == (written == "bound" and bool(statement.parameters))


CHOSEN = {
    "everything": Selection(sources=("anytown",), framework="scie-learning-together"),
    "filters": Selection(
        sources=("anytown", *AWKWARD),
        framework="scie-learning-together",
        boards=AWKWARD,
        work="case",
        basis="published",
        period_from=date(2018, 4, 1),
        period_to=date(2026, 3, 31),
    ),
    "the first text": Selection(
        sources=("anytown",), framework="scie-learning-together", text="the"
    ),
    "an awkward text": Selection(
        sources=("anytown",), framework=AWKWARD[0], text=" ".join(AWKWARD)
    ),
}


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("chosen", CHOSEN.values(), ids=list(CHOSEN))
def test_a_statement_shown_to_the_reader_gives_the_rows_of_the_bound_one(name, chosen, anytown):
    own = OWN.get(name, {}) | review_of(name, anytown)
    statement = compose(name, chosen, **own)
    assert "$" not in shown(Statement(statement.sql, dict.fromkeys(statement.parameters)))
    bound = execute(anytown, statement).fetchall()
    assert anytown.execute(shown(statement)).fetchall() == bound


def test_values_with_quotation_marks_are_written_as_they_were_typed(empty):
    for text in AWKWARD:
        written = shown(Statement("select $text, $boards", {"text": text, "boards": [text]}))
        assert empty.execute(written).fetchall() == [(text, [text])]


def test_no_value_shown_is_taken_for_a_parameter(empty):
    statement = Statement("select $a, $b", {"a": "$b", "b": "x"})
    assert empty.execute(shown(statement)).fetchall() == [("$b", "x")]


def test_parts_of_the_list_neither_overlap_nor_leave_gaps(anytown):
    selection = resolve(anytown, Selection())
    whole = ask(anytown, "findings", selection).rows
    parts = [
        ask(anytown, "findings", selection, after=after, most=50).rows
        for after in range(0, len(whole) + 50, 50)
    ]
    assert [row for part in parts for row in part] == whole
    second = compose("findings", selection, after=50, most=50)
    assert anytown.execute(shown(second)).fetchall() == whole[50:100]


def test_a_question_that_is_not_there_and_a_parameter_that_it_does_not_take_are_refused():
    with pytest.raises(KeyError, match="factor_recurence"):
        question("factor_recurence")
    with pytest.raises(KeyError, match="period_kind"):
        compose("factor_recurrence", Selection(), period_kind="financial_year")


def test_a_value_reaches_the_engine_only_as_a_bound_parameter():
    selection = Selection(boards=("Robert'); drop table review; --",), text="needle")
    for name in names():
        statement = compose(name, selection)
        assert "needle" not in statement.sql
        assert "Robert" not in statement.sql
