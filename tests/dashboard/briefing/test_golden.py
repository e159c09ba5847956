"""The briefing of the made-up board is, word for word, the one that was read and found right."""

from pathlib import Path

import pytest

from tests.dashboard.briefing.golden import FOLDER, QUARTERS, written


@pytest.mark.parametrize("kept", QUARTERS)
def test_the_briefing_is_the_one_that_is_kept(shipped_builds: Path, kept: str):
    expected = (FOLDER / f"{kept}.md").read_text(encoding="utf-8")
    assert written(shipped_builds, QUARTERS[kept]) == expected, (
        "read what changed, and if it is right: python -m tests.dashboard.briefing.golden"
    )
