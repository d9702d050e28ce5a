"""What a file says but nobody understood: a rule that asks for it keeps quiet, unless it holds whatever was meant.

The misreading is told by itself. To go on as if nothing were said would make a second finding out of
the same slip, one that goes away with it.
"""

from functools import cache

from sociable.facts.declarations import is_aimed_at_nobody_known
from sociable.facts.facts import Facts
from sociable.kinds.loop import BRAKES
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.condition import Condition
from sociable.language.visitor import walk
from sociable.records.record import Record
from sociable.records.static import Any

_AROUND = frozenset(("account", "automation"))
"""By which a path leads from a thing to what it is part of."""


class Unread(Record):
    """Keys that nobody understood: ``own`` of what a rule is about, ``around`` also of what is beside that."""

    own: frozenset[str]
    around: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.own or self.around)

    def are_asked_for(self, tree: Any) -> bool:
        """Whether a condition asks for one of them: what is beside a thing counts where it looks further than that."""
        return not (_keys_in(tree).isdisjoint(self.own) and _keys_beside(tree).isdisjoint(self.around))


def misread(facts: Facts) -> bool:
    """Whether anything in a setup was given and not understood, or is aimed at an account that no file describes."""
    setup = facts.setup
    steps = (step for each in setup.automations for step in each.steps)
    parts = (setup.accounts, setup.automations, steps, setup.lists, setup.places)
    return any(part.misread for each in parts for part in each) or any(map(is_aimed_at_nobody_known, facts.steps))


def keys_asked_for(rule: ast.Rule) -> frozenset[str]:
    """The keys of a file that decide whether the rule finds something, besides those that make a step what it is."""
    return _keys_in((rule.bindings, rule.when, rule.unless))


def _keys_in(tree: Any) -> frozenset[str]:
    found: set[str] = set()
    for node in walk(tree):
        if isinstance(node, ast.Path):
            found.update(*(rests_on(name) for name in node.names[1:]))
        elif isinstance(node, ast.Quantified):  # one step more or less may decide
            found.add("do")
        elif isinstance(node, ast.Binding) and KINDS.rows[node.kind].search:
            found |= BRAKES
    return frozenset(found)


def _keys_beside(tree: Any) -> frozenset[str]:
    """The keys that a condition asks of others than the things that a rule is about."""
    found: set[str] = set()
    for node in walk(tree):
        if isinstance(node, ast.Quantified) or (isinstance(node, ast.Path) and not _AROUND.isdisjoint(node.names)):
            found |= _keys_in(node)
    return frozenset(found)


def whatever_is_meant(rule: ast.Rule, unread: Unread) -> Condition | None:
    """What has to hold so that the rule finds something whatever these keys mean; ``None`` if that cannot be said."""
    if not unread.around.isdisjoint(_keys_in(rule.bindings)):
        return None
    holds = _settled(rule.when, unread, True) if rule.when is not None else ast.And((), 0, 0)
    excuses = [_settled(each, unread, False) for each in rule.unless]
    if holds is None or None in excuses:
        return None
    return ast.And((holds, *(ast.Not(each, each.at, each.end) for each in excuses if each is not None)), 0, 0)


def _settled(condition: Condition, unread: Unread, holds: bool) -> Condition | None:
    """A condition that asks for none of these keys and only holds if this one does; or, if not ``holds``, whenever.

    ``None`` if there is no such condition.
    """
    if not unread.are_asked_for(condition):
        return condition
    if isinstance(condition, ast.Not):
        inner = _settled(condition.operand, unread, not holds)
        return None if inner is None else condition._replace(operand=inner)
    if isinstance(condition, ast.Quantified):
        return _settled_of_each(condition, unread, holds)
    if not isinstance(condition, ast.And | ast.Or):
        return None
    parts = [_settled(each, unread, holds) for each in condition.operands]
    said = tuple(each for each in parts if each is not None)
    may_leave_out = isinstance(condition, ast.Or) == holds
    if not said or (len(said) < len(parts) and not may_leave_out):
        return None
    return condition._replace(operands=said)


def _settled_of_each(condition: ast.Quantified, unread: Unread, holds: bool) -> Condition | None:
    """What is asked of each of a list, as far as it was read; nothing where one more or less of them may decide."""
    around = unread.around
    if "do" in around or not _keys_in(condition.source).isdisjoint(around):
        return None
    is_against = condition.quantity in ("no", "at most")
    body = _settled(condition.body, Unread(around, around), holds != is_against)
    return None if body is None else condition._replace(body=body)


@cache
def rests_on(name: str) -> frozenset[str]:
    """The keys of a file behind whatever attributes have this name."""
    rows = (row.attributes[name] for row in KINDS.rows.values() if name in row.attributes)
    return frozenset(key for each in rows for key in ((name,) if each.rests_on is None else each.rests_on))
