"""One trigger of a flow and all that follows from it: what every way to a node passes, and what that means."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from sociable.readers.flow.dominators import Passed
from sociable.readers.flow.flow_graph import Flow
from sociable.readers.flow.flow_provenance import Provenance
from sociable.readers.flow.parts import Part
from sociable.records.static import Any

TOOL_OUTPUT = 1000
"""The output by which a model comes to the nodes that it may use as it likes."""

MOST_PASSED = 30
"""Of what every way to a node passes, the nearest are looked at."""

_TELLING = frozenset(("ask", "limit", "memory", "read", "wait", "fetch", "act", "join"))


class Run:
    """A flow as it runs from one ``trigger``; ``order`` are the nodes that it reaches, first things first."""

    __slots__ = (
        "_joined",
        "_near",
        "_outputs",
        "_ran",
        "asked_for",
        "behind",
        "brings_posts",
        "drafts",
        "draws",
        "flow",
        "held",
        "order",
        "parts",
        "passed",
        "provenance",
        "publishing",
        "sets_approved",
        "told",
        "trigger",
        "types",
        "ways_in",
        "written",
    )

    def __init__(self, flow: Flow, parts: Sequence[Part], provenance: Provenance, trigger: int) -> None:
        self.flow = flow
        self.parts = parts
        self.provenance = provenance
        self.trigger = trigger
        self.held: dict[tuple[int, str], Any] = {}
        self.behind: dict[str, dict[tuple[int, int], Any]] = {}
        self.told: dict[tuple[int, int, int], str] = {}
        self._near: dict[int, tuple[tuple[int, int], ...]] = {}
        self._outputs: dict[int, tuple[tuple[int, int], ...]] = {}
        self._ran: dict[int, dict[str, list[int]]] = {}
        self._joined: dict[int, tuple[int, ...]] = {}
        self.passed = Passed(flow, trigger, self._tells)
        self.order = [node for node in self.passed.order if not parts[node].off]
        self.types = {parts[node].type.casefold() for node in self.order}
        self.written = {parts[node].resource for node in self.order if parts[node].kind == "write"} - {""}
        self.publishing = [node for node in self.order if parts[node].verb in ("post", "story")][:MOST_PASSED]
        self.drafts = self._written_drafts()
        self.brings_posts = any(parts[node].kind == "fetch" for node in self.order)
        self.draws = any(_draws(parts[node]) for node in self.order)
        self.ways_in = self._ways_in()
        self.asked_for = self._questions()
        self.sets_approved = "approved" in self._written_words()

    def _ways_in(self) -> set[int]:
        """The nodes that look into a platform by a way that it does not offer.

        What does nothing there, such as asking a gateway which numbers exist, is one where nothing else goes in; so is
        what only seems to look there, by its name or that of the flow.
        """
        ways = [node for node in self.order if self.parts[node].via and self.parts[node].platform]
        used = {self.parts[node].platform for node in ways if self.parts[node].kind != "pass"}
        first = {self.parts[node].platform: node for node in reversed(ways) if self.parts[node].kind == "pass"}
        found = [node for node in ways if self.parts[node].kind == "fetch"]
        certain = {self.parts[node].platform for node in found if not self.parts[node].guessed}
        looks = {node for node in found if self._is_sure(node, certain)}
        return looks | {node for platform, node in first.items() if platform not in used}

    def _is_sure(self, node: int, certain: set[str]) -> bool:
        return not self.parts[node].guessed or self.parts[node].platform not in certain

    def _written_drafts(self) -> list[int]:
        """The nodes that make a draft of ours of some text."""
        drafts = (node for node in self.order if self.parts[node].verb == "draft")
        return [node for node in drafts if self.parts[node].text is not None][:MOST_PASSED]

    def _written_words(self) -> set[str]:
        """What the flow itself writes into tables, word for word."""
        fields = (field for node in self.order for field in self.parts[node].fields.values() if self._writes(node))
        return {piece.strip().casefold() for field in fields for piece in field.parts if isinstance(piece, str)}

    def _writes(self, node: int) -> bool:
        return self.parts[node].kind == "write"

    def _questions(self) -> frozenset[int]:
        """The questions whose answer some condition looks at."""
        found: set[int] = set()
        for node in self.order:
            for tests in self.parts[node].tests.values():
                for test in tests:
                    sources = self.provenance.sources(test.left, node)
                    found.update(source.node for source in sources if source.kind == "person")
        return frozenset(found)

    def _tells(self, node: int, output: int) -> bool:
        part = self.parts[node]
        if output < 0:
            return (part.kind in _TELLING or (part.kind == "code" and bool(part.tests))) and not part.off
        return output == TOOL_OUTPUT or (part.kind == "branch" and not part.off) or part.error_output >= 0

    def before(self, node: int, kind: str) -> Iterator[int]:
        """The nodes of a kind that have run whenever a node is reached, the nearest first."""
        return iter(self._ran_before(node).get(kind, ()))

    def _ran_before(self, node: int) -> dict[str, list[int]]:
        """What every way to a node passes, and all that a node on these ways has waited for, by kinds."""
        known = self._ran.get(node)
        if known is None:
            found: dict[int, None] = {}
            todo = deque((node,))
            while todo and len(found) < MOST_PASSED:
                for each, output in self._nearest(todo.popleft()):
                    if output >= 0 or each in found:
                        continue
                    found[each] = None
                    ways = self._waited_for(each) if self.parts[each].kind == "join" else ()
                    found.update(dict.fromkeys(way for way in ways if not self.parts[way].off))
                    todo.extend(ways)
            known = self._ran[node] = {}
            for each in found:
                known.setdefault(self.parts[each].kind, []).append(each)
        return known

    def _nearest(self, node: int) -> tuple[tuple[int, int], ...]:
        """The nearest of what every way to a node passes: nodes with -1, and their outputs."""
        known = self._near.get(node)
        if known is None:
            known = self._near[node] = tuple(islice(self.passed.before(node), MOST_PASSED))
        return known

    def _waited_for(self, join: int) -> tuple[int, ...]:
        """What leads to a node that waits for all of it; nothing where only one of its ways can be taken in a run."""
        known = self._joined.get(join)
        if known is None:
            known = tuple(dict.fromkeys(edge.source for edge in self.flow.into[join]))
            taken: dict[int, int] = {}
            for way in known:
                for branch, output in (*self.outputs(way), *self._own_outputs(way, join)):
                    if taken.setdefault(branch, output) != output:
                        known = ()
            self._joined[join] = known
        return known

    def _own_outputs(self, way: int, node: int) -> Iterator[tuple[int, int]]:
        """The outputs of a branch by which it leads to a node itself."""
        if self.parts[way].kind == "branch":
            yield from ((way, edge.output) for edge in self.flow.out[way] if edge.target == node)

    def all_outputs(self, node: int) -> Iterator[tuple[int, int]]:
        """The outputs that every way to a node passes, and those of all that a node on these ways has waited for."""
        yield from self.outputs(node)
        for join in self.before(node, "join"):
            for way in self._waited_for(join):
                yield from (*self.outputs(way), *self._own_outputs(way, join))

    def outputs(self, node: int) -> tuple[tuple[int, int], ...]:
        """The outputs that every way to a node passes, with their nodes, the nearest first."""
        known = self._outputs.get(node)
        if known is None:
            known = self._outputs[node] = tuple([each for each in self._nearest(node) if each[1] >= 0])
        return known


def _draws(part: Part) -> bool:
    """Whether pictures or films come of a node, or of the words that it is given."""
    return part.renders or (part.kind == "model" and not part.only_words)
