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


class Tracked(StrEnum):
    """How far an action has come, by its status and dates together."""

    SIGNED_OFF = "signed off"
    AWAITING_SIGN_OFF = "awaiting sign-off"
    COMPLETE = "complete"
    OPEN = "open"
    OVERDUE = "overdue"
    SET_ASIDE = "set aside"
    NOT_RECORDED = "not recorded"


class OverdueFor(StrEnum):
    """For how long an action has been overdue."""

    UNDER_3_MONTHS = "under 3 months"
    FROM_3_MONTHS = "3 to 6 months"
    FROM_6_MONTHS = "6 to 12 months"
    FROM_12_MONTHS = "12 months or more"
    NOT_KNOWN = "not known"


class Without(StrEnum):
    """What is not recorded of an action."""

    OWNER = "owner"
    DUE_DATE = "due date"
    EVIDENCE = "evidence"


class Strength(StrEnum):
    """How far an action changes the system itself."""

    STRONG = "strong"
    INTERMEDIATE = "intermediate"
    WEAK = "weak"
    NOT_KNOWN = NONE


class StrengthBy(StrEnum):
    """By what an action is strong."""

    RECORDED = "recorded"
    TYPE = "type"


class ActionType(StrEnum):
    """What kind of thing an action is."""

    TRAINING = "training"
    PROCEDURE = "procedure"
    TOOL = "tool"
    RESOURCE = "resource"
    AUDIT = "audit"
    COMMISSIONING = "commissioning"
    CULTURE = "culture"
    NATIONAL_ASK = "national ask"
    NOT_RECORDED = NONE


class ActionsBy(StrEnum):
    """By what actions are grouped."""

    OWNER = "owner"
    BOARD = "board"
