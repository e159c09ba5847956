"""After action: did what was put right come back, and what was done about the others?"""

import streamlit as st

from dashboard.address import SETTINGS
from dashboard.views.chosen import chosen
from dashboard.views.parts import (
    action_strength,
    empty,
    factor_timeline,
    follow_ups,
    no_answers,
    repeats,
    responses,
    tracker,
)
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.settings import choose

RESPONSES = "responses"
SHOWN = {
    "back": ("Did it come back?", follow_ups.draw),
    "timeline": ("Timeline of a factor", factor_timeline.draw),
    "repeats": ("Asked before?", repeats.draw),
    "strength": ("Strong enough?", action_strength.draw),
    "tracker": ("Action tracker", tracker.draw),
    RESPONSES: ("Responses", responses.draw),
}
OF_ONE_VIEW = tuple(name for name in SETTINGS if name != "show")
"""What is chosen within one of the views is not carried over to another."""
LABELS = {name: label for name, (label, _) in SHOWN.items()}

here = chosen()
st.title(AFTER_ACTION)
if not here.extent.reviews_selected:
    empty.no_review(here)
else:
    answer = st.container()  # the answer stands first, and rests on the settings beneath it
    has_actions = no_answers.has_actions(here)
    first = RESPONSES if no_answers.has_responses(here) and not has_actions else "back"
    shown = choose("show", "What to look at", LABELS, first, kind="pills", clears=OF_ONE_VIEW)
    if shown != RESPONSES and not has_actions:
        with answer:
            no_answers.no_actions(here)
    else:
        _, draw = SHOWN[shown]
        draw(here, answer)
