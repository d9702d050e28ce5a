"""What has to be in a setup for a rule to find anything: known when the rule is compiled, and cheap to ask."""

from collections.abc import Iterator

from sociable.engine.compiled_rule import plan_for
from sociable.engine.plan import GroupPlan, Level, Plan
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.rulebook.page_files import Want


def wants_of(rule: ast.Rule) -> tuple[tuple[Want, ...], ...]:
    """The indexes by which its plan finds things: where one of them finds none, nor does the rule."""
    plan = plan_for(rule)
    if isinstance(plan, GroupPlan):
        plan = plan.members
    levels = plan.levels if isinstance(plan, Plan) else []
    return tuple(dict.fromkeys(want for level in levels for want in _of_level(level)))


def _of_level(level: Level) -> Iterator[tuple[Want, ...]]:
    if level.source is None and KINDS.rows[level.kind].find is not None:
        yield ((level.kind, (), ()),)
    for way in level.ways:
        yield tuple((lookup.kind, lookup.names, lookup.words) for lookup in way)
