"""What a filter, or the form of an answer, can be set to, where these are a few words."""

from enum import StrEnum

from queries.selection import NONE


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Basis(StrEnum):
    """What places a review in time."""

    PRACTICE = "practice"
    PUBLISHED = "published"


class Work(StrEnum):
    """Which kind of work was reviewed."""

    ORDINARY = "ordinary"
    CASE = "case"


class Perspective(StrEnum):
    """Whose account a finding rests on."""

    PRACTITIONER = "practitioner"
    MANAGER = "manager"
    FAMILY = "family"
    RECORD = "record"
    NOT_RECORDED = NONE


class Appraisal(StrEnum):
    """How practice was appraised."""

    PROBLEM = "problem"
    STRENGTH = "strength"
    MIXED = "mixed"
    NEUTRAL = "neutral"


class Marking(StrEnum):
    """The protective marking of a briefing."""

    NONE = "none"
    OFFICIAL = "official"
    OFFICIAL_SENSITIVE = "official-sensitive"
