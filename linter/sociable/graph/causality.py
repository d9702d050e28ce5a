"""What can set off what in one setup, and the loops that come of it.

Where no event leads back to itself, there is no loop: only elsewhere the search for loops is loaded.
"""

from functools import cached_property

from sociable.facts.facts import Facts
from sociable.graph.set_off import set_off
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.graph.loop_search import LoopSearch
    from sociable.graph.loops import Loop, Question
    from sociable.graph.reactions import StepTest


class Causality:
    """What can set off what in one setup, worked out once for every question about loops."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    @cached_property
    def _search(self) -> "LoopSearch | None":
        steps = set_off(self._facts)
        if not steps:
            return None
        from sociable.graph.event_circles import event_circles
        from sociable.graph.reactions import by_name, on_circles

        edges, named = on_circles(steps), by_name(self._facts.accounts)
        if not event_circles(edges, named):
            return None
        from sociable.graph.loop_search import LoopSearch

        return LoopSearch(edges, named)

    def may_loop(self) -> bool:
        """Whether there is a loop if nothing is filtered."""
        return self._search is not None and self._search.may_loop()

    def may_mirror(self) -> bool:
        """Whether anything is left that a stranger's automation can set off."""
        return self._search is not None and self._search.may_mirror()

    def loops(self, keep: "StepTest", required: "list[StepTest]", question: "Question | None" = None) -> "list[Loop]":
        """Loops made only of steps that pass ``keep`` and on which each of ``required`` holds somewhere.

        One for each account and what it does that only sets itself off, and one for each set of automations by which
        accounts set each other off and that hang together, in file order. First those that nothing ends; what hangs
        together with none of them may be ended by a brake. What has been asked before under the same ``question`` is
        not worked out again.
        """
        return self._search.loops(keep, required, question) if self._search is not None else []

    def mirror_loops(
        self, keep: "StepTest", required: "list[StepTest]", question: "Question | None" = None
    ) -> "list[Loop]":
        """Loops that close only with a stranger who runs the same automations as one of our accounts."""
        return self._search.mirror_loops(keep, required, question) if self._search is not None else []


def find_loops(facts: Facts, keep: "StepTest", required: "list[StepTest]", mirror: bool = False) -> "list[Loop]":
    """The loops of a setup, or with ``mirror`` those with strangers; see ``Causality``."""
    causality = Causality(facts)
    return causality.mirror_loops(keep, required) if mirror else causality.loops(keep, required)
