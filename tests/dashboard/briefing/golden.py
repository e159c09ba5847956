"""The briefings that are kept to compare with; run as a module, it writes them anew.

    python -m tests.dashboard.briefing.golden

Read what changed before it is committed: it is what a board would read.
"""

import tempfile
from pathlib import Path

from dashboard import places
from dashboard.asking.opened import asker
from dashboard.briefing.compose import brief
from dashboard.briefing.writers.markdown import to_markdown
from pipeline.load import load
from queries.store import connect, current_build
from tests.dashboard.briefing.conftest import BUILD, VERSION, requested

FOLDER = Path(__file__).with_name("golden")
QUARTERS = {
    "first": "2017/18-Q3",
    "middle": "2022/23-Q2",
    "q4_to_q1": "2023/24-Q1",
    "no_reviews": "2024/25-Q2",
}
"""What each is kept for: the first quarter with a review, one in the middle, the first of a
financial year after a fourth with reviews, and one in which no review came out."""


def written(builds: Path, quarter: str) -> str:
    """Write the briefing of the made-up board for a quarter as Markdown."""
    with connect(current_build(builds)) as connection:
        request = requested(connection, quarter, sources=("anytown",))
        document = brief(asker(connection), request, BUILD, VERSION, lambda _: None)
    return to_markdown(document).decode("utf-8")


def main() -> None:
    """Write all of them anew."""
    with tempfile.TemporaryDirectory() as name:
        builds = Path(name)
        load([places.sources()], places.codebooks(), builds)
        FOLDER.mkdir(exist_ok=True)
        for kept, quarter in QUARTERS.items():
            path = FOLDER / f"{kept}.md"
            path.write_text(written(builds, quarter), encoding="utf-8", newline="\n")
            print(path.name)


if __name__ == "__main__":
    main()
