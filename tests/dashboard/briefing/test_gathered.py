"""What is gathered from the other parts: the summary, the questions and the numbers."""

from dataclasses import replace

import pytest

from dashboard.briefing.document import Bullets, Paragraph, Question, Section
from dashboard.briefing.gathered import NOTHING, at_a_glance, picked, questions, the_numbers
from dashboard.briefing.template import Part
from dashboard.briefing.text import plain
from dashboard.sentences.briefing import questions as words
from tests.dashboard.briefing.telling import paragraphs, points

PART = Part("questions", "Questions for the board")


def asking(key: str, *asked: tuple[str, str]) -> Section:
    """Return a part that asks, each question with its rule."""
    return Section(key, key, (), questions=tuple(Question(plain(a), rule) for a, rule in asked))


def test_each_question_names_the_rule_that_raised_it_and_the_important_come_first():
    sections = [
        asking("new_and_unseen", ("Is it new?", "Newly found.")),
        asking("actions", ("What stands in the way?", "Overdue."), ("And here?", "Overdue.")),
        asking("seen_again", ("What did it show?", "Seen again.")),
    ]
    assert points(questions(sections, PART)) == [
        "What did it show? (Rule A)",
        "What stands in the way? (Rule B)",
        "And here? (Rule B)",
        "Is it new? (Rule C)",
        "A: Seen again.",
        "B: Overdue.",
        "C: Newly found.",
    ]


def test_the_questions_are_kept_on_one_sheet():
    assert questions([asking("actions", ("Why?", "Overdue."))], PART).is_kept_whole


def test_a_factor_that_two_rules_raise_is_asked_about_once_and_both_are_named():
    tools, other = ("tools", "problem"), ("tools", "strength")
    changed = Question(plain("Tools rose. Why?"), "By more than chance.", tools)
    drawn = [
        Question(plain("Tools show a signal. Why?"), "A signal.", tools, plain("A signal too.")),
        Question(plain("Strong tools show one. Why?"), "A signal.", other, plain("One too.")),
    ]
    sections = [
        Section("trend", "Over time", (), questions=tuple(drawn)),
        Section("changed", "What changed", (), questions=(changed,)),
    ]
    section = questions(sections, PART)
    assert points(section) == [
        "Tools rose. Why? A signal too. (Rules A and B)",
        "Strong tools show one. Why? (Rule B)",
        "A: By more than chance.",
        "B: A signal.",
    ]
    assert paragraphs(section)[1] == f"{words.ASKED_ONCE} {words.THE_RULES}"
    [alone] = [replace(sections[0], questions=(drawn[0],))]
    assert points(questions([alone, sections[1]], PART))[1:] == [
        "A: By more than chance.",
        "B: A signal.",
    ]


def test_a_slide_of_questions_does_not_name_rules_that_it_does_not_hold():
    [slide] = questions([asking("actions", ("Why?", "Overdue."))], PART).slides
    assert isinstance(slide.shown, Bullets)
    assert slide.shown.items == (plain("Why?"),)


def test_of_many_questions_each_rule_keeps_its_first_and_the_rest_are_counted():
    first = [(f"A{number}", "A") for number in range(9)]
    section = questions(
        [asking("seen_again", *first), asking("quality", ("B0", "B"), ("B1", "B"), ("B2", "B"))],
        PART,
    )
    asked = [point.partition(" ")[0] for point in points(section)[:10]]
    assert asked == [*(f"A{number}" for number in range(7)), "B0", "B1", "B2"]
    assert "2 more questions" in paragraphs(section)[0]


@pytest.mark.parametrize(("most", "kept"), [(1, ["a"]), (2, ["a", "x"]), (9, ["a", "b", "x"])])
def test_questions_are_picked_in_turn(most, kept):
    raised = [[Question(plain(one), "rule") for one in letters] for letters in ("ab", "x")]
    assert [one.text[0].text for one in picked(raised, most)] == kept


def test_where_no_rule_raises_a_question_there_is_one_sentence():
    assert paragraphs(questions([], PART)) == [words.NONE]


def test_a_part_with_nothing_to_sum_up_has_no_line_in_the_summary():
    silent = Section("balance", "Balance", (Paragraph(plain("No layers."), "lead"),))
    telling = Section("recurs", "Recurs", (), plain("Found most often: tools."))
    assert points(at_a_glance([silent, telling], PART)) == ["Found most often: tools."]
    assert paragraphs(at_a_glance([silent], PART)) == [NOTHING]


def test_what_chance_may_explain_in_several_parts_is_one_line_of_the_summary():
    changed = Section("changed", "Changed", (), plain("No change."), untold="since June (9 tested)")
    recurs = Section("recurs", "Recurs", (), plain("Found most often: tools."))
    where = Section("where", "Where", (), plain("None stands out."), untold="between agencies")
    assert points(at_a_glance([changed, recurs, where], PART)) == [
        "No change or difference can be told from chance: not since June (9 tested) and not "
        "between agencies.",
        "Found most often: tools.",
    ]
    assert points(at_a_glance([changed, recurs], PART))[0] == "No change."


def test_which_reviews_it_is_about_and_what_they_cover_is_one_line_of_the_summary():
    about = Section("filters", "About", (), plain("2 reviews came out."))
    recurs = Section("recurs", "Recurs", (), plain("Found most often: tools."))
    covered = Section("coverage", "Covered", (), plain("All are audits."))
    assert points(at_a_glance([about, recurs, covered], PART)) == [
        "2 reviews came out. All are audits.",
        "Found most often: tools.",
    ]
    assert points(at_a_glance([covered], PART)) == ["All are audits."]


def test_a_briefing_without_a_figure_says_so():
    assert paragraphs(the_numbers([], PART)) == ["This briefing has no figure."]
