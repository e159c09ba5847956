"""The codebooks: the frameworks, agencies and words by which every source is read."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.codebook_checks import (
    are_in_order,
    are_known,
    are_unique,
    have_no_cycle,
    name_one_thing,
)
from pipeline.codebook_records import (
    ActionType,
    Agency,
    AgencyAlias,
    Codebooks,
    Crosswalk,
    Factor,
    Framework,
    Layer,
    NameRule,
    Term,
)
from pipeline.codebook_rows import Row, read_rows
from pipeline.fold import fold
from queries.selection import NONE

__all__ = [
    "ActionType",
    "Agency",
    "AgencyAlias",
    "CodebookFault",
    "Codebooks",
    "Crosswalk",
    "Factor",
    "Framework",
    "Layer",
    "NameRule",
    "Term",
    "read_codebooks",
    "sector_of",
]

PATTERNS = "scie-patterns"
STANDINGS = ("verified", "remembered", "derived", "proposed")
RELATIONS = ("exact", "close", "broad", "narrow", "related")
UNKNOWN_SECTOR = "not known"

_FACTOR = (
    *("factor_id", "label", "definition", "layer_id", "pattern_id", "parent_id"),
    *("valid_from", "valid_to", "version", "standing", "aliases"),
)
_AGENCY = (
    *("agency_id", "label", "sector", "parent_id", "successor_id"),
    *("valid_from", "valid_to", "is_one_body", "standing"),
)
_CROSSWALK = (
    *("from_framework_id", "from_factor_id", "relation"),
    *("to_framework_id", "to_factor_id", "standing"),
)

_ACTION_TYPE = ("action_type", "strength", "framework_id", "layer_id", "reason", "standing")


class CodebookFault(Exception):
    """The codebooks cannot be used; `messages` says each place, and what to write there."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = tuple(messages)


def read_codebooks(folder: Path) -> Codebooks:
    """Read and check every codebook of a folder.

    Args:
        folder: holds a folder for each framework, and the tables that all frameworks share.

    Raises:
        CodebookFault: something in them cannot be used; it carries every message.
    """
    faults: list[str] = []
    frameworks: list[Framework] = []
    layers: list[Layer] = []
    factor_rows: dict[str, list[Row]] = {}
    homes = sorted(path.parent for path in folder.glob("*/framework.toml"))
    if not homes:
        faults.append(f'"{folder}" holds no framework: a folder with a framework.toml in it.')
    for home in homes:
        framework, its_layers = _framework(home, faults)
        frameworks.append(framework)
        layers.extend(its_layers)
        factor_rows[home.name] = read_rows(folder, f"{home.name}/factors.csv", _FACTOR, faults)
        _check_factors(factor_rows[home.name], {layer.layer_id for layer in its_layers})
    _check_patterns(factor_rows)
    terms = _terms(folder, faults)
    sectors = {term.term for term in terms if term.vocabulary == "sector"}
    agencies, aliases, name_rules = _agencies(folder, sectors, faults)
    codebooks = Codebooks(
        frameworks=tuple(frameworks),
        layers=tuple(layers),
        factors=tuple(factor for item in factor_rows.items() for factor in _factors(*item)),
        crosswalk=_crosswalk(folder, factor_rows, faults),
        terms=terms,
        action_types=_action_types(folder, terms, layers, faults),
        agencies=agencies,
        aliases=aliases,
        name_rules=name_rules,
    )
    if faults:
        raise CodebookFault(faults)
    return codebooks


def sector_of(name: str, name_rules: Sequence[NameRule]) -> str:
    """Tell the sector of a body that no codebook knows.

    Args:
        name: the body's name, in any spelling.
        name_rules: tried in order; the first whose words stand in the name as whole words decides.
    """
    words = f" {fold(name)} "
    return next((r.sector for r in name_rules if f" {fold(r.contains)} " in words), UNKNOWN_SECTOR)


def _framework(home: Path, faults: list[str]) -> tuple[Framework, list[Layer]]:
    """Read a framework.toml."""
    where = f"{home.name}/framework.toml"
    said: dict[str, Any] = {}
    try:
        said = tomllib.loads((home / "framework.toml").read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{where}: cannot be read as TOML: {error}. Mend that place.")
        return Framework(home.name, "", "", "", "", ""), []
    texts = {}
    for name in ("title", "about", "citation", "licence", "version"):
        texts[name] = _paragraphs(said.get(name))
        if not texts[name]:
            faults.append(f'{where}, {name}: is missing. Write {name} = "...".')
    layers = []
    for position, layer in enumerate(said.get("layers", []), start=1):
        layer_id, label = str(layer.get("id", "")), str(layer.get("label", ""))
        if not layer_id or not label:
            faults.append(f"{where}, [[layers]] {position}: needs an id and a label.")
        if layer_id in {one.layer_id for one in layers}:
            faults.append(f'{where}, [[layers]] {position}: "{layer_id}" stands there already.')
        if layer_id == NONE:
            faults.append(
                f'{where}, [[layers]] {position}: "{NONE}" is what factors without a layer are '
                "chosen by. Give it another id."
            )
        layers.append(Layer(home.name, layer_id, label, position))
    return Framework(home.name, **texts), layers


def _paragraphs(text: object) -> str:
    """Undo the line breaks that keep a text readable in the file, and keep its paragraphs."""
    parts = text.split("\n\n") if isinstance(text, str) else []
    return "\n\n".join(" ".join(part.split()) for part in parts if part.strip())


def _check_factors(rows: Sequence[Row], layer_ids: set[str]) -> None:
    ids = {row.cells["factor_id"] for row in rows}
    are_unique(rows, ["factor_id"])
    are_known(rows, "parent_id", ids, "a factor_id of this file")
    are_known(rows, "layer_id", layer_ids, "a layer of its framework.toml")
    have_no_cycle(rows, "factor_id", "parent_id")
    are_in_order(rows)
    name_one_thing(_named(rows, "factor_id"))


def _check_patterns(factor_rows: dict[str, list[Row]]) -> None:
    patterns = {row.cells["factor_id"] for row in factor_rows.get(PATTERNS, [])}
    for rows in factor_rows.values():
        are_known(rows, "pattern_id", patterns, f"a factor_id of {PATTERNS}")


def _named(rows: Sequence[Row], key: str) -> Iterator[tuple[Row, str, str, str]]:
    """Yield the keys and labels of all rows, and only then their aliases."""
    for row in rows:
        for column in (key, "label"):
            yield row, column, row.cells[column], row.cells[key]
    for row in rows:
        for alias in row.names("aliases"):
            yield row, "aliases", alias, row.cells[key]


def _factors(framework_id: str, rows: Sequence[Row]) -> Iterator[Factor]:
    for position, row in enumerate(rows, start=1):
        yield Factor(
            framework_id=framework_id,
            factor_id=row.text("factor_id"),
            position=position,
            parent_id=row.text_or_none("parent_id"),
            label=row.text("label"),
            definition=row.text("definition"),
            layer_id=row.text_or_none("layer_id"),
            pattern_id=row.text_or_none("pattern_id"),
            valid_from=row.date_or_none("valid_from"),
            valid_to=row.date_or_none("valid_to"),
            version=row.text("version"),
            standing=row.choice("standing", STANDINGS),
            aliases=row.names("aliases"),
        )


def _crosswalk(
    folder: Path, factor_rows: dict[str, list[Row]], faults: list[str]
) -> tuple[Crosswalk, ...]:
    rows = read_rows(folder, "crosswalk.csv", _CROSSWALK, faults)
    are_unique(rows, [column for column in _CROSSWALK if column.endswith("_id")])
    for end in ("from", "to"):
        are_known(rows, f"{end}_framework_id", factor_rows, "a framework of this folder")
        for framework_id, factors in factor_rows.items():
            its_own = [row for row in rows if row.cells[f"{end}_framework_id"] == framework_id]
            known = {row.cells["factor_id"] for row in factors}
            are_known(its_own, f"{end}_factor_id", known, f"a factor of {framework_id}")
    return tuple(
        Crosswalk(
            from_framework_id=row.text("from_framework_id"),
            from_factor_id=row.text("from_factor_id"),
            relation=row.choice("relation", RELATIONS),
            to_framework_id=row.text("to_framework_id"),
            to_factor_id=row.text("to_factor_id"),
            standing=row.choice("standing", STANDINGS),
        )
        for row in rows
    )


def _terms(folder: Path, faults: list[str]) -> tuple[Term, ...]:
    columns = ("vocabulary", "term", "label", "definition", "aliases")
    rows = read_rows(folder, "terms.csv", columns, faults)
    are_unique(rows, ["vocabulary", "term"])
    name_one_thing(_named(rows, "term"), within=lambda row: row.cells["vocabulary"])
    terms: list[Term] = []
    for row in rows:
        vocabulary = row.text("vocabulary")
        before = sum(term.vocabulary == vocabulary for term in terms)
        terms.append(
            Term(
                vocabulary=vocabulary,
                term=row.text("term"),
                label=row.text("label"),
                definition=row.text("definition"),
                position=before + 1,
                aliases=row.names("aliases"),
            )
        )
    return tuple(terms)


def _action_types(
    folder: Path, terms: Sequence[Term], layers: Sequence[Layer], faults: list[str]
) -> tuple[ActionType, ...]:
    rows = read_rows(folder, "action_hierarchy.csv", _ACTION_TYPE, faults)
    words = {
        vocabulary: [term.term for term in terms if term.vocabulary == vocabulary]
        for vocabulary in ("action_type", "strength")
    }
    are_unique(rows, ["action_type"])
    are_known(rows, "action_type", words["action_type"], "an action_type of terms.csv")
    are_known(rows, "framework_id", {one.framework_id for one in layers}, "a framework with layers")
    for framework_id in {row.cells["framework_id"] for row in rows}:
        its_own = [row for row in rows if row.cells["framework_id"] == framework_id]
        known = {one.layer_id for one in layers if one.framework_id == framework_id}
        are_known(its_own, "layer_id", known, f"a layer of {framework_id}")
    return tuple(
        ActionType(
            action_type=row.text("action_type"),
            strength=row.choice("strength", words["strength"]),
            framework_id=row.text("framework_id"),
            layer_id=row.text("layer_id"),
            reason=row.text("reason"),
            standing=row.choice("standing", STANDINGS),
        )
        for row in rows
    )


def _agencies(
    folder: Path, sectors: set[str], faults: list[str]
) -> tuple[tuple[Agency, ...], tuple[AgencyAlias, ...], tuple[NameRule, ...]]:
    rows = read_rows(folder, "agencies.csv", _AGENCY, faults)
    alias_rows = read_rows(folder, "agency_aliases.csv", ("alias", "agency_id", "note"), faults)
    rule_rows = read_rows(folder, "agency_name_rules.csv", ("contains", "sector"), faults)
    ids = {row.cells["agency_id"] for row in rows}
    are_unique(rows, ["agency_id"])
    are_known(rows, "parent_id", ids, "an agency_id of this file")
    are_known(rows, "successor_id", ids, "an agency_id of this file")
    have_no_cycle(rows, "agency_id", "parent_id")
    have_no_cycle(rows, "agency_id", "successor_id")
    are_in_order(rows)
    are_known(alias_rows, "agency_id", ids, "an agency_id of agencies.csv")
    name_one_thing(
        [
            (r, column, r.cells[column], r.cells["agency_id"])
            for r in rows
            for column in ("agency_id", "label")
        ]
        + [(r, "alias", r.cells["alias"], r.cells["agency_id"]) for r in alias_rows]
    )
    are_unique(rule_rows, ["contains"])
    are_known([*rows, *rule_rows], "sector", sectors, "a sector of terms.csv")
    return (
        tuple(_agency(row) for row in rows),
        tuple(AgencyAlias(row.text("alias"), row.text("agency_id")) for row in alias_rows),
        tuple(NameRule(row.text("contains"), row.text("sector")) for row in rule_rows),
    )


def _agency(row: Row) -> Agency:
    return Agency(
        agency_id=row.text("agency_id"),
        label=row.text("label"),
        sector=row.text("sector"),
        parent_id=row.text_or_none("parent_id"),
        successor_id=row.text_or_none("successor_id"),
        valid_from=row.date_or_none("valid_from"),
        valid_to=row.date_or_none("valid_to"),
        is_one_body=row.truth("is_one_body"),
        standing=row.choice("standing", STANDINGS),
    )
