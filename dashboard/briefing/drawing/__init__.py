"""The one static renderer: a figure as SVG or PNG, the same in every format that holds a picture.

Vega-Lite draws, and carries the letters itself: the same figure has the same bytes on any machine.
"""

from typing import Any

from dashboard.briefing.drawing.bars import bars
from dashboard.briefing.drawing.dots import dots
from dashboard.briefing.drawing.trend import trend
from dashboard.briefing.figures import Bars, Dots, Figure

_VERSION = "6.4"  # of Vega-Lite: fixed, so that a newer one changes no picture


def specification(figure: Figure, width: int) -> dict[str, Any]:
    """Return a figure as a specification of Vega-Lite.

    Args:
        figure: what to draw.
        width: in pixels; the height follows from what is drawn.
    """
    if isinstance(figure, Dots):
        return dots(figure, width)
    return bars(figure, width) if isinstance(figure, Bars) else trend(figure, width)


def as_svg(figure: Figure, width: int) -> str:
    """Draw a figure as SVG.

    Args:
        figure: what to draw.
        width: in pixels.
    """
    import vl_convert

    return vl_convert.vegalite_to_svg(specification(figure, width), vl_version=_VERSION)


def as_png(figure: Figure, width: int, scale: float) -> bytes:
    """Draw a figure as PNG.

    Args:
        figure: what to draw.
        width: in pixels, before it is scaled.
        scale: pixels of the picture for each of these: 2 serves for print.
    """
    import vl_convert

    spec = specification(figure, width)
    return vl_convert.vegalite_to_png(spec, vl_version=_VERSION, scale=scale)
