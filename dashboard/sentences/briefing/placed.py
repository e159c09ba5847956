"""How reviews come into a quarter, in words."""

from dashboard.sentences.counts import count


def came(reviews: int, basis: str) -> str:
    """Return how many reviews did what places them in time: "2 reviews came out".

    Args:
        reviews: how many.
        basis: practice or published.
    """
    subject = count(reviews, "review") if reviews else "No review"
    if basis == "published":
        return f"{subject} came out"
    return f"{subject} {'tell' if reviews > 1 else 'tells'} of practice that ended"
