"""A change changes what was meant, keeps what others wrote, and is whole or is not."""

import os
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard.saved import (
    Fault,
    Note,
    Saved,
    SavedView,
    forget_note,
    forget_view,
    keep_note,
    keep_view,
    read_saved,
)
from dashboard.saved.values import LARGEST_FILE
from tests.dashboard.saved.test_reading import FILES, NOTE, PAGES, VIEW

OTHER = SavedView("Other", "/", date(2026, 11, 25))
BY_HAND = """# Kept by the analyst.
title = "ours"   # somebody's own

[[view]]  # the first
name = "One"    # spelt so
address = "/"
colour = "blue"

# The note of April:
[[note]]
on = 2026-04-01
kind = "decision"
owner = "Board"
text = \"\"\"
[[view]]
name = "not one"
\"\"\"

[[view]]
name = "Two"
address = "/evidence"
# About Two.

[other]
x = nan # not ours
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "views.toml"


def test_what_is_kept_is_read_back(file: Path):
    assert keep_view(file, VIEW, PAGES) is None
    assert keep_note(file, NOTE) is None
    assert read_saved(file, PAGES) == Saved((VIEW,), (NOTE,))


def test_the_folder_is_made_where_there_is_none(tmp_path: Path):
    file = tmp_path / "new" / "folder" / "views.toml"
    assert keep_view(file, VIEW, PAGES) is None
    assert read_saved(file, PAGES).views == (VIEW,)


def test_what_is_forgotten_is_gone_and_the_rest_is_there(file: Path):
    keep_view(file, VIEW, PAGES)
    keep_note(file, NOTE)
    keep_view(file, OTHER, PAGES)
    assert forget_view(file, "SUICIDE") is None
    assert read_saved(file, PAGES) == Saved((OTHER,), (NOTE,))
    assert forget_note(file, NOTE) is None
    assert read_saved(file, PAGES) == Saved((OTHER,))
    assert forget_view(file, "Other") is None
    assert file.read_text(encoding="utf-8") == ""


def test_what_is_gone_already_is_told(file: Path):
    assert forget_view(file, "Gone") == Fault('No view "Gone" is saved any more.')
    assert forget_note(file, NOTE) == Fault("This note is not there any more.")


def test_a_name_that_is_taken_is_told_or_replaced(file: Path):
    keep_view(file, VIEW, PAGES)
    again = SavedView("suicide", "/", date(2026, 12, 1))
    assert "is saved already" in str(keep_view(file, again, PAGES))
    assert read_saved(file, PAGES).views == (VIEW,)
    assert keep_view(file, again, PAGES, replace=True) is None
    assert read_saved(file, PAGES).views == (again,)


def test_the_same_note_twice_is_told(file: Path):
    keep_note(file, NOTE)
    assert keep_note(file, NOTE) == Fault("The very same note is there already.")


@pytest.mark.parametrize(
    ("view", "field"),
    [
        (SavedView("", "/"), "name"),
        (SavedView("x" * 81, "/"), "name"),
        (SavedView("A", "https://example.org/"), "address"),
        (SavedView("A", "/", date(1, 1, 1)), "saved_on"),
    ],
)
def test_what_could_not_be_read_back_is_not_kept(file: Path, view: SavedView, field: str):
    fault = keep_view(file, view, PAGES)
    assert fault is not None
    assert (fault.where, fault.field) == ("", field)
    assert not file.exists()


def test_a_note_that_could_not_be_read_back_is_not_kept(file: Path):
    fault = keep_note(file, Note(date(2026, 4, 1), "rumour", "Board", "Text"))
    assert fault is not None
    assert fault.field == "kind"
    assert not file.exists()


class TestWhatAPersonWrote:
    @pytest.fixture(autouse=True)
    def by_hand(self, file: Path) -> None:
        file.write_text(BY_HAND, encoding="utf-8")

    def test_stays_where_something_is_added(self, file: Path):
        assert keep_view(file, VIEW, PAGES) is None
        assert file.read_text(encoding="utf-8") == (
            BY_HAND + '\n[[view]]\nname = "Suicide"\n'
            'address = "/evidence?source=pfd&factor=suicide"\nsaved_on = 2026-11-24\n'
        )

    def test_stays_where_something_is_taken_out(self, file: Path):
        assert forget_view(file, "One") is None
        gone = (
            '[[view]]  # the first\nname = "One"    # spelt so\naddress = "/"\ncolour = "blue"\n\n'
        )
        assert file.read_text(encoding="utf-8") == BY_HAND.replace(gone, "")

    def test_a_remark_after_what_is_taken_out_stays(self, file: Path):
        assert forget_view(file, "Two") is None
        gone = '[[view]]\nname = "Two"\naddress = "/evidence"\n'
        assert file.read_text(encoding="utf-8") == BY_HAND.replace(gone, "")

    def test_a_text_that_looks_like_a_heading_is_none(self, file: Path):
        (note,) = read_saved(file, PAGES).notes
        assert forget_note(file, note) is None
        saved = read_saved(file, PAGES)
        assert ([view.name for view in saved.views], saved.notes) == (["One", "Two"], ())
        assert "# The note of April:" in file.read_text(encoding="utf-8")

    def test_stays_where_something_is_replaced(self, file: Path):
        assert keep_view(file, SavedView("one", "/evidence"), PAGES, replace=True) is None
        replaced = BY_HAND.replace(
            '"One"    # spelt so\naddress = "/"', '"one"    # spelt so\naddress = "/evidence"'
        )
        assert file.read_text(encoding="utf-8") == replaced

    def test_its_line_breaks_and_byte_order_mark_stay(self, file: Path):
        written = b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode()
        file.write_bytes(written)
        assert keep_view(file, VIEW, PAGES) is None
        assert file.read_bytes().startswith(written)
        assert forget_view(file, "One") is None
        assert [view.name for view in read_saved(file, PAGES).views] == ["Two", "Suicide"]

    def test_its_rights_stay(self, file: Path):
        file.chmod(0o664)
        keep_view(file, VIEW, PAGES)
        assert file.stat().st_mode & 0o777 == 0o664

    def test_a_link_stays_a_link(self, file: Path, tmp_path: Path):
        link = tmp_path / "link.toml"
        link.symlink_to(file)
        assert keep_view(link, VIEW, PAGES) is None
        assert link.is_symlink()
        assert len(read_saved(file, PAGES).views) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[[view]\n", "cannot be read as TOML"),
        (b"# Caf\xe9\n", "not in UTF-8"),
        (b"#" * (LARGEST_FILE + 1), "larger than"),
        (b'view = [{name = "A", address = "/"}]\n', "only a person can change"),
        (b'[view]\nname = "A"\n', '"view" is not a list in the file'),
        (b"#" * (LARGEST_FILE - 10) + b"\n", "It would grow beyond 1,000,000 bytes."),
    ],
)
def test_a_file_that_cannot_be_changed_rightly_is_left_as_it_is(
    file: Path, content: bytes, said: str
):
    file.write_bytes(content)
    assert said in str(keep_view(file, VIEW, PAGES))
    assert file.read_bytes() == content


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path):
    tmp_path.chmod(0o500)
    try:
        fault = keep_view(tmp_path / "views.toml", VIEW, PAGES)
    finally:
        tmp_path.chmod(0o700)
    assert "It cannot be written (Permission denied)." in str(fault)


def test_a_folder_that_cannot_be_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    fault = keep_view(tmp_path / "file" / "views.toml", VIEW, PAGES)
    assert "It cannot be written" in str(fault)
    assert "crossreview open --views FILE" in str(fault)


def test_a_full_disk_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch):
    keep_view(file, VIEW, PAGES)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "No space left on device" in str(keep_view(file, OTHER, PAGES))
    assert read_saved(file, PAGES).views == (VIEW,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES)
def test_whatever_stands_there_a_change_adds_to_it_or_leaves_it(file: Path, content: bytes):
    file.write_bytes(content)
    before = read_saved(file, PAGES)
    fault = keep_view(file, OTHER, PAGES)
    after = read_saved(file, PAGES)
    if fault is None:
        assert after == Saved((*before.views, OTHER), before.notes, before.faults)
        assert file.read_bytes().startswith(content)
        assert forget_view(file, "Other") is None
        assert read_saved(file, PAGES) == before
    else:
        assert file.read_bytes() == content
    for view in before.views:
        forget_view(file, view.name)
        assert read_saved(file, PAGES).notes == before.notes


def test_two_sessions_at_once_lose_nothing(file: Path):
    def keep_some(session: int) -> None:
        for number in range(10):
            assert keep_view(file, SavedView(f"{session}, {number}", "/"), PAGES) is None

    sessions = [threading.Thread(target=keep_some, args=(session,)) for session in range(4)]
    for session in sessions:
        session.start()
    for session in sessions:
        session.join()
    saved = read_saved(file, PAGES)
    assert len(saved.views) == 40
    assert saved.faults == ()


WRITER = """
import sys
from datetime import date
from pathlib import Path
from dashboard.saved import SavedView, keep_view

file, name = Path(sys.argv[1]), sys.argv[2]
for number in range(int(sys.argv[3])):
    day = date.fromordinal(date(2000, 1, 1).toordinal() + number)
    fault = keep_view(file, SavedView(name, f"/?text={number}", day), {"/"}, replace=True)
    print(number if fault is None else fault, flush=True)
"""


def writer(file: Path, name: str, times: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), name, str(times)],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_at_once_lose_nothing(file: Path):
    writers = [writer(file, name, 20) for name in "ABC"]
    for process in writers:
        said, _ = process.communicate(timeout=60)
        assert said.split() == [str(number) for number in range(20)]
    views = read_saved(file, PAGES).views
    assert sorted((view.name, view.address) for view in views) == [
        (name, "/?text=19") for name in "ABC"
    ]


def test_a_process_killed_at_any_moment_leaves_the_old_file_or_the_new(file: Path):
    file.write_text(BY_HAND, encoding="utf-8")
    kept = {f"Kept {number}" for number in range(50)}
    for name in kept:
        keep_view(file, SavedView(name, "/"), PAGES)
    random = Random(2026)
    generations = []
    for _ in range(12):
        process = writer(file, "Changing", 100_000)
        assert process.stdout is not None
        process.stdout.readline()  # it is at work
        time.sleep(random.uniform(0, 0.06))
        process.kill()
        said = process.stdout.read().split()
        process.wait()
        # the last number may have been cut short; those before it were said whole
        told = int(said[-2]) if len(said) > 1 else 0

        saved = read_saved(file, PAGES)
        assert saved.faults == ()
        views = {view.name: view for view in saved.views}
        assert set(views) == kept | {"One", "Two", "Changing"}
        changing = views["Changing"]
        number = int(changing.address.removeprefix("/?text="))
        assert changing.saved_on == date.fromordinal(date(2000, 1, 1).toordinal() + number)
        assert told <= number <= told + 3
        assert file.read_text(encoding="utf-8").startswith(BY_HAND)
        generations.append(number)
    assert len(set(generations)) > 3, "they were killed at different moments"
    assert keep_view(file, VIEW, PAGES) is None
    left = {path.name for path in file.parent.iterdir()}
    assert left == {"views.toml", ".views.toml.lock"}
