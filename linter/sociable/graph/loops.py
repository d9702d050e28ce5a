"""A loop: a closed walk on which each step sets off the next."""

from collections.abc import Hashable, Iterable
from functools import cached_property

from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sociable.graph.reactions import Reaction, StepTest
    from sociable.graph.state_graph import Component
    from sociable.graph.walk_pace import Pace
    from sociable.graph.walk_steps import WalkStep


class Loop:
    """A loop, with every automation that is on some closed walk of it; one ``takes_a_stranger`` who does the same.

    ``edges`` is everything that may happen on it, ``required`` what makes it one of those asked for. What only
    those want to know who tell of it is worked out when somebody asks, and what takes long to is kept in ``memo``.
    """

    def __init__(
        self,
        components: "list[Component]",
        edges: "Iterable[Reaction]",
        required: "list[StepTest]",
        accounts: list[AccountFacts],
        *,
        with_stranger: bool = False,
    ) -> None:
        self._components = components
        self.takes_a_stranger = with_stranger
        self.required = tuple(required)
        self.accounts = tuple(accounts)
        self.memo: dict[str, Any] = {}
        self.edges: tuple[Reaction, ...] = tuple(edges)
        self.steps: tuple[StepFacts, ...] = tuple(dict.fromkeys(edge.step for edge in self.edges))
        self.automations: tuple[AutomationFacts, ...] = tuple(dict.fromkeys(step.automation for step in self.steps))

    @cached_property
    def _walk_and_verdict(self) -> "tuple[tuple[WalkStep, ...], str]":
        from sociable.graph.walks import gravest_walk

        return gravest_walk(self._components, list(self.required), self.accounts[0])

    @property
    def walk(self) -> "tuple[WalkStep, ...]":
        """A short closed walk: of those that meet every requirement, the one that ends worst."""
        return self._walk_and_verdict[0]

    @property
    def verdict(self) -> str:
        """How the walk ends: one of ``VERDICTS``."""
        return self._walk_and_verdict[1]

    @property
    def certainty(self) -> str:
        """One of ``CERTAINTIES``."""
        if self.takes_a_stranger:
            return "mirror"
        from sociable.graph.sure_steps import is_sure

        return "certain" if is_sure(self.walk) else "may"

    @cached_property
    def stops_after(self) -> int:
        """The number of steps after which a brake ends the walk, 0 if none does."""
        from sociable.graph.walk_pace import stops_after

        return stops_after(self.walk)

    @cached_property
    def fork(self) -> tuple[StepFacts, ...]:
        """The steps into which one event divides; empty if it does not become more each time round."""
        from sociable.graph.growth import fork

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
    def pace(self) -> "Pace | None":
        """How often the walk can be gone round at most, if anything limits it."""
        from sociable.graph.walk_pace import pace_of

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
