"""Versions of a codebook, compared as versions: 1.10 comes after 1.9."""

import re


def order(version: str) -> tuple[tuple[int, str], ...]:
    """Return what a version is sorted by: its numbers as numbers, its letters as letters.

    Args:
        version: as a codebook or a coder writes it, such as "1.10" or "v2".
    """
    parts = re.findall(r"\d+|[a-z]+", version.casefold().removeprefix("v"))
    found = tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
    while found and found[-1] == (0, ""):  # 1.0 is 1
        found = found[:-1]
    return found
