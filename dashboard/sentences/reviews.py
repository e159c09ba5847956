"""How a review is named: by its source too, where several are counted together."""

from collections.abc import Mapping


def review_named(reference: str, source_id: str, sources: Mapping[str, str]) -> str:
    """Return a reference with its source, where several are chosen: "SCR-01 (North)".

    Args:
        reference: the source's own reference of the review.
        source_id: code of the source.
        sources: `Chosen.sources_named`: empty where one is chosen.
    """
    return f"{reference} ({sources[source_id]})" if sources else reference
