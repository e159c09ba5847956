"""The files of a briefing: whole or not there, whatever happens while they are written."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.asking.opened import asker
from dashboard.briefing.compose import brief
from dashboard.briefing.publish import FORMATS, MANIFEST, files_of, publish, see_place, stem_of
from tests.dashboard.briefing.conftest import BUILD, VERSION, requested

KILLED = """
import os, signal, sys
from pathlib import Path
from dashboard.briefing import publish as module

left = int(sys.argv[1])

def kill_after(real):
    def run(*arguments, **named):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return real(*arguments, **named)
    return run

os.fsync = kill_after(os.fsync)
Path.replace = kill_after(Path.replace)
module.publish({Path(name): b"new" * 100_000 for name in sys.argv[2:]})
"""


def contents(folder: Path) -> dict[str, bytes]:
    """Return what a folder shows: hidden files are nobody's to read."""
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")
    }


def test_files_are_written_over_older_ones(tmp_path: Path):
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    publish({paths[0]: b"old"})
    publish(dict.fromkeys(paths, b"new"))
    assert contents(tmp_path) == {"a.md": b"new", "b.md": b"new"}
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(sys.platform == "win32", reason="nothing there kills without a warning")
@pytest.mark.parametrize("steps", range(5))
def test_a_killed_run_leaves_each_file_old_or_new_and_never_half(tmp_path: Path, steps: int):
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    publish(dict.fromkeys(paths, b"old"))
    run = subprocess.run([sys.executable, "-c", KILLED, str(steps), *map(str, paths)], check=False)
    # two files are written aside and put in their place: four steps, and then it ends
    assert (run.returncode != 0) == (steps < 4)
    new = b"new" * 100_000
    assert [path.read_bytes() for path in paths] == {
        3: [new, b"old"],
        4: [new, new],
    }.get(steps, [b"old", b"old"])


def test_what_a_killed_run_left_is_cleared_away_by_a_later_one(tmp_path: Path):
    left, fresh = tmp_path / ".a.md.x1.partial", tmp_path / ".a.md.x2.partial"
    for path in (left, fresh):
        path.write_bytes(b"half")
    an_hour_ago = time.time() - 3601
    os.utime(left, (an_hour_ago, an_hour_ago))
    publish({tmp_path / "a.md": b"new"})
    assert not left.exists()
    assert fresh.exists(), "another run may be writing it now"


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path):
    there, gone = tmp_path / "a.md", tmp_path / "no folder" / "b.md"
    publish({there: b"old"})
    with pytest.raises(OSError, match="No such file") as fault:
        publish({there: b"new", gone: b"new"})
    assert fault.value.filename == str(gone)
    assert contents(tmp_path) == {"a.md": b"old"}
    assert not list(tmp_path.glob(".*"))


def test_a_folder_takes_the_place_of_no_file(tmp_path: Path):
    (tmp_path / "a.md").mkdir()
    with pytest.raises(OSError, match=r"a\.md"):
        publish({tmp_path / "a.md": b"new"})
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_new_file_may_be_read_as_any_other(tmp_path: Path):
    plain, ours = tmp_path / "plain", tmp_path / "a.md"
    plain.write_bytes(b"")
    publish({ours: b"new"})
    assert ours.stat().st_mode == plain.stat().st_mode


def test_a_place_is_seen_before_anything_is_made(tmp_path: Path):
    file = tmp_path / "file"
    file.write_bytes(b"")
    for place in (file, tmp_path / "a.md", tmp_path / "not" / "yet" / "a.md"):
        see_place(place)
    assert list(tmp_path.iterdir()) == [file]
    with pytest.raises(NotADirectoryError) as fault:
        see_place(file / "not" / "a.md")
    assert fault.value.filename == str(file)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_place_that_may_not_be_written_to_is_none(tmp_path: Path):
    file = tmp_path / "a.md"
    file.touch(mode=0o400)
    with pytest.raises(PermissionError):
        see_place(file)
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        see_place(tmp_path / "b.md")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("wanted", "stem"),
    [
        ({"sources": ("anytown",)}, "made-up-anytown-briefing-2024-25-q2-2026-09-30"),
        ({"sources": ("pfd",)}, "pfd-briefing-2024-25-q2-2025-07-31"),
        (
            {"sources": ("pfd",), "boards": ("Dorset",)},
            "pfd-briefing-2024-25-q2-dorset-2025-07-31",
        ),
        (
            {"sources": ("anytown",), "template": "seven-minutes", "factors": ("CF-TEA",)},
            "made-up-anytown-briefing-2024-25-q2-seven-minutes-cf-tea-2026-09-30",
        ),
        (
            {"sources": ("anytown",), "template": "seven-minutes", "review": "ANY-2018-01"},
            "made-up-anytown-briefing-2024-25-q2-seven-minutes-any-2018-01-2026-09-30",
        ),
        (
            {"sources": ("anytown",), "factors": ("CF-TEA",)},
            "made-up-anytown-briefing-2024-25-q2-cf-tea-2026-09-30",
        ),
        (
            {"sources": ("anytown",), "agencies": ("POL", "LA-CSC"), "work": "case"},
            "made-up-anytown-briefing-2024-25-q2-pol-la-csc-case-2026-09-30",
        ),
    ],
)
def test_files_are_named_by_what_they_are_about(shipped, wanted: dict, stem: str):
    request = requested(shipped, "2024/25-Q2", **wanted)
    document = brief(asker(shipped), request, BUILD, VERSION, lambda _: None)
    assert stem_of(document, request) == stem


def test_every_format_is_written_with_its_sum_in_the_manifest(briefing, tmp_path: Path):
    document = briefing("2024/25-Q2", sources=("anytown",))
    told: list[str] = []
    files = files_of(document, tmp_path / "our.briefing", tuple(FORMATS), told.append)
    assert [path.name for path in files] == [
        *(f"our.briefing.{suffix}" for suffix in FORMATS),
        f"our.briefing{MANIFEST}",
    ]
    assert told == [f"Writing {one.name}" for one in FORMATS.values()]
    assert all(files.values())
