"""One file as whoever reads, judges or mends it needs it: its tree, its comments and what is wrong with its text."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import chain, pairwise

from sociable.documents.defects import Defect
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.records.record import Record
from sociable.records.static import TypeAlias
from sociable.text.source import Source, Span


class Comment(Record):
    """A comment with its ``#``, to the end of its line; ``alone``: nothing else stands on that line."""

    span: Span
    alone: bool


FindComments: TypeAlias = Callable[[Source, int], tuple[Comment, ...]]
"""How the comments of a text are found, in file order, up to an offset."""


class Document:
    """The text of a file with one of ``roots`` for each YAML or JSON document in it, and its ``defects``.

    A format that is neither (CSV, TOML) has no roots. Places are offsets in characters of ``source.text``;
    ``source.byte_offset`` gives those in the file's own bytes.
    """

    __slots__ = ("_comments", "_find_comments", "_places", "defects", "roots", "source")

    def __init__(
        self,
        source: Source,
        roots: tuple[Node, ...] = (),
        defects: tuple[Defect, ...] = (),
        find_comments: FindComments | None = None,
    ) -> None:
        self.source = source
        self.roots = roots
        self.defects = defects
        self._find_comments = find_comments
        self._comments: tuple[Comment, ...] = ()
        self._places: _Places | None = None

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments in file order, found on first use; of a broken text, those before it breaks."""
        if self._find_comments is not None:
            broken = (each.start for each in self.defects if each.rule == "broken-yaml")
            self._comments = self._find_comments(self.source, next(broken, len(self.source.text)))
            self._find_comments = None
        return self._comments

    def path_to(self, span: Span) -> tuple[Node, ...]:
        """The nodes around a place from a root inwards, the one exactly there last. Raises ``LookupError``."""
        if self._places is None:
            self._places = _Places(self.roots)
        path = self._places.path_to(span.start, span.end)
        if not path:
            raise LookupError(f"no node is at {span}")
        return path


class _Places:
    """All nodes by their places, each with the number of the one that it stands in; an alias is where its anchor is."""

    def __init__(self, roots: tuple[Node, ...]) -> None:
        self._nodes: list[Node] = []
        self._within = array("i")
        seen: set[int] = set()
        ahead: list[tuple[Node, int]] = [(root, _NOWHERE) for root in reversed(roots)]
        while ahead:
            node, parent = ahead.pop()
            if type(node) is not Scalar:
                if id(node) in seen:
                    continue
                seen.add(id(node))
                number = len(self._nodes)
                ahead += ((each, number) for each in reversed(list(_children(node))))
            self._nodes.append(node)
            self._within.append(parent)
        numbers = range(len(self._nodes))
        is_sorted = all(node.start <= after.start for node, after in pairwise(self._nodes))  # but for aliases
        self._in_order = numbers if is_sorted else array("i", sorted(numbers, key=self._start))

    def _start(self, number: int) -> int:
        return self._nodes[number].start

    def path_to(self, start: int, end: int) -> tuple[Node, ...]:
        """The nodes from a root to the outermost one exactly there; none if none is."""
        first = bisect_left(self._in_order, start, key=self._start)
        last = bisect_right(self._in_order, start, first, key=self._start)
        there = (number for number in self._in_order[first:last] if self._nodes[number].end == end)
        number = next(there, _NOWHERE)
        path = []
        while number != _NOWHERE:
            path.append(self._nodes[number])
            number = self._within[number]
        return tuple(reversed(path))


_NOWHERE = -1


def _children(node: Node) -> Iterable[Node]:
    if type(node) is Sequence:
        return node.items
    return chain.from_iterable(node.values()) if type(node) is Mapping else ()
