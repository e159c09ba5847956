"""What stands already where a briefing is written: no edit of it is lost, and it stays named."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.briefing.manifest import ManifestFault, read_manifest, sha256_of, to_json
from dashboard.briefing.publish import FORMATS

ELSEWHERE = "Nothing was written. Name another place for the new one: --out FOLDER"


def see_that_no_edit_is_lost(files: Mapping[Path, bytes]) -> None:
    """See that what is written over was not edited since: a board works in its Word file.

    Nor may the manifest forget an edited file that stays: the next command would write over it.
    What the manifest that stands there does not name, or nobody can read, is taken as it is.

    Args:
        files: what is to be written; the manifest last.

    Raises:
        ManifestFault: an edit would be lost.
    """
    last = list(files)[-1]
    stays_named = json.loads(with_what_stands(files)[last])["files"]
    for name, written in _standing(last).get("files", {}).items():
        path = last.parent / name
        if not path.is_file() or (path not in files and name in stays_named):
            continue
        unedited = (written, sha256_of(files[path])) if path in files else (written,)
        if sha256_of(path.read_bytes()) not in unedited:
            raise ManifestFault(f'"{path}" was changed since it was written. {ELSEWHERE}')


def with_what_stands(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Return what is to be written, whose manifest names the same briefing's other formats too.

    A PDF of a morning and the Word file of the afternoon are one briefing, if all but the format
    is the same: both can be made again, and neither is written over once somebody has edited it.

    Args:
        files: what is to be written; the manifest last.
    """
    last = list(files)[-1]
    ours, theirs = json.loads(files[last]), _standing(last)
    if {**theirs, "files": {}} != {**ours, "files": {}}:
        return dict(files)
    there = {name: one for name, one in theirs["files"].items() if (last.parent / name).is_file()}
    named = {**there, **ours["files"]}
    in_order = sorted(named, key=_place_of)
    return {**files, last: to_json(ours, {name: named[name] for name in in_order})}


def _place_of(name: str) -> tuple[int, str]:
    """Return where a file stands in a manifest: by its format."""
    suffixes = list(FORMATS)
    suffix = Path(name).suffix[1:]
    return (suffixes.index(suffix) if suffix in suffixes else len(suffixes), name)


def _standing(path: Path) -> dict[str, Any]:
    """Return the manifest that stands there; nothing where there is none that can be read."""
    try:
        return read_manifest(path.read_bytes(), str(path))
    except (OSError, ManifestFault):
        return {}
