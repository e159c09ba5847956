"""Text of a briefing: what the pages say in Markdown, as runs."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing.text import Run, letters, plain, said
from dashboard.sentences import bold, escaped


def test_bold_is_a_run_of_its_own():
    assert said("The problem is **Own team**: in 3 of 9 reviews.") == (
        Run("The problem is "),
        Run("Own team", is_bold=True),
        Run(": in 3 of 9 reviews."),
    )


def test_plain_text_stays_as_it_is():
    assert plain("**not bold** & <b>") == (Run("**not bold** & <b>"),)
    assert plain("") == ()


PRINTABLE = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1)


@given(PRINTABLE)
def test_what_a_sentence_escapes_comes_out_as_it_was(text):
    assert letters(said(f"In {escaped(text)}: 3 of 9")) == f"In {text}: 3 of 9"


@given(PRINTABLE)
def test_a_label_in_bold_comes_out_as_it_was(text):
    assert said(f"In ({bold(text)}) found") == (
        Run("In ("),
        Run(text, is_bold=True),
        Run(") found"),
    )
