"""The column that says of which source a row is: where several are counted together.

Two sources may call their reviews, or their actions, by the same references.
"""

from collections.abc import Mapping

import pandas as pd

SOURCE = "Source"
WIDTH = 140
"""Pixels, where the titles break into lines."""


def sources_of(rows: pd.DataFrame, named: Mapping[str, str]) -> pd.Series:
    """Return the short title of the source of each row; nothing where one source is chosen.

    Args:
        rows: rows with a `source_id`.
        named: `Chosen.sources_named`.
    """
    titles = [named.get(str(source_id)) for source_id in rows["source_id"]]
    return pd.Series(titles, index=rows.index, dtype="str")
