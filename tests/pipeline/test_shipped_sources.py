"""The real data that come with Crossreview, asked as an analyst asks, beside plain Python."""

import csv
import json
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dashboard import places
from dashboard.cli import app

Ask = Callable[..., list[dict[str, Any]]]
HOSPITAL = "Hospital Death (Clinical Procedures and medical management) related deaths"
MENTAL = "Mental Health related deaths"
SUICIDE = "Suicide (from 2015)"
EMERGENCY = "Emergency services related deaths (2019 onwards)"
CUSTODY = "State Custody related deaths"
DHSC = "Department of Health and Social Care"


def asking(builds: Path) -> Ask:
    """Make a way to ask of builds by the command."""

    def ask(*arguments: str) -> list[dict[str, Any]]:
        told = ["ask", *arguments, "--build", str(builds), "--format", "json"]
        result = CliRunner().invoke(app, told, catch_exceptions=False)
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return ask


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Ask of all that is shipped, loaded once."""
    builds = tmp_path_factory.mktemp("shipped")
    told = ["load", str(places.sources()), "--build", str(builds)]
    result = CliRunner().invoke(app, told, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return asking(builds)


def rows_of(source: str, file: str) -> list[dict[str, str]]:
    with (places.sources() / source / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def reports() -> list[dict[str, str]]:
    return rows_of("pfd", "reports.csv")


@pytest.fixture(scope="module")
def incidents() -> list[dict[str, str]]:
    return rows_of("dhrd", "incidents.csv")


def parts(cell: str) -> set[str]:
    return {part.strip() for part in cell.split("|") if part.strip()}


def made_on(report: dict[str, str]) -> date:
    return datetime.strptime(report["date_of_report"], "%d/%m/%Y").date()


@cache
def one_body(name: str) -> str:
    """Bring the spellings of one body together: capitals, hyphens, and the codebook's aliases."""
    with (places.codebooks() / "agency_aliases.csv").open(encoding="utf-8", newline="") as lines:
        aliases = {plain(row["alias"]): row["agency_id"] for row in csv.DictReader(lines)}
    with (places.codebooks() / "agencies.csv").open(encoding="utf-8", newline="") as lines:
        aliases |= {plain(row["label"]): row["agency_id"] for row in csv.DictReader(lines)}
    return aliases.get(plain(name), plain(name))


def plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def began(category: str) -> date:
    """Read from its own name when a category was first given."""
    year = re.search(r"\((?:from (\d{4})|(\d{4}) onwards)\)", category)
    return date(int(year[1] or year[2]), 1, 1) if year else date.min


def assessed(category: str, reports: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [report for report in reports if made_on(report) >= began(category)]


def with_category(category: str, reports: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [one for one in assessed(category, reports) if category in parts(one["category"])]


def found(rows: Iterable[dict[str, Any]], label: str) -> dict[str, Any]:
    (row,) = (row for row in rows if row["label"] == label)
    return row


# The figures that the real data must show


def test_the_first_source_is_the_real_one(ask: Ask):
    assert [(row["source_id"], row["is_made_up"]) for row in ask("sources")] == [
        ("pfd", False),
        ("dhrd", False),
        ("anytown", True),
    ]
    assert [row["reviews"] for row in ask("sources")] == [2869, 188, 40]


def test_pfd_reviews_codings_and_categories(ask: Ask):
    (coverage,) = ask("coverage", "--source", "pfd")
    assert (coverage["reviews"], coverage["codings"]) == (2869, 3976)
    assert (coverage["first_published_on"], coverage["last_published_on"]) == (
        "2013-02-21",
        "2025-12-17",
    )
    recurrence = ask("factor_recurrence", "--source", "pfd")
    counted = {row["label"]: (row["reviews_with"], row["reviews_assessed"]) for row in recurrence}
    assert counted[HOSPITAL] == (1168, 2869)
    assert counted[MENTAL] == (306, 2869)
    assert counted[SUICIDE] == (372, 2504)
    assert {row["reviews_selected"] for row in recurrence} == {2869}


def test_a_department_mentioned_twice_in_a_report_is_counted_once(ask: Ask, reports: list):
    mentions = sum(report["sent_to"].split(" | ").count(DHSC) for report in reports)
    by_agency = [row for row in ask("factor_by_agency") if row["agency_label"] == DHSC]
    (extent,) = ask("extent", "--agency", DHSC)
    assert (mentions, extent["reviews_selected"]) == (381, 380)
    assert {row["attribution"] for row in by_agency} == {"review"}
    assert found(by_agency, HOSPITAL)["reviews_with"] == 189
    assert found(by_agency, HOSPITAL)["reviews_assessed"] == 380
    assert len(ask("findings", "--factor", HOSPITAL, "--found-at", DHSC)) == 189


def test_a_category_given_before_its_start_is_warned_of_and_not_counted(ask: Ask):
    emergency = found(ask("factor_recurrence"), EMERGENCY)
    assert emergency["reviews_with"] == 113
    assert emergency["first_found_on"] >= "2019-01-01"
    (coverage,) = ask("coverage")
    assert coverage["codings_out_of_date"] == 1
    early = [row for row in ask("load_problems") if row["rule"] == "factor_existed_then"]
    assert [(row["severity"], row["file"], row["column_name"], row["value"]) for row in early] == [
        ("warning", "reports.csv", "category", EMERGENCY)
    ]


def test_a_category_has_neither_number_nor_denominator_before_its_start(ask: Ask):
    periods = ["--period-kind", "calendar_year", "--basis", "published"]
    years = {
        row["period"]: row
        for row in ask("factor_by_period", *periods, "--factor", SUICIDE)
        if row["period"]
    }
    assert all(
        year not in years or years[year]["reviews_with"] is None for year in ("2013", "2014")
    )
    assert years["2015"]["reviews_with"] > 0
    (early,) = ask("factor_recurrence", "--factor", SUICIDE, "--from", "2014", "--to", "2014")
    assert (early["reviews_with"], early["reviews_assessed"]) == (None, 0)
    assert early["reviews_selected"] > 0


def test_custody_and_the_prison_service(ask: Ask):
    rows = ask("factor_by_agency", "--factor", CUSTODY)
    (row,) = (one for one in rows if "Prison and Probation" in one["agency_label"])
    assert (row["reviews_with"], row["reviews_assessed"]) == (64, 80)


def test_mental_health_and_suicide_stand_together(ask: Ask):
    pair = {
        frozenset((row["factor_a_label"], row["factor_b_label"])): row["reviews_with_both"]
        for row in ask("factor_pairs", "--source", "pfd")
    }
    assert pair[frozenset((MENTAL, SUICIDE))] == 149


def test_domestic_homicide_reviews(ask: Ask):
    assert len(ask("reviews", "--source", "dhrd")) == 188
    recurrence = {row["factor_id"]: row for row in ask("factor_recurrence", "--source", "dhrd")}
    pairs = {
        frozenset((row["factor_a_id"], row["factor_b_id"])): row
        for row in ask("factor_pairs", "--source", "dhrd")
    }
    partner, control = "intimate_partner_violence", "coercive_control"
    assert recurrence[partner]["reviews_with"] == 146
    assert recurrence[control]["reviews_with"] == 123
    assert pairs[frozenset((partner, control))]["reviews_with_both"] == 105


# The same, counted over by plain Python


def test_every_category_as_plain_python_counts_it(ask: Ask, reports: list):
    recurrence = ask("factor_recurrence", "--source", "pfd")
    categories = {category for report in reports for category in parts(report["category"])}
    expected = {
        category: (len(with_category(category, reports)), len(assessed(category, reports)))
        for category in categories
    }
    assert {
        row["label"]: (row["reviews_with"], row["reviews_assessed"]) for row in recurrence
    } == expected


def test_every_addressee_and_category_as_plain_python_counts_it(ask: Ask, reports: list):
    of_addressee: dict[str, list[dict[str, str]]] = defaultdict(list)
    for report in reports:
        for addressee in {one_body(name) for name in parts(report["sent_to"])}:
            of_addressee[addressee].append(report)
    expected = {
        (addressee, category): (len(with_category(category, sent)), len(assessed(category, sent)))
        for addressee, sent in of_addressee.items()
        for category in {one for report in sent for one in parts(report["category"])}
        if with_category(category, sent)
    }
    counted = {
        (one_body(row["agency_label"]), row["label"]): (
            row["reviews_with"],
            row["reviews_assessed"],
        )
        for row in ask("factor_by_agency", "--source", "pfd")
        if row["reviews_with"]
    }
    assert counted == expected


def test_every_flag_and_pair_of_flags_as_plain_python_counts_it(ask: Ask, incidents: list):
    columns = list(incidents[0])
    flags = columns[columns.index("intimate_partner_violence") :]
    of_flag = {
        flag: {one["incident_id"] for one in incidents if one[flag] == "True"} for flag in flags
    }
    recurrence = ask("factor_recurrence", "--source", "dhrd")
    assert {
        row["factor_id"]: (row["reviews_with"], row["reviews_assessed"]) for row in recurrence
    } == {flag: (len(having), len(incidents)) for flag, having in of_flag.items()}
    both = {
        frozenset(pair): len(of_flag[pair[0]] & of_flag[pair[1]])
        for pair in combinations(flags, 2)
        if of_flag[pair[0]] & of_flag[pair[1]]
    }
    assert {
        frozenset((row["factor_a_id"], row["factor_b_id"])): row["reviews_with_both"]
        for row in ask("factor_pairs", "--source", "dhrd")
        if row["reviews_with_both"]
    } == both


def test_research_tags_are_assessed_only_where_a_report_has_some(ask: Ask, reports: list):
    tagged = [report for report in reports if parts(report["research_tags"])]
    tags = Counter(tag for report in tagged for tag in parts(report["research_tags"]))
    counted = ask("factor_recurrence", "--framework", "pfd-research-tags")
    assert {row["label"]: row["reviews_with"] for row in counted if row["reviews_with"]} == tags
    assert {row["reviews_assessed"] for row in counted if row["reviews_with"]} == {len(tagged)}


# Another file of the same layout


def test_another_file_of_the_same_layout_loads_as_it_is(tmp_path: Path):
    source = tmp_path / "pfd"
    shutil.copytree(places.sources() / "pfd", source)
    headings = list(rows_of("pfd", "reports.csv")[0])
    rows = [
        ("A1", "05/01/2024", "Kent (North-East)", f"{MENTAL} | {SUICIDE}", f"{DHSC} | A New Trust"),
        ("A2", "06/01/2024", "Anywhere", SUICIDE, "A New Trust | A New Trust"),
        ("A3", "07/01/2014", "Anywhere", "", "A Second, Newer Body"),
    ]
    keys = ("report_id", "date_of_report", "coroner_area", "category", "sent_to")
    with (source / "reports.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings, restval="")
        writer.writeheader()
        writer.writerows(dict(zip(keys, row, strict=True)) for row in rows)
    builds = tmp_path / "build"
    told = ["load", str(source), "--build", str(builds)]
    result = CliRunner().invoke(app, told, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    ask = asking(builds)
    recurrence = ask("factor_recurrence")
    assert {
        row["label"]: (row["reviews_with"], row["reviews_assessed"])
        for row in recurrence
        if row["reviews_with"]
    } == {MENTAL: (1, 3), SUICIDE: (2, 2)}
    assert {
        row["agency_label"]: row["reviews_assessed"]
        for row in ask("factor_by_agency", "--factor", SUICIDE)
        if row["reviews_with"]
    } == {"A New Trust": 2, DHSC: 1}
    assert {row["board"] for row in ask("reviews")} == {"North East Kent", "Anywhere"}
    assert len(ask("reviews", "--agency", "a second, newer body")) == 1
