"""The search for loops, loaded only where events lead back to each other.

Edges are filtered before strongly connected components are looked for: a loop that is braked in one
place must not hide one that is not. Every edge of a component lies on a closed walk, so a component
in which each required step occurs holds a loop with all of them. What an account does because of its
own doings is a loop by itself, whatever larger one it also lies on.
"""

from collections.abc import Hashable, Iterable, Iterator

from sociable.facts.facts import AccountFacts
from sociable.graph.components import joined, strongly_connected
from sociable.graph.event_circles import event_circles
from sociable.graph.loops import Loop, Question
from sociable.graph.reactions import AccountsByName, Reaction, StepTest, without_own
from sociable.graph.state_graph import Component, StateGraph
from sociable.graph.states import Edge, Firing, Node, State
from sociable.graph.walks import place_in_files
from sociable.setup.model import Account, Named
from sociable.vocabulary.loop_words import STRANGERS_BOT


class LoopSearch:
    """What is found of loops among some edges, kept for those who ask again; ``Causality`` says what is asked."""

    def __init__(self, edges: list[Reaction], named: AccountsByName) -> None:
        self._every = edges
        self._named = named
        circles = filter(_can_close, self._circles(without_own(self._every)))
        self._ours = [edge for circle in circles for edge in _on_loops(circle)]
        self._kept: dict[Hashable, list[list[Reaction]]] = {}
        self._known: dict[Question, list[Loop]] = {}
        self._searched = _Searched()

    def may_loop(self) -> bool:
        """Whether there is a loop if nothing is filtered."""
        return bool(self._ours)

    def may_mirror(self) -> bool:
        """Whether anything is left that a stranger's automation can set off."""
        return any(map(_meets_strangers, self._every))

    def loops(self, keep: StepTest, required: list[StepTest], question: Question | None = None) -> list[Loop]:
        """See ``Causality.loops``."""
        if question is None:
            return self._look_for(self._circles([edge for edge in self._ours if keep(edge.step)]), required)
        if question not in self._known:
            if question.filters not in self._kept:
                self._kept[question.filters] = self._circles([edge for edge in self._ours if keep(edge.step)])
            self._known[question] = self._look_for(self._kept[question.filters], required)
        return self._known[question]

    def _look_for(self, kept: list[list[Reaction]], required: list[StepTest]) -> list[Loop]:
        lasting = [[edge for edge in circle if edge.transition.bound is None] for circle in kept]
        loops = _found([part for circle in lasting for part in self._circles(circle)], required, self._searched)
        told = {id(automation) for loop in loops for automation in loop.automations}
        ending = [circle for circle in kept if any(edge.transition.bound for edge in circle)]
        for loop in _found(ending, required, self._searched):
            if told.isdisjoint(map(id, loop.automations)):
                loops.append(loop)
        return sorted(loops, key=lambda loop: place_in_files(loop.steps[0]))

    def mirror_loops(self, keep: StepTest, required: list[StepTest], question: Question | None = None) -> list[Loop]:
        """See ``Causality.mirror_loops``."""
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
        return event_circles(edges, self._named)


def reactions_left(loop: Loop, edges: tuple[Reaction, ...]) -> tuple[Reaction, ...]:
    """Those of ``edges`` that still make a loop of the same sort."""
    required = list(loop.required)
    if not edges or not _meets(required, edges):
        return ()
    if not loop.takes_a_stranger and not _can_close(edges):
        return ()
    graph = StateGraph(list(edges), required, surely=loop.takes_a_stranger)
    if loop.takes_a_stranger:
        (account,) = loop.accounts
        graph.add_likeness(_likeness(account), account)
    parts = _components(graph, required)
    if any(edge.transition.how != "self" for edge in loop.edges):
        parts = _between_accounts(parts)
    inside = [edge.reaction for part in parts for edge in part.edges]
    kinds = {(graph.class_of[edge.automation.account], graph.kinds[edge]) for edge in inside}
    return tuple(edge for edge in edges if (graph.class_of[edge.automation.account], graph.kinds[edge]) in kinds)


def _can_close(edges: Iterable[Reaction]) -> bool:
    """Whether there is a second account, or one that sets itself off: nobody else answers one alone."""
    return any(edge.transition.how == "self" for edge in edges) or len({edge.automation.account for edge in edges}) > 1


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
        for component in searched.components([edge for edge in circle if edge.transition.how == "self"], required):
            for account in component.graph.members[component.edges[0].before.at]:
                of_account.setdefault(account, []).append(component)
    for account, found in of_account.items():
        for components in _hanging_together(found, account):
            yield _loop(components, required, [account])


def _of_several(circles: list[list[Reaction]], required: list[StepTest], searched: _Searched) -> Iterable[Loop]:
    """Loops of accounts that set each other off."""
    found = [
        component
        for circle in circles
        if any(edge.transition.how != "self" for edge in circle)
        for component in _between_accounts(searched.components(circle, required))
    ]
    for components in _hanging_together(found):
        classes = dict.fromkeys((graph, edge.before.at) for graph, inside in components for edge in inside)
        accounts = dict.fromkeys(account for graph, at in classes for account in graph.members[at])
        yield _loop(components, required, list(accounts))


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
    return (each for each in components if any(edge.reaction.transition.how != "self" for edge in each.edges))


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
    names = edge.transition.names
    open_to_all = (
        (names is None or STRANGERS_BOT in names)
        and edge.transition.actors.only is None
        and not edge.transition.ignores_bots
    )
    return open_to_all and edge.transition.how != "to" and edge.transition.bound is None


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
    return [_loop(components, required, [account], with_stranger=True) for components in apart]


def _likeness(of: AccountFacts) -> AccountFacts:
    known = of.model
    return AccountFacts(
        Account(Named(STRANGERS_BOT, known.id.span), known.span, known.platform, STRANGERS_BOT), known=False
    )


def _loop(
    components: list[Component], required: list[StepTest], accounts: list[AccountFacts], *, with_stranger: bool = False
) -> Loop:
    edges = sorted(dict.fromkeys(_edges(components, accounts)), key=lambda edge: place_in_files(edge.step))
    return Loop(components, edges, required, accounts, with_stranger=with_stranger)


def _edges(components: list[Component], accounts: list[AccountFacts]) -> Iterable[Reaction]:
    """What these accounts do that is on a loop."""
    for graph in dict.fromkeys(component.graph for component in components):
        inside = (edge for component in components if component.graph is graph for edge in component.edges)
        on_loop = {(edge.before.at, graph.kinds[edge.reaction]) for edge in inside}
        for account in accounts:
            for reaction in graph.own.get(account, ()):
                if (graph.class_of[account], graph.kinds[reaction]) in on_loop:
                    yield reaction
