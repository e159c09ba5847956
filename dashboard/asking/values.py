"""What the options of a question can be set to, where these are a few words."""

from enum import StrEnum

from queries.selection import NONE


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class PeriodKind(StrEnum):
    """Into which periods reviews are put."""

    FINANCIAL_QUARTER = "financial_quarter"
    FINANCIAL_YEAR = "financial_year"
    CALENDAR_QUARTER = "calendar_quarter"
    CALENDAR_YEAR = "calendar_year"


class Basis(StrEnum):
    """What places a review in time."""

    PRACTICE = "practice"
    PUBLISHED = "published"


class Work(StrEnum):
    """Which kind of work was reviewed."""

    ORDINARY = "ordinary"
    CASE = "case"


class AgenciesAs(StrEnum):
    """What agencies are counted as."""

    NAMED = "named"
    KIND = "kind"
    SECTOR = "sector"


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


class Relation(StrEnum):
    """How a factor relates to one of another framework."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"
    RELATED = "related"


class Each(StrEnum):
    """What of another framework has a row."""

    FACTOR = "factor"
    LAYER = "layer"
