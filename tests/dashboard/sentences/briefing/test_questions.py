"""What is said of the questions for the board."""

from dashboard.sentences.briefing import questions as words


def test_the_rules_behind_a_question_are_all_named():
    assert words.by_rule(["A"]) == "(Rule A)"
    assert words.by_rule(["A", "C"]) == "(Rules A and C)"
    assert words.the_rules(is_shared=False) == words.THE_RULES
    assert words.the_rules(is_shared=True) == f"{words.ASKED_ONCE} {words.THE_RULES}"


def test_questions_that_are_left_out_are_counted():
    first = "Each is raised from the numbers by the rule named behind it, and judges nothing."
    assert words.asked(3, 3) == first
    assert words.asked(10, 11).startswith(f"{first} 1 more question that the same rules raise is")
    assert words.asked(10, 14).startswith(f"{first} 4 more questions that the same rules raise are")
