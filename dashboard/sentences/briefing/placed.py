"""How reviews come into a quarter, in words."""

from dashboard.sentences.counts import count

PLACED = {"published": "came out", "practice": "tells of practice that ended"}
"""What a review did that places it in time, by the basis."""


def came(reviews: int, basis: str) -> str:
    """Return how many reviews did what places them in time: "2 reviews came out".

    Args:
        reviews: how many.
        basis: practice or published.
    """
    subject = count(reviews, "review") if reviews else "No review"
    placed = PLACED[basis]
    return f"{subject} {placed.replace('tells', 'tell') if reviews > 1 else placed}"
