"""The cheapest cut: the fewest automations without which a loop is none."""

from collections.abc import Iterable

from sociable.facts.facts import AutomationFacts
from sociable.graph.loops import Loop, reactions_left
from sociable.graph.reactions import Reaction
from sociable.setup.model import Automation

MOST = 3
"""More changes than this are no way out that anybody would call cheap."""

_MOST_AUTOMATIONS = 8
"""In larger loops only a cut by one automation is looked for."""


def cheapest_cut(loop: Loop) -> list[Automation]:
    """The automation that alone ends every walk of a loop; else some, each the one that leaves least; or none at all.

    Whatever ends all walks is on the one that is known, so the first is looked for there.
    """
    candidates = _models(walk_step.step.automation for walk_step in loop.walk)
    most = MOST if len(loop.automations) <= _MOST_AUTOMATIONS else 1
    edges, cut = loop.edges, list[Automation]()
    while edges and len(cut) < most:
        edges, best = _least_left(loop, edges, candidates)
        cut.append(best)
        candidates = _models(edge.automation for edge in edges)
    return cut if not edges else []


def _models(automations: Iterable[AutomationFacts]) -> list[Automation]:
    """What the files say of them, each once: one that runs on several accounts is changed for all of them."""
    return list({id(each.model): each.model for each in automations}.values())


def _least_left(
    loop: Loop, edges: tuple[Reaction, ...], candidates: list[Automation]
) -> tuple[tuple[Reaction, ...], Automation]:
    """What is left without the best of the candidates, and which one that is."""
    least, best = edges, candidates[0]
    for model in candidates:
        left = reactions_left(loop, _without(edges, model))
        if len(left) < len(least):
            least, best = left, model
        if not least:
            break
    return least, best


def _without(edges: tuple[Reaction, ...], model: Automation) -> tuple[Reaction, ...]:
    return tuple(edge for edge in edges if edge.automation.model is not model)
