"""What a briefing is asked for, and what it must be about."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing.compose import KNOWN
from dashboard.briefing.quarter import read_quarter
from dashboard.briefing.request import Request, command, fault_of_subject
from dashboard.briefing.template import read_template
from queries.selection import Selection


def fault(template: str, *factors: str, review: str | None = None) -> str:
    """Return what is wrong with the subject of a briefing; "" if nothing is."""
    selection = Selection(factors=factors)
    read = read_template(template, KNOWN)
    request = Request(read_quarter("2025/26-Q1"), selection, read, template, review=review)
    return fault_of_subject(request) or ""


def test_a_briefing_on_one_is_on_exactly_one_factor_or_one_review():
    assert fault("seven-minutes", "tools") == ""
    assert fault("seven-minutes", review="R1") == ""
    assert "neither is chosen. Choose exactly one factor" in fault("seven-minutes")
    assert "2 factors are chosen" in fault("seven-minutes", "tools", "law")
    assert "both are chosen" in fault("seven-minutes", "tools", review="R1")


@pytest.mark.parametrize("factors", [(), ("tools",), ("tools", "law")])
def test_a_briefing_on_a_quarter_may_have_any_factors_and_no_review(factors):
    assert fault("quarterly", *factors) == ""
    assert "not about one review" in fault("quarterly", *factors, review="R1")


def written(board: str) -> str:
    """Return the command for a board."""
    read = read_template("quarterly", KNOWN)
    asked = Request(read_quarter("2025/26-Q1"), Selection(boards=(board,)), read)
    return command(asked, "our briefing.pdf")


def test_a_name_is_quoted_as_the_shells_of_windows_read_it_too():
    assert written("King's Lynn & Wisbech") == (
        'crossreview briefing --quarter 2025/26-Q1 --board "King\'s Lynn & Wisbech" '
        '--out "our briefing.pdf"'
    )


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_whatever_a_name_holds_a_shell_reads_it_back(board: str):
    assert shlex.split(written(board))[5] == board
