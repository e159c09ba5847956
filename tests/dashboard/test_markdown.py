"""Coded text is shown as it was written, whatever it would mean to Markdown."""

import pytest

from dashboard.sentences import bold, escaped


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Suicide (from 2015)", "Suicide (from 2015)"),
        ("Inter-agency working", "Inter-agency working"),
        ("[x](javascript:alert(1))", r"\[x\](javascript\:alert(1))"),
        ("<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert(1)\>"),
        ("$x$", r"\$x\$"),
        (":red[no]", r"\:red\[no\]"),
        ("*all* of _them_", r"\*all\* of \_them\_"),
        ("`code`", r"\`code\`"),
        ("# 1 priority", r"\# 1 priority"),
        ("1. First", r"1\. First"),
        ("of 1.5 years", "of 1.5 years"),
        ("- not a list", r"\- not a list"),
        ("a -- b", r"a \-- b"),
        ("R&amp;D", r"R\&amp;D"),
        ("www.example.org", r"www\.example.org"),
        ("back\\slash", r"back\\slash"),
        ("", ""),
    ],
)
def test_a_text_is_escaped_so_that_it_shows_as_it_is(text, written):
    assert escaped(text) == written


def test_bold_is_ours_and_what_is_in_it_is_text():
    assert bold("a*b") == r"**a\*b**"
