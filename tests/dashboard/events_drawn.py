"""Events drawn as text tables, for the tests of the timeline of a factor."""

from typing import Any

import pandas as pd

from dashboard.events import Happened
from queries.question import question
from tests.conftest import rows_of


def drawn(table: str) -> Happened:
    """Return the events of a table drawn as text; columns that it has not are blank.

    Columns: kind, review, first, last, precision, began, out (the day on which the review came
    out), appraisal, ref, label, agency, attribution, status, ordinary.
    """
    headings, rows = rows_of(table)
    return Happened(
        pd.DataFrame([_row(dict(zip(headings, row, strict=True))) for row in rows], columns=COLUMNS)
    )


def only(happened: Happened, *kinds: str) -> Happened:
    """Return the events of some kinds."""
    return Happened(happened.rows[happened.rows["event"].isin(kinds)])


def _row(row: dict[str, str]) -> dict[str, Any]:
    """Return a row as `factor_timeline.sql` gives it."""
    first, out, kind = row.get("first"), row.get("out"), row["kind"]
    ref = row.get("ref") or f"{row['review']}-{kind}"
    refs = {"practice": "finding_ref", "made": "recommendation_ref"}
    return {
        "event": kind,
        "first_day": pd.Timestamp(first) if first else pd.NaT,
        "last_day": pd.Timestamp(row.get("last") or first) if first else pd.NaT,
        "precision": (row.get("precision") or "day") if first else None,
        "began_precision": row.get("began") or None,
        "ended_is_known": row.get("ended", "yes") == "yes" if kind == "practice" else None,
        "published_first_day": pd.Timestamp(out) if out else pd.NaT,
        "published_last_day": pd.Timestamp(out) if out else pd.NaT,
        "published_precision": "day" if out else None,
        "source_id": "spec",
        "review_ref": row["review"],
        "is_ordinary_work": row.get("ordinary") == "yes",
        refs.get(kind, "action_ref"): ref,
        "label": row.get("label") or None,
        "appraisal": row.get("appraisal") or "problem",
        "agency_label": row.get("agency") or None,
        "attribution": row.get("attribution") or None,
        "status": row.get("status") or None,
    }


COLUMNS = [column.name for column in question("factor_timeline").columns]
SUPERVISION = drawn("""
    kind       | review | first      | last       | precision | began | out        | appraisal
    practice   | R1     | 2018-03-01 | 2019-05-10 | day       | month | 2022-02-03 | problem
    practice   | R1     | 2018-03-01 | 2019-05-10 | day       | month | 2022-02-03 | problem
    practice   | R1     | 2018-03-01 | 2019-05-10 | day       | month | 2022-02-03 | strength
    practice   | R2     | 2020-06-01 | 2022-01-31 | day       | day   | 2023-01-01 | problem
    practice   | R3     | 2022-01-01 | 2022-12-31 | year      |       |            | problem
    practice   | R4     | 2022-09-05 | 2023-06-30 | day       | day   | 2024-01-01 | problem
    practice   | R5     |            |            |           |       | 2024-05-01 | problem
    made       | R1     | 2020-11-01 | 2020-11-30 | month     |       | 2022-02-03 | problem
    due        | R1     | 2021-01-01 | 2021-12-31 | year      |       | 2022-02-03 | problem
    completed  | R1     | 2021-04-20 | 2021-04-20 | day       |       | 2022-02-03 | problem
    signed off | R1     | 2021-05-01 | 2021-05-31 | month     |       | 2022-02-03 | problem
    signed off | R2     | 2023-03-07 | 2023-03-07 | day       |       | 2023-01-01 | problem
""")
"""R1 had ended when R1's action was signed off, and came out later; R2 went on across; R3 says of
practice only that it ended in 2022; R4 began later; nobody knows when R5 was."""
