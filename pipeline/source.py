"""A source: a folder (or a single file) of coded reviews, and what its source.toml says of it."""

import difflib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pipeline.headings import columns

SETTINGS = "source.toml"
READABLE = (".csv", ".xlsx")
LAST = 1000  # where a source stands that does not say
DEFAULT_FRAMEWORK = "scie-learning-together"


class SourceFault(Exception):
    """What a source.toml says cannot be followed; the message says where, and what to write."""


@dataclass(frozen=True)
class Agencies:
    """Columns that name the agencies of a review.

    Attributes:
        columns: headings, each cell holding one or more names.
        separator: what stands between names in a cell, or None where a cell holds one.
        involvement: how these agencies took part.
        open: a name that no codebook knows becomes an agency of its own.
    """

    columns: tuple[str, ...]
    separator: str | None = None
    involvement: str = "involved"
    open: bool = False


@dataclass(frozen=True)
class Codings:
    """Columns that code a review with the factors of one framework.

    Attributes:
        framework: code of the framework.
        columns: headings, each cell holding one or more factors.
        separator: what stands between factors in a cell, or None where a cell holds one.
        flags: headings that are themselves factors, their cells saying whether it was found.
        true: what a flag's cell says where the factor was found.
        false: what it says where it was not.
        appraisal: how the factors of these columns are appraised.
        blank: what an empty cell means: the review is uncoded, or was not assessed.
    """

    framework: str
    columns: tuple[str, ...] = ()
    separator: str | None = None
    flags: tuple[str, ...] = ()
    true: tuple[str, ...] = ("TRUE", "True", "true", "yes", "Yes", "Y", "x", "X", "1", "✓")
    false: tuple[str, ...] = ("FALSE", "False", "false", "no", "No", "N", "0")
    appraisal: str = "neutral"
    blank: Literal["uncoded", "not assessed"] = "uncoded"


@dataclass(frozen=True)
class Layout:
    """How one file with a row for each review maps onto the tables.

    Attributes:
        file: name of the file in the source's folder.
        sheet: sheet of a workbook, or None for its first.
        header_row: line of the headings, or None to find it.
        columns: our column -> their heading.
        constants: our column -> the value of every review.
        attributes: our name of an attribute -> their heading.
        values: our column -> their value -> our value.
        agencies: where agencies are named.
        codings: where factors are coded.
    """

    file: str
    sheet: str | None = None
    header_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    agencies: tuple[Agencies, ...] = ()
    codings: tuple[Codings, ...] = ()


@dataclass(frozen=True)
class Source:
    """What is known of a source before its files are opened.

    Attributes:
        source_id: name of its folder, or of its file.
        files: the files that hold its rows, in alphabetical order.
        layout: how its one file maps onto the tables; None for canonical files or a flat sheet.
        frameworks: codes of the frameworks used in it, the first being the default.
        review_type: type of the reviews that do not say theirs.
        position: where it stands among the sources; the first is the one shown at the start.
        settings: its source.toml, or None.
    """

    source_id: str
    files: tuple[Path, ...]
    title: str
    licence: str = "not stated"
    citation: str = "not stated"
    about: str = "Nothing is said of this source: it has no source.toml."
    cautions: tuple[str, ...] = ()
    is_made_up: bool = False
    attribution: Literal["coded", "review"] = "coded"
    board_label: str = "Board"
    frameworks: tuple[str, ...] = (DEFAULT_FRAMEWORK,)
    review_type: str | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    position: int = LAST
    layout: Layout | None = None
    settings: Path | None = None


_SOURCE = {
    "title": str,
    "licence": str,
    "citation": str,
    "about": str,
    "cautions": list,
    "is_made_up": bool,
    "attribution": str,
    "board_label": str,
    "frameworks": list,
    "review_type": str,
    "covers_from": date,
    "covers_to": date,
    "position": int,
    "reviews": dict,
    "agencies": list,
    "codings": list,
}
_REVIEWS = {
    "file": str,
    "sheet": str,
    "header_row": int,
    "columns": dict,
    "constants": dict,
    "attributes": dict,
    "values": dict,
}
_AGENCIES = {"columns": list, "separator": str, "involvement": str, "open": bool}
_CODINGS = {
    "framework": str,
    "columns": list,
    "separator": str,
    "flags": list,
    "true": list,
    "false": list,
    "appraisal": str,
    "blank": str,
}
_CHOICES = {
    "attribution": ("coded", "review"),
    "blank": ("uncoded", "not assessed"),
    "appraisal": ("problem", "strength", "mixed", "neutral"),
    "involvement": ("involved", "contributed", "addressed", "no contact"),
}
_KINDS = {
    str: "a text in quotation marks",
    list: "a list in square brackets",
    bool: "true or false",
    int: "a whole number",
    dict: "a table",
    date: "a date such as 2025-07-31",
}


# What says nothing when it is there and empty.
_NEVER_EMPTY = ("separator", "true", "false", "file", "sheet")


def find_sources(path: Path) -> tuple[Source, ...]:
    """Find the sources at a path: one file, one folder of files, or a folder of such folders.

    Raises:
        SourceFault: there is nothing to read there, or a source.toml cannot be followed.
    """
    if path.is_file():
        if path.name == SETTINGS:
            return find_sources(path.parent)
        return (Source(path.stem, (path,), path.stem),)
    if not path.is_dir():
        raise SourceFault(
            f'"{path}" is not there. Name a file of reviews, or a folder that holds one.'
        )
    if (path / SETTINGS).is_file() or _files(path):
        return (_read_source(path),)
    folders = sorted(one for one in path.iterdir() if one.is_dir() and not one.name.startswith("."))
    sources = [_read_source(one) for one in folders if (one / SETTINGS).is_file() or _files(one)]
    if not sources:
        raise SourceFault(
            f'"{path}" holds no reviews: there is no CSV or XLSX file in it, nor in its folders.'
        )
    return tuple(sources)


def _files(folder: Path) -> tuple[Path, ...]:
    """List the files of a folder that can hold rows; Excel's own lock files are not such."""
    return tuple(
        sorted(
            one
            for one in folder.iterdir()
            if one.suffix.lower() in READABLE and not one.name.startswith(("~$", "."))
        )
    )


def _read_source(folder: Path) -> Source:
    """Read a folder's source.toml, if it has one."""
    folder = folder.resolve()
    settings = folder / SETTINGS
    if not settings.is_file():
        return Source(folder.name, _files(folder), folder.name)
    where = f"{folder.name}/{SETTINGS}"
    try:
        said = tomllib.loads(settings.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceFault(f"{where}: this is not text in UTF-8. Save it again as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        place = str(error).rpartition("(at ")[2].rstrip(")")
        raise SourceFault(
            f"{where}, {place}: this cannot be read as TOML. Look there for a value, a quotation "
            "mark or a bracket that is missing."
        ) from error
    _expect(where, said, _SOURCE)
    layout = _layout(where, said)
    plain: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in said.items()
        if name not in ("reviews", "agencies", "codings")
    }
    if layout is not None:
        plain["frameworks"] = plain.get("frameworks") or tuple(
            dict.fromkeys(codings.framework for codings in layout.codings)
        )
    plain.setdefault("title", folder.name)
    _check_frameworks(where, plain.get("frameworks", (DEFAULT_FRAMEWORK,)), layout)
    files = _files(folder) if layout is None else (folder / layout.file,)
    return Source(
        **plain,
        source_id=folder.name,
        files=files,
        layout=layout,
        settings=settings,
    )


def _check_frameworks(where: str, frameworks: Sequence[str], layout: Layout | None) -> None:
    """Check that there is a framework, that each stands once, and that no coding has another."""
    if not frameworks:
        raise SourceFault(f"{where}, frameworks: name at least one framework.")
    for framework in frameworks:
        if frameworks.count(framework) > 1:
            raise SourceFault(f'{where}, frameworks: "{framework}" stands twice. Name it once.')
    for number, codings in enumerate(layout.codings if layout else (), start=1):
        if codings.framework not in frameworks:
            raise SourceFault(
                f'{where}, [[codings]] {number}, framework: "{codings.framework}" is not one of '
                f"frameworks. There are: {', '.join(frameworks)}. Add it, or name one of them."
            )


def _layout(where: str, said: Mapping[str, Any]) -> Layout | None:
    """Read the parts of a source.toml that map one file onto the tables."""
    if "reviews" not in said:
        for part in ("agencies", "codings"):
            if part in said:
                raise SourceFault(
                    f"{where}, [[{part}]]: needs a [reviews] part that names the file."
                )
        return None
    reviews = said["reviews"]
    _expect(f"{where}, [reviews]", reviews, _REVIEWS)
    if "file" not in reviews:
        raise SourceFault(f'{where}, [reviews]: say which file, such as file = "reviews.csv".')
    if "review_ref" not in reviews.get("columns", {}):
        raise SourceFault(
            f"{where}, [reviews.columns]: say which column names the review, "
            'such as review_ref = "Ref".'
        )
    _check_columns(where, reviews)
    codings = _parts(where, said, "codings", _CODINGS, Codings, ("framework",))
    for number, one in enumerate(codings, start=1):
        if not one.columns and not one.flags:
            raise SourceFault(f"{where}, [[codings]] {number}: name columns, or flags.")
    return Layout(
        **reviews,
        agencies=_parts(where, said, "agencies", _AGENCIES, Agencies, ("columns",)),
        codings=codings,
    )


def _check_columns(where: str, reviews: Mapping[str, Any]) -> None:
    """Check the tables under [reviews]: our columns by their names, and only texts."""
    known = dict.fromkeys(columns("reviews"), str)
    here = f"{where}, [reviews.{{}}]"
    _expect(here.format("columns"), reviews["columns"], known)
    _expect(here.format("constants"), reviews.get("constants", {}), known)
    attributes = reviews.get("attributes", {})
    _expect(here.format("attributes"), attributes, dict.fromkeys(attributes, str))
    values = reviews.get("values", {})
    _expect(here.format("values"), values, dict.fromkeys(known, dict))
    for column, pairs in values.items():
        _expect(here.format(f"values.{column}"), pairs, dict.fromkeys(pairs, str))
        if column not in reviews["columns"]:
            raise SourceFault(
                f"{here.format(f'values.{column}')}: {column} has no column in [reviews.columns]."
            )


def _parts(
    where: str,
    said: Mapping[str, Any],
    name: str,
    known: Mapping[str, type],
    make: Callable[..., Any],
    required: tuple[str, ...],
) -> tuple[Any, ...]:
    """Read the tables [[name]], each into a value."""
    made = []
    for number, part in enumerate(said.get(name, []), start=1):
        here = f"{where}, [[{name}]] {number}"
        _expect(here, part, known)
        for key in required:
            if key not in part:
                raise SourceFault(f"{here}: {key} is missing.")
        made.append(make(**{k: tuple(v) if isinstance(v, list) else v for k, v in part.items()}))
    return tuple(made)


def _expect(where: str, said: Mapping[str, Any], known: Mapping[str, type]) -> None:
    """Check that each setting is known, of the right kind, and one of its choices."""
    for name, value in said.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(known)}."
            raise SourceFault(f'{where}: "{name}" is not a setting. {hint}')
        kind = known[name]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise SourceFault(f"{where}, {name}: must be {_KINDS[kind]}.")
        if isinstance(value, list) and kind is list and not _is_plain(name, value):
            raise SourceFault(f"{where}, {name}: must be a list of texts in quotation marks.")
        if name in _NEVER_EMPTY and not value:
            raise SourceFault(f"{where}, {name}: must not be empty. Leave it out, or fill it.")
        choices = _CHOICES.get(name)
        if choices and value not in choices:
            raise SourceFault(f'{where}, {name}: "{value}" must be one of {", ".join(choices)}.')


def _is_plain(name: str, value: list[Any]) -> bool:
    """Say whether a list holds what it must: tables for parts of the file, else texts."""
    kind = dict if name in ("agencies", "codings") else str
    return all(isinstance(one, kind) for one in value)
