"""Every page, opened as a reader opens it: what it says, and that it says it of every source."""

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import places
from pipeline.load import load

APP = Path(places.__file__).parent / "app.py"
PAGES = {
    "what_recurs": "What recurs?",
    "where": "Where?",
    "when": "When?",
    "layers": "Which layers and patterns?",
    "ordinary": "Ordinary work too?",
    "after_action": "After action?",
    "compare": "How do two differ?",
    "together": "Together?",
    "briefing": "Briefing",
    "evidence": "Evidence",
    "reviews": "Reviews",
    "codebook": "Codebook",
    "about": "About the data",
}
SOURCES = ("pfd", "dhrd", "anytown")


def texts(app: AppTest) -> str:
    """All that a page says in sentences, but for the sidebar."""
    kinds = (app.main.title, app.main.header, app.main.markdown, app.main.caption, app.main.text)
    said = "\n".join(element.value for kind in kinds for element in kind)
    return said.replace("\\", "")


def sidebar(app: AppTest) -> str:
    """All that the sidebar says in sentences."""
    return "\n".join(element.value for element in app.sidebar.markdown)


def chips(app: AppTest) -> list[str]:
    """The filters in force, as the reader sees them."""
    return [b.label.replace("\\", "") for b in app.main.button if (b.key or "").startswith("chip")]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_for_every_source(opened, page, source):
    app = opened(page, source=source)
    assert app.title[0].value == PAGES[page]
    assert "Data as at" in texts(app)


def test_opens_on_the_first_real_source_with_its_number_of_reviews(opened):
    app = opened()
    assert "**2,869 of 2,869 reviews**" in sidebar(app)
    assert app.sidebar.radio[0].value == "pfd"


def test_beside_the_framework_stands_how_many_selected_reviews_it_was_not_used_on(opened):
    def not_used_on(**parameters: str | list[str]) -> list[str]:
        captions = [one.value for one in opened(**parameters).sidebar.caption]
        return [caption for caption in captions if "this framework" in caption]

    [said] = not_used_on(source=["pfd", "dhrd"])
    assert said.startswith("188 of the 3,057 reviews were not assessed with this framework")
    assert not_used_on(source="pfd") == []


def test_sources_that_end_on_different_days_are_each_as_at_their_own(opened):
    said = texts(opened(source=["pfd", "dhrd"]))
    own = "31 July 2025 (Coroners' reports to prevent future deaths)"
    assert re.search(
        rf"Data as at {re.escape(own)} and .+ 20\d\d \(Domestic homicide reviews\) · loaded", said
    )
    assert "Data as at 31 July 2025 · loaded" in texts(opened(source="pfd"))


def test_a_made_up_source_is_named_so_in_the_choice_and_on_every_page(opened):
    choice = opened().sidebar.radio[0]
    assert [("made up" in label) for label in choice.options] == [False, False, True]
    for page in PAGES:
        assert "Made-up data" in opened(page, source="anytown").warning[0].value


def test_made_up_and_real_sources_together_are_refused_in_words(opened):
    app = opened(source=["pfd", "anytown"])
    assert app.title[0].value == "These cannot be counted together"
    assert "never counted together with real ones" in texts(app)


def test_with_no_source_left_the_last_one_stays_and_no_other_comes(opened):
    app = opened(source="anytown", factor="CF-CON")
    app.sidebar.checkbox(key="several_sources").check().run()
    app.sidebar.multiselect(key="choose_sources").set_value([]).run()
    assert app.sidebar.multiselect(key="choose_sources").value == ["anytown"]
    assert dict(app.query_params) == {"source": "anytown", "factor": "CF-CON"}
    assert "**40 of 40 reviews**" in sidebar(app)


def test_the_page_says_the_numbers_that_the_question_gives(opened):
    said = texts(opened())
    assert "1,168 of 2,869 reviews (41%; 95% interval 39% to 43%)" in said
    table = opened().dataframe[0].value.set_index("Factor")
    assert table.loc["Suicide (from 2015)", ["Found in", "Assessed"]].tolist() == [372, 2504]
    assert table.loc["Mental Health related deaths", "Found in"] == 306


def test_only_filters_with_something_to_choose_are_shown(opened):
    pfd = {widget.label for widget in opened().sidebar.multiselect}
    assert pfd == {"Coroner area", "Agency involved", "Factor"}
    anytown = {widget.label for widget in opened(source="anytown").sidebar.multiselect}
    assert {"Layer", "Underlying pattern", "Appraisal", "Review type"} <= anytown


def test_a_filter_that_is_used_is_counted_and_can_be_taken_away(opened):
    app = opened()
    app.sidebar.multiselect(key="choose_boards").select("Dorset").run()
    assert "**33 of 2,869 reviews**" in sidebar(app)
    assert chips(app) == ["Coroner area: Dorset"]
    assert "Left out: 2,836 reviews by coroner area." in texts(app)
    next(b for b in app.main.button if (b.key or "").startswith("chip")).click().run()
    assert "**2,869 of 2,869 reviews**" in sidebar(app)
    assert chips(app) == []


def test_a_filter_stays_when_the_page_changes(opened):
    app = opened(source="pfd", factor=["suicide"], from_="2015-01-01")
    app.switch_page("views/evidence.py").run()
    assert chips(app) == ["Factor: Suicide (from 2015)", "Published: from 1 January 2015"]
    assert "372 of 2,504 reviews hold **Suicide (from 2015)**; the 372 findings" in texts(app)


def test_a_link_that_is_followed_holds_whatever_a_filter_left_behind_says(opened):
    app = opened("compare", source="anytown", one="POL", factor=["CF-CON"])
    app.sidebar.text_input(key="choose_text").set_value("typed, and not yet sent")
    app.switch_page("views/evidence.py")
    app.query_params.clear()
    followed = {"source": "anytown", "factor": "CF-CON", "found_at": "LA-CSC"}
    app.query_params.update(followed)
    app.run()
    assert dict(app.query_params) == followed
    assert chips(app) == ["Factor: Conditions of work"]


def test_a_link_to_a_page_takes_along_the_choice_that_was_made_just_before(opened):
    app = opened(source="pfd", board="Dorset")
    app.sidebar.text_input(key="choose_text").set_value("hospital")
    app.switch_page("views/evidence.py")
    app.run()
    assert chips(app) == ["Coroner area: Dorset", "Text: “hospital”"]
    assert dict(app.query_params) == {"source": "pfd", "board": "Dorset", "text": "hospital"}


def test_what_is_used_before_the_browser_knows_the_last_choice_does_not_undo_it(opened):
    app = opened()
    app.sidebar.multiselect(key="choose_boards").select("Dorset").run()
    app.query_params.clear()  # a slow browser still sends the address from before
    number = next(one for one in app.main.selectbox if one.label.startswith("Findings behind"))
    number.set_value((number.options[1],)).run()
    assert chips(app) == ["Coroner area: Dorset"]
    assert dict(app.query_params) == {"source": "pfd", "board": "Dorset"}


def test_the_list_of_findings_adds_up_to_the_number(opened):
    app = opened("evidence", source="pfd", factor=["suicide"])
    listed = app.dataframe[0].value
    assert len(listed) == 372
    assert listed["Review"].nunique() == 372


def test_a_number_at_an_agency_is_of_the_reviews_in_which_it_was_involved(opened):
    at = {"source": "anytown", "appraisal": "problem", "found_at": "POL"}
    said = texts(opened("evidence", factor="CF-CON", **at))
    assert "4 of the 29 reviews in which Police was involved hold **Conditions of work**" in said
    said = texts(opened("evidence", layer="front-line", **at))
    assert "9 of the 29 reviews in which Police was involved hold a factor" in said
    said = texts(opened("evidence", source="pfd", factor="state-custody", found_at="GOV-HMPPS"))
    assert "64 of the 80 reviews in which HM Prison and Probation Service stands hold" in said


def test_an_agency_known_only_from_the_review_is_not_called_found_at(opened):
    app = opened("evidence", source="pfd", factor=["suicide"])
    assert "In the same review" in app.dataframe[0].value
    assert app.dataframe[0].value["Found at"].isna().all()
    assert "not known whether the factor was found at them" in texts(app)


def test_a_factor_that_was_not_assessed_is_not_said_to_be_absent(opened):
    app = opened("evidence", source="pfd", factor=["suicide"], to="2014-12-31")
    assert "**Suicide (from 2015)** was not assessed in any of the selected reviews." in texts(app)


def test_values_that_are_not_known_are_left_out_with_a_sentence(opened):
    app = opened(source=["pfd", "gone"], factor=["suicide", "nowhere"], framework="other")
    said = app.info[0].value.replace("\\", "")
    assert '"gone" is not a source here.' in said
    assert '"nowhere" is not a factor in the chosen sources.' in said
    assert '"other" is not a framework of the chosen sources.' in said
    assert chips(app) == ["Factor: Suicide (from 2015)"]


def test_an_empty_page_says_which_filter_emptied_it_and_offers_to_take_it_away(opened):
    app = opened(source="pfd", board="Dorset", from_="2013-01-01", to="2013-02-01")
    assert "It is the period that leaves none." in texts(app)
    app.main.button(key="empty period").click().run()
    assert "**33 of 2,869 reviews**" in sidebar(app)


def test_no_finding_says_which_filters_narrow_the_findings(opened):
    app = opened("evidence", source="pfd", text="no such words")
    assert "No finding of the 2,869 selected reviews fits the filters." in texts(app)
    assert app.main.button(key="empty text").label == "Take the text away"


def test_a_review_opens_from_its_address(opened):
    findings = opened("evidence", source="anytown").dataframe[0].value
    reference = findings["Review"].iloc[0]
    app = opened("evidence", source="anytown", review=reference)
    assert any(header.value.endswith("findings") for header in app.header)
    assert "Recommendations and actions" in [header.value for header in app.header]
    quotation = findings["Quotation"].dropna().iloc[0]
    assert f"“{quotation}”" in [text.value for text in app.main.text]
    app.main.button(key="close review").click().run()
    assert app.title[0].value == "Evidence"


def test_a_review_that_is_not_here_is_no_error(opened):
    app = opened("evidence", source="pfd", review="<b>gone</b>")
    assert app.title[0].value == "This review is not here"


def test_a_factor_that_is_clicked_opens_its_evidence(opened):
    app = opened(source="anytown")
    chart = app.get("plotly_chart")[0]
    marks = [trace for trace in json.loads(chart.proto.spec)["data"] if trace.get("customdata")]
    factor, appraisal = marks[1]["customdata"][0]
    point = {"customdata": [factor, appraisal]}
    app.session_state["recurrence 1"] = {"selection": {"points": [point]}}
    app.run()
    assert app.title[0].value == "Evidence"
    assert app.query_params["factor"] == factor
    assert app.query_params["appraisal"] == appraisal


def test_the_evidence_of_a_factor_is_a_link_that_carries_the_filters(opened):
    app = opened(source="pfd", board="Dorset")
    links = [link.proto.query_string for link in app.get("page_link")]
    assert "source=pfd&board=Dorset&factor=other" in links
    assert links.count("source=pfd&board=Dorset") == len(PAGES) + 1  # all pages, and the footer


def test_every_chart_and_table_has_a_text_of_its_own(opened):
    for page in PAGES:
        app = opened(page, source="anytown")
        shown = [*app.get("plotly_chart"), *app.dataframe, *app.get("iframe")]
        assert shown
        assert all(element.proto.alt for element in shown)


def test_the_sql_is_shown_with_the_values_in_it(opened):
    app = opened(source="pfd", board="Dorset")
    assert "'Dorset'" in app.code[0].value
    assert "$boards" not in app.code[0].value


def test_what_may_not_be_concluded_stands_beside_licence_and_citation(opened):
    said = texts(opened("about"))
    assert "not bodies at fault" in said
    assert "Open Government Licence" in said
    assert "1 coding of 3,976 names a factor that did not exist then" in said


def test_with_nothing_loaded_the_page_says_which_command_to_run(tmp_path, monkeypatch):
    monkeypatch.setenv(places.BUILD_VARIABLE, str(tmp_path))
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.exception
    assert app.title[0].value == "Nothing is loaded yet"
    assert app.code[0].value == "crossreview demo"


def test_a_new_load_is_noticed_at_the_next_click(tmp_path, monkeypatch):
    monkeypatch.setenv(places.BUILD_VARIABLE, str(tmp_path))
    load([places.sources() / "dhrd"], places.codebooks(), tmp_path)
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert "**188 of 188 reviews**" in sidebar(app)
    load([places.sources() / "anytown"], places.codebooks(), tmp_path)
    app.run()
    assert "**40 of 40 reviews**" in sidebar(app)
