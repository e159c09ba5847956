"""What each distinct text means: read once in Python, joined to every row in SQL."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline.codebooks import PATTERNS, Agency, Codebooks, sector_of
from pipeline.dates import read_date
from pipeline.fold import fold
from pipeline.source import Source
from pipeline.tables import insert_rows

_FOLDER = Path(__file__).parent / "texts"
# What else stands between values where a cell was split by another mark than the declared one.
_SEPARATORS = ("|", ";", ",", "/", "\n", " and ")
SLIP = 75  # of 100: from here on two names differ by a letter or two
NEAR_ENOUGH = 60  # of 100: below this a suggestion puzzles more than it helps


@dataclass(frozen=True)
class Meaning:
    """What a text stands for, or else the nearest known text, or why it stands for nothing."""

    code: str | None
    nearest: str | None = None
    fault: str | None = None


def find_meanings(
    connection: duckdb.DuckDBPyConnection, codebooks: Codebooks, sources: Iterable[Source]
) -> tuple[Agency, ...]:
    """Fill the tables of meanings from the distinct texts of the staged tables.

    Returns:
        The agencies that no codebook knows, named by sources that are open to them.
    """
    insert_rows(connection, "date_text", map(_date, _texts(connection, "dates")))
    terms = {
        vocabulary: Vocabulary(
            {
                name: term.term
                for term in codebooks.terms
                if term.vocabulary == vocabulary
                for name in (term.term, term.label, *term.aliases)
            }
        )
        for vocabulary in dict.fromkeys(term.vocabulary for term in codebooks.terms)
    }
    factors = {
        framework.framework_id: Vocabulary(
            {
                name: factor.factor_id
                for factor in codebooks.factors
                if factor.framework_id == framework.framework_id
                for name in (factor.factor_id, factor.label, *factor.aliases)
            }
        )
        for framework in codebooks.frameworks
    }
    terms["pattern"] = factors[PATTERNS]
    nothing = Vocabulary({})
    insert_rows(
        connection,
        "term_text",
        (
            (vocabulary, text, found.code, found.nearest)
            for vocabulary, text in _texts(connection, "terms")
            for found in [terms.get(vocabulary, nothing).find(text)]
        ),
    )
    insert_rows(
        connection,
        "factor_text",
        (
            (framework, text, found.code, found.nearest, found.fault)
            for framework, text in _texts(connection, "factors")
            for found in [factors.get(framework, nothing).find(text)]
        ),
    )
    return _find_agencies(connection, codebooks, sources)


class Vocabulary:
    """The names that are known, and the code that each stands for."""

    def __init__(self, codes: dict[str, str]) -> None:
        self._codes = {fold(name): code for name, code in codes.items()}
        self._names = list(codes)
        self._parts = {
            fold(part): name for name in codes if "," in name for part in name.split(",")
        }

    def code(self, text: str) -> str | None:
        """Give the code that a text stands for, if it is known."""
        return self._codes.get(fold(text))

    def find(self, text: str) -> Meaning:
        """Find what a text stands for, whatever its capitals, spaces and hyphens."""
        code = self.code(text)
        if code is not None:
            return Meaning(code)
        fault = self._split_wrongly(text)
        return Meaning(None, fault=fault) if fault else self._near(text)

    def _near(self, text: str) -> Meaning:
        """Suggest the nearest known name."""
        from rapidfuzz import fuzz, process  # only where there is something to suggest

        # a slip of the pen first; only then a name of which the text is a part, or which is in it
        for scorer, cutoff in ((fuzz.ratio, SLIP), (fuzz.WRatio, NEAR_ENOUGH)):
            near = process.extractOne(
                text, self._names, scorer=scorer, processor=fold, score_cutoff=cutoff
            )
            if near:
                return Meaning(None, nearest=near[0])
        return Meaning(None)

    def _split_wrongly(self, text: str) -> str | None:
        """Say so where a text is part of one name, or holds several."""
        whole = self._parts.get(fold(text))
        if whole is not None:
            return (
                f'is a part of "{whole}": the cell was parted at a comma that belongs to the name. '
                "Declare in source.toml the separator that the file uses."
            )
        for separator in _SEPARATORS:
            parts = [part.strip() for part in text.split(separator) if part.strip()]
            if len(parts) > 1 and all(fold(part) in self._codes for part in parts):
                mark = "a line break" if separator == "\n" else f'"{separator.strip()}"'
                return (
                    f"holds {len(parts)} values with {mark} between them. Give each a row of its "
                    "own, or declare that separator in source.toml."
                )
        return None


def _find_agencies(
    connection: duckdb.DuckDBPyConnection, codebooks: Codebooks, sources: Iterable[Source]
) -> tuple[Agency, ...]:
    """Fill agency_text, and make an agency of each new name in a source that is open to them."""
    names = {alias.alias: alias.agency_id for alias in codebooks.aliases}
    names |= {agency.label: agency.agency_id for agency in codebooks.agencies}
    names |= {agency.agency_id: agency.agency_id for agency in codebooks.agencies}
    known = Vocabulary(names)
    open_sources = {
        source.source_id
        for source in sources
        if source.layout and any(agencies.open for agencies in source.layout.agencies)
    }
    taken = {agency.agency_id for agency in codebooks.agencies}
    made: dict[str, Agency] = {}
    rows = []
    for source_id, text in _texts(connection, "agencies"):
        if source_id in open_sources and known.code(text) is None:
            if fold(text) not in made:
                made[fold(text)] = _new_agency(text, taken, codebooks)
            found = Meaning(made[fold(text)].agency_id)
        else:
            found = known.find(text)
        rows.append((source_id, text, found.code, found.nearest, found.fault))
    insert_rows(connection, "agency_text", rows)
    return tuple(made.values())


def _new_agency(label: str, taken: set[str], codebooks: Codebooks) -> Agency:
    """Make an agency of a name: its code from its words, its sector by the rules for names."""
    code = "-".join(fold(label).split()) or "agency"
    number = 1
    while code in taken:
        number += 1
        code = f"{code}-{number}"
    taken.add(code)
    return Agency(
        agency_id=code,
        label=label,
        sector=sector_of(label, codebooks.name_rules),
        parent_id=None,
        successor_id=None,
        valid_from=None,
        valid_to=None,
        is_one_body=True,
        standing="as named",
    )


def _date(row: tuple[str]) -> tuple:
    """Read one distinct text as a date."""
    read = read_date(row[0])
    return (row[0], read.first_day, read.last_day, read.precision, read.fault)


def _texts(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple]:
    """List the distinct texts of one kind."""
    return connection.execute((_FOLDER / f"{name}.sql").read_text(encoding="utf-8")).fetchall()
