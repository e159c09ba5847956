"""The same data and choices make the same files, whoever asks, wherever and whenever."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from dashboard import places
from dashboard.cli import app
from pipeline.load import load
from queries.store import current_build, fingerprint
from tests.conftest import ROOT

CODE = "import sys; from dashboard.cli import main; sys.argv[0] = 'crossreview'; main()"
ELSEWHERE = {
    "TZ": "Pacific/Auckland",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "7",
    "COLUMNS": "40",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up source, loaded."""
    folder = tmp_path_factory.mktemp("built")
    load([places.sources() / "anytown"], places.codebooks(), folder)
    return folder


def loaded_years_later(builds: Path, folder: Path) -> Path:
    """Return builds that are as those would be, had their sources been loaded years later."""
    folder.mkdir()
    build = current_build(builds)
    later = folder / f"reviews-20310102T030405Z-{fingerprint(build)}.duckdb"
    shutil.copyfile(build, later)
    with duckdb.connect(later) as connection:
        connection.execute("update load set loaded_at = timestamp '2031-01-02 03:04:05'")
    (folder / "current").write_text(f"{later.name}\n", encoding="utf-8")
    return folder


def test_another_process_place_language_and_time_of_loading_change_no_byte(
    built: Path, tmp_path: Path
):
    asked = ["briefing", "--source", "anytown", "--quarter", "2024/25-Q2"]
    here, there = tmp_path / "here", tmp_path / "there"
    builds = loaded_years_later(built, tmp_path / "later")
    options = [*asked, "--build", str(built), "--out", str(here)]
    assert CliRunner().invoke(app, options, catch_exceptions=False).exit_code == 0
    (tmp_path / "cwd").mkdir()
    subprocess.run(
        [sys.executable, "-c", CODE, *asked, "--build", str(builds), "--out", str(there)],
        env={**os.environ, **ELSEWHERE, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path / "cwd",
        capture_output=True,
        check=True,
    )
    first, second = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in (here, there)
    )
    assert len(first) == len(second) == 6
    assert [name for name in first if first[name] != second.get(name)] == []
