"""What is quoted of how many findings, and where it was cut."""

import pytest

from dashboard.sentences.briefing.quoted import (
    LONGEST,
    found_by_review,
    holding,
    others,
    shortened,
    source,
    which,
)


def test_a_short_text_is_printed_as_it_stands():
    assert shortened("Nobody asked.\n Nobody knew.", 60) == "Nobody asked. Nobody knew."
    assert shortened("x" * LONGEST) == "x" * LONGEST


def test_a_long_text_is_cut_at_the_end_of_a_sentence():
    assert shortened("Nobody asked her. Nobody knew why it was so.", 30) == "Nobody asked her. …"


def test_a_long_sentence_is_cut_at_the_end_of_a_word():
    assert shortened("Nobody asked, because everybody knew", 16) == "Nobody asked …"
    assert shortened("Nobody asked because", 12) == "Nobody asked …"


def test_a_word_longer_than_all_the_room_is_cut_in_it():
    assert shortened("x" * 20, 8) == "xxxxxxxx …"


@pytest.mark.parametrize(
    ("findings", "reviews", "said"),
    [
        (0, 0, "No finding holds it as a problem."),
        (1, 1, "1 finding in 1 review holds it as a problem."),
        (23, 14, "23 findings in 14 reviews hold it as a problem."),
    ],
)
def test_findings_are_told_with_the_reviews_in_which_they_stand(findings, reviews, said):
    assert holding(findings, reviews, "problem") == said


def test_how_many_of_how_many_are_quoted_is_said_unless_all_are():
    assert which(5, 23, "the most recent") == "Here are 5 of the 23, the most recent:"
    assert which(1, 2, "the first") == "Here is 1 of the 2, the first:"
    assert which(3, 3, "the first") == which(0, 0, "the first") == ""


def test_what_one_review_found_is_told_by_its_appraisal():
    assert found_by_review(0, "strength") == "The review is coded with no strength."
    assert found_by_review(1, "problem") == "The review found 1 problem."
    assert found_by_review(4, "neutral") == "The review holds 4 findings."


def test_findings_that_are_neither_are_counted_too():
    assert others(0, 0) == ""
    assert others(1, 0) == "Of its other findings, 1 is mixed."
    assert others(3, 2) == "Of its other findings, 3 are mixed and 2 are neutral."


def test_a_source_names_what_is_known():
    assert source(("R1", "", "page 4")) == "R1, page 4"
    assert source(("", "")) == ""
