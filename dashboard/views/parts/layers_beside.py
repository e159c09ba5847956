"""Which framework's layers stand beside the factors that are counted."""

from dataclasses import replace
from typing import NamedTuple

from dashboard.chosen import Chosen
from dashboard.database import choices
from dashboard.sentences.counts import NO_LAYER
from queries.selection import NONE


class Layers(NamedTuple):
    """The layers of a framework that the chosen sources use."""

    framework: str
    labels: dict[str, str]  # code -> name, in their order; NONE is beside no layer at all
    is_own: bool  # whether the framework is the one that is counted in


def layers_beside(chosen: Chosen) -> Layers | None:
    """Return the layers of the framework counted in, or else of the first other that has any."""
    own = chosen.selection.framework
    others = [one.framework_id for one in chosen.frameworks if one.framework_id != own]
    for framework in filter(None, (own, *others)):
        found = choices(replace(chosen.default, framework=framework))["layers"]
        if found:
            labels = {layer: label for layer, (label, _) in found.items()}
            return Layers(framework, labels | {NONE: NO_LAYER}, framework == own)
    return None
