"""The README says what is so: its commands run, and print what it shows."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard import places
from dashboard.cli import app
from dashboard.saved import read_saved
from dashboard.views.parts.links import PATHS
from pipeline.load import load
from queries.question import names, question

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ crossreview (ask .+)\n((?:.*\n)*?)```", README)


def _commands(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.+)\n```", README)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped sources, loaded."""
    folder = tmp_path_factory.mktemp("builds")
    load([places.sources()], places.codebooks(), folder)
    return folder


def test_two_commands_do_everything():
    start, test = _commands("sh")
    assert start.endswith("crossreview demo")
    assert test.endswith("python -m pytest")


def test_ci_runs_the_readmes_own_test_command():
    _, test = _commands("sh")
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == test


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_the_readme_shows(builds: Path, command: str, output: str):
    answer = CliRunner().invoke(app, [*shlex.split(command), "--build", str(builds)])
    assert (answer.exit_code, answer.stdout) == (0, output)


def test_the_briefing_that_it_shows_writes_what_it_names(
    builds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    [(command, output)] = re.findall(
        r"```console\n\$ crossreview (briefing .+)\n((?:.*\n)*?)```", README
    )
    monkeypatch.chdir(tmp_path)
    written = CliRunner().invoke(app, [*shlex.split(command), "--build", str(builds)])
    assert (written.exit_code, written.stdout) == (0, output)
    assert {path.name for path in tmp_path.iterdir()} == set(output.split())


@pytest.mark.parametrize("language", ["cron", "bat"])
def test_the_timetables_give_options_that_there_are(builds: Path, tmp_path: Path, language: str):
    text = "\n".join(re.findall(rf"```{language}\n(.+?)```", README, re.DOTALL))
    [options] = re.findall(r"crossreview briefing (.+)", text)
    words = ["anytown" if word == "our-reviews" else word for word in shlex.split(options)]
    folder = [str(tmp_path / word) if word == "briefings" else word for word in words]
    written = CliRunner().invoke(app, ["briefing", *folder, "--build", str(builds)])
    assert written.exit_code == 0
    assert len(list((tmp_path / "briefings").iterdir())) == 6


def test_the_readme_shows_answers():
    assert len(SHOWN) >= 2


def test_every_command_is_in_the_readme():
    for command in app.registered_commands:
        name = command.name or command.callback.__name__  # type: ignore[union-attr]
        assert f"`crossreview {name}" in README


def test_the_file_of_saved_views_that_it_shows_is_read_whole(tmp_path: Path):
    (example,) = re.findall(r"```toml\n(.+?)```", README, re.DOTALL)
    (tmp_path / "views.toml").write_text(example, encoding="utf-8")
    saved = read_saved(tmp_path / "views.toml", PATHS)
    assert (len(saved.views), len(saved.notes), saved.faults) == (1, 1, ())


def test_every_question_is_in_the_readme_as_its_file_asks_it():
    for name in names():
        assert f"| `{name}` | {question(name).asks} |" in README


def test_every_direct_dependency_is_accounted_for_in_the_decisions():
    decisions = README.partition("## Decisions")[2].casefold()
    pinned = re.search(r"^dependencies = \[(.+?)^\]", _pyproject(), re.DOTALL | re.MULTILINE)
    assert pinned is not None
    for name in re.findall(r'"([\w-]+)==', pinned[1]):
        assert name.removeprefix("python-").casefold() in decisions, name


def _pyproject() -> str:
    return (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_every_dependency_is_pinned():
    names_only = re.findall(r'^    "([\w-]+)[>~<]', _pyproject(), re.MULTILINE)
    assert names_only == []
