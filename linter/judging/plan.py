"""How a rule goes through a setup: indexes first, then each condition as soon as it can be asked."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from linter.causality.guards import may_both_hold
from linter.judging.compiler import Env, Getter, Test, Variables, compile_condition, getter, set_off_by, walk
from linter.judging.domains import Domains, Get, Group
from linter.language import ast
from linter.language.conditions import conjuncts, free_variables, implied, word_set
from linter.language.kinds import Type, attributes


class Lookup(NamedTuple):
    """A condition that an index answers: things of a kind whose word is one of these."""

    kind: str
    names: tuple[str, ...]
    get: Get
    words: tuple[str, ...]

    def found(self, domains: Domains) -> list[list[Any]]:
        """The lists of things, one for each word that occurs."""
        index = domains.index(self.kind, self.names, self.get)
        return [index[word] for word in self.words if word in index]


class Level(NamedTuple):
    """One variable of ``for each``: its slot, where its values come from, and what they must meet.

    ``parent`` leads from a value back to the variable above, for walking the pair bottom up.
    """

    kind: str
    slot: int
    source: Getter | None
    tests: tuple[Test, ...]
    lookup: Lookup | None
    parent: Get | None = None


class Plan:
    """A compiled ``for each … when … unless …``: the environments in which a rule holds."""

    def __init__(self, rule: ast.Asked) -> None:
        self.variables = Variables()
        self.pending = list(conjuncts(rule.when))
        self.last: list[Test] = []  # what takes long to say
        levels = [level for binding in rule.bindings for level in self._levels(binding)]
        self.levels = self._linked(rule, levels)
        self.unless = tuple(compile_condition(each, self.variables) for each in rule.unless)

    def _levels(self, binding: ast.Binding | ast.Grouping | ast.Pairing) -> Iterator[Level]:
        match binding:
            case ast.Binding():
                source = getter(binding.source, self.variables) if binding.source else None
                yield self._level(binding.kind, binding.variable, source)
            case ast.Pairing(first, second):
                yield self._level("automation", first, None)
                one, whole = self.variables.slots[first], self.variables.domains()
                yield self._level("automation", second, lambda env: env[whole].waiting_alike(env[one]))
                other = self.variables.slots[second]
                self.last.append(lambda env: may_both_hold(env[one], env[other]))

    def _level(self, kind: str, variable: str, source: Getter | None) -> Level:
        slot = self.variables.declare(variable, Type(kind))
        ready = [each for each in self.pending if free_variables(each) <= self.variables.slots.keys()]
        self.pending = [each for each in self.pending if each not in ready]
        if source is None:
            source = self._led_to(variable, ready)
        lookup = None
        for condition in ready:
            lookup = as_lookup(condition, variable, kind)
            if lookup is not None:
                ready.remove(condition)
                break
        follows = (implied(each, self.variables.slots) for each in self.pending)
        asked = [*ready, *(each for each in follows if each is not None)]
        tests = tuple(compile_condition(each, self.variables) for each in asked)
        return Level(kind, slot, source, tests, lookup)

    def _led_to(self, variable: str, ready: list[ast.Condition]) -> Getter | None:
        """What a variable above leads to, if that is asked: nothing else needs to be tried then."""
        for condition in ready:
            if not isinstance(condition, ast.LeadsTo) or condition.right.names != (variable,):
                continue
            if condition.left.names[0] != variable:
                ready.remove(condition)
                return set_off_by(condition.left, self.variables)
        return None

    def _linked(self, rule: ast.Asked, levels: list[Level]) -> list[Level]:
        """Let the second level lead when an index answers it and each value knows its parent."""
        if len(rule.bindings) > 1 and levels[1].lookup is not None:
            second = rule.bindings[1]
            source = second.source if isinstance(second, ast.Binding) else None
            if source is not None and source.names[1:] == ("steps",) and levels[0].kind in ("automation", "account"):
                parent = attributes(Type("step"))[levels[0].kind].get
                levels[1] = levels[1]._replace(parent=parent)
        return levels

    def environments(self, domains: Domains) -> Iterator[Env]:
        """Each way in which the rule holds. The list is used again: copy what should last."""
        env = self.variables.environment(domains)
        for _ in self._from(0, env, domains):
            if not any(test(env) for test in self.unless) and all(test(env) for test in self.last):
                yield env

    def _from(self, depth: int, env: Env, domains: Domains) -> Iterator[None]:
        if depth == len(self.levels):
            yield None
            return
        level = self.levels[depth]
        if depth == 0 and len(self.levels) > 1 and self._second_leads(domains):
            yield from self._pairs(env, domains)
            return
        for thing in self._things(level, env, domains):
            env[level.slot] = thing
            if all(test(env) for test in level.tests):
                yield from self._from(depth + 1, env, domains)

    def _second_leads(self, domains: Domains) -> bool:
        """Whether fewer things meet the second level's index than the first one's."""
        first, second = self.levels[0], self.levels[1]
        if second.parent is None or second.lookup is None:
            return False
        below = sum(map(len, second.lookup.found(domains)))
        above = sum(map(len, first.lookup.found(domains))) if first.lookup else len(domains.all(first.kind))
        return below <= above

    def _pairs(self, env: Env, domains: Domains) -> Iterator[None]:
        first, second = self.levels[0], self.levels[1]
        assert second.lookup is not None
        assert second.parent is not None
        words = frozenset(first.lookup.words) if first.lookup else None
        for things in second.lookup.found(domains):
            for thing in things:
                above = second.parent(thing)
                if first.kind == "account" and not above.known:
                    continue
                if words is not None and first.lookup is not None and first.lookup.get(above) not in words:
                    continue
                env[first.slot], env[second.slot] = above, thing
                if all(test(env) for test in first.tests) and all(test(env) for test in second.tests):
                    yield from self._from(2, env, domains)

    def _things(self, level: Level, env: Env, domains: Domains) -> Iterable[Any]:
        if level.source is not None:
            things: Sequence[Any] = level.source(env)
            if level.lookup is None:
                return things
            get, words = level.lookup.get, frozenset(level.lookup.words)
            return [thing for thing in things if get(thing) in words]
        if level.lookup is not None:
            return [thing for things in level.lookup.found(domains) for thing in things]
        return domains.all(level.kind)


def as_lookup(condition: ast.Condition, variable: str, kind: str) -> Lookup | None:
    """The index look-up that answers a condition, if one does."""
    if not isinstance(condition, ast.Is | ast.In) or condition.left.names[0] != variable:
        return None
    names = condition.left.names[1:]
    if not names or not attributes(Type(kind))[names[0]].indexed:
        return None
    get, _ = walk(condition.left, Type(kind))
    return Lookup(kind, names, get, tuple(sorted(word_set(condition))))


class GroupPlan:
    """``for each group``: members are filtered first, then put together, then judged as a group."""

    def __init__(self, rule: ast.Asked, grouping: ast.Grouping) -> None:
        about_member = [each for each in conjuncts(rule.when) if free_variables(each) <= {grouping.member}]
        about_group = [each for each in conjuncts(rule.when) if each not in about_member]
        inner = rule._replace(
            bindings=(ast.Binding(grouping.kind, grouping.member, None, grouping.at, grouping.end),),
            when=ast.And(tuple(about_member), grouping.at, grouping.end) if about_member else None,
            unless=tuple(each for each in rule.unless if free_variables(each) <= {grouping.member}),
        )
        self.members = Plan(inner)
        self.keys = [getter(key, self.members.variables) for key in grouping.keys]
        self.variables = Variables()
        self.slot = self.variables.declare(grouping.variable, Type("group", grouping.kind))
        self.tests = [compile_condition(each, self.variables) for each in about_group]
        self.unless = [
            compile_condition(each, self.variables)
            for each in rule.unless
            if not free_variables(each) <= {grouping.member}
        ]

    def environments(self, domains: Domains) -> Iterator[Env]:
        """Each group for which the rule holds, its members in the order of their places."""
        groups: dict[tuple[Any, ...], list[Any]] = {}
        for member in self.members.environments(domains):
            groups.setdefault(tuple(key(member) for key in self.keys), []).append(member[0])
        env = self.variables.environment(domains)
        for members in groups.values():
            members.sort(key=_where)  # an index gives them word by word
            env[self.slot] = Group(members)
            if all(test(env) for test in self.tests) and not any(test(env) for test in self.unless):
                yield env


def _where(thing: Any) -> tuple[str, int]:
    return thing.span.path, thing.span.start
