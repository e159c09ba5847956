"""The page When?, opened as a reader opens it: what it says, draws, lists, and where it leads."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import places
from dashboard.saved import Note, keep_note
from dashboard.sentences import count
from pipeline.load import load
from tests.dashboard.test_pages import APP, texts

SHORT = {
    "reviews.csv": """
        review_ref,review_type,practice_to,published_on
        R1,SAR,2018-05-01,2019-01-01
        R2,SAR,2019-05-01,2020-01-01
        R3,SAR,2020-05-01,2021-01-01
        R4,SAR,2021-05-01,2022-01-01
        R5,SAR,2022,2023
        R6,SAR,2021-06-01,2022-02-01
    """,
    "findings.csv": """
        finding_ref,review_ref,statement,appraisal
        F1,R1,Found,problem
        F2,R4,Found,problem
        F3,R3,Found,problem
    """,
    "finding_factors.csv": """
        finding_ref,factor
        F1,CF-TEA
        F2,CF-ROL
        F3,CF-CON
    """,
}


@pytest.fixture
def short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Open the dashboard on a source of six reviews: `short(periods="calendar_year")`."""
    source = tmp_path / "short"
    source.mkdir()
    for name, text in SHORT.items():
        lines = "\n".join(line.strip() for line in text.strip().splitlines())
        (source / name).write_text(lines, encoding="utf-8")
    settings = 'title = "Short"\nframeworks = ["scie-learning-together"]\nattribution = "coded"\n'
    (source / "source.toml").write_text(settings, encoding="utf-8")
    builds = tmp_path / "builds"
    loaded = load([source], places.codebooks(), builds)
    assert loaded.build is not None, loaded.examination
    monkeypatch.setenv(places.BUILD_VARIABLE, str(builds))

    def run(**parameters: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=60)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.switch_page("views/when.py").run()
        assert not app.exception, app.exception
        return app

    return run


def figure(app: AppTest) -> dict[str, Any]:
    [chart] = app.get("plotly_chart")
    return json.loads(chart.proto.spec)


def clickable(app: AppTest) -> list[tuple[list[str], str]]:
    """Return what each point carries and says."""
    return [
        (data, text)
        for trace in figure(app)["data"]
        if trace.get("customdata")
        for data, text in zip(trace["customdata"], trace["hovertext"], strict=True)
    ]


def n_of_n(text: str) -> tuple[int, int]:
    found = re.search(r": ([\d,]+) of ([\d,]+) \(", text)
    assert found, text
    return tuple(int(number.replace(",", "")) for number in found.groups())  # type: ignore[return-value]


def test_answers_in_a_sentence_with_the_basis_the_signals_and_the_counts(opened):
    said = texts(opened("when"))
    assert "By the period of publication, 6 of the 8 factors drawn show a signal of change" in said
    assert "A rise can be candour, closer coding or other cases." in said


def test_a_source_of_few_reviews_is_drawn_by_years_and_says_what_it_cannot_tell(opened):
    app = opened("when", source="anytown", show="one")
    said = texts(app)
    assert "By the period of practice," in said
    assert "whole periods are too few to tell whether it changed, since the NHS rules need" in said
    assert "may be incomplete: nine in ten of" in said
    assert "reviews stand in no period: their date of practice is not known" in said
    assert figure(app)["layout"]["xaxis"]["title"]["text"] == "Period of practice"


def test_a_source_that_ends_later_does_not_make_the_latest_periods_of_another_complete(opened):
    after = "Periods that end after 31 October 2020 may be incomplete"
    flags = {"framework": "dhrd-flags", "basis": "practice"}
    assert after in texts(opened("when", source="dhrd", **flags))
    # the coroners' reports go on to July 2025, and none of them is coded with these flags
    assert after in texts(opened("when", source=["pfd", "dhrd"], **flags))


def test_a_factor_is_not_assessed_before_it_began(opened):
    app = opened("when", factor=["suicide"], show="one")
    notes = [note["text"] for note in figure(app)["layout"]["annotations"]]
    assert any("not assessed before 1 January 2015" in note for note in notes)
    assert min(data[2] for data, _ in clickable(app)) == "2015-01-01"


@pytest.mark.parametrize(
    "parameters",
    [
        {"source": "pfd", "show": "one", "large": "railway"},
        {"source": "anytown", "show": "one"},
        {"source": "anytown", "show": "one", "periods": "financial_quarter", "basis": "published"},
        {"source": "dhrd", "show": "one", "large": "stalking"},
        {"source": "pfd", "show": "one", "from_": "2016-02-10", "to": "2019-11-20",
         "periods": "calendar_year"},
    ],
)  # fmt: skip
def test_a_point_that_is_clicked_opens_the_list_that_adds_up_to_it(opened, parameters):
    app = opened("when", **parameters)
    points = [(data, *n_of_n(text)) for data, text in clickable(app) if n_of_n(text)[0]]
    for data, found, of in (points[0], points[len(points) // 2], points[-1]):
        app = opened("when", **parameters)
        app.session_state[f"when one {data[0]} 1"] = {
            "selection": {"points": [{"customdata": data}]}
        }
        app.run()
        assert app.title[0].value == "Evidence"
        reviews = f"{found:,} of {count(of, 'review')}"
        assert f"{reviews} {'holds' if found == 1 else 'hold'} **" in texts(app)


def test_a_gap_that_is_clicked_opens_the_findings_of_the_day_that_ended_it(opened):
    parameters = {"source": "pfd", "show": "one", "large": "accident-at-work"}
    app = opened("when", **parameters)
    assert "too rare for a share, so the chart shows the days" in texts(app)
    gaps = clickable(app)
    assert len(gaps) == 34
    app.session_state["when one accident-at-work 1"] = {
        "selection": {"points": [{"customdata": gaps[-1][0]}]}
    }
    app.run()
    assert app.title[0].value == "Evidence"
    assert app.query_params["from"] == app.query_params["to"] == gaps[-1][0][2]
    assert len(app.dataframe[0].value) >= 1


def test_the_way_without_a_pointer_leads_to_the_same_list(opened):
    app = opened("when", source="pfd", show="one", large="railway")
    box = next(one for one in app.selectbox if one.label.startswith("Findings behind"))
    found, of = n_of_n(box.options[0])
    link = next(one for one in app.get("page_link") if one.proto.label == "Open its evidence")
    query = {name: values[0] for name, values in parse_qs(link.proto.query_string).items()}
    assert query["factor"] == "railway"
    parameters = {"from_" if name == "from" else name: value for name, value in query.items()}
    assert f"{found} of {of} reviews hold" in texts(opened("evidence", **parameters))


def test_settings_are_read_from_the_address_and_a_stale_one_is_said(opened):
    app = opened("when", source="anytown", show="one", appraised="strength", large="CF-TEA")
    assert "**Own team** was found as a strength" in texts(app)
    stale = opened("when", source="anytown", periods="fortnight")
    assert "The address sets periods to" in texts(stale)
    assert "**Own team**" in texts(opened("when", source="anytown", factor=["CF-TEA"]))


def entries(app: AppTest) -> list[str]:
    """Return what both lists say, as it is read."""
    said = [one.value.replace("\\", "").replace("**", "") for one in app.main.markdown]
    return [one for one in said if "; before, 0 of" in one or "; since, 0 of" in one]


def doors(app: AppTest) -> list[dict[str, list[str]]]:
    """Return where the links to evidence lead: the chart's first, then those of the lists."""
    return [
        parse_qs(link.proto.query_string)
        for link in app.get("page_link")
        if link.proto.label == "Open its evidence"
    ]


def test_what_is_new_and_what_was_not_seen_are_listed_each_with_its_0_of_n(short):
    app = short(periods="financial_year", basis="practice")
    assert "New in 2021/22 as a problem" in [one.value for one in app.header]
    assert "Not seen for 2 years as a problem" in [one.value for one in app.header]
    assert entries(app) == [
        "Aspects of role: 1 of 2 (too few to tell); before, 0 of 3 reviews (too few to tell)",
        "Own team: last in 2018/19; since, 0 of 5 reviews",
    ]
    *_, new, unseen = doors(app)
    assert (new["factor"], new["from"], new["to"]) == (["CF-ROL"], ["2021-04-01"], ["2022-03-31"])
    assert (unseen["factor"], unseen["from"]) == (["CF-TEA"], ["2019-04-01"])
    assert "latest periods may be incomplete" in texts(app)


def test_that_nothing_is_new_or_unseen_says_as_what_and_until_when(opened):
    app = opened("when", source="anytown", periods="financial_quarter", basis="published")
    assert (
        "Nothing: no factor that was found as a problem before, and was assessed in the 8 quarters "
        "to Q2 2026/27 (Jul-Sep), has gone unseen in them."
    ) in texts(app)
    assert "Nothing is new: no factor is found as a problem for the first time." in texts(app)


def test_the_years_of_what_was_not_seen_end_with_the_latest_period_of_the_reviews(short):
    app = short(periods="financial_year", basis="practice")
    assert "The 2 years are those that end with 2021/22." in texts(app)


def test_the_door_of_what_was_not_seen_says_0_of_n(short):
    *_, unseen = doors(short(periods="financial_year", basis="practice"))
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, values in unseen.items():
        app.query_params[name] = values
    app.switch_page("views/evidence.py").run()
    assert "0 of 5 reviews hold **Own team**" in texts(app)


def test_with_one_period_it_cannot_be_told_whether_anything_changed(short):
    said = texts(short(periods="calendar_year", basis="practice", **{"from": "2021-01-01"}))
    assert "whether they changed cannot be told" in said


def test_reviews_known_only_to_the_year_are_counted_and_stand_in_no_quarter(opened):
    said = texts(opened("when", source="dhrd", periods="financial_quarter"))
    found = re.search(r"([\d,]+) reviews stand in no period: their date of practice", said)
    assert found
    app = opened("when", source="dhrd", periods="calendar_year")
    assert "stand in no period" not in texts(app)
    assert "24 months after the practice: an assumption" in texts(app)


def test_without_dates_on_the_basis_the_page_says_so_and_what_to_do(opened):
    app = opened("when", source="dhrd", basis="published")
    assert "None of the 188 selected reviews has a date of publication" in texts(app)
    assert "Choose another kind of period" in texts(app)
    assert not app.get("plotly_chart")


def test_the_tables_hold_the_periods_and_the_history(opened):
    app = opened("when", source="pfd", show="one", large="suicide")
    periods, history = (one.value for one in app.dataframe)
    by_period = periods.set_index("Period")
    assert by_period.loc["Q4 2014/15 (Jan-Mar)", ["Found in", "Assessed"]].tolist() == [2, 70]
    assert by_period.loc["Q1 2013/14 (Apr-Jun)", "Note"].startswith("No reviews")
    assert "Not assessed" in by_period.loc["Q3 2014/15 (Oct-Dec)", "Note"]
    row = history.set_index("Factor").loc["Suicide (from 2015)"]
    assert row["First seen"].date() == date(2015, 3, 4)
    assert row["Longest gap"] == 1


@pytest.mark.parametrize("show", ["several", "one"])
def test_notes_stand_on_the_axis_of_time_with_the_numbers_of_their_list(opened, views_file, show):
    for on, text in ((date(1990, 1, 1), "Long ago."), (date(2019, 1, 1), "New categories.")):
        keep_note(views_file, Note(on, "change of coding", "Analyst", text))
    app = opened("when", source="pfd", show=show)
    names = [trace.get("name") for trace in figure(app)["data"]]
    drawn = figure(app)["data"][names.index("Numbers of notes")]
    assert set(drawn["text"]) == {"<b>2</b>"}
    assert "New categories." in texts(app)


def test_an_empty_page_says_which_filter_emptied_it(opened):
    app = opened("when", source="pfd", board="Dorset", from_="2013-01-01", to="2013-02-01")
    assert "It is the period that leaves none." in texts(app)
    layered = opened("when", source="anytown", layer="national", factor=["CF-TEA"])
    assert "fits the filters" in texts(layered)
