"""The page that sets two sides side by side, over the shipped sources."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.test_pages import texts


def selectbox(app: AppTest, label: str) -> Any:
    """Return the list with a label."""
    return next(one for one in app.main.selectbox if one.label == label)


def options(app: AppTest, label: str) -> list[str]:
    """Return what can be chosen where several buttons stand side by side."""
    groups: Any = app.get("button_group")
    return [
        option.content for one in groups if one.label == label
        for option in one.proto.options
    ]  # fmt: skip


def counts(app: AppTest, factor: str) -> list[int]:
    """Return the counts of a factor in the table: found and assessed on either side."""
    row = app.dataframe[0].value.set_index("Factor").loc[factor]
    return row[["▶ found in", "▶ of", "◀ found in", "◀ of"]].tolist()


def choose_number(app: AppTest, words: str) -> None:
    """Choose a number by its words, as a reader without a pointer does."""
    numbers = next(one for one in app.main.selectbox if one.label.startswith("Findings behind"))
    named = next(one for one in numbers.options if one.startswith(words))
    numbers.set_value((named, None)).run()


def links(app: AppTest) -> list[str]:
    """Return where the links of a page lead, as far as their filters."""
    return [link.proto.query_string for link in app.get("page_link")]


def test_each_source_offers_what_it_has_two_of(opened):
    label = "What is compared"
    assert options(opened("compare", source="pfd"), label) == [
        *("Agencies", "Coroner area", "Periods"),
    ]
    assert options(opened("compare", source="dhrd"), label) == [
        *("Community safety partnership", "Periods"),
    ]
    assert options(opened("compare", source="anytown"), label) == [
        *("Agencies", "Types of review", "Periods"),
    ]


def test_the_two_with_the_most_reviews_are_set_side_by_side(opened):
    app = opened("compare", source="pfd", compare="boards")
    assert selectbox(app, "One side").value == "Greater Manchester South"
    assert selectbox(app, "The other side").value == "London Inner North"
    assert "Between **Greater Manchester South** and **London Inner North**" in texts(app)


def test_a_name_for_several_bodies_is_not_set_side_by_side_unasked(opened):
    app = opened("compare", source="pfd")
    assert "Other addressee (764)" in selectbox(app, "One side").options
    assert selectbox(app, "One side").value == "GOV-DHSC"


@pytest.mark.parametrize(
    ("compare", "side", "filters"),
    [
        ("boards", "Dorset", {"board": "Dorset"}),
        ("periods", "2018/19", {"from_": "2018-04-01", "to": "2019-03-31"}),
    ],
)
def test_a_side_has_the_numbers_of_what_recurs_with_its_filter(opened, compare, side, filters):
    app = opened("compare", source="pfd", compare=compare, one=side)
    alone = opened(source="pfd", **filters).dataframe[0].value.set_index("Factor")
    for factor in ("Suicide (from 2015)", "Mental Health related deaths"):
        assert counts(app, factor)[:2] == alone.loc[factor, ["Found in", "Assessed"]].tolist()


def test_the_evidence_of_a_side_adds_up_to_its_number(opened):
    app = opened("compare", source="pfd", compare="boards", one="Dorset", factor=["suicide"])
    found, assessed, *_ = counts(app, "Suicide (from 2015)")
    assert "source=pfd&board=Dorset&factor=suicide" in links(app)
    evidence = opened("evidence", source="pfd", board="Dorset", factor=["suicide"])
    said = texts(evidence)
    assert f"{found} of {assessed} reviews hold **Suicide (from 2015)**" in said


def test_the_evidence_of_an_agency_is_what_is_found_at_it(opened):
    app = opened("compare", source="anytown", one="POL", other="LA-CSC", factor=["CF-CON"])
    found, assessed, *_ = counts(app, "Conditions of work")
    assert 0 < found < assessed == 29
    address = "source=anytown&factor=CF-CON&appraisal=problem&found_at=POL"
    assert address in links(app)
    evidence = opened(
        "evidence", source="anytown", factor="CF-CON", appraisal="problem", found_at="POL"
    )
    assert evidence.dataframe[0].value["Review"].nunique() == found


def test_a_click_on_a_side_opens_its_findings(opened):
    app = opened("compare", source="anytown", one="POL", other="LA-CSC")
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    marks = [trace for trace in spec["data"] if trace.get("customdata")]
    assert {side for trace in marks for _, side in trace["customdata"]} == {"one", "other"}
    point = {"customdata": ["CF-CON", "other"]}
    app.session_state["comparison 1"] = {"selection": {"points": [point]}}
    app.run()
    assert app.title[0].value == "Evidence"
    assert app.query_params["found_at"] == "LA-CSC"
    assert app.query_params["factor"] == "CF-CON"


def test_agencies_in_the_same_reviews_are_not_said_to_be_separate(opened):
    said = texts(opened("compare", source="anytown", one="POL", other="LA-CSC"))
    assert "17 reviews are on both sides: of the 29 of Police and the 19 of" in said
    assert "takes the two sides as separate, and they are not" in said
    assert "not a ranking" in said


def test_agencies_known_only_from_the_review_are_named_so(opened):
    said = texts(opened("compare", source="pfd"))
    assert "It is not known whether the factor was found at them." in said
    assert "not known whether" not in texts(opened("compare", source="anytown"))


def test_a_part_period_is_marked_as_one(opened):
    said = texts(opened("compare", source="pfd", compare="periods"))
    assert "Between **2025/26 (part period)** and **2024/25**" in said
    assert "2025/26 is a part period" in said
    assert "Periods are by date of publication." in said


def test_a_period_is_seen_only_as_far_as_the_chosen_dates(opened):
    app = opened("compare", source="pfd", compare="periods", from_="2024-10-01")
    alone = opened(source="pfd", from_="2024-10-01", to="2025-03-31").dataframe[0].value
    whole = alone.set_index("Factor").loc["Suicide (from 2015)", ["Found in", "Assessed"]]
    assert selectbox(app, "The other side").value == "2024/25"
    assert counts(app, "Suicide (from 2015)")[2:] == whole.tolist()


def test_problems_and_strengths_are_compared_apart(opened):
    problems = opened("compare", source="anytown", one="POL", other="LA-CSC")
    strengths = opened("compare", source="anytown", one="POL", other="LA-CSC", appraised="strength")
    assert "as a problem" in texts(problems)
    assert "as a strength" in texts(strengths)
    assert counts(problems, "Conditions of work") != counts(strengths, "Conditions of work")


def test_factors_stand_by_the_size_of_their_difference_or_as_in_the_codebook(opened):
    by_size = opened("compare", source="anytown").dataframe[0].value
    sizes = by_size["Difference"].abs().round().tolist()
    assert sizes == sorted(sizes, reverse=True)
    by_codebook = opened("compare", source="anytown", factors_by="codebook").dataframe[0].value
    book = opened("codebook", source="anytown").dataframe[0].value
    assert by_codebook["Factor"].tolist() == book["label"].tolist()


def test_the_other_kind_of_comparison_takes_the_sides_away(opened):
    app = opened("compare", source="pfd", one="GOV-MOJ", other="NHS-ENG")
    next(one for one in app.get("button_group") if one.label == "What is compared").set_value(
        "boards"
    ).run()
    assert not app.exception
    assert "one" not in app.query_params
    assert "Between **Greater Manchester South**" in texts(app)


def test_both_sides_the_same_are_not_compared(opened):
    app = opened("compare", source="pfd", one="NHS-ENG", other="NHS-ENG")
    assert "Both sides are NHS England. Choose another for one of them." in texts(app)
    assert not app.get("plotly_chart")


def test_a_side_that_is_not_here_falls_back_with_a_sentence(opened):
    app = opened("compare", source="pfd", one="gone")
    assert 'The address sets one to "gone", which this page does not have.' in texts(app)
    assert selectbox(app, "One side").value == "GOV-DHSC"


def test_the_filter_of_the_sides_gives_way_to_them_in_words(opened):
    app = opened("compare", source="pfd", compare="boards", board="Dorset")
    assert "The filter on coroner area does not hold on this page" in texts(app)
    assert "Greater Manchester South (221)" in selectbox(app, "One side").options


def test_nothing_to_compare_is_said(opened):
    app = opened("compare", source="dhrd", board="Sheffield", region="Yorkshire and the Humber",
                 from_="2015-01-01", to="2015-12-31")  # fmt: skip
    assert not app.get("plotly_chart")
    assert "no two agencies" in texts(app) or "No review fits" in texts(app)


def test_both_statements_are_shown_and_one_where_one_counted_both(opened):
    app = opened("compare", source="pfd", compare="boards")
    assert len(app.code) == 2
    assert "'Greater Manchester South'" in app.code[0].value
    assert "'London Inner North'" in app.code[1].value
    assert len(opened("compare", source="pfd").code) == 1


def test_periods_whose_reviews_may_be_still_to_come_are_said_to_be_incomplete(opened):
    late = texts(opened("compare", source="anytown", compare="periods", one="2023/24"))
    assert "2023/24 and 2024/25 may be incomplete: reviews of practice so late" in late
    early = {"one": "2018/19", "other": "2017/18"}
    assert "may be incomplete" not in texts(
        opened("compare", source="anytown", compare="periods", **early)
    )
    by_publication = {"basis": "published", "one": "2025/26", "other": "2024/25"}
    assert "may be incomplete" not in texts(
        opened("compare", source="anytown", compare="periods", **by_publication)
    )
