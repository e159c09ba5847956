"""Rules on what findings are coded with."""


def coded(factor: str, framework: str = "") -> str:
    """Draw a table with one coding of the finding F1."""
    return f"finding_ref | factor | framework \n F1 | {factor} | {framework}"


def reviewed(**cells: str) -> str:
    """Draw a table with the review R1, of which these cells are filled."""
    return (
        f"review_ref | review_type | {' | '.join(cells)} \n R1 | SAR | {' | '.join(cells.values())}"
    )


KEPT = "The coding is kept, and counted neither as found nor as assessed."


def test_factor_is_in_codebook(said):
    assert said(finding_factors=coded("supervison")) == [
        'error: finding_factors.csv line 2, factor: "supervison" is not a factor of spec. '
        'Did you mean "supervision"?'
    ]


def test_factor_is_in_codebook_where_none_is_near(said):
    assert said(finding_factors=coded("zzzzzz")) == [
        'error: finding_factors.csv line 2, factor: "zzzzzz" is not a factor of spec. '
        "Write one of its factors, or add this one to its codebook."
    ]


def test_factor_is_split_rightly(said):
    assert said(finding_factors=coded("tools; supervision")) == [
        'error: finding_factors.csv line 2, factor: "tools; supervision" holds 2 values with ";" '
        "between them. Give each a row of its own, or declare that separator in source.toml."
    ]


def test_factor_existed_then(said):
    assert said(finding_factors=coded("since_2015"), reviews=reviewed(published_on="2014")) == [
        'warning: finding_factors.csv line 2, factor: "since_2015" came into use on 01/01/2015, '
        f"after the review was published (01/01/2014). {KEPT}"
    ]


def test_factor_existed_then_by_the_end_of_practice_where_nothing_later_is_known(said):
    assert said(
        finding_factors=coded("until_2020"), reviews=reviewed(practice_to="01/04/2020")
    ) == [
        'warning: finding_factors.csv line 2, factor: "until_2020" went out of use on 31/03/2020, '
        f"before the practice reviewed ended (01/04/2020). {KEPT}"
    ]


def test_factor_existed_then_cannot_be_told_without_a_date(said):
    assert said(finding_factors=coded("since_2015"), reviews=reviewed(board="North")) == [
        'warning: finding_factors.csv line 2, factor: "since_2015" came into use on 01/01/2015, '
        f"and the review has no date. {KEPT}"
    ]


def test_coding_stands_once(said):
    assert said(
        finding_factors="""
            finding_ref | factor                     | coder
            F1          | supervision                | A
            F1          | Supervision                | A
            F1          | law                        |
            F1          | law                        |
            F1          | law                        | B
        """
    ) == [
        'warning: finding_factors.csv line 3, factor: "Supervision" is the same factor as '
        '"supervision", coded more than once to finding "F1" by "A". It is counted once.',
        'warning: finding_factors.csv line 5, factor: "law" is coded more than once to finding '
        '"F1". It is counted once.',
    ]


def test_framework_is_known(said):
    assert said(finding_factors=coded("CF-ROL", "scie learning together")) == [
        'error: finding_factors.csv line 2, framework: "scie learning together" is not a framework '
        'with a codebook. Did you mean "scie-learning-together"?'
    ]


def test_framework_is_one_that_the_source_declares(said):
    assert said(finding_factors=coded("CF-ROL", "scie-learning-together")) == [
        'error: finding_factors.csv line 2, framework: "scie-learning-together" is not a framework '
        'that this source declares. It declares "spec". Use one of these, or add it in source.toml.'
    ]


def test_framework_was_used_on_review(said):
    assert said(
        reviews="""
            review_ref | review_type | published_on
            R1         | SAR         | 01/02/2024
            R2         | SAR         | 01/02/2024
        """,
        review_frameworks="review_ref | framework \n R2 | spec",
    ) == [
        'error: finding_factors.csv line 2, factor: "supervision" is coded with spec, which was '
        'not used on review "R1". Add that framework to the review, or take the coding out.'
    ]
