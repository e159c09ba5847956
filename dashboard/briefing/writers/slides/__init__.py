"""A briefing as slides: one message a slide, with a chart or a table that can be edited."""

from dashboard.briefing.writers.slides.show import to_pptx

__all__ = ["to_pptx"]
