"""Loops: closed walks on which each step sets off the next.

States are events that happen: what, at whose account, by whom. Accounts that behave alike are one
class, so the graph stays small however many accounts there are. Edges are filtered before strongly
connected components are looked for: a loop that is braked in one place must not hide one that is
not. Every edge of a component lies on a closed walk, so a component in which each required step
occurs holds a loop with all of them.
"""

from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from linter.causality.behaviours import Behaviour, Keep, admits, behaviours, is_certain, singled_out
from linter.causality.components import strongly_connected
from linter.causality.play import GRAVITY, WORSE, play
from linter.deriving.facts import AccountFacts, AutomationFacts, Facts, StepFacts


class State(NamedTuple):
    """An event at an account of one class, by an account of another, with what was said."""

    event: str
    at: int
    by: int
    said: str | None


class Station(NamedTuple):
    """One step of a walk with real accounts: ``actor`` did something to ``account``, which now acts."""

    account: AccountFacts
    actor: AccountFacts
    behaviour: Behaviour

    @property
    def step(self) -> StepFacts:
        return self.behaviour.step


class FoundLoop(NamedTuple):
    """A loop, with every automation that is on some closed walk of it, and a shortest walk."""

    automations: tuple[AutomationFacts, ...]
    accounts: tuple[AccountFacts, ...]
    steps: tuple[StepFacts, ...]
    walk: tuple[Station, ...]
    verdict: str
    certainty: str


Edge = tuple[State, Behaviour, State]
Component = list[Edge]
"""Edges each of which lies on a closed walk of the others."""

StepTest = Callable[[StepFacts], bool]


def find_loops(facts: Facts, keep: Keep, required: list[StepTest]) -> list[FoundLoop]:
    """Loops made only of steps that pass ``keep`` and on which each of ``required`` holds somewhere.

    One for each set of automations that hang together, in file order.
    """
    if not all(any(map(wanted, facts.steps)) for wanted in required):
        return []
    edges = behaviours(facts, keep)
    world = _World(facts, _on_event_cycles(edges), required)
    found: list[Component] = []
    for component in strongly_connected(world.states(), world.successors):
        states = frozenset(component)
        inside = [edge for state in component for edge in world.edges(state) if edge[2] in states]
        if inside and all(any(wanted(edge[1].step) for edge in inside) for wanted in required):
            found.append(inside)
    loops = [
        _loop(world, components, required, accounts)
        for components in _hanging_together(found)
        for accounts in _accounts(world, components)
    ]
    return sorted(loops, key=lambda loop: _position(loop.steps[0]))


def _on_event_cycles(edges: list[Behaviour]) -> list[Behaviour]:
    """Drop what can be on no loop because its events never lead back, whoever the accounts are."""
    follows: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for edge in edges:
        platform = edge.automation.account.platform
        follows.setdefault((platform, edge.hears), set()).add((platform, edge.emits))
    component_of: dict[tuple[str, str], int] = {}
    for number, component in enumerate(strongly_connected(list(follows), lambda node: iter(follows.get(node, ())))):
        component_of.update(dict.fromkeys(component, number))
    return [
        edge
        for edge in edges
        if component_of.get((platform := edge.automation.account.platform, edge.hears))
        == component_of.get((platform, edge.emits), -1)
    ]


class _World:
    """Account classes and the graph of states over them.

    Accounts are of one class when nobody could tell them apart: neither another account, nor one of
    the ``required`` tests, nor somebody who watches how the walk ends.
    """

    def __init__(self, facts: Facts, edges: list[Behaviour], required: list[StepTest]) -> None:
        self.own: dict[AccountFacts, list[Behaviour]] = {}
        by_account = self.own
        for edge in edges:
            by_account.setdefault(edge.automation.account, []).append(edge)
        for edge in edges:
            if edge.to is not None:
                by_account.setdefault(edge.to, [])
        alone = singled_out(facts) | {edge.to.id.casefold() for edge in edges if edge.to is not None}
        self.listens_to_words = {edge.hears for edge in edges if "contains" in edge.automation.model.trigger.narrowed}
        self.kinds: dict[Behaviour, object] = {edge: self._kind(edge, required) for edge in edges}
        self.members: list[list[AccountFacts]] = []
        self.behaviours: list[dict[str, list[Behaviour]]] = []
        self.class_of: dict[AccountFacts, int] = {}
        self.listeners: dict[tuple[str, str], list[int]] = {}
        numbers: dict[object, int] = {}
        for account, own in by_account.items():
            single = not alone.isdisjoint((account.id.casefold(), account.model.handle.casefold()))
            label = account.model.automated_label
            kinds = frozenset(self.kinds[edge] for edge in own)
            kind = (account.platform, label, account.id if single else "", kinds)
            number = numbers.setdefault(kind, len(numbers))
            if number == len(self.members):
                self._add_class(account, own, number)
            self.members[number].append(account)
            self.class_of[account] = number
        self._edges: dict[State, list[Edge]] = {}

    def _kind(self, edge: Behaviour, required: list[StepTest]) -> object:
        """What tells a behaviour from others, but for whose it is."""
        automation, step = edge.automation.model, edge.step
        return (
            (edge.hears, edge.emits, edge.how, edge.to.id if edge.to else "", self._said(edge)),
            (automation.ignore, automation.only_from, tuple(sorted(automation.trigger.narrowed.items()))),
            (step.verb.name, step.target.kind, tuple(wanted(step) for wanted in required)),
        )

    def _add_class(self, account: AccountFacts, own: list[Behaviour], number: int) -> None:
        self.members.append([])
        heard: dict[str, list[Behaviour]] = {}
        for edge in own:
            heard.setdefault(edge.hears, []).append(edge)
        self.behaviours.append(heard)
        for event in heard:
            self.listeners.setdefault((account.platform, event), []).append(number)

    def states(self) -> list[State]:
        """Where a loop can begin: anything that somebody of ours can do to somebody of ours who listens."""
        found: dict[State, None] = {}
        for number, heard in enumerate(self.behaviours):
            for edge in (edge for own in heard.values() for edge in own):
                for place in self._places(edge, number):
                    found[State(edge.emits, place, number, self._said(edge))] = None
        return list(found)

    def _places(self, edge: Behaviour, at: int) -> list[int]:
        """The classes that may notice what a member of class ``at`` does; nobody notices what they do to themselves."""
        if edge.how == "self":
            return [at]
        platform = self.members[at][0].platform
        listeners = self.listeners.get((platform, edge.emits), [])
        if edge.to is not None:
            listeners = [self.class_of[edge.to]] if edge.to.platform == platform else []
        return [place for place in listeners if place != at or len(self.members[at]) > 1]

    def _said(self, edge: Behaviour) -> str | None:
        return edge.said if edge.emits in self.listens_to_words else None

    def edges(self, state: State) -> list[Edge]:
        """What follows from a state."""
        known = self._edges.get(state)
        if known is None:
            known = self._edges[state] = [
                (state, edge, after)
                for edge in self.behaviours[state.at].get(state.event, ())
                if admits(edge, self.members[state.by][0], state.said)
                for after in self._after(state, edge)
            ]
        return known

    def _after(self, state: State, edge: Behaviour) -> Iterator[State]:
        for place in [state.by] if edge.how == "back" else self._places(edge, state.at):
            yield State(edge.emits, place, state.at, self._said(edge))

    def successors(self, state: State) -> Iterator[State]:
        """The states that follow, for the search for components."""
        return (after for _, _, after in self.edges(state))


def _hanging_together(found: list[Component]) -> list[list[Component]]:
    """Components that share an automation are told as one, though no walk leads from one to the other."""
    owner: dict[int, int] = {}
    parents = list(range(len(found)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for number, edges in enumerate(found):
        for _, behaviour, _ in edges:
            first = owner.setdefault(id(behaviour.automation), number)
            parents[root(number)] = root(first)
    groups: dict[int, list[Component]] = {}
    for number, component in enumerate(found):
        groups.setdefault(root(number), []).append(component)
    return list(groups.values())


def _accounts(world: _World, components: list[Component]) -> list[list[AccountFacts]]:
    """The accounts that hang together: all of them, or each by itself if each only sets itself off."""
    edges = [edge for component in components for edge in component]
    accounts = list(dict.fromkeys(account for edge in edges for account in world.members[edge[0].at]))
    return [[account] for account in accounts] if all(edge[1].how == "self" for edge in edges) else [accounts]


def _loop(
    world: _World, components: list[Component], required: list[StepTest], accounts: list[AccountFacts]
) -> FoundLoop:
    on_loop = {(edge[0].at, world.kinds[edge[1]]) for component in components for edge in component}
    on_them = (
        behaviour.step
        for account in accounts
        for behaviour in world.own[account]
        if (world.class_of[account], world.kinds[behaviour]) in on_loop
    )
    steps = sorted(dict.fromkeys(on_them), key=_position)
    automations = tuple(dict.fromkeys(step.automation for step in steps))
    walk, verdict = _gravest_walk(world, components, required, accounts[0])
    certain = all(is_certain(station.behaviour) for station in walk)
    return FoundLoop(automations, tuple(accounts), tuple(steps), walk, verdict, "certain" if certain else "may")


def _gravest_walk(
    world: _World, components: list[Component], required: list[StepTest], first: AccountFacts
) -> tuple[tuple[Station, ...], str]:
    """Of the short closed walks that meet every requirement, the one that ends worst; then the first in the files."""
    played = []
    for walk in (walk for component in components for walk in _closed_walks(component, required)):
        stations = _from_its_first(_concrete(world, walk, first))
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


def _closed_walks(edges: Component, required: list[StepTest]) -> Iterator[list[Edge]]:
    """Through each of the first edges a shortest walk, and one by way of each thing that makes a loop worse."""
    outgoing: dict[State, list[Edge]] = {}
    for edge in edges:
        outgoing.setdefault(edge[0], []).append(edge)
    wanted = required or [_any_step]
    detours = [_any_step, *(each for each in WORSE if any(each(edge[1].step) for edge in edges))]
    starts = [edge for edge in edges if wanted[0](edge[1].step)]
    for start in starts[:_STARTS]:
        for detour in detours:
            walk = [start]
            for condition in (*wanted[1:], detour):
                if not any(condition(edge[1].step) for edge in walk):
                    walk += _path(outgoing, walk[-1][2], _meeting(condition))
            if walk[-1][2] != start[0]:
                walk += _path(outgoing, walk[-1][2], _leading_to(start[0]))
            yield walk


_STARTS = 16
"""Edges from which a shortest walk is looked for; all of them would take quadratic time."""


def _any_step(_step: StepFacts) -> bool:
    return True


def _meeting(condition: StepTest) -> Callable[[Edge], bool]:
    return lambda edge: condition(edge[1].step)


def _leading_to(state: State) -> Callable[[Edge], bool]:
    return lambda edge: edge[2] == state


def _path(outgoing: dict[State, list[Edge]], start: State, is_last: Callable[[Edge], bool]) -> list[Edge]:
    """The shortest way whose last edge fits, breadth first; inside a component there always is one."""
    came: dict[State, Edge] = {}
    queue = deque([start])
    seen = {start}
    while queue:
        state = queue.popleft()
        for edge in outgoing.get(state, ()):
            if is_last(edge):
                way = [edge]
                while way[-1][0] != start:
                    way.append(came[way[-1][0]])
                return way[::-1]
            if edge[2] not in seen:
                seen.add(edge[2])
                came[edge[2]] = edge
                queue.append(edge[2])
    raise AssertionError("a component is strongly connected")


def _concrete(world: _World, walk: list[Edge], first: AccountFacts) -> tuple[Station, ...]:
    """The walk with real accounts, gone round until it repeats: the part that repeats is the loop.

    It begins at ``first`` if that account is of the class with which the walk begins.
    """
    start = walk[0][0]
    account = first if world.class_of[first] == start.at else world.members[start.at][0]
    actor = _other(world, start.by, account) if walk[-1][1].how != "self" else account
    seen: dict[tuple[int, AccountFacts, AccountFacts], int] = {}
    stations: list[Station] = []
    position = 0
    while (position, account, actor) not in seen:
        seen[position, account, actor] = len(stations)
        _, edge, after = walk[position]
        own = next(each for each in world.own[account] if world.kinds[each] == world.kinds[edge])
        stations.append(Station(account, actor, own))
        following = {"self": account, "back": actor}.get(edge.how) or edge.to or _other(world, after.at, account)
        account, actor = following, account
        position = (position + 1) % len(walk)
    return tuple(stations[seen[position, account, actor] :])


def _other(world: _World, number: int, account: AccountFacts) -> AccountFacts:
    """A member of a class that is not this account."""
    return next((each for each in world.members[number] if each is not account), world.members[number][0])
