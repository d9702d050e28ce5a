"""What keys of the automation file can hold.

Every ``Shape`` has two sides that say the same thing: ``convert`` reads a node, or raises
``ValueError`` without words; ``schema`` is the piece of JSON Schema that the published schema is made
of and that explains to people what does not fit. A property test holds the two sides together.
"""

import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as MappingABC

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.scalars import NOT_TEXT, core_value
from sociable.records.record import Record
from sociable.records.static import Any, TypeAlias
from sociable.setup import quantities
from sociable.setup.model import Rate
from sociable.text.quotes import OPENING
from sociable.text.suggest import meant
from sociable.text.wording import either
from sociable.vocabulary.countries import COUNTRIES
from sociable.vocabulary.languages import LANGUAGE_PATTERN
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import APPROVALS, NONE, NOTHING, ONCE_PER, PURPOSES

FORMAT_VERSION = 1

_UNQUOTED = rf"^(?![{OPENING}][\s\S])(?=[\s\S]*\S)"

ALONE = (NONE, NOTHING)
"""Words that say that there is nothing of the kind: beside them no other can stand."""

_VALUE_NAME = r"^[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$"

Json: TypeAlias = dict[str, Any]
Convert: TypeAlias = Callable[[Node], Any]


class Shape:
    """What a key holds: the schema side, whose ``title`` completes “should be …”, and the reading side.

    The schema may be made when it is first asked for: what fits needs none.
    """

    def __init__(self, schema: Json | Callable[[], Json], convert: Convert) -> None:
        self._schema = schema
        self.convert = convert

    @property
    def schema(self) -> Json:
        """A piece of JSON Schema."""
        if callable(self._schema):
            self._schema = self._schema()
        return self._schema


class SaidElsewhere(ValueError):
    """A value in words that stand elsewhere for words of ours: it is told of, and ``meant`` is read."""

    def __init__(self, meant: Any) -> None:
        super().__init__()
        self.meant = meant


EXTENSION = "x-"
"""Begins the keys that a project may use for itself; nothing of them is read."""


class Key(Record):
    """A key of a group, with the sentence an editor shows for it and, where it is needed, an example."""

    shape: Shape
    doc: str
    example: str = ""


def converters(keys: dict[str, Key]) -> dict[str, Convert]:
    """Pick the reading side of a table of keys."""
    return {name: key.shape.convert for name, key in keys.items()}


# ------------------------------------------------------------------------------------------ reading


def text_of(node: Node) -> str:
    """Take any single value as it is written, unless it stands for nothing, yes or no."""
    if type(node) is not Scalar or (node.plain and node.value in NOT_TEXT):
        raise ValueError
    return node.value


def name_of(node: Node) -> str:
    """Take a text that stands for something and has to be met exactly: none in typographic quotes."""
    name = text_of(node)
    if (name[1:] and name[0] in OPENING) or not name.strip():
        raise ValueError
    return name


def filled_of(node: Node) -> str:
    """Take a text that says something."""
    text = text_of(node)
    if not text.strip():
        raise ValueError
    return text


def _handle_of(node: Node) -> str:
    """Take a name in which more stands than its signs."""
    handle = name_of(node)
    if not handle.strip(" \t\n@/._-"):
        raise ValueError
    return handle


def _words_of(node: Node) -> tuple[str, ...]:
    if type(node) is Sequence:
        return tuple([name_of(item) for item in node.items])
    return (name_of(node),)


def names_of(node: Node) -> tuple[str, ...]:
    names = _words_of(node)
    if not names:
        raise ValueError
    return names


def _flag_of(node: Node) -> bool:
    value = core_value(node) if type(node) is Scalar else None
    if value is not True and value is not False:
        raise ValueError
    return value


def _yes_no_of(node: Node) -> str:
    return "yes" if _flag_of(node) else "no"


def _answered_of(word: str) -> Convert:
    def convert(node: Node) -> str:
        return word if type(node) is Scalar and node.value == word else _yes_no_of(node)

    return convert


def _count_of(node: Node) -> int:
    """Take a whole number from 1; as in JSON, ``3.0`` is one."""
    value = core_value(node) if type(node) is Scalar else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value < float("inf") or value % 1:
        raise ValueError
    return int(value)


def _version_of(node: Node) -> int:
    if _count_of(node) != FORMAT_VERSION:
        raise ValueError
    return FORMAT_VERSION


def group_of(node: Node) -> Mapping:
    if type(node) is not Mapping:
        raise ValueError
    return node


def list_of(node: Node) -> Sequence:
    if type(node) is not Sequence:
        raise ValueError
    return node


def _duration_of(node: Node) -> int:
    return quantities.duration(text_of(node))


def _limit_of(node: Node) -> Rate | str:
    text = text_of(node)
    if text == NONE:
        return NONE
    return quantities.rate(text) if " per " in text else Rate(_count_of(node), 0)


# ------------------------------------------------------------------------------------------- shapes


def one_of(words: Iterable[str], title: str = "") -> Shape:
    """Make the shape of one word out of a table."""
    known = frozenset(words)

    def convert(node: Node) -> str:
        if type(node) is not Scalar:
            raise ValueError
        if node.value in known:
            return node.value
        if meaning := meant(node.value, known):
            raise SaidElsewhere(meaning)
        raise ValueError

    return Shape(lambda: {"title": title or either(words), "enum": list(words), **enum_descriptions(words)}, convert)


def enum_descriptions(words: Iterable[str]) -> Json:
    """What editors show beside each word of a table that says what its words mean."""
    docs = [*words.values()] if isinstance(words, MappingABC) else []
    return {"enumDescriptions": docs} if docs and all(isinstance(doc, str) for doc in docs) else {}


def some_of(words: Iterable[str], title: str = "") -> Shape:
    """Make the shape of one word or several out of a table."""
    known = frozenset(words)

    def convert(node: Node) -> frozenset[str]:
        found = frozenset(_words_of(node))
        if not found:
            raise SaidElsewhere(found)
        if len(found) > 1 and not found.isdisjoint(ALONE):
            raise ValueError
        if found <= known:
            return found
        meanings = frozenset(word if word in known else meant(word, known) for word in found)
        if "" in meanings:
            raise ValueError
        raise SaidElsewhere(meanings)

    def schema() -> Json:
        single = one_of(words, title).schema
        several = {"type": "array", "items": single, "minItems": 1}
        alone = [word for word in ALONE if word in known]
        return {
            "title": f"{single['title']}, or a list of them",
            "anyOf": [single, several | (by_itself(alone) if alone else {})],
        }

    return Shape(schema, convert)


def by_itself(words: Iterable[str]) -> Json:
    """The schema of a list in which such a word stands alone, if at all."""
    return {"if": {"contains": {"enum": [*words]}}, "then": {"maxItems": 1}}


def part(name: str) -> Shape:
    """Stand for a part with a structure of its own, which a module of its own reads."""
    return Shape({"$ref": f"#/$defs/{name}"}, lambda node: node)


def fits(pattern: str) -> Callable[[Node], str]:
    def convert(node: Node) -> str:
        found = text_of(node)
        if not re.search(pattern, found):  # as JSON Schema reads it
            raise ValueError
        return found

    return convert


def all_fit(pattern: str) -> Convert:
    def convert(node: Node) -> tuple[str, ...]:
        found = names_of(node)
        if not all(re.match(pattern, each) for each in found):
            raise ValueError
        return found

    return convert


def text(title: str) -> Shape:
    return Shape({"title": title, "type": ["string", "number"]}, text_of)


def name(title: str) -> Shape:
    return Shape({"title": title, "type": ["string", "number"], "pattern": _UNQUOTED}, name_of)


def one_or_list(title: str, single: Json, **more: Any) -> Json:
    return {"title": title, "anyOf": [single, {"type": "array", "items": single, **more}]}


TEXT = text("a text")
FILLED = Shape({"title": "a text", "type": ["string", "number"], "pattern": r"\S"}, filled_of)
NAME = name("a name")
HANDLE = Shape(
    {**name("a handle such as `@examplecouncil`").schema, "pattern": rf"{_UNQUOTED}[\s\S]*[^\s@/._-]"}, _handle_of
)
WORDS = Shape(one_or_list("a text or a list of texts", name("a text").schema, minItems=1), names_of)
NAMES = Shape(one_or_list("a name or a list of names", NAME.schema, minItems=1), names_of)
COUNTRY_CODES = some_of(COUNTRIES, "a country code such as `GB`")
SITES = Shape(NAMES.schema, lambda node: frozenset(meant(each, PLATFORMS) or each for each in names_of(node)))
"""Platforms, read as our words for them, and other places by their own names."""
_CONDITION = name("a condition such as `not event.user.is_bot`")
CONDITIONS = Shape(one_or_list("a condition or a list of conditions", _CONDITION.schema, minItems=1), names_of)
FLAG = Shape({"title": "`true` or `false`", "type": "boolean"}, _flag_of)
YES_NO = Shape({"title": "`true` or `false`", "type": "boolean"}, _yes_no_of)
VALUE_NAME = Shape({"title": "a name such as `notice`", "type": "string", "pattern": _VALUE_NAME}, fits(_VALUE_NAME))
COUNT = Shape({"title": "a whole number from 1", "type": "integer", "minimum": 1}, _count_of)
DURATION = Shape(
    {"title": "a length of time such as `3 days`", "type": "string", "pattern": quantities.DURATION_PATTERN},
    _duration_of,
)
LENGTH = Shape(
    {"title": "a length of time such as `3 days`", "type": "string", "pattern": quantities.LENGTH_PATTERN},
    lambda node: quantities.length(text_of(node)),
)
LIMIT = Shape(
    {
        "title": "a number such as `20`, or a rate such as `60 per hour`",
        "anyOf": [
            {"type": "integer", "minimum": 1},
            {"type": "string", "pattern": quantities.LIMIT_PATTERN},
        ],
    },
    _limit_of,
)
RATE = Shape(
    {"title": "a rate such as `35 per day`", "type": "string", "pattern": quantities.RATE_PATTERN},
    lambda node: quantities.rate(text_of(node)),
)
ONCE = Shape(
    {
        "title": f"{either(ONCE_PER)}, alone or as in `user per 3 days`",
        "type": "string",
        "pattern": quantities.ONCE_PATTERN,
    },
    lambda node: NONE if text_of(node) == NONE else quantities.once(text_of(node)),
)
APPROVAL = one_of(APPROVALS)


def answered(word: str) -> Shape:
    """Make the shape of `true`, `false` or a word that lies beside them."""
    return Shape(
        {"title": f"`true`, `false` or `{word}`", "anyOf": [{"type": "boolean"}, {"enum": [word]}]}, _answered_of(word)
    )


def group(title: str, keys: dict[str, Key], make: Callable[[dict[str, Any]], Any]) -> Shape:
    """Make the shape of a group of keys, all of which have a plain shape, and of which none has to be there."""

    def schema() -> Json:
        return {
            "title": title,
            "type": "object",
            "minProperties": 1,
            "properties": described(keys),
            "additionalProperties": False,
        }

    def convert(node: Node) -> Any:
        if type(node) is not Mapping or len(node) == 0 or not node.keys() <= keys.keys():
            raise ValueError
        said: dict[str, Any] = {}
        elsewhere = False
        for name, (_, value) in node.items():
            try:
                said[name] = keys[name].shape.convert(value)
            except SaidElsewhere as found:
                said[name], elsewhere = found.meant, True
        if elsewhere:
            raise SaidElsewhere(make(said))
        return make(said)

    return Shape(schema, convert)


def described(keys: dict[str, Key]) -> Json:
    """The properties of a group in the published schema."""
    return {
        name: {**shape.schema, "description": doc, **({"examples": [example]} if example else {})}
        for name, (shape, doc, example) in keys.items()
    }


VERSION = Shape({"title": f"the format version, which is `{FORMAT_VERSION}`", "const": FORMAT_VERSION}, _version_of)
PURPOSE = one_of(PURPOSES)
_ONE_LANGUAGE: Json = {"title": "a language code such as `en`", "type": "string", "pattern": LANGUAGE_PATTERN}
SPOKEN = Shape(
    one_or_list("a language code such as `en`, or a list of them", _ONE_LANGUAGE, minItems=1),
    all_fit(LANGUAGE_PATTERN),
)
