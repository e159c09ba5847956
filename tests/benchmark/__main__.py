"""Run every part of the benchmark, or those that are named."""

import argparse
import tempfile
from pathlib import Path

from dashboard import places
from pipeline.synthesise import synthesise
from tests.benchmark import briefings, comparing, estimating, loading, pages, questions, starting

REVIEWS = 10_000
CODINGS_PER_REVIEW = 100
SEED = 1


def main() -> None:
    """Make the made-up reviews, then measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--reviews", type=int, default=REVIEWS)
    parser.add_argument("--source", type=Path, help="a source made before, to save time")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = chosen.source or folder / "made-up"
        if chosen.source is None:
            print(f"Making {chosen.reviews:,} reviews up ...", flush=True)
            synthesise(
                source,
                chosen.reviews,
                SEED,
                places.codebooks(),
                codings_per_review=CODINGS_PER_REVIEW,
            )
        builds = loading.measure(source, folder)
        print(loading.describe(builds))
        questions.measure(builds)
        estimating.measure()
        comparing.measure()
        briefings.measure(folder)
        pages.measure(builds)
        starting.measure(builds)


if __name__ == "__main__":
    main()
