"""What has to be in a setup for a rule to find anything: known when the rule is compiled, and cheap to ask."""

from collections.abc import Iterator

from sociable.engine.compiled_rule import plan_for
from sociable.engine.domains import PAIR
from sociable.engine.loop_plan import LoopPlan
from sociable.engine.plan import GroupPlan, Level
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.lookups import Lookups
from sociable.rulebook.page_files import Want


def wants_of(rule: ast.Rule) -> tuple[tuple[Want, ...], ...]:
    """What its plan asks of things one by one: where nothing meets one of these conditions, it finds nothing.

    Those come first that are asked of an index, which is made once for all rules.
    """
    plan = plan_for(rule)
    if isinstance(plan, LoopPlan):
        return (((plan.kind, (), ()),),)
    if isinstance(plan, GroupPlan):
        plan = plan.members
    pair = [((PAIR, (), ()),)] if any(isinstance(each, ast.Pairing) for each in rule.bindings) else []
    return (*pair, *dict.fromkeys(want for level in plan.levels for want in _of_level(level)))


def _of_level(level: Level) -> Iterator[tuple[Want, ...]]:
    if level.source is None and KINDS.rows[level.kind].find is not None:
        yield ((level.kind, (), ()),)
    everything = Lookups(level.variable, level.kind, KINDS, indexed=False)
    for way in (*level.ways, *(way for each in level.asked for way in each.ways(everything))):
        if not any(lookup.aside for lookup in way):
            yield tuple((lookup.kind, lookup.names, lookup.words) for lookup in way)
