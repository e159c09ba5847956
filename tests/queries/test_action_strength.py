"""The counting rules of how strong actions are, and of the layers at which they act."""

import shutil

from pipeline.codebooks import read_codebooks
from tests.conftest import SETTINGS
from tests.queries.asking import answer
from tests.queries.boards import loaded

STRENGTHS = "group_id actions stronger intermediate weaker strength_not_known strength_recorded"
REACH = "finding_layer action_layer actions is_mismatch"
LEARNING_TOGETHER = SETTINGS.replace('["spec"]', '["scie-learning-together"]')

# Of training the codebook says weak, of a tool intermediate.
ACTIONS = {
    "reviews": """
        review_ref | board
        R1         | Anytown
        R2         |
    """,
    "recommendations": """
        recommendation_ref | review_ref | statement
        A                  | R1         | Do something
        B                  | R2         | Do it too
    """,
    "actions": """
        action_ref | recommendation_ref | statement | owner_agency | action_type | strength
        A1         | A                  | First     | POL          | training    |
        A2         | A                  | Second    | POL          | training    | strong
        A3         | A                  | Third     |              | tool        | weak
        B1         | B                  | Fourth    | NHS-GP       |             |
        B2         | B                  | Fifth     | NHS-GP       |             | intermediate
    """,
}


def test_the_strength_that_the_source_says_wins_over_that_of_the_type(database):
    found = answer(database(**ACTIONS), "action_strength", STRENGTHS)
    # stronger A2; intermediate B2; weaker A1 (by its type) and A3; of B1 nothing is known
    assert found == [(None, 5, 1, 1, 2, 1, 3)]
    assert (
        answer(database(**ACTIONS), "action_strength", STRENGTHS, strength_by="recorded") == found
    )


def test_by_type_alone_what_the_source_says_makes_no_difference(database):
    found = answer(database(**ACTIONS), "action_strength", STRENGTHS, strength_by="type")
    # intermediate A3; weaker A1 and A2; B1 and B2 have no type
    assert found == [(None, 5, 0, 1, 2, 2, 3)]


def test_what_is_not_recorded_is_a_group_of_its_own_and_stands_last(database):
    connection = database(**ACTIONS)
    columns = "group_id group_label actions strength_not_known"
    assert answer(connection, "action_strength", columns, by="board") == [
        ("Anytown", "Anytown", 3, 0),
        ("none", None, 2, 1),
    ]
    assert answer(connection, "action_strength", columns, by="agency") == [
        ("POL", "Police", 2, 0),
        ("NHS-GP", "Primary care", 2, 1),
        ("none", None, 1, 0),
    ]
    assert answer(connection, "action_strength", columns, by="action_type") == [
        ("training", "Training", 2, 0),
        ("tool", "Tool", 1, 0),
        ("none", None, 2, 1),
    ]


def test_no_action_is_no_group(database):
    connection = database(**ACTIONS)
    assert answer(connection, "action_strength", "actions", boards=("Nowhere",)) == []


def test_a_type_tells_how_many_of_its_actions_the_source_ranks_otherwise(database):
    columns = "action_type strength layer actions actions_recorded actions_recorded_otherwise"
    found = {row[0]: row for row in answer(database(**ACTIONS), "action_types", columns)}
    assert found["training"] == ("training", "weak", "front-line", 2, 1, 1)  # A2
    assert found["tool"] == ("tool", "intermediate", "local-strategic", 1, 1, 1)
    assert found["audit"] == ("audit", "weak", "local-strategic", 0, 0, 0)
    assert found["none"] == ("none", None, None, 2, 1, 0)  # without a type there is no other


def test_the_mapping_of_types_is_the_codebooks_and_can_be_changed(
    codebook_folder, write_source, tmp_path
):
    folder = tmp_path / "codebooks"
    shutil.copytree(codebook_folder, folder)
    mapping = folder / "action_hierarchy.csv"
    text = mapping.read_text(encoding="utf-8")
    changed = text.replace("training,weak,", "training,strong,").replace("tool,", "# tool,")
    changed = "\n".join(line for line in changed.splitlines() if not line.startswith("#"))
    source = write_source(**ACTIONS)
    mapping.write_text(changed, encoding="utf-8")
    found = answer(loaded([source], read_codebooks(folder)), "action_strength", STRENGTHS)
    assert found == [(None, 5, 2, 1, 1, 1, 3)]  # A1 is stronger now
    by_type = {"strength_by": "type"}
    found = answer(
        loaded([source], read_codebooks(folder)), "action_strength", STRENGTHS, **by_type
    )
    assert found == [(None, 5, 2, 0, 0, 3, 3)]  # and of tools the codebook says nothing any more


# F1 lies at the front line, F2 at local strategic layer (resources), F3 at the national one; F4
# holds factors of two layers, F5 one without a layer, and F6 none at all.
ANSWERED = {
    "settings": LEARNING_TOGETHER,
    "reviews": """
        review_ref
        R1
    """,
    "findings": """
        finding_ref | review_ref | statement | appraisal
        F1          | R1         | First     | problem
        F2          | R1         | Second    | problem
        F3          | R1         | Third     | problem
        F4          | R1         | Fourth    | problem
        F5          | R1         | Fifth     | problem
        F6          | R1         | Sixth     | problem
    """,
    "finding_factors": """
        finding_ref | factor
        F1          | CF-FAM
        F1          | CF-CON
        F1          | CF-OTH
        F2          | CF-RES
        F3          | CF-POL
        F4          | CF-CON
        F4          | CF-BRD
        F5          | CF-OTH
    """,
}


def answering(*actions: tuple[str, str]) -> dict[str, str]:
    """Draw actions, each of a type, that answer findings."""
    asks = "\n".join(f"{n} | R1 | Ask | {finding}" for n, (finding, _) in enumerate(actions))
    done = "\n".join(f"A{n} | {n} | Do | {kind}" for n, (_, kind) in enumerate(actions))
    return ANSWERED | {
        "recommendations": f"recommendation_ref | review_ref | statement | finding_ref\n{asks}",
        "actions": f"action_ref | recommendation_ref | statement | action_type\n{done}",
    }


def reached(rows: list[tuple]) -> list[tuple]:
    """Keep the layers at which there are actions."""
    return [row for row in rows if row[2]]


def test_an_action_nearer_the_front_line_than_its_finding_is_a_mismatch(database):
    tables = answering(("F3", "training"), ("F3", "procedure"), ("F2", "training"))
    assert reached(answer(database(**tables), "action_reach", REACH)) == [
        ("local-strategic", "front-line", 1, True),  # resources, answered by training
        ("national", "front-line", 1, True),
        ("national", "local-strategic", 1, True),
    ]


def test_the_list_of_each_pair_of_layers_is_as_long_as_its_number(database):
    tables = answering(("F3", "training"), ("F3", "procedure"), ("F2", "training"), ("F6", ""))
    connection = database(**tables)
    for finding_layer, action_layer, actions, _ in answer(connection, "action_reach", REACH):
        pair = {"finding_layer": finding_layer, "action_layer": action_layer}
        assert len(answer(connection, "actions", "action_ref", **pair)) == actions


def test_an_action_at_the_layer_of_its_finding_or_beyond_is_none(database):
    tables = answering(
        ("F1", "training"), ("F1", "procedure"), ("F2", "resource"), ("F3", "national ask")
    )
    assert reached(answer(database(**tables), "action_reach", REACH)) == [
        ("front-line", "front-line", 1, False),
        ("front-line", "local-strategic", 1, False),
        ("local-strategic", "local-strategic", 1, False),
        ("national", "national", 1, False),
    ]


def test_an_action_that_answers_a_finding_at_two_layers_counts_once_for_each(database):
    connection = database(**answering(("F4", "training"), ("F1", "tool")))
    assert reached(answer(connection, "action_reach", REACH)) == [
        ("front-line", "front-line", 1, False),
        ("front-line", "local-strategic", 1, False),  # F1 holds two factors of the layer
        ("local-strategic", "front-line", 1, True),
    ]
    columns = "actions actions_compared actions_nearer actions_nearer_partly"
    assert answer(connection, "action_reach_left_out", columns) == [(2, 2, 1, 1)]


LEFT_OUT = (
    "actions actions_compared without_finding finding_uncoded finding_without_layer without_layer"
)


def test_what_cannot_be_compared_is_counted_aside_and_all_adds_up(database):
    tables = answering(
        ("F1", "training"), ("F1", ""), ("", "training"), ("", ""), ("F6", "tool"), ("F5", "tool")
    )
    connection = database(**tables)
    assert reached(answer(connection, "action_reach", REACH)) == [
        ("front-line", "front-line", 1, False),
        ("front-line", "none", 1, None),
        ("none", "front-line", 1, None),
        ("none", "local-strategic", 2, None),
        ("none", "none", 1, None),
    ]
    assert answer(connection, "action_reach_left_out", LEFT_OUT) == [(6, 1, 2, 1, 1, 1)]


def test_choosing_a_factor_chooses_findings_and_leaves_them_all_their_layers(database):
    connection = database(**answering(("F4", "training"), ("F1", "tool"), ("F3", "training")))
    found = answer(connection, "action_reach", REACH, factors=("CF-BRD",))
    assert reached(found) == [
        ("front-line", "front-line", 1, False),  # F4 alone
        ("local-strategic", "front-line", 1, True),
    ]


def test_an_action_counts_once_for_each_factor_of_the_finding_that_it_answers(database):
    connection = database(**answering(("F4", "training"), ("F4", "tool"), ("", "training")))
    columns = "group_id group_label actions intermediate weaker"
    assert answer(connection, "action_strength", columns, by="factor") == [
        ("CF-CON", "Conditions of work", 2, 1, 1),
        ("CF-BRD", "Inter-agency strategic working", 2, 1, 1),
        ("none", None, 1, 0, 1),
    ]


LAYERS = ("front-line", "none")


def test_in_a_framework_without_the_layers_of_the_types_nothing_can_be_compared(database):
    tables = {
        name: text.replace("CF-OTH", "tools").replace("CF-CON", "law")
        for name, text in answering(("F4", "training"), ("F6", "training")).items()
    }
    factors = "\n".join(
        line for line in tables["finding_factors"].splitlines() if "CF-" not in line
    )
    connection = database(**tables | {"settings": SETTINGS, "finding_factors": factors})
    assert reached(answer(connection, "action_reach", REACH)) == [
        ("national", "none", 1, None),
        ("none", "none", 1, None),
    ]
    assert answer(connection, "action_reach_left_out", LEFT_OUT) == [(2, 0, 0, 1, 0, 1)]
    listed = [len(answer(connection, "actions", "action_ref", action_layer=one)) for one in LAYERS]
    assert listed == [0, 2]


def test_without_actions_there_is_nothing_to_compare(database):
    connection = database(**ANSWERED)
    assert reached(answer(connection, "action_reach", REACH)) == []
    assert answer(connection, "action_reach_left_out", LEFT_OUT) == [(0, 0, 0, 0, 0, 0)]
