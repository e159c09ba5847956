"""Events drawn as text tables, for the tests of the timeline of a factor."""

from datetime import date

from dashboard.events import Days, Event
from tests.conftest import rows_of


def drawn(table: str) -> list[Event]:
    """Return the events of a table drawn as text; columns that it has not are blank.

    Columns: kind, review, first, last, precision, began, out (the day on which the review came
    out), appraisal, ref, label, agency, attribution, status, ordinary.
    """
    headings, rows = rows_of(table)
    return [_event(dict(zip(headings, row, strict=True))) for row in rows]


def _event(row: dict[str, str]) -> Event:
    first, last = row.get("first"), row.get("last") or row.get("first")
    out = row.get("out")
    precision = row.get("precision") or "day"
    return Event(
        kind=row["kind"],
        days=Days(date.fromisoformat(first), date.fromisoformat(last), precision)
        if first and last
        else None,
        began=row.get("began", ""),
        ended=row.get("ended", "yes") == "yes",
        came_out=Days(date.fromisoformat(out), date.fromisoformat(out), "day") if out else None,
        source_id="spec",
        review_ref=row["review"],
        title="",
        board="",
        is_ordinary_work=row.get("ordinary") == "yes",
        ref=row.get("ref") or f"{row['review']}-{row['kind']}",
        label=row.get("label", ""),
        appraisal=row.get("appraisal") or "problem",
        agency=row.get("agency", ""),
        attribution=row.get("attribution", ""),
        status=row.get("status", ""),
    )


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
