"""What several parts of a briefing come to together, in words."""

from dashboard.sentences.briefing.at_a_glance import nothing_told


def test_what_chance_may_explain_is_listed_in_one_sentence():
    assert nothing_told(["since June (9 changes tested)", "between agencies (8 tested)"]) == (
        "No change or difference can be told from chance: not since June (9 changes tested) and "
        "not between agencies (8 tested)."
    )
