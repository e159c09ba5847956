"""The manifest: what a briefing was made from, and how the same is made again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any, TypeGuard, get_args

from dashboard.briefing.quarter import QuarterFault, read_quarter
from dashboard.briefing.request import MARKINGS, Request, command
from dashboard.briefing.template import Known, TemplateFault, template_of
from queries.selection import Basis, Selection, Work

KIND = "crossreview briefing"
FILE = "briefing.pdf"
"""The file that the printed command names: each reader has a place of their own for it."""
_FILTERS = tuple(one.name for one in fields(Selection))
_TUPLES = tuple(one.name for one in fields(Selection) if one.default == ())
_DATES = ("period_from", "period_to")
_WORDS = {"work": get_args(Work), "basis": get_args(Basis)}


class ManifestFault(ValueError):
    """A manifest that cannot be followed, or not without a loss; the message says what to do."""


def not_followed(where: str, why: str) -> ManifestFault:
    """Return the fault of a manifest that cannot be followed.

    Args:
        where: the name of its file.
        why: a sentence.
    """
    return ManifestFault(
        f'"{where}" was changed, or is of another version of Crossreview, and cannot be followed: '
        f"{why} Make the briefing anew from its command."
    )


def manifest(
    request: Request, sources: list[dict[str, Any]], data_date: date, build: str, version: str
) -> dict[str, Any]:
    """Say what a briefing is made from, as plain values.

    Args:
        request: what it is asked for.
        sources: each source: its code, title, licence, citation, whether it is made up, and its
            files with their SHA-256.
        data_date: the day up to which the data go.
        build: fingerprint of what was loaded.
        version: of Crossreview.
    """
    return {
        "kind": KIND,
        "version": version,
        "build": build,
        "data_date": data_date.isoformat(),
        "quarter": request.quarter.code,
        "marking": request.marking,
        "review": request.review,
        "review_source": request.review_source,
        "selection": _plain(request.selection),
        "template_name": request.template_name,
        "template": request.template.plain(),
        "sources": sources,
        "command": command(request, FILE),
    }


def to_json(held: Mapping[str, Any], files: Mapping[str, str]) -> bytes:
    """Write a manifest.

    Args:
        held: what `manifest` returned.
        files: each file that was written, by its name, with its SHA-256.
    """
    whole = {**held, "files": dict(files)}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def sha256_of(held: bytes) -> str:
    """Return the SHA-256 of a file, as a manifest names it."""
    return hashlib.sha256(held).hexdigest()


def read_manifest(text: bytes, where: str) -> dict[str, Any]:
    """Read a manifest.

    Args:
        text: what the file holds.
        where: its name, for messages.

    Raises:
        ManifestFault: it is no manifest of a briefing.
    """
    try:
        held = json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        held = None
    if not _is_manifest(held):
        raise ManifestFault(
            f'"{where}" is not the manifest of a briefing. It is the file that ends in '
            '".manifest.json" and was written beside the briefing.'
        )
    return held


def _is_manifest(held: Any) -> TypeGuard[dict[str, Any]]:
    """Tell whether what was read is a manifest."""
    is_ours = isinstance(held, dict) and held.get("kind") == KIND
    return is_ours and isinstance(held.get("files"), dict)


def request_of(held: Mapping[str, Any], known: Known, where: str) -> Request:
    """Return what a manifest's briefing was asked for.

    Args:
        held: what `read_manifest` returned.
        known: the parts that there are, and whether `most` says something in each.
        where: the name of its file, for messages.

    Raises:
        ManifestFault: something of it is missing or was changed so that it cannot be followed.
    """
    try:
        request = Request(
            quarter=read_quarter(str(held["quarter"])),
            selection=_selection(held["selection"]),
            template=template_of(_mapping(held["template"]), known, where),
            template_name=str(held["template_name"]),
            marking=str(held["marking"]),
            review=_text(held["review"]),
            review_source=_text(held.get("review_source")),  # older manifests do not have it
        )
    except KeyError as missing:
        raise not_followed(where, f'There is no "{missing.args[0]}" in it.') from None
    except (QuarterFault, TemplateFault) as fault:
        raise not_followed(where, str(fault)) from None
    except ValueError as fault:
        raise not_followed(where, f"{fault}.") from None
    if request.marking not in MARKINGS:
        raise not_followed(where, f'"{request.marking}" is not a marking.')
    return request


def files_loaded(held: Mapping[str, Any], where: str) -> list[str]:
    """Return each file that was loaded for a manifest's briefing, with its SHA-256.

    Args:
        held: what `read_manifest` returned.
        where: the name of its file, for messages.

    Raises:
        ManifestFault: that was changed so that it cannot be read.
    """
    try:
        return [
            f"{source['source_id']}/{file['file']}  SHA-256 {file['sha256']}"
            for source in held["sources"]
            for file in source["files"]
        ]
    except (KeyError, TypeError):
        raise ManifestFault(
            f'"{where}" was changed: it does not say any more which files were loaded. Make the '
            "briefing anew from its command."
        ) from None


def _plain(selection: Selection) -> dict[str, Any]:
    """Return the filters that are set as plain values."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(selection).items()
        if value not in (None, ())
    }


def _selection(held: Mapping[str, Any]) -> Selection:
    """Return filters that were written as plain values.

    Raises:
        ValueError: there is no such filter, or it cannot have this value.
    """
    unknown = next((name for name in _mapping(held) if name not in _FILTERS), None)
    if unknown is not None:
        raise ValueError(f'"{unknown}" is not a filter')
    return Selection(**{name: _filter(name, value) for name, value in held.items()})


def _mapping(value: Any) -> Mapping[str, Any]:
    """Return what holds names with their values.

    Raises:
        ValueError: it is something else.
    """
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} names nothing")
    return value


def _filter(name: str, value: Any) -> Any:
    """Return the value of one filter.

    Raises:
        ValueError: it cannot be the value of this filter.
    """
    if name in _TUPLES:
        if not isinstance(value, list | tuple):
            raise ValueError(f"{name} must be a list")
        return tuple(map(str, value))
    if name in _DATES:
        return _date(name, value)
    if name in _WORDS and value not in _WORDS[name]:
        raise ValueError(f"{name} must be {' or '.join(_WORDS[name])}")
    return _text(value)


def _date(name: str, value: Any) -> date:
    """Return a day.

    Raises:
        ValueError: it is something else.
    """
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f'{name} must be a day such as "2024-04-01", not "{value}"') from None


def _text(value: Any) -> str | None:
    """Return a text, or None where there is none.

    Raises:
        ValueError: it is something else.
    """
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{value!r} must be a text")
    return value
