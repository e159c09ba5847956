"""The three questions to reflect on."""

from dashboard.sentences.briefing.reflections import THIS, changed, own_work, plans, rules


def test_the_first_question_holds_in_how_many_reviews_the_factor_is_found():
    assert "**Tools** was found as a problem in 14 of 27 reviews. Where would we see it" in (
        own_work("Tools", "problem", 14, 27, THIS).said
    )


def test_what_was_not_found_is_asked_after_all_the_same():
    assert "**Tools** was not found as a problem in 1 review. Would we notice it" in (
        own_work("Tools", "problem", 0, 1, THIS).said
    )


def test_what_was_not_assessed_has_no_number():
    for prompt in (own_work("", "neutral", 0, 0, THIS), own_work("Tools", "problem", 0, 0, THIS)):
        assert prompt.said.endswith("Which of this would we recognise from our own team?")


def test_the_second_question_holds_what_came_after_signed_off_actions():
    assert "After 3 of 8 follow-ups of signed-off actions, the factor was seen" in (
        changed(3, 8, 0, 9).said
    )
    assert "After none of 8 follow-ups of signed-off actions was" in changed(0, 8, 0, 9).said
    assert "a signed-off action, the factor was not seen again." in changed(0, 1, 0, 9).said
    assert "a signed-off action, the factor was seen again." in changed(1, 1, 0, 9).said
    assert "No signed-off action can be followed up yet." in changed(0, 0, 0, 9).said
    assert "changed?** What would show us, before" in changed(0, 0, 0, 0).said


def test_what_is_too_early_to_tell_is_not_said_to_be_not_seen():
    assert (
        "After the 1 follow-up of a signed-off action it is too early" in changed(0, 1, 1, 9).said
    )
    only_early = changed(0, 4, 4, 9).said
    assert "After all 4 follow-ups of signed-off actions it is too early to tell." in only_early
    some = changed(1, 4, 2, 9).said
    assert "After 1 of 4 follow-ups of signed-off actions" in some
    assert "seen again. After 2 it is too early to tell. What would" in some


def test_the_third_question_holds_what_is_overdue_or_else_what_has_no_action():
    assert "5 of 31 actions are overdue." in plans(5, 31, 2, 9).said
    assert "The 1 action is overdue." in plans(1, 1, 2, 9).said
    assert "2 of 9 recommendations have no action." in plans(0, 31, 2, 9).said
    assert "The 1 recommendation has no action." in plans(0, 0, 1, 1).said
    assert plans(0, 0, 0, 0).said.startswith("**How does it enter our plans?** What do we take on")


def test_it_is_said_where_the_numbers_of_all_three_come_from():
    prompts = (own_work("Tools", "problem", 1, 9, THIS), changed(0, 8, 0, 9), plans(5, 31, 2, 9))
    assert rules(prompts) == (
        "Where the numbers come from: (1) the reviews in which this factor was assessed; (2) the "
        "follow-ups of signed-off actions; (3) the actions that are overdue."
    )


def test_of_a_question_without_numbers_nothing_is_said():
    prompts = (own_work("", "neutral", 0, 0, THIS), changed(0, 0, 0, 9), plans(0, 31, 2, 9))
    assert rules(prompts) == (
        "Where the numbers come from: (3) the recommendations without an action, since no action "
        "is overdue."
    )
    assert rules((prompts[0], changed(0, 0, 0, 0), plans(0, 0, 0, 0))) == ""
