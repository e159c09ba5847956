"""The source.toml of a made-up source: what it is, and what may not be concluded from it."""

from pipeline.synthesise.boards import ANYTOWN
from pipeline.synthesise.codebook import FRAMEWORK
from pipeline.synthesise.dates import AS_AT, FIRST_DAY

_SETTINGS = """\
title = "{title} (made up)"
licence = "CC0-1.0: no rights reserved"
citation = "Made up by Crossreview's own generator: {reviews} {noun}, seed {seed}."
about = \"\"\"
Nothing in these files happened. {they_are} {reviews} made-up {noun} of {whose}, in the
shape that Learning Together style reviews and multi-agency audits have: practice from April 2017 to
March 2025, written down as at {as_at}, coded with the layered framework of
contributory factors. They show what Crossreview does with coded findings, actions and sign-off
dates together.
\"\"\"
cautions = [
    "Nothing here happened: boards, regions, reviews, findings and quotations are made up.",
    "No share, trend or pair of factors says anything about real agencies, boards or families.",
    "How often a factor is found was chosen by us, and is no benchmark.",
    "Whether a factor comes back after sign-off was decided by the generator, not by any action.",
]
is_made_up = true
attribution = "coded"
frameworks = ["{framework}"]
covers_from = {covers_from}
covers_to = {covers_to}
"""


def settings(boards: int, reviews: int, seed: int) -> str:
    """Word the source.toml of so many boards and reviews made with a seed."""
    return _SETTINGS.format(
        title=ANYTOWN if boards == 1 else f"{boards} safeguarding partnerships",
        whose="one made-up board" if boards == 1 else f"{boards} made-up boards",
        reviews=reviews,
        noun="review" if reviews == 1 else "reviews",
        they_are="This is" if reviews == 1 else "They are",
        seed=seed,
        as_at=f"{AS_AT.day} {AS_AT:%B %Y}",
        framework=FRAMEWORK,
        covers_from=FIRST_DAY.isoformat(),
        covers_to=AS_AT.isoformat(),
    )
