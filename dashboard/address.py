"""The address of a page: what the reader chose, written so that a person can read and send it.

An address holds only what differs from the defaults, as in
`?source=pfd&factor=suicide&from=2015-01-01`. What it holds that cannot be read is left out with a
sentence, never with an error: an old link opens. Whether a value is known to the build is not for
this file to say: see `queries.resolve.settle`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from queries.selection import Selection

# What each filter that holds several values is called in an address: the filter's own name.
_MANY = {
    "source": "sources",
    "review_type": "review_types",
    "board": "boards",
    "region": "regions",
    "agency": "agencies",
    "factor": "factors",
    "layer": "layers",
    "pattern": "patterns",
    "perspective": "perspectives",
    "appraisal": "appraisals",
}
_WORDS = {"work": ("ordinary", "case"), "basis": ("practice", "published")}
_DATES = {"from": "period_from", "to": "period_to"}
_TEXTS = ("framework", "text")
_PLACES = ("found_at", "review", "review_source")
SETTINGS = (
    *("show", "periods", "agencies_as", "successors", "appraised", "factors_by", "agencies_by"),
    *("large", "least", "by", "compare", "one", "other", "through", "relations", "every", "beside"),
    *("since", "reading", "state", "at", "owner", "tracked", "strength", "strength_by"),
    *("finding_layer", "action_layer", "action_type", "alike", "status", "action", "evidence"),
    *("curves", "practice", "quarter", "template", "about", "placed", "marking"),
)
"""What a page lets its reader choose of how it is drawn, beside the filters. Which values each can
hold is for the page to say."""

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2099, 12, 31)
LONGEST = 300
"""Characters of one value: more was not typed by a reader."""


@dataclass(frozen=True)
class Address:
    """Where a reader is within the dashboard.

    Attributes:
        selection: the filters as the reader left them; what is not chosen is not filled in.
        found_at: code of the agency whose findings are listed, on the page that lists them.
        review: reference of the review that is open.
        review_source: code of its source, where several are chosen: two may use one reference.
        settings: what the reader chose of how the page is drawn: each setting with its values, in
            the order of `SETTINGS`; what is not chosen is not filled in.
    """

    selection: Selection = field(default_factory=Selection)
    found_at: str | None = None
    review: str | None = None
    review_source: str | None = None
    settings: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def setting(self, name: str) -> str | None:
        """Return the value of a setting that has one; None if it is not chosen."""
        return next(iter(self.values(name)), None)

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of a setting that can have several."""
        return dict(self.settings).get(name, ())

    def with_settings(self, **changes: str | Iterable[str] | None) -> "Address":
        """Return this address with some settings changed; None or no value takes one away."""
        held = dict(self.settings)
        for name, value in changes.items():
            if name not in SETTINGS:
                raise KeyError(name)
            held[name] = (value,) if isinstance(value, str) else tuple(value or ())
        kept = tuple((name, held[name]) for name in SETTINGS if held.get(name))
        return replace(self, settings=kept)

    def with_selection(self, **changes: Any) -> "Address":
        """Return this address with some filters changed."""
        return replace(self, selection=replace(self.selection, **changes))

    def at(self, found_at: str | None) -> "Address":
        """Return this address with the agency, or group, whose findings are listed."""
        return replace(self, found_at=found_at)

    def elsewhere(self) -> "Address":
        """Return the address with the same filters on another page."""
        return Address(self.selection)

    def opening(self, reference: str, source_id: str) -> "Address":
        """Return this address with a review opened; all that is chosen stays as it is.

        Args:
            reference: the source's own reference of the review.
            source_id: code of its source, one of the chosen. It is written only where several are.
        """
        is_one_of_several = len(self.selection.sources) > 1
        source = source_id if is_one_of_several else None
        return replace(self, review=reference, review_source=source)

    def closing(self) -> "Address":
        """Return this address without the review that is open."""
        return replace(self, review=None, review_source=None)

    def of_review(self, reference: str, source_id: str) -> "Address":
        """Return the address of a review, on the page that opens one, with the same filters.

        Args:
            reference: the source's own reference of the review.
            source_id: code of its source, one of the chosen.
        """
        return self.elsewhere().opening(reference, source_id)


def encode(address: Address) -> dict[str, list[str]]:
    """Write an address as parameters, in an order that stays the same."""
    selection = address.selection
    written: dict[str, Iterable[str] | None] = {
        "source": selection.sources,
        "framework": selection.framework and (selection.framework,),
        **{name: getattr(selection, held) for name, held in _MANY.items() if name != "source"},
        **{name: _one(getattr(selection, name)) for name in _WORDS},
        **{name: _one(getattr(selection, held)) for name, held in _DATES.items()},
        "text": _one(selection.text),
        **dict(address.settings),
        **{name: _one(getattr(address, name)) for name in _PLACES},
    }
    return {name: list(values) for name, values in written.items() if values}


def decode(parameters: Mapping[str, Iterable[str]]) -> tuple[Address, tuple[str, ...]]:
    """Read an address.

    Args:
        parameters: each parameter's values, as they stand in the address.

    Returns:
        The address, and a sentence for each parameter or value that was left out.
    """
    chosen: dict[str, Any] = {}
    settings: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for name, values in parameters.items():
        clean = tuple(dict.fromkeys(filter(None, map(_clean, values))))
        if not clean:
            continue
        if name in _MANY:
            chosen[_MANY[name]] = clean
        elif name in SETTINGS:
            settings[name] = clean
        elif name in _TEXTS or name in _PLACES:
            chosen[name] = clean[0]
        elif name in _WORDS:
            chosen[name] = _known(name, clean[0], faults)
        elif name in _DATES:
            chosen[_DATES[name]] = _day(name, clean[0], faults)
        else:
            faults.append(f'The address names "{name}", which is not a filter. It was left out.')
    places = {name: chosen.pop(name, None) for name in _PLACES}
    address = Address(Selection(**chosen), **places).with_settings(**settings)
    return address, tuple(faults)


def _one(value: str | date | None) -> tuple[str, ...]:
    """Return a single value as the values of a parameter."""
    if isinstance(value, date):
        return (value.isoformat(),)
    return (value,) if value else ()


def _clean(value: str) -> str:
    """Return a value without what no reader types: control characters, and hundreds of letters."""
    return "".join(letter for letter in value if letter.isprintable()).strip()[:LONGEST]


def _known(name: str, value: str, faults: list[str]) -> str | None:
    """Return a value that must be one of a few words."""
    if value.lower() in _WORDS[name]:
        return value.lower()
    words = " or ".join(f'"{word}"' for word in _WORDS[name])
    faults.append(f'"{name}" can be {words}, not "{value}". It was left out.')
    return None


def _day(name: str, value: str, faults: list[str]) -> date | None:
    """Return a value that must be a day."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        faults.append(f'"{name}" must be a day such as 2015-01-31, not "{value}". It was left out.')
        return None
    return day
