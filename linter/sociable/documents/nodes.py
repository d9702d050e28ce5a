"""The positioned tree that every file becomes, whatever format it is in."""

from sociable.records.static import TypeAlias, final


@final
class Scalar:
    """A single value as it is written; ``plain`` is true without quotes."""

    __slots__ = ("end", "plain", "start", "value")

    def __init__(self, start: int, end: int, value: str, plain: bool) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.plain = plain


@final
class Sequence:
    """A list of nodes."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.items: list[Node] = []


@final
class Mapping:
    """Keys and their values by the text of the key, in file order; merged keys come last."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.entries: dict[str, tuple[Scalar, Node]] = {}


Node: TypeAlias = Scalar | Sequence | Mapping
