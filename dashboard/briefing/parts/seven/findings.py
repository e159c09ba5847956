"""Findings as blocks: quoted with where they stand, or named where the source holds no words."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.briefing.document import Block, Bullets, Quotation
from dashboard.briefing.parts.seven.subject import paragraph, text_of
from dashboard.briefing.text import Text, plain
from dashboard.sentences.briefing.quoted import NO_WORDS, shortened, source
from dashboard.sentences.dates import known
from dashboard.sentences.reviews import review_named

ON_A_SLIDE = 180  # letters of a finding that a slide shows


def latest_first(findings: pd.DataFrame, basis: str) -> list[Any]:
    """Return the rows of `findings.sql` with those of the latest reviews first, undated ones last.

    Args:
        findings: the rows.
        basis: practice or published: what places a review in time.
    """
    ordered = findings.sort_values(
        [f"{basis}_on", "review_ref", "position"],
        ascending=[False, True, True],
        na_position="last",
        kind="stable",
    )
    return list(ordered.itertuples(index=False))


def quoted(findings: Sequence[Any], of: Sequence[str]) -> list[Block | None]:
    """Return findings as quotations, or as a list of where they stand if none has words.

    Args:
        findings: rows of `findings.sql` or `review_findings.sql`.
        of: for each, where it stands.
    """
    words = list(map(words_of, findings))
    if not any(words):
        places = tuple(plain(place) for place in of if place)
        return [paragraph(NO_WORDS), Bullets(places)] if places else []
    return [
        Quotation(shortened(text), place) if text else paragraph(place)
        for text, place in zip(words, of, strict=True)
    ]


def points(findings: Sequence[Any], of: Sequence[str]) -> tuple[Text, ...]:
    """Return findings as the points of a slide: their words, else where they stand."""
    words = [shortened(words_of(finding), ON_A_SLIDE) for finding in findings]
    return tuple(plain(text or place) for text, place in zip(words, of, strict=True))


def words_of(finding: Any) -> str:
    """Return what a finding says or, where that is not recorded, what it quotes."""
    return text_of(finding.statement) or text_of(finding.quotation)


def of_its_review(finding: Any, basis: str, sources: Mapping[str, str]) -> str:
    """Return where a finding of some review stands: the review, its date, the page, the link.

    Args:
        finding: row of `findings.sql`.
        basis: practice or published: whose date it is.
        sources: `Chosen.sources_named`.
    """
    title, on = text_of(finding.title), getattr(finding, f"{basis}_on")
    reference = text_of(finding.review_ref)
    named = ", ".join(filter(None, (reference, sources.get(finding.source_id))))
    precision = text_of(getattr(finding, f"{basis}_precision"))
    return source(
        (
            f"{title} ({named})" if title else review_named(reference, finding.source_id, sources),
            "" if title else text_of(finding.board),
            "" if pd.isna(on) else known(on.date(), precision or None),
            _place(finding),
            text_of(finding.link),
        )
    )


def in_the_review(finding: Any) -> str:
    """Return where a finding of the one review stands: its factors, and the page."""
    return source((text_of(finding.factors), _place(finding)))


def _place(finding: Any) -> str:
    """Return the page of a finding or, where that is not recorded, where else it stands."""
    page = text_of(finding.page)
    return f"page {page}" if page else text_of(finding.locator)
