"""The files of a briefing: every format, and the manifest beside it, all of them or none."""

import errno
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, fields
from pathlib import Path

from dashboard.answers import Told
from dashboard.briefing.document import Document
from dashboard.briefing.manifest import sha256_of, to_json
from dashboard.briefing.request import Request
from dashboard.briefing.template import SHIPPED
from dashboard.downloads.file_name import file_name
from queries.selection import Selection

MANIFEST = ".manifest.json"
_PARTIAL = ".partial"
_NO_FILTERS = frozenset({"sources", "framework", "basis", "period_to"})
"""Of a selection, what leaves no review and no finding out, or is named elsewhere."""
_LEFT_OVER = 3600
"""Seconds after which what a killed run left is cleared away: nothing takes so long to write."""
_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Format:
    """A format that a briefing can be written in.

    Attributes:
        name: what a reader calls it.
        mime: its media type.
        write: makes the file's bytes of a document.
    """

    name: str
    mime: str
    write: Callable[[Document], bytes]


def _html(document: Document) -> bytes:
    from dashboard.briefing.writers.html import to_html

    return to_html(document)


def _pdf(document: Document) -> bytes:
    from dashboard.briefing.writers.pdf import to_pdf

    return to_pdf(document)


def _docx(document: Document) -> bytes:
    from dashboard.briefing.writers.word import to_docx

    return to_docx(document)


def _pptx(document: Document) -> bytes:
    from dashboard.briefing.writers.slides import to_pptx

    return to_pptx(document)


def _markdown(document: Document) -> bytes:
    from dashboard.briefing.writers.markdown import to_markdown

    return to_markdown(document)


# Each writer is imported when it writes: nobody waits for the others.
FORMATS: dict[str, Format] = {
    "html": Format("HTML", "text/html", _html),
    "pdf": Format("PDF", "application/pdf", _pdf),
    "docx": Format("Word", f"{_OFFICE}.wordprocessingml.document", _docx),
    "pptx": Format("PowerPoint", f"{_OFFICE}.presentationml.presentation", _pptx),
    "md": Format("Markdown", "text/markdown", _markdown),
}
"""The formats, by the suffix of their files."""


def stem_of(document: Document, request: Request) -> str:
    """Name the files of a briefing: each is read long after it is known what it was asked for.

    Args:
        document: the briefing.
        request: what it was asked for.

    Returns:
        The name without a suffix: "made-up-anytown-briefing-2024-25-q2-2026-09-30".
    """
    is_made_up = any(source["is_made_up"] for source in document.manifest["sources"])
    usual = request.template_name == next(iter(SHIPPED))
    template = [] if usual else [Path(request.template_name).stem]
    about = filter(None, (request.review, request.review_source))
    called = ["briefing", request.quarter.code, *template, *about, *_narrowed(request.selection)]
    sources = [*(["made up"] if is_made_up else []), *request.selection.sources]
    return Path(file_name(sources, " ".join(called), document.data_date, next(iter(FORMATS)))).stem


def _narrowed(selection: Selection) -> Iterator[str]:
    """Yield what the filters were set to: a briefing of some reviews is no briefing of all."""
    for field in fields(Selection):
        value = getattr(selection, field.name)
        if field.name not in _NO_FILTERS and value:
            yield from value if isinstance(value, tuple) else [str(value)]


def files_of(
    document: Document, stem: Path, suffixes: tuple[str, ...], told: Told
) -> dict[Path, bytes]:
    """Make the files of a briefing.

    Args:
        document: the briefing.
        stem: folder and name of the files, without a suffix.
        suffixes: of FORMATS.
        told: is told what is being written.

    Returns:
        The bytes of each file by its path; the manifest last.
    """
    files: dict[Path, bytes] = {}
    for suffix in suffixes:
        told(f"Writing {FORMATS[suffix].name}")
        files[stem.with_name(f"{stem.name}.{suffix}")] = FORMATS[suffix].write(document)
    sums = {path.name: sha256_of(held) for path, held in files.items()}
    files[stem.with_name(stem.name + MANIFEST)] = to_json(document.manifest, sums)
    return files


def see_place(path: Path) -> None:
    """See that a file can be made, or replaced, before anybody waits for what is to be in it.

    Raises:
        OSError: it cannot be.
    """
    there = path
    while not there.exists() and there != there.parent:
        there = there.parent
    if there != path and not there.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(there))
    if not os.access(there, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(there))


def publish(files: Mapping[Path, bytes]) -> None:
    """Write files so that each is there whole or not at all; none is replaced if one cannot be.

    Raises:
        OSError: a file cannot be written; what stood there before is untouched.
    """
    with ExitStack() as to_clear:
        partial: dict[Path, Path] = {}
        for path, held in files.items():
            _clear_left_over(path)
            try:
                partial[path] = _written_aside(path, held, to_clear)
            except OSError as fault:
                fault.filename = str(path)  # and not the name that nobody reads
                raise
        for path, aside in partial.items():
            aside.replace(path)


def _written_aside(path: Path, held: bytes, to_clear: ExitStack) -> Path:
    """Write what a file will hold under a name that nobody reads."""
    number, name = tempfile.mkstemp(_PARTIAL, f".{path.name}.", path.parent)
    aside = Path(name)
    to_clear.callback(aside.unlink, missing_ok=True)
    with os.fdopen(number, "wb") as file:
        file.write(held)
        file.flush()
        os.fsync(file.fileno())
    aside.chmod(0o666 & ~_umask())
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "it may not be written to", str(path))
    return aside


def _clear_left_over(path: Path) -> None:
    """Remove what a killed run left beside a file."""
    for left in path.parent.glob(f".{path.name}.*{_PARTIAL}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER:
                left.unlink()


def _umask() -> int:
    """Return the rights that new files are denied."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
