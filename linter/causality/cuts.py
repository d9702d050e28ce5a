"""The cheapest cut: the fewest automations without which a loop is none."""

from linter.causality.behaviours import Behaviour
from linter.causality.loops import FoundLoop, behaviours_left
from linter.model import Automation

MOST = 3
"""More changes than this are no way out that anybody would call cheap."""

_MOST_AUTOMATIONS = 8
"""In larger loops only a cut by one automation is looked for."""


def cheapest_cut(loop: FoundLoop) -> list[Automation]:
    """The automation that alone ends every walk of a loop; else some, each the one that leaves least; or none at all.

    Whatever ends all walks is on the one that is known.
    """
    on_walk = list(dict.fromkeys(id(station.step.automation.model) for station in loop.walk))
    models = {id(automation.model): automation.model for automation in loop.automations}
    for number in on_walk:
        if not behaviours_left(loop, _without(loop.edges, models[number])):
            return [models[number]]
    cut: list[Automation] = []
    edges = loop.edges if len(models) <= _MOST_AUTOMATIONS else ()
    while edges and len(cut) < MOST:
        rests = [
            (behaviours_left(loop, _without(edges, model)), model) for model in models.values() if model not in cut
        ]
        edges, best = min(rests, key=lambda each: len(each[0]))
        cut.append(best)
    return cut if not edges else []


def _without(edges: tuple[Behaviour, ...], model: Automation) -> tuple[Behaviour, ...]:
    return tuple(edge for edge in edges if edge.automation.model is not model)
