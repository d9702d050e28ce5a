"""Loops: closed walks on which each step sets off the next.

Edges are filtered before strongly connected components are looked for: a loop that is braked in one
place must not hide one that is not. Every edge of a component lies on a closed walk, so a component
in which each required step occurs holds a loop with all of them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from linter.causality.behaviours import Behaviour, Keep, behaviours, is_certain
from linter.causality.components import strongly_connected
from linter.causality.play import GRAVITY, play
from linter.causality.walks import Station, closed_walks, concrete
from linter.causality.world import Edge, StepTest, World
from linter.deriving.facts import AccountFacts, AutomationFacts, Facts, StepFacts


class FoundLoop(NamedTuple):
    """A loop, with every automation that is on some closed walk of it, and a shortest walk."""

    automations: tuple[AutomationFacts, ...]
    accounts: tuple[AccountFacts, ...]
    steps: tuple[StepFacts, ...]
    walk: tuple[Station, ...]
    verdict: str
    certainty: str


class _Component(NamedTuple):
    """Edges each of which lies on a closed walk of the others."""

    world: World
    edges: list[Edge]


def find_loops(facts: Facts, keep: Keep, required: list[StepTest]) -> list[FoundLoop]:
    """Loops made only of steps that pass ``keep`` and on which each of ``required`` holds somewhere.

    One for each set of automations that hang together, in file order.
    """
    found = [
        component
        for circle in _event_circles(behaviours(facts, keep))
        if _meets(required, circle)
        for component in _components(World(circle, required), required)
    ]
    loops = [
        _loop(components, required, accounts)
        for components in _hanging_together(found)
        for accounts in _accounts(components)
    ]
    return sorted(loops, key=lambda loop: _position(loop.steps[0]))


def _meets(required: list[StepTest], edges: Iterable[Behaviour]) -> bool:
    steps = [edge.step for edge in edges]
    return all(any(map(wanted, steps)) for wanted in required)


def _event_circles(edges: list[Behaviour]) -> list[list[Behaviour]]:
    """The edges of each platform by events that can lead back to each other, whoever the accounts are.

    No loop leaves such a circle, so each can be looked at by itself; what is in none is on no loop.
    """
    follows: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for edge in edges:
        platform = edge.automation.account.platform
        follows.setdefault((platform, edge.hears), set()).add((platform, edge.emits))
    circle_of: dict[tuple[str, str], int] = {}
    for number, circle in enumerate(strongly_connected(list(follows), lambda node: iter(follows.get(node, ())))):
        circle_of.update(dict.fromkeys(circle, number))
    circles: dict[int, list[Behaviour]] = {}
    for edge in edges:
        platform = edge.automation.account.platform
        if circle_of[platform, edge.hears] == circle_of[platform, edge.emits]:
            circles.setdefault(circle_of[platform, edge.hears], []).append(edge)
    return list(circles.values())


def _components(world: World, required: list[StepTest]) -> Iterable[_Component]:
    for component in strongly_connected(world.states(), world.successors):
        states = frozenset(component)
        inside = [edge for state in component for edge in world.edges(state) if edge.after in states]
        if inside and _meets(required, (edge.behaviour for edge in inside)):
            yield _Component(world, inside)


def _hanging_together(found: list[_Component]) -> list[list[_Component]]:
    """Components that share an automation are told as one, though no walk leads from one to the other."""
    owner: dict[int, int] = {}
    parents = list(range(len(found)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for number, component in enumerate(found):
        for edge in component.edges:
            first = owner.setdefault(id(edge.behaviour.automation), number)
            parents[root(number)] = root(first)
    groups: dict[int, list[_Component]] = {}
    for number, component in enumerate(found):
        groups.setdefault(root(number), []).append(component)
    return list(groups.values())


def _accounts(components: list[_Component]) -> list[list[AccountFacts]]:
    """The accounts that hang together: all of them, or each by itself if each only sets itself off."""
    edges = [(world, edge) for world, inside in components for edge in inside]
    accounts = list(dict.fromkeys(account for world, edge in edges for account in world.members[edge.before.at]))
    return [[each] for each in accounts] if all(edge.behaviour.how == "self" for _, edge in edges) else [accounts]


def _loop(components: list[_Component], required: list[StepTest], accounts: list[AccountFacts]) -> FoundLoop:
    steps = sorted(dict.fromkeys(_steps(components, accounts)), key=_position)
    automations = tuple(dict.fromkeys(step.automation for step in steps))
    walk, verdict = _gravest_walk(components, required, accounts[0])
    certain = all(is_certain(station.behaviour) for station in walk)
    return FoundLoop(automations, tuple(accounts), tuple(steps), walk, verdict, "certain" if certain else "may")


def _steps(components: list[_Component], accounts: list[AccountFacts]) -> Iterable[StepFacts]:
    """The steps of these accounts that are on a loop."""
    for world in dict.fromkeys(component.world for component in components):
        inside = (edge for component in components if component.world is world for edge in component.edges)
        on_loop = {(edge.before.at, world.kinds[edge.behaviour]) for edge in inside}
        for account in accounts:
            for behaviour in world.own.get(account, ()):
                if (world.class_of[account], world.kinds[behaviour]) in on_loop:
                    yield behaviour.step


def _gravest_walk(
    components: list[_Component], required: list[StepTest], first: AccountFacts
) -> tuple[tuple[Station, ...], str]:
    """Of the short closed walks that meet every requirement, the one that ends worst; then the first in the files."""
    played = []
    for world, edges in components:
        for walk in closed_walks(edges, required):
            stations = _from_its_first(concrete(world, walk, first))
            verdict = play([(each.account, each.actor, each.step) for each in stations])
            played.append(
                (-GRAVITY.index(verdict), len(stations), [_position(each.step) for each in stations], stations, verdict)
            )
    *_, stations, verdict = min(played, key=lambda each: each[:3])
    return stations, verdict


def _from_its_first(stations: tuple[Station, ...]) -> tuple[Station, ...]:
    """A circle has no beginning: let it begin where it comes first in the files."""
    start = min(range(len(stations)), key=lambda number: _position(stations[number].step))
    return stations[start:] + stations[:start]


def _position(step: StepFacts) -> tuple[str, int, str]:
    return step.span.path, step.span.start, step.account.id
