"""What nodes write down under keys, and how an address begins that one of them makes for another."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as MappingOf

from sociable.documents.nodes import Node, member, text_at
from sociable.documents.nodes import Sequence as Listed
from sociable.readers.flow.bodies import MAX_LENGTH
from sociable.readers.flow.flow_graph import Edge
from sociable.readers.flow.parts import HERE, Ref, Template
from sociable.readers.n8n.export import ExportedNode
from sociable.readers.n8n.node_table import is_inert, node_row
from sociable.readers.n8n.parameters import Parameters

_HANDS_ON = frozenset(("branch", "loop", "limit", "wait", "join", "memory", "set"))
"""Kinds of nodes out of which a key comes as it went in."""

_MOST_BEFORE = 60
"""Nodes that are looked at to find who made an address."""

_ADDRESS = r"https?://[\w-]+(?:\.[\w-]+)+/"
_BEGINS = re.compile(rf"\s*(?P<all>{_ADDRESS})", re.IGNORECASE)
_CALLED = re.compile(
    rf"""(?<![\w$])["']?(?P<name>[A-Za-z_]\w{{0,60}})["']?\s{{0,5}}[:=]\s{{0,5}}["'`](?P<address>{_ADDRESS}[^\s"'`${{}}]{{0,500}})"""
)
"""A name or key that a program gives to an address, or to how one begins."""

_MADE_OF = re.compile(
    r"""(?<![\w$])["']?(?P<name>[A-Za-z_]\w{0,60})["']?\s{0,5}[:=]\s{0,5}(?:`\$\{\s{0,5})?(?P<what>[A-Za-z_]\w{0,60})(?!\w{0,60}\s{0,5}[.(\[])"""
)
"""A name or key that a program gives to what has another name, or to what begins with it."""

_SEEKS = re.compile(
    r"(?<![\w$])(?P<name>[A-Za-z_]\w{0,60})\s{0,5}=\s{0,5}(?:[\w$.]{1,80}\.(?:match|matchAll)\(\s{0,5})?"
    r"/(?P<address>https\??:[^\n]{4,300})"
)
"""A name for a pattern of addresses, or for what a text holds of such."""

_FOUND = re.compile(
    r"(?<![\w$])(?P<name>[A-Za-z_]\w{0,60})\s{0,5}=\s{0,5}[\w$.]{1,80}\.(?:match|matchAll)\(\s{0,5}(?P<what>[A-Za-z_]\w{0,60})\s{0,5}\)"
)
"""A name for what a text holds of such a pattern."""

_MAY_BE_MISSING = re.compile(r"\(\?:([^()]{0,40})\)\?")


class Written:
    """The values of all nodes of a workflow, found when the first is asked for."""

    __slots__ = ("_before", "_found", "_nodes", "_parameters")

    def __init__(self, nodes: Sequence[ExportedNode], parameters: Sequence[Parameters], edges: Iterable[Edge]) -> None:
        self._nodes = nodes
        self._parameters = parameters
        self._found: dict[str, dict[int, str]] | None = None
        self._before: dict[int, list[int]] = {}
        for edge in edges:
            self._before.setdefault(edge.target, []).append(edge.source)

    def begin(self, ref: Ref, at: int) -> str:
        """How what a node reads under a key begins.

        So says who is read, the only one that writes it down, or the nearest before that makes it.
        """
        key = ".".join(ref.path)
        found = self._words().get(key, {})
        if ref.node in found:
            return found[ref.node]
        if len(found) == 1:
            return next(iter(found.values()))
        return self._made_by(ref.node, key) if ref.node != HERE else self._made_before(at, key)

    def _words(self) -> dict[str, dict[int, str]]:
        if self._found is None:
            self._found = {}
            for number, given in enumerate(self._parameters):
                for key, value in assigned(given) if self._kind(number) == "set" else ():
                    if value.fixed:
                        self._found.setdefault(key, {})[number] = value.fixed
        return self._found

    def _made_before(self, at: int, key: str) -> str:
        """How the address begins that the nearest node before makes; those between only hand it on."""
        seen = {at}
        todo = deque(self._before.get(at, ()))
        while todo and len(seen) < _MOST_BEFORE:
            node = todo.popleft()
            if node in seen:
                continue
            seen.add(node)
            made = self._made_by(node, key)
            if made:
                return made
            if self._kind(node) in _HANDS_ON or is_inert(self._nodes[node].type):
                todo.extend(self._before.get(node, ()))
        return ""

    def _made_by(self, node: int, key: str) -> str:
        given = self._parameters[node] if 0 <= node < len(self._parameters) else None
        if given is None:
            return ""
        if self._kind(node) == "code":
            return addresses_in(program_of(given)).get(key, "")
        value = dict(assigned(given)).get(key) if self._kind(node) == "set" else None
        first = value.parts[0] if value is not None and value.parts else ""
        return first.strip() if isinstance(first, str) and _BEGINS.match(first) else ""

    def _kind(self, node: int) -> str:
        return str((node_row(self._nodes[node].type) or {}).get("kind", ""))


def addresses_in(program: str) -> MappingOf[str, str]:
    """How the addresses begin that a program gives to names and keys, those left out that lead to several hosts."""
    code = program[:MAX_LENGTH]
    found: dict[str, list[str]] = {}
    for each in _CALLED.finditer(code):
        found.setdefault(each["name"], []).append(each["address"])
    for each in _SEEKS.finditer(code):
        begin = _BEGINS.match(_MAY_BE_MISSING.sub("", each["address"]).replace("\\", "").replace("s?:", "s:"))
        if begin is not None:
            found.setdefault(each["name"], []).append(begin["all"])
    for each in _FOUND.finditer(code) if found else ():
        found.setdefault(each["name"], []).extend(found.get(each["what"], ()))
    for each in _MADE_OF.finditer(code) if found else ():
        if each["what"] in found and each["name"] != each["what"]:
            found.setdefault(each["name"], []).extend(found[each["what"]])
    return {
        name: given[0] for name, given in found.items() if given and len({each.split("/")[2] for each in given}) == 1
    }


def program_of(parameters: Parameters) -> str:
    return parameters.text("jsCode") or parameters.text("functionCode") or parameters.text("pythonCode")


def assigned(parameters: Parameters) -> Iterator[tuple[str, Template]]:
    """What a node writes under which key."""
    for path, value in (("assignments.assignments", "value"), ("fields.values", "stringValue")):
        listed = parameters.node(path)
        for each in listed.items if type(listed) is Listed else ():
            yield from _named(parameters, each, value)
    if parameters.text("mode") in ("raw", "json"):
        yield from ((name, field.value) for name, field in parameters.json("jsonOutput").items())
    groups = parameters.node("values")
    for group in ("string", "number", "boolean"):
        listed = member(groups, group)
        for each in listed.items if type(listed) is Listed else ():
            yield from _named(parameters, each, "value")


def _named(parameters: Parameters, each: Node, value: str) -> Iterable[tuple[str, Template]]:
    found = member(each, value)
    made = parameters.template_of(found) if found is not None else None
    name = text_at(each, "name").removeprefix("=")
    if name:
        yield name, made or Template((), parameters.span(each))
