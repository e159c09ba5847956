"""How layers and patterns balance: in how many reviews each is found, problems and strengths."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.balance import Balance, as_recurrence, balances, judged
from dashboard.briefing.document import Block, Paragraph, Question, Section, Slide, Subheading
from dashboard.briefing.figures import Dots
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.recurs import dot
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain, said
from dashboard.briefing.titles import fitting
from dashboard.charts import factor_recurrence_alt_text
from dashboard.estimates import is_too_few
from dashboard.recurrence import recurrences
from dashboard.sentences import balance as sentences
from dashboard.sentences.briefing import balance as words
from dashboard.sentences.left_out import no_finding

HEADINGS = {"layers": "Layers", "patterns": "Underlying patterns"}


def balance(inquiry: Inquiry, part: Part) -> Section:
    """Tell how often each layer, and each kind of pattern, is found up to the end of the quarter.

    Where the framework has no layers, or the sources record no patterns, that is said.
    """
    blocks: list[Block] = []
    messages, slides, asked = [], [], []
    for shown, kind in sentences.KINDS.items():
        rows = judged(inquiry.table(kind.question))
        if rows.empty or not inquiry.chosen.choices[shown]:
            blocks.append(Paragraph(said(_nothing(inquiry, shown, is_empty=rows.empty))))
            continue
        values = balances(rows)
        answer, figure = said(sentences.balance(values, kind.noun, kind.named)), _figure(rows, kind)
        blocks += [
            Subheading(HEADINGS[shown]),
            Paragraph(answer, "lead"),
            figure,
            Paragraph(plain(kind.caution), "note"),
        ]
        messages.append(said(words.in_short(values, kind)))
        slides.append(Slide(fitting(words.briefly(values, kind)), figure))
        asked += _questions(values) if shown == "layers" else []
    return Section(
        part.show,
        part.heading,
        tuple(blocks),
        message=next(filter(None, messages), ()),
        slides=tuple(slides),
        questions=tuple(asked),
    )


def _nothing(inquiry: Inquiry, shown: str, *, is_empty: bool) -> str:
    """Say that there is nothing to balance."""
    if is_empty:
        return no_finding(int(inquiry.chosen.extent.reviews_selected))
    if shown == "patterns":
        return sentences.NO_PATTERNS
    chosen = inquiry.chosen
    return sentences.no_layers(chosen.labels["framework"][chosen.selection.framework or ""])


def _figure(rows: Any, kind: sentences.Kind) -> Dots:
    """Return the layers, or the patterns, as a factor is drawn: problems beside strengths."""
    told = sentences.said_of(set(rows["appraisal"]))
    drawn = as_recurrence(rows[rows["appraisal"].isin(told)])
    return Dots(
        title=f"Reviews in which each {kind.noun} is found",
        alt=factor_recurrence_alt_text(drawn, kind.noun),
        labelled=kind.noun.capitalize(),
        dots=tuple(dot(row) for row in recurrences(drawn)),
    )


def _questions(rows: Sequence[Balance]) -> Iterator[Question]:
    """Yield what to ask of the layers at which nothing is found, or no strength."""
    told = [row for row in rows if row.kind and not is_too_few(row.reviews_assessed or 0)]
    for layer in dict.fromkeys(row.kind for row in told):
        of = {row.appraisal: row for row in told if row.kind == layer}
        problem, strength = of.get("problem"), of.get("strength")
        if not any(row.reviews_with for row in of.values()):
            [first, *_] = of.values()
            asked = words.asked_of_none(first.label, first.reviews_assessed or 0)
            yield Question(said(asked), words.ASKED_OF_NONE)
        elif problem and strength and problem.reviews_with and not strength.reviews_with:
            asked = words.asked_of_no_strength(problem, strength)
            yield Question(said(asked), words.ASKED_OF_NO_STRENGTH)
