"""A build is published whole or not at all, and is served until another one is."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from pipeline.builds import (
    KEPT,
    Build,
    BuildFault,
    find_same,
    history,
    new_path,
    open_partial,
    publish,
    rollback,
    serve,
)
from pipeline.load import load
from queries.store import NoBuild, connect, current_build
from tests.queries.asking import answer
from tests.small_source import SETTINGS, write_small

FIRST = datetime(2026, 1, 1, 12, 0, 0)


def published(folder: Path, day: int, inputs: str | None = None, of: datetime = FIRST) -> Build:
    """Publish a build that holds as good as nothing, loaded on a day of January 2026."""
    inputs = inputs or f"{day:08d}"
    loaded_at = of + timedelta(days=day)
    path = new_path(folder, loaded_at, inputs)
    with open_partial(path) as (connection, partial):
        connection.execute("create table load (loaded_at timestamp, inputs_sha256 text)")
        connection.execute("insert into load values (?, ?)", [loaded_at, inputs])
        connection.execute("create table source (source_id text, position integer)")
        connection.execute("create table review (review_id integer, source_id text)")
        connection.execute("insert into source values ('board', 1)")
        return publish(connection, partial, path)


def names(builds: Path) -> set[str]:
    return {path.name for path in builds.iterdir()}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)


# Publishing


def test_a_build_is_named_by_when_and_from_what_it_was_made(tmp_path: Path):
    build = published(tmp_path, 0, "abcdef0123456789")
    assert build.path == tmp_path / "reviews-20260101T120000Z-abcdef01.duckdb"
    assert (build.inputs, build.sources, build.is_served) == (
        "abcdef0123456789",
        {"board": 0},
        True,
    )
    assert (tmp_path / "current").read_text() == f"{build.path.name}\n"
    assert names(tmp_path) == {".lock", "current", build.path.name}


def test_what_goes_wrong_leaves_nothing_behind(tmp_path: Path):
    before = published(tmp_path, 0)

    def broken() -> None:
        with open_partial(new_path(tmp_path, FIRST, "12345678")) as (connection, _):
            connection.execute("create table load (loaded_at timestamp)")
            raise RuntimeError("something else")

    with pytest.raises(RuntimeError, match="something else"):
        broken()
    assert current_build(tmp_path) == before.path
    assert names(tmp_path) == {".lock", "current", before.path.name}


def test_a_statement_that_is_wrong_is_not_taken_for_a_disk_that_is_full(tmp_path: Path):
    def broken() -> None:
        with open_partial(new_path(tmp_path, FIRST, "12345678")) as (connection, _):
            connection.execute("select nothing from nowhere")

    with pytest.raises(duckdb.CatalogException):
        broken()


def test_a_folder_that_cannot_be_made(tmp_path: Path):
    (tmp_path / "file").write_text("mine")
    with (
        pytest.raises(BuildFault, match=r'^".*/build" cannot be written to \(Not a directory\)\. '),
        open_partial(new_path(tmp_path / "file" / "build", FIRST, "12345678")),
    ):
        pass


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> int:
    """Keep fewer builds, which is quicker to reach."""
    assert KEPT == 10
    monkeypatch.setattr("pipeline.builds.KEPT", 3)
    return 3


def test_builds_beyond_those_kept_are_removed_the_oldest_first(tmp_path: Path, kept: int):
    builds = [published(tmp_path, day) for day in range(kept + 2)]
    assert [one.path for one in history(tmp_path)] == [one.path for one in builds[:1:-1]]
    assert not builds[0].path.exists()


def test_the_build_that_is_served_is_never_removed(tmp_path: Path, kept: int):
    """A clock that was put back makes the new build the oldest."""
    later = [published(tmp_path, day) for day in range(1, kept + 1)]
    early = published(tmp_path, 0)
    assert current_build(tmp_path) == early.path
    assert early.path.exists()
    assert len(history(tmp_path)) == kept + 1
    assert all(build.path.exists() for build in later)


# What a killed load left


def test_what_a_killed_load_left_is_cleared_by_the_next(tmp_path: Path):
    for left in (
        "reviews-1.duckdb.77.partial",
        "reviews-1.duckdb.77.partial.wal",
        "reviews-2.duckdb.78.partial.wal",
        "current.79.partial",
    ):
        (tmp_path / left).write_bytes(b"half")
    (tmp_path / "empty.80.partial").touch()
    with duckdb.connect(str(tmp_path / "whole.81.partial")) as connection:
        connection.execute("create table t (i integer)")
    build = published(tmp_path, 0)
    assert names(tmp_path) == {".lock", "current", build.path.name}


def test_what_another_load_is_writing_is_left_to_it(tmp_path: Path):
    program = (
        "import sys, duckdb\n"
        "connection = duckdb.connect(sys.argv[1])\n"
        "connection.execute('create table t (i integer)')\n"
        "print('open', flush=True)\n"
        "sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "reviews-9.duckdb.9.partial")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        published(tmp_path, 0)
        assert "reviews-9.duckdb.9.partial" in names(tmp_path)
        other.communicate("\n")
    published(tmp_path, 1)
    assert "reviews-9.duckdb.9.partial" not in names(tmp_path)


# Going back


def test_rollback_serves_the_build_before(tmp_path: Path):
    first, second, third = (published(tmp_path, day) for day in range(3))
    assert rollback(tmp_path).path == second.path
    assert rollback(tmp_path).path == first.path
    with pytest.raises(NoBuild) as fault:
        rollback(tmp_path)
    assert str(fault.value) == (
        f'There is no earlier build in "{tmp_path}" to go back to. '
        f"There are: {third.path.name}, {second.path.name}, {first.path.name}."
    )
    assert current_build(tmp_path) == first.path
    assert rollback(tmp_path, third.path.name).is_served
    assert [build.is_served for build in history(tmp_path)] == [True, False, False]


def test_two_loads_within_a_second_keep_their_order(tmp_path: Path):
    first = published(tmp_path, 0, "ffffffff")
    second = published(tmp_path, 0, "00000000", FIRST + timedelta(milliseconds=3))
    assert [build.path for build in history(tmp_path)] == [second.path, first.path]
    assert rollback(tmp_path).path == first.path


def test_what_was_loaded_before_is_served_again_without_loading(tmp_path: Path):
    first, second = published(tmp_path, 0), published(tmp_path, 1)
    assert current_build(tmp_path) == second.path
    found = find_same(tmp_path, first.inputs)
    assert found is not None
    assert (found.path, found.is_served) == (first.path, True)
    assert current_build(tmp_path) == first.path
    assert find_same(tmp_path, "something else") is None


def test_a_file_that_is_no_build_is_passed_over(tmp_path: Path):
    build = published(tmp_path, 0)
    (tmp_path / "reviews-notes.duckdb").write_text("not a database")
    with duckdb.connect(str(tmp_path / "reviews-other.duckdb")) as connection:
        connection.execute("create table t (i integer)")
    assert [one.path for one in history(tmp_path)] == [build.path]


# Builds that are gone or damaged


def test_a_build_that_was_removed_by_hand(tmp_path: Path):
    first, second = published(tmp_path, 0), published(tmp_path, 1)
    second.path.unlink()
    result = run("ask", "sources", "--build", tmp_path)
    assert result.exit_code == 1
    assert result.stderr == (
        f'"{tmp_path / "current"}" names the build "{second.path.name}", which is not there. '
        "Load the reviews again, or name an earlier build: crossreview rollback\n"
    )
    assert run("open", "--build", tmp_path).stderr == result.stderr
    result = run("rollback", "--build", tmp_path)
    assert result.stdout == f"Serving {first.path.name}: board: 0 reviews\n"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"reviews-none.duckdb"])
def test_a_pointer_that_names_no_build(tmp_path: Path, content: bytes):
    published(tmp_path, 0)
    (tmp_path / "current").write_bytes(content)
    result = run("ask", "sources", "--build", tmp_path)
    assert result.exit_code == 1
    assert "which is not there. Load the reviews again" in result.stderr
    assert run("rollback", "--build", tmp_path).exit_code == 0


def test_a_build_that_is_damaged(tmp_path: Path):
    first, second = published(tmp_path, 0), published(tmp_path, 1)
    second.path.write_bytes(second.path.read_bytes()[:5000])
    result = run("ask", "sources", "--build", tmp_path)
    assert result.exit_code == 1
    assert result.stderr == (
        f'"{second.path}" cannot be read as a build of reviews. '
        "Load the reviews again, or name an earlier build: crossreview rollback\n"
    )
    assert run("rollback", "--build", tmp_path).exit_code == 0
    assert current_build(tmp_path) == first.path


# Readers and other loads


def test_a_load_never_disturbs_who_reads(tmp_path: Path, codebook_folder: Path):
    builds, source = tmp_path / "build", tmp_path / "board"
    asked = ("sources", "title reviews")
    load([write_small(source)], codebook_folder, builds)
    with connect(current_build(builds)) as reader:
        before = answer(reader, *asked)
        load([write_small(source, SETTINGS.replace("Small", "Other"))], codebook_folder, builds)
        assert answer(reader, *asked) == before == [("Small board", 3)]
        with connect(current_build(builds)) as another:
            assert answer(another, *asked) == [("Other board", 3)]
        rollback(builds)
        assert answer(reader, *asked) == before
    with connect(current_build(builds)) as reader:
        assert answer(reader, *asked) == before


def test_a_reader_cannot_write(tmp_path: Path):
    build = published(tmp_path, 0)
    with connect(build.path) as reader, pytest.raises(duckdb.Error):
        reader.execute("delete from load")


def test_loads_at_the_same_time_end_well(tmp_path: Path):
    builds = tmp_path / "build"
    common = {
        "findings": "finding_ref | review_ref | statement | appraisal",
        "finding_factors": "finding_ref | factor",
        "finding_agencies": "finding_ref | agency",
    }
    sources = [
        write_small(tmp_path / name / "board", f"title = '{name}'", **common)
        for name in ("one", "two", "two again")
    ]
    (sources[2] / "source.toml").write_text("title = 'two'")
    loads = [
        subprocess.Popen(
            [sys.executable, "-m", "dashboard.cli", "load", source, "--build", builds],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for source in sources
    ]
    for one in loads:
        _, said = one.communicate(timeout=120)
        assert one.returncode == 0, said
    found = history(builds)
    titles = set()
    for build in found:
        with connect(build.path) as reader:
            titles |= {title for (title,) in answer(reader, "sources", "title")}
    assert titles == {"one", "two"}
    assert [build.is_served for build in found].count(True) == 1
    assert names(builds) == {".lock", "current", *(build.path.name for build in found)}


def test_serving_names_the_build_in_one_step(tmp_path: Path):
    first, second = published(tmp_path, 0), published(tmp_path, 1)
    before = (tmp_path / "current").stat().st_ino
    serve(first.path)
    assert (tmp_path / "current").stat().st_ino != before
    assert current_build(tmp_path) == first.path != second.path
