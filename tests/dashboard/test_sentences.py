"""The English that goes with the numbers: every form that a row can ask for."""

from datetime import date
from typing import ClassVar

import pandas as pd
import pytest

from dashboard import sentences
from dashboard.estimates import with_interval
from dashboard.sentences.counts import first_of, out_of, some_of
from dashboard.sentences.left_out import not_assessed
from queries.selection import Selection


def recurrence(*rows: tuple[str, str, int | None, int]) -> pd.DataFrame:
    """Return rows of label, appraisal, reviews_with and reviews_assessed, with their interval."""
    table = pd.DataFrame(rows, columns=["label", "appraisal", "reviews_with", "reviews_assessed"])
    counts = table.astype({"reviews_with": "Int32", "reviews_assessed": "Int32"})
    return with_interval(
        counts.assign(factor_id=table["label"].str.lower(), layer=None, layer_label=None)
    )


def said(*rows: tuple[str, str, int | None, int]) -> str:
    return sentences.factor_recurrence(recurrence(*rows))


class TestCounts:
    def test_a_noun_follows_its_number(self):
        assert sentences.count(1, "review") == "1 review"
        assert sentences.count(0, "review") == "0 reviews"
        assert sentences.count(2869, "review") == "2,869 reviews"
        assert sentences.count(2, "agency", "agencies") == "2 agencies"

    def test_names_are_listed_as_in_a_sentence(self):
        assert sentences.listed(["A"]) == "A"
        assert sentences.listed(["A", "B"]) == "A and B"
        assert sentences.listed(["A", "B", "C"]) == "A, B and C"

    @pytest.mark.parametrize(
        ("number", "of", "some", "whole"),
        [
            (0, 4, "none", "none of 4 actions"),
            (3, 4, "3", "3 of 4 actions"),
            (4, 4, "all", "all 4 actions"),
            (2, 2, "both", "both actions"),
            (1, 1, "1", "the 1 action"),
            (0, 1, "none", "the 1 action"),
            (1200, 1300, "1,200", "1,200 of 1,300 actions"),
        ],
    )
    def test_none_and_all_are_said_in_words(self, number, of, some, whole):
        assert some_of(number, of) == some
        assert out_of(number, of, "action") == whole

    def test_a_plural_of_its_own_is_kept(self):
        assert out_of(2, 2, "agency", "agencies") == "both agencies"
        assert out_of(3, 3, "agency", "agencies") == "all 3 agencies"

    @pytest.mark.parametrize(
        ("share", "words"),
        [
            (0, "0%"),
            (0.0001, "under 1%"),
            (0.0049, "under 1%"),
            (0.005, "1%"),
            (0.125, "13%"),
            (0.6, "60%"),
            (0.994, "99%"),
            (0.996, "over 99%"),
            (1, "100%"),
        ],
    )
    def test_only_none_is_0_percent_and_only_all_is_100_percent(self, share, words):
        assert sentences.percent(share) == words

    def test_a_share_stands_with_its_counts_and_interval(self):
        words = "12 of 20 reviews (60%; 95% interval 39% to 78%)"
        assert sentences.share_of_reviews(12, 20, 0.3866, 0.7812) == words

    def test_a_half_goes_up_however_the_computer_holds_it(self):
        assert sentences.percent(23 / 40) == "58%"  # 57.5, held as 57.4999...

    def test_of_fewer_than_five_no_percentage_is_given(self):
        words = "3 of 4 reviews (too few to tell; 95% interval 30% to 95%)"
        assert sentences.share_of_reviews(3, 4, 0.3006, 0.9544) == words
        assert sentences.found_of(3, 4) == "3 of 4 (too few to tell)"
        assert sentences.found_of(3, 5) == "3 of 5 (60%)"

    def test_none_found_and_not_assessed_are_told_apart(self):
        assert sentences.found_of(0, 20) == "0 of 20 (0%)"
        assert sentences.found_of(None, 0) == "not assessed"
        assert sentences.found_of(None, None) == "not assessed"


class TestFactorRecurrence:
    def test_the_problem_and_the_strength_found_most_often(self):
        assert said(
            ("Supervision", "problem", 18, 20),
            ("Supervision", "strength", 1, 20),
            ("Tools", "problem", 2, 20),
            ("Tools", "strength", 14, 20),
        ) == (
            "The problem found most often is **Supervision**: "
            "in 18 of 20 reviews (90%; 95% interval 70% to 97%). "
            "The strength found most often is **Tools**: "
            "in 14 of 20 reviews (70%; 95% interval 48% to 85%)."
        )

    def test_findings_that_appraise_nothing_name_a_factor(self):
        assert said(("Falls", "neutral", 1168, 2869), ("Fires", "neutral", 3, 2869)) == (
            "The factor found most often is **Falls**: "
            "in 1,168 of 2,869 reviews (41%; 95% interval 39% to 43%)."
        )

    def test_an_order_that_the_reviews_cannot_tell_is_said_to_be_uncertain(self):
        one = said(("A", "problem", 12, 20), ("B", "problem", 11, 20), ("C", "problem", 0, 20))
        assert one.endswith(
            "Its interval overlaps with that of 1 other problem: "
            "which of them comes first is not certain."
        )
        two = said(("A", "problem", 12, 20), ("B", "problem", 11, 20), ("C", "problem", 9, 20))
        assert "overlaps with those of 2 other problems" in two

    def test_the_only_factor_is_not_said_to_be_found_most_often(self):
        assert said(("Tools", "problem", 4, 20)) == (
            "**Tools** was found as a problem in 4 of 20 reviews (20%; 95% interval 8% to 42%)."
        )

    def test_two_that_tie_are_both_named(self):
        assert said(("A", "problem", 4, 20), ("B", "problem", 4, 20)) == (
            "The problems found most often are **A** and **B**, "
            "each in 4 of 20 reviews (20%; 95% interval 8% to 42%)."
        )

    def test_two_that_tie_over_different_denominators_keep_their_own(self):
        assert said(("A", "problem", 4, 20), ("B", "problem", 4, 10)) == (
            "The problems found most often are **A** in 4 of 20 reviews (20%; 95% interval 8% to "
            "42%) and **B** in 4 of 10 reviews (40%; 95% interval 17% to 69%)."
        )

    def test_many_that_tie_are_counted(self):
        same = [(name, "problem", 1, 20) for name in "ABCD"]
        assert said(*same) == (
            "4 problems are found most often, each in 1 of 20 reviews (5%; 95% interval 1% to 24%)."
        )
        assert said(*same[:3], ("D", "problem", 1, 10)) == (
            "4 problems are found most often, each in 1 of 10 to 20 reviews."
        )

    def test_none_found(self):
        assert said(("A", "strength", 0, 20), ("B", "strength", 0, 19)) == (
            "None of the 2 factors was found as a strength in the 20 reviews assessed."
        )
        assert said(("A", "neutral", 0, 9)) == "**A** was not found in the 9 reviews assessed."

    def test_too_few_reviews(self):
        assert said(("A", "problem", 2, 3), ("B", "problem", 0, 3)) == (
            "Only 3 reviews were assessed: too few to tell what recurs. "
            "The problem found most often is **A**: "
            "in 2 of 3 reviews (too few to tell; 95% interval 21% to 94%)."
        )

    def test_factors_not_assessed_are_counted(self):
        assert said(("A", "problem", 9, 20), ("B", "problem", None, 0)).endswith(
            " 1 factor was not assessed in any selected review."
        )

    def test_nothing_assessed(self):
        assert said(("A", "problem", None, 0), ("B", "strength", None, 0)) == (
            "2 factors could have been found, and none was assessed in the selected reviews: "
            "whether they recur cannot be told."
        )

    def test_no_rows(self):
        assert said() == "There is nothing to count: no factor fits these filters."

    def test_a_label_is_text_and_not_markdown(self):
        assert r"**\*A\* \[b\]\(c\) \$x\$**".replace(r"\(", "(").replace(r"\)", ")") in said(
            ("*A* [b](c) $x$", "problem", 9, 20)
        )


class TestNotices:
    def test_made_up_reviews_are_called_so(self):
        assert sentences.made_up(["Anytown"]).startswith("Made-up data: the reviews of Anytown ")

    def test_an_agency_known_only_from_the_review_is_never_found_at(self):
        assert "same review" in sentences.IN_THE_SAME_REVIEW
        assert "not known" in sentences.IN_THE_SAME_REVIEW


class TestDates:
    def test_days_and_spans_are_british(self):
        first, last = date(2024, 4, 1), date(2025, 3, 31)
        assert sentences.day(first) == "1 April 2024"
        assert sentences.span(first, last) == "1 April 2024 to 31 March 2025"
        assert sentences.span(first, None) == "from 1 April 2024"
        assert sentences.span(None, last) == "up to 31 March 2025"


class TestFilters:
    labels: ClassVar = {
        "sources": {"pfd": "Coroners’ reports"},
        "agencies": {"police": "Police", "health": "Health"},
    }
    chosen = Selection(
        sources=("pfd",),
        agencies=("police", "health"),
        boards=("Gwent",),
        work="ordinary",
        basis="practice",
        period_from=date(2024, 4, 1),
        text="neglect",
    )

    def test_each_filter_is_a_line_in_plain_words(self):
        assert sentences.filters_in_words(
            self.chosen, self.labels, names={"boards": "Coroner area"}
        ) == [
            "Source: Coroners’ reports",
            "Coroner area: Gwent",
            "Agency involved: Police or Health",
            "Work reviewed: ordinary work",
            "Practice period: from 1 April 2024",
            "Text: “neglect”",
        ]

    def test_no_filter_is_no_line(self):
        assert sentences.filters_in_words(Selection(), {}) == []
        assert sentences.chips(Selection(), {}) == []

    def test_each_value_chosen_is_a_chip_and_the_source_is_none(self):
        words = [chip.words for chip in sentences.chips(self.chosen, self.labels)]
        assert words == [
            "Board: Gwent",
            "Agency involved: Police",
            "Agency involved: Health",
            "Work reviewed: ordinary work",
            "Practice period: from 1 April 2024",
            "Text: “neglect”",
        ]

    def test_taking_a_chip_away_takes_its_value_alone(self):
        police = sentences.chips(self.chosen, self.labels)[1]
        assert police.taken_from(self.chosen).agencies == ("health",)

    def test_taking_every_chip_away_leaves_every_review(self):
        left = self.chosen
        for chip in sentences.chips(self.chosen, self.labels):
            left = chip.taken_from(left)
        assert left == Selection(sources=("pfd",), basis="practice")

    def test_a_value_without_a_label_is_shown_itself(self):
        chosen = Selection(factors=("LT1",))
        assert sentences.filters_in_words(chosen, {}) == ["Factor: LT1"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0004, "q under 0.001"),
        (0.0042, "q = 0.004"),
        (0.0512, "q = 0.051"),
        (0.9, "q = 0.90"),
        (float("nan"), "not tested"),
    ],
)
def test_a_q_value_is_never_nought_and_tells_which_side_of_0_05_it_is(value, words):
    assert sentences.q_value(value) == words


def test_a_list_that_is_not_shown_whole_says_how_much_of_it_is():
    assert first_of(1000, 1000) == ""
    said = "The first 1,000 of 1,001 are shown; the downloads hold all."
    assert first_of(1000, 1001) == said


@pytest.mark.parametrize(
    ("assessed", "selected", "said"),
    [
        (40, 40, ""),
        (0, 0, ""),
        (
            2869,
            3057,
            "188 of the 3,057 reviews were not assessed with this framework: they are in no "
            "denominator of its factors.",
        ),
        (
            39,
            40,
            "1 of the 40 reviews was not assessed with this framework: it is in no denominator of "
            "its factors.",
        ),
        (0, 188, "None of the 188 reviews was assessed with this framework."),
        (0, 1, "The 1 review was not assessed with this framework."),
    ],
)
def test_selected_reviews_without_the_framework_are_told_of(assessed, selected, said):
    assert not_assessed(assessed, selected) == said
