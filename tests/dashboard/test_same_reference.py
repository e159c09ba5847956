"""Two sources with one reference, counted together: every way leads to the right review."""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner, Result

from dashboard import places
from dashboard.address import Address, encode
from dashboard.asking.opened import asker
from dashboard.asking.opened import opened as open_build
from dashboard.cli import app as cli
from dashboard.repeats import told
from dashboard.views.parts import finding_list
from pipeline.load import load
from queries.question import question
from queries.resolve import settle
from queries.selection import Selection
from queries.store import current_build
from tests.dashboard.same_reference import BOTH, SHARED, write_both
from tests.dashboard.test_pages import APP, texts

TOGETHER = {"source": list(BOTH)}
QUARTER = "2021/22-Q1"
Opened = Callable[..., AppTest]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two boards, loaded."""
    folder = tmp_path_factory.mktemp("same")
    load([write_both(folder / "sources")], places.codebooks(), folder / "build")
    return folder / "build"


@pytest.fixture
def opened(both: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open a page with both boards chosen."""
    monkeypatch.setenv(places.BUILD_VARIABLE, str(both))

    def run(page: str, **parameters: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=60)
        for name, value in (TOGETHER | parameters).items():
            app.query_params[name] = value
        app.switch_page(f"views/{page}.py").run()
        assert not app.exception, app.exception
        return app

    return run


def tick(app: AppTest, key: str, row: int) -> AppTest:
    """Tick a row of the list whose key begins so."""
    keys = app.session_state._state.filtered_state  # AppTest has no other list of them
    [whole] = [one for one in keys if one.startswith(key)]
    app.session_state[whole] = {"selection": {"rows": [row], "columns": []}}
    app.run()
    assert not app.exception, app.exception
    return app


def is_of(app: AppTest, source: str) -> bool:
    """Say whether the open review is that of one board, all of it and nothing else."""
    [other] = [name for name in BOTH if name != source]
    assert app.title[0].value == f"The first of {source}"
    said = "\n".join(one.value for one in app.main.text)
    assert f"{source.capitalize()} (made up)" in said
    assert f"Workload of {source}" in said
    assert f"By {source}" in said
    return other not in said.lower()


def where(query: str) -> dict[str, list[str]]:
    """Read where a link leads."""
    return parse_qs(query)


def links(app: AppTest, label: str) -> Iterator[dict[str, list[str]]]:
    """Where the links of a label lead."""
    for one in app.main.get("page_link"):
        if one.proto.label.replace("\\", "") == label:
            yield where(one.proto.query_string)


@pytest.mark.parametrize("source", BOTH)
@pytest.mark.parametrize("page", ["reviews", "evidence"])
def test_an_address_that_names_the_source_opens_the_review_of_that_source(opened, page, source):
    app = opened(page, review=SHARED, review_source=source)
    assert is_of(app, source)


@pytest.mark.parametrize("page", ["reviews", "evidence"])
def test_an_address_that_does_not_name_the_source_lets_the_reader_say_which(opened, page):
    app = opened(page, review=SHARED)
    assert app.title[0].value == "Which of these reviews?"
    assert not app.main.text
    for source in BOTH:
        again = opened(page, review=SHARED)
        button = again.button(key=f"review of {source}")
        assert (
            button.label.replace("\\", "")
            == f"{source.capitalize()} (made up): The first of {source}"
        )
        assert is_of(button.click().run(), source)


def test_a_reference_that_one_source_has_needs_no_source(opened):
    assert opened("reviews", review="SCR-03").title[0].value == "The second of south"


def test_a_source_that_does_not_hold_the_review_shows_no_other(opened):
    app = opened("reviews", review="SCR-03", review_source="north")
    assert app.title[0].value == "This review is not here"


def test_the_way_back_keeps_both_sources(opened):
    app = opened("reviews", review=SHARED, review_source="south")
    app.button(key="close review").click().run()
    assert app.title[0].value == "Reviews"
    assert dict(app.query_params) == {"source": ["north", "south"]}


@pytest.mark.parametrize(("row", "source"), [(2, "north"), (3, "south")])
def test_a_review_that_is_ticked_in_the_list_opens(opened, row, source):
    app = opened("reviews")
    assert list(app.dataframe[0].value["review_ref"]) == ["SCR-02", "SCR-03", SHARED, SHARED]
    assert is_of(tick(app, "reviews 1", row), source)


@pytest.mark.parametrize("source", BOTH)
def test_what_one_shares_with_another_opens_the_other(opened, source):
    [other] = [name for name in BOTH if name != source]
    app = opened("reviews", review=SHARED, review_source=source)
    [table] = [one.value for one in app.dataframe if "Shared factors" in one.value]
    assert len(table) == 3
    row = list(table["Title"]).index(f"The first of {other}")
    assert is_of(tick(app, f"nearest 1 {source} {SHARED}", row), other)


def test_a_finding_that_is_ticked_opens_its_review(opened, monkeypatch: pytest.MonkeyPatch):
    app = opened("evidence")
    key, listed = app.session_state["findings_listed"]
    for row, source in ((0, "north"), (3, "south")):
        rows = type("State", (), {"selection": type("Chosen", (), {"rows": [row]})})
        held = {"findings_listed": (key, listed), key: rows, "address": Address(Selection(BOTH))}
        monkeypatch.setattr("streamlit.session_state", held)
        finding_list._open()
        assert encode(held["address"]) == TOGETHER | {
            "review": [SHARED],
            "review_source": [source],
        }


LISTS = [
    ("after_action", {"show": "tracker", "tracked": "all"}, "tracker All actions", 1),
    ("after_action", {"show": "strength"}, "actions [", 1),
    ("after_action", {"show": "responses"}, "responses listed", 3),
    ("after_action", {"show": "timeline"}, "events ", 2),
    ("ordinary", {"show": "accounts"}, "differing", 1),
]


@pytest.mark.parametrize(("page", "parameters", "key", "row"), LISTS)
def test_a_row_of_any_other_list_opens_its_review(opened, page, parameters, key, row, went):
    tick(opened(page, **parameters), key, row)
    assert went == [TOGETHER | {"review": [SHARED], "review_source": ["south"]}]


NAMED = ["North", "South"]
WITH_A_LIST = [
    ("reviews", {}, "source", 4),
    ("reviews", {"review": SHARED, "review_source": "north"}, "Source", 3),
    ("evidence", {}, "Source", 6),
    ("after_action", {"show": "tracker", "tracked": "all"}, "Source", 2),
    ("after_action", {"show": "strength"}, "Source", 2),
    ("after_action", {"show": "responses"}, "source", 4),
    ("after_action", {"show": "timeline"}, "Source", 12),
    ("after_action", {"show": "back"}, "source", 2),
    ("after_action", {"show": "repeats"}, "Source", 2),
    ("ordinary", {"show": "accounts"}, "source", 2),
]


def with_sources(app: AppTest, column: str) -> list[pd.DataFrame]:
    """Return the lists of a page that show their sources, as they are shown."""
    found = []
    for one in app.main.dataframe:
        order = list(one.proto.column_order) or list(one.value)
        if column in order:
            found.append(one.value[order])
    return found


@pytest.mark.parametrize(("page", "parameters", "column", "rows"), WITH_A_LIST)
def test_a_list_of_several_sources_says_of_each_row_which_it_is_of(
    opened, page, parameters, column, rows
):
    [table] = with_sources(opened(page, **parameters), column)
    assert len(table) == rows
    titles = table[column].tolist()
    assert sorted(set(titles)) == NAMED
    said = table.drop(columns=[column]).fillna("").astype("str").agg(" ".join, axis=1).tolist()
    for title, row in zip(titles, said, strict=True):
        other = next(one for one in BOTH if one != title.lower())
        assert other not in row.lower(), row


@pytest.mark.parametrize(("page", "parameters", "column", "rows"), WITH_A_LIST)
def test_a_list_of_one_source_does_not_name_it_in_each_row(opened, page, parameters, column, rows):
    alone = {name: held for name, held in parameters.items() if name != "review_source"}
    app = opened(page, **{"source": "north"} | alone)
    assert app.main.dataframe
    assert not with_sources(app, column)


LISTED = [
    *("findings", "reviews", "responses", "actions", "recommendations", "findings_unanswered"),
    *("factor_timeline", "follow_ups", "not_followed", "accounts_differing"),
]


@pytest.mark.parametrize("name", LISTED)
def test_a_list_that_is_taken_away_holds_the_source_of_each_row(name):
    held = [column.name for column in question(name).columns]
    assert {"source_id", "review_ref"} <= set(held)


def test_what_is_asked_again_is_taken_away_with_the_source_of_both(both: Path):
    with open_build(current_build(both)) as connection:
        selection, _ = settle(connection, Selection(BOTH))
        table = told(asker(connection)("recommendations_compared", selection))
    assert table["source_id"].tolist() == table["earlier_source_id"].tolist()
    assert sorted(table["source_id"]) == sorted(BOTH)
    assert table["earlier_review_ref"].tolist() == [SHARED, SHARED]


@pytest.fixture
def went(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, list[str]]]:
    """Where a page sends its reader: the lists open another page."""
    to: list[dict[str, list[str]]] = []

    def switch(page: str, query_params: dict[str, list[str]]) -> None:
        kept = ("source", "review", "review_source")
        to.append({name: query_params[name] for name in kept if name in query_params})
        st.stop()

    monkeypatch.setattr("streamlit.switch_page", switch)
    return to


def test_a_mark_of_the_timeline_opens_its_review(opened, went):
    app = opened("after_action", show="timeline")
    [chart] = app.main.get("plotly_chart")
    traces = json.loads(chart.proto.spec)["data"]
    marks = next(trace["customdata"] for trace in traces if trace["name"] == "signed off")
    said = next(trace["hovertext"] for trace in traces if trace["name"] == "signed off")
    assert [one.rpartition("Review ")[2] for one in said] == ["SCR-01 (North)", "SCR-01 (South)"]
    for mark in marks:
        app.session_state["factor_timeline CF-CON  1"] = {
            "selection": {"points": [{"customdata": mark}]}
        }
        app.run()
        assert not app.exception, app.exception
    assert went == [TOGETHER | {"review": [SHARED], "review_source": [one]} for one in BOTH]


def test_the_links_of_the_timeline_and_of_what_is_asked_again_name_the_source(opened):
    app = opened("after_action", show="timeline")
    box = next(one for one in app.main.selectbox if one.label.startswith("Review behind"))
    [at] = [n for n, one in enumerate(box.options) if "signed off, SCR-01 (South)" in one]
    box.select_index(at).run()
    [to] = links(app, "Open the review")
    assert to == TOGETHER | {"review": [SHARED], "review_source": ["south"]}
    repeated = opened("after_action", show="repeats", one="south/R2")
    assert "10 January 2018 · R1 · South · the same words" in texts(repeated)
    [to] = links(repeated, f"Review {SHARED}")
    assert to == TOGETHER | {"review": [SHARED], "review_source": ["south"]}


def test_what_came_after_an_action_names_the_source_of_each_later_review(opened):
    said = texts(opened("after_action", show="back", action="south/A1")).replace("\\", "")
    assert "SCR-03 (South) · The second of south" in said


def test_an_action_leads_to_the_review_that_asked_for_it(opened):
    app = opened("after_action", show="back", action="south/A1")
    [to] = links(app, "Open the review that asked for it")
    assert to == TOGETHER | {"review": [SHARED], "review_source": ["south"]}


ON_ONE = {"template": "seven-minutes", "about": "review", "quarter": QUARTER}


def preview(app: AppTest) -> str:
    """The briefing that the page shows, as HTML."""
    [frame] = app.get("iframe")
    _, _, held = frame.proto.src.partition(";base64,")
    return base64.b64decode(held).decode("utf-8")


def test_a_briefing_on_one_review_is_chosen_from_a_list_that_names_the_source(opened):
    app = opened("briefing", **ON_ONE)
    reviews = app.main.selectbox(key="briefing review")
    assert reviews.options == [
        "SCR-02 (North): The second of north",
        "SCR-03 (South): The second of south",
        "SCR-01 (North): The first of north",
        "SCR-01 (South): The first of south",
    ]
    reviews.select_index(3).run()
    to = {name: app.query_params[name] for name in ("review", "review_source", "source")}
    assert to == {"review": SHARED, "review_source": "south", "source": list(BOTH)}
    told = preview(app)
    assert "Review SCR-01 (South)" in told
    assert "Workload of south" in told
    assert "Workload of north" not in told
    assert "in 4 of 4" in told  # of both sources


def test_the_command_that_the_page_gives_names_the_source_only_of_a_shared_reference(opened):
    shared = opened("briefing", **ON_ONE, review=SHARED, review_source="south")
    assert "--review SCR-01 --review-source south --source north" in shared.main.code[0].value
    alone = opened("briefing", **ON_ONE, review="SCR-03", review_source="south")
    assert "--review SCR-03 --source north" in alone.main.code[0].value
    assert "Review SCR-03<" in preview(alone)


def test_an_address_of_a_briefing_that_does_not_name_the_source_lets_the_reader_choose(opened):
    app = opened("briefing", **ON_ONE, review=SHARED)
    said = texts(app)
    assert '"SCR-01" is a review of North and of South. Choose the one that is meant.' in said
    assert "**Choose what it is about.**" in said
    assert app.main.selectbox(key="briefing review").value is None


@pytest.fixture
def write(both: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `crossreview briefing` on both boards; a traceback fails the test."""
    monkeypatch.setenv(places.BUILD_VARIABLE, str(both))

    def run(*arguments: object) -> Result:
        words = ["briefing", *map(str, arguments)]
        return CliRunner().invoke(cli, words, catch_exceptions=False)

    return run


TOGETHER_ON = (
    *("--template", "seven-minutes", "--quarter", QUARTER),
    *("--source", "north", "--source", "south"),
)


def test_the_command_for_a_briefing_on_one_review_says_which_sources_have_it(write, tmp_path: Path):
    refused = write(*TOGETHER_ON, "--review", "scr-01", "--out", tmp_path / "one.md")
    assert (refused.exit_code, refused.stderr) == (
        2,
        f'"{SHARED}" is a review of north and of south. '
        "Say which is meant: --review-source north or --review-source south\n",
    )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("source", BOTH)
def test_the_command_takes_the_source_of_the_one_and_counts_both(write, tmp_path: Path, source):
    out = tmp_path / "one.md"
    meant = ("--review", "scr-01", "--review-source", source)
    assert write(*TOGETHER_ON, *meant, "--out", out).exit_code == 0
    told = out.read_text(encoding="utf-8")
    [other] = [name for name in BOTH if name != source]
    assert f"Review SCR-01 ({source.capitalize()})" in told
    assert f"Workload of {source}" in told
    assert f"Workload of {other}" not in told
    assert "in 4 of 4" in told


def test_a_briefing_on_both_says_of_each_action_and_quotation_of_which_board_it_is(
    write, tmp_path: Path
):
    both, out = ("--source", "north", "--source", "south"), tmp_path / "all.md"
    assert write("--quarter", QUARTER, *both, "--out", out).exit_code == 0
    told = out.read_text(encoding="utf-8")
    assert "| A1 (North) | Conditions of work | Police | 1 October 2018 | SCR-02 (North) |" in told
    assert "| A1 (South) | Conditions of work | Police | 1 October 2018 | SCR-03 (South) |" in told
    assert write(*TOGETHER_ON, "--factor", "CF-CON", "--out", tmp_path / "one.md").exit_code == 0
    told = (tmp_path / "one.md").read_text(encoding="utf-8")
    assert "The first of north (SCR-01, North)" in told
    assert "The first of south (SCR-01, South)" in told


def test_the_manifest_holds_the_source_of_the_one_and_makes_it_again(write, tmp_path: Path):
    meant = ("--review", SHARED, "--review-source", "south")
    assert write(*TOGETHER_ON, *meant, "--out", tmp_path / "one.md").exit_code == 0
    manifest = tmp_path / "one.manifest.json"
    held = json.loads(manifest.read_bytes())
    assert (held["review"], held["review_source"]) == (SHARED, "south")
    assert "--review SCR-01 --review-source south" in held["command"]
    again = write("--from-manifest", manifest)
    assert again.exit_code == 0
    assert "one.md: the same, to the byte" in again.stderr
    manifest.write_text(json.dumps(held | {"review_source": None}), encoding="utf-8")
    refused = write("--from-manifest", manifest)
    assert (refused.exit_code, "Say which is meant" in refused.stderr) == (1, True)


def test_a_manifest_from_before_sources_were_named_is_followed(write, tmp_path: Path):
    out, manifest = tmp_path / "one.md", tmp_path / "one.manifest.json"
    assert write(*TOGETHER_ON, "--review", "SCR-03", "--out", out).exit_code == 0
    held = json.loads(manifest.read_bytes())
    assert held.pop("review_source") is None
    manifest.write_text(json.dumps(held), encoding="utf-8")
    assert "one.md: the same, to the byte" in write("--from-manifest", manifest).stderr


def test_the_files_of_both_bear_names_of_their_own(write, tmp_path: Path):
    for source in BOTH:
        meant = ("--review", SHARED, "--review-source", source)
        assert write(*TOGETHER_ON, *meant, "--out", tmp_path).exit_code == 0
    names = sorted(path.name for path in tmp_path.glob("*.md"))
    assert [f"scr-01-{source}" in name for source, name in zip(BOTH, names, strict=True)] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--review-source", "south"), "Name the review, or leave its source out."),
        (
            ("--review", SHARED, "--review-source", "west"),
            '"west" is not one of the chosen sources. There are: "north", "south".',
        ),
        (("--review", "SCR-03", "--review-source", "north"), '"SCR-03" is not a review of north.'),
    ],
)
def test_a_source_of_no_review_is_refused(write, tmp_path: Path, given, said):
    refused = write(*TOGETHER_ON, *given, "--out", tmp_path / "one.md")
    assert refused.exit_code == 2
    assert said in refused.stderr
