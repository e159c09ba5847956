"""After action: did what was put right come back, and what was done about the others?"""

import streamlit as st

from dashboard.views.chosen import chosen
from dashboard.views.parts import empty, follow_ups, no_answers, responses
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.settings import choose

RESPONSES = "responses"
SHOWN = {
    "back": ("Did it come back?", follow_ups.draw),
    RESPONSES: ("Responses", responses.draw),
}
LABELS = {name: label for name, (label, _) in SHOWN.items()}

here = chosen()
st.title(AFTER_ACTION)
if not here.extent.reviews_selected:
    empty.no_review(here)
else:
    answer = st.container()  # the answer stands first, and rests on the settings beneath it
    has_actions = no_answers.has_actions(here)
    first = RESPONSES if no_answers.has_responses(here) and not has_actions else "back"
    shown = choose("show", "What to look at", LABELS, first)
    if shown != RESPONSES and not has_actions:
        with answer:
            no_answers.no_actions(here)
    else:
        _, draw = SHOWN[shown]
        draw(here, answer)
