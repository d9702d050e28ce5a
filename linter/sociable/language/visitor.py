"""Trees gone through and written anew, whatever nodes they are made of."""

from collections.abc import Callable, Iterator

from sociable.language.syntax_nodes import Node, Path
from sociable.records.record import Record
from sociable.records.static import Any


def walk(tree: Any) -> Iterator[Node]:
    """The nodes of a tree, each before those in it."""
    ahead = [tree]
    while ahead:
        each = ahead.pop()
        if isinstance(each, Node):
            yield each
        if isinstance(each, tuple):
            ahead.extend(reversed(each))


def rewrite(tree: Any, change: Callable[[Node], Node]) -> Any:
    """The same tree with every node changed, after those in it."""
    if not isinstance(tree, tuple):
        return tree
    parts = [rewrite(each, change) for each in tree]
    return change(tree._make(parts)) if isinstance(tree, Node) else tuple(parts)


def is_deeper(tree: Any, most: int) -> bool:
    """Whether more nodes than that stand one within the other."""
    layer = [tree]
    for _ in range(most):
        layer = [each for node in layer for each in node if isinstance(each, tuple)]
    return bool(layer)


def free_variables(tree: Any) -> frozenset[str]:
    """The variables a checked tree needs from outside: no name stands for one there and for another one inside."""
    heads: set[str] = set()
    own: set[str] = set()
    ahead = [tree]
    for each in ahead:  # grows as it is gone through
        if isinstance(each, Path):
            heads.add(each.names[0])
            continue
        if isinstance(each, Node):
            own.update(each.introduces)
        ahead += [part for part in each if isinstance(part, tuple)]
    return frozenset(heads - own)


class Use(Record):
    """A define where it is used: what stands for its parameters, and a mark for its own variables."""

    given: dict[str, Path]
    mark: str
    at: int
    end: int


def written_out(body: Any, use: Use) -> Any:
    """A define's body as it reads where it is used, all of it at the place of the use.

    The mark keeps its own variables apart from those of the rule.
    """
    own = {name: f"{name}{use.mark}" for node in walk(body) for name in node.introduces}

    def placed(node: Node) -> Node:
        node = _renamed(node, lambda name: own.get(name, name))
        if isinstance(node, Path) and node.names[0] in use.given:
            node = node._replace(names=(*use.given[node.names[0]].names, *node.names[1:]))
        return node._replace(at=use.at, end=use.end)

    return rewrite(body, placed)


def unmarked(tree: Any) -> Any:
    """The same tree, its variables called what the pages call them."""
    return rewrite(tree, lambda node: _renamed(node, lambda name: name.partition("'")[0]))


def shape(body: Any, variable: str) -> Any:
    """What a condition says, wherever it stands and whatever it calls the thing: equal shapes are equal filters."""

    def bare(node: Node) -> Node:
        return _renamed(node, lambda name: "" if name == variable else name)._replace(at=0, end=0)

    return rewrite(body, bare)


def _renamed(node: Node, new: Callable[[str], str]) -> Node:
    """A node whose variables have other names; what is in it keeps its own."""
    if isinstance(node, Path):
        return node._replace(names=(new(node.names[0]), *node.names[1:]))
    return node._replace(variable=new(node.introduces[0])) if node.introduces else node
