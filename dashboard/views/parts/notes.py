"""Notes: what was decided or changed on a day, and explains numbers from then on."""

from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard import places
from dashboard.address import FIRST_DAY, LAST_DAY
from dashboard.chosen import Chosen
from dashboard.saved import KINDS, Note, forget_note, keep_note, read_saved
from dashboard.saved.values import LONGEST_OWNER, LONGEST_TEXT
from dashboard.sentences import bold, escaped
from dashboard.views.parts import came_of_it
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import PATHS

PLACE = "notes"
_ABOUT = {"chosen": "What is chosen now: {titles}", "all": "All sources"}
_LABELS = {
    "on": "Day",
    "kind": "Kind",
    "owner": "Owner",
    "text": "What happened",
    "about": "About",
}
_FORM = {name: f"note {name}" for name in _LABELS}
_REMOVED = "note to remove"


def notes_of(chosen: Chosen) -> list[Note]:
    """Return the notes that concern the chosen sources, by date: the first is number 1."""
    sources = set(chosen.selection.sources)
    notes = read_saved(places.views_file(), PATHS).notes
    return [note for note in notes if not note.sources or sources & set(note.sources)]


def draw_notes(chosen: Chosen) -> None:
    """Draw the notes with their numbers, and the ways to add and to remove one."""
    notes = notes_of(chosen)
    if notes:
        st.markdown("\n".join(map(_in_list, range(1, len(notes) + 1), notes)), width=LINE)
    else:
        st.markdown("There is no note on what is chosen.", width=LINE)
    with st.container():  # what comes and goes in it moves nothing below it
        came_of_it.say(PLACE)
    _add(chosen)
    if notes:
        _remove(notes)


def draw_note(number: int, chosen: Chosen) -> None:
    """Draw one note by itself, where its number was clicked.

    Args:
        number: its number in the list, from 1.
        chosen: the reader's choice.
    """
    with st.container(border=True, width=LINE):
        st.markdown(_in_list(number, notes_of(chosen)[number - 1]))


def _in_list(number: int, note: Note) -> str:
    """Return a note as an entry of a numbered list."""
    about = f"{_day(note)} · {note.kind.capitalize()}"
    return f"{number}. {bold(about)} · {escaped(note.owner)}  \n   {escaped(note.text)}"


def _day(note: Note) -> str:
    return f"{note.on:%d/%m/%Y}"


def _add(chosen: Chosen) -> None:
    """Draw the form that adds a note."""
    titles = " and ".join(source.title for source in chosen.sources)
    with (
        st.expander("Add a note", icon=":material/note_add:", type="compact", width=LINE),
        st.form("add note", border=False),
    ):
        st.caption(
            "Write no names of families, or of anybody in a review: "
            "notes stand in a plain file, and travel with the XLSX downloads."
        )
        st.date_input(
            _LABELS["on"],
            value=date.today(),
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="DD/MM/YYYY",
            key=_FORM["on"],
        )
        st.selectbox(
            _LABELS["kind"],
            KINDS,
            format_func=str.capitalize,
            key=_FORM["kind"],
            filter_mode="contains",
        )
        st.text_input(
            _LABELS["owner"],
            key=_FORM["owner"],
            max_chars=LONGEST_OWNER,
            placeholder="The role or group that answers for it",
        )
        st.text_area(_LABELS["text"], key=_FORM["text"], max_chars=LONGEST_TEXT, height=100)
        st.radio(
            _LABELS["about"],
            list(_ABOUT),
            format_func=lambda about: escaped(_ABOUT[about].format(titles=titles)),
            key=_FORM["about"],
        )
        st.form_submit_button("Add", on_click=_keep, args=(chosen.selection.sources,))


def _keep(sources: tuple[str, ...]) -> None:
    """Save the note that was written."""
    on, kind, owner, text, about = (st.session_state[key] for key in _FORM.values())
    note = Note(on, kind, owner, text, sources if about == "chosen" else ())
    fault = keep_note(places.views_file(), note)
    if fault is None:
        st.session_state[_FORM["text"]] = ""
    else:
        fault = replace(fault, field=_LABELS.get(fault.field, fault.field))
    came_of_it.keep(PLACE, fault, "The note is added.")


def _remove(notes: list[Note]) -> None:
    """Draw the form that removes a note."""
    with (
        st.expander("Remove a note", icon=":material/delete:", type="compact", width=LINE),
        st.form("remove note", border=False),
    ):
        numbers = {note: number for number, note in enumerate(notes, start=1)}
        st.selectbox(
            "Note",
            notes,
            format_func=lambda note: f"{numbers[note]}. {_day(note)}: {note.text}",
            key=_REMOVED,
            filter_mode="contains",
        )
        st.form_submit_button("Remove", on_click=_forget)


def _forget() -> None:
    """Remove the note that was chosen."""
    note = st.session_state[_REMOVED]
    fault = forget_note(places.views_file(), note)
    came_of_it.keep(PLACE, fault, f"The note of {_day(note)} is removed.")
