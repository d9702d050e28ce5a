"""A blueprint to its modules, and along which ways bundles run: a tree of routes, one after the other.

A filter stands on the module that it guards, so it is given a node of its own before that. How often a scenario runs
is not in its blueprint.
"""

from collections.abc import Iterator

from sociable.documents import nodes
from sociable.documents.nodes import Mapping, Node, Sequence, items, member, text_at
from sociable.readers.flow.flow_graph import Edge
from sociable.records.record import Record

ERROR_OUTPUT = 900
"""The output of a module for what fails; a router has one for each of its routes."""

_MOST_MODULES = 20_000


class Module(Record):
    """A module as it is written, or the ``filter`` on one."""

    app: str
    name: str
    ident: str
    at: Mapping
    module_at: Node
    filter: Mapping | None = None
    account: str = ""

    @property
    def called(self) -> str:
        """What people see in the editor: the name that somebody gave it, or which module it is."""
        designer = member(member(self.at, "metadata"), "designer")
        given = text_at(designer, "name")
        return given or f"{self.app}:{self.name} ({self.ident})"


class Blueprint(Record):
    """A scenario: its modules in the order of the file, and the ways between them."""

    name: str
    modules: tuple[Module, ...]
    edges: tuple[Edge, ...]


def flow_of(root: Node | None) -> Mapping | None:
    """What has a flow of modules in a document, which an interface may have wrapped."""
    for key in ("response", "blueprint"):
        inner = member(root, key)
        root = inner if type(inner) is nodes.Mapping else root
    flow = member(root, "flow")
    if type(root) is not nodes.Mapping or type(flow) is not Sequence:
        return None
    return root


def is_blueprint(root: Mapping) -> bool:
    """Whether a flow can be nothing else: each of its modules is named `app:Module`."""
    named = [text_at(each, "module") for each in items(member(root, "flow"))]
    return bool(named) and all(":" in name for name in named)


def read_blueprint(root: Mapping) -> Blueprint:
    modules: list[Module] = []
    edges: list[Edge] = []
    todo: list[tuple[Node | None, int, int]] = [(member(root, "flow"), -1, 0)]
    while todo and len(modules) < _MOST_MODULES:
        flow, before, output = todo.pop()
        for each in items(flow):
            if type(each) is not nodes.Mapping:
                continue
            for module in _with_filter(each):
                if before >= 0:
                    edges.append(Edge(before, output, len(modules)))
                before, output = len(modules), 0
                modules.append(module)
            for number, route in reversed(list(enumerate(items(member(each, "routes"))))):
                todo.append((member(route, "flow"), before, number))
            todo.append((member(each, "onerror"), before, ERROR_OUTPUT))
    return Blueprint(text_at(root, "name"), tuple(modules), tuple(edges))


def _with_filter(at: Mapping) -> Iterator[Module]:
    app, _, name = text_at(at, "module").partition(":")
    module = Module(app, name, text_at(at, "id"), at, member(at, "module") or at, account=_account(at))
    guard = member(at, "filter")
    if type(guard) is nodes.Mapping:
        yield module._replace(app="builtin", name="Filter", filter=guard, module_at=guard)
    yield module


def _account(at: Mapping) -> str:
    """The number of the connection; its name holds people's addresses and is nobody's business."""
    return text_at(member(at, "parameters"), "__IMTCONN__")
