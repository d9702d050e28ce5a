"""What a file says but nobody understood: a rule that asks for it keeps quiet.

The misreading is told by itself. To go on as if nothing were said would make a second finding out of
the same slip, one that goes away with it.
"""

from functools import cache

from sociable.facts.facts import Facts
from sociable.kinds.loop import BRAKES
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.visitor import walk


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
    for node in walk((rule.bindings, rule.when, rule.unless)):
        if isinstance(node, ast.Path):
            found.update(*(rests_on(name) for name in node.names[1:]))
        elif isinstance(node, ast.Quantified):  # one step more or less may decide
            found.add("do")
        elif isinstance(node, ast.Binding) and KINDS.rows[node.kind].search:
            found |= BRAKES
    return frozenset(found)


@cache
def rests_on(name: str) -> frozenset[str]:
    """The keys of a file behind whatever attributes have this name."""
    rows = (row.attributes[name] for row in KINDS.rows.values() if name in row.attributes)
    return frozenset(key for each in rows for key in ((name,) if each.rests_on is None else each.rests_on))
