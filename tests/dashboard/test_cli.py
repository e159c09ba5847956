"""Every command, as somebody at a terminal meets it."""

import csv
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dashboard import cli, places
from dashboard.asking.command import option_of, own_options
from dashboard.cli import app
from queries.question import Parameter, names, question
from tests.small_source import MADE_UP, SETTINGS, write_small

COMMANDS = ("demo", "check", "load", "open", "ask", "briefing", "history", "rollback", "synthesise")
OF_ANOTHER_FRAMEWORK = ("crosswalk_coverage", "crosswalk_recurrence")
OF_ONE_REVIEW = tuple(
    name
    for name in names()
    if any(p.name == "review" and p.is_needed for p in question(name).parameters)
)
TWO_AGENCIES = ["--one", "police", "--other", "PRB"]
Run = Callable[..., Result]


def run_with(codebooks: Path, builds: Path) -> Run:
    """Make a way to run commands on builds of their own; a traceback fails the test."""

    def run(*arguments: object) -> Result:
        patch = pytest.MonkeyPatch()
        patch.setattr(places, "codebooks", lambda: codebooks)
        patch.setenv(places.BUILD_VARIABLE, str(builds))
        with patch.context():
            try:
                return CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)
            finally:
                patch.undo()

    return run


@pytest.fixture
def builds(tmp_path: Path) -> Path:
    return tmp_path / "build"


@pytest.fixture
def run(codebook_folder: Path, builds: Path) -> Run:
    """Run a command where nothing is loaded."""
    return run_with(codebook_folder, builds)


RESPONDED = {
    "review_attributes": """
        review_ref | name            | value
        R1         | response_status | overdue
        R2         | response_status | partial
    """
}


@pytest.fixture(scope="module")
def ask(codebook_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Ask of three sources: `north`, `south`, and `made_up`, in which the same things stand."""
    folder = tmp_path_factory.mktemp("asking")
    write_small(folder / "sources" / "north", SETTINGS + "position = 1\n", **RESPONDED)
    write_small(folder / "sources" / "south", SETTINGS + "position = 2\n")
    write_small(folder / "sources" / "made_up", MADE_UP)
    run = run_with(codebook_folder, folder / "build")
    assert run("load", folder / "sources").exit_code == 0
    return lambda *arguments: run("ask", *arguments)


def rows(result: Result) -> list[dict[str, Any]]:
    """Read an answer in JSON."""
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def counts(result: Result) -> dict[tuple[str, str], tuple[int, int]]:
    """Read an answer as (factor, appraisal) -> (reviews_with, reviews_assessed), if found."""
    return {
        (row["factor_id"], row["appraisal"]): (row["reviews_with"], row["reviews_assessed"])
        for row in rows(result)
        if row["reviews_with"]
    }


# Help


@pytest.mark.parametrize("command", [(), *((one,) for one in COMMANDS)])
def test_every_command_has_a_help_without_anything_left_to_fill_in(run: Run, command: tuple):
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")
    assert not set("{}") & set(result.stdout.partition("\n")[2])


def test_the_help_lists_every_command(run: Run):
    listed = run("--help").stdout.partition("Commands:")[2].split()
    assert [one for one in COMMANDS if one not in listed] == []


def test_the_help_of_ask_lists_every_question_with_what_it_asks(run: Run):
    said = "".join(run("ask", "--help").stdout.partition("Questions:")[2].split())
    for name in names():  # lines are broken at spaces and at hyphens
        assert f"{name}{question(name).asks.replace(' ', '')}" in said


def test_wrong_usage_exits_with_2(run: Run):
    assert run("nonsense").exit_code == 2
    assert run("load").exit_code == 2
    assert run("ask").exit_code == 2
    assert run("open", "--port", "0").exit_code == 2
    assert run("synthesise", "out", "--reviews", "0").exit_code == 2


# Check and load


def test_check_says_what_is_wrong_and_loads_nothing(run: Run, builds: Path, tmp_path: Path):
    source = write_small(
        tmp_path / "board",
        finding_factors="""
            finding_ref | factor
            F1          | supervison
        """,
    )
    result = run("check", source)
    assert result.exit_code == 1
    assert (
        'error: finding_factors.csv line 2, factor: "supervison" is not a factor of spec. '
        'Did you mean "supervision"?\n'
    ) in result.stdout
    assert result.stderr.endswith("1 error, 0 warnings\n")
    assert not builds.exists()


def test_check_of_sound_reviews_exits_with_0(run: Run, tmp_path: Path, builds: Path):
    result = run("check", write_small(tmp_path / "board"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Reading board\nChecking\n0 errors, 0 warnings\n"
    assert not builds.exists()


def test_load_says_what_was_loaded(run: Run, builds: Path, tmp_path: Path):
    result = run("load", write_small(tmp_path / "board"))
    assert result.exit_code == 0
    assert result.stderr == "Reading board\nChecking\nBuilding\n0 errors, 0 warnings\n"
    assert result.stdout == f"Loaded board: 3 reviews ({served(builds)})\n"


def test_where_there_are_several_sources_a_problem_says_of_which_it_is(run: Run, tmp_path: Path):
    wrong = {"review_agencies": "review_ref | agency\nR1 | Polise"}
    one, two = (write_small(tmp_path / name, **wrong) for name in ("north", "south"))
    found = [line for line in run("check", one, two).stdout.splitlines() if "Polise" in line]
    said = 'review_agencies.csv line 2, agency: "Polise" is not an agency of the codebook. '
    assert found == [
        f'error: {source}/{said}Did you mean "Police"?' for source in ("north", "south")
    ]


def test_where_rows_are_at_fault_it_says_how_to_load_the_others(run: Run, tmp_path: Path):
    wrong = {"review_agencies": "review_ref | agency\nR1 | Polise"}
    result = run("load", write_small(tmp_path / "board", **wrong))
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "Nothing was loaded; what was loaded before is still served. "
        "Mend the rows named above, or load the good rows alone with --quarantine.\n"
    )


def test_quarantine_says_how_many_rows_are_kept_aside(run: Run, tmp_path: Path):
    wrong = {"finding_agencies": "finding_ref | agency\nF1 | Probation\nF2 | Polise\nF3 | Police\n"}
    result = run("load", write_small(tmp_path / "board", **wrong), "--quarantine")
    assert result.exit_code == 0
    assert "1 row kept aside; the page About the data lists them.\n" in result.stderr
    (kept,) = rows(run("ask", "rejected_rows", "--format", "json"))
    assert (kept["file"], kept["place"], kept["cells"]) == (
        "finding_agencies.csv", "line 3", "F2,Polise",
    )  # fmt: skip


def served(builds: Path) -> str:
    return (builds / "current").read_text().strip()


# Ask


@pytest.mark.parametrize("name", names())
def test_every_question_can_be_asked(ask: Run, name: str):
    own = ["--review", "R1"] if name in OF_ONE_REVIEW else []
    own += ["--through", "yorkshire"] if name in OF_ANOTHER_FRAMEWORK else []
    own += TWO_AGENCIES if name == "agencies_together" else []
    columns = [column.name for column in question(name).columns]
    assert all(list(row) == columns for row in rows(ask(name, *own, "--format", "json")))


def test_what_reads_as_another_framework_is_asked_by_its_name_and_by_relations(ask: Run):
    through = ("crosswalk_recurrence", "--through", "yorkshire", "--format", "json")
    usual = {row["through_id"]: row["reviews_with"] for row in rows(ask(*through))}
    chosen = rows(ask(*through, "--relation", "narrow", "--relation", "related"))
    loose = {row["through_id"]: row["reviews_with"] for row in chosen}
    assert usual["YC04"] is not None
    assert usual["YC10"] is loose["YC04"] is None
    assert loose["YC10"] is not None
    layers = rows(ask(*through, "--each", "layer"))
    assert {row["through_id"] for row in layers} == {row["layer"] for row in layers}


def test_another_framework_that_is_not_named_or_not_known_is_said(ask: Run):
    result = ask("crosswalk_recurrence")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--through FRAMEWORK" in result.stderr
    result = ask("crosswalk_coverage", "--through", "yorkshir")
    assert result.exit_code == 2
    assert 'reads as anything in "yorkshir". There are: "yorkshire".' in result.stderr
    assert "takes no --relation." in ask("layer_balance", "--relation", "close").stderr


def test_responses_are_asked_by_the_name_of_a_status_and_of_an_agency(ask: Run):
    listed = rows(ask("responses", "--response-status", "Overdue", "--format", "json"))
    assert [(row["review_ref"], row["status"]) for row in listed] == [("R1", "Overdue")]
    by_police = rows(ask("responses", "--involved", "police", "--format", "json"))
    assert [row["review_ref"] for row in by_police] == ["R2", "R1"]
    result = ask("responses", "--response-status", "overdu")
    assert (result.exit_code, result.stdout) == (2, "")
    assert '"overdu" is not a response status of the chosen sources. There are: ' in result.stderr
    none = ask("responses", "--source", "south", "--response-status", "overdue")
    assert (none.exit_code, "They record none." in none.stderr) == (2, True)
    assert (
        "is not an agency of the selected reviews"
        in ask("responses", "--involved", "Nobody").stderr
    )


def test_a_balance_is_asked_by_what_its_reviews_are_grouped_by(ask: Run):
    grouped = rows(ask("layer_balance", "--by", "review_type", "--format", "json"))
    assert None not in {row["group_id"] for row in grouped}
    assert {row["group_id"] for row in rows(ask("layer_balance", "--format", "json"))} == {None}


def test_a_timeline_is_asked_of_an_agency_by_its_name_and_of_one_kind_of_event(ask: Run):
    events = rows(ask("factor_timeline", "--at", "police", "--format", "json"))
    assert {row["event"] for row in events} == {"practice"}
    assert all("POL" in row["agency_id"].split("; ") for row in events)
    assert rows(ask("factor_timeline", "--event", "signed off", "--format", "json")) == []
    unknown = ask("factor_timeline", "--at", "polise")
    assert 'Did you mean "Police"?' in unknown.stderr


def test_two_agencies_are_named_by_code_or_name_and_both_of_them(ask: Run):
    [row] = rows(ask("agencies_together", *TWO_AGENCIES, "--format", "json"))
    # R1 is of both, R2 of the police alone, R3 of probation alone
    assert list(row.values()) == [1, 2, 2, 3]
    one = ask("agencies_together", "--one", "police")
    assert (one.exit_code, "--one AGENCY --other AGENCY" in one.stderr) == (2, True)
    unknown = ask("agencies_together", "--one", "polise", "--other", "PRB")
    assert unknown.exit_code == 2
    assert '"polise" is not an agency of the selected reviews. Did you mean' in unknown.stderr
    assert ask("sides", "--one", "police").exit_code == 2


@pytest.mark.parametrize("name", ["sources", "factor_recurrence", "findings", "rejected_rows"])
def test_an_answer_has_the_same_rows_and_columns_in_every_form(ask: Run, name: str):
    table, comma, data = (ask(name, "--format", form) for form in ("table", "csv", "json"))
    columns = [column.name for column in question(name).columns]
    read = list(csv.reader(io.StringIO(comma.stdout)))
    assert read[0] == table.stdout.splitlines()[0].split() == columns
    assert len(read) - 1 == len(table.stdout.splitlines()) - 2 == len(rows(data))


def test_with_no_filter_the_first_source_is_asked(ask: Run):
    assert counts(ask("factor_recurrence", "--format", "json")) == {
        ("tools", "problem"): (2, 3),
        ("supervision", "problem"): (1, 3),
        ("supervision", "strength"): (1, 3),
    }


@pytest.mark.parametrize(
    ("options", "reviews"),
    [
        ([], "R1 R2 R3"),
        (["--source", "south"], "R1 R2 R3"),
        (["--source", "north", "--source", "south"], "R1 R1 R2 R2 R3 R3"),
        (["--source", "made_up"], "R1 R2 R3"),
        (["--framework", "spec"], "R1 R2 R3"),
        (["--review-type", "SAR"], "R1"),
        (["--review-type", "SAR", "--review-type", "MAA"], "R1 R3"),
        (["--board", "South"], "R2 R3"),
        (["--board", "south", "--region", "East"], "R2"),
        (["--region", "West"], "R3"),
        (["--agency", "Police"], "R1 R2"),
        (["--agency", "POL"], "R1 R2"),
        (["--agency", "police", "--agency", "Probation"], "R1 R2 R3"),
        (["--work", "ordinary"], "R3"),
        (["--work", "case"], "R1 R2"),
        (["--from", "2022"], "R1 R2"),
        (["--to", "2022"], "R1 R3"),
        (["--from", "2023/24 Q2"], "R2"),
        (["--from", "Q2 2023/24", "--to", "Q2 2023/24"], "R2"),
        (["--from", "2016", "--to", "2016"], "R3"),
        (["--from", "July 2023", "--to", "30/09/2023"], "R2"),
        (["--from", "2023-07-02"], ""),
        (["--basis", "published", "--from", "2024-01-01", "--to", "2024"], "R1"),
        (["--basis", "published", "--to", "May 2017"], "R3"),
    ],
)
def test_a_filter_chooses_reviews(ask: Run, options: list[str], reviews: str):
    found = rows(ask("reviews", *options, "--format", "json"))
    assert sorted(row["review_ref"] for row in found) == reviews.split()


@pytest.mark.parametrize(
    ("options", "findings"),
    [
        (["--factor", "tools"], "F2 F3"),
        (["--factor", "Tools", "--factor", "supervision"], "F1 F2 F3 F4"),
        (["--layer", "front-line"], "F1 F2 F3 F4"),
        (["--layer", "National"], ""),
        (["--pattern", "LT1"], "F1"),
        (["--pattern", "none"], "F2 F3 F4"),
        (["--pattern", "not recorded", "--pattern", "LT1"], "F1 F2 F3 F4"),
        (["--appraisal", "strength"], "F4"),
        (["--appraisal", "strength", "--appraisal", "problem"], "F1 F2 F3 F4"),
        (["--text", "form"], "F2 F3"),
        (["--text", ""], "F1 F2 F3 F4"),
        (["--found-at", "POL"], "F2 F3"),
        (["--found-at", "probation"], "F1 F4"),
        (["--review", "R1"], "F1 F2"),
        (["--review", "r1"], "F1 F2"),
        (["--review", "R1", "--found-at", "Police"], "F2"),
        (["--beside-layer", "front-line"], "F1 F2 F3 F4"),
        (["--beside-layer", "National", "--layer-framework", "spec"], ""),
        (["--beside-layer", "none"], ""),  # every factor has a layer
    ],
)
def test_a_filter_chooses_findings(ask: Run, options: list[str], findings: str):
    found = rows(ask("findings", *options, "--format", "json"))
    assert sorted(row["finding_ref"] for row in found) == findings.split()


@pytest.mark.parametrize(
    ("kind", "periods"),
    [
        ([], ["Q1 2022/23 (Apr-Jun)", "Q2 2023/24 (Jul-Sep)"]),
        (["--period-kind", "financial_year"], ["2022/23", "2023/24"]),
        (["--period-kind", "calendar_year"], ["2022", "2023"]),
    ],
)
def test_reviews_are_put_into_periods_of_the_chosen_kind(ask: Run, kind: list, periods: list):
    found = rows(ask("factor_by_period", "--factor", "tools", *kind, "--format", "json"))
    assert sorted({row["period"] for row in found if row["reviews_with"] and row["period"]}) == (
        periods
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["factor_recurence"],
            '"factor_recurence" is not a question. Did you mean "factor_recurrence"?',
        ),
        (["xyz"], f'"xyz" is not a question. There are: {", ".join(names())}.'),
        (
            ["reviews", "--source", "nrth"],
            '"nrth" is not a source here. Did you mean "north"?',
        ),
        (
            ["reviews", "--source", "north", "--source", "made_up"],
            '"made_up" is made up, and made-up reviews are never counted together with real ones. '
            "Choose either made-up or real sources.",
        ),
        (
            ["reviews", "--framework", "specs"],
            '"specs" is not a framework of the chosen sources. Did you mean "spec"?',
        ),
        (
            ["findings", "--factor", "supervison"],
            '"supervison" is not a factor in the chosen sources. Did you mean "supervision"?',
        ),
        (
            ["reviews", "--board", "Nroth", "--agency", "Polise"],
            '"Nroth" is not a board in the chosen sources. Did you mean "North"?\n'
            '"Polise" is not an agency in the chosen sources. Did you mean "Police"?',
        ),
        (
            ["findings", "--found-at", "Polise"],
            '"Polise" is not an agency of the selected reviews. Did you mean "Police"?',
        ),
        (
            ["findings", "--beside-layer", "frontline"],
            '"frontline" is not a layer in the chosen sources. Did you mean "front-line"?',
        ),
        (
            ["factor_by_layer", "--layer-framework", "specs"],
            '"specs" is not a framework of the chosen sources. Did you mean "spec"?',
        ),
        (
            ["actions", "--finding-layer", "frontline"],
            '"frontline" is not a layer in the chosen sources. Did you mean "front-line"?',
        ),
        (
            ["follow_up_reviews", "--action", "A9"],
            '"A9" is not an action of the selected reviews.',
        ),
        (
            ["findings", "--review", "R9"],
            '"R9" is not a review of north. There are: "R1", "R2", "R3".',
        ),
        (
            ["review", "--review", "r-1"],
            '"r-1" is not a review of north. Did you mean "R1"?',
        ),
        (
            ["review_findings", "--source", "north", "--source", "south", "--review", "r1"],
            '"R1" is a review of north and of south. '
            "Say which is meant: --source north or --source south",
        ),
        (
            ["nearest_reviews", "--source", "north", "--source", "south", "--review", "R1"],
            '"R1" is a review of north and of south. '
            "Say which is meant: --review-source north or --review-source south",
        ),
        (
            ["nearest_reviews", "--review", "R1", "--review-source", "south"],
            '"south" is not one of the chosen sources. There are: "north".',
        ),
        (["actions", "--owner", "Police"], '"Police" is not an owner of the selected actions.'),
        (
            ["reviews", "--from", "yesterday"],
            '--from: "yesterday" is not a date. Write it as 03/09/2018, September 2018, 2018, '
            "2018/19 or 2018/19 Q2.",
        ),
        (
            ["reviews", "--to", "31/02/2024"],
            '--to: "31/02/2024" is not a date, because February 2024 has 29 days. '
            "Write the day that is meant, or the month alone.",
        ),
        (
            ["reviews", "--from", "2020", "--to", "2015"],
            '--to "2015" is before --from "2020". Exchange them.',
        ),
        (
            ["factor_pairs", "--period-kind", "financial_year"],
            "factor_pairs takes no --period-kind.",
        ),
        (["reviews", "--found-at", "POL"], "reviews takes no --found-at."),
        (
            ["review_findings"],
            "review_findings is asked of one review. Name it: --review REFERENCE",
        ),
    ],
)
def test_a_question_that_cannot_be_asked_exits_with_2(ask: Run, arguments: list, said: str):
    result = ask(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{said}\n")


def test_actions_are_asked_for_by_the_name_of_their_owner(run: Run, tmp_path: Path):
    recommendations = """
        recommendation_ref | review_ref | statement
        REC1               | R1         | Ask
    """
    actions = """
        action_ref | recommendation_ref | statement | owner_agency | status
        A1         | REC1               | Do        | POL          | overdue
        A2         | REC1               | Do        |              | complete
    """
    folder = write_small(tmp_path / "north", recommendations=recommendations, actions=actions)
    assert run("load", folder).exit_code == 0

    def asked(*options: str) -> list[str]:
        found = rows(run("ask", "actions", *options, "--format", "json"))
        return [row["action_ref"] for row in found]

    assert asked("--owner", "police") == ["A1"]
    assert asked("--owner", "none") == ["A2"]
    assert asked("--tracked", "overdue", "--without", "evidence") == ["A1"]
    assert asked("--contradicting") == ["A2"]
    near = run("ask", "actions", "--owner", "polise")
    assert near.stderr.endswith('selected actions. Did you mean "Police"?\n')


@pytest.mark.parametrize(
    "option", ["--appraisal=good", "--work=hard", "--basis=both", "--format=xml"]
)
def test_a_filter_that_is_not_one_of_its_choices_exits_with_2(ask: Run, option: str):
    result = ask("factor_by_period", option)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"'{option.partition('=')[2]}' is not one of" in result.stderr


WORDED = [
    (name, parameter)
    for name in names()
    for parameter in question(name).parameters
    if parameter.words
]


@pytest.mark.parametrize(
    ("name", "parameter"), WORDED, ids=[f"{name}-{one.name}" for name, one in WORDED]
)
def test_what_a_question_takes_can_only_be_a_word_of_its_header(
    ask: Run, name: str, parameter: Parameter
):
    option = option_of(parameter.name)
    result = ask(name, option, "whatever")
    assert (result.exit_code, result.stdout) == (2, "")
    known = f"{', '.join(parameter.words[:-1])} or {parameter.words[-1]}"
    assert result.stderr == f'{option} can be {known} here, not "whatever".\n'


def test_the_help_of_ask_says_which_question_takes_which_option(run: Run):
    said = "".join(run("ask", "--help").stdout.split())
    for name in names():
        for parameter in question(name).parameters:
            meaning = re.escape(parameter.meaning.removeprefix("true: ").replace(" ", ""))
            assert re.search(rf"For([a-z_]+,)*{name}(,[a-z_]+)*:{meaning}", said)


def test_no_option_is_both_a_filter_and_what_a_question_takes():
    of_filters = {parameter.name for parameter in signature(cli.ask).parameters.values()}
    assert of_filters.isdisjoint(option.name for option in own_options())


def test_no_text_of_a_source_reaches_a_spreadsheet_as_a_formula(run: Run, tmp_path: Path):
    findings = """
        finding_ref | review_ref | statement                          | appraisal
        F1          | R1         | =HYPERLINK("http://example.org")   | problem
    """
    source = write_small(
        tmp_path / "board",
        findings=findings,
        finding_factors="finding_ref | factor\nF1 | tools",
        finding_agencies="finding_ref | agency\nF1 | Police",
    )
    assert run("load", source).exit_code == 0
    found = list(csv.DictReader(io.StringIO(run("ask", "findings", "--format", "csv").stdout)))
    assert [row["statement"] for row in found] == ['\'=HYPERLINK("http://example.org")']


def test_ask_where_nothing_is_loaded(run: Run, builds: Path):
    result = run("ask", "reviews")
    assert result.exit_code == 1
    assert result.stderr == (
        f'Nothing is loaded in "{builds}". Load reviews first: crossreview load PATH\n'
    )


def test_ask_of_a_build_of_another_version(run: Run, builds: Path, tmp_path: Path):
    import duckdb

    assert run("load", write_small(tmp_path / "board")).exit_code == 0
    with duckdb.connect(str(builds / served(builds))) as connection:
        connection.execute("update load set version = '0.0.1'")
        connection.execute("alter table finding rename column statement to words")
    result = run("ask", "findings")
    assert result.exit_code == 1
    assert result.stderr == (
        f'"{served(builds)}" was made by another version of Crossreview. '
        "Load the reviews again: crossreview load PATH\n"
    )


def test_ask_answers_without_the_libraries_that_start_slowly(builds: Path):
    program = (
        "import sys; from dashboard import cli\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "slow = {'pandas', 'plotly', 'streamlit', 'scipy', 'pyarrow', 'numpy'} & set(sys.modules)\n"
        "sys.exit(f'{sorted(slow)}' if slow else 0)"
    )
    environment = os.environ | {places.BUILD_VARIABLE: str(builds)}
    for arguments in (["ask", "reviews"], ["ask", "--help"], ["load", "nowhere"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


# History and rollback


def test_history_and_rollback(run: Run, builds: Path, tmp_path: Path):
    loaded = []
    for title in ("First", "Second", "Third"):
        source = write_small(tmp_path / "board", SETTINGS.replace("Small board", title))
        assert run("load", source).exit_code == 0
        loaded.append(served(builds))
    first, second, third = loaded
    assert run("history").stdout.splitlines() == [
        f"served  {third}  board: 3 reviews",
        f"        {second}  board: 3 reviews",
        f"        {first}  board: 3 reviews",
    ]
    assert run("rollback").stdout == f"Serving {second}: board: 3 reviews\n"
    (found,) = rows(run("ask", "sources", "--format", "json"))
    assert found["title"] == "Second"
    assert run("rollback").stdout == f"Serving {first}: board: 3 reviews\n"
    result = run("rollback")
    assert (result.exit_code, served(builds)) == (1, first)
    assert result.stderr == (
        f'There is no earlier build in "{builds}" to go back to. '
        f"There are: {third}, {second}, {first}.\n"
    )
    assert run("rollback", third).stdout == f"Serving {third}: board: 3 reviews\n"
    result = run("rollback", "reviews-none.duckdb")
    assert (result.exit_code, served(builds)) == (1, third)
    assert result.stderr == (
        f'"reviews-none.duckdb" is not a build in "{builds}". '
        f"There are: {third}, {second}, {first}.\n"
    )


@pytest.mark.parametrize("command", ["history", "rollback", "open"])
def test_where_nothing_is_loaded_it_says_so(run: Run, builds: Path, command: str):
    result = run(command)
    assert result.exit_code == 1
    assert result.stderr.startswith(f'Nothing is loaded in "{builds}".')
    assert not builds.exists()


# Open and demo


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would have been started, in place of a dashboard in a browser."""
    calls: list[dict[str, Any]] = []

    def call(command: list[str], **settings: Any) -> int:
        calls.append({"command": command, **settings})
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    return calls


def test_open_starts_the_dashboard_on_the_builds(
    run: Run, builds: Path, tmp_path: Path, started: list
):
    assert run("load", write_small(tmp_path / "board")).exit_code == 0
    port = free_port()
    assert run("open", "--port", port).exit_code == 0
    (call,) = started
    assert call["command"][1:4] == ["-m", "streamlit", "run"]
    assert Path(call["command"][4]).is_file()
    assert call["command"][5:] == ["--server.port", str(port)]
    assert call["env"][places.BUILD_VARIABLE] == str(builds)
    assert call["env"][places.VIEWS_VARIABLE] == str(places.views_file())
    assert (call["cwd"] / ".streamlit" / "config.toml").is_file()


@pytest.mark.parametrize("command", ["open", "demo"])
def test_the_file_of_saved_views_can_be_named(
    run: Run, tmp_path: Path, started: list, monkeypatch: pytest.MonkeyPatch, command: str
):
    write_small(tmp_path / "sources" / "board")
    monkeypatch.setattr(places, "sources", lambda: tmp_path / "sources")
    assert run("load", tmp_path / "sources").exit_code == 0
    monkeypatch.chdir(tmp_path)
    assert run(command, "--views", "shared/ours.toml", "--port", free_port()).exit_code == 0
    (call,) = started
    assert call["env"][places.VIEWS_VARIABLE] == str(tmp_path / "shared" / "ours.toml")


def test_open_at_a_port_that_is_in_use(run: Run, tmp_path: Path, started: list):
    assert run("load", write_small(tmp_path / "board")).exit_code == 0
    with socket.socket() as other:
        other.bind(("localhost", 0))
        other.listen()
        port = other.getsockname()[1]
        result = run("open", "--port", port)
    assert (result.exit_code, started) == (1, [])
    assert result.stderr == (
        f"Port {port} is in use, perhaps by a dashboard that is already open at "
        f"http://localhost:{port}. Choose another: crossreview open --port {port + 1}\n"
    )


def test_demo_loads_what_is_shipped_and_opens_it(
    run: Run, tmp_path: Path, started: list, monkeypatch: pytest.MonkeyPatch
):
    write_small(tmp_path / "sources" / "board")
    monkeypatch.setattr(places, "sources", lambda: tmp_path / "sources")
    port = free_port()
    for said in ("Loaded board", "Nothing has changed since this was loaded: board"):
        result = run("demo", "--port", port)
        assert result.exit_code == 0
        assert result.stdout.startswith(f"{said}: 3 reviews (")
    assert len(started) == 2


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def test_what_is_shipped_is_there():
    assert {one.name for one in places.sources().iterdir()} >= {"pfd", "dhrd", "anytown"}
    assert (places.codebooks() / "terms.csv").is_file()


# Synthesise


def test_synthesise_makes_reviews_that_load(run: Run, tmp_path: Path):
    result = run("synthesise", tmp_path / "made", "--reviews", 12, "--seed", 1)
    assert result.exit_code == 0
    assert result.stdout == f'Made up 12 reviews in "{tmp_path / "made"}"\n'
    assert result.stderr.endswith("12 of 12 reviews\n")
    assert run("load", tmp_path / "made").stdout.startswith("Loaded made: 12 reviews (")
    (source,) = rows(run("ask", "sources", "--format", "json"))
    assert source["is_made_up"] is True


def test_synthesise_tells_how_far_it_is_no_more_than_ten_times(run: Run, tmp_path: Path):
    said = run("synthesise", tmp_path / "made", "--reviews", 37).stderr.splitlines()
    assert len(said) <= 10
    assert said[-1] == "37 of 37 reviews"


def test_synthesise_writes_over_nobodys_work(run: Run, tmp_path: Path):
    folder = write_small(tmp_path / "board")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = run("synthesise", folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f'"{folder}" is not empty, and its source.toml does not say that it is made up. '
        "Nothing was written. Name a new folder for the made-up reviews.\n"
    )
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


# The program itself


def test_stopping_a_load_by_hand_leaves_nothing_behind(tmp_path: Path):
    builds = tmp_path / "build"
    shutil.copytree(places.sources() / "pfd", tmp_path / "pfd")
    process = subprocess.Popen(
        [sys.executable, "-m", "dashboard.cli", "load", tmp_path / "pfd", "--build", builds],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == "Reading pfd\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode not in (0, None)
    assert "Traceback" not in said
    assert [path.name for path in builds.iterdir()] == [".lock"]


def test_an_answer_may_be_cut_short_by_the_next_program(run: Run, builds: Path, tmp_path: Path):
    assert run("load", write_small(tmp_path / "board")).exit_code == 0
    done = subprocess.run(
        f"{sys.executable} -m dashboard.cli ask codebook --build '{builds}' | true",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_an_answer_about_made_up_reviews_says_so_beside_it(ask: Run):
    notice = 'Made-up data: nothing in "made_up" happened, and nothing may be concluded from it.\n'
    assert ask("reviews", "--source", "made_up").stderr == notice
    assert ask("reviews", "--source", "north").stderr == ""
