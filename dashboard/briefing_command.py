"""The command `briefing`: ask a build, and write the files. What each says is not its business."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb

from dashboard.answers import Ask, Told
from dashboard.asking.command import option_of
from dashboard.asking.one_review import settle_review
from dashboard.asking.opened import asker, opened
from dashboard.asking.own import AskedWrongly
from dashboard.briefing.basis import usual_basis
from dashboard.briefing.compose import KNOWN, brief
from dashboard.briefing.manifest import (
    ManifestFault,
    files_loaded,
    not_followed,
    read_manifest,
    request_of,
    sha256_of,
)
from dashboard.briefing.nothing_to_tell import NothingToTell
from dashboard.briefing.publish import FORMATS, MANIFEST, files_of, publish, see_place, stem_of
from dashboard.briefing.quarter import LATEST, Quarter, latest_whole, read_quarter
from dashboard.briefing.request import Request, fault_of_subject
from dashboard.briefing.standing import ELSEWHERE, see_that_no_edit_is_lost, with_what_stands
from dashboard.briefing.template import read_template
from dashboard.chosen import gathered
from queries.resolve import SelectionFault, settle
from queries.selection import Selection
from queries.store import NoBuild, current_build, fingerprint


@dataclass(frozen=True)
class Wanted:
    """What somebody at the terminal asks for.

    Attributes:
        quarter: as it was written, or LATEST.
        selection: the filters as they were given.
        template: name or file of the template.
        marking: one of MARKINGS.
        review: reference of the one review that it is about.
        review_source: code of its source, where several have that reference.
        out: a file, or a folder for every format.
    """

    quarter: str
    selection: Selection
    template: str
    marking: str
    review: str | None
    review_source: str | None
    out: Path


@dataclass(frozen=True)
class Place:
    """Where the files go.

    Attributes:
        folder: is made if it is not there.
        name: of the files, without a suffix; None for one that says what they hold.
        suffixes: of FORMATS.
    """

    folder: Path
    name: str | None
    suffixes: tuple[str, ...]


def write(builds: Path, wanted: Wanted, told: Told) -> list[Path]:
    """Write the briefing that somebody asks for, of the build that is served.

    Returns:
        The files that were written.

    Raises:
        AskedWrongly, QuarterFault, TemplateFault, SelectionFault: it was not asked for rightly.
        NoBuild, NothingToTell: there is nothing to tell.
        ManifestFault: what somebody has edited would be lost.
        OSError: it cannot be written.
    """
    if wanted.selection.period_to is not None:
        raise AskedWrongly("--quarter says where the briefing ends: leave --to out.")
    named = None if wanted.quarter.strip().lower() == LATEST else read_quarter(wanted.quarter)
    place = _place(wanted.out)
    template = read_template(wanted.template, KNOWN)
    build = current_build(builds)
    with opened(build) as connection:
        ask = asker(connection)
        selection, review = _settled(connection, ask, wanted)
        request = Request(
            quarter=named or _latest(ask, selection),
            selection=selection,
            template=template,
            template_name=wanted.template,
            marking=wanted.marking,
            review=review,
            review_source=wanted.review_source,
        )
        return _written(_made(ask, request, build, place, told))


def write_again(builds: Path, manifest: Path, out: Path | None, told: Told) -> list[Path]:
    """Write the briefing of a manifest again, of the build that it names.

    Args:
        builds: folder of the builds.
        manifest: the manifest.
        out: a file, or a folder for every format; where None, the formats that it names, beside
            it, or every format where it names none.
        told: is told how far it has come.

    Raises:
        ManifestFault: it is no manifest, or cannot be followed, or was changed so that there is
            nothing to tell; or what stands beside it would be lost.
        NoBuild: the build that it names is not there.
        OSError: the briefing cannot be written.
    """
    held = read_manifest(_bytes_of(manifest), str(manifest))
    request = request_of(held, KNOWN, str(manifest))
    build = _build_of(builds, held, str(manifest))
    place = _place(out) if out else _beside(manifest, held)
    ours = version("crossreview")
    if held.get("version") != ours:
        told(
            f"Crossreview {held.get('version')} wrote this manifest, and this is {ours}: "
            "it may not write the same."
        )
    with opened(build) as connection:
        _see_that_a_command_could_ask(connection, request, str(manifest))
        try:
            files = _made(asker(connection), request, build, place, told)
        except NothingToTell as fault:
            raise not_followed(str(manifest), str(fault)) from None
    are_same = _compared(held, files, told)
    if out is None and not are_same:
        raise ManifestFault(f"The briefing is not the same as it was. {ELSEWHERE}")
    return _written(files)


def _made(ask: Ask, request: Request, build: Path, place: Place, told: Told) -> dict[Path, bytes]:
    """Build the briefing, and make its files."""
    if fault := fault_of_subject(request):
        raise AskedWrongly(fault)
    for suffix in (*place.suffixes, MANIFEST[1:]):
        see_place(place.folder / f"{place.name or 'briefing'}.{suffix}")
    document = brief(ask, request, fingerprint(build), version("crossreview"), told)
    stem = place.folder / (place.name or stem_of(document, request))
    return files_of(document, stem, place.suffixes, told)


def _written(files: Mapping[Path, bytes]) -> list[Path]:
    """Write files into the folder that all of them go to, and return their paths."""
    see_that_no_edit_is_lost(files)
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
    publish(with_what_stands(files))
    return list(files)


def _settled(
    connection: duckdb.DuckDBPyConnection, ask: Ask, wanted: Wanted
) -> tuple[Selection, str | None]:
    """Return the filters with what was left open filled in, and the review as it is spelt."""
    settled, review, faults = _known(
        connection, wanted.selection, wanted.review, wanted.review_source
    )
    if faults:
        raise AskedWrongly("\n".join(faults))
    basis = wanted.selection.basis or usual_basis(ask, settled)
    return replace(settled, basis=basis), review


def _known(
    connection: duckdb.DuckDBPyConnection,
    selection: Selection,
    review: str | None,
    review_source: str | None,
) -> tuple[Selection, str | None, tuple[str, ...]]:
    """Return the filters, settled, the review as it is spelt, and what the build does not know."""
    settled, unknown = settle(connection, selection)
    own = {"review": review, "review_source": review_source}
    no_review = tuple(settle_review(connection, settled, own, option_of("review_source")))
    return settled, own["review"], (*unknown, *no_review)


def _see_that_a_command_could_ask(
    connection: duckdb.DuckDBPyConnection, request: Request, where: str
) -> None:
    """See that a manifest asks for what a command could: what was edited in is never counted.

    Raises:
        ManifestFault: its filters are not as they were written, or it has not the one subject.
    """
    selection = request.selection
    try:
        settled, review, unknown = _known(
            connection, selection, request.review, request.review_source
        )
    except SelectionFault as fault:
        raise not_followed(where, str(fault)) from None
    fault = " ".join(unknown) or fault_of_subject(request)
    is_as_written = (settled, review) == (selection, request.review)
    if fault is None and (not is_as_written or selection.period_to is not None):
        fault = "Its filters are not those that a briefing is written with."
    if fault is not None:
        raise not_followed(where, fault)


def _latest(ask: Ask, selection: Selection) -> Quarter:
    """Return the last quarter that is over by the end of the data."""
    return latest_whole(gathered(ask, selection, selection).data_date)


def _place(out: Path) -> Place:
    """Return where the files go that somebody names by a file, or by a folder for all formats."""
    if out.is_dir():
        return Place(out, None, tuple(FORMATS))
    if out.name.startswith(".") and out.name[1:].lower() in FORMATS:
        raise AskedWrongly(f'"{out}" is an ending without a name. Write a name before it.')
    if not out.suffix:
        return Place(out, None, tuple(FORMATS))
    suffix = out.suffix[1:].lower()
    if suffix not in FORMATS:
        known = ", ".join(f".{one}" for one in FORMATS)
        raise AskedWrongly(
            f'"{out.name}" names no format that a briefing is written in. There are {known}; '
            "name a folder for all of them. A folder with a point in its name must be there "
            "already."
        )
    return Place(out.parent, out.stem, (suffix,))


def _beside(manifest: Path, held: Mapping[str, Any]) -> Place:
    """Return the place beside a manifest, with the formats that it names."""
    named = [Path(name).suffix[1:] for name in held["files"]]
    suffixes = tuple(suffix for suffix in FORMATS if suffix in named) or tuple(FORMATS)
    return Place(manifest.parent, manifest.name.removesuffix(MANIFEST), suffixes)


def _build_of(builds: Path, held: Mapping[str, Any], where: str) -> Path:
    """Find the build that a manifest names: by what it was made from, not by when."""
    named = str(held.get("build"))
    for path in sorted(builds.glob("*.duckdb"), reverse=True):
        if fingerprint(path) == named:
            return path
    files = "".join(f"\n  {one}" for one in files_loaded(held, where))
    raise NoBuild(
        f'The build {named} is not in "{builds}". Load the files again that it was made from, with '
        f"Crossreview {held.get('version')}:{files}"
    )


def _compared(held: Mapping[str, Any], files: Mapping[Path, bytes], told: Told) -> bool:
    """Tell whether each file is the same, to the byte, as the one that the manifest names.

    Returns:
        Whether all of them are.
    """
    sums = {path.suffix: sha256_of(of) for path, of in files.items()}
    are_same = True
    for name, expected in held["files"].items():
        found = sums.get(Path(name).suffix)
        if found is not None:
            is_same = found == expected
            are_same = are_same and is_same
            told(f"{name}: {'the same, to the byte' if is_same else 'not the same as it was'}")
    return are_same


def _bytes_of(manifest: Path) -> bytes:
    """Read a manifest.

    Raises:
        ManifestFault: that cannot be done.
    """
    try:
        return manifest.read_bytes()
    except OSError as fault:
        raise ManifestFault(
            f'"{manifest}" cannot be read ({fault.strerror}). Name the file that ends in '
            f'"{MANIFEST}" and was written beside the briefing.'
        ) from None
