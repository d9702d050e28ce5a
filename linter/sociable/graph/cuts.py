"""The cheapest cut: the fewest automations without which a loop is none."""

from collections.abc import Iterable

from sociable.facts.account_kinds import account_kind
from sociable.facts.facts import AutomationFacts
from sociable.graph.loop_search import reactions_left
from sociable.graph.loops import Loop
from sociable.graph.reactions import Reaction
from sociable.records.kept import kept_in_memo
from sociable.setup.handles import named_forms
from sociable.setup.model import Automation

MOST = 3
"""More changes than this are no way out that anybody would call cheap."""

_MOST_AUTOMATIONS = 8
"""In larger loops only a cut by one automation is looked for."""


@kept_in_memo
def cheapest_cut(loop: Loop) -> list[Automation]:
    """The automation that alone ends every walk of a loop; else some, each the one that leaves least; or none at all.

    Whatever ends all walks is on the one that is known, so the first is looked for there. It is looked for once.
    """
    candidates = _models(_least_missed_first(loop))
    most = MOST if len(loop.automations) <= _MOST_AUTOMATIONS else 1
    edges, cut = loop.edges, list[Automation]()
    while edges and len(cut) < most:
        edges, best = _least_left(loop, edges, candidates)
        cut.append(best)
        candidates = _models(edge.automation for edge in edges)
    return cut if not edges else []


def brake(loop: Loop, model: Automation) -> str:
    """The key that would end what an automation does on a loop: ``ignore``, ``once_per`` or ``approval``."""
    edges = [edge for edge in loop.edges if edge.automation.model is model]
    has_person = model.trigger.event.has_person or any(
        edge.transition.hears != model.trigger.event.name for edge in edges
    )
    if not has_person or any(waits_by_name(edge.automation) for edge in edges):
        return "approval"
    return "once_per" if loop.takes_a_stranger else "ignore"


def waits_by_name(automation: AutomationFacts) -> bool:
    """Whether the file names the accounts for which it waits: to pass over them would leave it nothing to do."""
    return any(map(named_forms, automation.only))


def ended_by(loop: Loop, key: str) -> list[AutomationFacts]:
    """The same as ``ended_without``, if this key is the brake in all of them."""
    cut = ended_without(loop)
    return cut if all(brake(loop, each.model) == key for each in cut) else []


def ended_without(loop: Loop) -> list[AutomationFacts]:
    """The automations of the cheapest cut, each on its first account; none if the loop ends by itself."""
    cut = [] if loop.stops_after else cheapest_cut(loop)
    return [next(each for each in loop.automations if each.model is model) for model in cut]


def _least_missed_first(loop: Loop) -> list[AutomationFacts]:
    """Those of the walk, in front those whose source, by the files, only says what it has from the others."""
    steps = [walk_step.step for walk_step in loop.walk]
    sources = {id(step.automation): before.account for before, step in zip((steps[-1], *steps), steps, strict=False)}
    inside = set(map(id, loop.steps))

    def is_missed(automation: AutomationFacts) -> int:
        source = sources[id(automation)]
        says_more = any(step.verb.publishes and id(step) not in inside for step in source.steps)
        if automation.event.author != "watched" or says_more:
            return 2
        return 0 if account_kind(source) == "bot" else 1  # elsewhere, people may write by hand as well

    return sorted((step.automation for step in steps), key=is_missed)


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
