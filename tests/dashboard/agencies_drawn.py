"""Rows of factors at agencies, drawn as a short table."""

import pandas as pd

COLUMNS = (
    *("label", "agency_label", "attribution", "reviews_with", "reviews_assessed"),
    *("reviews_with_elsewhere", "reviews_assessed_elsewhere"),
)


def by_agency(*rows: tuple, appraisal: str = "problem") -> pd.DataFrame:
    """Return rows as `factor_by_agency.sql` does, codes being what their labels are.

    Args:
        rows: a tuple each, of the columns in COLUMNS.
        appraisal: the appraisal of all.
    """
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    table = table.astype(dict.fromkeys(COLUMNS[3:], "Int64"))
    return table.assign(
        factor_id=table["label"], agency_id=table["agency_label"], appraisal=appraisal
    )
