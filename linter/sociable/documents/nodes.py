"""The positioned tree that every file becomes, whatever format it is in."""

from collections.abc import Iterator

from sociable.records.static import TypeAlias, final
from sociable.text.source import Source, Span


@final
class Scalar:
    """A single value as it is written; ``plain`` is true without quotes.

    A file has more of them than of anything else, and most are so short that Python has one number for all lengths
    like theirs: that is why the length is kept and not the end.
    """

    __slots__ = ("length", "plain", "start", "value")

    def __init__(self, start: int, end: int, value: str, plain: bool) -> None:
        self.start = start
        self.length = end - start
        self.value = value
        self.plain = plain

    @property
    def end(self) -> int:
        """Where it ends, by the offset after its last character."""
        return self.start + self.length

    @end.setter
    def end(self, end: int) -> None:
        self.length = end - self.start


@final
class Sequence:
    """A list of nodes."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.items: list[Node] = []


@final
class Mapping(dict[str, tuple[Scalar, "Node"]]):
    """Keys and their values by the text of the key, in file order; merged keys come last.

    It is a dictionary itself, as one beside it would take twice the room; but no two are alike, and none is nothing.
    """

    __slots__ = ("end", "start")
    __eq__ = object.__eq__
    __hash__ = object.__hash__  # type: ignore[assignment]

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    def __bool__(self) -> bool:
        return True


Node: TypeAlias = Scalar | Sequence | Mapping


def span_of(source: Source, node: Node) -> Span:
    """Where a node of a source stands."""
    return Span(source, node.start, node.end)


def member(node: Node | None, name: str) -> Node | None:
    """What stands under a key; nothing if there is no such key, or no keys at all."""
    return node[name][1] if type(node) is Mapping and name in node else None


def scalar_at(node: Node | None, name: str) -> Scalar | None:
    """The single value under a key; nothing if there is none, or it is empty or null."""
    found = member(node, name)
    return found if type(found) is Scalar and found.value and not (found.plain and found.value == "null") else None


def text_at(node: Node | None, name: str) -> str:
    """The single value under a key, as it is written; nothing if there is none or it is null."""
    found = scalar_at(node, name)
    return found.value if found else ""


def items(node: Node | None) -> list[Node]:
    """What stands in a list; nothing if it is none."""
    return node.items if type(node) is Sequence else []


def scalars(node: Node) -> Iterator[Scalar]:
    """All single values below a node, in file order."""
    todo = [node]
    while todo:
        each = todo.pop()
        if type(each) is Scalar:
            yield each
        elif type(each) is Sequence:
            todo += each.items[::-1]
        elif type(each) is Mapping:
            todo += [value for _, value in each.values()][::-1]
