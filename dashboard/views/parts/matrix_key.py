"""What the fills and signs of a matrix mean, in words that wrap on a telephone."""

import html
from collections.abc import Sequence

import streamlit as st

from dashboard import theme

SWATCH = "display:inline-block;width:1.4em;height:1.1em;margin-right:.4em;vertical-align:-.2em;"
FRAMED = "padding:0 .3em;margin-right:.4em;font-size:.75rem;font-weight:700;"


def matrix_key(
    mode: theme.Mode,
    hue: str,
    steps: Sequence[str],
    signs: Sequence[tuple[str, str]] = (),
    unfilled: Sequence[str] = (),
) -> None:
    """Draw the key of a matrix.

    Args:
        mode: "light" or "dark".
        hue: the colour that the matrix is drawn in.
        steps: what each step of the hue stands for, from "none" on; as many as the hue has.
        signs: each sign of a cell that stands out, with what it stands for.
        unfilled: what each text of a cell without a fill stands for.
    """
    greys = theme.ground(mode)
    fills = [step.fill for step in theme.steps(hue, mode)]
    parts = [
        f'<span style="{SWATCH}background:{fill}"></span>{html.escape(words)}'
        for fill, words in zip(fills, steps, strict=True)
    ]
    parts += [
        f'<span style="{FRAMED}border:2px solid {greys.text}">{html.escape(sign)}</span>'
        f"{html.escape(words)}"
        for sign, words in signs
    ]
    parts += [
        f'<span style="color:{greys.muted}">{html.escape(words)}</span>' for words in unfilled
    ]
    kept = "".join(
        f'<span style="white-space:nowrap;margin-right:1.2em">{part}</span> ' for part in parts
    )
    st.html(f'<div style="font-size:.85rem;line-height:1.9;color:{greys.text}">{kept}</div>')
