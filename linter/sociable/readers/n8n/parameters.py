"""What stands in a node's parameters, by name: texts with their holes, and where they stand."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.readers.flow.parts import Hole, Ref, Template
from sociable.readers.n8n.export import member
from sociable.readers.n8n.expressions import MAX_LENGTH, parts_of, refs, split, template
from sociable.text.source import Source, Span

_MOST_VALUES = 200
"""Of one parameter that are looked at as one text."""

_MEMBER = (
    r"""["']?(?P<name>[A-Za-z_$][\w$]{0,60})["']?\s*:\s*"""
    r"""(?P<value>"(?:[^"\\]|\\.){0,4000}"|'(?:[^'\\]|\\.){0,4000}'|[^,{}\n]{1,400})?"""
)
_HOLE = re.compile("\ue000(\\d+)\ue001")


class Field(NamedTuple):
    """A value, and the place of its name."""

    value: Template
    named: Span


class Parameters:
    """The parameters of one node; ``nodes`` are the numbers of all nodes by name."""

    __slots__ = ("nodes", "root", "source")

    def __init__(self, root: Mapping, source: Source, nodes: dict[str, int]) -> None:
        self.root = root
        self.source = source
        self.nodes = nodes

    def span(self, node: Node) -> Span:
        return Span(self.source, node.start, node.end)

    def node(self, path: str) -> Node | None:
        """What stands at a path such as ``additionalFields.caption``."""
        found: Node | None = self.root
        for name in path.split("."):
            found = member(found, name)
        return found

    def text(self, path: str) -> str:
        """A plain word, such as the name of an operation; what is chosen from a list counts as its value."""
        found = _chosen(self.node(path))
        return found.value if type(found) is Scalar and not (found.plain and found.value == "null") else ""

    def template(self, paths: str | Iterable[str]) -> Template | None:
        """The first of some parameters that says anything; several texts below one name count as one."""
        for path in (paths,) if isinstance(paths, str) else paths:
            found = self.node(path)
            made = None if found is None else self.template_of(found)
            if made is not None and made.parts:
                return made
        return None

    def template_of(self, node: Node) -> Template | None:
        node = _chosen(node) or node
        if type(node) is Scalar:
            return None if node.plain and node.value == "null" else template(node.value, self.span(node), self.nodes)
        values = [each for each in _scalars(node) if not each.plain][:_MOST_VALUES]
        if not values:
            return None
        parts: list[str | Hole] = []
        for each in values:
            parts += (*template(each.value, self.span(each), self.nodes).parts, " ")
        telling = max(values, key=lambda each: len(each.value))
        return Template(tuple(parts[:-1]), self.span(telling))

    def mentions(self) -> tuple[Ref, ...]:
        """Everything that any of the parameters reads."""
        found: dict[Ref, None] = {}
        for each in _scalars(self.root):
            if "$" in each.value or "items" in each.value:
                found.update(dict.fromkeys(refs(each.value, self.nodes)))
        return tuple(found)

    def pairs(self, path: str) -> dict[str, Field]:
        """A list of names and values, as n8n writes headers, queries and bodies."""
        found = {}
        listed = self.node(path)
        for group in listed.entries.values() if type(listed) is Mapping else ():
            for each in group[1].items if type(group[1]) is Sequence else ():
                name, value = member(each, "name"), member(each, "value")
                made = self.template_of(value) if value is not None else None
                if type(name) is Scalar and made is not None:
                    found[name.value] = Field(made, self.span(name))
        return found

    def json(self, path: str) -> dict[str, Field]:
        """The members of a JSON text with holes in it, nested ones with dots; all stand where the text stands."""
        node = self.node(path)
        if type(node) is not Scalar:
            return {}
        span = self.span(node)
        return {name: Field(value, span) for name, value in json_members(node.value, span, self.nodes).items()}


def _chosen(node: Node | None) -> Node | None:
    """A value that was chosen from a list or given by its id stands in an object that says so."""
    return member(node, "value") if type(node) is Mapping and "__rl" in node.entries else node


def _scalars(node: Node) -> Iterator[Scalar]:
    """All values below a node, in file order."""
    todo = [node]
    while todo:
        each = todo.pop()
        if type(each) is Scalar:
            yield each
        elif type(each) is Sequence:
            todo += each.items[::-1]
        elif type(each) is Mapping:
            todo += [value for _, value in each.entries.values()][::-1]


def json_members(text: str, span: Span, nodes: dict[str, int]) -> dict[str, Template]:
    """Read a JSON text in which ``{{ … }}`` may stand anywhere; of what is no JSON, what looks like members."""
    holes: list[str] = []
    plain = "".join(_with_marks(text.removeprefix("="), holes))
    try:
        made = json.loads(plain)
    except (ValueError, RecursionError):
        made = _loosely(plain)
    if isinstance(made, str) and holes:  # all of it is one program
        made = dict(_members_of_program(holes[0]))

    def filled(value: str) -> Template:
        written = _HOLE.sub(lambda mark: f"{{{{{holes[int(mark[1])]}}}}}", value)
        return Template(parts_of(written, nodes), span)

    found: dict[str, str] = {}
    for name, value in _flat(made):
        found[name] = f"{found[name]}, {value}" if name in found else value
    return {name: filled(value) for name, value in found.items()}


def _with_marks(text: str, holes: list[str]) -> Iterator[str]:
    """Put a mark for each hole, in quotes where it stands outside of any."""
    quoted = False
    for piece, is_hole in split(text):
        if is_hole:
            mark = f"\ue000{len(holes)}\ue001"
            holes.append(piece)
            yield mark if quoted else f'"{mark}"'
        else:
            quoted ^= len(re.findall(r'(?<!\\)(?:\\\\)*"', piece)) % 2 == 1
            yield piece


def _loosely(text: str) -> dict[str, str]:
    """The named texts of what looks like JSON but is none."""
    return dict(re.findall(r"""["']?([A-Za-z_][\w.]{0,60})["']?\s*:\s*["']?((?:[^"'\\{}\n]|\\.){1,4000})""", text))


def _members_of_program(code: str) -> Iterator[tuple[str, str]]:
    """The members of an object that a piece of JavaScript makes: texts as they are, anything else as a hole."""
    for found in re.finditer(_MEMBER, code[:MAX_LENGTH]):
        written = (found["value"] or "").strip()
        if written:
            quoted = written[0] in "'\"`" and written[-1] == written[0] and len(written) > 1
            yield found["name"], written[1:-1] if quoted else f"{{{{{written}}}}}"


def _flat(value: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    todo = [(prefix, value)]
    while todo:
        name, each = todo.pop()
        if isinstance(each, dict):
            todo += [(f"{name}.{key}" if name else str(key), inner) for key, inner in each.items()][::-1]
        elif isinstance(each, list):
            todo += [(name, inner) for inner in each][::-1]
        elif each is not None and name:
            yield name, str(each) if not isinstance(each, bool) else str(each).lower()
