"""How the briefing is made again: the last page, which says what the manifest says."""

from typing import Any

from dashboard.briefing.document import Bullets, Column, Paragraph, Section, Table
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.manifest import FILE, manifest
from dashboard.briefing.request import command
from dashboard.briefing.template import Part
from dashboard.briefing.text import Run, Text, plain
from dashboard.sentences import filters_in_words

AGAIN = (
    "The same data and the same choices make the same file, to the byte. This command makes it "
    "from the data that are loaded, and the manifest that was written beside this file makes it "
    "from the very build that is named here:"
)
_GROUP = 16


def reproduce(inquiry: Inquiry, part: Part) -> Section:
    """Say what the briefing was made from, and the command that makes it again."""
    request, chosen = inquiry.request, inquiry.chosen
    words = filters_in_words(request.selection, chosen.labels, chosen.names)
    facts = (
        _named("Crossreview", f"version {inquiry.version}"),
        _named("Build", inquiry.build),
        _named("Data as at", chosen.data_as_at),
        _named("Quarter", request.quarter.name),
        *(_named(*line.split(": ", maxsplit=1)) for line in words),
    )
    blocks = (
        Paragraph(plain(AGAIN)),
        Paragraph((Run(command(request, FILE), is_bold=True),)),
        Bullets(facts),
        _files(inquiry),
    )
    return Section(part.show, part.heading, blocks, is_appendix=True, is_kept_whole=True)


def manifest_of(inquiry: Inquiry) -> dict[str, Any]:
    """Return the manifest of a briefing, as plain values."""
    files: dict[str, list[dict[str, Any]]] = {}
    for row in inquiry.rows("source_files"):
        held = {"file": row.file, "bytes": int(row.bytes), "sha256": row.sha256}
        files.setdefault(row.source_id, []).append(held)
    sources = [
        {
            "source_id": source.source_id,
            "title": source.title,
            "licence": source.licence,
            "citation": source.citation,
            "is_made_up": bool(source.is_made_up),
            "files": files.get(source.source_id, []),
        }
        for source in inquiry.chosen.sources
    ]
    return manifest(
        inquiry.request, sources, inquiry.chosen.data_date, inquiry.build, inquiry.version
    )


def _files(inquiry: Inquiry) -> Table:
    """Return the files that were loaded, each with its fingerprint."""
    rows = tuple(
        (row.source_id, row.file, f"{int(row.bytes):,}", _in_groups(row.sha256))
        for row in inquiry.rows("source_files")
    )
    columns = (
        Column("Source"),
        Column("File", weight=1.6),
        Column("Bytes", is_number=True),
        Column("SHA-256", weight=3.4),
    )
    return Table("Files that were loaded", columns, rows)


def _in_groups(fingerprint: str) -> str:
    """Return a fingerprint in groups, between which a line may be broken."""
    return " ".join(
        fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP)
    )


def _named(name: str, value: str) -> Text:
    """Return a name in bold, and its value."""
    return (Run(f"{name}:", is_bold=True), Run(f" {value}"))
