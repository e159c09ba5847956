"""The page of one review: its own link, and what it shares with others."""

from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.sentences.nearest_reviews import NOTHING_SHARED, nearest_reviews

Opened = Callable[..., AppTest]
ROW = {
    "review_ref": "R-1",
    "title": "Child *A*",
    "factors_shared": 4,
    "factors_of_either": 7,
    "reviews_as_near": 1,
    "reviews_sharing": 35,
    "reviews_compared": 39,
}


def said(**changes: object) -> str:
    return nearest_reviews(pd.DataFrame([ROW | changes]))


def test_the_sentence_names_the_nearest_and_counts_what_is_shared():
    assert said() == (
        "It shares most with **Child \\*A\\***: 4 of the 7 factors found in either. "
        "35 of 39 other selected reviews share at least one factor with it."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": None}, "It shares most with **R-1**: 4 of"),
        ({"factors_shared": 7}, ": all 7 factors found in either."),
        ({"factors_shared": 1, "factors_of_either": 1}, ": the one factor found in either."),
        (
            {"reviews_as_near": 1_237},
            "It shares most with 1,237 reviews alike, **Child \\*A\\*** among them: 4 of",
        ),
        (
            {"reviews_sharing": 1, "reviews_compared": 1},
            "1 of 1 other selected review shares at least one factor with it.",
        ),
    ],
)
def test_the_sentence_fits_its_numbers(changes: dict, words: str):
    assert words in said(**changes)


def test_where_nothing_is_shared_it_is_said():
    assert nearest_reviews(pd.DataFrame(columns=list(ROW))) == NOTHING_SHARED


def shared(app: AppTest) -> pd.DataFrame:
    """The list of the reviews that share the most."""
    return next(t.value for t in app.dataframe if "Shared factors" in t.value)


def sentence(app: AppTest) -> str:
    starts = ("It shares most", NOTHING_SHARED)
    return next(one.value for one in app.main.markdown if one.value.startswith(starts))


def test_a_review_says_what_it_shares_with_which(opened: Opened):
    app = opened("reviews", source="dhrd", review="INC-0003")
    assert sentence(app) == (
        "It shares most with **INC-0181**: all 3 factors found in either. "
        "157 of 187 other selected reviews share at least one factor with it."
    )
    listed = shared(app)
    assert len(listed) == 10
    assert listed.iloc[0][["Review", "Shared", "Shared factors"]].tolist() == [
        "INC-0181",
        "3 of 3",
        "Intimate partner violence; Homicide followed by suicide; Separation",
    ]


def test_a_filter_narrows_what_it_is_compared_with(opened: Opened):
    app = opened("reviews", source="anytown", review="ANY-2021-02", work="ordinary")
    assert "11 of 11 other selected reviews share" in sentence(app)
    assert set(shared(app)["Type"]) == {
        "Multi-agency audit",
        "Learning Together review of ordinary work",
    }


def test_a_review_that_shares_nothing_says_so(opened: Opened):
    app = opened(
        "reviews", source="pfd", review="PFD-029fd36f63", from_="1990-01-01", to="1990-12-31"
    )
    assert sentence(app) == NOTHING_SHARED


def test_a_review_that_is_ticked_opens(opened: Opened):
    app = opened("evidence", source="dhrd", review="INC-0003")
    app.session_state["nearest 1 dhrd INC-0003 10"] = {"selection": {"rows": [1], "columns": []}}
    app.run()
    assert app.query_params["review"] == "INC-0026"
    assert app.title[0].value == "INC-0026"


def test_a_review_has_a_link_of_its_own_without_the_filters(opened: Opened):
    app = opened("evidence", source="dhrd", review="INC-0003", text="the")
    assert app.code[0].value == "/reviews?source=dhrd&review=INC-0003"
