"""How facts read in a sentence."""

from sociable.kinds.person_words import person
from sociable.kinds.said_words import quoted
from sociable.kinds.table import KINDS
from sociable.language.types import NUMBER, PERSON, Attribute, Type
from sociable.records.static import Any
from sociable.text.wording import counted
from sociable.vocabulary.platforms import PLATFORMS

PLATFORM = Type("word", "platform")


def shown(value: Any, kind: Type) -> str:
    """A fact of a type that may be shown, as part of a sentence."""
    if kind == PERSON:
        return person(value)
    row = KINDS.of(value)
    if row is not None and row.shown is not None:
        return row.shown(value)
    if kind == NUMBER:
        return f"{value:,}"
    if kind == PLATFORM and value in PLATFORMS:
        return PLATFORMS[value].title
    return str(value).replace("_", " ") if kind.name == "word" else str(value)


def fact(attribute: Attribute, value: Any) -> str:
    """What is so: the attribute in the words of its description, and its value in those of the vocabulary."""
    about = attribute.doc[0].lower() + attribute.doc[1:].rstrip(".")
    return f"{about}: {_meaning(value, attribute.type)}"


def _meaning(value: Any, kind: Type) -> str:
    match kind.name:
        case "flag":
            return "yes" if value else "no"
        case "word":
            return _word(value, KINDS.words[kind.of][value])
        case "set":
            return "; ".join(_meaning(each, Type("word", kind.of)) for each in sorted(value)) or "nothing"
        case "list":
            return counted(len(value), kind.of)
        case "string":
            return quoted(value)
    return shown(value, kind)


def _word(word: str, described: Any) -> str:
    """A word in those of its description, if it has one that does not name it anyway."""
    if not isinstance(described, str):
        return f"`{word}`"
    return described if f"`{word}`" in described else f"{described} (`{word}`)"
