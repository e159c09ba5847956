"""About the data: what they are, on what terms, and what may not be concluded from them."""

from dataclasses import replace

import streamlit as st

from dashboard.sentences import NOT_CAUSED_BY
from dashboard.views.chosen import chosen
from dashboard.views.parts import about_source, notes
from dashboard.views.parts.around import LINE

here = chosen()
st.title("About the data")
for source in here.sources:
    about_source.draw(source, replace(here.default, sources=(source.source_id,)), here)
st.header("How the numbers are counted")
st.markdown(
    f"""
- The unit is the review: a factor found five times in one review counts once.
- The number beside "of" is every selected review in which the factor could have been found: its
  framework was used on that review, and the factor existed then.
- Choosing an agency selects the reviews in which it was involved, not those in which something
  was found at it.
- A finding that two people coded counts once: by what they settled on together, else by what any
  of them found.
- 0 means assessed and not found. "Not assessed" means that nobody could have found it. "Not
  recorded" means that the source does not say.
- Shares carry a 95% interval (Wilson's method). With fewer than five reviews assessed, it is too
  few to tell.
- Reviews are not a sample of practice: a rising share can mean other cases, or closer coding.
- {NOT_CAUSED_BY}
""",
    width=LINE,
)
st.header("Notes")
notes.draw_notes(here)
