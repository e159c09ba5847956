"""One review: what is known of it, its findings in order, what it asked for, what it shares."""

from dataclasses import replace
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Address
from dashboard.database import ask_rows, ask_table
from dashboard.sentences import after_action, count, escaped
from dashboard.views import place
from dashboard.views.chosen import Chosen
from dashboard.views.parts import nearest_reviews
from dashboard.views.parts.around import LINE
from dashboard.views.parts.dates import known
from dashboard.views.parts.links import AFTER_ACTION, REVIEWS, link, whole
from queries.selection import Selection

FACTS_BESIDE = 3
QUOTES = "“”\"' "
_DATES = {
    "Practice from": "practice_from",
    "Practice to": "practice_to",
    "Incident": "incident_on",
    "Commissioned": "commissioned_on",
    "Completed": "completed_on",
    "Published": "published_on",
}


def draw(reference: str, chosen: Chosen, back: str) -> None:
    """Draw the review.

    Args:
        reference: the source's own reference of the review.
        chosen: the reader's choice; the review need not be among the selected ones.
        back: words for the way back to the list.
    """
    st.button(
        back, icon=":material/arrow_back:", type="tertiary", on_click=_close, key="close review"
    )
    found = ask_rows("review", chosen.selection, review=reference)
    if not found:
        st.title("This review is not here")
        st.markdown(
            f"No review of the chosen sources has the reference {escaped(repr(reference))}. "
            "It may belong to another source, or to another build.",
            width=LINE,
        )
        return
    review = found[0]
    of = replace(chosen.selection, sources=(review.source_id,))
    own = {"review": review.review_ref}
    st.title(escaped(_text(review.title) or str(review.review_ref)))
    _facts(review, chosen, ask_rows("review_attributes", of, **own))
    _link(review)
    _findings(ask_rows("review_findings", of, **own), chosen)
    _agencies(ask_table("review_agencies", of, **own), chosen)
    every = replace(chosen.default, sources=of.sources, framework=chosen.selection.framework)
    _recommendations(
        ask_rows("review_recommendations", of, **own), ask_rows("follow_ups", every, **own)
    )
    nearest_reviews.draw(str(review.review_ref), chosen)


def _facts(review: Any, chosen: Chosen, attributes: list[Any]) -> None:
    """Draw what is known of the review as a whole."""
    facts = {
        "Reference": _text(review.review_ref),
        "Type": _text(review.review_type_label),
        "Work reviewed": "Ordinary work" if review.is_ordinary_work else "",
        chosen.board_label: _text(review.board),
        "Region": _text(review.region),
        "Nation": _text(review.nation),
        "Method": _text(review.method),
        "About": _text(review.population),
        "Outcome": _text(review.outcome),
        **{
            label: known(getattr(review, name), _text(getattr(review, f"{name}_precision")))
            for label, name in _DATES.items()
        },
    }
    for row in attributes:
        name = str(row.name).replace("_", " ").capitalize()
        facts[name] = "; ".join(filter(None, (facts.get(name), str(row.value))))
    pairs = [(label, value) for label, value in facts.items() if value]
    for first in range(0, len(pairs), FACTS_BESIDE):
        row = pairs[first : first + FACTS_BESIDE]
        for column, (label, value) in zip(st.columns(FACTS_BESIDE), row, strict=False):
            with column.container(gap=None):
                st.caption(escaped(label))
                st.text(value)
    link = _text(review.link)
    if link.startswith(("https://", "http://")):
        st.link_button("Read the review", link, icon=":material/open_in_new:")


def _link(review: Any) -> None:
    """Draw the address of this page without the reader's filters, to be copied."""
    address = Address(
        Selection(sources=(review.source_id,), framework=place.address().selection.framework),
        review=str(review.review_ref),
    )
    with st.expander("Link to this review", icon=":material/link:", type="compact", width=LINE):
        st.code(whole(REVIEWS, address), language=None, wrap_lines=True)


def _findings(findings: list[Any], chosen: Chosen) -> None:
    """Draw every finding of the review, coded or not, in its own order."""
    st.header(count(len(findings), "finding"))
    for row in findings:
        with st.container(gap="xsmall"):
            about = [f"Finding {row.position}"]
            if chosen.has_appraisals:
                about.append(str(row.appraisal).capitalize())
            st.markdown(f"**{escaped(' · '.join(about))}**")
            if statement := _text(row.statement):
                st.text(statement, width=LINE)
            if quotation := _text(row.quotation):
                with st.container(border=True, width=LINE):
                    st.text(f"“{quotation.strip(QUOTES)}”")
            st.markdown(escaped(_text(row.factors) or "No factor of this framework"), width=LINE)
            if meta := _beside(row):
                st.caption(escaped(meta), width=LINE)


def _beside(row: Any) -> str:
    """Return what stands beside a finding: where it is, whose account it is, who coded it."""
    page, coders = _text(row.page), int(row.coders)
    return " · ".join(
        _named(
            ("Other frameworks: ", _text(row.other_factors)),
            ("Page ", page),
            ("", _text(row.locator)),
            ("Pattern: ", _text(row.pattern)),
            ("Account of: ", _text(row.perspective)),
            ("Found at: ", _text(row.found_at)),
            ("", f"coded by {coders} coders" if coders > 1 else ""),
        )
    )


def _agencies(agencies: pd.DataFrame, chosen: Chosen) -> None:
    """Draw the agencies, with how they had to do with the review."""
    if agencies.empty:
        return
    st.header("Agencies")
    if chosen.is_coded_to_agencies:
        columns = ["agency_label", "involvement", "findings_at"]
    else:
        columns = ["agency_label", "involvement"]
        st.caption("They stand in this review. It is not known whether anything was found at them.")
    st.dataframe(
        agencies,
        hide_index=True,
        column_order=columns,
        column_config={
            "agency_label": st.column_config.TextColumn("Agency", width="large"),
            "involvement": "Involvement",
            "findings_at": "Findings at it",
        },
        alt="The agencies of this review",
        width=LINE,
    )


def _recommendations(rows: list[Any], follow_ups: list[Any]) -> None:
    """Draw what the review asked for, what was done about it, and whether the factor came back."""
    if not rows:
        return
    st.header("Recommendations and actions")
    for _, group in groupby(rows, key=lambda row: row.recommendation_ref):
        actions = list(group)
        first = actions[0]
        with st.container(gap="xsmall"):
            st.text(_text(first.recommendation) or str(first.recommendation_ref), width=LINE)
            asked = _named(
                ("", str(first.recommendation_ref)),
                ("", _text(first.kind)),
                ("to ", _text(first.addressed_to)),
                ("made ", known(first.made_on, "day")),
            )
            st.caption(escaped(" · ".join(asked)), width=LINE)
            for row in actions:
                _action(row, [one for one in follow_ups if one.action_ref == row.action_ref])


def _action(row: Any, follow_ups: list[Any]) -> None:
    """Draw one action, if there is one, and what came after it."""
    if not _text(row.action_ref):
        st.caption("No action is recorded.")
        return
    with st.container(border=True, width=LINE, gap="xsmall"):
        st.text(_text(row.action) or str(row.action_ref))
        done = _named(
            ("Action of ", _text(row.owner_label)),
            ("", _text(row.action_type)),
            ("strength: ", _text(row.strength)),
            ("", _text(row.status)),
            ("due ", known(row.due_on, "day")),
            ("completed ", known(row.completed_on, "day")),
            ("signed off ", known(row.signed_off_on, "day")),
        )
        st.caption(escaped(" · ".join(done)))
        for one in follow_ups:
            st.markdown(f"{after_action.place(one)}: {after_action.one(one)}")
        if follow_ups:
            address = place.address().elsewhere().with_settings(action=str(row.action_ref))
            address = address.with_selection(sources=(follow_ups[0].source_id,))
            link(AFTER_ACTION, "The later reviews", address, icon=":material/arrow_forward:")


def _named(*parts: tuple[str, str]) -> list[str]:
    """Return each text that is not empty, after its name."""
    return [name + text for name, text in parts if text]


def _text(value: Any) -> str:
    """Return a cell as text; empty where nothing stands."""
    return "" if value is None or pd.isna(value) else str(value)


def _close() -> None:
    """Go back to the list."""
    place.go(replace(place.address(), review=None))
