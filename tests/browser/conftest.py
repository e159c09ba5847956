"""The dashboard in a real browser: one server over the shipped sources, one page a test.

Without Chromium these tests are skipped, and say so; `CROSSREVIEW_BROWSER=required` makes them
fail instead.
"""

import csv
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
HOSTILE = "[x](javascript:alert(1)) <img src=x onerror=alert(1)> $x^2$ :red[no] **b** `c` # 1"
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
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source whose every text would be something else to Markdown or to a browser."""
    folder = tmp_path_factory.mktemp("sources") / "hostile"
    folder.mkdir()
    settings = f"""
        title = '{HOSTILE}'
        licence = '{HOSTILE}'
        citation = '{HOSTILE}'
        about = '{HOSTILE}'
        cautions = ['{HOSTILE}']
        is_made_up = true
        attribution = "coded"
        board_label = '{HOSTILE}'
        frameworks = ["scie-learning-together"]
    """
    (folder / "source.toml").write_text(settings, encoding="utf-8")
    for name, headings, rows in (
        (
            "reviews",
            "review_ref,title,review_type,board,outcome,method,link",
            [
                ["H-1", HOSTILE, "SCR", HOSTILE, HOSTILE, HOSTILE, "javascript:alert(1)"],
                ["H-2", HOSTILE, "SCR", "Other", HOSTILE, HOSTILE, ""],
            ],
        ),
        (
            "findings",
            "finding_ref,review_ref,statement,appraisal,quotation,page",
            [["F-1", "H-1", HOSTILE, "problem", HOSTILE, "1"]],
        ),
        ("finding_factors", "finding_ref,factor", [["F-1", "CF-CON"]]),
        (
            "recommendations",
            "recommendation_ref,review_ref,statement,addressed_to",
            [["R-1", "H-1", HOSTILE, HOSTILE]],
        ),
    ):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([headings.split(","), *rows])
    return folder


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory, hostile: Path) -> Path:
    """The shipped sources and the hostile one, loaded."""
    folder = tmp_path_factory.mktemp("builds")
    loaded = load([places.sources(), hostile], places.codebooks(), folder)
    assert loaded.build is not None, loaded.examination
    return folder


@pytest.fixture(scope="session")
def views_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of saved views, which that of the checkout is not."""
    return tmp_path_factory.mktemp("saved") / "views.toml"


@pytest.fixture(scope="session")
def address(chromium: str, builds: Path, views_file: Path) -> Iterator[str]:
    """Where the dashboard is served."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    app = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(app)]
    server = subprocess.Popen(
        [*command, "--server.port", str(port), "--server.headless", "true"],
        cwd=places.streamlit_home(),
        env=os.environ
        | {places.BUILD_VARIABLE: str(builds), places.VIEWS_VARIABLE: str(views_file)},
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
def context(chromium: str, address: str) -> Iterator:
    """A browser without a window, which keeps what it has fetched from one test to the next."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        opened = browser.new_context(
            base_url=address, viewport={"width": 1280, "height": 900}, accept_downloads=True
        )
        opened.set_default_timeout(MILLISECONDS_TO_SHOW)
        yield opened
        browser.close()


@pytest.fixture
def page(context) -> Iterator:
    """A new visitor; `page.goto("/evidence")` opens the dashboard there."""
    opened = context.new_page()
    yield opened
    opened.close()
