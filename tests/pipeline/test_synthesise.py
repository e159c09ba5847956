"""Made-up reviews: the same each time, of the shape promised, and true to their plan."""

import csv
import os
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from pipeline.synthesise import PlannedRecurrence, SynthesiseError, planned_recurrences, synthesise
from pipeline.synthesise.settings import settings

ROOT = Path(__file__).parents[2]
CODEBOOKS = ROOT / "data" / "codebooks"
SHIPPED = ROOT / "data" / "sources" / "anytown"
AS_AT = date(2026, 9, 30)
Rows = list[dict[str, str]]
Table = Callable[[str], Rows]


def read(folder: Path, name: str) -> Rows:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def anytown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made-up") / "anytown"
    synthesise(out, 40, 2008, CODEBOOKS)
    return out


@pytest.fixture(scope="module")
def table(anytown: Path) -> Table:
    tables: dict[str, Rows] = {}

    def rows(name: str) -> Rows:
        if name not in tables:
            tables[name] = read(anytown, name)
        return tables[name]

    return rows


@pytest.fixture(scope="module")
def planned() -> list[PlannedRecurrence]:
    return planned_recurrences(40, 2008, CODEBOOKS)


def exact_days(review: dict[str, str]) -> tuple[date, date] | None:
    """Read a practice period to its first and last possible day; the plain, slow way."""
    if not review["practice_from"]:
        return None
    return widened(review["practice_from"])[0], widened(review["practice_to"])[1]


def widened(text: str) -> tuple[date, date]:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text), date.fromisoformat(text)
    if re.fullmatch(r"\d{4}", text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if quarter := re.fullmatch(r"(\d{4})/\d\d Q([1-4])", text):
        year, number = int(quarter[1]), int(quarter[2])
        begins = {1: (year, 4), 2: (year, 7), 3: (year, 10), 4: (year + 1, 1)}[number]
        return month_days(*begins)[0], month_days(begins[0], begins[1] + 2)[1]
    name, year_text = text.split()
    months = ["January", "February", "March", "April", "May", "June", "July", "August"]
    months += ["September", "October", "November", "December"]
    return month_days(int(year_text), months.index(name) + 1)


def month_days(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(following.toordinal() - 1)


def test_the_same_seed_gives_the_same_bytes(anytown: Path, tmp_path: Path):
    synthesise(tmp_path / "again", 40, 2008, CODEBOOKS)
    assert contents(tmp_path / "again") == contents(anytown)


def test_another_seed_gives_other_reviews(anytown: Path, tmp_path: Path):
    synthesise(tmp_path / "other", 40, 2009, CODEBOOKS)
    other, same = contents(tmp_path / "other"), contents(anytown)
    assert other.keys() == same.keys()
    assert all(other[name] != same[name] for name in same)


def test_the_shipped_source_is_what_the_generator_writes(anytown: Path):
    assert contents(SHIPPED) == contents(anytown)


def test_the_source_says_that_it_is_made_up(anytown: Path):
    said = tomllib.loads((anytown / "source.toml").read_text(encoding="utf-8"))
    assert said["is_made_up"] is True
    assert said["title"] == "Anytown Safeguarding Partnership (made up)"
    assert said["frameworks"][0] == "scie-learning-together"
    assert "Nothing here happened" in said["cautions"][0]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("reviews", ["review_ref"]),
        ("findings", ["finding_ref"]),
        ("recommendations", ["recommendation_ref"]),
        ("actions", ["action_ref"]),
        ("review_agencies", ["review_ref", "agency"]),
        ("finding_agencies", ["finding_ref", "agency"]),
        ("finding_factors", ["finding_ref", "factor", "coder"]),
    ],
)
def test_no_key_stands_twice(table: Table, name: str, key: list[str]):
    keys = Counter(tuple(row[column] for column in key) for row in table(name))
    assert keys
    assert max(keys.values()) == 1


@pytest.mark.parametrize(
    ("name", "column", "of"),
    [
        ("review_agencies", "review_ref", "reviews"),
        ("review_attributes", "review_ref", "reviews"),
        ("findings", "review_ref", "reviews"),
        ("finding_factors", "finding_ref", "findings"),
        ("finding_agencies", "finding_ref", "findings"),
        ("recommendations", "review_ref", "reviews"),
        ("recommendations", "finding_ref", "findings"),
        ("actions", "recommendation_ref", "recommendations"),
    ],
)
def test_every_reference_leads_somewhere(table: Table, name: str, column: str, of: str):
    there = {row[column] for row in table(of)}
    assert {row[column] for row in table(name) if row[column]} <= there


def test_every_term_is_one_of_the_codebook(table: Table):
    terms = defaultdict(set)
    with (CODEBOOKS / "terms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            terms[row["vocabulary"]].add(row["term"])
    for name, column, vocabulary in (
        ("reviews", "review_type", "review_type"),
        ("reviews", "is_ordinary_work", "boolean"),
        ("review_agencies", "involvement", "involvement"),
        ("findings", "appraisal", "appraisal"),
        ("findings", "perspective", "perspective"),
        ("findings", "prevalence_grade", "prevalence"),
        ("findings", "evidence_grade", "finding_evidence"),
        ("finding_factors", "is_consensus", "boolean"),
        ("finding_agencies", "role", "role"),
        ("recommendations", "kind", "kind"),
        ("actions", "action_type", "action_type"),
        ("actions", "strength", "strength"),
        ("actions", "status", "status"),
        ("actions", "evidence_grade", "action_evidence"),
    ):
        found = {row[column] for row in table(name)} - {""}
        assert found, (name, column)
        assert found <= terms[vocabulary], (name, column)


def test_practice_spans_eight_years(table: Table):
    periods = [days for review in table("reviews") if (days := exact_days(review))]
    assert min(begins for begins, _ in periods) >= date(2017, 4, 1)
    assert max(ends for _, ends in periods) <= date(2025, 3, 31)
    assert {ends.year for _, ends in periods} >= set(range(2017, 2026)) - {2017, 2025}
    assert max(ends for _, ends in periods) > date(2024, 12, 31)


def test_dates_of_a_review_follow_one_another(table: Table):
    for review in table("reviews"):
        days = exact_days(review)
        published_on = widened(review["published_on"])[1]
        assert published_on <= AS_AT
        if days:
            steps = [*days, *(date.fromisoformat(review[c]) for c in _STEPS), published_on]
            assert all(earlier <= later for earlier, later in pairwise(steps)), review
            if review["incident_on"]:
                assert days[0] <= date.fromisoformat(review["incident_on"]) <= days[1]
        else:
            assert not any(review[c] for c in (*_STEPS, "practice_to", "incident_on"))


_STEPS = ("commissioned_on", "completed_on")


def test_publication_comes_about_two_years_after_practice_and_sooner_for_audits(table: Table):
    lags: dict[str, list[float]] = {"true": [], "false": []}
    for review in table("reviews"):
        if days := exact_days(review):
            lag = (widened(review["published_on"])[0] - days[1]).days / 365.25 * 12
            lags[review["is_ordinary_work"]].append(lag)
    assert 20 <= median(lags["false"]) <= 28
    assert 3 <= median(lags["true"]) <= 9


def test_some_dates_are_known_only_to_a_month_a_quarter_a_year_or_not_at_all(table: Table):
    written = [review["practice_from"] for review in table("reviews")]
    for form in (r"[A-Z][a-z]+ \d{4}", r"\d{4}/\d\d Q[1-4]", r"\d{4}", r""):
        assert 1 <= sum(bool(re.fullmatch(form, text)) for text in written) <= 4, form


def test_case_reviews_of_each_kind_stand_in_their_years_beside_ordinary_work(table: Table):
    kinds = Counter(review["review_type"] for review in table("reviews"))
    assert set(kinds) == {"SCR", "LCSPR", "SAR", "DHR", "MAA", "LTR"}
    for review in table("reviews"):
        is_ordinary = review["review_type"] in ("MAA", "LTR")
        assert review["is_ordinary_work"] == ("true" if is_ordinary else "false")
        commissioned = review["commissioned_on"] or review["review_ref"][4:8]
        if review["review_type"] == "SCR":
            assert commissioned <= "2018-06-29"
        if review["review_type"] == "LCSPR":
            assert commissioned >= "2018"
        for column in ("title", "board", "region", "nation", "method", "population", "outcome"):
            assert review[column], column


def test_four_to_ten_agencies_take_part_and_some_have_no_contact(table: Table):
    parts = defaultdict(Counter)
    for row in table("review_agencies"):
        parts[row["review_ref"]][row["involvement"]] += 1
    assert len(parts) == 40
    assert all(4 <= part["involved"] + part["contributed"] <= 10 for part in parts.values())
    assert sum(part["contributed"] for part in parts.values()) >= 20
    assert sum(part["no contact"] for part in parts.values()) >= 10


def test_findings_are_found_at_agencies_that_took_part(table: Table):
    took_part = {
        (row["review_ref"], row["agency"])
        for row in table("review_agencies")
        if row["involvement"] != "no contact"
    }
    review_of = {row["finding_ref"]: row["review_ref"] for row in table("findings")}
    found_at = {(review_of[row["finding_ref"]], row["agency"]) for row in table("finding_agencies")}
    assert found_at < took_part
    assert {row["finding_ref"] for row in table("finding_agencies")} < set(review_of)


def test_agencies_and_factors_exist_throughout_the_practice(table: Table):
    agencies = validity(CODEBOOKS / "agencies.csv", "agency_id")
    factors = validity(CODEBOOKS / "scie-learning-together" / "factors.csv", "factor_id")
    days = {
        review["review_ref"]: exact_days(review) or widened(review["published_on"])
        for review in table("reviews")
    }
    for row in table("review_agencies"):
        assert holds(agencies[row["agency"]], days[row["review_ref"]]), row
    for row in table("finding_factors"):
        assert holds(factors[row["factor"]], days[row["finding_ref"].rsplit("-", 1)[0]]), row
    for row in table("actions"):
        made_on = next(
            date.fromisoformat(each["made_on"])
            for each in table("recommendations")
            if each["recommendation_ref"] == row["recommendation_ref"]
        )
        assert holds(agencies[row["owner_agency"]], (made_on, made_on)), row
    named = {row["agency"] for row in table("review_agencies")}
    assert {"NHS-CCG", "NHS-ICB"} <= named


def validity(path: Path, key: str) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row[key]: (row["valid_from"], row["valid_to"]) for row in csv.DictReader(file)}


def holds(bounds: tuple[str, str], days: tuple[date, date]) -> bool:
    begins, ends = bounds
    return (not begins or begins <= days[0].isoformat()) and (
        not ends or days[1].isoformat() <= ends
    )


def test_reviews_have_five_to_eight_findings(table: Table):
    counts = Counter(row["review_ref"] for row in table("findings"))
    assert len(counts) == 40
    assert set(counts.values()) == {5, 6, 7, 8}


def test_a_quarter_of_findings_are_strengths_and_some_are_mixed_or_neutral(table: Table):
    appraisals = Counter(row["appraisal"] for row in table("findings"))
    assert 0.2 <= appraisals["strength"] / appraisals.total() <= 0.3
    assert appraisals["mixed"] >= 10
    assert appraisals["neutral"] >= 3


def test_every_pattern_layer_and_factor_is_found_the_national_ones_rarely(table: Table):
    with (CODEBOOKS / "scie-learning-together" / "factors.csv").open(encoding="utf-8") as file:
        layers = {row["factor_id"]: row["layer_id"] for row in csv.DictReader(file)}
    reviews = defaultdict(set)
    for row in table("finding_factors"):
        reviews[row["factor"]].add(row["finding_ref"].rsplit("-", 1)[0])
    assert set(reviews) == set(layers)
    assert {layers[factor] for factor in reviews} >= {"front-line", "local-strategic", "national"}
    for factor, found_in in reviews.items():
        assert len(found_in) <= (8 if layers[factor] == "national" else 28), factor
    patterns = {row["pattern"] for row in table("findings")}
    assert patterns >= {"LT1", "LT2", "LT3", "LT4", "LT5", "LT6"}


def test_about_one_finding_in_seven_is_uncoded(table: Table):
    factors = defaultdict(set)
    for row in table("finding_factors"):
        factors[row["finding_ref"]].add(row["factor"])
    uncoded = [
        row["finding_ref"]
        for row in table("findings")
        if factors[row["finding_ref"]] in (set(), {"CF-OTH"})
    ]
    assert 0.10 <= len(uncoded) / len(table("findings")) <= 0.18


def test_a_third_is_double_coded_and_half_of_that_has_a_consensus(table: Table):
    coders = defaultdict(lambda: defaultdict(set))
    for row in table("finding_factors"):
        name = "consensus" if row["is_consensus"] == "true" else row["coder"]
        coders[row["finding_ref"]][name].add(row["factor"])
        assert row["codebook_version"]
    double = [found for found in coders.values() if len(found.keys() - {"consensus"}) == 2]
    agreed = [found for found in double if "consensus" in found]
    differing = [
        found
        for found in double
        if len({frozenset(factors) for name, factors in found.items() if name != "consensus"}) == 2
    ]
    assert 0.27 <= len(double) / len(coders) <= 0.40
    assert 0.35 <= len(agreed) / len(double) <= 0.65
    assert 0.10 <= len(differing) / len(double) <= 0.40
    assert not [found for found in coders.values() if "consensus" in found and len(found) < 3]


def test_accounts_differ_in_some_reviews(table: Table):
    factor_of = {row["finding_ref"]: row["factor"] for row in table("finding_factors")}
    accounts = defaultdict(set)
    for row in table("findings"):
        if re.match(r"(As (practitioners|managers|the family) see|By what was)", row["statement"]):
            key = row["review_ref"], factor_of[row["finding_ref"]]
            accounts[key].add((row["appraisal"], row["perspective"]))
    assert len(accounts) >= 8
    for sides in accounts.values():
        assert {appraisal for appraisal, _ in sides} == {"problem", "strength"}
        assert len({perspective for _, perspective in sides}) == 2
    assert {row["perspective"] for row in table("findings")} == {
        "practitioner",
        "manager",
        "family",
        "record",
    }


def test_findings_have_pages_and_most_a_quotation(table: Table):
    findings = table("findings")
    assert all(row["page"].isdigit() and row["locator"] for row in findings)
    assert 0.5 <= sum(bool(row["quotation"]) for row in findings) / len(findings) <= 0.8
    for earlier, later in pairwise(findings):
        if earlier["review_ref"] == later["review_ref"]:
            assert int(earlier["page"]) < int(later["page"])
            assert int(earlier["position"]) + 1 == int(later["position"])


def test_statements_are_varied_and_whole_sentences(table: Table):
    findings = table("findings")
    assert len({row["statement"] for row in findings}) > 0.8 * len(findings)
    per_review = Counter((row["review_ref"], row["statement"]) for row in findings)
    assert max(per_review.values()) == 1
    for row in findings + table("recommendations") + table("actions"):
        assert re.fullmatch(r"[A-Z][^{}]+[.?]", row["statement"]), row["statement"]


def test_most_recommendations_answer_a_finding_and_some_do_not(table: Table):
    recommendations = table("recommendations")
    linked = sum(bool(row["finding_ref"]) for row in recommendations)
    assert 0.6 <= linked / len(recommendations) <= 0.9
    counts = sorted(Counter(row["review_ref"] for row in recommendations).values())
    assert len(counts) == 40
    assert counts[-1] >= 2 * median(counts)
    with_actions = {row["recommendation_ref"] for row in table("actions")}
    assert 0.7 <= len(with_actions) / len(recommendations) < 1


def test_actions_have_dates_that_fit_their_status(table: Table):
    made_on = {row["recommendation_ref"]: row["made_on"] for row in table("recommendations")}
    statuses = Counter(row["status"] for row in table("actions"))
    assert len(statuses) == 8
    for row in table("actions"):
        steps = [made_on[row["recommendation_ref"]], row["completed_on"], row["signed_off_on"]]
        steps = [step for step in steps if step]
        assert steps == sorted(steps)
        assert steps[-1] <= AS_AT.isoformat()
        assert not row["due_on"] or row["due_on"] >= steps[0]
        is_done = row["status"] in ("complete", "awaiting sign-off", "signed off")
        assert bool(row["completed_on"]) == is_done
        assert bool(row["signed_off_on"]) == (row["status"] == "signed off")
        assert bool(row["evidence_grade"]) == is_done
        if row["status"] == "overdue":
            assert row["due_on"] < AS_AT.isoformat()
        if row["status"] in ("not started", "in progress"):
            assert row["due_on"] >= AS_AT.isoformat()


def test_each_outcome_after_sign_off_is_planned_several_times(planned: list[PlannedRecurrence]):
    outcomes = Counter(each.outcome for each in planned)
    assert set(outcomes) == {"seen again", "not seen", "overlaps", "too early"}
    assert min(outcomes.values()) >= 5


def test_the_plan_is_recovered_from_the_rows(table: Table, planned: list[PlannedRecurrence]):
    assert recovered(table) == {
        (each.action_ref, each.factor_id, each.agency_id): (
            each.signed_off_on,
            each.outcome,
        )
        for each in planned
    }
    found_in = {each.found_in for each in planned if each.outcome in ("seen again", "overlaps")}
    assert found_in <= {review["review_ref"] for review in table("reviews")}
    assert all(
        each.found_in is None for each in planned if each.outcome in ("not seen", "too early")
    )


def recovered(table: Table) -> dict[tuple[str, str, str], tuple[date, str]]:
    """Work out, slowly and plainly, what became of each signed-off action that answers a factor."""
    periods = {row["review_ref"]: exact_days(row) for row in table("reviews")}
    took_part = {
        (row["review_ref"], row["agency"])
        for row in table("review_agencies")
        if row["involvement"] != "no contact"
    }
    factors, agencies = defaultdict(set), defaultdict(set)
    for row in table("finding_factors"):
        factors[row["finding_ref"]].add(row["factor"])
    for row in table("finding_agencies"):
        agencies[row["finding_ref"]].add(row["agency"])
    problems = {
        (row["review_ref"], factor, agency)
        for row in table("findings")
        if row["appraisal"] in ("problem", "mixed")
        for factor in factors[row["finding_ref"]]
        for agency in agencies[row["finding_ref"]]
    }
    answers = {row["recommendation_ref"]: row["finding_ref"] for row in table("recommendations")}
    found = {}
    for action in table("actions"):
        if not action["signed_off_on"]:
            continue
        finding = answers[action["recommendation_ref"]]
        signed_off_on = date.fromisoformat(action["signed_off_on"])
        for factor in factors[finding]:
            for agency in agencies[finding]:
                assert agency == action["owner_agency"]
                later, under_way = [], []
                for review, days in periods.items():
                    if days and (review, agency) in took_part:
                        if days[0] > signed_off_on:
                            later.append(review)
                        elif days[1] >= signed_off_on:
                            under_way.append(review)
                again = any((review, factor, agency) in problems for review in later)
                overlap = any((review, factor, agency) in problems for review in under_way)
                # The plan keeps these apart, so that no order of asking can change the answer.
                assert not (overlap and later and not again)
                outcome = "seen again" if again else "not seen" if later else "too early"
                if overlap and not again:
                    outcome = "overlaps"
                found[action["action_ref"], factor, agency] = (signed_off_on, outcome)
    return found


def test_publication_would_give_other_answers_than_practice(
    table: Table, planned: list[PlannedRecurrence]
):
    """By publication, what overlaps the sign-off would count as seen again after it."""
    published = {row["review_ref"]: widened(row["published_on"])[0] for row in table("reviews")}
    overlaps = [each for each in planned if each.outcome == "overlaps"]
    assert all(published[each.found_in or ""] > each.signed_off_on for each in overlaps)


def test_more_reviews_are_shared_out_among_boards_and_regions(tmp_path: Path):
    synthesise(tmp_path / "region", 200, 1, CODEBOOKS)
    reviews = read(tmp_path / "region", "reviews")
    boards = Counter(review["board"] for review in reviews)
    assert len(reviews) == 200
    assert set(boards.values()) == {40}
    assert len({review["review_ref"] for review in reviews}) == 200
    assert len({review["region"] for review in reviews}) == 5


@pytest.mark.parametrize("reviews", [1, 2, 3, 7])
def test_few_reviews_can_be_made_too(tmp_path: Path, reviews: int):
    synthesise(tmp_path / "few", reviews, 1, CODEBOOKS)
    assert len(read(tmp_path / "few", "reviews")) == reviews


def test_the_plan_holds_for_other_seeds_and_many_codings(tmp_path: Path):
    for seed in range(4):
        synthesise(tmp_path / "many", 40, seed, CODEBOOKS, codings_per_review=100)
        planned = planned_recurrences(40, seed, CODEBOOKS)
        assert recovered(lambda name: read(tmp_path / "many", name)) == {
            (each.action_ref, each.factor_id, each.agency_id): (each.signed_off_on, each.outcome)
            for each in planned
        }


def test_codings_of_a_review_can_be_raised_for_benchmarks(tmp_path: Path):
    synthesise(tmp_path / "many", 20, 1, CODEBOOKS, codings_per_review=100)
    codings = len(read(tmp_path / "many", "finding_factors"))
    findings = len(read(tmp_path / "many", "findings"))
    assert 2000 <= codings < 2010
    assert 30 <= findings / 20 <= 50
    assert 2.0 <= codings / findings <= 3.0


def test_progress_is_told_after_each_review(tmp_path: Path):
    told: list[tuple[int, int]] = []
    synthesise(tmp_path / "few", 3, 1, CODEBOOKS, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_an_earlier_made_up_source_is_replaced(tmp_path: Path):
    synthesise(tmp_path / "few", 3, 1, CODEBOOKS)
    synthesise(tmp_path / "few", 4, 1, CODEBOOKS)
    assert len(read(tmp_path / "few", "reviews")) == 4
    assert [path.name for path in tmp_path.iterdir()] == ["few"]


def test_somebody_elses_folder_is_left_alone(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(SynthesiseError, match=r"not empty, and its source\.toml does not say"):
        synthesise(tmp_path, 3, 1, CODEBOOKS)
    assert contents(tmp_path) == {"notes.txt": b"mine"}


def test_a_file_put_beside_made_up_reviews_is_not_lost(tmp_path: Path):
    synthesise(tmp_path / "few", 3, 1, CODEBOOKS)
    (tmp_path / "few" / "notes.txt").write_text("mine")
    with pytest.raises(SynthesiseError, match=r'also holds "notes\.txt", which would be lost'):
        synthesise(tmp_path / "few", 3, 2, CODEBOOKS)
    assert (tmp_path / "few" / "notes.txt").read_text() == "mine"


def test_a_file_in_the_way_is_left_alone(tmp_path: Path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(SynthesiseError, match="is not a folder"):
        synthesise(tmp_path / "out", 3, 1, CODEBOOKS)


def test_a_run_that_stops_leaves_the_earlier_source(tmp_path: Path):
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    synthesise(tmp_path / "few", 3, 1, CODEBOOKS)
    before = contents(tmp_path / "few")
    with pytest.raises(KeyboardInterrupt):
        synthesise(tmp_path / "few", 4, 1, CODEBOOKS, stop)
    assert contents(tmp_path / "few") == before
    assert [path.name for path in tmp_path.iterdir()] == ["few"]


def test_what_a_killed_run_left_behind_is_cleared(tmp_path: Path):
    synthesise(tmp_path / "few", 3, 1, CODEBOOKS)
    (tmp_path / "few").rename(tmp_path / ".few.former-1")
    half = tmp_path / ".few.unfinished-1"
    half.mkdir()
    (half / "reviews.csv").write_text("half")
    for path in (half / "reviews.csv", half):
        os.utime(path, (0, 0))
    synthesise(tmp_path / "few", 4, 1, CODEBOOKS)
    assert len(read(tmp_path / "few", "reviews")) == 4
    assert [path.name for path in tmp_path.iterdir()] == ["few"]


def test_two_runs_at_once_do_not_mix(tmp_path: Path):
    def run_another(done: int, total: int) -> None:
        if done == 1:
            synthesise(tmp_path / "few", 5, 1, CODEBOOKS)

    synthesise(tmp_path / "few", 3, 1, CODEBOOKS, run_another)
    assert len(read(tmp_path / "few", "reviews")) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["few"]


@pytest.mark.parametrize(
    ("reviews", "codings", "message"),
    [
        (0, None, "reviews is 0. Ask for at least 1."),
        (3, 0, "codings_per_review is 0. Ask for at least 1."),
    ],
)
def test_numbers_below_one_are_refused(
    tmp_path: Path, reviews: int, codings: int | None, message: str
):
    with pytest.raises(SynthesiseError, match=re.escape(message)):
        synthesise(tmp_path / "few", reviews, 1, CODEBOOKS, codings_per_review=codings)
    assert not (tmp_path / "few").exists()


def test_a_folder_without_codebooks_is_named(tmp_path: Path):
    with pytest.raises(SynthesiseError, match=r"is not there\. Name the folder that holds"):
        synthesise(tmp_path / "few", 3, 1, tmp_path / "nowhere")


def test_one_made_up_review_is_told_of_as_one():
    one, many = settings(1, 1, 7), settings(1, 40, 7)
    assert "own generator: 1 review, seed 7." in one
    assert "This is 1 made-up review of one made-up board" in one
    assert "They are 40 made-up reviews of one made-up board" in many
