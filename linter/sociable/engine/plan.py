"""How a rule goes through a setup: indexes first, then each condition as soon as it can be asked."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sociable.engine.domains import Things
from sociable.facts.co_occurrence import may_both_hold
from sociable.kinds.group import Group
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.compile import Env, Getter, Test, Variables, all_of, any_of
from sociable.language.condition import Condition, cheapest_first
from sociable.language.conditions.joined import conjuncts, implied
from sociable.language.lookups import Lookup, Lookups, Way
from sociable.language.types import Get, Type
from sociable.language.visitor import free_variables
from sociable.records.record import Record
from sociable.records.static import Any


class Level(Record):
    """One variable of ``for each``: its slot, where its values come from, and what they must meet.

    ``asked`` is what they must meet as the rule says it, ``ways`` are those by which an index finds them; ``parent``
    leads from a value back to the variable above, for walking the pair bottom up.
    """

    kind: str
    variable: str
    slot: int
    source: Getter | None
    asked: tuple[Condition, ...]
    meets: Test
    ways: tuple[Way, ...]
    parent: Get | None = None


class Plan:
    """A compiled ``for each … when … unless …``: the environments in which a rule holds."""

    def __init__(self, rule: ast.Asked) -> None:
        self.variables = Variables(KINDS)
        self.pending = list(conjuncts(rule.when))
        self.last: list[Test] = []  # what takes long to say
        levels = [level for binding in rule.bindings for level in self._levels(binding)]
        self.levels = self._linked(rule, levels)
        self.unless = any_of(
            [self.variables.apart(each.compiled) for each in cheapest_first(rule.unless, self.variables)]
        )

    def _levels(self, binding: ast.Binding | ast.Grouping | ast.Pairing) -> Iterator[Level]:
        match binding:
            case ast.Binding():
                source = self.variables.getter(binding.source) if binding.source else None
                yield self._level(binding.kind, binding.variable, source)
            case ast.Pairing(first, second):
                yield self._level("automation", first, None)
                one, whole = self.variables.slots[first], self.variables.things()
                yield self._level("automation", second, lambda env: env[whole].waiting_alike(env[one]))
                other = self.variables.slots[second]
                self.last.append(lambda env: may_both_hold(env[one], env[other]))

    def _level(self, kind: str, variable: str, source: Getter | None) -> Level:
        slot = self.variables.declare(variable, Type(kind))
        ready: list[ast.Condition] = []
        pending: list[ast.Condition] = []
        for each in self.pending:
            (ready if free_variables(each) <= self.variables.slots.keys() else pending).append(each)
        self.pending = pending
        if source is None:
            source = self._led_to(variable, ready)
        follows = (implied(each, self.variables.slots) for each in self.pending)
        asked = (*ready, *(each for each in follows if each is not None))
        found = tuple(way for each in asked for way in each.ways(Lookups(variable, kind, KINDS)))
        meets = all_of([each.compiled(self.variables) for each in cheapest_first(asked, self.variables)])
        return Level(kind, variable, slot, source, asked, meets, found)

    def _led_to(self, variable: str, ready: list[ast.Condition]) -> Getter | None:
        """What a variable above leads to, if that is asked: nothing else needs to be tried then."""
        for condition in ready:
            if not isinstance(condition, ast.LeadsTo) or condition.right.names != (variable,):
                continue
            if condition.left.names[0] != variable:
                ready.remove(condition)
                return self.variables.set_off_by(condition.left)
        return None

    def _linked(self, rule: ast.Asked, levels: list[Level]) -> list[Level]:
        """Let the second level lead when an index answers it and each value knows its parent."""
        if len(rule.bindings) > 1 and levels[1].ways:
            second = rule.bindings[1]
            source = second.source if isinstance(second, ast.Binding) else None
            if source is not None and source.names[1:] == ("steps",) and levels[0].kind in ("automation", "account"):
                parent = KINDS.attributes(Type("step"))[levels[0].kind].get
                levels[1] = levels[1]._replace(parent=parent)
        return levels

    def environments(self, domains: Things) -> Iterator[Env]:
        """Each way in which the rule holds. The list is used again: copy what should last."""
        env = self.variables.environment(domains)
        for _ in self._from(0, env, domains):
            if not self.unless(env) and all(test(env) for test in self.last):
                yield env

    def _from(self, depth: int, env: Env, domains: Things) -> Iterator[None]:
        if depth == len(self.levels):
            yield None
            return
        level = self.levels[depth]
        below = self._below(domains) if depth == 0 and len(self.levels) > 1 else None
        if below is not None:
            yield from self._pairs(below, env, domains)
            return
        for thing in self._things(level, env, domains):
            env[level.slot] = thing
            if level.meets(env):
                yield from self._from(depth + 1, env, domains)

    def _below(self, domains: Things) -> Collection[Any] | None:
        """What the second level's indexes find, if that is less than what the first one would go through."""
        first, second = self.levels[0], self.levels[1]
        below = fewest(second.ways, domains) if second.parent is not None else None
        if below is None:
            return None
        above = fewest(first.ways, domains)
        return below if len(below) <= len(domains.all(first.kind) if above is None else above) else None

    def _pairs(self, below: Collection[Any], env: Env, domains: Things) -> Iterator[None]:
        first, second = self.levels[0], self.levels[1]
        assert second.parent is not None
        for thing in below:
            above = second.parent(thing)
            if first.kind == "account" and not above.known:
                continue
            env[first.slot], env[second.slot] = above, thing
            if first.meets(env) and second.meets(env):
                yield from self._from(2, env, domains)

    def _things(self, level: Level, env: Env, domains: Things) -> Iterable[Any]:
        if level.source is not None:
            things: Iterable[Any] = level.source(env)
            return things
        found = fewest(level.ways, domains)
        if found is None:
            return domains.all(level.kind)
        return [thing for thing in found if thing.known] if level.kind == "account" else found


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
        self.kind = grouping.kind
        self.is_for_all = not about_member and not inner.unless
        self.members = Plan(inner)
        self.keys = [KINDS.follow(key.names[1:], Type(grouping.kind))[0] for key in grouping.keys]
        self.variables = Variables(KINDS)
        self.slot = self.variables.declare(grouping.variable, Type("group", grouping.kind))
        self.least = max([1, *(_least_size(each, grouping.variable) for each in about_group)])
        self.meets = all_of([each.compiled(self.variables) for each in about_group])
        excuses = (each for each in rule.unless if not free_variables(each) <= {grouping.member})
        self.unless = any_of([self.variables.apart(each.compiled) for each in excuses])

    def environments(self, domains: Things) -> Iterator[Env]:
        """Each group for which the rule holds, its members in the order of their places."""
        groups: dict[tuple[Any, ...], list[Any]] = {}
        for member in self._things(domains):
            groups.setdefault(tuple([key(member) for key in self.keys]), []).append(member)
        env = self.variables.environment(domains)
        for members in groups.values():
            if len(members) < self.least:
                continue
            members.sort(key=_where)  # an index gives them word by word
            env[self.slot] = Group(members)
            if self.meets(env) and not self.unless(env):
                yield env

    def _things(self, domains: Things) -> Iterable[Any]:
        if self.is_for_all:
            return domains.all(self.kind)
        return (env[0] for env in self.members.environments(domains))


def _least_size(condition: ast.Condition, group: str) -> int:
    """How large a group has to be, if a condition says so: most things are like no other."""
    match condition:
        case ast.Compare(ast.Path(names), ">=", ast.Number(least)) if names == (group, "size"):
            return least
    return 1


def _where(thing: Any) -> tuple[str, int]:
    return thing.span.path, thing.span.start


def fewest(options: Sequence[Way], domains: Things) -> Collection[Any] | None:
    """What the way finds that finds least; ``None`` without any."""
    best: list[tuple[Lookup, Collection[Any]]] | None = None
    least = 0
    for way in options:
        found = [(lookup, things) for lookup in way for things in lookup.found(domains)]
        number = sum(len(things) for _, things in found)
        if best is None or number < least:
            best, least = found, number
        if not least:
            break
    if best is None:
        return None
    if len(best) == 1 and best[0][0].up is None:
        return best[0][1]  # an index has each thing once for a word
    return list(dict.fromkeys(lookup.up(each) if lookup.up else each for lookup, things in best for each in things))
