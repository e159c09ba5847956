"""Templates: which parts a briefing has, in which order, and under which headings."""

import difflib
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).with_name("templates")
SHIPPED = {"quarterly": "quarterly.toml", "seven-minutes": "seven_minutes.toml"}
About = Literal["quarter", "one"]
ABOUT: tuple[About, ...] = ("quarter", "one")
Known = Mapping[str, bool]
"""The parts that there are by their names, and whether `most` says something in each."""
PLACES = ("quarter", "board", "subject")
"""What a heading or an introduction may name in braces, to be filled in."""
MOST = 60
LONGEST = 2_000
_AT = re.compile(r"\(at (line \d+, column \d+)\)")


class TemplateFault(ValueError):
    """A template that cannot be followed; the message says where, and what to do."""


@dataclass(frozen=True)
class Part:
    """One part of a briefing.

    Attributes:
        show: which part it is.
        heading: its heading.
        introduction: what a board wants to say first, before the numbers; may be empty.
        most: of how many factors, agencies or findings it tells at most; 0 for what is usual.
    """

    show: str
    heading: str
    introduction: str = ""
    most: int = 0


@dataclass(frozen=True)
class Template:
    """What a briefing is made of.

    Attributes:
        title: its title.
        about: a quarter as a whole, or one factor or review.
        parts: its parts, in their order.
    """

    title: str
    about: About
    parts: tuple[Part, ...]

    def plain(self) -> dict[str, Any]:
        """Return it as plain values, as a manifest keeps it."""
        return asdict(self)


def read_template(name: str, known: Known) -> Template:
    """Read a template that comes with Crossreview, or a file.

    Args:
        name: one of SHIPPED, or the path of a TOML file.
        known: the parts that there are, and whether `most` says something in each.

    Raises:
        TemplateFault: there is no such template, or it cannot be followed.
    """
    path = FOLDER / SHIPPED[name] if name in SHIPPED else Path(name)
    if path.suffix.lower() != ".toml":
        raise TemplateFault(_no_template(name, path))
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise TemplateFault(
            f'"{path}" cannot be read ({fault.strerror}). Name the file as seen from the folder '
            f"that you are in, or one of {', '.join(SHIPPED)}."
        ) from None
    except UnicodeDecodeError:
        raise TemplateFault(f'"{path}" is not in UTF-8. Save it as UTF-8.') from None
    except tomllib.TOMLDecodeError as fault:
        where = _AT.search(str(fault))
        raise TemplateFault(
            f"{path}, {where[1] if where else 'at its end'}: this is not TOML. Write one "
            'name = "value" a line, each name once, a text between straight quotation marks; '
            "each part begins with [[part]]."
        ) from None
    return template_of(read, known, str(path))


def _no_template(name: str, path: Path) -> str:
    """Say what a name, which is neither that of a template nor that of a TOML file, should be."""
    if path.is_file():
        return f'"{name}" is not a template: the name of its file must end in ".toml". Rename it.'
    near = difflib.get_close_matches(name.lower(), SHIPPED, n=1)
    hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(SHIPPED)};"
    return f'"{name}" is not a template. {hint}{" Or" if near else " or"} name a TOML file.'


def template_of(read: Mapping[str, Any], known: Known, where: str) -> Template:
    """Make a template of what was read.

    Args:
        read: `title`, `about`, and `part`, a list of parts.
        known: the parts that there are, and whether `most` says something in each.
        where: the file that it was read from, for messages.

    Raises:
        TemplateFault: it cannot be followed.
    """
    _knows(read, {"title", "about", "part", "parts"}, where)
    about = read.get("about", "quarter")
    if about not in ABOUT:
        words = " or ".join(f'"{one}"' for one in ABOUT)
        raise TemplateFault(f'{where}, about: must be {words}, not "{about}".')
    listed = read.get("part", read.get("parts"))
    if isinstance(listed, Mapping):
        raise TemplateFault(
            f"{where}: a part begins with [part]. Write [[part]], with two brackets."
        )
    if not isinstance(listed, list | tuple) or not listed:
        raise TemplateFault(f"{where}: has no part. Write one, beginning with [[part]].")
    parts = tuple(_part(one, known, f"{where}, part {n}") for n, one in enumerate(listed, 1))
    shown = [part.show for part in parts]
    twice = next((name for name in shown if shown.count(name) > 1), None)
    if twice:
        raise TemplateFault(f'{where}: "{twice}" stands in it twice. Take one away.')
    return Template(_text(read, "title", where), about, parts)


def _part(read: Any, known: Known, where: str) -> Part:
    """Make one part of what was read."""
    if not isinstance(read, Mapping):
        raise TemplateFault(f"{where}: must begin with [[part]].")
    _knows(read, {"show", "heading", "introduction", "most"}, where)
    show = _text(read, "show", where)
    if show not in known:
        near = difflib.get_close_matches(show, known, n=1)
        hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(known)}."
        raise TemplateFault(f'{where}, show: "{show}" is not a part of a briefing. {hint}')
    most = read.get("most", 0)
    if most != 0 and not known[show]:
        raise TemplateFault(
            f'{where}, most: says nothing in "{show}", which is always told whole. Take it away.'
        )
    if type(most) is not int or not 0 <= most <= MOST:
        raise TemplateFault(f"{where}, most: must be a whole number up to {MOST}, not {most!r}.")
    return Part(
        show,
        _text(read, "heading", where),
        _text(read, "introduction", where, may_be_empty=True),
        most,
    )


def _knows(read: Mapping[str, Any], names: Collection[str], where: str) -> None:
    """See that nothing stands there that would be overlooked."""
    for name in read:
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            raise TemplateFault(f'{where}: "{name}" says nothing here.{hint}')


def _text(read: Mapping[str, Any], name: str, where: str, *, may_be_empty: bool = False) -> str:
    """Return a text of what was read."""
    text = read.get(name, "")
    if not isinstance(text, str) or not (text.strip() or may_be_empty):
        raise TemplateFault(f"{where}, {name}: must be a text in quotation marks.")
    text = " ".join(text.split())
    if len(text) > LONGEST or not text.isprintable():
        raise TemplateFault(
            f"{where}, {name}: must be at most {LONGEST:,} letters that can be printed."
        )
    named = [piece.partition("}")[0] for piece in text.split("{")[1:]]
    for place in named:
        if place not in PLACES:
            places = ", ".join("{" + one + "}" for one in PLACES)
            raise TemplateFault(f"{where}, {name}: {{{place}}} names nothing. There are: {places}.")
    return text
