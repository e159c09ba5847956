"""What a reader must be told beside a number."""

from collections.abc import Sequence

from dashboard.sentences.counts import listed

IN_THE_SAME_REVIEW = (
    "These agencies stand in the same review as the factor. "
    "It is not known whether the factor was found at them."
)
IN_THIS_REVIEW = "They stand in this review. It is not known whether anything was found at them."
NOT_CAUSED_BY = (
    "A factor is found in a review. That does not mean that it caused what happened, and a factor "
    "that a review does not mention may have been there all the same."
)


def made_up(titles: Sequence[str]) -> str:
    """Return the notice that stands wherever made-up reviews are shown.

    Args:
        titles: titles of the made-up sources shown, at least one.
    """
    return (
        f"Made-up data: the reviews of {listed(titles)} were made up to show how this works. "
        "They are about nobody, and nothing may be concluded from them."
    )
