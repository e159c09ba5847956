"""Where things are: what comes with Crossreview, the builds, and what readers saved."""

import os
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
BUILD_VARIABLE = "CROSSREVIEW_BUILD"
VIEWS_VARIABLE = "CROSSREVIEW_VIEWS"


def _is_checkout() -> bool:
    return (_ROOT / "data" / "codebooks").is_dir()


def codebooks() -> Path:
    """Give the folder of the codebooks: the checkout's, or the installed copy's own."""
    return _shipped() / "codebooks"


def sources() -> Path:
    """Give the folder of the sources that come with Crossreview."""
    return _shipped() / "sources"


def _shipped() -> Path:
    return _ROOT / "data" if _is_checkout() else _ROOT / "pipeline" / "shipped"


def builds() -> Path:
    """Give the folder of the builds: the one named in the environment, or data/build."""
    named = os.environ.get(BUILD_VARIABLE)
    return Path(named) if named else _own() / "build"


def views_file() -> Path:
    """Give the file of saved views and notes: the one named in the environment, or data/views.toml.

    It stands beside the builds and not in one, so that no load touches it.
    """
    named = os.environ.get(VIEWS_VARIABLE)
    return Path(named) if named else _own() / "views.toml"


def _own() -> Path:
    """Give the folder of what is made here: the checkout's, or one where Crossreview is run."""
    return (_ROOT if _is_checkout() else Path.cwd()) / "data"


def streamlit_home() -> Path:
    """Give the folder from which Streamlit is started: the one that holds our .streamlit."""
    return _ROOT if _is_checkout() else _ROOT / "dashboard"
