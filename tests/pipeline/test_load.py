"""Whatever a reader gives it, a load ends in a new build or in a clear message, never in both."""

import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner, Result

from dashboard import places
from dashboard.cli import app
from pipeline.load import load
from queries.store import connect, current_build
from tests.conftest import write_table
from tests.queries.asking import answer
from tests.small_source import SETTINGS, write_small

HEADINGS = (
    "report_id,ref,date_of_report,date_added,coroner_area,category,research_tags,sent_to,"
    "response_status,replies_count\n"
)
ROWS = [
    "A1,,05/01/2024,,Kent,Mental Health related deaths,,NHS England,pending,0\n",
    "A2,,06/01/2024,,Kent,Suicide (from 2015),,NHS England | Some Trust,pending,0\n",
    "A3,,07/01/2024,,Essex,,,Some Trust,pending,0\n",
]
THERE = ", ".join(f'"{heading}"' for heading in HEADINGS.strip().split(","))
SAVE_AS_CSV = 'Save it as "CSV UTF-8" from the program that made it.'
MEND_THE_ROWS = (
    "Nothing was loaded; what was loaded before is still served. "
    "Mend the rows named above, or load the good rows alone with --quarantine."
)
MEND = (
    "Nothing was loaded; what was loaded before is still served. Mend what is named above, and "
    "load again."
)
Damage = Callable[[Path], None]


def run(*arguments: object) -> Result:
    """Run a command; a traceback fails the test."""
    return CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)


def reports(folder: Path, *rows: str) -> Path:
    """Write a short file in the layout of the shipped coroners' reports."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(places.sources() / "pfd" / "source.toml", folder)
    text = HEADINGS + "".join(rows or ROWS)
    (folder / "reports.csv").write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of builds in which one is served, and which no refused load may change."""
    folder = tmp_path_factory.mktemp("served")
    result = run("load", reports(folder / "sources" / "pfd"), "--build", folder / "build")
    assert result.exit_code == 0, result.stderr
    return folder / "build"


def state(builds: Path) -> dict[str, Any]:
    """Say what is served and what it answers, and what else lies in the folder."""
    with connect(current_build(builds)) as connection:
        found = answer(connection, "factor_recurrence", "factor_id reviews_with reviews_assessed")
    return {"files": sorted(path.name for path in builds.iterdir()), "answers": found}


def refused(builds: Path, *arguments: object) -> list[str]:
    """Load what must be refused, and give what is said of it."""
    before = state(builds)
    result = run("load", *arguments, "--build", builds)
    assert (result.exit_code, result.stdout) == (1, "")
    assert state(builds) == before
    said = result.stderr.splitlines()
    return [line for line in said if line not in ("Reading pfd", "Checking")]


# Files that cannot be read


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def headings_alone(path: Path) -> None:
    path.write_text(HEADINGS)


def removed(path: Path) -> None:
    path.unlink()


def folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


def column_gone(path: Path) -> None:
    path.write_text(path.read_text().replace("category", "kategory", 1))


def column_twice(path: Path) -> None:
    path.write_text(path.read_text().replace("date_added", "Category", 1))


def a_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00")


def a_workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")


def an_old_workbook(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def one_long_line(path: Path) -> None:
    path.write_bytes(b"x" * 10_000_000)


def a_byte_half_written(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Kent", "Ynys Môn, Dŵr, Tŷ".encode()[:-1], 1))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (emptied, ": the file is empty. Save it again from the program that made it."),
        (
            headings_alone,
            ": there are headings, but nothing below them. Save it again from the program that "
            "made it, or take it away until there is something in it.",
        ),
        (
            removed,
            ": there is no such file in {folder}. Check the name and the folder.",
        ),
        (folder_in_its_place, ": this is a folder, not a file. Name a file inside it."),
        (
            column_gone,
            ': the column "category", which pfd/source.toml names, is missing. There are: '
            + THERE.replace("category", "kategory")
            + ". Add the column, or mend source.toml.",
        ),
        (
            column_twice,
            ': two columns are headed "Category" and "category". Give each column a heading of '
            "its own, or delete one of them.",
        ),
        (a_picture, f" line 3: this is not text, because there is a zero byte. {SAVE_AS_CSV}"),
        (
            a_workbook,
            ': this looks like an Excel workbook. Save it as "CSV UTF-8", '
            "or rename it to reports.xlsx.",
        ),
        (
            an_old_workbook,
            ": this looks like an old Excel workbook (.xls), or one with a password. "
            'Open it in Excel, and save it as "CSV UTF-8" or as .xlsx without a password.',
        ),
        (
            one_long_line,
            " line 1: the row of headings has 10,000,000 characters, more than the 2,097,152 that "
            "one row may have. The line breaks may be lost: save the file again as CSV.",
        ),
        (
            a_byte_half_written,
            " line 2: there is a byte that is not UTF-8, although the rest of the file is. "
            f"The file may be half-written. {SAVE_AS_CSV}",
        ),
    ],
)
def test_a_file_that_cannot_be_read(served: Path, tmp_path: Path, damage: Damage, said: str):
    source = reports(tmp_path / "pfd")
    damage(source / "reports.csv")
    expected = f"error: reports.csv{said.format(folder=source)}"
    assert refused(served, source) == [expected, "1 error, 0 warnings", MEND]
    assert refused(served, source, "--quarantine")[-1] == MEND


def test_a_file_that_another_program_holds(
    served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    source = reports(tmp_path / "pfd")
    really_open = Path.open

    def held(path: Path, *arguments: Any, **settings: Any) -> Any:
        if path.name == "reports.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, *arguments, **settings)

    monkeypatch.setattr(Path, "open", held)
    assert refused(served, source) == [
        "error: reports.csv: the file cannot be opened. Close it in any other program, and see "
        "that you have the right to read it.",
        "1 error, 0 warnings",
        MEND,
    ]


# Rows that are not well formed


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "A4,,05/01/2024,,Ke",
            "has 5 cells, but there are 10 headings. "
            "Add what is missing, with a comma after each cell but the last.",
        ),
        (
            'A4,,05/01/2024,,"Kent,Mental Health rel',
            "opens a quotation mark that is never closed. "
            "Close it with a second one, or remove it; the file may be half-written.",
        ),
        (
            f"A4,{'x' * 10_000_000}\n",
            "has 10,000,004 characters, more than the 2,097,152 that one row may have. "
            "The line breaks may be lost: save the file again as CSV.",
        ),
    ],
    ids=["cut short", "quotation mark open", "long"],
)
def test_a_row_that_is_not_well_formed(served: Path, tmp_path: Path, row: str, said: str):
    source = reports(tmp_path / "pfd", *ROWS, row)
    assert refused(served, source) == [
        f"error: reports.csv line 5: {said}",
        "1 error, 0 warnings",
        MEND_THE_ROWS,
    ]


# A source.toml that cannot be followed, and what is not there


def test_a_source_toml_that_is_not_toml(served: Path, tmp_path: Path):
    source = reports(tmp_path / "pfd")
    (source / "source.toml").write_text('title = "One\n')
    assert refused(served, source) == [
        "pfd/source.toml, line 1, column 13: this cannot be read as TOML. Look there for a value, "
        "a quotation mark or a bracket that is missing."
    ]


def test_a_setting_that_is_not_one(served: Path, tmp_path: Path):
    source = reports(tmp_path / "pfd")
    (source / "source.toml").write_text('license = "MIT"\n')
    assert refused(served, source) == [
        'pfd/source.toml: "license" is not a setting. Did you mean "licence"?'
    ]


@pytest.mark.parametrize("command", ["load", "check"])
def test_a_framework_without_a_codebook_is_told_of_once(tmp_path: Path, command: str):
    source = reports(tmp_path / "pfd")
    settings = source / "source.toml"
    settings.write_text(settings.read_text().replace('"pfd-category"', '"pfd-categry"'))
    told = [command, source] + (["--build", tmp_path / "build"] if command == "load" else [])
    result = run(*told)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        'pfd/source.toml, frameworks: "pfd-categry" is not a framework with a codebook. '
        'Did you mean "pfd-category"?\n'
    )


def test_what_is_not_there(served: Path, tmp_path: Path):
    assert refused(served, tmp_path / "nowhere") == [
        f'"{tmp_path / "nowhere"}" is not there. '
        "Name a file of reviews, or a folder that holds one."
    ]


def test_one_source_given_twice(served: Path, tmp_path: Path):
    source = reports(tmp_path / "pfd")
    assert refused(served, source, source) == [
        'Two sources are named "pfd". Rename one of their folders: '
        "a source is known by the name of its folder."
    ]


def test_a_file_of_another_kind(served: Path, tmp_path: Path):
    path = tmp_path / "reviews.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    assert refused(served, path)[1:] == [
        "error: reviews.xls: files of this kind (.xls) cannot be read. Save it as .xlsx or .csv.",
        "1 error, 0 warnings",
        MEND,
    ]


# Where a build cannot be written


@pytest.mark.parametrize("room", [5_000, 200_000, 1_000_000, 6_000_000])
def test_a_disk_that_is_full(served: Path, tmp_path: Path, room: int):
    """The system refuses every file that grows beyond the room: while it is made, filled, ended."""
    before = state(served)
    source = reports(tmp_path / "pfd", *ROWS[:2])
    done = subprocess.run(
        [sys.executable, "-m", "dashboard.cli", "load", source, "--build", served],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == (
        f'"{served}" cannot be written to (File too large). Make room there, see that you may '
        "write to it, or choose another folder with --build. What was loaded before is still "
        "served."
    )
    assert "Traceback" not in done.stderr
    assert state(served) == before


def test_a_file_in_the_place_of_the_folder_of_builds(tmp_path: Path):
    (tmp_path / "build").write_text("mine")
    result = run("load", reports(tmp_path / "pfd"), "--build", tmp_path / "build")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f'"{tmp_path / "build"}" cannot be written to (File exists). Make room there, see that '
        "you may write to it, or choose another folder with --build. What was loaded before is "
        "still served.\n"
    )
    assert (tmp_path / "build").read_text() == "mine"


# Quarantine


def rejected(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, ...]]:
    columns = "file place cells reason"
    return answer(connection, "rejected_rows", columns)


def test_quarantine_loads_the_good_rows_and_keeps_every_other_with_its_reason(
    tmp_path: Path, codebook_folder: Path
):
    source = write_small(
        tmp_path / "board",
        reviews="""
            review_ref | review_type | published_on
            R1         | SAR         | 01/02/2024
            R2         | SARR        | 01/02/2024
            R3         | MAA         | 01/02/2024
            Total      | 3           |
        """,
        findings="""
            finding_ref | review_ref | statement | appraisal
            F1          | R1         | One       | problem
            F2          | R2         | Two       | problem
            F3          | R3         | Three     | good
            F4          | R3         | Four      | strength
        """,
        review_agencies="""
            review_ref | agency
            R1         | Police
            R1         | Probation
            R2         | Police
            R3         | Police
            R3         | Probation
        """,
    )
    loaded = load([source], codebook_folder, tmp_path / "build", quarantine=True)
    assert loaded.build is not None
    with connect(loaded.build.path) as connection:
        assert sorted(answer(connection, "reviews", "review_ref")) == [("R1",), ("R3",)]
        kept = sorted(rejected(connection))
    assert [row[:3] for row in kept] == [
        ("finding_agencies.csv", "line 3", "F2,Police"),
        ("finding_agencies.csv", "line 4", "F3,Police"),
        ("finding_factors.csv", "line 3", "F2,tools"),
        ("finding_factors.csv", "line 4", "F3,Tools"),
        ("findings.csv", "line 3", "F2,R2,Two,problem"),
        ("findings.csv", "line 4", "F3,R3,Three,good"),
        ("review_agencies.csv", "line 4", "R2,Police"),
        ("reviews.csv", "line 3", "R2,SARR,01/02/2024"),
        ("reviews.csv", "line 5", "Total,3,"),
    ]
    reasons = [row[3] for row in kept]
    places = [f"{row[0]} {row[1]}, " for row in kept]
    said = [one.removeprefix(place) for one, place in zip(reasons, places, strict=True)]
    assert [reason.partition(" is ")[0] for reason in said] == [
        'finding_ref: "F2"',
        'finding_ref: "F3"',
        'finding_ref: "F2"',
        'finding_ref: "F3"',
        'review_ref: "R2"',
        'appraisal: "good"',
        'review_ref: "R2"',
        'review_type: "SARR"',
        'review_ref: "Total"',
    ]


def test_quarantine_keeps_rows_that_are_not_well_formed(tmp_path: Path, codebook_folder: Path):
    source = reports(tmp_path / "pfd", *ROWS, "A4,,05/01/2024\n")
    loaded = load([source], codebook_folder, tmp_path / "build", quarantine=True)
    assert loaded.build is not None
    assert loaded.build.sources == {"pfd": 3}
    with connect(loaded.build.path) as connection:
        (kept,) = rejected(connection)
    assert kept[:3] == ("reports.csv", "line 5", "A4,,05/01/2024")
    assert kept[3].startswith("reports.csv line 5: has 3 cells, but there are 10 headings.")


def test_quarantine_does_not_keep_what_could_find_a_person(write_source, examined):
    source = write_source(
        reviews="""
            review_ref | published_on
            R1         | 2024-05-01
        """,
        findings="""
            finding_ref | review_ref | statement                   | appraisal
            F1          | R1         | Known as 943 476 5919 there | problem
            F2          | R1         | Nothing of that kind        | problem
        """,
    )
    _, examination = examined(source, quarantine=True)
    assert [row.cells for row in examination.rejected] == ["[c]"]
    assert "5919" not in repr(examination)


def test_quarantine_of_the_first_row_of_a_review_in_a_flat_sheet_keeps_the_others(
    tmp_path: Path, codebook_folder: Path
):
    source = tmp_path / "board"
    source.mkdir()
    (source / "source.toml").write_text(SETTINGS)
    write_table(
        source / "log.csv",
        """
        review_ref | review_type | published  | all agencies | finding | appraisal | factor
        R1         | SARR        | 1 Feb      | Polise       | One     | problem   | tools
        R1         | SAR         | 01/02/2024 | Police       | Two     | problem   | supervision
        R1         | SAR         | 01/02/2024 | Police       | Three   | problem   | toolz
        """,
    )
    loaded = load([source], codebook_folder, tmp_path / "build", quarantine=True)
    assert loaded.build is not None
    with connect(loaded.build.path) as connection:
        assert [row[1] for row in rejected(connection)] == ["line 2", "line 4"]
        assert answer(connection, "reviews", "review_ref review_type agencies findings") == [
            ("R1", "SAR", 1, 1)
        ]
        assert answer(connection, "findings", "statement factor_id") == [("Two", "supervision")]


def test_quarantine_changes_nothing_where_all_is_well(tmp_path: Path, codebook_folder: Path):
    source = reports(tmp_path / "pfd")
    loaded = load([source], codebook_folder, tmp_path / "build", quarantine=True)
    assert loaded.build is not None
    assert loaded.build.sources == {"pfd": 3}
    assert loaded.examination is not None
    assert loaded.examination.rejected == ()


# The same again


def test_loading_twice_changes_nothing(served: Path):
    before = state(served)
    result = run("load", served.parent / "sources", "--build", served)
    assert result.exit_code == 0
    (name,) = (file for file in before["files"] if file.endswith(".duckdb"))
    assert (result.stdout, result.stderr) == (
        f"Nothing has changed since this was loaded: pfd: 3 reviews ({name})\n",
        "",
    )
    assert state(served) == before


def test_the_same_files_under_another_name_are_another_source(
    tmp_path: Path, codebook_folder: Path
):
    folder = tmp_path / "board"
    folder.mkdir()
    write_table(
        folder / "log.csv",
        """
        review_ref | review_type | finding | appraisal | factor
        R1         | SAR         | One     | problem   | FACTOR
        """.replace("FACTOR", first_factor(codebook_folder)),
    )
    for path in (folder, folder / "log.csv"):
        loaded = load([path], codebook_folder, tmp_path / "build")
        assert loaded.build is not None
        assert loaded.is_new
        assert loaded.build.sources == {path.stem: 1}


def first_factor(codebooks: Path) -> str:
    lines = (codebooks / "scie-learning-together" / "factors.csv").read_text().splitlines()
    return lines[1].partition(",")[0]


def test_a_load_is_a_function_of_its_inputs(tmp_path: Path):
    """Two loads of the same files, in folders of their own, hold the same rows."""
    source = reports(tmp_path / "pfd")
    contents = []
    for name in ("one", "two"):
        assert run("load", source, "--build", tmp_path / name).exit_code == 0
        with connect(current_build(tmp_path / name)) as connection:
            tables = [row[0] for row in connection.execute("show tables").fetchall()]
            contents.append(
                {
                    table: connection.table(table).order("all").fetchall()
                    for table in tables
                    if table != "load"
                }
            )
    assert contents[0] == contents[1]
