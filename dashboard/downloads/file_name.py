"""What a download is called: the source, the question, the day."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

LONGEST = 100


def file_name(sources: Sequence[str], question: str, on: date, suffix: str) -> str:
    """Return a name that every file system takes.

    Args:
        sources: codes of the sources.
        question: name of the question, such as "factor_recurrence".
        on: the date of the data.
        suffix: "csv" or "xlsx".

    Returns:
        Such as "pfd-factor-recurrence-2025-07-31.csv".
    """
    asked = _plain(question)[:LONGEST]
    # of many sources some are left out, and never what tells one file from another
    of_sources = "-".join(filter(None, map(_plain, sources)))[: max(0, LONGEST - len(asked) - 1)]
    name = "-".join(filter(None, (of_sources.strip("-"), asked.strip("-"))))
    return f"{name}-{on.isoformat()}.{suffix}"


def _plain(text: str) -> str:
    """Return text in lower-case ASCII letters and digits, joined by hyphens."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")
