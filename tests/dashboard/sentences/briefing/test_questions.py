"""What is said of the questions for the board."""

from dashboard.sentences.briefing import questions as words


def test_questions_that_are_left_out_are_counted():
    first = "Each is raised from the numbers by the rule named behind it, and judges nothing."
    assert words.asked(3, 3) == first
    assert words.asked(10, 11).startswith(f"{first} 1 more question that the same rules raise is")
    assert words.asked(10, 14).startswith(f"{first} 4 more questions that the same rules raise are")
