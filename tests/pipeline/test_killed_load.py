"""A load may be killed at any moment: the earlier build is served, and nothing is left to clear."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dashboard import places
from pipeline.builds import history, serve
from pipeline.load import load
from pipeline.synthesise import synthesise
from queries.store import connect, current_build
from tests.queries.asking import answer
from tests.small_source import write_small

PATIENCE = 60.0
Moment = Callable[[subprocess.Popen[str], Path], None]


@dataclass(frozen=True)
class Served:
    """A folder of builds with one in it, what that one answers, and a source that takes a while."""

    builds: Path
    source: Path
    small: Path
    codebooks: Path
    answers: list[tuple[Any, ...]]


def answers(build: Path) -> list[tuple[Any, ...]]:
    with connect(build) as connection:
        return answer(connection, "factor_by_agency", "factor_id agency_id reviews_with")


@pytest.fixture(scope="module")
def served(codebook_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Served:
    folder = tmp_path_factory.mktemp("killed")
    source, small, builds = folder / "made_up", folder / "small", folder / "build"
    synthesise(source, 400, 7, places.codebooks())
    load([write_small(small)], codebook_folder, builds)
    return Served(builds, source, small, codebook_folder, answers(current_build(builds)))


def said(word: str, after: float = 0.0) -> Moment:
    """The moment when the load says a word, or some seconds later."""

    def wait(process: subprocess.Popen[str], builds: Path) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith(word):
                time.sleep(after)
                return
        raise AssertionError(f"the load ended before it said {word}")

    return wait


def there(pattern: str) -> Moment:
    """The moment when a file of that name has come to be."""

    def wait(process: subprocess.Popen[str], builds: Path) -> None:
        before = set(builds.glob(pattern))
        end = time.monotonic() + PATIENCE
        while not set(builds.glob(pattern)) - before:
            assert process.poll() is None, "the load ended too soon"
            assert time.monotonic() < end, "the load took too long"
        return

    return wait


def started(after: float) -> Moment:
    """Some seconds after the start, whatever is being done then."""
    return lambda process, builds: time.sleep(after)


SOME_SECONDS = [round(Random(2008).uniform(0.05, 2.5), 2) for _ in range(3)]
MOMENTS = {
    "before it can do anything": started(0),
    "as it opens its file": there("*.partial"),
    "reading": said("Reading"),
    "reading on": said("Reading", 0.1),
    "checking": said("Checking"),
    "checking on": said("Checking", 0.1),
    "building": said("Building"),
    "building on": said("Building", 0.15),
    "as the build bears its name": there("reviews-*.duckdb"),
    **{f"after {seconds} seconds": started(seconds) for seconds in SOME_SECONDS},
}


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS.keys())
def test_a_load_killed_at_any_moment_leaves_the_earlier_build(served: Served, moment: Moment):
    builds, earlier = served.builds, current_build(served.builds)
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard.cli", "load", served.source, "--build", builds],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        moment(process, builds)
    finally:
        process.kill()
        process.communicate()

    now = current_build(builds)
    if now == earlier:
        assert answers(now) == served.answers
    else:  # it was killed after the one step that publishes: then all of it is there
        with connect(now) as connection:
            assert answer(connection, "sources", "source_id reviews") == [("made_up", 400)]
            assert answer(connection, "extent", "reviews_selected") == [(400,)]

    again = load([served.small], served.codebooks, builds)
    assert again.build is not None
    assert (again.is_new, again.build.path) == (False, earlier)
    left = {path.name for path in builds.iterdir()} - {".lock", "current"}
    assert left == {build.path.name for build in history(builds)}

    serve(earlier)
    for build in history(builds):
        if build.path != earlier:
            build.path.unlink()


def test_a_load_that_is_not_killed_publishes_what_it_made(served: Served):
    """What the killed loads were about to do: they were killed in the midst of something."""
    earlier = current_build(served.builds)
    loaded = load([served.source], served.codebooks, served.builds)
    assert loaded.build is not None
    assert loaded.build.sources == {"made_up": 400}
    assert current_build(served.builds) == loaded.build.path != earlier
