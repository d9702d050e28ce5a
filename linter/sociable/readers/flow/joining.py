"""Flows that run other flows, joined into one: what a called flow does is part of the walk that calls it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sociable.readers.flow.flow_graph import Edge, Flow
from sociable.readers.flow.parts import Part, Ref, Template
from sociable.records.record import Record
from sociable.vocabulary.values import UNSTATED

MOST_NODES = 20_000
"""Of one flow with all that it calls."""


ITSELF = "."
"""Whom a flow calls that runs itself again, whatever it is called: what follows on its trigger for calls."""


class Drawn(Record):
    """A flow as it stands in a file: its parts, and the edges between their numbers.

    ``was_on`` is whether the file says that it was switched on when the file was written: yes, no or unstated.
    """

    name: str
    ident: str
    parts: Sequence[Part]
    edges: Sequence[Edge]
    was_on: str = UNSTATED

    @property
    def starts_by_itself(self) -> bool:
        """Whether anything but a call starts it."""
        return any(part.kind == "trigger" and part.event != "called" for part in self.parts)

    def calls_itself(self, part: Part) -> bool:
        """Whether a node runs the flow that it is in, which waits for that."""
        own = part.calls == ITSELF or (bool(part.calls) and part.calls == self.ident)
        return own and any(each.event == "called" for each in self.parts)


def with_own_calls(drawn: Drawn) -> Drawn:
    """A flow that runs itself, drawn as one walk: from the node that does to what follows on the trigger for calls.

    What that comes to leads to where the node led. A flow that only goes on and on like that stays as it is.
    """
    callers = {number for number, part in enumerate(drawn.parts) if drawn.calls_itself(part) and not part.off}
    if not callers:
        return drawn
    flow = Flow(len(drawn.parts), drawn.edges)
    begins = [number for number, part in enumerate(drawn.parts) if part.kind == "trigger" and part.event != "called"]
    if not any(callers.intersection(flow.after(number)) for number in begins):
        return drawn
    parts = list(drawn.parts)
    entries = [number for number, part in enumerate(parts) if part.event == "called"]
    inside = dict.fromkeys(each for entry in entries for each in (entry, *flow.after(entry)))
    ends = [each for each in inside if not flow.out[each]]
    back, edges = len(parts), []
    for edge in drawn.edges:
        goes_on = edge.source in callers and edge.output == 0 and bool(ends)
        edges.append(edge._replace(source=back) if goes_on else edge)
    edges += [Edge(end, 0, back) for end in ends]
    for number in sorted(callers):
        edges += [Edge(number, 0, entry) for entry in entries]
        parts[number] = _handing_over(parts[number])
    for number in entries:
        parts[number] = parts[number]._replace(kind="pass", event="")
    return drawn._replace(parts=[*parts, parts[entries[0]]], edges=edges)


def _handing_over(part: Part) -> Part:
    """A node that runs a flow which is part of the walk: it gives that what it fills in, or what came in."""
    return part._replace(kind="set" if part.fields else "pass", reason="", calls="")


def joined(drawn: Drawn, by_ident: Mapping[str, Drawn], most: int) -> tuple[Flow, list[Part], frozenset[str]]:
    """Put the flows that one calls into it, and those that these call; gives also which were put in.

    Each is put in once for each node that calls it, but never inside itself, and only as long as there are no more than
    ``most`` nodes in all.
    """
    parts: list[Part] = list(drawn.parts)
    leaving: dict[int, list[Edge]] = {}
    _add(leaving, drawn.edges)
    called: set[str] = set()
    within = {drawn.ident}
    todo: list[int | str] = list(range(len(parts)))
    while todo:
        number = todo.pop()
        if isinstance(number, str):  # all of the flow of this ident is put in
            within.remove(number)
            continue
        inner = by_ident.get(parts[number].calls) if parts[number].calls else None
        if inner is None or inner.ident in within or len(parts) + len(inner.parts) > most:
            continue
        called.add(inner.ident)
        first = len(parts)
        parts += [_moved(part, first) for part in inner.parts]
        _link(leaving, inner, number, first)
        parts[number] = _handing_over(parts[number])
        within.add(inner.ident)
        todo += (inner.ident, *range(first, len(parts)))
    return Flow(len(parts), chain.from_iterable(leaving.values())), parts, frozenset(called)


def _add(leaving: dict[int, list[Edge]], edges: Iterable[Edge]) -> None:
    for edge in edges:
        leaving.setdefault(edge.source, []).append(edge)


def _link(leaving: dict[int, list[Edge]], inner: Drawn, caller: int, first: int) -> None:
    """Lead from the calling node into the called flow, and from its ends to where the calling node leads."""
    onward = leaving.pop(caller, [])[:1]
    leading = {edge.source for edge in inner.edges}
    ends = [number for number, part in enumerate(inner.parts) if number not in leading and part.kind != "note"]
    _add(leaving, (edge._replace(source=edge.source + first, target=edge.target + first) for edge in inner.edges))
    _add(leaving, (Edge(caller, 0, first + at) for at, part in enumerate(inner.parts) if part.event == "called"))
    _add(leaving, (edge._replace(source=first + number, output=0) for number in ends for edge in onward))


def _moved(part: Part, by: int) -> Part:
    """A part of a called flow, its references counted from where it stands now.

    Its trigger for that only passes on; others start it by itself and not here.
    """

    def ref(each: Ref) -> Ref:
        return each if each.node < 0 else each._replace(node=each.node + by)

    def template(each: Template | None) -> Template | None:
        if each is None:
            return None
        return each._replace(
            parts=tuple(
                part if isinstance(part, str) else part._replace(refs=tuple(map(ref, part.refs))) for part in each.parts
            )
        )

    moved = part._replace(
        to=template(part.to),
        about=template(part.about),
        text=template(part.text),
        beside={name: value for name, each in part.beside.items() if (value := template(each)) is not None},
        fields={name: value for name, each in part.fields.items() if (value := template(each)) is not None},
        mentions=tuple(map(ref, part.mentions)),
        tests={
            output: tuple(test._replace(left=template(test.left) or test.left) for test in tests)
            for output, tests in part.tests.items()
        },
    )
    if part.kind != "trigger":
        return moved
    return moved._replace(kind="pass", event="") if part.event == "called" else moved._replace(off=True)
