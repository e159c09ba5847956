"""Cells as words, and words after the name of what they say."""

from typing import Any

import pandas as pd


def named(*parts: tuple[str, str]) -> list[str]:
    """Return each text that is not empty, after its name."""
    return [name + text for name, text in parts if text]


def text_of(value: Any) -> str:
    """Return a cell as text; empty where nothing stands."""
    return "" if value is None or pd.isna(value) else str(value)
