"""Which appraisal is counted, on a page that draws one of them or all together."""

from dashboard.views.chosen import Chosen
from dashboard.views.parts.settings import choose

ANY = "any"


def appraised(chosen: Chosen) -> str:
    """Draw the choice of an appraisal, where the findings have more than one.

    Args:
        chosen: the reader's choice, which may have left some appraisals out.

    Returns:
        The appraisal, or nothing for all of them together.
    """
    kept = chosen.selection.appraisals
    labels = chosen.labels["appraisals"]
    options = {one: label for one, label in labels.items() if not kept or one in kept}
    if len(options) < 2:
        return ""
    held = choose("appraised", "Found as", {ANY: "Any of these", **options}, ANY, kind="select")
    return "" if held == ANY else held
