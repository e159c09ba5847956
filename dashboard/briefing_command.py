"""The command `briefing`: ask a build, and write the files. What each says is not its business."""

import hashlib
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.answers import Ask, Told
from dashboard.briefing.basis import usual_basis
from dashboard.briefing.compose import KNOWN, brief
from dashboard.briefing.manifest import read_manifest, request_of
from dashboard.briefing.publish import FORMATS, MANIFEST, files_of, publish
from dashboard.briefing.quarter import LATEST, Quarter, latest_whole, read_quarter
from dashboard.briefing.request import Request
from dashboard.briefing.template import read_template
from dashboard.chosen import gathered
from dashboard.downloads import file_name
from queries.ask import execute
from queries.resolve import settle
from queries.selection import Selection
from queries.statement import compose
from queries.store import NoBuild, connect, current_build, fingerprint


class AskedWrongly(ValueError):
    """A briefing that was not asked for as it needs to be; the message says how."""


@dataclass(frozen=True)
class Wanted:
    """What somebody at the terminal asks for.

    Attributes:
        quarter: as it was written, or LATEST.
        selection: the filters as they were given.
        template: name or file of the template.
        marking: one of MARKINGS.
        review: reference of the one review that it is about.
        out: a file, or a folder for every format.
    """

    quarter: str
    selection: Selection
    template: str
    marking: str
    review: str | None
    out: Path


def write(builds: Path, wanted: Wanted, told: Told) -> list[Path]:
    """Write the briefing that somebody asks for, of the build that is served.

    Returns:
        The files that were written.

    Raises:
        AskedWrongly, QuarterFault, TemplateFault, SelectionFault: it was not asked for rightly.
        NoBuild, NothingToTell: there is nothing to tell.
        OSError: it cannot be written.
    """
    if wanted.selection.period_to is not None:
        raise AskedWrongly("--quarter says where the briefing ends: leave --to out.")
    named = None if wanted.quarter.strip().lower() == LATEST else read_quarter(wanted.quarter)
    suffixes = _suffixes(wanted.out)
    template = read_template(wanted.template, KNOWN)
    build = current_build(builds)
    with connect(build) as connection:
        ask = _asker(connection)
        selection = _settled(connection, ask, wanted.selection)
        request = Request(
            quarter=named or _latest(ask, selection),
            selection=selection,
            template=template,
            template_name=wanted.template,
            marking=wanted.marking,
            review=wanted.review,
        )
        return _write(ask, request, build, wanted.out, suffixes, told)


def write_again(builds: Path, manifest: Path, out: Path | None, told: Told) -> list[Path]:
    """Write the briefing of a manifest again, of the build that it names.

    Args:
        builds: folder of the builds.
        manifest: the manifest.
        out: a file, or a folder for every format; where None, the formats that it names, beside
            it.
        told: is told how far it has come.

    Raises:
        ManifestFault: it is no manifest, or cannot be followed.
        NoBuild: the build that it names is not there.
        OSError: it cannot be read, or the briefing cannot be written.
    """
    held = read_manifest(manifest.read_bytes(), str(manifest))
    request = request_of(held, KNOWN, str(manifest))
    build = _build_of(builds, held)
    stem = manifest.with_name(manifest.name.removesuffix(MANIFEST))
    named = tuple(suffix for name in held["files"] if (suffix := Path(name).suffix[1:]) in FORMATS)
    suffixes = _suffixes(out) if out else named or tuple(FORMATS)
    with connect(build) as connection:
        ask = _asker(connection)
        written = _write(ask, request, build, out or stem, suffixes, told, is_stem=out is None)
    _compare(held, written, told)
    return written


def _write(
    ask: Ask,
    request: Request,
    build: Path,
    out: Path,
    suffixes: tuple[str, ...],
    told: Told,
    *,
    is_stem: bool = False,
) -> list[Path]:
    """Build the briefing, and write its files."""
    document = brief(ask, request, fingerprint(build), version("crossreview"), told)
    stem = out if is_stem else _stem(out, request, document.data_date)
    stem.parent.mkdir(parents=True, exist_ok=True)
    files = files_of(document, stem, suffixes, told)
    publish(files)
    return list(files)


def _asker(connection: duckdb.DuckDBPyConnection) -> Ask:
    """Return a way to ask a build."""

    def ask(name: str, selection: Selection, **own: Any) -> pd.DataFrame:
        return execute(connection, compose(name, selection, **own)).df()

    return ask


def _settled(connection: duckdb.DuckDBPyConnection, ask: Ask, given: Selection) -> Selection:
    """Return the filters with what was left open filled in."""
    settled, unknown = settle(connection, given)
    if unknown:
        raise AskedWrongly("\n".join(unknown))
    return replace(settled, basis=given.basis or usual_basis(ask, settled))


def _latest(ask: Ask, selection: Selection) -> Quarter:
    """Return the last quarter that is over by the end of the data."""
    return latest_whole(gathered(ask, selection, selection).data_date)


def _suffixes(out: Path) -> tuple[str, ...]:
    """Return the formats that are to be written."""
    if out.is_dir() or not out.suffix:
        return tuple(FORMATS)
    suffix = out.suffix[1:].lower()
    if suffix not in FORMATS:
        known = ", ".join(f".{one}" for one in FORMATS)
        raise AskedWrongly(
            f'"{out.name}" names no format that a briefing is written in. There are {known}; '
            "name a folder for all of them."
        )
    return (suffix,)


def _stem(out: Path, request: Request, data_date: Any) -> Path:
    """Return folder and name of the files, without a suffix."""
    if not out.is_dir() and out.suffix:
        return out.with_suffix("")
    subject = request.review or request.factor or ""
    called = f"briefing {request.quarter.code} {subject}"
    name = file_name(request.selection.sources, called, data_date, "md")
    return out / name.removesuffix(".md")


def _build_of(builds: Path, held: dict[str, Any]) -> Path:
    """Find the build that a manifest names: by what it was made from, not by when."""
    named = str(held.get("build"))
    for path in sorted(builds.glob("*.duckdb"), reverse=True):
        if fingerprint(path) == named:
            return path
    files = [
        f"\n  {source['source_id']}/{file['file']}  SHA-256 {file['sha256']}"
        for source in held.get("sources", [])
        for file in source["files"]
    ]
    raise NoBuild(
        f'The build {named} is not in "{builds}". Load the files again that it was made from, with '
        f"Crossreview {held.get('version')}:{''.join(files)}"
    )


def _compare(held: dict[str, Any], written: list[Path], told: Told) -> None:
    """Tell whether each file is the same, to the byte, as the one that the manifest names."""
    sums = {path.suffix: hashlib.sha256(path.read_bytes()).hexdigest() for path in written}
    for name, expected in held["files"].items():
        found = sums.get(Path(name).suffix)
        if found is not None:
            is_same = found == expected
            told(f"{name}: {'the same, to the byte' if is_same else 'not the same as it was'}")
