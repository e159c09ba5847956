"""What is missing or was left out: each with its number, and what it means."""

from collections.abc import Iterator

from dashboard.briefing.document import Column, Table
from dashboard.briefing.inquiry import Inquiry
from dashboard.progress import links, progress
from dashboard.sentences.counts import count

_COLUMNS = (
    Column("What is missing", weight=2.4),
    Column("How many", is_number=True, weight=1.3),
    Column("What it means", weight=3.4),
)
_Row = tuple[str, str, str]
_WITHHELD = "cell_is_not_withheld"
"""The rule that notices a mark for something withheld in a cell that decides a count."""


def missing_table(inquiry: Inquiry) -> Table:
    """Set down what is missing or was left out, none of it too."""
    rows = (*_of_reviews(inquiry), *_of_codings(inquiry), *_of_answers(inquiry), *_of_load(inquiry))
    return Table("What is missing or was left out", _COLUMNS, rows)


def totals(inquiry: Inquiry, *names: str) -> list[int]:
    """Add up some columns of `coverage.sql` over the sources and types of review."""
    rows = inquiry.rows("coverage")
    return [sum(int(getattr(row, name)) for row in rows) for name in names]


def _of_reviews(inquiry: Inquiry) -> Iterator[_Row]:
    """Yield what is missing of reviews."""
    reviews, assessed = totals(inquiry, "reviews", "reviews_assessed")
    [period] = [row for row in inquiry.rows("left_out") if row.filter == "period"]
    basis = "publication" if inquiry.up_to.basis == "published" else "practice"
    yield (
        f"Reviews without a date of {basis}",
        f"{int(period.reviews_undated):,} of {count(int(period.reviews_of_sources), 'review')}",
        "They cannot be placed in a quarter, and are in no number of this briefing.",
    )
    yield (
        "Reviews on which the framework was not used",
        f"{reviews - assessed:,} of {count(reviews, 'review')}",
        "Nothing was assessed there: they are in no denominator.",
    )


def _of_codings(inquiry: Inquiry) -> Iterator[_Row]:
    """Yield what is missing of findings and their factors."""
    names = ("findings", "findings_uncoded", "codings", "codings_out_of_date")
    findings, uncoded, codings, old = totals(inquiry, *names)
    yield (
        "Findings without a factor",
        f"{uncoded:,} of {count(findings, 'finding')}",
        "They are counted under no factor: what recurs in them is not seen.",
    )
    yield (
        "Factors that did not exist then",
        f"{old:,} of {count(codings, 'coding')}",
        "A finding was given a factor that the codebook did not have at the time: not counted.",
    )


def _of_answers(inquiry: Inquiry) -> Iterator[_Row]:
    """Yield what is missing of recommendations and actions; nothing where none is recorded."""
    tied = links(inquiry.rows("link_rates"))
    if tied.recommendations:
        yield (
            "Recommendations without a finding",
            f"{tied.recommendations_unlinked:,} of {count(tied.recommendations, 'recommendation')}",
            "Which problem they answer is not recorded: it cannot be followed.",
        )
    for row in progress(inquiry.table("action_progress"), ""):
        of = count(row.actions, "action")
        for what, number, meaning in (
            (
                "Actions without an owner",
                tied.actions - tied.actions_with_owner,
                "Nobody is named to ask.",
            ),
            (
                "Actions without a due date",
                tied.actions - tied.actions_with_due_date,
                "They are overdue only where the source says so.",
            ),
            (
                "Actions that contradict themselves",
                row.contradicting,
                "Their status and dates cannot all be so.",
            ),
        ):
            yield what, f"{number:,} of {of}", meaning


def _of_load(inquiry: Inquiry) -> Iterator[_Row]:
    """Yield what was noticed when the sources were loaded."""
    problems = inquiry.table("load_problems")
    severities = problems["severity"].tolist()
    withheld = problems["rule"].tolist().count(_WITHHELD)
    rejected = len(inquiry.table("rejected_rows"))
    yield (
        "Rows that were not loaded",
        count(rejected, "row"),
        "Something in them could not be counted rightly: they are in no number.",
    )
    yield (
        "Withheld where it would be counted",
        count(withheld, "cell"),
        "A mark such as * or [c] stands there. Its row was not loaded, and is not taken for none.",
    )
    yield (
        "Rows left out on purpose",
        count(severities.count("left out"), "remark"),
        "The source's settings leave them out.",
    )
    yield (
        "Warnings on loading",
        count(severities.count("warning"), "warning"),
        "They were loaded as they stand: somebody who knows the source should look.",
    )
