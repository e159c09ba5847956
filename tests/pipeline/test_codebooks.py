"""The codebooks as shipped, and what is said where one cannot be used."""

import csv
import dataclasses
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from pipeline.codebooks import (
    ActionType,
    Agency,
    AgencyAlias,
    CodebookFault,
    Codebooks,
    Crosswalk,
    Factor,
    Framework,
    Layer,
    Term,
    read_codebooks,
    sector_of,
)
from pipeline.dictionary import SCHEMA, read_tables
from pipeline.fold import fold

DATA = Path(__file__).parents[2] / "data"
SHIPPED = DATA / "codebooks"


@pytest.fixture(scope="module")
def shipped() -> Codebooks:
    return read_codebooks(SHIPPED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small set of codebooks that can be used as it is."""
    files = {
        "small/framework.toml": """
            title = "Small"
            about = \"\"\"
            A first
            paragraph.

            A second.
            \"\"\"
            citation = "Nobody"
            licence = "MIT"
            version = "1.0"
            [[layers]]
            id = "front"
            label = "Front line"
        """,
        "small/factors.csv": """
            factor_id,label,definition,layer_id,pattern_id,parent_id,valid_from,valid_to,version,standing,aliases
            SUPER,Supervision,Time to think,front,,,2015-01-01,,1.0,verified,Reflective supervision
            LOAD,Workload,How much work,front,,SUPER,,,1.0,proposed,Work load | Caseload
        """,
        "terms.csv": """
            vocabulary,term,label,definition,aliases
            appraisal,problem,Problem,Made help less likely,Concern
            appraisal,strength,Strength,Made help more likely,
            action_type,training,Training,Courses,
            strength,weak,Weaker,Relies on people remembering,Weak
            sector,health,Health,Health care,
        """,
        "agencies.csv": """
            agency_id,label,sector,parent_id,successor_id,valid_from,valid_to,is_one_body,standing
            HEALTH,Health (not specified),health,,,,,false,proposed
            NHS-CCG,Clinical commissioning group,health,HEALTH,NHS-ICB,,2022-06-30,true,remembered
            NHS-ICB,Integrated care board,health,HEALTH,,2022-07-01,,true,remembered
        """,
        "action_hierarchy.csv": """
            action_type,strength,framework_id,layer_id,reason,standing
            training,weak,small,front,People forget,proposed
        """,
        "agency_aliases.csv": """
            alias,agency_id,note
            CCG,NHS-CCG,
            ICB,NHS-ICB,
        """,
        "agency_name_rules.csv": """
            contains,sector
            NHS Trust,health
        """,
        "crosswalk.csv": """
            from_framework_id,from_factor_id,relation,to_framework_id,to_factor_id,standing
            small,SUPER,related,small,LOAD,proposed
        """,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        lines = (line.strip() for line in text.strip().splitlines())
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def faults_after(folder: Path, file: str, old: str, new: str) -> tuple[str, ...]:
    """Change a file of good codebooks, and give what is then said of them."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CodebookFault) as caught:
        read_codebooks(folder)
    assert str(caught.value) == "\n".join(caught.value.messages)
    return caught.value.messages


def test_good_codebooks_are_read_as_they_stand(folder):
    codebooks = read_codebooks(folder)

    assert codebooks.frameworks == (
        Framework("small", "Small", "A first paragraph.\n\nA second.", "Nobody", "MIT", "1.0"),
    )
    assert codebooks.layers == (Layer("small", "front", "Front line", 1),)
    assert codebooks.factors[1] == Factor(
        framework_id="small",
        factor_id="LOAD",
        position=2,
        parent_id="SUPER",
        label="Workload",
        definition="How much work",
        layer_id="front",
        pattern_id=None,
        valid_from=None,
        valid_to=None,
        version="1.0",
        standing="proposed",
        aliases=("Work load", "Caseload"),
    )
    assert codebooks.factors[0].valid_from == date(2015, 1, 1)
    assert codebooks.action_types == (
        ActionType("training", "weak", "small", "front", "People forget", "proposed"),
    )
    assert codebooks.crosswalk == (
        Crosswalk("small", "SUPER", "related", "small", "LOAD", "proposed"),
    )
    assert [(t.term, t.position, t.aliases) for t in codebooks.terms] == [
        ("problem", 1, ("Concern",)),
        ("strength", 2, ()),
        ("training", 1, ()),
        ("weak", 1, ("Weak",)),
        ("health", 1, ()),
    ]
    assert codebooks.agencies[0].is_one_body is False
    assert codebooks.agencies[1].valid_to == date(2022, 6, 30)
    assert codebooks.aliases == (AgencyAlias("CCG", "NHS-CCG"), AgencyAlias("ICB", "NHS-ICB"))


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        pytest.param(
            "small/factors.csv", ",SUPER,,,1.0", ",SUPR,,,1.0",
            'small/factors.csv line 3, parent_id: "SUPR" is not a factor_id of this file. '
            'Did you mean "SUPER"?',
            id="unknown parent",
        ),
        pytest.param(
            "small/factors.csv", "think,front", "think,frnt",
            'small/factors.csv line 2, layer_id: "frnt" is not a layer of its framework.toml. '
            'Did you mean "front"?',
            id="unknown layer",
        ),
        pytest.param(
            "small/factors.csv", "think,front,,", "think,front,LT1,",
            'small/factors.csv line 2, pattern_id: "LT1" is not a factor_id of scie-patterns. '
            "Add it there, or leave this cell empty.",
            id="unknown pattern",
        ),
        pytest.param(
            "small/factors.csv", "2015-01-01", "01/01/2015",
            'small/factors.csv line 2, valid_from: "01/01/2015" is not a date. '
            "Write year-month-day, such as 2022-07-01.",
            id="date that is not ISO",
        ),
        pytest.param(
            "small/factors.csv", "2015-01-01", "2015-02-29",
            'small/factors.csv line 2, valid_from: "2015-02-29" is not a date. '
            "Write year-month-day, such as 2022-07-01.",
            id="day that does not exist",
        ),
        pytest.param(
            "small/factors.csv", "2015-01-01,", "2015-01-01,2014-12-31",
            'small/factors.csv line 2, valid_to: "2014-12-31" is before valid_from, 2015-01-01. '
            "Change one of the two.",
            id="ends before it begins",
        ),
        pytest.param(
            "small/factors.csv", "Caseload", "reflective_supervision",
            'small/factors.csv line 3, aliases: "reflective_supervision" already names SUPER '
            "(line 2). Keep it in one place.",
            id="alias that stands twice",
        ),
        pytest.param(
            "small/factors.csv", "verified", "certain",
            'small/factors.csv line 2, standing: "certain" must be one of: '
            "verified, remembered, derived, proposed.",
            id="unknown standing",
        ),
        pytest.param(
            "small/factors.csv", "Time to think", "",
            "small/factors.csv line 2, definition: is empty. Fill it in.",
            id="empty definition",
        ),
        pytest.param(
            "crosswalk.csv", "small,LOAD", "small,LOADS",
            'crosswalk.csv line 2, to_factor_id: "LOADS" is not a factor of small. '
            'Did you mean "LOAD"?',
            id="crosswalk to an unknown factor",
        ),
        pytest.param(
            "action_hierarchy.csv", "training,weak", "trainig,weak",
            'action_hierarchy.csv line 2, action_type: "trainig" is not an action_type of '
            'terms.csv. Did you mean "training"?',
            id="strength of an unknown type of action",
        ),
        pytest.param(
            "action_hierarchy.csv", "small,front", "small,frnt",
            'action_hierarchy.csv line 2, layer_id: "frnt" is not a layer of small. '
            'Did you mean "front"?',
            id="action at an unknown layer",
        ),
        pytest.param(
            "crosswalk.csv", "related,small", "related,smal",
            'crosswalk.csv line 2, to_framework_id: "smal" is not a framework of this folder. '
            'Did you mean "small"?',
            id="crosswalk to an unknown framework",
        ),
        pytest.param(
            "agencies.csv", "group,health,HEALTH", "group,heath,HEALTH",
            'agencies.csv line 3, sector: "heath" is not a sector of terms.csv. '
            'Did you mean "health"?',
            id="unknown sector",
        ),
        pytest.param(
            "agencies.csv", "false", "no",
            'agencies.csv line 2, is_one_body: "no" must be one of: true, false.',
            id="neither true nor false",
        ),
        pytest.param(
            "agency_aliases.csv", "ICB,NHS-ICB", "ICB,NHS-ICB,\nccg,NHS-CCG",
            'agency_aliases.csv line 4, alias: "ccg" already names NHS-CCG (line 2). '
            "Keep it in one place.",
            id="agency alias that stands twice",
        ),
        pytest.param(
            "agency_aliases.csv", "ICB,NHS-ICB", "clinical commissioning group,NHS-ICB",
            'agency_aliases.csv line 3, alias: "clinical commissioning group" already names '
            "NHS-CCG (agencies.csv). Keep it in one place.",
            id="alias that is another agency's label",
        ),
        pytest.param(
            "terms.csv", "more likely,", "more likely,concern",
            'terms.csv line 3, aliases: "concern" already names problem (line 2). '
            "Keep it in one place.",
            id="word with two meanings",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place_and_what_to_write(folder, file, old, new, message):
    assert faults_after(folder, file, old, new) == (message,)


def test_a_comma_without_quotation_marks_is_told_first(folder):
    assert faults_after(folder, "small/factors.csv", "How much work", "How much, work")[0] == (
        "small/factors.csv line 3: has 12 cells under 11 headings. "
        "Put quotation marks around a text that contains a comma."
    )


def test_an_identifier_stands_once(folder):
    messages = faults_after(folder, "small/factors.csv", "LOAD,Workload", "SUPER,Workload")

    assert messages[0] == (
        'small/factors.csv line 3, factor_id: "SUPER" stands in line 2 already. '
        "Remove one of the two."
    )


def test_a_ring_of_successors_is_named_at_each_of_its_rows(folder):
    assert faults_after(folder, "agencies.csv", "HEALTH,,2022-07", "HEALTH,NHS-CCG,2022-07") == (
        'agencies.csv line 3, successor_id: "NHS-ICB" leads back to its own row '
        "(NHS-CCG -> NHS-ICB -> NHS-CCG). Leave one of these empty.",
        'agencies.csv line 4, successor_id: "NHS-CCG" leads back to its own row '
        "(NHS-ICB -> NHS-CCG -> NHS-ICB). Leave one of these empty.",
    )


def test_a_heading_that_is_not_known_suggests_the_one_that_is_missing(folder):
    assert faults_after(folder, "agency_name_rules.csv", "contains", "contain") == (
        "agency_name_rules.csv line 1, contains: has no column. Add the heading.",
        'agency_name_rules.csv line 1, contain: "contain" is not a heading here. '
        'Did you mean "contains"?',
    )


def test_a_file_that_is_not_there_is_named_with_the_headings_it_needs(folder):
    (folder / "agency_name_rules.csv").unlink()

    with pytest.raises(CodebookFault) as caught:
        read_codebooks(folder)

    assert caught.value.messages == (
        "agency_name_rules.csv: is not there. It needs the headings contains, sector.",
    )


def test_a_file_in_another_encoding_says_how_to_save_it(folder):
    path = folder / "small/factors.csv"
    path.write_bytes(path.read_text(encoding="utf-8").replace("Time", "Café").encode("cp1252"))

    with pytest.raises(CodebookFault) as caught:
        read_codebooks(folder)

    assert caught.value.messages[0] == (
        'small/factors.csv: is not in UTF-8. Save it as "CSV UTF-8".'
    )


def test_no_layer_bears_the_name_of_what_has_none(folder):
    faults = faults_after(folder, "small/framework.toml", 'id = "front"', 'id = "none"')
    assert faults[0] == (
        'small/framework.toml, [[layers]] 1: "none" is what factors without a layer are chosen by. '
        "Give it another id."
    )


def test_a_framework_without_a_licence_is_not_read(folder):
    assert faults_after(folder, "small/framework.toml", 'licence = "MIT"\n', "") == (
        'small/framework.toml, licence: is missing. Write licence = "...".',
    )


def test_a_line_is_the_line_an_editor_shows_although_a_cell_spans_two(folder):
    path = folder / "small/factors.csv"
    text = path.read_text(encoding="utf-8").replace("Time to think", '"Time\nto think"')
    path.write_text(text, encoding="utf-8")

    messages = faults_after(folder, "small/factors.csv", "LOAD,Workload", "SUPER,Workload")

    assert messages[0].startswith('small/factors.csv line 4, factor_id: "SUPER" stands in line 2')


def test_every_fault_is_told_at_once(folder):
    (folder / "crosswalk.csv").unlink()
    messages = faults_after(folder, "agencies.csv", "NHS-ICB,,2022-06-30", "NHS-ICB,,June 2022")

    assert len(messages) == 2


def test_a_folder_without_a_framework_says_what_one_is(folder):
    shutil.rmtree(folder / "small")
    (folder / "crosswalk.csv").write_text(
        "from_framework_id,from_factor_id,relation,to_framework_id,to_factor_id,standing\n"
    )

    with pytest.raises(CodebookFault, match="holds no framework: a folder"):
        read_codebooks(folder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SARS\u2011CoV\u20112", "sars-cov-2"),
        ("intimate_partner_violence", "Intimate partner violence"),
        ("Children\u2019s  Services", "CHILDRENS SERVICES"),
        ("Risk assessment & management", "risk assessment and management"),
        ("Own\u00a0team ", "own team"),
        ("Alcohol, drug and medication", "Alcohol drug and medication"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("<5", "5"), ("-", ""), ("LT1", "LT2"), ("✓", "x")])
def test_marks_with_a_meaning_do_not_fold_away(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("framework", Framework),
        ("layer", Layer),
        ("factor", Factor),
        ("crosswalk", Crosswalk),
        ("term", Term),
        ("action_hierarchy", ActionType),
        ("agency", Agency),
        ("agency_alias", AgencyAlias),
    ],
)
def test_the_fields_of_a_record_are_the_columns_of_its_table(table, record):
    columns = next(t.columns for t in read_tables(SCHEMA.read_text("utf-8")) if t.name == table)
    fields = [field.name for field in dataclasses.fields(record) if field.name != "aliases"]

    assert fields == [column.name for column in columns]


def test_all_ten_frameworks_are_shipped_with_their_factors(shipped):
    factors: dict[str, int] = {}
    for factor in shipped.factors:
        factors[factor.framework_id] = factors.get(factor.framework_id, 0) + 1

    assert factors == {
        "dhrd-flags": 15,
        "hfacs": 4 + 19,
        "panel-practice-themes": 6,
        "pfd-category": 17,
        "pfd-research-tags": 21,
        "sar-domains": 5 + 44,
        "scie-learning-together": 12,
        "scie-patterns": 7,
        "seips-101": 8,
        "yorkshire": 20,
    }


def test_the_categories_and_tags_of_pfd_are_labelled_exactly_as_in_the_data(shipped):
    with (DATA / "sources/pfd/reports.csv").open(encoding="utf-8", newline="") as file:
        reports = list(csv.DictReader(file))
    for framework_id, column in (
        ("pfd-category", "category"),
        ("pfd-research-tags", "research_tags"),
    ):
        in_data = {value for row in reports for value in row[column].split(" | ") if value}
        labels = {f.label for f in shipped.factors if f.framework_id == framework_id}
        assert labels == in_data


def test_a_category_begins_when_its_name_says(shipped):
    begins = {f.label: f.valid_from for f in shipped.factors if f.framework_id == "pfd-category"}

    for label, valid_from in begins.items():
        if "(from 2015)" in label:
            assert valid_from == date(2015, 1, 1)
        elif "(2019 onwards)" in label:
            assert valid_from == date(2019, 1, 1)
        else:
            assert valid_from is None
    assert sum(valid_from is not None for valid_from in begins.values()) == 4


def test_the_flags_of_dhrd_are_the_headings_of_its_file(shipped):
    with (DATA / "sources/dhrd/incidents.csv").open(encoding="utf-8", newline="") as file:
        headings = next(csv.reader(file))
    flags = [f.factor_id for f in shipped.factors if f.framework_id == "dhrd-flags"]
    declared = tomllib.loads((DATA / "sources/dhrd/source.toml").read_text("utf-8"))

    assert flags == headings[-15:]
    assert declared["codings"][0]["flags"] == flags


def test_the_sources_name_columns_that_their_files_have(shipped):
    frameworks = {framework.framework_id for framework in shipped.frameworks}
    for source_id in ("pfd", "dhrd"):
        folder = DATA / "sources" / source_id
        said = tomllib.loads((folder / "source.toml").read_text("utf-8"))
        with (folder / said["reviews"]["file"]).open(encoding="utf-8", newline="") as file:
            headings = set(next(csv.reader(file)))
        named = {*said["reviews"]["columns"].values(), *said["reviews"]["attributes"].values()}
        for part in said.get("agencies", []) + said["codings"]:
            named |= {*part.get("columns", []), *part.get("flags", [])}
        assert named <= headings
        assert set(said["frameworks"]) <= frameworks


def test_only_spellings_that_stand_in_the_data_are_brought_together():
    said = tomllib.loads((DATA / "sources/pfd/source.toml").read_text("utf-8"))
    spellings = said["reviews"]["values"]["board"]
    with (DATA / "sources/pfd/reports.csv").open(encoding="utf-8", newline="") as file:
        areas = {row["coroner_area"] for row in csv.DictReader(file)}

    assert set(spellings) <= areas
    assert set(spellings.values()) <= areas
    assert {area for area in areas if "Kent" in area} - set(spellings) == {
        "Central and South East Kent",
        "Kent and Medway",
        "North East Kent",
        "North West Kent",
    }


def test_commissioning_bodies_of_the_nhs_follow_one_another_without_a_gap(shipped):
    by_id = {agency.agency_id: agency for agency in shipped.agencies}
    trust, group, board = by_id["NHS-PCT"], by_id["NHS-CCG"], by_id["NHS-ICB"]

    assert (trust.successor_id, group.successor_id) == ("NHS-CCG", "NHS-ICB")
    assert trust.valid_to == date(2013, 3, 31)
    assert (group.valid_from, group.valid_to) == (date(2013, 4, 1), date(2022, 6, 30))
    assert board.valid_from == date(2022, 7, 1)


def test_names_that_stand_for_no_one_body_are_marked(shipped):
    several = {agency.label for agency in shipped.agencies if not agency.is_one_body}

    assert several == {
        "Local authority (department not specified)",
        "Health (not specified)",
        "Regulators (not specified)",
        "All agencies (none named)",
        "North Wales Local Authorities",
        "Other addressee",
        "Addressee withheld",
    }


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Leeds Teaching Hospitals NHS Trust", "health"),
        ("Betsi Cadwaladr University Health Board", "health"),
        ("Tameside and Glossop Integrated Care NHS Foundation Trust", "health"),
        ("National Patient Safety Agency", "health"),
        ("Joint Royal Colleges Ambulance Liaison Committee", "professional body"),
        ("Health and Care Professions Council", "regulator"),
        ("Durham County Council", "local government"),
        ("Royal Borough of Greenwich", "local government"),
        ("Dyfed-Powys Police", "police"),
        ("HM Prison Belmarsh", "justice"),
        ("London Fire Brigade", "fire and rescue"),
        ("Spire Healthcare Limited", "independent care"),
        ("Sainsbury’s", "company"),
        ("ABTA – The Travel Association", "not known"),
        ("Careful Movers of Anytown", "not known"),
    ],
)
def test_the_sector_of_a_body_is_told_from_whole_words_of_its_name(shipped, name, sector):
    assert sector_of(name, shipped.name_rules) == sector


def test_nearly_every_addressee_of_pfd_has_a_sector(shipped):
    known = {fold(agency.label): agency.sector for agency in shipped.agencies}
    with (DATA / "sources/pfd/reports.csv").open(encoding="utf-8", newline="") as file:
        names = {name for row in csv.DictReader(file) for name in row["sent_to"].split(" | ")}
    without = {
        name
        for name in names
        if known.get(fold(name), sector_of(name, shipped.name_rules)) == "not known"
    }

    assert without == {
        "Other addressee",
        "Addressee withheld",
        "ABTA – The Travel Association",
        "Apple",
        "British Marine",
        "Casualty Reduction Team",
    }


def test_the_crosswalk_leads_from_every_factor_of_learning_together_but_other(shipped):
    own = {f.factor_id for f in shipped.factors if f.framework_id == "scie-learning-together"}
    reached: dict[str, set[str]] = {}
    for row in shipped.crosswalk:
        if row.from_framework_id == "scie-learning-together":
            reached.setdefault(row.from_factor_id, set()).add(row.to_framework_id)

    assert set(reached) == own - {"CF-OTH"}
    assert all({"scie-patterns", "seips-101", "sar-domains"} <= to for to in reached.values())
    assert {row.standing for row in shipped.crosswalk} == {"proposed"}
