"""The pages, and links to them that carry the reader's filters along."""

import streamlit as st

from dashboard.address import Address, encode

WHAT_RECURS = "What recurs?"
LAYERS = "Layers and patterns"
EVIDENCE = "Evidence"
REVIEWS = "Reviews"
CODEBOOK = "Codebook"
ABOUT = "About the data"

PAGES = {
    WHAT_RECURS: {"page": "views/what_recurs.py", "title": WHAT_RECURS, "default": True},
    LAYERS: {"page": "views/layers.py", "title": LAYERS, "url_path": "layers"},
    EVIDENCE: {"page": "views/evidence.py", "title": EVIDENCE, "url_path": "evidence"},
    REVIEWS: {"page": "views/reviews.py", "title": REVIEWS, "url_path": "reviews"},
    CODEBOOK: {"page": "views/codebook.py", "title": CODEBOOK, "url_path": "codebook"},
    ABOUT: {"page": "views/about.py", "title": ABOUT, "url_path": "about"},
}


def link(name: str, label: str, address: Address, icon: str | None = None) -> None:
    """Draw a link to a page at an address; it can be opened in a new tab too.

    A link is one step of the browser's history. To change the page from Python is two.
    """
    st.page_link(str(PAGES[name]["page"]), label=label, query_params=encode(address), icon=icon)


def open_page(name: str, address: Address) -> None:
    """Go to a page at an address, where what was used is not a link."""
    st.switch_page(str(PAGES[name]["page"]), query_params=encode(address))
