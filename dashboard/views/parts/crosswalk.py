"""What was found, read as another framework: what maps, by which relation, and what does not."""

from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import charts
from dashboard.address import Address
from dashboard.answers import rows_of
from dashboard.balance import problems_first
from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table, build, run_table
from dashboard.estimates import with_interval
from dashboard.sentences import NOT_CAUSED_BY, bold, count, found_of
from dashboard.sentences import crosswalk as words
from dashboard.views import place
from dashboard.views.parts import downloads, recurrence_table
from dashboard.views.parts.around import LINE
from dashboard.views.parts.clickable_chart import clickable_chart
from dashboard.views.parts.links import EVIDENCE, LAYERS, open_page
from dashboard.views.parts.mode import mode
from dashboard.views.parts.open_evidence import choose_number, clicked, evidence
from dashboard.views.parts.settings import choose, choose_several
from dashboard.views.parts.tables import HEADINGS, height_of_rows, said
from queries.statement import compose

FIRST_CHOICE = "scie-learning-together"
MOST_ROWS_SHOWN = 12
NAME = 230
OTHER_NAME = 190


def draw(chosen: Chosen, answer: DeltaGenerator) -> None:
    """Draw what was found through the framework that the reader chooses.

    Args:
        chosen: the reader's choice.
        answer: where the answer in words stands.
    """
    framework = chosen.labels["framework"][chosen.selection.framework or ""]
    frameworks = ask_rows("crosswalk_frameworks", chosen.selection)
    if not frameworks:
        answer.markdown(f"No chosen factor of {bold(framework)} reads as any other.", width=LINE)
        return
    through = _choose_framework(frameworks)
    relations = choose_several(
        "relations",
        "Relations that count",
        words.RELATIONS,
        words.USUAL,
        help=words.WHAT_RELATIONS_MEAN,
    )
    own = {"through": through, "relations": list(relations)}
    coverage = ask_table("crosswalk_coverage", chosen.selection, **own)
    statement = compose("crosswalk_recurrence", chosen.selection, **own)
    rows = problems_first(with_interval(run_table(build(), statement)))
    of_layers = ask_table("crosswalk_recurrence", chosen.selection, **own, each="layer")
    layers = problems_first(with_interval(of_layers))
    title = next(one.title for one in frameworks if one.framework_id == through)
    with answer:
        covered = words.coverage(coverage, framework, title)
        st.markdown(f"{covered} {words.WHAT_A_CODING_IS}", width=LINE)
        if not layers.empty:
            st.markdown(words.read_as(layers), width=LINE)
        if not chosen.choices["layers"] and not layers.empty:
            st.markdown(words.CIRCUMSTANCES, width=LINE)
        st.markdown(words.PROPOSED, width=LINE)
    _offer_others(coverage, relations)
    _draw_chart(layers, "layer", _sources(coverage, "through_layer"), chosen)
    if _drawn(rows) != _drawn(layers):
        _draw_chart(rows, "factor", _sources(coverage, "through_factor_id"), chosen)
    st.caption(f"{words.WHAT_RELATIONS_MEAN} {NOT_CAUSED_BY}", width=LINE)
    notices = (words.PROPOSED, words.WHAT_RELATIONS_MEAN)
    if _drawn(rows):
        read_first = rows.sort_values(
            "reviews_assessed", ascending=False, kind="stable", key=_is_read
        )
        recurrence_table.draw(_as_recurrence(read_first), chosen)
    downloads.downloads(
        "crosswalk_recurrence", LAYERS, statement, chosen, finish=with_interval, notices=notices
    )
    st.header("What reads as what")
    st.markdown(words.not_read(coverage), width=LINE)
    _draw_mappings(coverage, title)
    mappings = compose("crosswalk_coverage", chosen.selection, **own)
    downloads.downloads("crosswalk_coverage", LAYERS, mappings, chosen, notices=notices)
    downloads.show_sql(statement)


def _drawn(rows: pd.DataFrame) -> int:
    """Count the factors, or layers, of the other framework that something reads as."""
    return rows.loc[_is_read(rows["reviews_assessed"]), "through_id"].nunique()


def _is_read(reviews_assessed: Any) -> Any:
    """Say of each row whether anything reads as what it counts."""
    return reviews_assessed > 0


def _choose_framework(frameworks: list[Any]) -> str:
    """Draw the choice of the other framework; one with layers stands first."""
    ordered = sorted(
        frameworks, key=lambda one: (one.framework_id != FIRST_CHOICE, not one.has_layers)
    )
    options = {one.framework_id: one.title for one in ordered}
    return choose("through", "Read it through", options, next(iter(options)), kind="select")


def _offer_others(coverage: pd.DataFrame, relations: tuple[str, ...]) -> None:
    """Say what looser relations would add, and offer to count them."""
    if more := words.by_other_relations(coverage):
        st.caption(more, width=LINE)
        others = words.mapped(coverage).others
        st.button(
            "Count these too",
            key="count_others",
            on_click=place.set_page,
            kwargs={
                "relations": tuple(one for one in words.RELATIONS if one in (*relations, *others))
            },
        )


def _sources(coverage: pd.DataFrame, field: str) -> dict[str, tuple[str, ...]]:
    """Return the factors that read as each factor, or layer, of the other framework."""
    found: dict[str, dict[str, None]] = {}
    for row in rows_of(coverage):
        other = getattr(row, field)
        if row.is_counted and isinstance(other, str):
            found.setdefault(other, {})[row.factor_id] = None
    return {other: tuple(factors) for other, factors in found.items()}


def _as_recurrence(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows as those of `factor_recurrence.sql`."""
    return rows.rename(columns={"through_id": "factor_id"})


def _draw_chart(
    rows: pd.DataFrame, noun: str, sources: dict[str, tuple[str, ...]], chosen: Chosen
) -> None:
    """Draw the layers or factors that something reads as, and the way to what stands behind."""
    assessed = _as_recurrence(rows.query("reviews_assessed > 0"))
    if assessed.empty:
        return
    if noun == "layer":
        assessed = assessed.assign(layer_label=None)
    st.header(f"By {noun}")
    event = clickable_chart(
        charts.factor_recurrence(assessed, mode()),
        f"crosswalk {noun} {place.arrivals()}",
        charts.factor_recurrence_alt_text(assessed, noun),
    )
    if mark := clicked(event):
        open_page(EVIDENCE, evidence(chosen, None, mark[1], factors=sources[mark[0]]))
    choose_number(
        f"Findings behind a {noun}: choose it here, or click it in the chart",
        _numbers(assessed, sources, chosen),
    )
    nothing = rows.loc[~_is_read(rows["reviews_assessed"]), "through_id"].nunique()
    if nothing:
        others = f"another {count(nothing, noun)}" if nothing > 1 else f"one other {noun}"
        st.caption(f"Nothing reads as {others}: not assessed, and so not drawn.", width=LINE)


def _numbers(
    rows: pd.DataFrame, sources: dict[str, tuple[str, ...]], chosen: Chosen
) -> list[tuple[str, Address]]:
    """Return each number with findings behind it in words, with their address."""
    choices = []
    for row in rows_of(rows):
        if row.reviews_with:
            as_what = f", {row.appraisal}" if chosen.has_appraisals else ""
            number = found_of(int(row.reviews_with), int(row.reviews_assessed))
            address = evidence(chosen, None, row.appraisal, factors=sources[row.factor_id])
            choices.append((f"{row.label}{as_what}: {number}", address))
    return choices


def _draw_mappings(coverage: pd.DataFrame, title: str) -> None:
    """Draw the table of what reads as what."""
    text = st.column_config.TextColumn
    columns = {
        "label": text("Factor", width=NAME),
        "codings": st.column_config.NumberColumn(
            "Codings",
            format="localized",
            width=66,
            help="Findings of the selected reviews that hold it",
        ),
        "through_label": text("Reads as", width=OTHER_NAME),
        "through_layer_label": text("In layer", width=110),
        "relation": text("Relation", width=74),
        "counted": text("Counted", width=74),
        "standing": text("Standing", width=84),
    }
    named: Any = coverage["through_label"]
    counts: Any = coverage["is_counted"]
    table = coverage.assign(
        through_label=named.fillna("Nothing"),
        counted=counts.map({True: "Yes", False: "No"}).where(named.notna()),
    )
    row = height_of_rows(table, {"label": NAME, "through_label": OTHER_NAME})
    st.dataframe(
        table,
        hide_index=True,
        column_order=said(table, columns),
        column_config=columns,
        row_height=row,
        height=min(len(table), MOST_ROWS_SHOWN) * row + HEADINGS,
        placeholder="",
        alt=f"Each factor with what it reads as in {title}",
    )
