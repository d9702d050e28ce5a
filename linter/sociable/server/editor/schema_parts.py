"""What the published schema says of a place in a file: which keys and values fit there, and what they mean."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.readers.automation_file.schema import automation_file_schema
from sociable.readers.automation_file.shapes import Json
from sociable.records.record import Record

Step: TypeAlias = str | int
"""A key, or the number of an item."""


class Fitting(Record):
    """Something that fits somewhere: a key or a value, what it means, and an example of what a key holds."""

    word: str
    meaning: str
    example: str = ""


@lru_cache(maxsize=1)
def _schema() -> Json:
    return automation_file_schema()


def parts_at(root: Node, route: Iterable[Step]) -> list[Json]:
    """The parts of the schema that are about what stands at the end of a route through a tree."""
    parts, node = [_schema()], root
    for step in route:
        parts = [child for part in parts for whole in _whole(part, node) for child in _inside(whole, step)]
        node = inside(node, step) or node
    return [whole for part in parts for whole in _whole(part, node)]


def inside(node: Node, step: Step) -> Node | None:
    """What stands under a key, or at a number of a list."""
    if type(node) is Mapping and step in node:
        return node[str(step)][1]
    if type(node) is Sequence and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def fitting_keys(parts: Iterable[Json], there: Iterable[str]) -> list[Fitting]:
    """The keys that may stand in a group beside those that are there."""
    there = set(there)
    found: dict[str, Fitting] = {}
    for part in parts:
        excluded = there | _excluded(part, there)
        for name, schema in part.get("properties", {}).items():
            if name not in excluded:
                found.setdefault(name, Fitting(name, meaning_of(schema), _example(schema)))
    return list(found.values())


def fitting_values(parts: Iterable[Json]) -> list[Fitting]:
    """The single values that may stand somewhere, as far as there is a list of them."""
    found: dict[str, Fitting] = {}
    for part in parts:
        meanings = part.get("enumDescriptions", ())
        for number, word in enumerate(part.get("enum", [part["const"]] if "const" in part else ())):
            text = {True: "true", False: "false"}.get(word, str(word)) if isinstance(word, bool) else str(word)
            found.setdefault(text, Fitting(text, meanings[number] if meanings else ""))
        if part.get("type") == "boolean":
            found |= {word: Fitting(word, "") for word in ("true", "false")}
    return list(found.values())


def meaning_of(schema: Json) -> str:
    """What a part of the schema says of itself."""
    described = schema.get("description") or _referent(schema).get("description", "")
    title = schema.get("title") or _referent(schema).get("title", "")
    return "\n\n".join(part for part in (described, f"Holds {title}." if title else "") if part)


def _example(schema: Json) -> str:
    return next(iter(schema.get("examples", ())), "")


def _referent(schema: Json) -> Json:
    name = schema.get("$ref", "").removeprefix("#/$defs/")
    found: Json = _schema()["$defs"].get(name, {})
    return found


def _whole(part: Json, node: Node) -> Iterator[Json]:
    """A part with all that it refers to and all of its alternatives; of what depends on a value, what holds here."""
    yield part
    if "$ref" in part:
        yield from _whole(_referent(part), node)
    for each in (*part.get("anyOf", ()), *part.get("allOf", ())):
        asked = each.get("if", {}).get("properties", {})  # what a list asks of its items makes no alternative
        if not asked:
            yield from _whole(each, node)
        elif _holds(asked, node):
            yield from _whole(each["then"], node)


def _holds(asked: Json, node: Node) -> bool:
    """Whether these keys have these values."""
    for name, schema in asked.items():
        value = inside(node, name)
        if type(value) is not Scalar or value.value != schema.get("const"):
            return False
    return True


def _inside(part: Json, step: Step) -> Iterator[Json]:
    if isinstance(step, int):
        if "items" in part:
            yield part["items"]
    elif step in part.get("properties", {}):
        yield part["properties"][step]
    elif isinstance(part.get("additionalProperties"), dict):
        yield part["additionalProperties"]


def _excluded(part: Json, there: set[str]) -> set[str]:
    """The keys that exclude one of those that are there, as two verbs do in one step."""
    alternatives = [set(each.get("required", ())) for each in part.get("oneOf", ())]
    if not any(each & there for each in alternatives):
        return set()
    return {name for each in alternatives for name in each}
