"""Types of the rule language: what an attribute of a thing can be, and what there is to know of each kind of thing."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import attrgetter

from sociable.records.record import Record
from sociable.records.static import Any

Get = Callable[[Any], Any]


class Type(Record):
    """``word`` of a list of words, ``set`` of such words, ``list`` of a kind, or a kind by itself.

    The plain types are ``flag``, ``number`` and ``string``; ``person`` is somebody a text may name, ``group`` holds
    things of a kind.
    """

    name: str
    of: str = ""

    def __str__(self) -> str:
        article = "an" if self.name[0] in "aeiou" else "a"
        several = {"word": f"one {self.of}", "set": f"a set of {self.of}s", "list": f"a list of {self.of}s"}
        return several.get(self.name, f"{article} {self.name}").replace("_", " ")


Answer = str | bool
"""What a word or a flag comes to."""

Scope = dict[str, Type | None]
"""Variables; nothing is known of one whose kind was a mistake, and nothing more is said about it."""

Bound = Mapping[str, tuple[Any, Type]]
"""Variables with what they stand for."""

FLAG, NUMBER, STRING, PERSON = Type("flag"), Type("number"), Type("string"), Type("person")


class Attribute(Record):
    """A fact about a thing. ``get`` takes the thing; words and members of sets come as plain names.

    An attribute that is ``indexed`` finds things by its words. ``rests_on`` are the keys of a file behind it, if
    that is not just the one of its own name.
    """

    type: Type
    get: Get
    doc: str
    indexed: bool = False
    rests_on: tuple[str, ...] | None = None


def _none(_thing: Any) -> tuple[Any, ...]:
    return ()


class Kind(Record):
    """A kind of thing, with everything there is to know about it.

    ``of`` is the class of its things. ``find`` gives all of them from the facts of a setup; what the engine has to
    ``search`` for, as it does for loops, it finds itself, where there ``may_be`` any; other kinds are only reached
    through another thing.
    ``named`` tells a thing apart from others of its kind, ``shown`` is how it reads within a sentence.
    ``placed``: a thing stands at one place. ``owner`` is what it is part of, ``about`` what is meant by it. ``ids``
    are its own, ``content`` is what it says whatever the layout. ``members`` are what it is made of, ``places`` those
    of them that are pointed at, ``misread`` the keys that nobody understood of all that has a part in it.
    ``settable`` are the keys that a fix may set, with the words that each takes (none: any); ``removable``: a fix may
    take it out; ``is_word``: it stands in a file as one word. ``asides`` are what conditions ask and rules cannot.
    ``cites`` is what a thing rests on by itself, such as a figure of a platform.
    """

    name: str
    of: type
    attributes: Mapping[str, Attribute]
    named: Callable[[Any], str]
    shown: Callable[[Any], str] | None = None
    find: Callable[[Any], Collection[Any]] | None = None
    search: Callable[..., Sequence[Any]] | None = None
    may_be: Callable[[Any], bool] | None = None
    placed: bool = True
    owner: Get | None = None
    about: Get = lambda thing: thing
    ids: Callable[[Any], tuple[str, ...]] = _none
    content: Callable[[Any], str] | None = None
    members: Callable[[Any], Sequence[Any]] = _none
    places: Callable[[Any], Sequence[Any]] = lambda thing: (thing,)
    misread: Callable[[Any], Iterable[str]] = _none
    settable: Mapping[str, tuple[str, ...]] = {}
    cites: Get | None = None
    removable: bool = False
    is_word: bool = False
    asides: Mapping[str, Callable[..., Any]] = {}


def _together(gets: Iterable[Get]) -> list[Get]:
    """The same steps of a path; those that follow each other and only look up a name are taken at once, in C."""
    found: list[Get] = []
    for get in gets:
        if found and type(get) is type(found[-1]) is attrgetter:
            named = (name for each in (found.pop(), get) for name in each.__reduce__()[1])
            get = attrgetter(".".join(named))
        found.append(get)
    return found


class Kinds:
    """All kinds of things, and all words, by the names of their lists.

    ``of_words`` are the attributes that words of a list have. A ``group`` is of no kind that rules name; ``of_groups``
    makes the attributes of one from those of what it holds.
    """

    def __init__(
        self,
        rows: Iterable[Kind],
        words: Mapping[str, Mapping[str, Any]],
        of_words: Mapping[str, Mapping[str, Attribute]],
        group: Kind,
        of_groups: Callable[[Type, Mapping[str, Attribute]], Mapping[str, Attribute]],
    ) -> None:
        self.rows = {row.name: row for row in rows}
        self.words = words
        self.of_words = of_words
        self._of_groups = of_groups
        self._by_class: dict[type, Kind] = {}
        for row in (*self.rows.values(), group):
            self._by_class.setdefault(row.of, row)

    def of(self, thing: Any) -> Kind | None:
        """The kind of a thing; words and numbers have none."""
        return self._by_class.get(type(thing))

    def attributes(self, kind: Type) -> Mapping[str, Attribute]:
        """What can be asked of a thing of this type."""
        if kind.name == "group":
            return self._of_groups(Type(kind.of), self.attributes(Type(kind.of)))
        if kind.name == "word":
            return self.of_words.get(kind.of, {})
        return self.rows[kind.name].attributes if kind.name in self.rows else {}

    def names(self, meets: Callable[[Kind], Any]) -> tuple[str, ...]:
        """The names of the kinds of which something is so."""
        return tuple(name for name, row in self.rows.items() if meets(row))

    def follow(self, names: Iterable[str], kind: Type) -> tuple[Get, Type]:
        """How to get from a thing to what these attributes lead to, and the type of that."""
        gets = []
        for name in names:
            attribute = self.attributes(kind)[name]
            gets.append(attribute.get)
            kind = attribute.type
        gets = _together(gets)
        if len(gets) == 1:
            return gets[0], kind
        if len(gets) == 2:
            first, second = gets
            return (lambda thing: second(first(thing))), kind

        def follow(thing: Any) -> Any:
            for get in gets:
                thing = get(thing)
            return thing

        return follow, kind
