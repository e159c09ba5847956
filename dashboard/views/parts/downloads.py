"""Take a table away, and see the SQL that made it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dashboard.answers import rows_of
from dashboard.chosen import Chosen
from dashboard.database import ask_table, build, run_table
from dashboard.downloads import Definition, ReadMe, SourceNote, file_name, to_csv, to_xlsx
from dashboard.sentences import filters_in_words
from dashboard.views.parts.around import build_name
from dashboard.views.parts.notes import notes_of
from queries.question import question
from queries.statement import Statement, shown

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ESTIMATES = (
    Definition("share", "reviews_with as a share of reviews_assessed, 0 to 1"),
    Definition("share_low", "lower limit of its 95% interval (Wilson)"),
    Definition("share_high", "upper limit of its 95% interval (Wilson)"),
)


def downloads(
    name: str,
    title: str,
    statement: Statement,
    chosen: Chosen,
    *,
    finish: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
    added: tuple[Definition, ...] = ESTIMATES,
    columns: tuple[Definition, ...] | None = None,
    called: str | None = None,
    notices: tuple[str, ...] = (),
    narrowed: tuple[str, ...] = (),
) -> None:
    """Draw the buttons for CSV and XLSX; a file is made when its button is used.

    Args:
        name: the question.
        title: title of the page.
        statement: the question as the page asked it.
        chosen: the reader's choice.
        finish: adds what is estimated from the counts.
        added: what the columns mean that it adds.
        columns: what the columns mean where `finish` gives a table of others than the question's.
        called: what the files are called where they hold more than the question's answer.
        notices: what the page says beside the numbers.
        narrowed: what else than the filters says which rows the table holds, a line each.
    """
    file = build()
    if columns is None:
        asked = [Definition(column.name, column.meaning) for column in question(name).columns]
        columns = (*asked, *(added if finish else ()))
    facts = _read_me(name, title, chosen, notices, narrowed, columns)
    # a file is read long after the page that said so is closed
    marks = ["made up"] if chosen.is_made_up else []
    codes = marks + [source.source_id for source in chosen.sources]

    def table() -> pd.DataFrame:
        answer = run_table(file, statement)
        return finish(answer) if finish else answer

    with st.container(horizontal=True, gap="small"):
        for label, suffix, mime, write in (
            ("Download CSV", "csv", "text/csv", lambda: to_csv(table())),
            ("Download XLSX", "xlsx", XLSX, lambda: to_xlsx(table(), facts())),
        ):
            st.download_button(
                label,
                data=write,
                file_name=file_name(codes, called or name, chosen.data_date, suffix),
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"{name} {suffix}",
            )


def show_sql(*statements: Statement) -> None:
    """Draw whole statements, with their values in place, to be copied and run elsewhere."""
    with st.expander("Show the SQL"):
        what = "statement" if len(statements) == 1 else "statements"
        st.caption(f"The {what} that counted the numbers on this page, as run.")
        for statement in statements:
            st.code(shown(statement), language="sql", wrap_lines=True)


def _read_me(
    name: str,
    title: str,
    chosen: Chosen,
    notices: tuple[str, ...],
    narrowed: tuple[str, ...],
    columns: tuple[Definition, ...],
) -> Callable[[], ReadMe]:
    """Gather what must travel with a table, for when it is asked for."""
    asked = question(name)
    extent = chosen.extent
    codebook = ask_table("codebook", chosen.selection)
    facts = {
        "title": title,
        "question": asked.asks,
        "filters": (
            *filters_in_words(chosen.selection, chosen.labels, chosen.names),
            *narrowed,
        ),
        "reviews_selected": int(extent.reviews_selected),
        "reviews_left_out": int(extent.reviews_of_sources - extent.reviews_selected),
        "data_date": chosen.data_date,
        "data_as_at": chosen.data_as_at,
        "build": build_name(),
        "columns": columns,
        "notices": tuple(filter(None, (chosen.reviews_not_assessed, *notices))),
    }

    def gathered() -> ReadMe:
        return ReadMe(
            **facts,
            sources=tuple(
                SourceNote(
                    source.title,
                    source.licence,
                    source.citation,
                    tuple(source.cautions),
                    bool(source.is_made_up),
                )
                for source in chosen.sources
            ),
            factors=tuple(Definition(row.label, row.definition) for row in rows_of(codebook)),
            notes=tuple(notes_of(chosen)),
        )

    return gathered
