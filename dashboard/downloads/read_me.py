"""What must travel with a table, so that it can be understood without the screen it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.saved import Note
from dashboard.sentences import NOT_CAUSED_BY, count, day, made_up

NO_FILTER = "No filter: every review of the source"
MARKS = (
    "0 means that the factor was assessed and found in no review. "
    "A blank count means not assessed: the code list, or the factor, did not apply to any selected "
    "review."
)


@dataclass(frozen=True)
class Definition:
    """What a column or a factor means."""

    name: str
    meaning: str


@dataclass(frozen=True)
class SourceNote:
    """Where the reviews come from, and what may not be concluded from them."""

    title: str
    licence: str
    citation: str
    cautions: tuple[str, ...] = ()
    is_made_up: bool = False


@dataclass(frozen=True)
class ReadMe:
    """The facts of one download."""

    title: str
    question: str  # what the table answers, ending in "?"
    filters: tuple[str, ...]  # in words
    reviews_selected: int
    reviews_left_out: int
    data_date: date  # the day up to which the data were loaded
    build: str  # name of the database that answered
    sources: tuple[SourceNote, ...]
    columns: tuple[Definition, ...] = ()
    factors: tuple[Definition, ...] = ()
    notices: tuple[str, ...] = ()  # others that the page shows, such as "in the same review"
    data_as_at: str = ""  # that day in words, where each source has its own
    notes: tuple[Note, ...] = ()  # what readers noted on these sources, by date

    @property
    def made_up_titles(self) -> tuple[str, ...]:
        """Titles of the sources that are made up."""
        return tuple(source.title for source in self.sources if source.is_made_up)


def lines(read_me: ReadMe) -> Iterator[tuple[str, str]]:
    """Yield the read-me from its top as a heading or name, and its text.

    Args:
        read_me: the facts.

    Returns:
        Pairs for two columns. A heading of several lines stands beside the first of them only; a
        pair with an empty text begins a part.
    """
    if read_me.made_up_titles:
        yield "Made-up data", made_up(read_me.made_up_titles)
    yield "Question", read_me.question
    yield from _beside("Filters", read_me.filters or (NO_FILTER,))
    yield "Reviews selected", count(read_me.reviews_selected, "review")
    yield "Left out by filters", count(read_me.reviews_left_out, "review")
    yield "Data as at", read_me.data_as_at or day(read_me.data_date)
    yield "Build", read_me.build
    told = dict.fromkeys((MARKS, NOT_CAUSED_BY, *read_me.notices))  # each once
    yield from _beside("How to read it", tuple(told))
    for source in read_me.sources:
        yield "Source", source.title
        yield "Licence", source.licence
        yield "How to cite it", source.citation
        yield from _beside("What may not be concluded", source.cautions)
    yield from _part("Notes", tuple(map(_noted, read_me.notes)))
    yield from _part("Columns", read_me.columns)
    yield from _part("Factors", read_me.factors)


def _beside(heading: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield texts with their heading beside the first."""
    for i, text in enumerate(texts):
        yield heading if i == 0 else "", text


def _noted(note: Note) -> Definition:
    """Return a note with its day in the place of a name."""
    return Definition(
        f"{note.on:%d/%m/%Y}", f"{note.kind.capitalize()} · {note.owner}: {note.text}"
    )


def _part(heading: str, definitions: Sequence[Definition]) -> Iterator[tuple[str, str]]:
    """Yield definitions under a heading."""
    if definitions:
        yield heading, ""
    for definition in definitions:
        yield definition.name, definition.meaning
