"""The balance of layers or of patterns: of all reviews together, or of groups of them."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import charts, theme
from dashboard.balance import Balance, as_recurrence, balances, judged
from dashboard.charts import balance as by_group
from dashboard.chosen import Chosen
from dashboard.database import estimated
from dashboard.estimates import TOO_FEW_REVIEWS, with_interval
from dashboard.sentences import IN_THE_SAME_REVIEW, NOT_CAUSED_BY
from dashboard.sentences import balance as words
from dashboard.views import place
from dashboard.views.parts import balance_table, downloads, empty
from dashboard.views.parts.appraised import one_appraisal
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.links import EVIDENCE, LAYERS, open_page
from dashboard.views.parts.matrix_key import matrix_key
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number, clicked
from dashboard.views.parts.settings import choose
from dashboard.views.parts.wide_chart import wide_chart
from queries.statement import Statement, compose

TOGETHER = "together"
MOST_GROUPS = 40
NO_FILTER = (
    "What is found in the reviews of one method cannot be listed by itself: there is no filter by "
    "method."
)


def draw(shown: str, chosen: Chosen, answer: DeltaGenerator) -> None:
    """Draw the balance.

    Args:
        shown: layers or patterns.
        chosen: the reader's choice.
        answer: where the answer in words stands.
    """
    kind = words.KINDS[shown]
    statement = compose(kind.question, chosen.selection)
    rows = estimated(statement, judged)
    if rows.empty:
        empty.no_finding(chosen)
        return
    if not chosen.choices[shown]:
        _not_there(shown, chosen, answer)
        return
    values = balances(rows)
    with answer:
        st.markdown(words.balance(values, kind.noun, kind.named), width=LINE)
        st.markdown(words.uncoded_share(values, kind.without), width=LINE)
        st.markdown(kind.caution, width=LINE)
    by = choose("by", "Reviews", _groupings(chosen), TOGETHER)
    if by == TOGETHER:
        _draw_together(rows, kind, chosen)
    else:
        statement = compose(kind.question, chosen.selection, by=by)
        rows = estimated(statement, judged)
        _draw_groups(rows, by, kind, chosen)
    st.caption(f"{words.NOT_LISTED} {NOT_CAUSED_BY}", width=LINE)
    grouping = _groupings(chosen)[by] if by != TOGETHER else ""
    balance_table.draw(statement, kind.noun, chosen, grouping)
    _take_away(kind, statement, chosen)


def _take_away(kind: words.Kind, statement: Statement, chosen: Chosen) -> None:
    """Draw the downloads and the SQL."""
    downloads.downloads(
        kind.question,
        LAYERS,
        statement,
        chosen,
        finish=with_interval,
        notices=(kind.caution, words.METHOD_DRIVES_MIX),
    )
    downloads.show_sql(statement)


def _groupings(chosen: Chosen) -> dict[str, str]:
    """Return what reviews can be grouped by here."""
    groupings = {
        TOGETHER: "All together",
        "agency": "By agency",
        "board": f"By {chosen.board_label[:1].lower()}{chosen.board_label[1:]}",
        "review_type": "By review type",
        "method": "By method",
    }
    if not chosen.choices["agencies"]:
        del groupings["agency"]
    return groupings


def _not_there(shown: str, chosen: Chosen, answer: DeltaGenerator) -> None:
    """Say that there is nothing to balance, and what can be looked at instead."""
    framework = chosen.labels["framework"][chosen.selection.framework or ""]
    why = {
        "layers": f"{words.no_layers(framework)} Read through another framework that has layers, a "
        "part of what was found may show where it lies.",
        "patterns": words.NO_PATTERNS,
    }
    answer.markdown(why[shown], width=LINE)
    if shown == "layers":
        st.button(
            "Look through another framework",
            key="look_through",
            on_click=place.set_page,
            kwargs={"show": "through"},
        )


def _draw_together(rows: pd.DataFrame, kind: words.Kind, chosen: Chosen) -> None:
    """Draw a dot with its interval for each layer or pattern, problems and strengths apart."""
    recurrence = as_recurrence(rows)
    event = clickable_chart(
        charts.factor_recurrence(recurrence, mode()),
        f"{kind.question} {place.arrivals()}",
        charts.factor_recurrence_alt_text(recurrence, kind.noun),
    )
    if mark := clicked(event):
        open_page(EVIDENCE, balance_table.behind(chosen, kind.noun, mark[0], mark[1]))
    choose_number(
        "Findings behind a number: choose it here, or click it in the chart",
        balance_table.numbers(balances(rows), kind.noun, chosen),
    )


def _draw_groups(rows: pd.DataFrame, by: str, kind: words.Kind, chosen: Chosen) -> None:
    """Draw a row for each group of reviews, for one appraisal."""
    values = _largest_first(balances(rows))
    appraised = one_appraisal({row.appraisal for row in values})
    st.markdown(words.between_groups(values, appraised), width=LINE)
    groups = list(dict.fromkeys(row.key for row in values))
    drawn = [row for row in values if row.key in groups[:MOST_GROUPS]]
    doors = balance_table.doors(drawn, by)
    hue = theme.appraisal_cue(appraised, mode()).colour
    matrix_key(mode(), hue, by_group.STEPS, ())
    event = wide_chart(
        by_group.balance(drawn, appraised, mode(), doors),
        f"{kind.question} {by} {appraised} {place.arrivals()}",
        by_group.alt_text(drawn, appraised),
    )
    if mark := clicked(event):
        address = balance_table.behind(chosen, kind.noun, mark[1], appraised, doors[mark[0]])
        open_page(EVIDENCE, address)
    choose_number(
        "Findings behind a number: choose it here, or click it in the chart",
        balance_table.numbers(
            [row for row in drawn if row.appraisal == appraised], kind.noun, chosen, doors
        ),
    )
    for caption in _captions(by, values, len(groups)):
        st.caption(caption, width=LINE)


def _largest_first(rows: list[Balance]) -> list[Balance]:
    """Return the groups with the most reviews first, and what is not recorded last."""
    return sorted(rows, key=lambda row: (not row.group_id, -row.reviews_selected, row.group))


def _captions(by: str, rows: list[Balance], groups: int) -> list[str]:
    """Return what must be known to read the table of groups."""
    captions = [
        f"No fill: fewer than {TOO_FEW_REVIEWS} reviews assessed, too few to give a share of. "
        f"{words.METHOD_DRIVES_MIX}"
    ]
    if groups > MOST_GROUPS:
        captions.append(f"Drawn are the {MOST_GROUPS} groups with the most reviews, of {groups:,}.")
    if any(row.attribution == "review" for row in rows):
        captions.append(IN_THE_SAME_REVIEW)
    if by == "method":
        captions.append(NO_FILTER)
    return captions
