"""Recommendations drawn as text, as rows of `recommendations_compared.sql`."""

import pandas as pd

from tests.conftest import rows_of

DEFAULTS: dict[str, object] = {
    "source_id": "spec",
    "board": "Anytown",
    "statement": "Train all teams in joint visits",
    "factor_id": "training",
    "agency_id": "POL",
    "made_precision": "day",
    "actions": 0,
    "actions_signed_off": 0,
    "actions_complete": 0,
    "last_completed_on": "",
    "last_completed_precision": "day",
    "last_signed_off_on": "",
    "last_signed_off_precision": "day",
    "all_signed_off_by": "",
    "statuses": "",
    "best_evidence": "",
}
DAYS = ("made_first", "made_last", "last_completed_on", "last_signed_off_on", "all_signed_off_by")
COUNTS = ("actions", "actions_signed_off", "actions_complete")


def drawn(table: str) -> pd.DataFrame:
    """Draw rows: `ref` is "review/number" and `made` a day; what is not drawn has a default.

    Args:
        table: headings, then a line a row, in the order in which they were made.
    """
    headings, lines = rows_of(table)
    rows = pd.DataFrame(lines, columns=headings)
    rows["review_ref"] = rows["ref"].str.split("/").str[0]
    rows["recommendation_ref"] = rows.pop("ref")
    rows["made_first"] = rows.pop("made")
    if "made_last" not in rows:
        rows["made_last"] = rows["made_first"]
    for name, value in DEFAULTS.items():
        if name not in rows:
            rows[name] = value
    rows["factor_label"] = rows["factor_id"].str.capitalize()
    rows["agency_label"] = [{"POL": "Police", "BRD": "The board"}[one] for one in rows["agency_id"]]
    for name in DAYS:
        rows[name] = pd.to_datetime(rows[name].replace("", None)).astype("datetime64[us]")
    for name in COUNTS:
        rows[name] = rows[name].astype(int)
    return rows.replace("", None)
