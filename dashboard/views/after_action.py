"""After action: did what was put right come back, and what was done about the others?"""

import streamlit as st

from dashboard.views.chosen import chosen
from dashboard.views.parts import (
    action_strength,
    empty,
    factor_timeline,
    follow_ups,
    repeats,
    tracker,
)
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.settings import choose

SHOWN = {
    "back": ("Did it come back?", follow_ups.draw),
    "timeline": ("Timeline of a factor", factor_timeline.draw),
    "repeats": ("Asked before?", repeats.draw),
    "strength": ("Strong enough?", action_strength.draw),
    "tracker": ("Action tracker", tracker.draw),
}
LABELS = {name: label for name, (label, _) in SHOWN.items()}

here = chosen()
st.title(AFTER_ACTION)
if not here.extent.reviews_selected:
    empty.no_review(here)
else:
    answer = st.container()  # the answer stands first, and rests on the settings beneath it
    shown = choose("show", "What to look at", LABELS, "back")
    _, draw = SHOWN[shown]
    draw(here, answer)
