"""Saved views in the sidebar and notes below the data: kept, listed, replaced, removed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import places
from dashboard.saved import Note, SavedView, keep_note, keep_view, read_saved
from dashboard.views.parts.links import PATHS
from pipeline.load import load

Opened = Callable[..., AppTest]
PFD_NOTE = Note(date(2026, 4, 1), "new procedure", "Policy *group*", "Written [anew](x)", ("pfd",))
ALL_NOTE = Note(date(2025, 4, 1), "change of coding", "Analyst", "Two coders from now on.")
ANYTOWN_NOTE = Note(date(2024, 4, 1), "decision", "Board", "An audit", ("anytown",))


def save(app: AppTest, name: str) -> AppTest:
    app.sidebar.text_input(key="name of the view").set_value(name)
    return press(app, "save view", "Save")


def press(app: AppTest, form: str, label: str) -> AppTest:
    button = next(b for b in app.button if b.form_id == form and b.label == label)
    button.click().run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> list[str]:
    """What came of the last change."""
    return [one.value.replace("\\", "") for one in (*app.info, *app.warning)]


def saved_links(app: AppTest) -> dict[str, str]:
    """The saved views of the sidebar: label, and the filters that they lead to."""
    return {link.proto.label: link.proto.query_string for link in app.sidebar.get("page_link")}


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_can_be_saved_and_opened_again(
    opened: Opened, views_file: Path, path: str, source: str
):
    page = path.strip("/") or "what_recurs"
    app = save(opened(page, source=source, text="the"), "Mine")
    assert said(app) == ['Saved as "Mine".']
    assert saved_links(app) == {"Mine": f"source={source}&text=the"}
    (view,) = read_saved(views_file, PATHS).views
    assert view == SavedView("Mine", f"{path}?source={source}&text=the", date.today())


def test_a_view_names_its_source_even_where_it_is_the_first(opened: Opened, views_file: Path):
    save(opened(), "Start")
    assert read_saved(views_file, PATHS).views[0].address == "/?source=pfd"


def test_a_view_holds_what_was_typed_just_before_it_was_saved(opened: Opened, views_file: Path):
    app = opened(source="pfd")
    app.sidebar.text_input(key="choose_text").set_value("the")
    save(app, "Mine")
    assert read_saved(views_file, PATHS).views[0].address == "/?source=pfd&text=the"


def test_an_open_review_can_be_saved(opened: Opened, views_file: Path):
    reference = opened("reviews", source="anytown").dataframe[0].value["review_ref"].iloc[0]
    app = save(opened("reviews", source="anytown", review=reference), "One review")
    address = f"/reviews?source=anytown&review={reference}"
    assert read_saved(views_file, PATHS).views[0].address == address
    assert app.button(key="close review").label == "Back to the list of reviews"


def test_letters_that_an_address_cannot_hold_are_kept(opened: Opened, views_file: Path):
    save(opened(source="pfd", text="a&b=ŵ #1 +2"), "Letters")
    (query,) = saved_links(opened()).values()
    assert query == "source=pfd&text=a%26b%3D%C5%B5+%231+%2B2"


def test_a_view_outlives_a_load(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    app = save(opened(source="dhrd"), "Mine")
    monkeypatch.setenv(places.BUILD_VARIABLE, str(tmp_path / "new"))
    load([places.sources() / "dhrd"], places.codebooks(), tmp_path / "new")
    app.run()
    assert list(saved_links(app)) == ["Mine"]


def test_a_name_that_is_taken_can_be_replaced(opened: Opened, views_file: Path):
    save(opened(source="pfd"), "Mine")
    app = save(opened(source="dhrd"), "MINE")
    assert "A view of this name is saved already." in said(app)[0]
    assert read_saved(views_file, PATHS).views[0].address == "/?source=pfd"
    app.sidebar.button(key="replace view").click().run()
    assert said(app) == ['Replaced "MINE".']
    assert read_saved(views_file, PATHS).views[0].address == "/?source=dhrd"


def test_a_view_without_a_name_is_told(opened: Opened, views_file: Path):
    assert said(save(opened(), " ")) == ["Name: Nothing stands here. Give the view a name."]
    assert not views_file.exists()


def test_a_view_can_be_removed(opened: Opened, views_file: Path):
    keep_view(views_file, SavedView("One", "/"), PATHS)
    keep_view(views_file, SavedView("Two", "/evidence"), PATHS)
    app = opened()
    app.sidebar.selectbox(key="view to remove").set_value("One")
    press(app, "remove view", "Remove")
    assert list(saved_links(app)) == ["Two"]
    assert said(app) == ['Removed "One". The reviews are as they were.']


def test_a_view_that_somebody_else_removed_is_told(opened: Opened, views_file: Path):
    keep_view(views_file, SavedView("One", "/"), PATHS)
    app = opened()
    views_file.unlink()
    assert said(press(app, "remove view", "Remove")) == ['No view "One" is saved any more.']


def test_a_stale_view_is_listed_and_opens(opened: Opened, views_file: Path):
    address = "/evidence?source=pfd&factor=gone&colour=blue&Embed=true"
    keep_view(views_file, SavedView("*Old* [x](y)", address), PATHS)
    links = saved_links(opened())
    assert links == {r"\*Old\* \[x\](y)": "source=pfd&factor=gone&colour=blue"}
    app = opened("evidence", source="pfd", factor="gone", colour="blue")
    assert '"gone" is not a factor in the chosen sources.' in said(app)[0]


def test_what_cannot_be_read_is_told_and_the_rest_is_listed(opened: Opened, views_file: Path):
    keep_view(views_file, SavedView("One", "/"), PATHS)
    with views_file.open("a", encoding="utf-8") as file:
        file.write('\n[[view]]\nname = "Two"\naddress = "https://example.org"\n')
    app = opened()
    assert list(saved_links(app)) == ["One"]
    assert '"https://example.org" is not the address of a page here.' in said(app)[0]


def test_a_file_that_is_broken_is_told_and_left(opened: Opened, views_file: Path):
    views_file.parent.mkdir()
    views_file.write_text("[[view", encoding="utf-8")
    app = opened()
    assert "cannot be read as TOML" in said(app)[0]
    assert "cannot be read as TOML" in said(save(app, "Mine"))[0]
    assert views_file.read_text(encoding="utf-8") == "[[view"


def test_where_nothing_can_be_written_it_is_told(opened: Opened, views_file: Path):
    views_file.parent.write_text("a file where the folder should be", encoding="utf-8")
    assert any("cannot be" in words for words in said(save(opened(), "Mine")))


# Notes


def notes(app: AppTest) -> str:
    """The list of notes."""
    return next(one.value for one in app.main.markdown if one.value.startswith("1. "))


def test_the_notes_on_a_source_are_listed_by_date_as_they_were_written(
    opened: Opened, views_file: Path
):
    for note in (PFD_NOTE, ALL_NOTE, ANYTOWN_NOTE):
        keep_note(views_file, note)
    assert notes(opened("about", source="pfd")) == (
        "1. **01/04/2025 · Change of coding** · Analyst  \n   Two coders from now on.\n"
        "2. **01/04/2026 · New procedure** · Policy \\*group\\*  \n   Written \\[anew\\](x)"
    )
    assert notes(opened("about", source="anytown")).startswith("1. **01/04/2024 · Decision**")


@pytest.mark.parametrize(("about", "sources"), [("chosen", ("pfd",)), ("all", ())])
def test_a_note_is_added(opened: Opened, views_file: Path, about: str, sources: tuple[str, ...]):
    app = opened("about", source="pfd")
    assert "There is no note on what is chosen." in [one.value for one in app.main.markdown]
    app.date_input(key="note on").set_value(date(2026, 4, 1))
    app.selectbox(key="note kind").set_value("new procedure")
    app.text_input(key="note owner").set_value("Policy *group*")
    app.text_area(key="note text").set_value("Written\n[anew](x)")
    app.radio(key="note about").set_value(about)
    press(app, "add note", "Add")
    assert said(app) == ["The note is added."]
    (note,) = read_saved(views_file, PATHS).notes
    assert note == Note(PFD_NOTE.on, PFD_NOTE.kind, PFD_NOTE.owner, PFD_NOTE.text, sources)
    assert notes(app).startswith("1. **01/04/2026 · New procedure**")


def test_a_note_without_an_owner_is_told_and_what_was_written_stays(opened: Opened):
    app = opened("about", source="pfd")
    app.text_area(key="note text").set_value("Written anew")
    press(app, "add note", "Add")
    assert said(app) == ["Owner: Nothing stands here. Say which role or group answers for it."]
    assert app.text_area(key="note text").value == "Written anew"


def test_a_note_whose_day_was_emptied_is_told(opened: Opened):
    app = opened("about", source="pfd")
    app.date_input(key="note on").set_value(None)
    press(app, "add note", "Add")
    assert said(app)[0].startswith("Day: Nothing stands here. Write a day")


def test_a_note_can_be_removed(opened: Opened, views_file: Path):
    keep_note(views_file, PFD_NOTE)
    keep_note(views_file, ALL_NOTE)
    app = opened("about", source="pfd")
    app.selectbox(key="note to remove").select_index(1)
    press(app, "remove note", "Remove")
    assert said(app) == ["The note of 01/04/2026 is removed."]
    assert read_saved(views_file, PATHS).notes == (ALL_NOTE,)
