"""Loops: closed walks on which each step sets off the next.

Edges are filtered before strongly connected components are looked for: a loop that is braked in one
place must not hide one that is not. Every edge of a component lies on a closed walk, so a component
in which each required step occurs holds a loop with all of them. What an account does because of its
own doings is a loop by itself, whatever larger one it also lies on.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property

from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.graph.components import joined, strongly_connected
from sociable.graph.growth import fork
from sociable.graph.reactions import Reaction, by_name, is_certain, on_circles, watched_elsewhere, without_own
from sociable.graph.state_graph import Component, Edge, Firing, Node, State, StateGraph, StepTest
from sociable.graph.walk_pace import Pace, pace_of, stops_after
from sociable.graph.walk_steps import WalkStep
from sociable.graph.walks import gravest_walk, place_in_files
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.setup.model import Account, Named
from sociable.vocabulary.events import EVENTS

Keep = Callable[[StepFacts], bool]


class Loop:
    """A loop, with every automation that is on some closed walk of it.

    ``edges`` is everything that may happen on it, ``required`` what makes it one of those asked for. What only
    those want to know who tell of it is worked out when somebody asks, and what takes long to is kept in ``memo``.
    """

    def __init__(
        self,
        components: "list[Component]",
        required: list[StepTest],
        accounts: list[AccountFacts],
        *,
        with_stranger: bool = False,
    ) -> None:
        self._components = components
        self._with_stranger = with_stranger
        self.required = tuple(required)
        self.accounts = tuple(accounts)
        self.memo: dict[str, Any] = {}
        edges = sorted(dict.fromkeys(_edges(components, accounts)), key=lambda edge: place_in_files(edge.step))
        self.edges: tuple[Reaction, ...] = tuple(edges)
        self.steps: tuple[StepFacts, ...] = tuple(dict.fromkeys(edge.step for edge in edges))
        self.automations: tuple[AutomationFacts, ...] = tuple(dict.fromkeys(step.automation for step in self.steps))

    @cached_property
    def _walk_and_verdict(self) -> tuple[tuple[WalkStep, ...], str]:
        return gravest_walk(self._components, list(self.required), self.accounts[0])

    @property
    def walk(self) -> tuple[WalkStep, ...]:
        """A short closed walk: of those that meet every requirement, the one that ends worst."""
        return self._walk_and_verdict[0]

    @property
    def verdict(self) -> str:
        """How the walk ends: one of ``VERDICTS``."""
        return self._walk_and_verdict[1]

    @property
    def certainty(self) -> str:
        """One of ``CERTAINTIES``."""
        if self._with_stranger:
            return "mirror"
        return "certain" if all(is_certain(walk_step.reaction) for walk_step in self.walk) else "may"

    @cached_property
    def stops_after(self) -> int:
        """The number of steps after which a brake ends the walk, 0 if none does."""
        return stops_after(self.walk)

    @cached_property
    def fork(self) -> tuple[StepFacts, ...]:
        """The steps into which one event divides; empty if it does not become more each time round."""
        for graph, inside in self._components:
            if branches := fork(inside):
                account = self.accounts[0] if len(self.accounts) == 1 else branches[0].automation.account
                kinds = dict.fromkeys(graph.kinds[each] for each in branches)
                return tuple(dict.fromkeys(each.step for kind in kinds for each in graph.alike[account, kind]))
        return ()

    @property
    def growth(self) -> str:
        """``plain`` or ``multiplies``."""
        return "multiplies" if self.fork else "plain"

    @property
    def pace(self) -> Pace | None:
        """How often the walk can be gone round at most, if anything limits it."""
        return pace_of(self.walk)

    @property
    def is_slow(self) -> bool:
        """Limits let it come round once a day at most."""
        return self.pace is not None and self.pace.is_slow

    @property
    def platforms(self) -> int:
        """On how many platforms its accounts are."""
        return len({account.platform for account in self.accounts})


class Question(Record):
    """What stands for a filter and for what is required: equal questions have equal answers."""

    filters: Hashable
    required: Hashable = ()


class Causality:
    """What can set off what in one setup, worked out once for every question about loops."""

    def __init__(self, facts: Facts) -> None:
        self._every = on_circles(facts)
        self._named = by_name(facts.accounts)
        self._ours = [edge for circle in self._circles(without_own(self._every)) for edge in _on_loops(circle)]
        self._kept: dict[Hashable, list[list[Reaction]]] = {}
        self._known: dict[Question, list[Loop]] = {}
        self._searched = _Searched()

    def may_loop(self) -> bool:
        """Whether there is a loop if nothing is filtered."""
        return bool(self._ours)

    def may_mirror(self) -> bool:
        """Whether anything is left that a stranger's automation can set off."""
        return any(map(_meets_strangers, self._every))

    def loops(self, keep: Keep, required: list[StepTest], question: Question | None = None) -> list[Loop]:
        """Loops made only of steps that pass ``keep`` and on which each of ``required`` holds somewhere.

        One for each account and what it does that only sets itself off, and one for each set of automations by which
        accounts set each other off and that hang together, in file order. First those that nothing ends; what hangs
        together with none of them may be ended by a brake. What has been asked before under the same ``question`` is
        not worked out again.
        """
        if question is None:
            return self._look_for(self._circles([edge for edge in self._ours if keep(edge.step)]), required)
        if question not in self._known:
            if question.filters not in self._kept:
                self._kept[question.filters] = self._circles([edge for edge in self._ours if keep(edge.step)])
            self._known[question] = self._look_for(self._kept[question.filters], required)
        return self._known[question]

    def _look_for(self, kept: list[list[Reaction]], required: list[StepTest]) -> list[Loop]:
        lasting = [[edge for edge in circle if edge.bound is None] for circle in kept]
        loops = _found([part for circle in lasting for part in self._circles(circle)], required, self._searched)
        told = {id(automation) for loop in loops for automation in loop.automations}
        ending = [circle for circle in kept if any(edge.bound for edge in circle)]
        for loop in _found(ending, required, self._searched):
            if told.isdisjoint(map(id, loop.automations)):
                loops.append(loop)
        return sorted(loops, key=lambda loop: place_in_files(loop.steps[0]))

    def mirror_loops(self, keep: Keep, required: list[StepTest], question: Question | None = None) -> list[Loop]:
        """Loops that close only with a stranger who runs the same automations as one of our accounts."""
        without = question and Question(question.filters)
        ours = {id(automation) for loop in self.loops(keep, [], without) for automation in loop.automations}
        of_account: dict[AccountFacts, list[Reaction]] = {}
        for edge in self._every:
            if _meets_strangers(edge) and keep(edge.step):
                of_account.setdefault(edge.automation.account, []).append(edge)
        found: list[Loop] = []
        for account, edges in of_account.items():
            for circle in self._circles(edges):
                told = all(id(edge.automation) in ours for edge in circle)
                if not told and _meets(required, circle):
                    found += _with_stranger(account, circle, required, ours)
        return sorted(found, key=lambda loop: place_in_files(loop.steps[0]))

    def _circles(self, edges: list[Reaction]) -> list[list[Reaction]]:
        """The edges by events that can lead back to each other, whoever the accounts of a platform are.

        No loop leaves such a circle, so each can be looked at by itself; what is in none is on no loop.
        """
        alike: dict[tuple[str, str, str], list[Reaction]] = {}
        across: dict[str, set[str]] = {}
        for edge in edges:
            alike.setdefault((edge.platform, edge.hears, edge.emits), []).append(edge)
            if EVENTS[edge.hears].crosses_platforms:
                for account in watched_elsewhere(edge, self._named):
                    across.setdefault(account.platform, set()).add(edge.platform)
        follows: dict[_Event, dict[_Event, None]] = {}
        for platform, hears, emits in alike:
            follows.setdefault((platform, hears), {}).update(dict.fromkeys(_reached(platform, emits, across)))
        circle_of: dict[_Event, int] = {}
        for number, circle in enumerate(strongly_connected(list(follows), lambda node: iter(follows.get(node, ())))):
            circle_of.update(dict.fromkeys(circle, number))
        circles: dict[int, list[Reaction]] = {}
        for (platform, hears, emits), of in alike.items():
            number = circle_of[platform, hears]
            if any(circle_of[event] == number for event in _reached(platform, emits, across)):
                circles.setdefault(number, []).extend(of)
        return list(circles.values())


_Event = tuple[str, str]
"""A platform, and what happens there."""


def find_loops(facts: Facts, keep: Keep, required: list[StepTest], mirror: bool = False) -> list[Loop]:
    """The loops of a setup, or with ``mirror`` those with strangers; see ``Causality``."""
    causality = Causality(facts)
    return causality.mirror_loops(keep, required) if mirror else causality.loops(keep, required)


def reactions_left(loop: Loop, edges: tuple[Reaction, ...]) -> tuple[Reaction, ...]:
    """Those of ``edges`` that still make a loop of the same sort."""
    required = list(loop.required)
    if not edges or not _meets(required, edges):
        return ()
    if loop.certainty != "mirror" and not _can_close(edges):
        return ()
    graph = StateGraph(list(edges), required, surely=loop.certainty == "mirror")
    if loop.certainty == "mirror":
        (account,) = loop.accounts
        graph.add_likeness(_likeness(account), account)
    parts = _components(graph, required)
    if any(edge.how != "self" for edge in loop.edges):
        parts = _between_accounts(parts)
    inside = [edge.reaction for part in parts for edge in part.edges]
    kinds = {(graph.class_of[edge.automation.account], graph.kinds[edge]) for edge in inside}
    return tuple(edge for edge in edges if (graph.class_of[edge.automation.account], graph.kinds[edge]) in kinds)


def _can_close(edges: Iterable[Reaction]) -> bool:
    """Whether there is a second account, or one that sets itself off: nobody else answers one alone."""
    return any(edge.how == "self" for edge in edges) or len({edge.automation.account for edge in edges}) > 1


def _reached(platform: str, emits: str, across: dict[str, set[str]]) -> list[_Event]:
    """The events that are brought about; a post is seen elsewhere by those who wait for it."""
    elsewhere = across.get(platform, ()) if EVENTS[emits].crosses_platforms else ()
    return [(each, emits) for each in (platform, *sorted(elsewhere))]


def _meets(required: list[StepTest], edges: Iterable[Reaction]) -> bool:
    steps = [edge.step for edge in edges]
    return all(any(map(wanted, steps)) for wanted in required)


def _on_loops(circle: list[Reaction]) -> list[Reaction]:
    """Those that are on some loop if nothing is filtered: whatever is asked for is made of them."""
    graph = StateGraph(circle, [])
    inside = (edge for part in _components(graph, []) for edge in part.edges)
    kinds = {(edge.before.at, graph.kinds[edge.reaction]) for edge in inside}
    return [edge for edge in circle if (graph.class_of[edge.automation.account], graph.kinds[edge]) in kinds]


class _Searched:
    """The components of graphs, each searched once for all that is required of them without making a difference."""

    def __init__(self) -> None:
        self._known: dict[Hashable, list[Component]] = {}

    def components(self, reactions: list[Reaction], required: list[StepTest]) -> list[Component]:
        """Those that meet what is required. The reactions have to outlive this: they are known by their identity."""
        met: dict[tuple[bool, ...], int] = {}
        for_each = [met.setdefault(tuple(wanted(each.step) for wanted in required), len(met)) for each in reactions]
        key = tuple(map(id, reactions)), tuple(for_each) if len(met) > 1 else ()
        if key not in self._known:
            self._known[key] = list(_components(StateGraph(reactions, required), []))
        return [each for each in self._known[key] if _meets(required, (edge.reaction for edge in each.edges))]


def _found(circles: list[list[Reaction]], required: list[StepTest], searched: _Searched) -> list[Loop]:
    circles = [circle for circle in circles if _meets(required, circle)]
    return [*_of_one_account(circles, required, searched), *_of_several(circles, required, searched)]


def _of_one_account(circles: list[list[Reaction]], required: list[StepTest], searched: _Searched) -> Iterable[Loop]:
    """Loops of an account that sets itself off."""
    of_account: dict[AccountFacts, list[Component]] = {}
    for circle in circles:
        for component in searched.components([edge for edge in circle if edge.how == "self"], required):
            for account in component.graph.members[component.edges[0].before.at]:
                of_account.setdefault(account, []).append(component)
    for account, found in of_account.items():
        for components in _hanging_together(found, account):
            yield Loop(components, required, [account])


def _of_several(circles: list[list[Reaction]], required: list[StepTest], searched: _Searched) -> Iterable[Loop]:
    """Loops of accounts that set each other off."""
    found = [
        component
        for circle in circles
        if any(edge.how != "self" for edge in circle)
        for component in _between_accounts(searched.components(circle, required))
    ]
    for components in _hanging_together(found):
        classes = dict.fromkeys((graph, edge.before.at) for graph, inside in components for edge in inside)
        accounts = dict.fromkeys(account for graph, at in classes for account in graph.members[at])
        yield Loop(components, required, list(accounts))


def _components(graph: StateGraph, required: list[StepTest]) -> Iterable[Component]:
    starts: list[Node] = [*graph.states()]
    for component in strongly_connected(starts, graph.successors):
        nodes = frozenset(component)
        firings = {
            node: Firing(node.reaction, (state for state in node.after if state in nodes))
            for node in component
            if isinstance(node, Firing)
        }
        inside = [
            Edge(node, firings[firing])
            for node in component
            if isinstance(node, State)
            for firing in graph.firings(node)
            if firing in firings
        ]
        if inside and _meets(required, (edge.reaction for edge in inside)):
            yield Component(graph, inside)
    graph.forget_the_search()


def _between_accounts(components: Iterable[Component]) -> Iterable[Component]:
    """The components without those in which each account only sets itself off."""
    return (each for each in components if any(edge.reaction.how != "self" for edge in each.edges))


def _hanging_together(components: Iterable[Component], only: AccountFacts | None = None) -> list[list[Component]]:
    """Components that share an automation are told as one, though no walk leads from one to the other.

    With ``only``, an automation of this account.
    """
    seen: set[Hashable] = set()

    def automations(component: Component) -> Iterator[Hashable]:
        """They and what stands for them: those behind it are only looked up once."""
        graph, inside = component
        for at, kind in dict.fromkeys((edge.before.at, graph.kinds[edge.reaction]) for edge in inside):
            yield graph, at, kind
            for account in () if (graph, at, kind) in seen else (only,) if only else graph.members[at]:
                yield from (edge.automation for edge in graph.alike[account, kind])
            seen.add((graph, at, kind))

    return joined(components, automations)


def _meets_strangers(edge: Reaction) -> bool:
    """Whether a stranger's automation can set it off, and the other way round.

    A stranger is nobody whom the files name, and is marked as automated: more than ignoring those who are marked
    nobody can do.
    """
    open_to_all = edge.names is None and edge.actors.only is None and not edge.ignores_bots
    return open_to_all and edge.how != "to" and edge.bound is None


def _with_stranger(
    account: AccountFacts, edges: list[Reaction], required: list[StepTest], ours: set[int]
) -> list[Loop]:
    """Loops of an account with somebody who runs the same; not those that need nobody else, or are told as ``ours``."""
    graph = StateGraph(edges, required, surely=True)
    graph.add_likeness(_likeness(account), account)
    apart = [
        components
        for components in _hanging_together(_between_accounts(_components(graph, required)))
        if not any(id(edge.reaction.automation) in ours for part in components for edge in part.edges)
    ]
    return [Loop(components, required, [account], with_stranger=True) for components in apart]


STRANGER = "somebody else's bot"


def _likeness(of: AccountFacts) -> AccountFacts:
    known = of.model
    return AccountFacts(Account(Named(STRANGER, known.id.span), known.span, known.platform, STRANGER), known=False)


def _edges(components: list[Component], accounts: list[AccountFacts]) -> Iterable[Reaction]:
    """What these accounts do that is on a loop."""
    for graph in dict.fromkeys(component.graph for component in components):
        inside = (edge for component in components if component.graph is graph for edge in component.edges)
        on_loop = {(edge.before.at, graph.kinds[edge.reaction]) for edge in inside}
        for account in accounts:
            for reaction in graph.own.get(account, ()):
                if (graph.class_of[account], graph.kinds[reaction]) in on_loop:
                    yield reaction
