"""A briefing made by hand: every kind of block, long words and tables, and hostile letters."""

from datetime import date

from dashboard.briefing.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Paragraph,
    Question,
    Quotation,
    Section,
    Slide,
    Subheading,
    Table,
)
from dashboard.briefing.figures import (
    Bar,
    Bars,
    Dot,
    Dots,
    Line,
    Moment,
    Series,
    Share,
    Trend,
)
from dashboard.briefing.text import Text, plain, said
from dashboard.progress import WORDS

HOSTILE = (
    r"""#let x = 1; $x^2$ \end @cite <b>bold</b> & "quotes" 'single' """
    r"""[link](a) {{ 1 }} `code` | *_~"""
)
"""Letters that typst, HTML, Markdown or a template might read as their own."""
CONTROL = "One\x0btwo\x00three\x1bfour\u202efive"
"""Letters that no print shows, and that XML does not hold."""
LONG_NAME = "Hospital Death (Clinical Procedures and medical management) related deaths"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PROBLEM, STRENGTH = Series("Problem", "problem"), Series("Strength", "strength")
EARLIER, NOW = Series("At the last briefing", "earlier"), Series("Now", "now")

DOTS = Dots(
    title="Problems found most often",
    alt="Dots with 95% intervals: 5 factors by share of the reviews assessed.",
    labelled="Factor",
    dots=(
        Dot("Supervision", PROBLEM, Share(12, 20, 0.387, 0.781)),
        Dot(LONG_NAME, PROBLEM, Share(9, 20, 0.258, 0.658)),
        Dot(HOSTILE, PROBLEM, Share(1, 20, 0.009, 0.236)),
        Dot("Rare", PROBLEM, Share(3, 4, 0.301, 0.954)),
        Dot("New since 2024", PROBLEM, Share(None, None)),
    ),
)
"""One series: shares that can be told, one of too few, one not assessed."""

SIDE_BY_SIDE = Dots(
    title="Then and now",
    alt="Dots: 3 factors at the last briefing and now.",
    labelled="Factor",
    dots=(
        Dot("Supervision", EARLIER, Share(10, 18, 0.337, 0.754)),
        Dot("Supervision", NOW, Share(12, 20, 0.387, 0.781)),
        Dot(LONG_NAME, EARLIER, Share(2, 3, 0.208, 0.939)),
        Dot(LONG_NAME, NOW, Share(4, 5, 0.376, 0.964)),
        Dot("New since 2024", EARLIER, Share(None, None)),
        Dot("New since 2024", NOW, Share(0, 20, 0.0, 0.161)),
    ),
)
"""Two series of one label."""

_ACTIONS = {
    "Adult social care": (12, 30, 4, 2, 41, 1, 0),
    "Anytown University Hospitals NHS Foundation Trust": (1, 0, 0, 0, 5, 0, 2),
    LONG_WORD: (0, 3, 0, 9, 0, 8, 5),
    "Housing": (0, 1, 0, 0, 0, 0, 0),
}
BARS = Bars(
    title="How far actions have come",
    alt="Bars of actions by how far they have come, for 4 agencies.",
    labelled="Agency",
    unit="actions",
    bars=tuple(
        Bar(agency, Series(name, word), number)
        for agency, parts in _ACTIONS.items()
        for (word, name), number in zip(WORDS.items(), parts, strict=True)
    ),
)
"""Every word for how far an action has come, with parts of 0."""


def quarters(first: int, years: int) -> list[str]:
    """Return the quarters of financial years, from the first on."""
    months = ("Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar")
    return [
        f"Q{place} {year}/{(year + 1) % 100:02} ({span})"
        for year in range(first, first + years)
        for place, span in enumerate(months, start=1)
    ]


def _moments(found: tuple[int | None, ...]) -> tuple[Moment, ...]:
    """Return a moment a quarter, of 10 reviews each; the last is a part of its period."""
    names = quarters(2021, 4)[: len(found)]
    return tuple(
        Moment(
            name,
            Share(None, None)
            if number is None
            else Share(number, 10, max(number / 10 - 0.25, 0), min(number / 10 + 0.25, 1)),
            "part period" if place == len(found) - 1 else "",
            joins=bool(place) and number is not None and found[place - 1] is not None,
        )
        for place, (name, number) in enumerate(zip(names, found, strict=True))
    )


_WHOLE = (2, 3, 3, 4, 2, 5, 6, 5, 4, 3, 2, 1)
_WITH_GAPS = (None, None, 1, 0, 2, 1, None, 3, 2, 1, 1, 0)
TREND = Trend(
    title="The share over time",
    alt="Three factors over 12 quarters.",
    basis="by publication",
    lines=(
        Line("Supervision", PROBLEM, _moments(_WHOLE), 0.333, "mean"),
        Line(LONG_NAME, PROBLEM, _moments(_WITH_GAPS), 0.1, "median"),
        Line("New since 2024", PROBLEM, _moments((None,) * 12)),
    ),
)
"""A whole course, one with gaps, one not assessed; the last quarter is a part of its period."""

MATRIX = Table(
    title="Factors by agency",
    columns=(
        Column("Factor", weight=3),
        *(Column(f"Agency with a long name {n}", True) for n in range(1, 10)),
    ),
    rows=tuple(
        (f"Factor {n}", *(Cell(f"{n * m} of 50", min(n * m // 10, 5)) for m in range(1, 10)))
        for n in range(1, 8)
    ),
    notes=(plain("The deeper the shade, the larger the share."),),
    hue="problem",
)
"""A table of more columns than a page is wide, shaded in all steps."""

LONG_TABLE = Table(
    title="Every factor",
    columns=(Column("Factor", weight=2.6), Column("Where", weight=2), Column("Found in", True)),
    rows=tuple(
        (f"Factor {n}", LONG_NAME if n % 7 == 0 else "Front-line", f"{n:,} of 60")
        for n in range(1, 61)
    ),
    notes=(plain("A factor found several times in one review counts once."), plain(HOSTILE)),
)
"""A table longer than a page."""

TEXTS: Text = said("**Supervision** was found as a problem in 12 of 20 reviews (60%).")


def document() -> Document:
    """Return the briefing."""
    blocks = (
        Paragraph(TEXTS, "lead"),
        Paragraph(plain("A plain paragraph. " * 12)),
        Paragraph(plain(HOSTILE), "note"),
        Paragraph(plain("What must be known before reading on."), "notice"),
        Bullets((TEXTS, plain(HOSTILE), plain(CONTROL), plain(LONG_WORD))),
        Subheading(f"A subheading with {HOSTILE}"),
        Quotation(f"“{HOSTILE}”", "Review A-12, page 4"),
        Quotation("It was said “twice”. " * 30, "Review A-13"),
    )
    questions = (
        Question(TEXTS, "Asked where a factor is found in more than half of the reviews."),
        Question(plain(HOSTILE), HOSTILE),
    )
    numbered = Bullets(tuple(one.text for one in questions), is_numbered=True)
    return Document(
        title="Quarterly briefing",
        subtitle="Q1 2025/26 (Apr-Jun)",
        board=f"Anytown Safeguarding Partnership & <Friends> {HOSTILE}",
        marking="OFFICIAL-SENSITIVE",
        data_date=date(2025, 7, 31),
        running="Source: made up · Q1 2025/26 (Apr-Jun) · Data as at 31 July 2025",
        facts=(("Period", "1 April to 30 June 2025"), ("Reviews", "20 reviews"), ("By", HOSTILE)),
        notices=(plain("Made-up data: nothing may be concluded."), plain(HOSTILE)),
        sections=(
            Section("at_a_glance", "At a glance", (Bullets((TEXTS, TEXTS)),)),
            Section(
                "recurs",
                "What recurs",
                (*blocks, DOTS, SIDE_BY_SIDE),
                TEXTS,
                (Slide("Supervision recurs", DOTS), Slide(HOSTILE, SIDE_BY_SIDE)),
                questions,
            ),
            Section("where", "Where", (MATRIX,), slides=(Slide("Where it is found", MATRIX),)),
            Section("when", "When", (TREND,), slides=(Slide("It rose, and fell", TREND),)),
            Section("actions", "Actions", (BARS,), slides=(Slide("12 are overdue", BARS),)),
            Section("nothing", "Nothing to tell", (Paragraph(plain("Nothing."), "lead"),)),
            Section("questions", "Questions for the board", (numbered,)),
            Section("every", "Every factor", (LONG_TABLE,), is_appendix=True),
        ),
        manifest={"build": "0123abcd", "sha256": {"reviews.csv": "00" * 32}},
    )
