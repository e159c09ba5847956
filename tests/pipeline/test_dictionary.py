"""The data dictionary is the schema's comments, all of them, and nothing else."""

import duckdb
import pytest

from pipeline.dictionary import (
    README,
    SCHEMA,
    Column,
    Table,
    place,
    read_tables,
    render,
)

TABLES = read_tables(SCHEMA.read_text(encoding="utf-8"))


def test_a_table_is_read_with_its_sentence_and_comments():
    schema = """-- What the file is.

-- A thing,
-- in a sentence.
create table thing (
    thing_id varchar primary key, -- its code
    kind varchar check (kind in ('a, b', 'c')), -- a, b or c; blank for none
    names varchar[] not null,
    primary key (thing_id, kind),
    foreign key (kind) references kind
);

create table bare (
    day date -- the day
);
"""

    assert read_tables(schema) == (
        Table(
            "thing",
            "A thing, in a sentence.",
            (
                Column("thing_id", "varchar", "its code"),
                Column("kind", "varchar", "a, b or c; blank for none"),
                Column("names", "varchar[]", ""),
            ),
        ),
        Table("bare", "", (Column("day", "date", "the day"),)),
    )


def test_the_dictionary_has_the_columns_that_the_database_has():
    connection = duckdb.connect()
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    columns = connection.execute(
        "select table_name, column_name from duckdb_columns() where not internal"
    ).fetchall()

    assert {(table.name, column.name) for table in TABLES for column in table.columns} == set(
        columns
    )


def test_every_table_has_a_sentence_and_every_column_a_comment():
    assert [table.name for table in TABLES if not table.sentence.endswith(".")] == []
    assert [
        f"{table.name}.{column.name}"
        for table in TABLES
        for column in table.columns
        if not column.comment
    ] == []


def test_the_dictionary_in_the_readme_is_up_to_date():
    readme = README.read_text(encoding="utf-8")

    assert place(readme, render(TABLES)) == readme, "run: python -m pipeline.dictionary"


def test_a_readme_without_the_marker_lines_is_not_written():
    with pytest.raises(ValueError, match="needs the two lines"):
        place("# The data\n", "")
