"""The pages, and links to them that carry the reader's filters along."""

from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import streamlit as st

from dashboard.address import Address, encode

WHAT_RECURS = "What recurs?"
WHERE = "Where?"
WHEN = "When?"
TOGETHER = "Together?"
LAYERS = "Which layers and patterns?"
ORDINARY_WORK = "Ordinary work too?"
AFTER_ACTION = "After action?"
COMPARE = "How do two differ?"
BRIEFING = "Briefing"
EVIDENCE = "Evidence"
REVIEWS = "Reviews"
CODEBOOK = "Codebook"
ABOUT = "About the data"

PAGES = {
    WHAT_RECURS: {"page": "views/what_recurs.py", "title": WHAT_RECURS, "default": True},
    WHERE: {"page": "views/where.py", "title": WHERE, "url_path": "where"},
    WHEN: {"page": "views/when.py", "title": WHEN, "url_path": "when"},
    TOGETHER: {"page": "views/together.py", "title": TOGETHER, "url_path": "together"},
    LAYERS: {"page": "views/layers.py", "title": LAYERS, "url_path": "layers"},
    ORDINARY_WORK: {"page": "views/ordinary.py", "title": ORDINARY_WORK, "url_path": "ordinary"},
    AFTER_ACTION: {
        "page": "views/after_action.py",
        "title": AFTER_ACTION,
        "url_path": "after_action",
    },
    COMPARE: {"page": "views/compare.py", "title": COMPARE, "url_path": "compare"},
    BRIEFING: {"page": "views/briefing.py", "title": BRIEFING, "url_path": "briefing"},
    EVIDENCE: {"page": "views/evidence.py", "title": EVIDENCE, "url_path": "evidence"},
    REVIEWS: {"page": "views/reviews.py", "title": REVIEWS, "url_path": "reviews"},
    CODEBOOK: {"page": "views/codebook.py", "title": CODEBOOK, "url_path": "codebook"},
    ABOUT: {"page": "views/about.py", "title": ABOUT, "url_path": "about"},
}
PATHS = {f"/{about.get('url_path', '')}": name for name, about in PAGES.items()}
"""The path of each page in the browser's address, and the page."""
_OF_STREAMLIT = ("embed", "embed_options")
"""Parameters that Streamlit keeps for itself, and refuses in a link."""


def link(name: str, label: str, address: Address, icon: str | None = None) -> None:
    """Draw a link to a page at an address; it can be opened in a new tab too.

    A link is one step of the browser's history. To change the page from Python is two.
    """
    st.page_link(str(PAGES[name]["page"]), label=label, query_params=encode(address), icon=icon)


def link_to(address: str, label: str, icon: str | None = None) -> None:
    """Draw a link to an address as it was written, such as "/evidence?source=pfd".

    What in it cannot be read any more is told on arrival, as in any other link.

    Args:
        address: path of one of the pages, and perhaps a query.
        label: what the link says, in Markdown.
        icon: what stands before it.
    """
    path, _, query = address.partition("?")
    parameters = {
        name: values
        for name, values in parse_qs(query).items()
        if name.lower() not in _OF_STREAMLIT
    }
    page = str(PAGES[PATHS[path]]["page"])
    st.page_link(page, label=label, query_params=parameters, icon=icon)


def written(name: str, address: Address) -> str:
    """Return a page's address as the browser shows it, after the name of the server."""
    path = next(path for path, page in PATHS.items() if page == name)
    query = urlencode(encode(address), doseq=True)
    return f"{path}?{query}" if query else path


def whole(name: str, address: Address) -> str:
    """Return a page's address with the server that the reader is at, to be sent."""
    here = st.context.url or ""
    path = urlsplit(here).path.rpartition("/")[0]
    return urljoin(here, path + written(name, address))


def open_page(name: str, address: Address) -> None:
    """Go to a page at an address, where what was used is not a link."""
    st.switch_page(str(PAGES[name]["page"]), query_params=encode(address))
