"""Which appraisal is shown, on a page that draws one of them, or all together."""

from collections.abc import Collection

from dashboard.charts.factor_recurrence import NAMES
from dashboard.chosen import Chosen, first_appraisal
from dashboard.views.parts.settings import choose
from queries.selection import Selection

ANY = "any"
SETTING, LABEL = "appraised", "Found as"


def appraised(chosen: Chosen) -> str:
    """Draw the choice of an appraisal, where the findings have more than one.

    Args:
        chosen: the reader's choice, which may have left some appraisals out.

    Returns:
        The appraisal, or nothing for all of them together.
    """
    labels = chosen.labels["appraisals"]
    options = {one: labels[one] for one in chosen.appraisals_left}
    if len(options) < 2:
        return ""
    held = choose(SETTING, LABEL, {ANY: "Any of these", **options}, ANY, kind="select")
    return "" if held == ANY else held


def only_as(chosen: Chosen, selection: Selection) -> tuple[str, ...]:
    """Say in a line what a download is narrowed to, where the page counts one appraisal only.

    Args:
        chosen: the reader's choice.
        selection: what is counted.
    """
    if selection.appraisals == chosen.selection.appraisals:
        return ()
    labels = chosen.labels["appraisals"]
    return tuple(f"{LABEL}: {labels[one]}" for one in selection.appraisals)


def one_appraisal(offered: Collection[str]) -> str:
    """Draw the choice of one appraisal of those that there are; nothing where there is but one.

    Returns:
        The appraisal: the problem, if it is there, where nothing is chosen.
    """
    options = {one: name for one, name in NAMES.items() if one in offered}
    first = first_appraisal(offered)
    return choose(SETTING, LABEL, options, first) if len(options) > 1 else first
