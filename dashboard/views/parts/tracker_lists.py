"""The lists behind the numbers of the action tracker: each as long as its number."""

from typing import Any, NamedTuple

import streamlit as st

from dashboard.chosen import Chosen
from dashboard.database import ask_rows, ask_table, build
from dashboard.progress import AGES, WORDS, Links, Progress, progress
from dashboard.sentences import actions as words
from dashboard.sentences import bold, count
from dashboard.sentences.counts import first_of
from dashboard.views import place
from dashboard.views.parts import downloads, tracker_table
from dashboard.views.parts.around import LINE
from dashboard.views.parts.links import AFTER_ACTION
from dashboard.views.parts.settings import choose
from dashboard.views.parts.tables import MOST, TICK_TO_OPEN
from queries.selection import NONE
from queries.statement import Statement, compose

HEIGHT = 560
ANY_OWNER = "any"
CLOSED = ""
ALL = "all"
CONTRADICTING = "contradicting"
WITHOUT = {"due date": "Without a due date", "evidence": "Without evidence of what came of them"}


class Listing(NamedTuple):
    """A list: what it is called, how long it is, and what it is asked with."""

    name: str
    rows: int
    own: dict[str, Any]
    question: str = "actions"
    noun: str = "action"
    owner: str = ""  # whose actions they are, where they are of one

    @property
    def in_words(self) -> str:
        """What is listed, in plain text: "2 actions (overdue; owner: Police)"."""
        of = f"; owner: {self.owner}" if self.owner else ""
        return f"{count(self.rows, self.noun)} ({self.name[:1].lower()}{self.name[1:]}{of})"

    def statement(self, chosen: Chosen) -> Statement:
        """Return the question behind the list."""
        return compose(self.question, chosen.selection, **self.own)

    @property
    def constant(self) -> set[str]:
        """Columns that would say the same in every row."""
        given = {name for name, value in self.own.items() if value is not None}
        same = {"tracked": "tracked", "overdue_for": "tracked", "owner": "owner_label"}
        return {column for name, column in same.items() if name in given}


def of_age(age: str) -> str:
    """Return the code of the list of actions that have been overdue for so long."""
    return f"overdue {age}"


def doors(tied: Links, every: list[Progress]) -> dict[str, str]:
    """Return the lists that call for a look: code -> what is said of them with their number."""
    overdue = every[0].words["overdue"] if every else 0
    contradicting = every[0].contradicting if every else 0
    numbers = {
        "overdue": (overdue, "action overdue", "actions overdue"),
        "findings": (
            tied.findings_without_recommendation,
            "finding without a recommendation",
            "findings without a recommendation",
        ),
        "without finding": (
            tied.recommendations_unlinked,
            "recommendation without a finding",
            "recommendations without a finding",
        ),
        "without action": (
            tied.recommendations_without_action,
            "recommendation without an action",
            "recommendations without an action",
        ),
        CONTRADICTING: (contradicting, "contradiction"),
    }
    return {code: count(*number) for code, number in numbers.items() if number[0]}


def draw(chosen: Chosen, tied: Links, every: list[Progress]) -> Listing | None:
    """Draw the choice of a list and, where one is chosen, the list.

    Args:
        chosen: the reader's choice.
        tied: what is tied to what.
        every: all actions together; empty where there is none.

    Returns:
        The list that is drawn; None where none is chosen.
    """
    with st.container(horizontal=True, key="tracker_lists"):
        owner, row = _owner(chosen, every)
        listings = {**(_of_actions(chosen, owner, row) if row else {}), **_of_others(tied)}
        named = {code: f"{one.name} ({one.rows:,})" for code, one in listings.items()}
        code = choose("tracked", "List", {CLOSED: "Choose a list", **named}, CLOSED, kind="select")
    if code == CLOSED and owner is not None:
        code = ALL
    if code == CLOSED:
        return None
    listing = listings[code]
    if row is not None and owner is not None and listing.question == "actions":
        listing = listing._replace(owner=row.group)
    _draw_list(listing, chosen)
    if owner is not None and listing.question != "actions":
        st.caption("Owners are of actions: this list is of all owners, and of none.", width=LINE)
    st.button(
        "Close the list",
        icon=":material/close:",
        on_click=place.set_page,
        kwargs={"tracked": None, "owner": None},
    )
    return listing


def _owner(chosen: Chosen, every: list[Progress]) -> tuple[str | None, Progress | None]:
    """Draw the choice of an owner; return its code, None for any, and how far its actions are."""
    if not every:
        return None, None
    table = ask_table("action_progress", chosen.selection, by="owner")
    rows = sorted(progress(table, "Owner not recorded"), key=lambda row: -row.actions)
    held = {row.group_id or NONE: row for row in rows}
    options = {ANY_OWNER: "Any owner", **{code: row.group for code, row in held.items()}}
    owner = choose("owner", "Actions owned by", options, ANY_OWNER, kind="select")
    return (None, every[0]) if owner == ANY_OWNER else (owner, held[owner])


def _of_actions(chosen: Chosen, owner: str | None, row: Progress) -> dict[str, Listing]:
    """Return the lists of actions, of one owner or of all."""
    found = {ALL: Listing("All actions", row.actions, {"owner": owner})}
    for word, name in WORDS.items():
        own = {"owner": owner, "tracked": word}
        found[word] = Listing(name, row.words[word], own)
        if word == "overdue":
            for age, of_age_name in AGES.items():
                own = {"owner": owner, "overdue_for": age}
                found[of_age(age)] = Listing(of_age_name, row.ages[age], own)
    own = {"owner": owner, "contradicting": True}
    found[CONTRADICTING] = Listing("Contradicting themselves", row.contradicting, own)
    for what, name in WITHOUT.items():
        own = {"owner": owner, "without": what}
        [counted] = ask_rows("actions_count", chosen.selection, **own)
        found[f"without {what}"] = Listing(name, int(counted.actions), own)
    return found


def _of_others(tied: Links) -> dict[str, Listing]:
    """Return the lists of recommendations, and of findings without one."""
    asked = ("recommendations", "recommendation")
    unlinked, bare = tied.recommendations_unlinked, tied.recommendations_without_action
    unanswered = tied.findings_without_recommendation
    return {
        "recommendations": Listing("All recommendations", tied.recommendations, {}, *asked),
        "without finding": Listing(
            "Recommendations without a finding", unlinked, {"without_finding": True}, *asked
        ),
        "without action": Listing(
            "Recommendations without an action", bare, {"without_action": True}, *asked
        ),
        "findings": Listing(
            "Findings without a recommendation", unanswered, {}, "findings_unanswered", "finding"
        ),
    }


def _draw_list(listing: Listing, chosen: Chosen) -> None:
    """Draw a list with its downloads."""
    if not listing.rows:
        st.markdown(f"{bold(listing.name)}: there is none.", width=LINE)
        return
    whole = listing.statement(chosen)
    part = compose(listing.question, chosen.selection, **listing.own, most=MOST)
    table = tracker_table.table_of(build(), part, chosen, tuple(sorted(listing.constant)))
    listed = f"{bold(listing.name)}: {count(listing.rows, listing.noun)}, by review and reference."
    if listing.rows > MOST:
        listed += f" {first_of(MOST, listing.rows)}"
    st.markdown(listed, width=LINE)
    tracker_table.draw(
        table, HEIGHT, f"tracker {listing.name} {len(table)}", f"The list: {listing.name}"
    )
    st.caption(
        f"{TICK_TO_OPEN} A double click shows the whole of a cell.",
        width=LINE,
    )
    downloads.downloads(
        listing.question,
        AFTER_ACTION,
        whole,
        chosen,
        notices=words.NOTICES,
        narrowed=(f"List: {listing.in_words}",),
    )
