"""Where things are: the codebooks and sources that come with Crossreview, and the builds."""

import os
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
BUILD_VARIABLE = "CROSSREVIEW_BUILD"


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
    if named:
        return Path(named)
    return (_ROOT if _is_checkout() else Path.cwd()) / "data" / "build"


def streamlit_home() -> Path:
    """Give the folder from which Streamlit is started: the one that holds our .streamlit."""
    return _ROOT if _is_checkout() else _ROOT / "dashboard"
