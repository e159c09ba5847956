"""Tables in which there is nothing to find fault with, and what every rule file promises."""

import re

from pipeline.check import FOLDER, rules

# The marks for what is withheld, and for what is not known: each stands in several rules.
MARKS = (re.compile(r"'\(\?i\)<[^']*withheld'"), re.compile(r"'\(\?i\)\[-[^']*tb\[ac\]'"))
CONTINUED = re.compile(r"'\n\s+'")


def test_sound_tables_give_no_breach(said):
    assert said() == []


def test_sound_tables_with_every_column_give_no_breach(said):
    assert (
        said(
            reviews="""
                review_ref | title   | review_type | board | is_ordinary_work | practice_from | practice_to | incident_on   | commissioned_on | completed_on | published_on
                R1         | Child A | SAR         | North | no               | 2020          | March 2022  | 14/03/2022    | 2022            | 03/02/2023   | 2023/24
            """,  # noqa: E501
            review_attributes="""
                review_ref | name  | value
                R1         | abuse | neglect
            """,
            review_frameworks="""
                review_ref | framework
                R1         | spec
            """,
            findings="""
                finding_ref | review_ref | position | statement                   | appraisal | pattern | perspective  | prevalence_grade | evidence_grade
                F1          | R1         | 1        | Supervision did not happen. | problem   | LT1     | practitioner | unknown          | usual
            """,  # noqa: E501
            finding_factors="""
                finding_ref | factor      | framework | coder | coded_on   | is_consensus
                F1          | supervision | spec      | A     | 01/03/2024 | yes
                F1          | supervision | spec      | B     | 01/03/2024 | no
            """,
            recommendations="""
                recommendation_ref | review_ref | finding_ref | statement            | kind      | addressed_to | made_on
                REC1               | R1         | F1          | Supervise each week. | clear-cut | Police       | 01/04/2023
            """,  # noqa: E501
            actions="""
                action_ref | recommendation_ref | owner_agency | statement | action_type | strength | due_on     | status     | completed_on | signed_off_on | evidence_grade
                A1         | REC1               | Police       | A rota.   | procedure   | weak     | 01/06/2023 | signed off | 01/06/2023   | 02/06/2023    | none
            """,  # noqa: E501
        )
        == []
    )


def test_every_rule_begins_with_its_severity_and_what_it_asks_for():
    assert {rule.severity for rule in rules()} == {"error", "warning", "left out"}
    assert all(rule.says.endswith(".") for rule in rules())


def test_every_rule_means_the_same_marks():
    texts = [CONTINUED.sub("", path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.sql")]
    for mark in MARKS:
        found = [one for text in texts for one in mark.findall(text)]
        assert len(found) > 1
        assert len(set(found)) == 1
