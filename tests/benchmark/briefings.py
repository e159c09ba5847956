"""How long a briefing of the shipped real reviews takes once a build is open, by format."""

from pathlib import Path

from dashboard import places
from dashboard.asking.opened import asker
from dashboard.briefing.basis import usual_basis
from dashboard.briefing.compose import KNOWN, brief
from dashboard.briefing.document import Document
from dashboard.briefing.publish import FORMATS
from dashboard.briefing.quarter import Quarter
from dashboard.briefing.request import Request
from dashboard.briefing.template import read_template
from pipeline.load import load
from queries.resolve import settle
from queries.selection import Selection
from queries.store import connect, current_build
from tests.benchmark.clock import heading, line, seconds

SOURCE = "pfd"
QUARTER = Quarter(2025, 1)


def measure(folder: Path) -> None:
    """Print how long it takes to build a briefing, and to build and write it in each format.

    Args:
        folder: where the shipped sources may be loaded.
    """
    load([places.sources()], places.codebooks(), folder / "shipped")
    heading(f"A briefing of {SOURCE}", "built alone")
    with connect(current_build(folder / "shipped")) as connection:
        ask = asker(connection)
        settled, _ = settle(connection, Selection(sources=(SOURCE,)))
        selection = Selection(
            sources=settled.sources, framework=settled.framework, basis=usual_basis(ask, settled)
        )
        request = Request(QUARTER, selection, read_template("quarterly", KNOWN))

        def built() -> Document:
            return brief(ask, request, "0", "0", lambda _: None)

        alone = seconds(lambda: built())
        for one in FORMATS.values():
            whole = seconds(lambda one=one: one.write(built()))
            line(one.name, f"{whole:.2f} s", f"{alone:.2f} s", f"{whole / alone:.1f}", "under 5 s")
