"""What stands in a node's parameters, by name: texts with their holes, and where they stand."""

from collections.abc import Iterable, Iterator

from sociable.documents.nodes import Mapping, Node, Scalar, items, member, scalars, span_of, text_at
from sociable.readers.addresses.calls import Field
from sociable.readers.flow.bodies import Parts, json_members
from sociable.readers.flow.parts import HERE, Hole, Ref, Template
from sociable.readers.flow.rows import said_in
from sociable.readers.n8n.expressions import parts_of, refs, template
from sociable.text.source import Source, Span

_MOST_VALUES = 200
"""Of one parameter that are looked at as one text."""


class Parameters:
    """The parameters of one node; ``nodes`` are the numbers of all nodes by name."""

    __slots__ = ("_mentions", "nodes", "root", "source")
    complete = True

    def __init__(self, root: Mapping, source: Source, nodes: dict[str, int]) -> None:
        self.root = root
        self.source = source
        self.nodes = nodes
        self._mentions: tuple[Ref, ...] | None = None

    def span(self, node: Node) -> Span:
        return span_of(self.source, node)

    def parts_of(self, text: str) -> Parts:
        """The parts of the inside of a template."""
        return parts_of(text, self.nodes)

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
        values = [each for each in scalars(node) if not each.plain][:_MOST_VALUES]
        if not values:
            return None
        parts: list[str | Hole] = []
        for each in values:
            parts += (*template(each.value, self.span(each), self.nodes).parts, " ")
        telling = max(values, key=lambda each: len(each.value))
        return Template(tuple(parts[:-1]), self.span(telling))

    def words(self, path: str = "") -> str:
        """All that a parameter says, or all of them, as one text."""
        found: Node | None = self.node(path) if path else self.root
        made = self.template_of(found) if found is not None else None
        return " ".join(said_in(made)) if made is not None else ""

    def mentions(self) -> tuple[Ref, ...]:
        """Everything that any of the parameters reads."""
        if self._mentions is None:
            found: dict[Ref, None] = {}
            for each in scalars(self.root):
                if "$" in each.value or "items" in each.value:
                    found.update(dict.fromkeys(refs(each.value, self.nodes)))
            self._mentions = tuple(found)
        return self._mentions

    def pairs(self, path: str) -> dict[str, Field]:
        """A list of names and values, as n8n writes headers, queries and bodies."""
        found = {}
        for each in self.entries(path):
            name, value = member(each, "name"), member(each, "value")
            made = self.template_of(value) if value is not None else self._file(each)
            if type(name) is Scalar and made is not None:
                found[name.value.removeprefix("=")] = Field(made, self.span(name))
        return found

    def entries(self, path: str) -> Iterator[Node]:
        """What stands in the lists that a parameter holds, by groups."""
        listed = self.node(path)
        for _, group in listed.values() if type(listed) is Mapping else ():
            yield from items(group)

    def _file(self, each: Node) -> Template | None:
        """A file that comes in and is sent under a name of a form."""
        if text_at(each, "parameterType") != "formBinaryData":
            return None
        return Template((Hole((Ref(HERE, ()),), text_at(each, "inputDataFieldName")),), self.span(each))

    def members(self, path: str) -> dict[str, Template]:
        """What is filled in for the names of an object."""
        listed = self.node(path)
        made = {name: self.template_of(value) for name, (_, value) in listed.items()} if type(listed) is Mapping else {}
        return {name: value for name, value in made.items() if value is not None}

    def json(self, path: str) -> dict[str, Field]:
        """The members of a JSON text with holes in it, nested ones with dots; all stand where the text stands."""
        node = self.node(path)
        if type(node) is not Scalar:
            return {}
        span = self.span(node)
        return {name: Field(value, span) for name, value in json_members(node.value, span, self.parts_of).items()}


def _chosen(node: Node | None) -> Node | None:
    """A value that was chosen from a list or given by its id stands in an object that says so."""
    return member(node, "value") if type(node) is Mapping and "__rl" in node else node
