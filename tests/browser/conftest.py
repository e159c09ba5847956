"""The dashboard in a real browser: one server over the shipped sources, one page a test.

Without Chromium these tests are skipped, and say so; `CROSSREVIEW_BROWSER=required` makes them
fail instead.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import places
from pipeline.load import load

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SECONDS_TO_START = 60
MILLISECONDS_TO_SHOW = 20_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        reason = "Chromium is not on this computer: apt-get install chromium"
        if os.environ.get("CROSSREVIEW_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def shipped_builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped sources, loaded."""
    folder = tmp_path_factory.mktemp("builds")
    load([places.sources()], places.codebooks(), folder)
    return folder


@pytest.fixture(scope="session")
def address(chromium: str, shipped_builds: Path) -> Iterator[str]:
    """Where the dashboard is served."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    app = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(app)]
    server = subprocess.Popen(
        [*command, "--server.port", str(port), "--server.headless", "true"],
        cwd=places.streamlit_home(),
        env=os.environ | {places.BUILD_VARIABLE: str(shipped_builds)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://localhost:{port}/_stcore/health", server)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(health: str, server: subprocess.Popen) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(health, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("The dashboard did not start.")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator:
    """A browser without a window."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser, address: str) -> Iterator:
    """A page of a new visitor; `page.goto("/evidence")` opens the dashboard there."""
    context = browser.new_context(
        base_url=address, viewport={"width": 1280, "height": 900}, accept_downloads=True
    )
    context.set_default_timeout(MILLISECONDS_TO_SHOW)
    yield context.new_page()
    context.close()
