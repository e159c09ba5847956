"""The command `briefing`, as somebody at a terminal, or a timetable, meets it."""

import hashlib
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from dashboard import places
from dashboard.briefing.publish import FORMATS
from dashboard.cli import app
from queries.store import current_build

SEVEN = ("--template", "seven-minutes")
ANYTOWN = ("--source", "anytown", "--quarter", "2024/25-Q2")


@pytest.fixture
def write(shipped_builds: Path, monkeypatch: pytest.MonkeyPatch):
    """Run `crossreview briefing` on the shipped sources; a traceback fails the test."""
    monkeypatch.setenv(places.BUILD_VARIABLE, str(shipped_builds))

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(app, ["briefing", *map(str, arguments)], catch_exceptions=False)

    return run


def test_it_writes_the_file_and_its_manifest_and_names_them(write, tmp_path: Path):
    out = tmp_path / "briefing.md"
    result = write(*ANYTOWN, "--out", out)
    manifest = tmp_path / "briefing.manifest.json"
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [str(out), str(manifest)]
    assert out.read_text(encoding="utf-8").startswith("# Quarterly briefing: Q2 2024/25")
    named = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    assert named == {"briefing.md": hashlib.sha256(out.read_bytes()).hexdigest()}


def test_it_tells_how_far_it_has_come(write, tmp_path: Path):
    said = write(*ANYTOWN, "--out", tmp_path / "b.md").stderr.splitlines()
    assert any(re.fullmatch(r"Counting \d+ of \d+: What recurs", line) for line in said)
    assert said[-1] == "Writing Markdown"


def test_a_folder_takes_every_format(write, tmp_path: Path):
    result = write(*ANYTOWN, "--out", tmp_path / "new" / "folder")
    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "new" / "folder").iterdir()} == {
        f"made-up-anytown-briefing-2024-25-q2-2026-09-30.{suffix}"
        for suffix in (*FORMATS, "manifest.json")
    }


def test_the_quarter_that_is_not_named_is_the_last_whole_one_of_the_data(write, tmp_path: Path):
    for source, quarter in (("anytown", "Q2 2026/27"), ("pfd", "Q1 2025/26")):
        out = tmp_path / f"{source}.md"
        assert write("--source", source, "--out", out).exit_code == 0
        assert f"# Quarterly briefing: {quarter}" in out.read_text(encoding="utf-8")


def test_reviews_are_placed_by_publication_where_the_sources_have_it(write, tmp_path: Path):
    for source, basis in (("anytown", "published"), ("pfd", "published"), ("dhrd", "practice")):
        out = tmp_path / f"{source}.md"
        write("--source", source, "--quarter", "2017/18-Q4", "--out", out)
        held = json.loads(out.with_suffix(".manifest.json").read_text(encoding="utf-8"))
        assert held["selection"]["basis"] == basis


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_manifest_makes_the_same_file_to_the_byte(write, tmp_path: Path, suffix: str):
    out = tmp_path / f"briefing.{suffix}"
    write(*ANYTOWN, "--board", "Anytown Safeguarding Partnership", "--out", out)
    first = out.read_bytes()
    out.unlink()
    result = write("--from-manifest", tmp_path / "briefing.manifest.json")
    assert result.exit_code == 0
    assert out.read_bytes() == first
    assert result.stderr.splitlines()[-1] == f"briefing.{suffix}: the same, to the byte"


def test_a_manifest_that_is_followed_elsewhere_writes_there(write, tmp_path: Path):
    out, other = tmp_path / "briefing.md", tmp_path / "again.md"
    write(*ANYTOWN, "--out", out)
    write("--from-manifest", tmp_path / "briefing.manifest.json", "--out", other)
    assert other.read_bytes() == out.read_bytes()


def test_a_file_that_is_not_the_same_is_said_and_written_only_elsewhere(write, tmp_path: Path):
    out = tmp_path / "briefing.md"
    write(*ANYTOWN, "--out", out)
    manifest = tmp_path / "briefing.manifest.json"
    held = json.loads(manifest.read_text(encoding="utf-8"))
    held["files"]["briefing.md"] = "0" * 64
    manifest.write_text(json.dumps(held), encoding="utf-8")
    before = manifest.read_bytes()
    result = write("--from-manifest", manifest)
    assert result.exit_code == 1
    assert "briefing.md: not the same as it was" in result.stderr.splitlines()
    assert "Nothing was written. Name another place" in result.stderr
    assert manifest.read_bytes() == before
    assert write("--from-manifest", manifest, "--out", tmp_path / "again.md").exit_code == 0


def test_a_file_that_somebody_has_edited_is_not_written_over(write, tmp_path: Path):
    out = tmp_path / "briefing.md"
    write(*ANYTOWN, "--out", out)
    out.write_text("What the board has added", encoding="utf-8")
    result = write("--from-manifest", tmp_path / "briefing.manifest.json")
    assert (result.exit_code, "was changed since it was written" in result.stderr) == (1, True)
    assert out.read_text(encoding="utf-8") == "What the board has added"


def test_what_was_edited_since_is_not_written_over_by_the_same_command_either(
    write, tmp_path: Path
):
    out = tmp_path / "briefing.md"
    write(*ANYTOWN, "--out", out)
    out.write_text("What the board has added", encoding="utf-8")
    result = write(*ANYTOWN, "--marking", "official", "--out", out)
    assert (result.exit_code, f'"{out}" was changed since it was written.' in result.stderr) == (
        1,
        True,
    )
    assert out.read_text(encoding="utf-8") == "What the board has added"
    out.unlink()
    assert write(*ANYTOWN, "--marking", "official", "--out", out).exit_code == 0


def test_another_format_of_the_same_briefing_leaves_the_first_in_the_manifest(
    write, tmp_path: Path
):
    text, page = tmp_path / "briefing.md", tmp_path / "briefing.html"
    manifest = tmp_path / "briefing.manifest.json"

    def named() -> list[str]:
        return list(json.loads(manifest.read_bytes())["files"])

    write(*ANYTOWN, "--out", text)
    write(*ANYTOWN, "--out", page)
    assert named() == ["briefing.html", "briefing.md"]
    again = write("--from-manifest", manifest)
    assert [name for name in named() if f"{name}: the same, to the byte" in again.stderr] == named()
    text.write_text("What the board has added", encoding="utf-8")
    assert write(*ANYTOWN, "--out", page).exit_code == 0
    assert write(*ANYTOWN, "--out", text).exit_code == 1
    text.unlink()
    write(*ANYTOWN, "--marking", "official", "--out", page)
    assert named() == ["briefing.html"]


def test_no_other_briefing_of_that_name_makes_the_manifest_forget_what_was_edited(
    write, tmp_path: Path
):
    text, page = tmp_path / "briefing.md", tmp_path / "briefing.html"
    other = (*ANYTOWN, "--marking", "official")
    write(*ANYTOWN, "--out", text)
    text.write_text("What the board has added", encoding="utf-8")
    result = write(*other, "--out", page)
    assert f'"{text}" was changed since it was written.' in result.stderr
    assert (result.exit_code, page.exists()) == (1, False)
    assert write(*other, "--out", text).exit_code == 1
    assert text.read_text(encoding="utf-8") == "What the board has added"


def test_what_nobody_has_edited_is_written_anew(write, tmp_path: Path):
    out = tmp_path / "briefing.md"
    write(*ANYTOWN, "--out", out)
    assert write(*ANYTOWN, "--marking", "official", "--out", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("**OFFICIAL**")
    (tmp_path / "briefing.manifest.json").write_text("no manifest", encoding="utf-8")
    assert write(*ANYTOWN, "--out", out).exit_code == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"selection": {"sources": ["nowhere"]}}, '"nowhere" is not a source here.'),
        ({"selection": {"sources": ["anytown", "pfd"]}}, "never counted together with real ones"),
        ({"selection": {"sources": [], "framework": "pfd-category"}}, "Its filters are not those"),
        ({"selection": {"basis": None}}, "basis must be practice or published."),
        (
            {"selection": {"period_to": "2020-01-01"}},
            "Its filters are not those that a briefing is",
        ),
        ({"selection": {"framework": "none"}}, '"none" is not a framework of the chosen sources.'),
        ({"selection": {"factors": ["none"]}}, '"none" is not a factor in the chosen sources.'),
        ({"selection": {"colour": "red"}}, '"colour" is not a filter.'),
        ({"review": "ANY-2024-07"}, "This template is about a quarter as a whole"),
        ({"review": "nobody"}, '"nobody" is not a review of anytown.'),
        ({"quarter": "2031/32-Q1"}, "Nothing is known yet of Q1 2031/32 (Apr-Jun)"),
        ({"quarter": "2010/11-Q1"}, "The first that does came out in Q3 2017/18 (Oct-Dec)."),
        ({"template": {"about": "one"}}, "neither is chosen."),
    ],
)
def test_what_was_edited_into_a_manifest_is_never_counted(
    write, tmp_path: Path, changed: dict, said: str
):
    write(*ANYTOWN, "--out", tmp_path / "briefing.md")
    manifest = tmp_path / "briefing.manifest.json"
    held = json.loads(manifest.read_text(encoding="utf-8"))
    for name, value in changed.items():
        held[name] = {**held[name], **value} if isinstance(value, dict) else value
    manifest.write_text(json.dumps(held), encoding="utf-8")
    result = write("--from-manifest", manifest, "--out", tmp_path / "again.md")
    assert (result.exit_code, said in result.stderr) == (1, True), result.stderr
    assert "cannot be followed: " in result.stderr
    assert "--quarter" not in result.stderr
    assert not (tmp_path / "again.md").exists()


def test_a_manifest_that_is_not_there_says_which_file_it_is(write, tmp_path: Path):
    result = write("--from-manifest", tmp_path / "none.manifest.json")
    assert result.exit_code == 1
    assert 'Name the file that ends in ".manifest.json"' in result.stderr


def test_a_manifest_of_a_build_that_is_gone_says_what_to_load(write, tmp_path: Path):
    write(*ANYTOWN, "--out", tmp_path / "briefing.md")
    manifest = tmp_path / "briefing.manifest.json"
    result = write("--from-manifest", manifest, "--build", tmp_path)
    assert result.exit_code == 1
    assert "is not in" in result.stderr
    files = json.loads(manifest.read_text(encoding="utf-8"))["sources"][0]["files"]
    for file in files:
        assert re.search(rf"anytown/{file['file']} +SHA-256 {file['sha256']}", result.stderr)


def test_the_command_on_the_last_page_makes_the_same(write, tmp_path: Path):
    out = tmp_path / "briefing.md"
    write(*ANYTOWN, "--agency", "Police", "--text", "it's $5 & <more>", "--out", out)
    write(*ANYTOWN, "--agency", "Police", "--from", "2019", "--out", out)
    held = json.loads((tmp_path / "briefing.manifest.json").read_text(encoding="utf-8"))
    words = shlex.split(held["command"])
    assert words[:2] == ["crossreview", "briefing"]
    again = tmp_path / "again.md"
    assert write(*words[2:-1], again).exit_code == 0
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--quarter", "2025/26-Q5", "--out", "b.md"), 2, '"2025/26-Q5" is not a quarter.'),
        (("--quarter", "2031/32-Q1", "--out", "b.md"), 1, "the data end on 30 September 2026"),
        (
            ("--quarter", "2010/11-Q1", "--out", "b.md"),
            1,
            "No review fits these filters up to the end of Q1 2010/11 (Apr-Jun)",
        ),
        (("--out", "b.xls"), 2, '"b.xls" names no format that a briefing is written in.'),
        (("--out", ".pdf"), 2, '".pdf" is an ending without a name.'),
        (("--out", ".PDF"), 2, '".PDF" is an ending without a name.'),
        (("--out", "paper v1.2"), 2, "A folder with a point in its name must be there already."),
        ((), 2, "Name the file to write: --out briefing.pdf"),
        (("--out", ""), 2, "Name the file to write: --out briefing.pdf"),
        (("--out", " "), 2, "Name the file to write: --out briefing.pdf"),
        (("--to", "2024", "--out", "b.md"), 2, "--quarter says where the briefing ends"),
        (("--board", "Nowhere", "--out", "b.md"), 2, '"Nowhere" is not a board'),
        (("--template", "monthly", "--out", "b.md"), 2, '"monthly" is not a template.'),
        (("--marking", "secret", "--out", "b.md"), 2, "secret"),
        (("--review", "ANY-2024-07", "--out", "b.md"), 2, "not about one review"),
        ((*SEVEN, "--out", "b.md"), 2, "neither is chosen"),
        ((*SEVEN, "--factor", "CF-TEA", "--factor", "CF-CON", "--out", "b.md"), 2, "2 factors"),
        ((*SEVEN, "--review", "nobody", "--out", "b.md"), 2, '"nobody" is not a review of anytown'),
        (
            (*SEVEN, "--review", "ANY-2024-07", "--work", "case", "--out", "b.md"),
            1,
            'The filters leave "ANY-2024-07" out. Take a filter away: ',
        ),
        (("--from-manifest", "m.json"), 2, "leave all options but --out out"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is_left(
    write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple, code: int, said: str
):
    monkeypatch.chdir(tmp_path)
    result = write("--source", "anytown", *arguments)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert not list(tmp_path.iterdir())


def test_a_quarter_before_the_first_review_names_the_first_that_has_one(write, tmp_path: Path):
    said = write("--source", "anytown", "--quarter", "2010/11-Q1", "--out", tmp_path / "b.md")
    code = re.search(r"--quarter (\S+-Q\d)$", said.stderr)
    assert code is not None
    assert (
        write("--source", "anytown", "--quarter", code[1], "--out", tmp_path / "b.md").exit_code
        == 0
    )


def test_a_review_is_found_whatever_its_capitals_and_an_unknown_one_named_the_nearest(
    write, tmp_path: Path
):
    one, same = tmp_path / "one.md", tmp_path / "same.md"
    assert write(*ANYTOWN, *SEVEN, "--review", "ANY-2021-02", "--out", one).exit_code == 0
    assert write(*ANYTOWN, *SEVEN, "--review", "any-2021-02", "--out", same).exit_code == 0
    as_written = one.read_text(encoding="utf-8").replace("one.md", "same.md")
    assert same.read_text(encoding="utf-8") == as_written
    unknown = write(*ANYTOWN, *SEVEN, "--review", "any-2024-070", "--out", one)
    assert unknown.exit_code == 2
    assert unknown.stderr == (
        '"any-2024-070" is not a review of anytown. Did you mean "ANY-2024-07"?\n'
    )


def test_a_review_that_came_out_later_names_the_quarter_that_has_it(write, tmp_path: Path):
    one = ("--source", "anytown", *SEVEN, "--review", "ANY-2024-07", "--out", tmp_path / "b.md")
    said = write(*one, "--quarter", "2018/19-Q1")
    assert said.exit_code == 1
    assert '"ANY-2024-07" came out in Q4 2024/25 (Jan-Mar)' in said.stderr
    assert not list(tmp_path.iterdir())
    assert said.stderr.endswith("--quarter 2024/25-Q4\n")
    assert write(*one, "--quarter", "2024/25-Q4").exit_code == 0


def test_filters_that_choose_no_review_are_named(write, tmp_path: Path):
    nobody = ("--work", "ordinary", "--from", "2026-09-30")
    result = write(*ANYTOWN, *nobody, "--out", tmp_path / "b.md")
    assert result.exit_code == 1
    assert "Take a filter away" in result.stderr
    assert "Work reviewed: ordinary work" in result.stderr


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_may_not_be_written_to_is_said(write, tmp_path: Path):
    tmp_path.chmod(0o500)
    result = write(*ANYTOWN, "--out", tmp_path / "b.md")
    tmp_path.chmod(0o700)
    assert (result.exit_code, "cannot be read or written" in result.stderr) == (1, True)
    assert not list(tmp_path.iterdir())


def test_a_path_through_a_file_is_said(write, tmp_path: Path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    result = write(*ANYTOWN, "--out", tmp_path / "file" / "b.md")
    assert (result.exit_code, "cannot be read or written" in result.stderr) == (1, True)
    assert "Counting" not in result.stderr, "nobody waits in vain"


def test_a_file_is_no_folder_for_all_formats(write, tmp_path: Path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    result = write(*ANYTOWN, "--out", tmp_path / "file")
    assert (result.exit_code, "Not a directory" in result.stderr) == (1, True)
    assert "Counting" not in result.stderr


def test_a_build_of_another_version_that_lacks_something_is_said(
    write, shipped_builds: Path, tmp_path: Path
):
    build = current_build(shipped_builds)
    (tmp_path / "current").write_text(build.name, encoding="utf-8")
    shutil.copy(build, tmp_path / build.name)
    with duckdb.connect(str(tmp_path / build.name)) as connection:
        connection.execute("update load set version = '0.0.1'")
        connection.execute("alter table finding rename column statement to words")
    result = write(*ANYTOWN, "--out", tmp_path / "b.md", "--build", tmp_path)
    assert result.exit_code == 1
    assert f'"{build.name}" was made by another version of Crossreview.' in result.stderr


def test_a_manifest_of_another_version_is_followed_and_that_is_said(write, tmp_path: Path):
    out = tmp_path / "briefing.md"
    write(*ANYTOWN, "--out", out)
    manifest = tmp_path / "briefing.manifest.json"
    held = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(held | {"version": "0.0.1"}), encoding="utf-8")
    result = write("--from-manifest", manifest)
    assert result.exit_code == 0
    assert result.stderr.startswith("Crossreview 0.0.1 wrote this manifest, and this is ")


def test_a_manifest_that_does_not_say_what_was_loaded_is_refused_in_a_sentence(
    write, tmp_path: Path
):
    write(*ANYTOWN, "--out", tmp_path / "briefing.md")
    manifest = tmp_path / "briefing.manifest.json"
    held = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(held | {"build": "0", "sources": [1]}), encoding="utf-8")
    result = write("--from-manifest", manifest)
    assert (result.exit_code, "was changed" in result.stderr) == (1, True)


@pytest.mark.parametrize("stage", ["Counting 2 of", "Writing PowerPoint"])
def test_stopping_it_by_hand_leaves_nothing_behind(
    shipped_builds: Path, tmp_path: Path, stage: str
):
    out, builds = tmp_path / "new", ("--build", shipped_builds)
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard.cli", "briefing", *ANYTOWN, "--out", out, *builds],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert any(line.startswith(stage) for line in process.stderr)
    process.send_signal(signal.SIGINT)
    said, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "Traceback" not in told
    assert not said
    assert not list(tmp_path.iterdir())


def test_where_nothing_is_loaded_it_says_so(write, tmp_path: Path):
    result = write("--out", tmp_path / "b.md", "--build", tmp_path)
    assert (result.exit_code, "Nothing is loaded in" in result.stderr) == (1, True)
