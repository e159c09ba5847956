"""The page Briefing, opened as a reader opens it: what it offers, says, shows and gives away."""

import base64
import shlex
from pathlib import Path
from typing import Any

import pytest
from lxml import html as reader
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from dashboard.briefing.publish import FORMATS
from dashboard.cli import app as shell
from dashboard.views.parts import briefing_files, briefing_preview
from tests.dashboard.test_pages import chips, texts

LATEST = {"pfd": "2025/26-Q1", "anytown": "2026/27-Q2"}


def shown(app: AppTest) -> str:
    """The briefing in the frame, as HTML."""
    [frame] = app.get("iframe")
    _, _, held = frame.proto.src.partition(";base64,")
    return base64.b64decode(held).decode("utf-8")


def heading(app: AppTest) -> str:
    """The heading of the briefing in the frame."""
    return reader.document_fromstring(shown(app)).xpath("//h1")[0].text_content()


def command(app: AppTest) -> str:
    """The command that makes the same."""
    return app.main.code[0].value


def choice(app: AppTest, name: str) -> Any:
    """A choice of the page."""
    return app.main.selectbox(key=f"setting_{name}")


@pytest.mark.parametrize("source", LATEST)
def test_the_latest_whole_quarter_is_shown_and_none_after_the_data_is_offered(opened, source):
    app = opened("briefing", source=source)
    assert choice(app, "quarter").value == LATEST[source]
    assert f"--quarter {LATEST[source]}" in command(app)
    offered = choice(app, "quarter").options
    assert offered[0] == {"pfd": "Q2 2025/26 (Jul-Sep), part period"}.get(
        source, "Q2 2026/27 (Jul-Sep)"
    )


def test_every_quarter_from_that_of_the_first_review_on_is_offered_latest_first(opened):
    by_publication = choice(opened("briefing", source="anytown"), "quarter").options
    by_practice = choice(opened("briefing", source="anytown", placed="practice"), "quarter").options
    assert by_publication[-1] == "Q3 2017/18 (Oct-Dec)"
    assert by_practice[-1] == "Q2 2017/18 (Jul-Sep)"
    assert len(set(by_publication)) == len(by_publication) == 36


def test_another_quarter_is_written_into_the_address_and_shown(opened):
    app = opened("briefing", source="anytown")
    assert heading(app) == "Quarterly briefing: Q2 2026/27 (Jul-Sep)"
    choice(app, "quarter").select("2024/25-Q2").run()
    assert app.query_params["quarter"] == "2024/25-Q2"
    assert heading(app) == "Quarterly briefing: Q2 2024/25 (Jul-Sep)"
    assert "27 reviews up to 30 September 2024" in shown(app)


def test_the_protective_marking_is_printed(opened):
    app = opened("briefing", source="anytown")
    assert "OFFICIAL" not in shown(app)
    choice(app, "marking").select("official-sensitive").run()
    assert app.query_params["marking"] == "official-sensitive"
    assert shown(app).count(">OFFICIAL-SENSITIVE</p>") == 2
    assert "--marking official-sensitive" in command(app)


def test_the_filters_of_the_sidebar_are_those_of_the_briefing(opened):
    app = opened("briefing", source="pfd", board="Dorset", from_="2015-01-01")
    assert len(chips(app)) == 2
    assert "--board Dorset" in command(app)
    assert "--from 2015-01-01" in command(app)
    assert "Coroner area: Dorset" in shown(app)


def test_the_end_of_a_period_gives_way_to_the_end_of_the_quarter(opened):
    said = "the end of the period in the sidebar, 31 December 2014, is not used here"
    app = opened("briefing", source="pfd", to="2014-12-31")
    assert said in texts(app)
    assert "--to " not in command(app)
    assert shown(app) == shown(opened("briefing", source="pfd"))
    assert "not used here" not in texts(opened("briefing", source="pfd"))


def test_reviews_are_placed_by_publication_unless_the_reader_chooses_practice(opened):
    app = opened("briefing", source="anytown")
    assert app.segmented_control(key="setting_placed").value == "published"
    assert "--basis published" in command(app)
    app.segmented_control(key="setting_placed").set_value("practice").run()
    assert app.query_params["placed"] == "practice"
    assert "--basis practice" in command(app)


def test_where_reviews_have_dates_of_one_kind_it_is_that_and_no_choice(opened):
    for source, basis, other in (
        ("dhrd", "practice", "published"),
        ("pfd", "published", "practice"),
    ):
        app = opened("briefing", source=source, basis=other)
        assert f"--basis {basis}" in command(app)
        assert "setting_placed" not in [one.key for one in app.main.segmented_control]


def test_a_period_that_is_meant_by_another_date_here_is_said_to_be(opened):
    said = "the period from 1 January 2020 is meant so too"
    assert said in texts(opened("briefing", source="anytown", from_="2020-01-01"))
    by_practice = {"source": "anytown", "from_": "2020-01-01", "placed": "practice"}
    assert said not in texts(opened("briefing", **by_practice))


def test_a_briefing_on_one_thing_asks_which_and_shows_nothing_before(opened):
    app = opened("briefing", source="anytown", template="seven-minutes")
    assert "Choose what it is about." in texts(app)
    assert not app.get("iframe")
    assert not app.get("download_button")
    choice(app, "one").select("CF-CON").run()
    assert heading(app) == "7-minute briefing: Conditions of work"
    assert "--template seven-minutes" in command(app)
    assert "--factor CF-CON" in command(app)


def test_the_one_factor_of_the_sidebar_is_what_a_briefing_on_one_thing_is_about(opened):
    app = opened("briefing", source="anytown", template="seven-minutes", factor="CF-TEA")
    assert heading(app) == "7-minute briefing: Own team"
    two = opened(
        "briefing", source="anytown", template="seven-minutes", factor=["CF-TEA", "CF-CON"]
    )
    assert len(choice(two, "one").options) == 3
    assert not two.get("iframe")


def test_a_briefing_on_one_review_takes_it_from_the_address_or_the_list(opened):
    seven = {"source": "anytown", "template": "seven-minutes", "about": "review"}
    app = opened("briefing", **seven)
    reviews = app.main.selectbox(key="briefing review")
    reference = reviews.options[0].partition(":")[0]
    reviews.select_index(0).run()
    assert app.query_params["review"] == reference
    assert heading(app) == f"7-minute briefing: Review {reference}"
    again = opened("briefing", source="anytown", template="seven-minutes", review=reference)
    assert heading(again) == heading(app)


def test_a_review_that_is_not_out_by_then_is_left_out_with_a_sentence(opened):
    seven = {"source": "anytown", "template": "seven-minutes", "review": "gone"}
    app = opened("briefing", **seven)
    assert '"gone" is not a review that is selected up to then.' in texts(app)
    assert not app.get("iframe")


def test_nothing_to_tell_is_said_with_what_to_do_and_no_file_is_offered(opened):
    early = {"source": "anytown", "quarter": "2017/18-Q3", "from_": "2025-01-01"}
    app = opened("briefing", **early)
    assert "No review fits these filters up to the end of Q3 2017/18 (Oct-Dec)" in texts(app)
    assert not app.get("download_button")
    assert not app.get("iframe")


def test_from_a_quarter_without_a_review_a_button_goes_to_the_first_that_has_one(opened):
    app = opened("briefing", source="pfd", from_="2020-01-01", quarter="2017/18-Q3")
    assert "--quarter" not in texts(app)
    [button] = [one for one in app.main.button if one.label.startswith("Show Q")]
    assert button.label == "Show Q4 2019/20 (Jan-Mar)"
    button.click().run()
    assert app.query_params["quarter"] == "2019/20-Q4"
    assert heading(app) == "Quarterly briefing: Q4 2019/20 (Jan-Mar)"


def test_a_briefing_on_a_review_and_a_factor_at_once_is_not_made(opened):
    both = {"template": "seven-minutes", "about": "review", "factor": "CF-TEA"}
    app = opened("briefing", source="anytown", review="ANY-2024-07", **both)
    assert "both are chosen. Take the factor or the review away." in texts(app)
    assert not app.get("download_button")


def test_a_quarter_that_is_not_offered_is_left_out_with_a_sentence(opened):
    app = opened("briefing", source="pfd", quarter="2040/41-Q1")
    assert 'The address sets quarter to "2040/41-Q1", which this page does not have.' in texts(app)
    assert choice(app, "quarter").value == LATEST["pfd"]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[bytes, str, str]]:
    """What each button gives away: its label -> the bytes, the name of the file, its type."""
    held: dict[str, tuple[bytes, str, str]] = {}

    def button(label: str, *, data: Any, file_name: str, mime: str, **_: Any) -> None:
        held[label] = (data(), file_name, mime)

    monkeypatch.setattr(briefing_files.st, "download_button", button)
    return held


def test_each_format_is_a_download_of_what_its_writer_writes(opened, given):
    app = opened("briefing", source="anytown", quarter="2024/25-Q2")
    formats = [f"Download {form.name}" for form in FORMATS.values()]
    assert list(given) == [*formats, "Download manifest"]
    held, name, mime = given["Download HTML"]
    assert held.decode("utf-8") == shown(app)
    assert (name, mime) == ("made-up-anytown-briefing-2024-25-q2-2026-09-30.html", "text/html")
    assert given["Download Markdown"][0].startswith(b"# Quarterly briefing: Q2 2024/25")


def test_the_command_of_the_page_writes_the_very_files_that_the_page_gives(
    opened, given, shipped_builds: Path, tmp_path: Path
):
    app = opened("briefing", source="anytown", quarter="2024/25-Q2", marking="official")
    words = shlex.split(command(app))
    written = CliRunner().invoke(
        shell, [*words[1:-1], str(tmp_path), "--build", str(shipped_builds)]
    )
    assert written.exit_code == 0, written.stderr
    page = {name: held for held, name, _ in given.values() if not name.endswith(".json")}
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*[!n]")} == page


def test_the_manifest_of_the_page_makes_every_file_that_the_page_gives(
    opened, given, shipped_builds: Path, tmp_path: Path
):
    opened("briefing", source="anytown", template="seven-minutes", factor="CF-CON")
    held, name, _ = given["Download manifest"]
    (tmp_path / name).write_bytes(held)
    arguments = ["--from-manifest", str(tmp_path / name), "--build", str(shipped_builds)]
    assert CliRunner().invoke(shell, ["briefing", *arguments]).exit_code == 0
    for one, called, _ in given.values():
        if called != name:
            assert (tmp_path / called).read_bytes() == one, called


def test_a_page_that_no_frame_would_show_is_not_shown_but_offered(opened, monkeypatch):
    monkeypatch.setattr(briefing_preview, "_LONGEST", 1000)
    app = opened("briefing", source="anytown")
    assert "too long to be shown here. Download it as HTML" in texts(app)
    assert not app.get("iframe")
    assert app.get("download_button")


def test_the_frame_has_a_name_and_no_way_into_the_dashboard(opened):
    [frame] = opened("briefing", source="anytown").get("iframe")
    assert frame.proto.alt == "Preview: Quarterly briefing, Q2 2026/27 (Jul-Sep)"
    assert frame.proto.src.startswith("data:text/html;charset=utf-8;base64,")
    assert not frame.proto.srcdoc
