"""What a slide leaves to the written briefing, in words."""


def first_rows(shown: int, rows: int) -> str:
    """Say that a table is not shown whole.

    Args:
        shown: rows that are shown.
        rows: rows that there are.
    """
    return f"The first {shown:,} of {rows:,} are shown; the written briefing holds all."
