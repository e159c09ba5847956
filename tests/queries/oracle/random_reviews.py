"""Made-up reviews and selections for the oracle: small, and full of awkward cases."""

import random
from datetime import date, timedelta

from queries.selection import NONE, Selection
from tests.queries.oracle.dates import MONTHS, span_of
from tests.queries.oracle.world import Row, SourceTables, World

FRAMEWORKS = ("spec", "panel-practice-themes", "pfd-category", "scie-learning-together")
FACTORS = {
    "spec": ("tools", "supervision", "law", "since_2015", "until_2020"),
    "panel-practice-themes": ("PN1", "PN2", "PN3"),
    "pfd-category": ("hospital-death", "suicide", "emergency-services", "wales"),
    "scie-learning-together": ("CF-ORG", "CF-CON", "CF-POL", "CF-OTH"),
}
"""The factors that are given: the others of a framework are assessed and never found."""
AGENCIES = (
    *("POL", "Police", "POL-MET", "LA-CSC", "NHS-GP", "NHS-MH", "PRB", "Probation"),
    *("NHS-PCT", "NHS-CCG", "NHS-ICB"),
)
"""Agencies as they are named, some of them by two names."""
AGENCY_IDS = (
    *("POL", "POL-MET", "LA-CSC", "NHS-GP", "NHS-MH", "PRB", "FRS"),
    *("NHS-PCT", "NHS-CCG", "NHS-ICB"),
)
TYPES = ("SCR", "SAR", "MAA", "LTR")
BOARDS = ("", "Anytown", "Othertown", "St Mary's")
REGIONS = ("", "North", "South")
METHODS = ("", "Learning Together", "hybrid")
PATTERNS = ("", "LT1", "LT2", "LT6")
PERSPECTIVES = ("", "practitioner", "manager", "record")
APPRAISALS = ("problem", "problem", "strength", "mixed", "neutral")
WORDS = ("Referral", "not followed up", "a home visit", "NO REPLY", "it's unclear", "Zoë's mother")
FIRST, LAST = date(2012, 1, 1), date(2022, 12, 31)
EDGES = (
    *(date(2014, 12, 31), date(2015, 1, 1), date(2018, 12, 31), date(2019, 1, 1)),
    *(date(2018, 3, 31), date(2018, 4, 1), date(2020, 3, 31), date(2020, 4, 1), date(2020, 2, 29)),
)
"""Days on which a quarter, a year or a factor begins or ends."""


def random_day(rng: random.Random) -> date:
    """Choose a day, often one at an edge."""
    if rng.random() < 0.3:
        return rng.choice(EDGES)
    return FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))


def random_date(rng: random.Random, missing: float) -> str:
    """Write a date with as much precision as happens to be known, or none."""
    if rng.random() < missing:
        return ""
    day = random_day(rng)
    financial_year = day.year - (day.month < 4)
    years = f"{financial_year}/{(financial_year + 1) % 100:02}"
    return rng.choice(
        [
            day.isoformat(),
            f"{day:%d/%m/%Y}",
            f"{MONTHS[day.month - 1]} {day.year}",
            str(day.year),
            years,
            f"{years} Q{(day.month - 4) % 12 // 3 + 1}",
        ]
    )


def random_source(rng: random.Random, source_id: str) -> SourceTables:
    """Make one source up: some sixty reviews."""
    frameworks = tuple(rng.sample(FRAMEWORKS, rng.choice([1, 2, 3])))
    source = SourceTables(
        source_id=source_id,
        attribution=rng.choice(["coded", "coded", "review"]),
        frameworks=frameworks,
        covers_from=rng.choice([None, random_day(rng)]),
        covers_to=rng.choice([None, random_day(rng)]),
        tables={"reviews": [], "review_agencies": [], "review_frameworks": [], "findings": []}
        | {"finding_factors": [], "finding_agencies": []}
        | {"recommendations": [], "actions": [], "review_attributes": []},
    )
    says_involved = source.attribution == "review" or rng.random() < 0.7
    says_frameworks = rng.random() < 0.5
    appraisals = ("neutral",) if rng.random() < 0.2 else APPRAISALS
    for number in range(rng.randint(30, 90)):
        review = random_review(rng, f"R-{number}")
        source.tables["reviews"].append(review)
        involved = random_agencies(rng, source, review) if says_involved else list(AGENCIES)
        used = [one for one in frameworks if not says_frameworks or rng.random() < 0.7]
        if says_frameworks:
            source.tables["review_frameworks"] += [
                {"review_ref": review["review_ref"], "framework": framework} for framework in used
            ]
        for place in range(rng.randrange(5)):
            ref = f"{review['review_ref']}/{place}"
            source.tables["findings"].append(
                random_finding(rng, ref, review["review_ref"], appraisals)
            )
            for framework in used:
                source.tables["finding_factors"] += random_codings(rng, ref, framework)
            if source.attribution == "coded":
                source.tables["finding_agencies"] += [
                    {"finding_ref": ref, "agency": agency, "role": random_role(rng)}
                    for agency in rng.sample(involved, rng.randint(0, min(3, len(involved))))
                ]
    return source


def random_review(rng: random.Random, ref: str) -> Row:
    """Make one review up, whose practice period runs forward."""
    practice_to = span_of(to := random_date(rng, missing=0.5))
    practice_from = span_of(begun := random_date(rng, missing=0.5))
    if practice_from and practice_to and practice_to[1] < practice_from[0]:
        to, begun = begun, to
    return {
        "review_ref": ref,
        "title": rng.choice(["", f"Child {rng.choice('ABC')}"]),
        "review_type": rng.choice(TYPES),
        "board": rng.choice(BOARDS),
        "region": rng.choice(REGIONS),
        "method": random.Random(ref).choice(METHODS),
        "is_ordinary_work": rng.choice(["", "", "yes", "no"]),
        "practice_from": begun,
        "practice_to": to,
        "incident_on": random_date(rng, missing=0.6),
        "completed_on": random_date(rng, missing=0.7),
        "published_on": random_date(rng, missing=0.4),
    }


def random_agencies(rng: random.Random, source: SourceTables, review: Row) -> list[str]:
    """Say which agencies took part in a review, and give those at which something can be found."""
    named = rng.sample(AGENCIES, rng.randint(0, len(AGENCIES)))
    ways = ["", "involved", "contributed", "addressed", "no contact"]
    for agency in named:
        source.tables["review_agencies"].append(
            {
                "review_ref": review["review_ref"],
                "agency": agency,
                "involvement": rng.choice(ways),
            }
        )
    ours = source.rows_of("review_agencies", "review_ref", review["review_ref"])
    return [row["agency"] for row in ours if row["involvement"] != "no contact"]


def random_finding(rng: random.Random, ref: str, review_ref: str, appraisals: tuple) -> Row:
    """Make one finding up."""
    return {
        "finding_ref": ref,
        "review_ref": review_ref,
        "statement": " ".join(rng.sample(WORDS, 2)),
        "appraisal": rng.choice(appraisals),
        "pattern": rng.choice(PATTERNS),
        "perspective": rng.choice(PERSPECTIVES),
        "quotation": rng.choice(["", *WORDS]),
    }


def random_codings(rng: random.Random, ref: str, framework: str) -> list[Row]:
    """Code a finding: not at all, by one or two coders or somebody not named; some then agree."""
    coders = rng.choice([(), ("",), ("A",), ("A", "B"), ("A", "B"), ("A", ""), ("A", "B", "")])
    settles = rng.random() < 0.4
    given = [
        (coder, factor, "no" if rng.random() < 0.5 else "")
        for coder in coders
        for factor in rng.sample(FACTORS[framework], rng.randint(0, 3))
    ]
    if settles:
        agreed = rng.sample(FACTORS[framework], rng.randint(0, 2))
        given += [("A and B", factor, "yes") for factor in agreed]
    if given and rng.random() < 0.1:
        given.append(given[0])
    return [
        {
            "finding_ref": ref,
            "framework": framework,
            "factor": factor,
            "coder": coder,
            "is_consensus": is_consensus,
            "codebook_version": rng.choice(("", "1", "1.9", "1.10")),
        }
        for coder, factor, is_consensus in given
    ]


def random_role(rng: random.Random) -> str:
    """Choose the role of an agency at a finding."""
    return rng.choice(["", "locus", "locus", "affected"])


def random_selection(rng: random.Random, world: World) -> Selection:
    """Choose some filters at random, some of them with nothing behind them."""

    def some(values: tuple[str, ...], chance: float = 0.1) -> tuple[str, ...]:
        return tuple(rng.sample(values, rng.choice([1, 1, 2]))) if rng.random() < chance else ()

    codes = tuple(source.source_id for source in world.sources)
    sources = tuple(rng.sample(codes, rng.choice([0, 1, 1, 2, 3])))
    first = next(one for one in world.sources if one.source_id in (sources or codes))
    framework = rng.choice([None, *first.frameworks])
    return Selection(
        sources=sources,
        framework=framework,
        review_types=some(TYPES),
        boards=some(BOARDS[1:]),
        regions=some(REGIONS[1:]),
        agencies=some(AGENCY_IDS),
        factors=some(FACTORS[framework or "spec"]),
        layers=some(("front-line", "national", NONE)),
        patterns=some((*PATTERNS[1:], NONE)),
        perspectives=some((*PERSPECTIVES[1:], NONE)),
        appraisals=some(("problem", "strength", "mixed", "neutral")),
        work=rng.choice([None, None, None, "ordinary", "case"]),
        basis=rng.choice([None, "practice", "published"]),
        period_from=random_day(rng) if rng.random() < 0.15 else None,
        period_to=random_day(rng) if rng.random() < 0.15 else None,
        text=rng.choice([*WORDS, "child a", "-1", "ZOË", "100%"]) if rng.random() < 0.15 else None,
    )
