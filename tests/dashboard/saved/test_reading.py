"""Whatever the file holds, what can be read of it is there, and the rest is told in words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.saved import Fault, Note, Saved, SavedView, read_saved
from dashboard.saved.values import LARGEST_FILE, LONGEST_ADDRESS, LONGEST_NAME, LONGEST_TEXT

PAGES = {"/", "/evidence"}
WHOLE = """
# ours
[[view]]
name = "Suicide"
address = "/evidence?source=pfd&factor=suicide"
saved_on = 2026-11-24

[[note]]
on = 2026-04-01
kind = "new procedure"
owner = "Policy group"
text = "The escalation policy was written anew."
sources = ["anytown"]
"""
VIEW = SavedView("Suicide", "/evidence?source=pfd&factor=suicide", date(2026, 11, 24))
NOTE = Note(
    date(2026, 4, 1),
    "new procedure",
    "Policy group",
    "The escalation policy was written anew.",
    ("anytown",),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "views.toml"


def read(file: Path, content: str | bytes) -> Saved:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_saved(file, PAGES)


def view(**fields: str) -> str:
    whole = {"name": '"A"', "address": '"/"', **fields}
    return "[[view]]\n" + "\n".join(f"{key} = {value}" for key, value in whole.items() if value)


def note(**fields: str) -> str:
    whole = {"on": "2026-04-01", "kind": '"decision"', "owner": '"B"', "text": '"T"', **fields}
    return "[[note]]\n" + "\n".join(f"{key} = {value}" for key, value in whole.items() if value)


def test_no_file_is_nothing_saved(file: Path):
    assert read_saved(file, PAGES) == Saved()


def test_an_empty_file_is_nothing_saved(file: Path):
    assert read(file, "") == Saved()


def test_views_and_notes_are_read(file: Path):
    assert read(file, WHOLE) == Saved((VIEW,), (NOTE,))


def test_what_an_editor_of_another_system_writes_is_read(file: Path):
    assert read(file, b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode()).faults == ()


def test_notes_come_by_date_and_views_as_they_stand(file: Path):
    content = [
        *(note(on="2026-04-01"), note(on="2025-04-01"), view(name='"B"'), note(on="2024-04-01")),
        view(),
    ]
    saved = read(file, "\n".join(content))
    assert [note.on.year for note in saved.notes] == [2024, 2025, 2026]
    assert [view.name for view in saved.views] == ["B", "A"]


def test_a_day_may_be_written_as_text_or_with_a_time(file: Path):
    saved = read(file, "\n".join([note(on='"2026-04-01"'), note(on="2026-04-01T10:00:00")]))
    assert [note.on for note in saved.notes] == [date(2026, 4, 1)] * 2


def test_a_text_is_shown_on_one_line_without_what_cannot_be_typed(file: Path):
    saved = read(file, note(text='"""One\n  two\\u202E"""'))
    assert saved.notes[0].text == "One two"


def test_a_note_without_sources_is_about_all(file: Path):
    assert read(file, note()).notes[0].sources == ()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (view(name=""), "views.toml, view 1, name: Nothing stands here. Give the view a name."),
        (view(name='"  "'), "views.toml, view 1, name: Nothing stands here. Give the view a name."),
        (
            view(name="5"),
            'views.toml, view 1, name: "5" is not a text. Put it into quotation marks.',
        ),
        (
            view(name=f'"{"x" * (LONGEST_NAME + 1)}"'),
            "views.toml, view 1, name: 81 characters are too many. Use 80 at most.",
        ),
        (
            view(saved_on='"soon"'),
            'views.toml, view 1, saved_on: "soon" is not a day. '
            "Write a day from 1900 to 2099, as 2026-04-01.",
        ),
        (
            note(on="1026-04-01"),
            'views.toml, note 1, on: "1026-04-01" is not a day. '
            "Write a day from 1900 to 2099, as 2026-04-01.",
        ),
        (
            note(on=""),
            "views.toml, note 1, on: Nothing stands here. "
            "Write a day from 1900 to 2099, as 2026-04-01.",
        ),
        (
            note(kind='"rumour"'),
            'views.toml, note 1, kind: "rumour" is not a kind of note. '
            'Write one of "decision", "change of coding", "new procedure".',
        ),
        (
            note(owner=""),
            "views.toml, note 1, owner: Nothing stands here. "
            "Say which role or group answers for it.",
        ),
        (
            note(text=f'"{"x" * (LONGEST_TEXT + 1)}"'),
            "views.toml, note 1, text: 501 characters are too many. Use 500 at most.",
        ),
        (
            note(sources='"pfd"'),
            'views.toml, note 1, sources: "pfd" is not a list of sources. Write their codes, as '
            '["pfd", "dhrd"], or leave the line out for all sources.',
        ),
        (
            view() + "\n" + view(name='"a"'),
            'views.toml, view 2, name: "a" is the name of an earlier view. Change one.',
        ),
        (
            "view = [1]",
            'views.toml, view 1: "1" is not an entry. Write [[view]] or [[note]] above it.',
        ),
    ],
)
def test_an_entry_that_is_not_right_is_told_in_words(file: Path, content: str, fault: str):
    assert [str(one) for one in read(file, content).faults] == [fault]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "//example.org/evidence",
        "///evidence",
        "/\\example.org",
        "javascript:alert(1)",
        "/evidence/../gone",
        "/gone",
        "evidence",
        "?source=pfd",
        "/evidence#top",
        "/evidence\u0000",
        "/evidence?source=\u202e",
        "/evidence?source=a\nb",
    ],
)
def test_an_address_leads_to_a_page_of_ours_and_nowhere_else(file: Path, address: str):
    written = "".join(
        letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in address
    ).replace("/\\e", "/\\\\e")
    saved = read(file, view(address=f'"{written}"'))
    assert saved.views == ()
    assert "is not the address of a page here. Write a page and its filters without the server" in (
        str(saved.faults[0])
    )


def test_an_address_that_no_browser_takes_is_refused(file: Path):
    saved = read(file, view(address=f'"/?text={"x" * LONGEST_ADDRESS}"'))
    assert saved.faults[0].field == "address"
    assert "choose fewer values" in saved.faults[0].message


def test_one_entry_that_is_not_right_does_not_take_the_others_with_it(file: Path):
    saved = read(file, WHOLE + view(name="") + "\n" + note(on='"x"'))
    assert (saved.views, saved.notes) == ((VIEW,), (NOTE,))
    assert [fault.where for fault in saved.faults] == ["views.toml, view 2", "views.toml, note 2"]


def test_a_table_where_a_list_should_be_is_told(file: Path):
    saved = read(file, '[view]\nname = "A"')
    assert saved.faults == (Fault('"view" is not a list. Write [[view]] above it.', str(file)),)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[[view]\n", "It cannot be read as TOML"),
        (b"# Caf\xe9\n", "It is not in UTF-8. Save it as UTF-8."),
        (b"#" * (LARGEST_FILE + 1), "It is larger than 1,000,000 bytes."),
        (b"a = " + b"[" * 5_000, "It cannot be read as TOML"),
        (b"a = " + b"9" * 5_000, "It cannot be read as TOML"),
        (b"a = 2026-13-45", "It cannot be read as TOML"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_place(file: Path, content: bytes, said: str):
    saved = read(file, content)
    assert (saved.views, saved.notes) == ((), ())
    assert str(saved.faults[0]).startswith(str(file))
    assert said in str(saved.faults[0])


def test_a_folder_where_the_file_should_be_is_told(tmp_path: Path):
    assert "It cannot be read (Is a directory)." in str(read_saved(tmp_path, PAGES).faults[0])


# Bytes that TOML says something with, so that most of what is made gets further than the first.
PIECES = st.sampled_from(
    [
        *(
            "[[view]]\n",
            "[[note]]\n",
            "[view]\n",
            "[view.x]\n",
            "\n",
            "\r\n",
            "# x\n",
            "'''",
            '"""',
        ),
        *("name = ", "address = ", "on = ", "kind = ", "sources = ", "view = ", "text = "),
        *('"A"\n', '"/"\n', '"//x"\n', "2026-04-01\n", "nan\n", "1\n", '["a"]\n', "[1]\n", "{}\n"),
        *('"decision"\n', "saved_on = ", "owner = ", "a.b = ", "\x00", "\ufeff", "\\u0000"),
    ]
)
FILES = st.binary(max_size=60) | st.lists(PIECES | st.text(max_size=4), max_size=24).map(
    lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FILES)
def test_any_bytes_are_values_or_faults(file: Path, content: bytes):
    saved = read(file, content)
    for one in saved.views:
        assert one.address.partition("?")[0] in PAGES
        assert 0 < len(one.name) <= LONGEST_NAME
        assert one.name.isprintable()
    assert all(0 < len(one.text) <= LONGEST_TEXT for one in saved.notes)
    assert all(str(fault).isprintable() for fault in saved.faults)
