"""Responses on the page After action?: said, drawn and listed, and where they are not known."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import places
from dashboard.sentences.response_status import LESS_TIME, OF_THE_WHOLE
from pipeline.load import load
from tests.dashboard.test_pages import APP, texts

REPORTS = places.sources() / "pfd" / "reports.csv"


def reports() -> list[dict[str, str]]:
    """Read the file of the source itself."""
    with REPORTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(app: AppTest) -> Any:
    """The list of reviews: the last table of the page."""
    return app.dataframe[-1].value


def figure(app: AppTest) -> dict[str, Any]:
    """The one chart."""
    [chart] = app.get("plotly_chart")
    return json.loads(chart.proto.spec)


def options(app: AppTest) -> list[str]:
    """The numbers whose reviews can be listed by name."""
    [box] = [one for one in app.main.selectbox if one.label.startswith("Reviews behind")]
    return box.options


def test_a_source_that_records_responses_and_no_action_opens_on_them(opened):
    said = texts(opened("after_action", source="pfd"))
    assert "**In 760 of 2,869 reviews (26%)** the response is recorded as **overdue**" in said
    assert "in 1,677 as completed, in 391 as partial and in 41 as pending" in said
    assert OF_THE_WHOLE in said
    assert LESS_TIME in said


def test_the_totals_are_those_of_the_file_of_the_source(opened):
    in_file = Counter(row["response_status"] for row in reports())
    assert in_file == {"completed": 1677, "overdue": 760, "partial": 391, "pending": 41}
    for status, number in in_file.items():
        app = opened("after_action", source="pfd", status=status)
        assert f"**In {number:,} of 2,869 reviews" in texts(app)
        assert len(listed(app)) == number


def test_each_year_counts_as_the_file_does_and_a_part_year_is_marked(opened):
    table = opened("after_action", source="pfd").dataframe[0].value
    in_file = Counter((row["date_of_report"][-4:], row["response_status"]) for row in reports())
    shown = {(row["Period"], row["Status"].lower()): row["Reviews"] for _, row in table.iterrows()}
    assert {key: number for key, number in shown.items() if number} == in_file
    notes = dict(zip(table["Period"], table["Note"], strict=True))
    assert {year for year, note in notes.items() if "art period" in note} == {"2013", "2025"}
    assert notes["2025"] == "Part period, some have time left"
    assert table["Period"].iloc[0] == "2025"  # the latest first


def test_the_latest_quarter_with_a_pending_review_is_not_the_last_that_is_compared(opened):
    said = texts(opened("after_action", source="pfd", periods="financial_quarter"))
    assert "in 5 of 70 reviews (7%) of Q4 2024/25 (Jan-Mar): the first and the last whole" in said


@pytest.mark.parametrize("at", ["2014-01-01", "2025-01-01"])
def test_a_point_that_is_clicked_opens_the_list_that_adds_up_to_it(opened, at):
    app = opened("after_action", source="pfd")
    marks = [mark for trace in figure(app)["data"] for mark in trace.get("customdata") or []]
    [mark] = [one for one in marks if one[0] == "partial" and one[2] == at]
    app.session_state["responses period overdue 1"] = {
        "selection": {"points": [{"customdata": mark}]}
    }
    app.run()
    assert (app.query_params["status"], app.query_params["at"]) == ("partial", at)
    year = at[:4]
    expected = {
        row["report_id"]
        for row in reports()
        if row["date_of_report"].endswith(year) and row["response_status"] == "partial"
    }
    assert set(listed(app)["review_ref"]) == expected
    assert f"the {len(expected)} are listed" in texts(app)
    assert not app.get("plotly_chart")
    app.main.button(key="back_to_chart").click().run()
    assert "at" not in app.query_params
    assert app.get("plotly_chart")


def test_by_agency_those_with_the_most_reviews_come_first_and_none_of_few_is_drawn(opened):
    app = opened("after_action", source="pfd", by="agency")
    said = texts(app)
    assert OF_THE_WHOLE in said
    assert "**Department of Health and Social Care** in 66 of 380 (17%)" in said
    of = [
        int(text.rpartition("of ")[2].split(" ")[0])
        for trace in figure(app)["data"]
        for text in trace.get("text") or []
        if " of " in text and "(" in text
    ]
    assert len(of) == 25
    assert of == sorted(of, reverse=True)
    assert "Drawn are the 25 with the most reviews, of 185" in said
    assert "3 names may stand for several" in said


def test_a_number_of_an_agency_opens_its_reviews_without_a_pointer(opened):
    app = opened("after_action", source="pfd", by="agency")
    name = "NHS England: 55 of 276 (20%)"
    assert name in options(app)
    [box] = [one for one in app.main.selectbox if one.label.startswith("Reviews behind")]
    box.set_value("NHS-ENG").run()
    assert app.query_params["at"] == "NHS-ENG"
    assert "55 of 276 reviews (20%) that name **NHS England**; the 55 are listed" in texts(app)
    table = listed(app)
    assert len(table) == 55
    assert set(table["status"]) == {"Overdue"}
    assert table["agencies"].str.contains("NHS England").all()
    # beside the agencies stands what the status does not say, once in the answer, once at the list
    assert texts(app).count(OF_THE_WHOLE) == 1


def test_the_reviews_of_a_sector_add_up(opened):
    app = opened("after_action", source="pfd", by="agency", agencies_as="sector", at="police")
    assert "34 of 154 reviews (22%) that name **Police**" in texts(app)
    assert len(listed(app)) == 34


def test_a_filter_narrows_the_numbers_and_the_lists(opened):
    app = opened("after_action", source="pfd", agency="NHS-ENG", from_="2019-01-01")
    number = len(listed(app))
    expected = [
        row
        for row in reports()
        if "NHS England" in row["sent_to"].split(" | ")
        and row["date_of_report"][-4:] >= "2019"
        and row["response_status"] == "overdue"
    ]
    assert number == len(expected) > 0
    assert f"**In {number} of " in texts(app)


@pytest.mark.parametrize("source", ["anytown", "dhrd"])
def test_a_source_without_responses_says_so_and_leads_to_one_that_has_them(opened, source):
    app = opened("after_action", source=source, show="responses")
    said = texts(app)
    assert "**No responses are recorded** in **" in said
    assert "not the same as no answer" in said
    links = [
        one for one in app.main.get("page_link") if one.proto.label == "See the responses there"
    ]
    assert [one.proto.query_string for one in links] == ["source=pfd&show=responses"]
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_a_source_without_actions_says_so_and_leads_to_one_that_has_them(opened, source):
    app = opened("after_action", source=source, show="back")
    said = texts(app)
    assert "**No recommendations or actions are recorded** in **" in said
    assert "so what was done about what these reviews found cannot be told" in said
    links = [
        one for one in app.main.get("page_link") if one.proto.label == "See what was done there"
    ]
    assert [one.proto.query_string for one in links] == ["source=anytown"]
    assert not app.get("plotly_chart")
    buttons = [one for one in app.main.button if one.key == "see_responses"]
    assert len(buttons) == (source == "pfd")
    if buttons:
        buttons[0].click().run()
        assert "**In 760 of 2,869 reviews (26%)**" in texts(app)


def test_a_source_with_actions_opens_on_what_came_back(opened):
    assert "response" not in texts(opened("after_action", source="anytown")).lower()


def test_sources_together_count_only_what_is_recorded(opened):
    app = opened("after_action", source=["pfd", "dhrd"], show="responses")
    said = texts(app)
    assert "**In 760 of 2,869 reviews (26%)**" in said
    assert "No response status is recorded of 188 of the 3,057 reviews selected." in said


def test_a_selection_without_any_status_says_so(opened):
    app = opened("after_action", source=["pfd", "dhrd"], show="responses", review_type="DHR")
    assert "**No response status is recorded in the 188 selected reviews.**" in texts(app)


def test_a_value_of_another_view_is_left_out_and_said(opened):
    app = opened("after_action", source="pfd", status="in progress", at="POL")
    assert 'sets status to "in progress", which this page does not have' in texts(app)
    assert len(listed(app)) == 760


HOSTILE = "[x](javascript:alert(1)) $x$ **b**"


def test_statuses_that_no_codebook_knows_are_shown_as_they_are_spelt(tmp_path: Path, monkeypatch):
    source = tmp_path / "own"
    source.mkdir()
    (source / "source.toml").write_text(
        'title = "Own"\nframeworks = ["scie-learning-together"]\nattribution = "coded"\n'
    )
    (source / "reviews.csv").write_text(
        "review_ref,review_type,published_on\n"
        + "".join(f"R{n},SAR,2020-0{n}-01\n" for n in range(1, 8))
    )
    (source / "review_attributes.csv").write_text(
        "review_ref,name,value\n"
        + "".join(f'R{n},response_status,"{HOSTILE} {n}"\n' for n in range(1, 7))
    )
    builds = tmp_path / "builds"
    loaded = load([source], places.codebooks(), builds)
    assert loaded.build is not None, loaded.examination
    monkeypatch.setenv(places.BUILD_VARIABLE, str(builds))
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["show"] = "responses"
    app.switch_page("views/after_action.py").run()
    assert not app.exception, app.exception
    assert "In 1 of 6 reviews (17%)" in texts(app)
    assert "[x](javascript" not in "".join(one.value for one in app.main.markdown)
    assert f"{HOSTILE} 1" in listed(app)["status"].tolist()
