"""What trees of the rule language are made of. ``at`` and ``end`` are offsets of characters in the page."""

from collections.abc import Iterable
from operator import itemgetter

from sociable.records.static import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Node(tuple[Any, ...]):
    """A tuple whose fields have names: the annotations of its class, after those of the class it is made from.

    Two nodes are equal if they hold the same and are of the same class, however alike two classes are. Each class
    enters ``classes``, so that trees can be read back.
    """

    classes: ClassVar[dict[str, type["Node"]]] = {}
    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        own = [name for name, kind in cls.__annotations__.items() if kind is not ClassVar]
        cls._defaults = {**cls._defaults, **{name: cls.__dict__[name] for name in own if name in cls.__dict__}}
        cls._fields = cls.__match_args__ = (*cls._fields, *own)  # type: ignore[attr-defined,misc]
        for name in own:
            setattr(cls, name, property(itemgetter(cls._fields.index(name))))
        Node.classes[cls.__name__] = cls

    def __new__(cls, *values: Any, **named: Any) -> Self:
        for name in cls._fields[len(values) :]:
            values += (named.pop(name) if name in named else cls._defaults[name],)
        if named:
            raise TypeError(f"{cls.__name__} has no field {', '.join(named)}")
        return cls._make(values)

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
        return made

    def _replace(self, **changes: Any) -> Self:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(changes)}")
        return made

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((type(self).__name__, tuple.__hash__(self)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{tuple.__repr__(self)}"

    @property
    def introduces(self) -> tuple[str, ...]:
        """The variables that only what is inside it knows."""
        return ()


class Path(Node):
    """``s.text``. Until a rule is checked also a bare word such as ``public``."""

    names: tuple[str, ...]
    at: int
    end: int

    @property
    def text(self) -> str:
        return ".".join(self.names)


class Word(Node):
    """A word of the vocabulary that stands by itself."""

    text: str
    at: int
    end: int


class Number(Node):
    """A whole number."""

    value: int
    at: int
    end: int

    @property
    def text(self) -> str:
        return str(self.value)


class Words(Node):
    """``[post, reply]``, or the list that a name stood for."""

    words: tuple[str, ...]
    at: int
    end: int

    @property
    def text(self) -> str:
        return f"[{', '.join(self.words)}]"
