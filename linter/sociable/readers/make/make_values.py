"""What stands in a module's settings, by name: texts with ``{{ … }}`` that read what other modules put out."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sociable.documents.nodes import Node, Scalar, items, member, scalars, span_of
from sociable.readers.addresses.calls import Field
from sociable.readers.flow.bodies import MAX_LENGTH, Parts, json_members, split
from sociable.readers.flow.parts import Hole, Ref, Template
from sociable.text.source import Source, Span

_READ = re.compile(r"(?<![\w.`\"'])(\d{1,6})\.((?:`[^`]{1,200}`|[\w\[\]]+)(?:\.(?:`[^`]{1,200}`|[\w\[\]]+))*)")
_KEY = re.compile(r"`([^`]*)`|([A-Za-z_]\w*)")
_MOST_VALUES = 200


class Values:
    """The settings of one module; ``numbers`` are those of all modules by their ids."""

    __slots__ = ("_roots", "numbers", "source")
    complete = False

    def __init__(self, module: Node, source: Source, numbers: Mapping[str, int]) -> None:
        self._roots = [root for name in ("mapper", "parameters") if (root := member(module, name)) is not None]
        self.source = source
        self.numbers = numbers

    def node(self, path: str) -> Node | None:
        for root in self._roots:
            found: Node | None = root
            for name in path.split("."):
                found = member(found, name)
            if found is not None:
                return found
        return None

    def text(self, path: str) -> str:
        found = self.node(path)
        return found.value if type(found) is Scalar and not (found.plain and found.value == "null") else ""

    def template(self, paths: str | Iterable[str]) -> Template | None:
        """The first of some settings that says anything; several texts below one name count as one."""
        for path in (paths,) if isinstance(paths, str) else paths:
            found = self.node(path)
            made = self.template_of(found) if found is not None else None
            if made is not None and made.parts:
                return made
        return None

    def template_of(self, node: Node) -> Template | None:
        texts = [each for each in scalars(node) if each.value and not (each.plain and each.value == "null")]
        if not texts:
            return None
        parts: list[str | Hole] = []
        for each in texts[:_MOST_VALUES]:
            parts += (*self.parts_of(each.value), " ")
        telling = max(texts, key=lambda each: len(each.value))
        return Template(tuple(parts[:-1]), self.span(telling))

    def everything(self) -> Template | None:
        """All texts of a module together: what a model is told, what a table is given."""
        made = [template for root in self._roots if (template := self.template_of(root)) is not None]
        return made[0] if made else None

    def mentions(self) -> tuple[Ref, ...]:
        found: dict[Ref, None] = {}
        for root in self._roots:
            for each in scalars(root):
                found.update(
                    (ref, None) for part in self.parts_of(each.value) if isinstance(part, Hole) for ref in part.refs
                )
        return tuple(found)

    def fields(self) -> dict[str, Field]:
        """What a call sends: its query, its form, or the members of its JSON text."""
        found: dict[str, Field] = {}
        for path in ("qs", "fields", "formDataFields"):
            for each in items(self.node(path)):
                name, value = member(each, "name") or member(each, "key"), member(each, "value")
                made = self.template_of(value) if value is not None else None
                if type(name) is Scalar and made is not None:
                    found[name.value] = Field(made, self.span(name))
        for path in ("data", "body", "jsonStringBodyContent"):
            node = self.node(path)
            if type(node) is Scalar and node.value.lstrip().startswith("{"):
                members = json_members(node.value, self.span(node), self.parts_of)
                found |= {name: Field(value, self.span(node)) for name, value in members.items()}
        return found

    def parts_of(self, text: str) -> Parts:
        return tuple(self._hole(piece) if filled else piece for piece, filled in split(text))

    def _hole(self, code: str) -> Hole:
        code = code.strip()
        reads = list(self._reads(code[:MAX_LENGTH]))
        plain = len(reads) == 1 and reads[0][1:] == (0, len(code))
        return Hole(tuple(dict.fromkeys(ref for ref, _, _ in reads)), code, plain)

    def _reads(self, code: str) -> Iterator[tuple[Ref, int, int]]:
        for match in _READ.finditer(code):
            node = self.numbers.get(match[1])
            if node is not None:
                keys = tuple(quoted or plain for quoted, plain in _KEY.findall(match[2]))
                yield Ref(node, keys), match.start(), match.end()

    def span(self, node: Node) -> Span:
        return span_of(self.source, node)
