"""Follow-ups drawn as a line of text, as the question `follow_ups` returns them."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

SIGNED_OFF = date(2020, 1, 31)
PRACTICE = 90  # days that each later practice took


def follow_ups(drawn: str, signed_off_within: int = 0) -> pd.DataFrame:
    """Return a follow-up for each word, each with a factor of its own.

    "400" was seen again in practice that began 400 days after the sign-off, "400+" was looked for
    then and not seen, "~" overlaps, and "-" has no later practice.

    Args:
        drawn: the words.
        signed_off_within: days between the first and the last on which the sign-off may have been.
    """
    rows = [_row(number, word) for number, word in enumerate(drawn.split(), 1)]
    first = SIGNED_OFF - timedelta(days=signed_off_within)
    return pd.DataFrame(rows).assign(since_first=first, since_last=SIGNED_OFF)


def _row(number: int, word: str) -> dict[str, Any]:
    """Return one follow-up."""
    began = None if word in "-~" else SIGNED_OFF + timedelta(days=float(word.rstrip("+")))
    ended = began and began + timedelta(days=PRACTICE)
    strict = "too early" if began is None else "not seen" if word.endswith("+") else "seen again"
    is_seen = strict == "seen again"
    straddled = SIGNED_OFF + timedelta(days=30) if word == "~" else ended
    return {
        "action_ref": f"ACT-{number}",
        "review_ref": f"R-{number}",
        "board": "Anytown",
        "source_id": "anytown",
        "factor_id": f"factor-{number}",
        "factor_label": f"Factor {number}",
        "agency_id": "A",
        "agency_label": "Agency A",
        "attribution": "coded",
        "strength": "",
        "evidence_grade": "",
        "state": "overlaps" if word == "~" else strict,
        "strict_state": strict,
        "lenient_state": "seen again" if word == "~" else strict,
        "reviews_after": int(began is not None),
        "reviews_after_with": int(is_seen),
        "reviews_straddling": int(word == "~"),
        "reviews_straddling_with": int(word == "~"),
        "strict_event_on": began if is_seen else None,
        "strict_last_on": began,
        "lenient_event_on": straddled if is_seen or word == "~" else None,
        "lenient_last_on": straddled,
    }
