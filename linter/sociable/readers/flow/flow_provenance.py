"""Where a text of a flow comes from: back from the field over references and nodes to who made it.

Words that the flow writes down itself are followed through the nodes that pass them on. What ends a way back is a
``Source``: a model, the event, a table, what was fetched, a person of ours, a program.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sociable.readers.flow.flow_graph import Flow
from sociable.readers.flow.key_words import names_an_address
from sociable.readers.flow.parts import GONE, HERE, Hole, Part, Ref, Template
from sociable.readers.flow.writers import Writers
from sociable.records.record import Record

MOST_STEPS = 40
"""Of one way back: longer ones end in what is not known."""

_MOST_PIECES = 500
"""Of one text that are followed."""

_WIDEST = 60
"""Nodes that are looked at to find who made an item."""

MAKERS = {"trigger": "event", "model": "ai", "fetch": "fetched", "read": "row", "ask": "person"}
"""What the output of a node of this kind is, whatever went in."""

_UNCLEAR = "unclear"

_BRING_ANYTHING = frozenset(("webhook", "row_added", "called"))
"""Events of which no table knows what they bring."""

_BROKE = ("error",)
"""Under which key a node that goes on after a failure says what it was: the tool's own words."""

_DRAWN = "drawn"
"""What a model that only makes pictures puts out; where another one writes as well, the words are from that."""


class Source(Record):
    """Who made a piece of a text: ``kind`` is ai, event, row, fetched, person, code or unclear; ``node`` which node."""

    kind: str
    node: int
    path: tuple[str, ...] = ()


Piece = str | Source


class Provenance:
    """Ways back over one flow. ``parts`` are its nodes by number; all edges are those that items run along."""

    def __init__(self, flow: Flow, parts: Sequence[Part]) -> None:
        self._flow = flow
        self._parts = parts
        self._makers: dict[int, tuple[int, ...]] = {}
        self._passing = [not _makes(part) or _passes(part) for part in parts]
        self._taints = _taints(flow, parts)
        self._writers = Writers(flow, parts)

    def pieces(self, template: Template, node: int, *, in_tables: bool = False) -> list[Piece]:
        """The words and sources of a template that stands at a node, in its order.

        With ``in_tables`` also of what the flow itself has put where it reads, before it reads it.
        """
        found: list[Piece] = []
        todo: deque[tuple[str | Hole, int, int]] = deque((part, node, 0) for part in template.parts)
        for _ in range(_MOST_PIECES):
            if not todo:
                break
            part, at, depth = todo.popleft()
            if isinstance(part, str):
                found.append(part)
                continue
            if part.model:
                found.append(Source("ai", at))
            for ref in part.refs:
                for each in dict.fromkeys(self._followed(ref, at)):
                    if isinstance(each, Source):
                        found.append(each)
                        if in_tables and each.kind == "row" and depth < MOST_STEPS:
                            todo.extendleft((hole, there, depth + 1) for hole, there in self._put_there(each))
                    elif depth < MOST_STEPS:
                        written, there = each
                        todo.extendleft((inner, there, depth + 1) for inner in reversed(written.parts))
        return found

    def words(self, template: Template | None, node: int) -> str | None:
        """What a template says if it is written down in the flow, here or in another node; else nothing."""
        if template is None:
            return None
        pieces = self.pieces(template, node)
        return "".join(map(str, pieces)).strip() if all(isinstance(piece, str) for piece in pieces) else None

    def sources(self, template: Template | None, node: int) -> tuple[Source, ...]:
        pieces = self.pieces(template, node) if template is not None else ()
        return tuple(dict.fromkeys(piece for piece in pieces if isinstance(piece, Source)))

    def makers(self, ref: Ref, at: int) -> tuple[int, ...]:
        """The nodes that put out what a reference at a node reads; none where it is gone."""
        return self._makers_before(at) if ref.node == HERE else () if ref.node == GONE else self._makers_of(ref.node)

    def taints(self, node: int) -> dict[str, int]:
        """The kinds of sources that may be in what a node puts out, each with a node that made some."""
        return self._taints[node]

    def _put_there(self, row: Source) -> Iterator[tuple[Hole, int]]:
        """What was written under the key of a row by a node before the one that reads it."""
        for node in self._writers.of(row.node):
            part = self._parts[node]
            written = part.columns.get(row.path[-1]) if row.path else None
            if written is not None:
                yield from ((each, node) for each in written.parts if isinstance(each, Hole))
            elif not part.columns and "" in part.fields:
                yield Hole((Ref(HERE, row.path),), part.name), node

    def _followed(self, ref: Ref, at: int) -> Iterator[Source | tuple[Template, int]]:
        """What a reference leads to: a source, or a template at another node."""
        ways, path = self.makers(ref, at), ref.path
        if not ways:
            yield Source(_UNCLEAR, at, path)
        able = self._able(ways, path) if ref.node == HERE else [node for node in ways if self._can_give(node, path)]
        for node in able or ways:
            yield from self._at_maker(node, path)

    def _able(self, ways: Sequence[int], path: tuple[str, ...]) -> list[int]:
        """Those of some nodes that may put out such a key; where none can, who certainly did before them."""
        return [node for node in ways if self._can_give(node, path)] or self._earlier(ways, path)

    def _earlier(self, ways: Sequence[int], path: tuple[str, ...]) -> list[int]:
        """The nearest nodes before some that certainly put out such a key.

        Whoever draws a flow takes a key for still there that a model between has not handed on. A download does so.
        An address of somebody that no node names came with what starts the flow, if that may bring anything.
        """
        seen = set(ways)
        came: list[int] = []
        while ways and len(seen) < _WIDEST:
            before = dict.fromkeys(each for node in ways for each in self._makers_before(node) if each not in seen)
            found = [node for node in before if _gives(self._parts[node], path)]
            if found:
                return found
            came += [node for node in before if self._parts[node].event in _BRING_ANYTHING]
            seen.update(before)
            ways = tuple(before)
        return came if names_an_address(path) else []

    def _can_give(self, node: int, path: tuple[str, ...]) -> bool:
        """Whether a node may put out such a key: a program that does not name it must hand on what came."""
        part = self._parts[node]
        hands_on = part.kind == "code" and part.keeps
        return hands_on or not part.names or not path or path[0] in part.names

    def _at_maker(self, node: int, path: tuple[str, ...], depth: int = 0) -> Iterator[Source | tuple[Template, int]]:
        part = self._parts[node]
        kind = MAKERS.get(part.kind)
        if kind is not None:
            yield Source(kind, node, path)
        elif part.looks_up or (path[:1] == _BROKE and part.error_output >= 0):
            yield Source(_UNCLEAR, node, path)
        elif part.kind in ("set", "code"):
            yield from self._rearranged(node, path, depth)
        elif path and path[0] in part.columns:
            yield part.columns[path[0]], node
        elif part.draws and part.mentions:
            yield from self._drawn_on(node, path, depth)
        else:
            yield from self._tainted(node, path)

    def _drawn_on(self, node: int, path: tuple[str, ...], depth: int) -> Iterator[Source | tuple[Template, int]]:
        """What an answer from outside holds: it rests on what was asked; a file lies beside the keys that came in."""
        part = self._parts[node]
        came = self._earlier((node,), path) if part.downloads and depth < MOST_STEPS else ()
        for before in came:
            yield from self._at_maker(before, path, depth + 1)
        if not came:
            yield Template((Hole(part.mentions, part.name),), part.span), node

    def _rearranged(self, node: int, path: tuple[str, ...], depth: int) -> Iterator[Source | tuple[Template, int]]:
        """What a node holds that takes items apart and puts them together anew."""
        part = self._parts[node]
        field = _field(part, path)
        if field is not None:
            yield field, node
        elif path and path[0] not in part.spells and "" in part.fields:
            for ref in part.fields[""].refs:
                yield Template((Hole((ref._replace(path=(*ref.path, *path)),), part.name),), part.span), node
        elif part.keeps and depth < MOST_STEPS and (part.kind == "set" or path):
            ways = self._makers_before(node)
            is_own = part.kind == "code" and path[0] in (part.names or path)
            able = [before for before in ways if self._can_give(before, path)] if is_own else self._able(ways, path)
            if not able and part.names and path[0] not in part.names:
                yield Source(_UNCLEAR, node, path)
                return
            for before in able or ways:
                yield from self._at_maker(before, path, depth + 1)
        elif part.kind == "set":
            yield Source(_UNCLEAR, node, path)
        else:
            yield from self._tainted(node, path)

    def _tainted(self, node: int, path: tuple[str, ...]) -> Iterator[Source]:
        """What a program or an answer from outside holds: something of what went in."""
        taints = self._taints[node]
        if "ai" in taints or _DRAWN in taints:
            yield Source("ai", taints["ai"] if "ai" in taints else taints[_DRAWN], path)
        elif self._parts[node].kind in ("code", "memory"):
            yield Source("code", node, path)
        else:
            for kind, maker in taints.items():
                yield Source(kind, maker, path)
            if not taints:
                yield Source(_UNCLEAR, node, path)

    def _makers_of(self, node: int) -> tuple[int, ...]:
        return self._makers_before(node) if self._passing[node] else (node,)

    def _makers_before(self, node: int) -> tuple[int, ...]:
        """The nearest nodes before one that make something of their own; those between only pass it on.

        What has one node before it that passes things on has the same behind it: a long row is walked up only once.
        """
        row: dict[int, None] = {}
        while node not in self._makers and node not in row:
            row[node] = None
            into = self._flow.into[node]
            if len(into) != 1 or not self._passing[into[0].source]:
                break
            node = into[0].source
        found = self._makers[node] if node in self._makers else self._made_before(node)
        self._makers.update(dict.fromkeys(row, found))
        return found

    def _made_before(self, node: int) -> tuple[int, ...]:
        found: dict[int, None] = {}
        seen = {node}
        todo = deque(edge.source for edge in self._flow.into[node])
        while todo and len(seen) < _WIDEST:
            each = todo.popleft()
            if each in seen:
                continue
            seen.add(each)
            if self._passing[each]:
                todo.extend(edge.source for edge in self._flow.into[each])
            else:
                found[each] = None
        return tuple(found)


def _makes(part: Part) -> bool:
    if part.off:
        return False
    makes = part.kind in ("set", "code", "act", "write") or part.kind in MAKERS or part.looks_up
    return makes or bool(part.reason or part.mentions)


def _passes(part: Part) -> bool:
    """Whether what goes in comes out, however many parameters it has: branches, loops, limits."""
    return part.kind in ("branch", "loop", "limit", "wait") or (part.kind == "memory" and part.keeps)


def _field(part: Part, path: tuple[str, ...]) -> Template | None:
    """The value that a node writes under a path, under its first key, or piece by piece below it."""
    for length in range(len(path), 0, -1):
        found = part.fields.get(".".join(path[:length]))
        if found is not None:
            return found
    start = ".".join((*path, ""))
    below = [each for name, each in part.fields.items() if path and name.startswith(start)]
    return Template(tuple(chain.from_iterable((*each.parts, " ") for each in below)), below[0].span) if below else None


def _gives(part: Part, path: tuple[str, ...]) -> bool:
    """Whether a node certainly puts out such a key: it writes it, or a call or a form is known to bring it."""
    if part.kind == "trigger":
        inner = path[1:] if path[:1] == ("body",) else path
        return inner != path or any(".".join(inner[:length]) in part.carries for length in range(1, len(inner) + 1))
    if part.kind == "model":
        return bool(path) and path[0] in part.names
    return part.kind in ("set", "code") and _field(part, path) is not None


def _taints(flow: Flow, parts: Sequence[Part]) -> list[dict[str, int]]:
    """Carry each kind of source forward over edges and references, until nothing changes: kinds times edges."""
    taints: list[dict[str, int]] = [{} for _ in parts]
    after: list[list[int]] = [[edge.target for edge in edges] for edges in flow.out]
    for node, part in enumerate(parts):
        for ref in _mentioned(part):
            if 0 <= ref.node < len(parts):
                after[ref.node].append(node)
    todo: deque[int] = deque()
    for node, part in enumerate(parts):
        kind = _DRAWN if part.only_pictures else MAKERS.get(part.kind)
        if kind is not None and not part.off and not _brings_nothing(part):
            taints[node][kind] = node
            todo.append(node)
    while todo:
        node = todo.popleft()
        for target in after[node]:
            if (parts[target].kind in MAKERS or parts[target].looks_up) and not parts[target].off:
                continue
            missing = taints[node].keys() - taints[target].keys()
            if missing:
                taints[target].update((kind, taints[node][kind]) for kind in missing)
                todo.append(target)
    return taints


def _brings_nothing(part: Part) -> bool:
    """A clock or a button starts the flow and hands it nothing."""
    return part.kind == "trigger" and not part.carries and part.event in ("schedule", "started", "failed")


def _mentioned(part: Part) -> Iterable[Ref]:
    yield from part.mentions
    for template in part.fields.values():
        yield from template.refs
