"""What the reviews of a briefing cover, in words."""

from datetime import date

from dashboard.sentences.briefing.coverage import (
    TypeOfReview,
    coverage,
    in_short,
    months,
    work_reviewed,
)

AUDIT = TypeOfReview("Audit", 6, 6)
REVIEW = TypeOfReview("Serious case review", 14, 14)


def test_one_type_is_named_and_the_type_most_are_of_has_its_share():
    assert coverage([TypeOfReview("Audit", 1, 1)], "Spec") == (
        "This briefing rests on 1 review, of one type: **Audit**. It was assessed with **Spec**."
    )
    assert coverage([AUDIT, REVIEW], "Spec") == (
        "This briefing rests on 20 reviews of 2 types, most often **Serious case review**: 14 of "
        "20 (70%). Each was assessed with **Spec**."
    )


def test_where_types_tie_none_is_said_to_be_the_most():
    said = coverage([AUDIT, TypeOfReview("Review", 6, 6)], "Spec")
    assert said == "This briefing rests on 12 reviews of 2 types. Each was assessed with **Spec**."


def test_the_summary_says_of_which_types_they_are_and_whether_they_look_at_ordinary_work():
    assert in_short([TypeOfReview("Audit", 1, 1)], "Spec", 1, 0) == (
        "The 1 review is of one type: **Audit**."
    )
    assert in_short([AUDIT], "Spec", 6, 0) == "All 6 reviews are of one type: **Audit**."
    assert in_short([AUDIT, REVIEW], "Spec", 6, 14) == (
        "The 20 reviews are of 2 types, most often **Serious case review**: 14 of 20 (70%). 6 of "
        "20 look at ordinary work."
    )
    tied = in_short([AUDIT, TypeOfReview("Review", 6, 0)], "Spec", 1, 11)
    assert tied == (
        "The 12 reviews are of 2 types. 1 of 12 looks at ordinary work. 6 of 12 were assessed "
        "with Spec."
    )


def test_reviews_that_were_not_assessed_are_told():
    assert coverage([AUDIT, TypeOfReview("Review", 14, 0)], "Spec").endswith(
        "6 of them were assessed with **Spec**: only these can hold a factor of it."
    )
    assert "1 of them was assessed" in coverage([TypeOfReview("Audit", 3, 1)], "Spec")
    assert "0 of them were assessed" in coverage([TypeOfReview("Audit", 3, 0)], "Spec")


def test_ordinary_work_stands_beside_cases_where_there_are_both():
    assert work_reviewed(1, 2) == "1 review looks at ordinary work, and 2 are case reviews."
    assert work_reviewed(12, 1) == "12 reviews look at ordinary work, and 1 is a case review."
    assert work_reviewed(0, 5).startswith("Each is a review of a case: there is no ordinary work")
    assert work_reviewed(0, 1).startswith("It is a review of a case:")
    assert work_reviewed(5, 0).startswith("Each looks at ordinary work: there is no case review")
    assert work_reviewed(1, 0).startswith("It looks at ordinary work:")


def test_months_are_told_once_where_they_are_the_same_and_not_where_none_is_recorded():
    assert months(date(2019, 2, 5), date(2021, 5, 31)) == "Feb 2019 to May 2021"
    assert months(date(2019, 2, 5), date(2019, 2, 28)) == "Feb 2019"
    assert months(None, None) == ""
