"""What maps, by which relations, and what does not, in words."""

import pandas as pd

from dashboard.sentences import crosswalk as words

ROWS = pd.DataFrame(
    [
        ("a", "Alpha", 6, "X", "close", True),
        ("a", "Alpha", 6, "Y", "related", False),
        ("b", "Beta [b]", 3, "X", "related", False),
        ("b", "Beta [b]", 3, "Y", "narrow", False),
        ("c", "Gamma", 1, None, None, False),
    ],
    columns=["factor_id", "label", "codings", "through_factor_id", "relation", "is_counted"],
)


def test_a_factor_that_reads_as_several_counts_once():
    assert words.mapped(ROWS) == words.Mapped(
        codings=10,
        mapped=6,
        relations={"close": 1},
        others={"narrow": 1, "related": 1},  # Beta's: Alpha reads already
        unmapped=[("Beta [b]", 3), ("Gamma", 1)],
    )


def test_what_maps_is_said_with_its_relations_and_what_does_not_by_name():
    assert words.coverage(ROWS, "One", "Other") == (
        "6 of 10 codings (60%) of **One** read as **Other**, 1 factor as close. 4 (40%) do not."
    )
    assert words.not_read(ROWS) == ("What does not, with its codings: Beta \\[b\\] (3); Gamma (1).")
    assert words.by_other_relations(ROWS) == (
        "By relations that do not count here: 1 more factor as narrow and 1 more factor as related."
    )


def test_nothing_that_maps_and_nothing_to_map_are_two_things():
    none = ROWS.assign(is_counted=False)
    assert words.coverage(none, "One", "Other") == (
        "None of the 10 codings of **One** reads as **Other** by the relations that count."
    )
    empty = ROWS.assign(codings=0)
    assert "there is nothing to read" in words.coverage(empty, "One", "Other")


def test_all_that_maps_leaves_nothing_to_name():
    every = ROWS.head(2)
    assert words.coverage(every, "One", "Other").endswith("1 factor as close.")
    assert words.not_read(every) == words.by_other_relations(every) == ""


def test_layers_that_nothing_reads_as_were_not_assessed():
    layers = pd.DataFrame(
        [
            ("Front line", "problem", 4, 8),
            ("Front line", "strength", 1, 8),
            ("National", "problem", None, 0),
            ("National", "strength", None, 0),
        ],
        columns=["label", "appraisal", "reviews_with", "reviews_assessed"],
    ).astype({"reviews_with": "Int64"})
    assert words.read_as(layers) == (
        "Read so, found as problems: **Front line** in 4 of 8 reviews (50%).  \n"
        "Read so, found as strengths: **Front line** in 1 of 8 reviews (13%).  \n"
        "Nothing reads as **National**: not assessed, which says something of the codebooks and "
        "nothing of practice."
    )
