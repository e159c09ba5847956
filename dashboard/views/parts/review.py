"""One review: what is known of it, its findings in order, what it asked for, what it shares."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.address import Address
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table
from dashboard.sentences import count, escaped
from dashboard.sentences.notices import IN_THIS_REVIEW
from dashboard.views import place
from dashboard.views.parts import answers_of_review, nearest_reviews
from dashboard.views.parts.around import LINE
from dashboard.views.parts.dates import known
from dashboard.views.parts.links import REVIEWS, whole
from dashboard.views.parts.words import named, text_of
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


def draw(address: Address, chosen: Chosen, back: str) -> None:
    """Draw the review that an address opens.

    Args:
        address: where the reader is.
        chosen: the reader's choice; the review need not be among the selected ones.
        back: words for the way back to the list.
    """
    st.button(
        back, icon=":material/arrow_back:", type="tertiary", on_click=_close, key="close review"
    )
    found = [
        row
        for row in ask_rows("review", chosen.selection, review=address.review)
        if address.review_source in (None, row.source_id)
    ]
    if not found:
        st.title("This review is not here")
        st.markdown(
            f"No review of the chosen sources has the reference {escaped(repr(address.review))}. "
            "It may belong to another source, or to another build.",
            width=LINE,
        )
    elif len(found) > 1:
        _say_which(found, chosen)
    else:
        _draw(found[0], chosen)


def _say_which(found: Sequence[Any], chosen: Chosen) -> None:
    """Let the reader say which of the reviews with one reference is meant: they are never mixed."""
    st.title("Which of these reviews?")
    st.markdown(
        f"{len(found)} of the chosen sources have a review with the reference "
        f"{escaped(repr(str(found[0].review_ref)))}. Each is a review of its own.",
        width=LINE,
    )
    for row in found:
        source = chosen.labels["sources"][row.source_id]
        to = place.address().opening(str(row.review_ref), row.source_id)
        label = ": ".join(filter(None, (source, text_of(row.title))))
        st.button(
            escaped(label),
            icon=":material/arrow_forward:",
            key=f"review of {row.source_id}",
            on_click=place.go,
            args=(to,),
        )


def _draw(review: Any, chosen: Chosen) -> None:
    """Draw one review.

    Args:
        review: a row of `review.sql`.
        chosen: the reader's choice.
    """
    of = replace(chosen.selection, sources=(review.source_id,))
    own = {"review": review.review_ref}
    st.title(escaped(text_of(review.title) or str(review.review_ref)))
    _facts(review, chosen, ask_rows("review_attributes", of, **own))
    _link(review)
    _findings(ask_rows("review_findings", of, **own), chosen)
    _agencies(ask_table("review_agencies", of, **own), chosen)
    answers_of_review.draw(review, chosen)
    nearest_reviews.draw(review, chosen)


def _facts(review: Any, chosen: Chosen, attributes: list[Any]) -> None:
    """Draw what is known of the review as a whole."""
    facts = {
        "Reference": text_of(review.review_ref),
        "Source": chosen.labels["sources"][review.source_id] if len(chosen.sources) > 1 else "",
        "Type": text_of(review.review_type_label),
        "Work reviewed": "Ordinary work" if review.is_ordinary_work else "",
        chosen.board_label: text_of(review.board),
        "Region": text_of(review.region),
        "Nation": text_of(review.nation),
        "Method": text_of(review.method),
        "About": text_of(review.population),
        "Outcome": text_of(review.outcome),
        **{
            label: known(getattr(review, name), text_of(getattr(review, f"{name}_precision")))
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
    link = text_of(review.link)
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
            if statement := text_of(row.statement):
                st.text(statement, width=LINE)
            if quotation := text_of(row.quotation):
                with st.container(border=True, width=LINE):
                    st.text(f"“{quotation.strip(QUOTES)}”")
            st.markdown(escaped(text_of(row.factors) or "No factor of this framework"), width=LINE)
            if meta := _beside(row):
                st.caption(escaped(meta), width=LINE)


def _beside(row: Any) -> str:
    """Return what stands beside a finding: where it is, whose account it is, who coded it."""
    page, coders = text_of(row.page), int(row.coders)
    return " · ".join(
        named(
            ("Other frameworks: ", text_of(row.other_factors)),
            ("Page ", page),
            ("", text_of(row.locator)),
            ("Pattern: ", text_of(row.pattern)),
            ("Account of: ", text_of(row.perspective)),
            ("Found at: ", text_of(row.found_at)),
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
        st.caption(IN_THIS_REVIEW)
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


def _close() -> None:
    """Go back to the list."""
    place.go(place.address().closing())
