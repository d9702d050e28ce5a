"""One file as whoever reads, judges or mends it needs it: its tree, its comments and what is wrong with its text."""

from bisect import bisect_left
from collections.abc import Callable

from sociable.documents.defects import Defect
from sociable.documents.nodes import Mapping, Node, Sequence
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

    __slots__ = ("_comments", "_find_comments", "_within", "defects", "roots", "source")

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
        self._within: dict[_Range, tuple[Node, _Range | None]] = {}

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments in file order, found on first use; of a broken text, those before it breaks."""
        if self._find_comments is not None:
            broken = (each.start for each in self.defects if each.rule == "broken-yaml")
            self._comments = self._find_comments(self.source, next(broken, len(self.source.text)))
            self._find_comments = None
        return self._comments

    def node_at(self, span: Span) -> Node:
        """The node, key or value, that stands exactly there. Raises ``LookupError``."""
        return self.path_to(span)[-1]

    def path_to(self, span: Span) -> tuple[Node, ...]:
        """The nodes around a place from a root inwards, the one exactly there last. Raises ``LookupError``."""
        if not self._within:
            self._within = _index(self.roots)
        if span[1:] not in self._within:
            raise LookupError(f"no node is at {span}")
        path = []
        node, parent = self._within[span[1:]]
        while parent is not None:
            path.append(node)
            node, parent = self._within[parent]
        return (node, *reversed(path))

    def comments_of(self, span: Span) -> tuple[Comment, ...]:
        """The comments on the lines of a place, and those that stand alone on the lines right above it."""
        comments, starts = self.comments, self.source.line_starts()
        first, last = span.line, self.source.position(max(span.start, span.end - 1))[0]
        low = bisect_left(comments, starts[first - 1], key=_start)
        high = bisect_left(comments, starts[last], key=_start) if last < len(starts) else len(comments)
        while low and comments[low - 1].alone and comments[low - 1].span.line == first - 1:
            low, first = low - 1, first - 1
        return comments[low:high]


def _start(comment: Comment) -> int:
    return comment.span.start


_Range: TypeAlias = tuple[int, int]


def _index(roots: tuple[Node, ...]) -> dict[_Range, tuple[Node, _Range | None]]:
    """Each node by its place, with the place of what it stands in; an alias is at the place of its anchor."""
    within: dict[_Range, tuple[Node, _Range | None]] = {}
    ahead: list[tuple[Node, _Range | None]] = [(root, None) for root in reversed(roots)]
    while ahead:
        node, parent = ahead.pop()
        place = node.start, node.end
        if place in within:
            continue
        within[place] = node, parent
        if type(node) is Sequence:
            ahead += ((item, place) for item in reversed(node.items))
        elif type(node) is Mapping:
            ahead += ((each, place) for entry in reversed(node.entries.values()) for each in reversed(entry))
    return within
