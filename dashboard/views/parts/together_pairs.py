"""Pairs of factors found in the same reviews: as a matrix or a network, and as a table."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import theme
from dashboard.address import Address
from dashboard.charts import network, pairs
from dashboard.chosen import Chosen
from dashboard.database import ask_table, estimated
from dashboard.estimates import FEWEST_TOGETHER, with_association
from dashboard.sentences import count, found_of, percent
from dashboard.sentences import together as sentences
from dashboard.together import Found, Pair, founds
from dashboard.together import pairs as pairs_of
from dashboard.views import place
from dashboard.views.parts import downloads, empty, together_table
from dashboard.views.parts.appraised import only_as
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import EVIDENCE, open_page
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number, clicked, evidence
from dashboard.views.parts.settings import choose
from dashboard.views.parts.wide_chart import scrolled_chart
from queries.selection import Selection
from queries.statement import compose

MINIMA = (2, FEWEST_TOGETHER, 5, 10, 20)
IN_ONE_REVIEW = (
    "Together means in the same review, not in the same finding. Where what two factors mean "
    "overlaps, they are together for that reason alone."
)
AT_LEAST = "Found together in at least"
AS_WHAT = {"problem": "as problems", "strength": "as strengths", "mixed": "as mixed findings"}


def least() -> int:
    """Draw the choice of the reviews in which both factors must be found."""
    options = {str(number): count(number, "review") for number in MINIMA}
    return int(choose("least", AT_LEAST, options, str(FEWEST_TOGETHER), kind="select"))


def draw(
    chosen: Chosen, selection: Selection, answer: DeltaGenerator, least: int, *, is_network: bool
) -> None:
    """Draw the pairs.

    Args:
        chosen: the reader's choice.
        selection: what is counted: the choice, with one appraisal only where the page says so.
        answer: where the sentence that answers the page's question stands.
        least: reviews in which both factors must be found.
        is_network: whether a network is drawn, or else a matrix.
    """
    statement = compose("factor_pairs", selection)
    looked_at = pairs_of(estimated(statement, with_association, least=1))
    shown = [pair for pair in looked_at if pair.reviews_with_both >= least]
    found = founds(ask_table("factor_found", selection))
    if not any(factor.reviews_with for factor in found):
        with answer:
            empty.no_finding(chosen)
        return
    if not shown:
        with answer:
            _nothing_to_show(selection, looked_at, least)
        return
    [as_what] = [AS_WHAT.get(one, "") for one in selection.appraisals] or [""]
    answer.markdown(sentences.found_together(looked_at, least, as_what), width=LINE)
    answer.caption(sentences.NOT_LEADING, width=LINE)
    event = _network(found, shown) if is_network else _matrix(found, shown, selection)
    if factors := clicked(event):
        open_page(EVIDENCE, _behind(chosen, selection, factors))
    _choose(chosen, selection, found if is_network else [], shown)
    st.caption(_read_as(found, shown, least, is_network=is_network), width=LINE)
    together_table.draw(shown)
    downloads.downloads(
        "factor_pairs",
        "Together?",
        statement,
        chosen,
        finish=partial(with_association, least=least),
        added=together_table.ASSOCIATION,
        notices=(sentences.NOT_LEADING, IN_ONE_REVIEW),
        narrowed=(*only_as(chosen, selection), f"{AT_LEAST}: {count(least, 'review')}"),
    )
    downloads.show_sql(statement)


def hue(selection: Selection) -> str:
    """Return the hue of what is counted: an appraisal's, where it is one only."""
    [appraisal] = selection.appraisals if len(selection.appraisals) == 1 else ["neutral"]
    return theme.appraisal_cue(appraisal, mode()).colour


def _matrix(found: list[Found], shown: list[Pair], selection: Selection) -> object:
    """Draw the pairs as a matrix; return what was clicked."""
    return scrolled_chart(
        pairs.pairs(found, shown, mode(), hue(selection)),
        f"pairs {place.arrivals()}",
        pairs.alt_text(found, shown),
    )


def _network(found: list[Found], shown: list[Pair]) -> object:
    """Draw the pairs as a network; return what was clicked."""
    return scrolled_chart(
        network.network(found, shown, mode()),
        f"network {place.arrivals()}",
        network.alt_text(found, shown),
    )


def _behind(chosen: Chosen, selection: Selection, factors: list[str]) -> Address:
    """Return the address of the findings of one factor, or of the reviews that hold both."""
    return evidence(
        chosen,
        every=len(factors) > 1,
        factors=tuple(factors),
        appraisals=selection.appraisals,
    )


def _choose(chosen: Chosen, selection: Selection, found: list[Found], shown: list[Pair]) -> None:
    """Draw the way to the evidence without a pointer."""
    in_pairs = {factor for pair in shown for factor in pair.factors}
    numbers = [
        (
            f"{pair.factor_a_label} with {pair.factor_b_label}: "
            f"{found_of(pair.reviews_with_both, pair.reviews_assessed)}",
            _behind(chosen, selection, list(pair.factors)),
        )
        for pair in shown
    ]
    numbers += [
        (
            f"{factor.label}: {found_of(factor.reviews_with, factor.reviews_assessed)}",
            _behind(chosen, selection, [factor.factor_id]),
        )
        for factor in found
        if factor.factor_id in in_pairs
    ]
    choose_number("Findings behind a number: choose it here, or click it in the chart", numbers)


def _read_as(found: list[Found], shown: list[Pair], least: int, *, is_network: bool) -> str:
    """Say how the chart is read."""
    if is_network:
        how = (
            "The larger a mark, the more reviews hold the factor; the wider a line, the more "
            f"hold both. {sentences.left_aside(found, shown, least)}"
        )
    else:
        how = (
            "A number is reviews in which both are found; an empty cell, fewer than "
            f"{count(least, 'review')}. The darker, the more of the reviews with either hold both: "
            f"up to {percent(pairs.darkest(shown))}. ▲ and a frame: more often together than by "
            "chance; ▼ and a frame: less often (q of 0.05 or less)."
        )
    return f"{how} {IN_ONE_REVIEW}"


def _nothing_to_show(selection: Selection, looked_at: list[Pair], least: int) -> None:
    """Say why no pair is shown, and offer what would show some."""
    if len(selection.factors) == 1:
        st.markdown("**One factor is chosen, and a pair needs two.**", width=LINE)
        st.button(
            "Take the factor away",
            key="empty factors",
            on_click=place.change,
            kwargs=empty.cleared(("factors",)),
        )
        return
    st.markdown(sentences.too_little_support(looked_at, least), width=LINE)
    most = looked_at[0].reviews_with_both if looked_at else 0
    if reached := [number for number in MINIMA if number <= most]:
        minimum = reached[-1]
        st.button(
            f"Show the pairs found together in {count(minimum, 'review')} or more",
            key="empty least",
            on_click=place.set_page,
            kwargs={"least": None if minimum == FEWEST_TOGETHER else str(minimum)},
        )
