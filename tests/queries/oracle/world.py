"""What the tables say, gathered review by review into dicts."""

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.queries.oracle.dates import span_of

Row = dict[str, str]
Review = dict[str, Any]
Finding = dict[str, Any]
Recommendation = dict[str, Any]

WAYS = ("involved", "contributed", "addressed", "no contact")
"""The ways of taking part in a review, the fullest first."""


@dataclass(frozen=True)
class SourceTables:
    """A source as it is written: its settings, and its canonical tables by their names."""

    source_id: str
    attribution: str
    frameworks: tuple[str, ...]
    covers_from: date | None
    covers_to: date | None
    tables: dict[str, list[Row]]

    def rows(self, table: str) -> list[Row]:
        """List the rows of a table; none where the source has no such table."""
        return self.tables.get(table, [])

    def rows_of(self, table: str, column: str, value: str) -> list[Row]:
        """List the rows of a table that hold a value in a column."""
        return [row for row in self.rows(table) if row[column] == value]


class World:
    """The sources, the codebooks, and the reviews with everything that is said of them."""

    def __init__(self, sources: list[SourceTables], codebooks: Path) -> None:
        self.sources = sources
        self.codebooks = codebooks
        self.agencies = {row["agency_id"]: row for row in read_csv(codebooks / "agencies.csv")}
        self.action_types = {
            row["action_type"]: row for row in read_csv(codebooks / "action_hierarchy.csv")
        }
        self.patterns = read_csv(codebooks / "scie-patterns" / "factors.csv")
        self.factors: dict[str, list[Row]] = {}
        self.layers: dict[str, dict[str, str]] = {}
        for framework in {name for source in sources for name in source.frameworks}:
            self.factors[framework] = read_csv(codebooks / framework / "factors.csv")
            text = (codebooks / framework / "framework.toml").read_text(encoding="utf-8")
            layers = tomllib.loads(text).get("layers", [])
            self.layers[framework] = {layer["id"]: layer["label"] for layer in layers}
        self.reviews = [
            self._review(source, row) for source in sources for row in source.rows("reviews")
        ]

    def _review(self, source: SourceTables, row: Row) -> Review:
        ref = row["review_ref"]
        findings = [
            self._finding(source, position, finding)
            for position, finding in enumerate(
                source.rows_of("findings", "review_ref", ref), start=1
            )
        ]
        involvement = self._involvement(source, ref, findings)
        if source.attribution == "review":
            for finding in findings:
                finding["found_at"] = {a for a, way in involvement.items() if way != "no contact"}
        practice_from, practice_to = span_of(row["practice_from"]), span_of(row["practice_to"])
        incident, published = span_of(row["incident_on"]), span_of(row["published_on"])
        completed = span_of(row["completed_on"])
        latest = published or completed or practice_to or incident or practice_from
        used = {one["framework"] for one in source.rows_of("review_frameworks", "review_ref", ref)}
        return {
            **row,
            "source_id": source.source_id,
            "attribution": source.attribution,
            "is_ordinary_work": row["is_ordinary_work"] == "yes"
            or (row["is_ordinary_work"] == "" and row["review_type"] in ("MAA", "LTR")),
            "practice": practice_to or incident or practice_from,
            "practice_from_span": practice_from,
            "published": published,
            "assessed_on": latest[0] if latest else None,
            "involvement": involvement,
            "involved": {agency for agency, way in involvement.items() if way != "no contact"},
            "frameworks": used if source.rows("review_frameworks") else set(source.frameworks),
            "findings": findings,
            "recommendations": [
                self._recommendation(source, recommendation)
                for recommendation in source.rows_of("recommendations", "review_ref", ref)
            ],
            "attributes": {
                one["name"]: one["value"]
                for one in source.rows_of("review_attributes", "review_ref", ref)
            },
        }

    def _recommendation(self, source: SourceTables, row: Row) -> Recommendation:
        """Read a recommendation with its actions, their dates as the days that they may be."""
        actions = source.rows_of("actions", "recommendation_ref", row["recommendation_ref"])
        return {
            **row,
            "addressed_to": self._agency_or_none(row["addressed_to"]),
            "made": span_of(row["made_on"]),
            "actions": [
                {
                    **action,
                    "owner": self._agency_or_none(action["owner_agency"]),
                    "due": span_of(action["due_on"]),
                    "completed": span_of(action["completed_on"]),
                    "signed off": span_of(action["signed_off_on"]),
                }
                for action in actions
            ],
        }

    def _finding(self, source: SourceTables, position: int, row: Row) -> Finding:
        named = source.rows_of("finding_agencies", "finding_ref", row["finding_ref"])
        return {
            **row,
            "place": position,
            "codings": source.rows_of("finding_factors", "finding_ref", row["finding_ref"]),
            "named": {self._agency(one["agency"]) for one in named},
            "found_at": {self._agency(one["agency"]) for one in named if one["role"] != "affected"},
        }

    def _involvement(
        self, source: SourceTables, ref: str, findings: list[Finding]
    ) -> dict[str, str]:
        """Say how each agency took part: in the fullest way that it is named with."""
        found: dict[str, str] = {}
        for row in source.rows_of("review_agencies", "review_ref", ref):
            agency, way = self._agency(row["agency"]), row["involvement"] or "involved"
            found[agency] = min(found.get(agency, way), way, key=WAYS.index)
        if source.attribution == "coded":
            for finding in findings:
                for agency in finding["named"]:
                    found.setdefault(agency, "found at")
        return found

    def _agency_or_none(self, text: str) -> str | None:
        """Give the code of an agency, or None where none is named."""
        return self._agency(text) if text else None

    def _agency(self, text: str) -> str:
        """Give the code of an agency that is named by its code or by its label."""
        return next(code for code, row in self.agencies.items() if text in (code, row["label"]))


def read_csv(path: Path) -> list[Row]:
    """Read a CSV file of our own."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
