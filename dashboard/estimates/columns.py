"""Counts as they come from a question, as numbers to calculate with."""

import numpy as np
import pandas as pd


def numbers(rows: pd.DataFrame, name: str) -> np.ndarray:
    """Return a column of counts as floats, with NaN for what is missing."""
    return rows[[name]].astype("Float64").to_numpy(dtype=float, na_value=np.nan)[:, 0]
