"""Server time of a page: its first run and its rerun with warm caches."""

import os
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard import places
from tests.benchmark.clock import heading, line, seconds

APP = places.__file__ and Path(places.__file__).with_name("app.py")
PAGES = {"What recurs?": "what_recurs", "Evidence": "evidence"}
TIMEOUT = 120


def measure(builds: Path) -> None:
    """Print how long the server takes for each page of the build."""
    os.environ[places.BUILD_VARIABLE] = str(builds)
    heading("A page: the server's time", "first run")
    for title, page in PAGES.items():
        app = AppTest.from_file(str(APP), default_timeout=TIMEOUT)
        app.switch_page(f"views/{page}.py")
        began = time.perf_counter()
        app.run()
        first = time.perf_counter() - began
        if app.exception:
            raise RuntimeError(app.exception[0].message)
        again = seconds(app.run)
        line(
            f"{title}, rerun with warm caches",
            f"{again * 1000:.0f} ms",
            f"{first * 1000:.0f} ms",
            f"{first / again:.1f}",
            "under 150 ms",
        )
