"""What is said where the chosen sources do not record what was done about their reviews."""

import streamlit as st

from dashboard.address import Address
from dashboard.chosen import Chosen, named
from dashboard.database import ask_rows
from dashboard.sentences import actions, bold, listed
from dashboard.views import place
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import AFTER_ACTION, link
from queries.selection import Selection


def has_actions(chosen: Chosen) -> bool:
    """Say whether the chosen sources record any recommendation or action."""
    [recorded] = ask_rows("answers_recorded", chosen.selection)
    return bool(recorded.recommendations or recorded.actions)


def has_responses(chosen: Chosen) -> bool:
    """Say whether the chosen sources record of any review whether it was responded to."""
    [recorded] = ask_rows("answers_recorded", chosen.selection)
    return bool(recorded.reviews_with_response_status)


def no_actions(chosen: Chosen) -> None:
    """Draw what to do where no recommendation or action is recorded."""
    titles = [source.title for source in chosen.sources]
    st.markdown(actions.not_recorded(titles), width=LINE)
    if has_responses(chosen):
        st.button(
            "See whether these reviews were responded to",
            key="see_responses",
            on_click=place.set_page,
            kwargs={"show": "responses"},
        )
    _links(chosen, "actions", "See what was done there")


def no_responses(chosen: Chosen) -> None:
    """Draw what to do where no response status is recorded."""
    st.markdown(
        f"**No responses are recorded** in {_titles(chosen)}, so whether anybody responded "
        "cannot be told. That is not the same as no answer. In reviews of your own, give each a "
        "`response_status`.",
        width=LINE,
    )
    _links(chosen, "reviews_with_response_status", "See the responses there")


def _titles(chosen: Chosen) -> str:
    """Return the titles of the chosen sources."""
    return listed([bold(source.title) for source in chosen.sources])


def _links(chosen: Chosen, recorded: str, label: str) -> None:
    """Draw a link to each other source that records such a thing."""
    what = "Responses" if recorded == "reviews_with_response_status" else "Actions"
    for source in ask_rows("sources", Selection()):
        one = Selection(sources=(source.source_id,))
        [answers] = ask_rows("answers_recorded", one)
        if source.source_id not in chosen.selection.sources and getattr(answers, recorded):
            # beside the link and not in it: a link does not break its line
            title = bold(named(source.title, source.is_made_up))
            st.markdown(f"{what} are recorded in {title}.", width=LINE)
            show = "responses" if what == "Responses" else None
            link(AFTER_ACTION, label, Address(one).with_settings(show=show))
