"""What decides which way an item goes: the conditions of ``if``, ``filter``, ``switch`` and classifiers."""

from collections.abc import Iterator, Mapping

from sociable.documents import nodes
from sociable.documents.nodes import Node, Scalar, Sequence, member, text_at
from sociable.readers.flow.parts import Template, Test
from sociable.readers.n8n.parameters import Parameters

_SIGNS = {
    "equals": ("is", True),
    "equal": ("is", True),
    "notEquals": ("is", False),
    "notEqual": ("is", False),
    "contains": ("contains", True),
    "notContains": ("contains", False),
    "startsWith": ("contains", True),
    "regex": ("matches", True),
    "notRegex": ("matches", False),
    "true": ("true", True),
    "false": ("true", False),
    "exists": ("exists", True),
    "notEmpty": ("exists", True),
    "isNotEmpty": ("exists", True),
    "notExists": ("exists", False),
    "empty": ("exists", False),
    "isEmpty": ("exists", False),
}
_DEFAULT = "equal"
"""The operation that the first version of ``if`` leaves out."""

Tests = Mapping[int, tuple[Test, ...]]


def tests_of(kind: str, parameters: Parameters) -> Tests:
    """The conditions of each output that has any; ``kind`` is if, filter, switch or classes."""
    if kind == "classes":
        return dict(_classes(parameters))
    if kind == "switch":
        return dict(_switch(parameters))
    found = _conditions(parameters, parameters.node("conditions"), _any_of(parameters))
    if not found:
        return {}
    return {0: found} if kind == "filter" else {0: found, 1: _denied(found)}


def _denied(found: tuple[Test, ...]) -> tuple[Test, ...]:
    """What holds where not all of them do; of several nobody can say which."""
    if len(found) > 1:
        return (found[0]._replace(sign="other", holds=False),)
    return (found[0]._replace(holds=not found[0].holds),)


def _any_of(parameters: Parameters) -> bool:
    combined = parameters.text("conditions.combinator") or parameters.text("combineOperation")
    return combined in ("or", "any")


def _conditions(parameters: Parameters, node: Node | None, any_of: bool) -> tuple[Test, ...]:
    found = tuple(_listed(parameters, node))
    if any_of and len(found) > 1:
        return (_one_of(found) or found[0]._replace(sign="other"),)
    return found


def _one_of(found: tuple[Test, ...]) -> Test | None:
    """What several conditions ask of which one has to hold, if they ask whether one thing is this or that."""
    first = found[0]
    words = [each.right.fixed or "" if each.right is not None else "" for each in found]
    asks_same = all(each.sign == "is" and each.holds and each.left.parts == first.left.parts for each in found)
    if not asks_same or first.right is None or not all(words):
        return None
    return first._replace(right=first.right._replace(parts=(" or ".join(words),)))


def _listed(parameters: Parameters, node: Node | None) -> Iterator[Test]:
    listed = member(node, "conditions")
    if type(listed) is Sequence:
        for each in listed.items:
            operator = member(each, "operator")
            yield from _test(
                parameters, member(each, "leftValue"), text_at(operator, "operation"), member(each, "rightValue")
            )
    elif type(node) is nodes.Mapping:
        for kind, (_, group) in node.items():
            for each in group.items if type(group) is Sequence else ():
                usual = "true" if kind == "boolean" and member(each, "value2") is None else _DEFAULT
                operation = text_at(each, "operation") or usual
                yield from _test(parameters, member(each, "value1"), operation, member(each, "value2"))


def _test(parameters: Parameters, left: Node | None, operation: str, right: Node | None) -> Iterator[Test]:
    made = parameters.template_of(left) if left is not None else None
    if made is None:
        made = Template((), parameters.span(left or parameters.root))
    sign, holds = _SIGNS.get(operation, ("other", True))
    against = parameters.template_of(right) if right is not None else None
    if sign == "is" and against is not None and against.fixed in ("true", "false"):
        sign, holds = "true", holds == (against.fixed == "true")
    yield Test(made, sign, against, holds)


def _switch(parameters: Parameters) -> Iterator[tuple[int, tuple[Test, ...]]]:
    rules = parameters.node("rules.values")
    if type(rules) is Sequence:
        for output, each in enumerate(rules.items):
            conditions = member(each, "conditions")
            found = _conditions(parameters, conditions, text_at(conditions, "combinator") == "or")
            if found:
                yield output, found
        return
    rules, value = parameters.node("rules.rules"), parameters.node("value1")
    for position, each in enumerate(rules.items if type(rules) is Sequence else ()):
        written = text_at(each, "output")
        output = int(written) if written.isdecimal() and len(written) < 3 else position
        yield output, tuple(_test(parameters, value, text_at(each, "operation") or _DEFAULT, member(each, "value2")))


def _classes(parameters: Parameters) -> Iterator[tuple[int, tuple[Test, ...]]]:
    listed = parameters.node("categories.categories")
    looked_at = parameters.template("inputText") or Template((), parameters.span(parameters.root))
    for output, each in enumerate(listed.items if type(listed) is Sequence else ()):
        name = member(each, "category")
        if type(name) is Scalar:
            yield output, (Test(looked_at, "class", parameters.template_of(name)),)
