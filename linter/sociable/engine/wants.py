"""What has to be in a setup for a rule to find anything: known when the rule is compiled, and cheap to ask."""

from collections.abc import Iterable, Iterator

from sociable.engine.compiled_rule import plan_for
from sociable.engine.domains import PAIR
from sociable.engine.loop_plan import LoopPlan
from sociable.engine.plan import GroupPlan, Level
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.lookups import Lookups, Way
from sociable.language.types import Answer
from sociable.rulebook.page_files import Want


def wants_of(rule: ast.Rule) -> tuple[tuple[Want, ...], ...]:
    """What its plan asks of things one by one: where nothing meets one of these conditions, it finds nothing.

    Those come first that are asked of an index, which is made once for all rules. What follows from another one is
    left out: whoever wants a ``reply`` needs not ask for a ``reply`` or a ``post``.
    """
    plan = plan_for(rule)
    if isinstance(plan, LoopPlan):
        return (((plan.kind, (), ()),),)
    if isinstance(plan, GroupPlan):
        plan = plan.members
    pair = [((PAIR, (), ()),)] if any(isinstance(each, ast.Pairing) for each in rule.bindings) else []
    return (*pair, *_strongest(want for level in plan.levels for want in _of_level(level)))


_MOST_WAYS = 64
"""Where one of several conditions has to hold, each of these takes time to write down and hardly any to ask."""


def _strongest(wants: Iterable[tuple[Want, ...]]) -> list[tuple[Want, ...]]:
    said = {each: {(kind, path, word) for kind, path, words in each for word in words or ("",)} for each in wants}
    return [each for each, ways in said.items() if not any(others < ways for others in said.values())]


def _of_level(level: Level) -> Iterator[tuple[Want, ...]]:
    if level.source is None and KINDS.rows[level.kind].find is not None:
        yield ((level.kind, (), ()),)
    everything = Lookups(level.variable, level.kind, KINDS, indexed=False, most=_MOST_WAYS)
    for way in (*level.ways, *(way for each in level.asked for way in each.ways(everything))):
        if not any(lookup.aside for lookup in way):
            yield _wanted(way)


def _wanted(way: Way) -> tuple[Want, ...]:
    """What it looks up, each path once."""
    words: dict[tuple[str, tuple[str, ...]], set[Answer]] = {}
    for lookup in way:
        words.setdefault((lookup.kind, lookup.names), set()).update(lookup.words)
    return tuple((kind, names, tuple(sorted(wanted))) for (kind, names), wanted in words.items())
