"""Rules on words that have a meaning here, on marks for what is not known, and on numbers."""


def found(**cells: str) -> str:
    """Draw a table with the finding F1, of which these cells are filled."""
    all_cells = {"statement": "Supervision did not happen.", "appraisal": "problem", **cells}
    headings, values = " | ".join(all_cells), " | ".join(all_cells.values())
    return f"finding_ref | review_ref | {headings} \n F1 | R1 | {values}"


def test_term_is_known(said):
    assert said(findings=found(appraisal="problm")) == [
        'error: findings.csv line 2, appraisal: "problm" is not an appraisal. '
        'Did you mean "problem"?'
    ]


def test_term_is_known_where_none_is_near(said):
    assert said(findings=found(appraisal="zzzzzz")) == [
        'error: findings.csv line 2, appraisal: "zzzzzz" is not an appraisal. '
        'Write one of "problem", "strength", "mixed", "neutral".'
    ]


def test_optional_term_is_known(said):
    assert said(findings=found(perspective="zzzzzz", pattern="Toolz")) == [
        'warning: findings.csv line 2, pattern: "Toolz" is not a pattern, and is read as not '
        'recorded. Did you mean "Tools"?',
        'warning: findings.csv line 2, perspective: "zzzzzz" is not a perspective, and is read as '
        'not recorded. Write one of "practitioner", "manager", "family", "record".',
    ]


def test_cell_is_not_withheld(said):
    message = (
        "is a mark for something withheld, and such a row cannot be counted. "
        "Write what it stands for, or take the row out."
    )
    assert said(
        findings=found(appraisal="[c]"),
        finding_factors="finding_ref | factor \n F1 | <5",
        review_agencies="review_ref | agency \n R1 | Police \n R1 | *",
    ) == [
        f'error: finding_factors.csv line 2, factor: "<5" {message}',
        f'error: findings.csv line 2, appraisal: "[c]" {message}',
        f'error: review_agencies.csv line 3, agency: "*" {message}',
    ]


def test_cell_is_left_empty(said):
    assert said(
        reviews="review_ref | review_type | published_on | practice_to \n R1 | SAR | TBC | ..",
        findings=found(pattern="n/k", position="-", prevalence_grade="unknown"),
    ) == [
        'warning: findings.csv line 2, pattern: "n/k" says nothing that is counted, and is read as '
        "not recorded. Leave the cell empty.",
        'warning: findings.csv line 2, position: "-" says nothing that is counted, and is read as '
        "not recorded. Leave the cell empty.",
        'warning: reviews.csv line 2, practice_to: ".." is a mark for something withheld, and is '
        "read as not recorded. Leave the cell empty.",
        'warning: reviews.csv line 2, published_on: "TBC" says nothing that is counted, and is '
        "read as not recorded. Leave the cell empty.",
    ]


def test_number_is_whole(said):
    assert said(findings=found(position="2a")) == [
        'warning: findings.csv line 2, position: "2a" is not a whole number. '
        "Write 1, 2, 3 and so on, or leave the cell empty."
    ]
