"""Server time of each page, and of each thing that it shows: first run, and rerun with warm caches.

A first run asks and estimates what no page before it in the table has asked.
"""

import logging
import os
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard import places
from dashboard.views.parts import links
from queries.ask import execute
from queries.resolve import resolve
from queries.selection import Selection
from queries.statement import compose
from queries.store import connect, current_build
from tests.benchmark.clock import heading, line, seconds

APP = Path(places.__file__).with_name("app.py")
TIMEOUT = 120
SHOWN: tuple[tuple[str, dict[str, str]], ...] = (
    (links.WHAT_RECURS, {}),
    (links.WHERE, {}),
    (links.WHERE, {"agencies_as": "sector"}),
    (links.WHERE, {"show": "funnel"}),
    (links.WHEN, {}),
    (links.WHEN, {"show": "one"}),
    (links.TOGETHER, {}),
    (links.TOGETHER, {"show": "network"}),
    (links.TOGETHER, {"show": "patterns"}),
    (links.TOGETHER, {"show": "layers"}),
    (links.LAYERS, {}),
    (links.LAYERS, {"by": "agency"}),
    (links.LAYERS, {"by": "board"}),
    (links.LAYERS, {"show": "patterns"}),
    (links.LAYERS, {"show": "through"}),
    (links.ORDINARY_WORK, {}),
    (links.ORDINARY_WORK, {"show": "accounts"}),
    (links.AFTER_ACTION, {"show": "back"}),
    (links.AFTER_ACTION, {"show": "timeline"}),
    (links.AFTER_ACTION, {"show": "repeats"}),
    (links.AFTER_ACTION, {"show": "strength"}),
    (links.AFTER_ACTION, {"show": "tracker"}),
    (links.AFTER_ACTION, {"show": "responses"}),
    (links.COMPARE, {}),
    (links.COMPARE, {"compare": "boards"}),
    (links.COMPARE, {"compare": "periods"}),
    (links.BRIEFING, {}),
    (links.EVIDENCE, {}),
    (links.EVIDENCE, {"text": "handover"}),
    (links.REVIEWS, {}),
    (links.CODEBOOK, {}),
    (links.ABOUT, {}),
)


def opened_ones(builds: Path) -> tuple[tuple[str, dict[str, str]], ...]:
    """Give what is shown of one action and of the review that asked for it: the first followed."""
    with connect(current_build(builds)) as connection:
        asked = compose("follow_ups", resolve(connection, Selection()))
        first = execute(connection, asked).df().iloc[0]
    return (
        (links.AFTER_ACTION, {"show": "back", "action": first["action_ref"]}),
        (links.REVIEWS, {"review": first["review_ref"]}),
    )


def opened(title: str, parameters: dict[str, str]) -> AppTest:
    """Make a page ready to be run at an address."""
    app = AppTest.from_file(str(APP), default_timeout=TIMEOUT)
    for name, value in parameters.items():
        app.query_params[name] = value
    if not links.PAGES[title].get("default"):
        app.switch_page(str(links.PAGES[title]["page"]))
    return app


def run(app: AppTest) -> None:
    """Run a page once.

    Raises:
        RuntimeError: it fails.
    """
    app.run()
    if app.exception:
        raise RuntimeError(app.exception[0].message)


def measure(builds: Path) -> None:
    """Print how long the server takes for each page of the build."""
    os.environ[places.BUILD_VARIABLE] = str(builds)
    logging.disable(logging.WARNING)  # of Streamlit, that there is no browser
    heading("A page: the server's time, warm", "first run")
    for title, parameters in SHOWN + opened_ones(builds):
        app = opened(title, parameters)
        began = time.perf_counter()
        run(app)
        first = time.perf_counter() - began
        again = seconds(lambda app=app: run(app))
        said = " ".join(f"{name}={value}" for name, value in parameters.items())
        line(
            f"{title} {said}",
            f"{again * 1000:.0f} ms",
            f"{first * 1000:.0f} ms",
            f"{first / again:.1f}",
            "under 150 ms",
        )
