"""The dashboard without a browser, over the shipped sources."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import places
from dashboard.views.parts.links import PATHS
from pipeline.load import load

APP = Path(places.__file__).parent / "app.py"
NAMED_AS_THEIR_FILE = {"what_recurs", *(path.strip("/") for path in PATHS)}
Opened = Callable[..., AppTest]


@pytest.fixture(scope="session")
def shipped_builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped sources, loaded."""
    folder = tmp_path_factory.mktemp("builds")
    load([places.sources()], places.codebooks(), folder)
    return folder


@pytest.fixture(autouse=True)
def views_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of saved views of the test's own: that of the checkout is never touched."""
    file = tmp_path / "saved" / "views.toml"
    monkeypatch.setenv(places.VIEWS_VARIABLE, str(file))
    return file


@pytest.fixture
def opened(shipped_builds: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open the dashboard: `opened("evidence", source="pfd", factor=["suicide"])`."""
    monkeypatch.setenv(places.BUILD_VARIABLE, str(shipped_builds))

    def run(page: str = "what_recurs", **parameters: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=60)
        if page not in NAMED_AS_THEIR_FILE:
            app.run()  # only then is a page known whose address is not the name of its file
        for name, value in parameters.items():
            app.query_params[name.rstrip("_")] = value
        if page != "what_recurs":
            app.switch_page(f"views/{page}.py")
        app.run()
        assert not app.exception, app.exception
        return app

    return run
