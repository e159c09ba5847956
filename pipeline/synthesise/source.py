"""Write a made-up source, and tell what was planned to come back after sign-off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.synthesise.answers import Answers
from pipeline.synthesise.boards import Board, boards
from pipeline.synthesise.chance import stream
from pipeline.synthesise.codebook import Codebook, read_codebook
from pipeline.synthesise.findings import Findings
from pipeline.synthesise.folder import SETTINGS, SynthesiseError, whole_folder
from pipeline.synthesise.plan import Plan, PlannedRecurrence, plan, recurrences
from pipeline.synthesise.reviews import Review, reviews_of
from pipeline.synthesise.rows import FILES, Rows, open_rows
from pipeline.synthesise.settings import settings

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _PlannedBoard:
    board: Board
    reviews: list[Review]
    plan: Plan


def synthesise(
    out: Path,
    reviews: int,
    seed: int,
    codebooks: Path,
    on_progress: Progress | None = None,
    codings_per_review: int | None = None,
) -> None:
    """Write made-up reviews as a source that can be loaded.

    The same arguments give the same bytes. The folder appears whole or not at all.

    Args:
        out: the folder to make; an empty folder or an earlier made-up source is replaced.
        reviews: how many reviews, shared out among boards of about 40.
        seed: which of the possible worlds is made up.
        codebooks: the folder of the codebooks.
        on_progress: called after each review with reviews done and reviews in all.
        codings_per_review: rows of codings to each review on average, for benchmarks; without
            it, reviews have five to eight findings as boards' reviews do.

    Raises:
        SynthesiseError: the numbers, the folder or the codebooks do not allow it.
    """
    _at_least_one("reviews", reviews)
    if codings_per_review is not None:
        _at_least_one("codings_per_review", codings_per_review)
    codebook = read_codebook(codebooks)
    with whole_folder(out, FILES | {SETTINGS}) as folder:
        text = settings(len(boards(reviews)), reviews, seed)
        (folder / SETTINGS).write_text(text, encoding="utf-8", newline="\n")
        with open_rows(folder, codebook.version) as rows:
            done = 0
            for planned in _planned_boards(reviews, seed, codebook):
                for _ in _write_board(planned, codebook, seed, codings_per_review, rows):
                    done += 1
                    if on_progress:
                        on_progress(done, reviews)


def planned_recurrences(reviews: int, seed: int, codebooks: Path) -> list[PlannedRecurrence]:
    """Tell what the generator planned for each signed-off action that answers a factor.

    It is the whole truth of the source that `synthesise` writes for the same arguments, board by
    board: no other signed-off action answers a finding that has a factor.

    Raises:
        SynthesiseError: the number or the codebooks do not allow it.
    """
    _at_least_one("reviews", reviews)
    codebook = read_codebook(codebooks)
    return [
        each
        for planned in _planned_boards(reviews, seed, codebook)
        for each in recurrences(planned.reviews, planned.plan)
    ]


def _planned_boards(reviews: int, seed: int, codebook: Codebook) -> Iterator[_PlannedBoard]:
    for board in boards(reviews):
        rng = stream(seed, board.number, "plan")
        made = reviews_of(board, codebook, rng)
        yield _PlannedBoard(board, made, plan(made, codebook, rng))


def _write_board(
    planned: _PlannedBoard,
    codebook: Codebook,
    seed: int,
    codings_per_review: int | None,
    rows: Rows,
) -> Iterator[Review]:
    """Write a board's reviews one after the other."""
    codings = 0
    for place, review in enumerate(planned.reviews):
        rng = stream(seed, planned.board.number, place)
        threads = planned.plan.threads[place]
        makes = Findings(
            review, codebook, rng, threads, planned.plan.again[place], planned.plan.barred[place]
        )
        # What one review has too many is taken from the next, so that the average holds.
        wanted = codings_per_review and codings_per_review * (place + 1) - codings
        findings = makes.make(wanted)
        codings += sum(finding.coding_rows for finding in findings)
        rows.write(review, findings, Answers(review, codebook, rng, threads).make(findings))
        yield review


def _at_least_one(name: str, value: int) -> None:
    if value < 1:
        raise SynthesiseError(f"{name} is {value}. Ask for at least 1.")
