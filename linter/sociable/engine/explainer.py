"""Why a rule holds or does not: its conditions walked once more, this time for the words.

Worked out only when somebody asks. Whether a condition holds is decided by the test that was compiled of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy

from sociable.engine.domains import Things
from sociable.facts.facts import AutomationFacts
from sociable.findings.finding import Clause
from sociable.graph.loops import Loop
from sociable.kinds.condition_words import condition_words, manner
from sociable.kinds.group import Group
from sociable.kinds.shown import fact, shown
from sociable.kinds.table import KINDS, named
from sociable.language import ast
from sociable.language.compile import Env, Test, Variables
from sociable.language.protocols import Value
from sociable.language.types import PERSON, Bound, Kinds, Type
from sociable.language.visitor import free_variables, unmarked
from sociable.records.static import Any
from sociable.setup.target_wording import crowd_phrase
from sociable.text.source import Source, Span
from sociable.text.wording import counted

EXAMPLES = 3
"""How many of several things that are all alike are shown one by one."""

_COMMENT = re.compile(r"#[^\n]*")
_USE = re.compile(r"[a-z][a-z0-9_-]*\s*\(")


def top_clauses(condition: ast.Condition | None) -> tuple[ast.Condition, ...]:
    """The conditions of ``when`` as the page lists them: a ``define`` that is used there is one of them."""
    if not isinstance(condition, ast.And) or _is_use(condition):
        return () if condition is None else (condition,)
    return tuple(clause for operand in condition.operands for clause in top_clauses(operand))


def _is_use(condition: ast.And) -> bool:
    """A define is written out at one place; what a page itself joins stands side by side."""
    return any((each.at, each.end) == (condition.at, condition.end) for each in condition.operands)


class Explainer:
    """Explains a rule, or a question, whose own words are in ``page``, for what there is in ``things``.

    ``within`` a define there are no words of the page to show.
    """

    kinds: Kinds = KINDS

    within = False

    def __init__(self, asked: ast.Asked, page: Source, things: Things) -> None:
        self.asked = asked
        self.page = page
        self.things = things
        self._tests: dict[tuple[int, tuple[str, ...]], tuple[Test, Env, list[int]]] = {}

    def explain(self, bound: Bound) -> tuple[Clause, ...]:
        """Every condition of ``when`` and every ``unless``, for what ``for each`` came to stand for."""
        whens = (self._top(each, bound)._replace(role="when") for each in top_clauses(self.asked.when))
        unless = (self._top(each, bound)._replace(role="unless") for each in self.asked.unless)
        first = self.asked.bindings[0]
        together = [self._alike(first, bound[first.variable][0])] if isinstance(first, ast.Grouping) else []
        return (*whens, *together, *unless)

    def _top(self, condition: ast.Condition, bound: Bound) -> Clause:
        first = self.asked.bindings[0]
        if isinstance(first, ast.Grouping) and first.member in free_variables(condition):
            group = bound[first.variable][0]
            return self._of_members(condition, first, group.members)
        return self.clause(condition, bound)

    def _of_members(self, condition: ast.Condition, grouping: ast.Grouping, members: Sequence[Any]) -> Clause:
        """Of members it is asked one by one, before they are put together."""
        about = [(each, self.clause(condition, {grouping.member: (each, Type(grouping.kind))})) for each in members]
        held = all(clause.held for _, clause in about)
        decisive = [pair for pair in about if pair[1].held == held]
        says = f"{'true' if held else 'not true'} of each of {counted(len(members), grouping.kind)}"
        words = condition_words(condition, {grouping.member: Type(grouping.kind)}, held)
        return Clause("", self._text(condition), held, says, None, self.one_by_one(decisive), words)

    def _alike(self, grouping: ast.Grouping, group: Group) -> Clause:
        """Who the members of a group are, and in what they are alike."""
        kind = Type(grouping.kind)
        first: Bound = {grouping.member: (group.members[0], kind)}
        text = f"by {', '.join(key.text for key in grouping.keys)}"
        says = "; ".join(self.value(key, first).says for key in grouping.keys)
        words = f"{counted(len(group.members), grouping.kind)} are alike"
        says = f"alike in {counted(len(group.members), grouping.kind)}: {says}"
        members = tuple(Clause("", text, True, named(each), each.span) for each in group.members[:EXAMPLES])
        return Clause("when", text, True, says, None, members, words)

    # --------------------------------------------------------------------------------- conditions

    def clause(self, condition: ast.Condition, bound: Bound) -> Clause:
        """One condition, as its page says it, and because of what it holds or does not."""
        text = unmarked(condition).printed() if self.within else self._text(condition)
        if not self.within and _USE.match(text):
            inside = copy(self)
            inside.within = True
            inner = inside.clause(condition, bound)
            return inner._replace(text=text, says="", span=None, parts=(inner,) if inner.says else inner.parts)
        held = self.holds(condition, bound)
        found = condition.explained(self, bound, held)
        return found._replace(text=text, held=held, words=_words(condition, bound, held, bool(found.parts)))

    def holds(self, condition: ast.Condition, bound: Bound) -> bool:
        """What the compiled test says, which is made once for the same condition and variables."""
        known = id(condition), tuple(bound)
        if known not in self._tests:
            variables = Variables(KINDS)
            slots = [variables.declare(name, kind) for name, (_, kind) in bound.items()]
            test = condition.compiled(variables)
            self._tests[known] = test, variables.environment(self.things), slots
        test, env, slots = self._tests[known]
        for slot, (thing, _) in zip(slots, bound.values(), strict=True):
            env[slot] = thing
        return bool(test(env))

    def _text(self, condition: ast.Condition) -> str:
        """What the page says, without comments and line breaks."""
        return " ".join(_COMMENT.sub("", self.page.text[condition.at : condition.end]).split())

    # -------------------------------------------------------------------- what conditions ask for

    def value(self, path: ast.Path, bound: Bound) -> Value:
        """What a path leads to. An event, and the person behind it, stand where their automation says so."""
        value, kind = bound[path.names[0]]
        attribute, span = None, self.span(value)
        for name in path.names[1:]:
            attribute = KINDS.attributes(kind)[name]
            owner, value, kind = value, attribute.get(value), attribute.type
            if isinstance(owner, AutomationFacts) and (kind == PERSON or name == "event"):
                span = owner.model.trigger.span
            else:
                span = self.span(value) or span
        return Value(value, kind, self.fact(attribute, value) if attribute else self.shown(value, kind), span)

    def in_order(self, things: Iterable[Any], owner: Any) -> Iterator[Any]:
        """The things of a list; of a loop those on the way that is told come first."""
        walk = [walk_step.step for walk_step in owner.walk] if isinstance(owner, Loop) else []
        return iter(dict.fromkeys((*walk, *things)))

    def one_by_one(self, about: Iterable[tuple[Any, Clause]]) -> tuple[Clause, ...]:
        """The first few of several things, each with what is so of it."""
        return tuple(
            clause._replace(
                says=f"{named(thing)}: {clause.says}" if clause.says else named(thing), span=clause.span or thing.span
            )
            for thing, clause in list(about)[:EXAMPLES]
        )

    def span(self, thing: Any) -> Span | None:
        """Where a thing stands; groups and loops stand at several places, and words at none."""
        row = KINDS.of(thing)
        span: Span | None = thing.span if row is not None and row.placed else None
        return span

    named = staticmethod(named)
    shown = staticmethod(shown)
    fact = staticmethod(fact)
    crowd = staticmethod(crowd_phrase)


def _words(condition: ast.Condition, bound: Bound, held: bool, in_parts: bool) -> str:
    """What is so, in words; of several conditions the parts say it, of several things how many it is true of."""
    if in_parts and isinstance(condition, ast.And | ast.Or):
        return ""
    if in_parts and isinstance(condition, ast.Quantified):
        return manner(condition, held)
    return condition_words(condition, {name: kind for name, (_, kind) in bound.items()}, held)


def bound_variables(asked: ast.Asked, slots: dict[str, int], types: list[Type], env: list[Any]) -> Bound:
    """What the variables of ``for each`` stand for in an environment of the compiled rule."""
    names = (name for each in asked.bindings for name in ast.variables_of(each))
    return {name: (env[slots[name]], types[slots[name]]) for name in names}
