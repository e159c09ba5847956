"""What the parts of the bars of actions mean, in words that wrap on a telephone."""

import html
from collections.abc import Sequence

import streamlit as st

from dashboard import theme
from dashboard.charts.action_progress import Fill, fills
from dashboard.progress import WORDS

SWATCH = "display:inline-block;width:1.3em;height:.95em;margin-right:.4em;vertical-align:-.12em;"


def progress_key(words: Sequence[str], mode: theme.Mode) -> None:
    """Draw the key.

    Args:
        words: the words that are drawn, in the order of the parts.
        mode: "light" or "dark".
    """
    looks, text = fills(mode), theme.ground(mode).text
    parts = [
        f'<span style="white-space:nowrap;margin-right:1.2em"><span style="{SWATCH}'
        f'{_filled(looks[word])}"></span>{html.escape(WORDS[word])}</span> '
        for word in words
    ]
    style = f"font-size:.85rem;line-height:1.9;color:{text}"
    st.html(f'<div style="{style}">{"".join(parts)}</div>')


def _filled(look: Fill) -> str:
    """Return the style of a swatch."""
    hatched = f"repeating-linear-gradient(135deg,{look.hatch} 0 2px,{look.fill} 2px 6px)"
    ground = hatched if look.hatch else look.fill
    return f"background:{ground};border:{look.outline_width}px solid {look.outline}"
