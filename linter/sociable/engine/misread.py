"""What a file says but nobody understood: a rule that asks for it keeps quiet.

The misreading is told by itself. To go on as if nothing were said would make a second finding out of
the same slip, one that goes away with it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts, TargetFacts, TextFacts
from sociable.kinds.table import BRAKES, LOOPS, RESTS_ON
from sociable.language import ast


def misread(facts: Facts) -> bool:
    """Whether anything in a setup was given and not understood."""
    setup = facts.setup
    return any(
        part.misread
        for parts in (setup.accounts, setup.automations, (step for each in setup.automations for step in each.steps))
        for part in parts
    )


def keys_asked_for(rule: ast.Rule) -> frozenset[str]:
    """The keys of a file that decide whether the rule finds something, besides those that make a step what it is."""
    found: set[str] = set()
    for node in _nodes((rule.bindings, rule.when, rule.unless)):
        if isinstance(node, ast.Path):
            found.update(*(RESTS_ON.get(name, (name,)) for name in node.names[1:]))
        elif isinstance(node, ast.Quantified):  # one step more or less may decide
            found.add("do")
        elif isinstance(node, ast.Binding) and node.kind in LOOPS:
            found |= BRAKES
    return frozenset(found)


def misread_of(thing: Any) -> Iterator[str]:
    """The keys that were not understood of a thing, of what it belongs to, and of what belongs to it."""
    match thing:
        case AccountFacts():
            yield from thing.model.misread
            for automation in thing.automations:
                yield from automation.model.misread
                yield from _of_steps(automation)
        case AutomationFacts():
            yield from thing.model.misread
            yield from thing.account.model.misread
            yield from _of_steps(thing)
        case StepFacts():
            yield from thing.model.misread
            yield from thing.automation.model.misread
            yield from thing.account.model.misread
        case TextFacts() | TargetFacts():
            yield from misread_of(thing.step)


def _of_steps(automation: AutomationFacts) -> Iterator[str]:
    return (key for step in automation.steps for key in step.model.misread)


def _nodes(tree: object) -> Iterator[object]:
    """A tree of named tuples, each node before what is in it."""
    yield tree
    inner: Iterable[object] = tree if isinstance(tree, tuple) else ()
    for each in inner:
        yield from _nodes(each)
