"""The canonical files of a made-up source, written row by row."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.synthesise.answers import Recommendation
from pipeline.synthesise.codebook import FRAMEWORK
from pipeline.synthesise.findings import Finding
from pipeline.synthesise.reviews import Review

COLUMNS = {
    "reviews": "review_ref,title,review_type,board,region,nation,method,population,"
    "is_ordinary_work,outcome,practice_from,practice_to,incident_on,commissioned_on,"
    "completed_on,published_on",
    "review_agencies": "review_ref,agency,involvement",
    "review_attributes": "review_ref,name,value",
    "findings": "finding_ref,review_ref,position,statement,appraisal,pattern,quotation,page,"
    "locator,perspective,prevalence_grade,evidence_grade",
    "finding_factors": "finding_ref,framework,factor,coder,coded_on,codebook_version,is_consensus",
    "finding_agencies": "finding_ref,agency,role",
    "recommendations": "recommendation_ref,review_ref,finding_ref,statement,kind,addressed_to,"
    "made_on",
    "actions": "action_ref,recommendation_ref,owner_agency,statement,action_type,strength,due_on,"
    "status,completed_on,signed_off_on,evidence_grade",
}
FILES = frozenset(f"{name}.csv" for name in COLUMNS)
NATION = "England"


class Rows:
    """The open files, each with its headings written."""

    def __init__(self, writers: dict[str, Any], version: str) -> None:
        self._writers = writers
        self._version = version

    def write(self, review: Review, findings: list[Finding], answers: list[Recommendation]) -> None:
        """Write all that one review brings."""
        self._write("reviews", [_review(review)])
        self._write(
            "review_agencies",
            ((review.ref, agency, part) for agency, part in review.agencies.items()),
        )
        self._write(
            "review_attributes", ((review.ref, "abuse type", kind) for kind in review.abuse_types)
        )
        self._write(
            "findings", (_finding(review, place, each) for place, each in enumerate(findings, 1))
        )
        self._write("finding_factors", self._codings(findings))
        self._write(
            "finding_agencies",
            (
                (each.ref, agency, role)
                for each in findings
                for agency, role in each.agencies.items()
            ),
        )
        self._write("recommendations", (_recommendation(review, each) for each in answers))
        self._write("actions", (row for each in answers for row in _actions(each)))

    def _write(self, name: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._writers[name].writerows(rows)

    def _codings(self, findings: list[Finding]) -> Iterator[tuple[Any, ...]]:
        for finding in findings:
            for coding in finding.codings:
                agreed = _said(coding.is_consensus)
                for factor in coding.factors:
                    yield (
                        finding.ref,
                        FRAMEWORK,
                        factor,
                        coding.coder,
                        coding.coded_on,
                        self._version,
                        agreed,
                    )


@contextmanager
def open_rows(folder: Path, version: str) -> Iterator[Rows]:
    """Open every file in a folder for writing; `version` is that of the codebook."""
    with ExitStack() as stack:
        writers = {}
        for name, columns in COLUMNS.items():
            path = folder / f"{name}.csv"
            file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            writers[name] = csv.writer(file, lineterminator="\n")
            writers[name].writerow(columns.split(","))
        yield Rows(writers, version)


def _review(review: Review) -> tuple[Any, ...]:
    began, ended = review.practice.texts() if review.practice else ("", "")
    return (
        review.ref,
        review.title,
        review.review_type,
        review.board.name,
        review.board.region,
        NATION,
        review.method,
        review.population,
        _said(review.is_ordinary_work),
        review.outcome,
        began,
        ended,
        _day(review.incident_on),
        _day(review.commissioned_on),
        _day(review.made_on if review.practice else None),
        review.published,
    )


def _finding(review: Review, position: int, finding: Finding) -> tuple[Any, ...]:
    return (
        finding.ref,
        review.ref,
        position,
        finding.statement,
        finding.appraisal,
        finding.pattern,
        finding.quotation,
        finding.page,
        finding.locator,
        finding.perspective,
        finding.prevalence_grade,
        finding.evidence_grade,
    )


def _recommendation(review: Review, each: Recommendation) -> tuple[Any, ...]:
    return (
        each.ref,
        review.ref,
        each.finding_ref,
        each.statement,
        each.kind,
        each.addressed_to,
        review.made_on,
    )


def _actions(recommendation: Recommendation) -> Iterator[tuple[Any, ...]]:
    for each in recommendation.actions:
        yield (
            each.ref,
            recommendation.ref,
            each.owner_agency,
            each.statement,
            each.action_type,
            each.strength,
            _day(each.due_on),
            each.status,
            _day(each.completed_on),
            _day(each.signed_off_on),
            each.evidence_grade,
        )


def _said(value: bool) -> str:
    return "true" if value else "false"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
