"""The page of ordinary work and of accounts, over the shipped sources."""

import pytest

from tests.dashboard.test_compare_page import choose_number, counts, links
from tests.dashboard.test_pages import texts


def test_ordinary_work_stands_beside_case_reviews_with_the_numbers_of_each(opened):
    app = opened("ordinary", source="anytown")
    for place, work in ((0, "ordinary"), (2, "case")):
        alone = opened(source="anytown", work=work, appraisal="problem").dataframe[0].value
        alone = alone.set_index("Factor")
        for factor in alone.index:
            expected = alone.loc[factor, ["Found in", "Assessed"]].tolist()
            assert counts(app, factor)[place : place + 2] == expected


def test_what_is_found_in_both_and_how_audits_are_chosen_is_said(opened):
    said = texts(opened("ordinary", source="anytown"))
    assert "both in ordinary work and in case reviews" in said
    assert "looks for other things" in said
    assert "of 28" in said
    assert "of 12" in said


def test_the_evidence_of_ordinary_work_is_of_ordinary_work(opened):
    app = opened("ordinary", source="anytown", factor="CF-CON")
    choose_number(app, "Conditions of work, Case reviews: 18 of 28")
    assert "source=anytown&factor=CF-CON&appraisal=problem&work=case" in links(app)
    found = counts(app, "Conditions of work")[2]
    evidence = opened(
        "evidence", source="anytown", factor="CF-CON", appraisal="problem", work="case"
    )
    assert evidence.dataframe[0].value["Review"].nunique() == found


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_a_source_of_case_reviews_only_says_so(opened, source):
    app = opened("ordinary", source=source)
    assert "there is no ordinary work to set beside it" in texts(app)
    assert not app.get("plotly_chart")


def test_the_filter_on_work_gives_way_in_words(opened):
    said = texts(opened("ordinary", source="anytown", work="ordinary"))
    assert "The filter on work reviewed does not hold on this page" in said
    assert "of 28" in said


def test_where_the_filters_leave_no_audit_there_is_nothing_to_compare(opened):
    said = texts(opened("ordinary", source="anytown", review_type="SAR"))
    assert "No selected review of **Ordinary work** was assessed: there is nothing to compare." in (
        said
    )


def test_accounts_are_counted_with_those_not_recorded(opened):
    app = opened("ordinary", source="anytown", show="accounts")
    said = texts(app)
    assert "**Practitioner** 91 in 36 reviews" in said
    assert "For 0 of 227 (0%) it is not recorded whose account it is." in said
    assert "Neither account is taken to be the right one." in said
    table = app.dataframe[0].value
    assert "Not recorded" in table["Whose account"].tolist()


def test_the_evidence_of_a_cell_is_of_its_account_and_adds_up(opened):
    app = opened("ordinary", source="anytown", show="accounts", factor="CF-CON")
    table = app.dataframe[0].value.set_index("Whose account")
    choose_number(app, "Conditions of work, manager: 6 of 40")
    address = "source=anytown&factor=CF-CON&perspective=manager&appraisal=problem"
    assert address in links(app)
    evidence = opened(
        "evidence", source="anytown", factor="CF-CON", appraisal="problem", perspective="manager"
    )
    listed = evidence.dataframe[0].value
    assert listed["Review"].nunique() == table.loc["Manager", "Found in"]
    assert len(listed) == table.loc["Manager", "Findings"]
    assert (
        "6 of 40 reviews hold **Conditions of work** as a problem, in a finding resting on the "
        "account **Manager**; the 6 findings are listed."
    ) in texts(evidence)


def test_a_click_on_a_cell_opens_the_findings_of_its_account(opened):
    app = opened("ordinary", source="anytown", show="accounts")
    point = {"customdata": ["CF-CON", "manager"]}
    app.session_state["accounts 1"] = {"selection": {"points": [point]}}
    app.run()
    assert app.title[0].value == "Evidence"
    assert app.query_params["perspective"] == "manager"


def test_reviews_whose_accounts_differ_are_listed_as_many_as_the_sentence_says(opened):
    app = opened("ordinary", source="anytown", show="accounts")
    assert "Accounts differ in **21 of the 35 reviews**" in texts(app)
    listed = app.dataframe[1].value
    assert listed["review_ref"].nunique() == 21
    assert listed["accounts_problem"].notna().all()
    assert listed["accounts_strength"].notna().all()


def test_with_problems_alone_accounts_cannot_be_said_to_agree(opened):
    said = texts(opened("ordinary", source="anytown", show="accounts", appraisal="problem"))
    assert "whether accounts differ cannot be seen" in said
    assert "of the 35 reviews" not in said


@pytest.mark.parametrize("source", ["pfd", "dhrd"])
def test_accounts_that_are_not_recorded_are_said_to_be_so(opened, source):
    app = opened("ordinary", source=source, show="accounts")
    assert "is not recorded for any of the" in texts(app)
    assert not app.get("plotly_chart")
    assert not app.dataframe


def test_no_review_says_which_filter_leaves_none(opened):
    said = texts(opened("ordinary", source="anytown", from_="2001-01-01", to="2001-02-01"))
    assert "It is the period that leaves none." in said
