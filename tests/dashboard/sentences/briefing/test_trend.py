"""What a briefing says of change over time."""

from dashboard.sentences.briefing import trend as words
from tests.dashboard.rows_over_time import RARE, SHIFT, STEADY, course


def test_a_signal_is_asked_about_and_neither_praised_nor_blamed():
    found = course(SHIFT)
    assert words.asked(found, found.signals()[-1:]) == (
        "**Tools** as a problem shows a signal of change by the NHS rules in the last 4 whole "
        "periods: 7 periods in a row above the mean (2017 to 2023). What changed: what was done, "
        "which cases were reviewed, or what the reviews looked for?"
    )
    rising = course("1/10 2/10 3/10 4/10 5/10 6/10 7/10")
    assert "7 periods in a row rising (2010 to 2016)" in words.asked(rising, rising.signals())


def test_a_signal_of_a_factor_that_is_asked_about_already_is_said_beside_it():
    found = course(SHIFT)
    assert words.also_asked(found, found.signals()[-1:]) == (
        "It shows a signal of change by the NHS rules too, in the last 4 whole periods: 7 "
        "periods in a row above the mean (2017 to 2023)."
    )


def test_factors_that_are_not_drawn_are_counted():
    assert words.not_drawn(0) == ""
    assert words.not_drawn(1) == "1 other factor is not drawn."
    assert words.not_drawn(8) == "8 other factors are not drawn."


def test_earlier_periods_are_said_to_count():
    assert words.earlier(24, 24) == ""
    assert words.earlier(25, 24).startswith("Drawn are the last 24 of 25 periods.")


def test_the_summary_names_the_factors_that_change_and_says_where_that_cannot_be_told():
    assert words.in_short([course(SHIFT), course(STEADY)], "published") == (
        "By the period of publication, 1 of 2 factors drawn shows a signal of change by the NHS "
        "rules: **Tools**."
    )
    assert words.in_short([course(STEADY)], "published") == (
        "By the period of publication, the factor drawn shows no signal of change by the NHS rules."
    )
    assert words.in_short([course("1/10")], "published") == (
        "Over time: too few whole periods to tell whether anything changed."
    )


def test_that_no_factor_shows_a_signal_is_said_as_a_part_of_a_sentence():
    assert words.untold([course(STEADY)] * 2) == "over time (2 factors drawn)"
    assert words.untold([course(SHIFT), course(STEADY)]) == ""
    assert words.untold([course("1/10")]) == words.untold([course(RARE)]) == ""


def test_fewer_periods_than_the_shortest_rule_needs_are_too_few_to_say_that_nothing_changed():
    six, seven = course("1/10 2/10 " * 3), course("1/10 2/10 " * 3 + "1/10")
    assert words.in_short([six, six], "published").startswith("Over time: too few whole periods")
    assert words.untold([six, six]) == words.untold([six, course(RARE)]) == ""
    assert words.briefly([six])[-1] == "Whether anything changed cannot be told"
    assert words.in_short([six, seven], "published").startswith("By the period of publication")
    assert words.untold([six, seven]) == "over time (2 factors drawn)"


def test_a_slide_says_which_factors_change():
    assert words.briefly([course(STEADY)]) == [
        "Tools over time: no signal of change",
        "No signal of change over time",
    ]
    assert words.briefly([course(STEADY)] * 2)[0] == "2 factors over time: no signal of change"
    assert words.briefly([course(SHIFT), course(STEADY)]) == [
        "1 of 2 factors shows a signal of change: Tools",
        "1 of 2 factors shows a signal of change",
    ]
    assert words.briefly([course(SHIFT)] * 2)[1] == "Both factors show a signal of change"


def test_a_slide_does_not_say_of_too_few_or_of_the_rare_that_nothing_changed():
    cannot = "Tools over time: whether anything changed cannot be told"
    for text in ("1/10", "0/10 0/10", "-/4", RARE):
        assert words.briefly([course(text)])[0] == cannot


def test_a_slide_counts_the_factors_that_can_be_charted_where_not_all_can():
    assert words.briefly([course(STEADY), course(RARE)]) == [
        "1 of 2 factors can be charted as shares over time: no signal of change"
    ]
