"""Over time: the courses of the factors found in the most reviews, and where they changed."""

from collections.abc import Iterator, Sequence

from dashboard.briefing.document import Block, Paragraph, Question, Section, Slide
from dashboard.briefing.figures import Trend
from dashboard.briefing.inquiry import Inquiry
from dashboard.briefing.parts.nothing import nothing
from dashboard.briefing.parts.trend_line import DRAWN_PERIODS, line_of
from dashboard.briefing.template import Part
from dashboard.briefing.text import Text, plain, said
from dashboard.briefing.titles import fitting
from dashboard.charts import over_time as chart
from dashboard.chosen import first_appraisal
from dashboard.course import Course
from dashboard.sentences import over_time as sentences
from dashboard.sentences.briefing import trend as words
from dashboard.sentences.left_out import no_finding
from dashboard.timeline import Timeline, days_between, timeline, usual_periods

MOST, MOST_CHOSEN = 4, 8
"""So many factors are drawn: those found in the most reviews, or those that the reader chose."""


def trend(inquiry: Inquiry, part: Part) -> Section:
    """Tell how often factors are found over time, up to the end of the quarter."""
    chosen, basis = inquiry.chosen, str(inquiry.up_to.basis)
    kind = usual_periods(chosen)
    found = timeline(inquiry.ask, chosen, kind, first_appraisal(chosen.appraisals_left))
    reviews = int(chosen.extent.reviews_selected)
    if found.history.empty:
        return nothing(part, plain(no_finding(reviews)))
    if not found.courses:
        return nothing(part, plain(sentences.no_time(basis, reviews, sentences.ONE_OF[kind])))
    drawn = _drawn(found.courses, part, are_chosen=bool(inquiry.up_to.factors))
    figure = _figure(drawn, basis)
    notes = _notes(found, drawn, basis, kind)
    blocks: list[Block] = [Paragraph(_answer(inquiry, found, drawn), "lead"), figure]
    if notes:
        blocks.append(Paragraph(plain(notes), "note"))
    return Section(
        part.show,
        part.heading,
        tuple(blocks),
        message=said(words.in_short(drawn, basis)),
        untold=words.untold(drawn),
        slides=(Slide(fitting(words.briefly(drawn)), figure, _left(found, drawn)),),
        questions=tuple(_questions(drawn)),
    )


def _drawn(courses: Sequence[Course], part: Part, *, are_chosen: bool) -> Sequence[Course]:
    """Return the courses that are drawn: what was never found only if the reader chose it."""
    if are_chosen:
        return courses[: part.most or MOST_CHOSEN]
    return ([one for one in courses if one.reviews_with] or courses)[: part.most or MOST]


def _answer(inquiry: Inquiry, found: Timeline, drawn: Sequence[Course]) -> Text:
    """Say what changed, as the page says it of one factor and of several."""
    basis = str(inquiry.up_to.basis)
    if len(drawn) > 1:
        return said(sentences.several(drawn, basis, words.DAYS_BETWEEN))
    [course] = drawn
    between = days_between(inquiry.ask, course, found, inquiry.chosen)
    return said(sentences.one(course, basis, between))


def _notes(found: Timeline, drawn: Sequence[Course], basis: str, kind: str) -> str:
    """Say what is not drawn, and what cannot be told."""
    ends = found.ends
    return " ".join(
        filter(
            None,
            (
                _left(found, drawn),
                sentences.incomplete(
                    ends.incomplete_after, ends.delay, ends.end, ends.is_end_known
                ),
                sentences.undated(found.undated, basis, sentences.ONE_OF[kind]),
            ),
        )
    )


def _left(found: Timeline, drawn: Sequence[Course]) -> str:
    """Say which factors and periods are not drawn; empty if all are."""
    factors = words.not_drawn(len(found.courses) - len(drawn))
    return " ".join(filter(None, (factors, words.earlier(len(drawn[0].points), DRAWN_PERIODS))))


def _figure(drawn: Sequence[Course], basis: str) -> Trend:
    """Return the courses as a figure."""
    axis = sentences.AXES[basis]
    return Trend(
        title=words.title(drawn[0].appraisal, axis),
        alt=chart.alt_text(drawn, axis),
        basis=f"by {axis[:1].lower()}{axis[1:]}",
        lines=tuple(line_of(course) for course in drawn),
    )


def _questions(drawn: Sequence[Course]) -> Iterator[Question]:
    """Yield what to ask of the factors that changed of late."""
    for course in drawn:
        late = set(course.counted[-words.LATELY :])
        signals = [one for one in course.signals() if late.intersection(one.points)]
        if signals:
            yield Question(
                said(words.asked(course, signals)),
                words.ASKED_BY,
                about=(course.factor_id, course.appraisal),
                also=said(words.also_asked(course, signals)),
            )
