"""What a selection becomes before it is counted: defaults filled in, mixtures refused."""

import duckdb
import pytest

from pipeline.examine import examine
from queries.resolve import SelectionFault, resolve, settle
from queries.selection import Selection
from tests.conftest import SETTINGS

DATED_BY_PRACTICE = """
    review_ref | practice_to | published_on | board
    R1         | 2018        | 2020         | Anytown
    R2         |             | 2020         | Othertown
"""
DATED_BY_PUBLICATION = """
    review_ref | practice_to | published_on
    R1         | 2018        | 2020
    R2         |             | 2020
    R3         |             | 2020
"""


@pytest.fixture
def real_and_made_up(databases):
    """Two real sources and one that is made up, which comes last whatever its name."""
    return databases(
        a_made_up={"settings": "is_made_up = true", "reviews": DATED_BY_PRACTICE},
        b_real={"reviews": DATED_BY_PRACTICE},
        c_real={"reviews": DATED_BY_PUBLICATION},
    )


def test_the_default_is_the_first_real_source_its_first_framework_and_practice(real_and_made_up):
    chosen = resolve(real_and_made_up, Selection())
    assert (chosen.sources, chosen.framework, chosen.basis) == (("b_real",), "spec", "practice")


def test_a_source_that_is_named_twice_is_one_source(real_and_made_up):
    chosen = resolve(real_and_made_up, Selection(sources=("c_real", "c_real")))
    assert (chosen.sources, chosen.basis) == (("c_real",), "published")


@pytest.mark.parametrize(
    ("sources", "basis"),
    [
        (("b_real",), "practice"),  # 1 of 2 reviews has a practice date
        (("c_real",), "published"),  # 1 of 3
        (("b_real", "c_real"), "published"),  # 2 of 5
        (("a_made_up",), "practice"),
    ],
)
def test_the_basis_is_practice_where_at_least_half_of_the_reviews_have_a_practice_date(
    real_and_made_up, sources, basis
):
    assert resolve(real_and_made_up, Selection(sources=sources)).basis == basis


def test_what_the_reader_chose_is_kept(real_and_made_up):
    chosen = Selection(sources=("c_real",), framework="spec", basis="practice", text="x")
    assert resolve(real_and_made_up, chosen) == chosen


def test_made_up_and_real_reviews_are_never_counted_together(real_and_made_up):
    with pytest.raises(SelectionFault) as refused:
        resolve(real_and_made_up, Selection(sources=("b_real", "a_made_up")))
    assert str(refused.value) == (
        '"a_made_up" is made up, and made-up reviews are never counted together with real ones. '
        "Choose either made-up or real sources."
    )


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (
            Selection(sources=("b_reel",)),
            '"b_reel" is not a source here. Did you mean "b_real"?',
        ),
        (
            Selection(sources=("xyz",)),
            '"xyz" is not a source here. There are: "b_real", "c_real", "a_made_up".',
        ),
        (
            Selection(framework="specs"),
            '"specs" is not a framework of the chosen sources. Did you mean "spec"?',
        ),
        (
            Selection(framework="hfacs"),
            '"hfacs" is not a framework of the chosen sources. There are: "spec".',
        ),
    ],
)
def test_a_source_or_framework_that_is_not_here_is_refused_and_the_nearest_named(
    real_and_made_up, chosen, message
):
    with pytest.raises(SelectionFault) as refused:
        resolve(real_and_made_up, chosen)
    assert str(refused.value) == message


def test_the_default_framework_is_the_first_that_the_source_declares(database):
    connection = database(
        settings=SETTINGS.replace('["spec"]', '["panel-practice-themes", "spec"]'),
        reviews=DATED_BY_PRACTICE,
    )
    assert resolve(connection, Selection()).framework == "panel-practice-themes"


def test_a_value_may_be_given_by_its_code_or_its_name_whatever_its_capitals(real_and_made_up):
    chosen = Selection(
        factors=("TOOLS", "Online harm (from 2015)"), layers=("front line",), boards=("anytown",)
    )
    settled, faults = settle(real_and_made_up, chosen)
    assert faults == ()
    assert settled.factors == ("tools", "since_2015")
    assert (settled.layers, settled.boards) == (("front-line",), ("Anytown",))


def test_a_value_that_this_build_does_not_have_is_taken_out_and_said(real_and_made_up):
    chosen = Selection(factors=("tols", "law"), boards=("Anytwon",), review_types=("DHR",))
    settled, faults = settle(real_and_made_up, chosen)
    assert (settled.factors, settled.boards, settled.review_types) == (("law",), (), ())
    assert faults == (
        '"DHR" is not a review type in the chosen sources. '
        'There are: "SCR", "Serious case review".',
        '"Anytwon" is not a board in the chosen sources. Did you mean "Anytown"?',
        '"tols" is not a factor in the chosen sources. Did you mean "tools"?',
    )


def test_what_there_is_is_listed_once_where_code_and_name_are_alike(real_and_made_up):
    _, [fault] = settle(real_and_made_up, Selection(boards=("Xyz",)))
    assert fault.count('"Anytown"') == 1


def test_a_value_given_twice_is_chosen_once(real_and_made_up):
    settled, _ = settle(real_and_made_up, Selection(factors=("tools", "Tools", "TOOLS")))
    assert settled.factors == ("tools",)


def test_without_a_source_there_is_nothing_to_count(codebooks):
    connection = duckdb.connect()
    examine(connection, codebooks, [])
    with pytest.raises(SelectionFault, match="No source is loaded"):
        resolve(connection, Selection())
