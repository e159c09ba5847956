"""What a codebook holds, as plain values.

Their fields are the columns of the tables of the same names in `schema.sql`; aliases, and the rules
for names, serve the reading and are not kept.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Framework:
    """A list of factors with its origin."""

    framework_id: str
    title: str
    about: str
    citation: str
    licence: str
    version: str


@dataclass(frozen=True)
class Layer:
    """One of the layers, levels or domains in which a framework arranges its factors."""

    framework_id: str
    layer_id: str
    label: str
    position: int


@dataclass(frozen=True)
class Factor:
    """A contributory factor of a framework, or whatever else its list is of."""

    framework_id: str
    factor_id: str
    position: int
    parent_id: str | None
    label: str
    definition: str
    layer_id: str | None
    pattern_id: str | None
    valid_from: date | None
    valid_to: date | None
    version: str
    standing: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Crosswalk:
    """How a factor of one framework relates to a factor of another."""

    from_framework_id: str
    from_factor_id: str
    relation: str
    to_framework_id: str
    to_factor_id: str
    standing: str


@dataclass(frozen=True)
class Term:
    """A word that a column may hold, and what it means."""

    vocabulary: str
    term: str
    label: str
    definition: str
    position: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActionType:
    """How strong a type of action is, and at which layer of a framework it acts."""

    action_type: str
    strength: str
    framework_id: str
    layer_id: str
    reason: str
    standing: str


@dataclass(frozen=True)
class Agency:
    """A body, a kind of body, or a name that stands for several."""

    agency_id: str
    label: str
    sector: str
    parent_id: str | None
    successor_id: str | None
    valid_from: date | None
    valid_to: date | None
    is_one_body: bool
    standing: str


@dataclass(frozen=True)
class AgencyAlias:
    """Another name of an agency."""

    alias: str
    agency_id: str


@dataclass(frozen=True)
class NameRule:
    """The sector of a body that no codebook knows, told from words in its name."""

    contains: str
    sector: str


@dataclass(frozen=True)
class Codebooks:
    """All codebooks of a folder, in the order of their files."""

    frameworks: tuple[Framework, ...]
    layers: tuple[Layer, ...]
    factors: tuple[Factor, ...]
    crosswalk: tuple[Crosswalk, ...]
    terms: tuple[Term, ...]
    action_types: tuple[ActionType, ...]
    agencies: tuple[Agency, ...]
    aliases: tuple[AgencyAlias, ...]
    name_rules: tuple[NameRule, ...]
