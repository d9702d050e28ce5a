"""Closed walks through a component: short ones that meet every requirement, made of real accounts, and the gravest."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import islice

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.graph.outcome import GRAVITY, WORSE, play
from sociable.graph.reactions import Reaction, StepTest, is_certain
from sociable.graph.state_graph import Component, StateGraph
from sociable.graph.states import Edge, Firing, State
from sociable.graph.walk_steps import WalkStep, with_company
from sociable.records.record import Record


class Leg(Record):
    """One step of a walk: because of ``before``, a reaction brings about ``after``."""

    before: State
    reaction: Reaction
    after: State


LegTest = Callable[[Leg], bool]


def closed_walks(edges: list[Edge], required: list[StepTest]) -> Iterator[list[Leg]]:
    """Through each of the first legs a shortest walk, and one by way of each thing that makes a loop worse.

    No two of the same legs. Where accounts set each other off, none is of an account that only sets off itself. What
    is certain is tried first: whichever comes first in the files, a walk of which all is certain is then among them.
    """
    edges = sorted(edges, key=lambda edge: not is_certain(edge.reaction))
    outgoing: dict[State, list[Firing]] = {}
    for edge in edges:
        outgoing.setdefault(edge.before, []).append(edge.firing)
    fired = [Leg(edge.before, edge.reaction, edge.firing.after[0]) for edge in edges]
    wanted = [*map(_meeting, required), _reaches_another if any(map(_reaches_another, fired)) else _is_any]
    detours = [_is_any, *(each for each in map(_meeting, WORSE) if any(map(each, fired)))]
    starts = (
        Leg(edge.before, edge.reaction, after)
        for edge, leg in zip(edges, fired, strict=True)
        if wanted[0](leg)
        for after in edge.firing.after
    )
    known: set[frozenset[Leg]] = set()
    for start in islice(starts, _STARTS):
        for detour in detours:
            walk = [start]
            for condition in (*wanted[1:], detour):
                if not any(map(condition, walk)):
                    walk += _path(outgoing, walk[-1].after, condition)
            if walk[-1].after != start.before:
                walk += _path(outgoing, walk[-1].after, _leading_to(start.before))
            legs = frozenset(walk)
            if legs not in known:
                known.add(legs)
                yield walk


_STARTS = 8
"""Legs from which a shortest walk is looked for; all of them would take quadratic time."""


def _is_any(_leg: Leg) -> bool:
    return True


def _reaches_another(leg: Leg) -> bool:
    return leg.reaction.transition.how != "self"


def _meeting(condition: StepTest) -> LegTest:
    return lambda leg: condition(leg.reaction.step)


def _leading_to(state: State) -> LegTest:
    return lambda leg: leg.after == state


def _path(outgoing: dict[State, list[Firing]], start: State, is_last: LegTest) -> list[Leg]:
    """The shortest way whose last leg fits, breadth first; inside a component there always is one.

    What fits depends on the firing and where it leads, so each is looked at once, however many set it off.
    """
    came: dict[State, Leg] = {}
    queue = deque([start])
    seen = {start}
    fired: set[Firing] = set()
    while queue:
        state = queue.popleft()
        for firing in outgoing.get(state, ()):
            if firing in fired:
                continue
            fired.add(firing)
            for leg in (Leg(state, firing.reaction, after) for after in firing.after):
                if is_last(leg):
                    return _way_back(came, start, leg)
                if leg.after not in seen:
                    seen.add(leg.after)
                    came[leg.after] = leg
                    queue.append(leg.after)
    raise AssertionError("a component is strongly connected")


def _way_back(came: dict[State, Leg], start: State, last: Leg) -> list[Leg]:
    way = [last]
    while way[-1].before != start:
        way.append(came[way[-1].before])
    return way[::-1]


def concrete(graph: StateGraph, walk: list[Leg], first: AccountFacts) -> tuple[WalkStep, ...]:
    """The walk with real accounts, gone round until it repeats: the part that repeats is the loop.

    It begins at ``first`` if that account is of the class with which the walk begins.
    """
    start, last = walk[0].before, walk[-1]
    account = first if graph.class_of.get(first) == start.at else graph.members[start.at][0]
    actor = graph.other(last.before.at, account) if last.reaction.transition.how != "self" else account
    seen: dict[tuple[int, AccountFacts, AccountFacts], int] = {}
    walk_steps: list[WalkStep] = []
    position = 0
    while (position, account, actor) not in seen:
        seen[position, account, actor] = len(walk_steps)
        _, reaction, after = walk[position]
        own = next(each for each in graph.own[account] if graph.kinds[each] == graph.kinds[reaction])
        walk_steps.append(WalkStep(account, actor, own))
        following = {"self": account, "back": actor}.get(reaction.transition.how)
        account, actor = following or reaction.to or graph.other(after.at, account), account
        position = (position + 1) % len(walk)
    return with_company(tuple(walk_steps[seen[position, account, actor] :]))


def gravest_walk(
    components: list[Component], required: list[StepTest], first: AccountFacts
) -> tuple[tuple[WalkStep, ...], str]:
    """Of the short closed walks that meet every requirement, the one that ends worst.

    Of those that end alike, the shortest; then one that is certain, then the first in the files.
    """
    played = []
    for graph, edges in _unlike(components):
        for walk in closed_walks(edges, required):
            walk_steps = _from_its_first(concrete(graph, walk, first))
            verdict = play(walk_steps)
            doubtful = not all(is_certain(each.reaction) for each in walk_steps)
            place = [place_in_files(each.step) for each in walk_steps]
            played.append((-GRAVITY.index(verdict), len(walk_steps), doubtful, place, walk_steps, verdict))
    *_, walk_steps, verdict = min(played, key=lambda each: each[:4])
    return walk_steps, verdict


def _unlike(components: list[Component]) -> Iterable[Component]:
    """One component of each sort: what is done alike by others ends alike."""
    sorts: dict[Hashable, Component] = {}
    for component in components:
        graph, edges = component
        sort = (id(graph), len(edges), frozenset(graph.kinds[edge.reaction] for edge in edges))
        known = sorts.get(sort)
        if known is None or _begins(component) < _begins(known):
            sorts[sort] = component
    return sorts.values()


def _begins(component: Component) -> tuple[str, int, str]:
    return min(place_in_files(edge.reaction.step) for edge in component.edges)


def _from_its_first(walk_steps: tuple[WalkStep, ...]) -> tuple[WalkStep, ...]:
    """A circle has no beginning: let it begin where it comes first in the files."""
    start = min(range(len(walk_steps)), key=lambda number: place_in_files(walk_steps[number].step))
    return walk_steps[start:] + walk_steps[:start]


def place_in_files(step: StepFacts) -> tuple[str, int, str]:
    """Path, offset and account: what comes first in the files is least."""
    return step.span.path, step.span.start, step.account.id
