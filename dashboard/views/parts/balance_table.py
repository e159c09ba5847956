"""The table beside the balance of layers or patterns, and the findings behind its numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Address
from dashboard.balance import Balance, as_recurrence, balances, judged
from dashboard.chosen import Chosen
from dashboard.database import estimated
from dashboard.sentences.counts import NOT_RECORDED, count, found_of
from dashboard.views.parts import recurrence_table
from dashboard.views.parts.open_evidence import evidence
from dashboard.views.parts.tables import HEADINGS, ONE_LINE, width_of
from queries.selection import NONE
from queries.statement import Statement

MOST_ROWS_SHOWN = 20
WIDEST_NAME = 260
FILTERS = {"layer": "layers", "pattern": "patterns"}
ATTRIBUTIONS = {"coded": "Found at it", "review": "In the same review", "": ""}


def draw(statement: Statement, noun: str, chosen: Chosen, grouping: str) -> None:
    """Draw the table.

    Args:
        statement: the question.
        noun: layer or pattern.
        chosen: the reader's choice.
        grouping: what reviews are grouped by, as the reader chose it; empty for all together.
    """
    heading, group = noun.capitalize(), grouping.removeprefix("By ").capitalize()
    table = estimated(statement, shown, heading=heading, group=group or "Group")
    columns = [group, "At"] if group else []
    if set(table["At"]) <= {"", ATTRIBUTIONS["coded"]}:
        columns = columns[:1]
    columns += [heading, *(["Appraisal"] if chosen.has_appraisals else [])]
    columns += ["Found in", "Assessed", "Share", "From", "To", "Findings", "Of findings"]
    columns += ["No factor", *(["Note"] if any(table["Note"]) else [])]
    st.dataframe(
        table,
        hide_index=True,
        column_order=columns,
        column_config={
            heading: st.column_config.TextColumn(width=width_of(table, heading, WIDEST_NAME)),
            **{
                name: st.column_config.NumberColumn(width=width, format=form, help=about)
                for name, (width, form, about) in _numbered(noun).items()
            },
        },
        height=min(len(table), MOST_ROWS_SHOWN) * ONE_LINE + HEADINGS,
        placeholder="",
        alt=f"Each {noun} with the number of reviews in which it is found",
    )


def _numbered(noun: str) -> dict[str, tuple[int, str, str]]:
    """Return the columns of numbers: width, format, and what they are."""
    return {
        "Found in": (74, "localized", f"Reviews in which the {noun} is found"),
        "Assessed": (78, "localized", "Reviews in which it was assessed"),
        "Share": (62, "%.0f%%", "Found in, of assessed"),
        "From": (56, "%.0f%%", "Lower limit of the 95% interval"),
        "To": (56, "%.0f%%", "Upper limit of the 95% interval"),
        "Findings": (78, "localized", f"Findings that show the {noun}"),
        "Of findings": (90, "localized", "All findings so appraised, coded or not"),
        "No factor": (80, "localized", "Of these, findings with no factor of the framework"),
    }


def shown(rows: pd.DataFrame, heading: str, group: str) -> pd.DataFrame:
    """Return the rows of the question under the headings that a reader sees."""
    rows = judged(rows)
    values = balances(rows)
    table = recurrence_table.shown(as_recurrence(rows)).drop(columns="Layer")
    note: Any = table["Note"]
    unrecorded = [row.reviews_with is not None and row.reviews_assessed is None for row in values]
    return table.rename(columns={"Factor": heading}).assign(
        **{
            group: [row.group for row in values],
            "At": [ATTRIBUTIONS[row.attribution] for row in values],
            "Of findings": [row.findings_of for row in values],
            "No factor": [row.findings_uncoded for row in values],
            "Note": note.mask(pd.Series(unrecorded, index=table.index), "Involvement not recorded"),
        }
    )


def behind(
    chosen: Chosen,
    noun: str,
    kind: str,
    appraisal: str,
    group: Mapping[str, Any] | None = None,
) -> Address:
    """Return the address of the findings behind a number.

    Args:
        chosen: the reader's choice.
        noun: layer or pattern.
        kind: its code; empty for what has none: of layers, findings that hold only such factors.
        appraisal: as what it is found; empty for any.
        group: what opens the group, one of `doors`.
    """
    beside = NONE if noun == "layer" and not kind else None
    filters = {FILTERS[noun]: (kind or NONE,), **(group or {})}
    return evidence(chosen, None, appraisal, beside=beside, **filters)


def doors(rows: Sequence[Balance], by: str) -> dict[str, dict[str, Any]]:
    """Return what opens each group by itself, by the group's key.

    What is not recorded, or is no filter, opens nothing; nor does an agency that one source ties to
    its findings and another only to the review: the list would hold both.
    """
    groups = {row.key: row for row in rows if row.group_id}
    ids = [row.group_id for row in groups.values()]
    openings = {
        "agency": lambda group: {"found_at": group},
        "board": lambda group: {"boards": (group,)},
        "review_type": lambda group: {"review_types": (group,)},
    }
    if by not in openings:
        return {}
    return {
        key: openings[by](row.group_id)
        for key, row in groups.items()
        if ids.count(row.group_id) == 1
    }


def numbers(
    rows: Sequence[Balance],
    noun: str,
    chosen: Chosen,
    groups: Mapping[str, dict[str, Any]] | None = None,
) -> list[tuple[str, Address]]:
    """Return each number that has findings behind it in words, with the address of its findings.

    Args:
        rows: the rows.
        noun: layer or pattern.
        chosen: the reader's choice.
        groups: what opens each group; None where all reviews are together.
    """
    choices = []
    for row in rows:
        if not row.reviews_with or (groups is not None and row.key not in groups):
            continue
        as_what = f", {row.appraisal}" if chosen.has_appraisals else ""
        of_group = "" if groups is None or row.group == NOT_RECORDED else f"{row.group}, "
        number = (
            found_of(row.reviews_with, row.reviews_assessed)
            if row.reviews_assessed is not None
            else count(row.reviews_with, "review")
        )
        address = behind(chosen, noun, row.kind, row.appraisal, (groups or {}).get(row.key))
        choices.append((f"{of_group}{row.label}{as_what}: {number}", address))
    return choices
