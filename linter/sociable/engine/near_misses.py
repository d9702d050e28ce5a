"""Why a rule says nothing: what it looked at, and the first condition that was not met."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import nsmallest

from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.domains import Things
from sociable.engine.explainer import Explainer, bound_variables, top_clauses
from sociable.engine.judge import verdicts
from sociable.engine.loop_plan import LoopPlan
from sociable.engine.misread import misread
from sociable.engine.plan import GroupPlan
from sociable.engine.subsumption import Subsumption
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.findings.finding import Clause
from sociable.kinds.group import Group
from sociable.kinds.subjects import owners, thing_of
from sociable.kinds.table import KINDS, kind_of, named
from sociable.language import ast
from sociable.language.compile import Env, Getter, Variables
from sociable.language.conditions.joined import conjuncts
from sociable.language.types import Bound, Type
from sociable.language.visitor import free_variables
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.rulebook.page_files import PageRule, page_source
from sociable.setup.model import Automation
from sociable.text.source import Span

MOST = 5
"""How many of the things that a rule does not report are told: those that met most of its conditions."""


class NearMiss(Record):
    """Something that a rule looked at.

    ``met`` counts the conditions that hold. ``failed`` is the first that does not; ``excused`` the
    ``unless`` that applies. With neither, it is reported, or the rule ``instead`` is, or it rests on the keys that are
    ``unread``: nobody understood what the file says there.
    """

    about: str
    span: Span
    met: int
    failed: Clause | None
    excused: Clause | None
    instead: str = ""
    unread: tuple[str, ...] = ()


class WhyNot(Record):
    """The nearest misses, those that met most first; of how many; and what else there is to say."""

    misses: tuple[NearMiss, ...]
    looked_at: int
    remarks: tuple[str, ...] = ()


def why_not(page: PageRule, facts: Facts, automation: str = "", rules: Sequence[CompiledRule] = ()) -> WhyNot:
    """Why this rule says nothing of one automation, or else of whatever comes nearest.

    ``rules`` are all that run: one of them may be told in its stead.
    """
    asked = _Asked(page, facts, automation, rules)
    match page.rule.bindings[0]:
        case ast.Grouping() as grouping:
            return asked.about_groups(grouping)
        case ast.Binding(kind="loop" | "mirror_loop") as binding:
            return asked.about_loops(binding)
    return asked.about_things()


def _told_instead(page: PageRule, facts: Facts, rules: Sequence[CompiledRule]) -> dict[Hashable, str]:
    """The name of the rule that is told instead of this one, by the thing it is about."""
    name = page.name
    by = Subsumption(each.page.heading for each in rules).subsumers.get(name)
    concerned = [each for each in rules if each.name in (*by, name)] if by else []
    sifted = (told for hits in verdicts(facts, concerned) for told in hits)
    return {told.hit.thing: told.instead for told in sifted if told.hit.finding.rule == name and told.instead}


class _Asked:
    """One question."""

    def __init__(self, page: PageRule, facts: Facts, automation: str, rules: Sequence[CompiledRule]) -> None:
        self.rule = page.rule
        self.instead = _told_instead(page, facts, rules)
        asking = CompiledRule(page)
        self.facts = asking.asked_of(facts)
        self.asking = asking if misread(self.facts) else None
        self.domains = Things(self.facts)
        self.explainer = Explainer(page.rule, page_source(page.path), self.domains)
        self.automation = automation

    # ------------------------------------------------------------------------------------- things

    def about_things(self) -> WhyNot:
        """Whatever ``for each`` goes through, one by one."""
        variables = Variables(KINDS)
        candidates = (env for env in self._candidates(variables) if self._concerns(env))
        envs, looked_at = self._nearest(candidates, conjuncts(self.rule.when), variables)
        bounds = (bound_variables(self.rule, variables.slots, variables.types, env) for env in envs)
        return WhyNot(tuple(map(self._explained, bounds)), looked_at)

    def _explained(self, bound: Bound) -> NearMiss:
        miss = _miss(bound, self.explainer.explain(bound))
        variable, *names = self.rule.report.names
        reported = miss.failed is None and miss.excused is None and variable in bound
        if not reported:
            return miss
        miss = miss._replace(unread=self._unread(bound))
        thing, kind = bound[variable]
        place = KINDS.follow(names, kind)[0](thing)
        return miss._replace(instead=self.instead.get(thing_of(place), ""))

    def _unread(self, bound: Bound) -> tuple[str, ...]:
        """The keys that were misread and on which it rests that the rule holds of these things."""
        if self.asking is None:
            return ()
        variables = self.asking.variables
        env = variables.environment(self.domains)
        for name, (thing, _) in bound.items():
            if name in variables.slots:
                env[variables.slots[name]] = thing
        return tuple(sorted(self.asking.doubts(env)))

    def _candidates(self, variables: Variables) -> Iterator[Env]:
        """Every way to give the variables of ``for each`` something to stand for."""
        sources = [source for each in self.rule.bindings for source in self._sources(each, variables)]

        def bind(env: Env) -> Iterator[Env]:
            if len(env) == len(sources):
                yield env
                return
            for thing in sources[len(env)](env):
                yield from bind([*env, thing])

        return bind([])

    def _sources(self, binding: ast.Binding | ast.Grouping | ast.Pairing, variables: Variables) -> Iterator[Getter]:
        """Where the values of each variable come from, given those before it."""
        match binding:
            case ast.Binding(kind, variable, source):
                yield variables.getter(source) if source else lambda env: self.domains.all(kind)
                variables.declare(variable, Type(kind))
            case ast.Pairing(first, second):
                for name in (first, second):
                    variables.declare(name, Type("automation"))
                yield lambda env: self.domains.all("automation")
                yield lambda env: self.domains.partners(env[-1])

    def _nearest(
        self, candidates: Iterable[Env], clauses: Sequence[ast.Condition], variables: Variables
    ) -> tuple[list[Env], int]:
        """Those that meet most of the clauses, then in file order; and how many there are."""
        counted = _Counted(candidates)
        compiled = [each.compiled(variables) for each in clauses]
        size = variables.environment(self.domains)

        def key(env: Env) -> tuple[int, str, int]:
            room = [*env, *size[len(env) :]]
            span: Span = env[-1].span
            return -sum(test(room) for test in compiled), span.path, span.start

        return nsmallest(MOST, counted, key), counted.count

    def _concerns(self, env: Env) -> bool:
        """Whether the automation that is asked about has a part in it."""
        own = [each for each in env if isinstance(each, AutomationFacts | StepFacts)]
        return not self.automation or any(map(self._belongs, own or env))

    def _belongs(self, thing: Any) -> bool:
        """What belongs to no automation does so by its place."""
        if isinstance(thing, Group):
            return any(map(self._belongs, thing.members))
        if isinstance(thing, AccountFacts):
            return any(map(self._belongs, thing.automations))
        own = next((each for each in owners(thing) if isinstance(each, AutomationFacts)), None)
        if own is not None:
            return own.id == self.automation
        span: Span = thing.span
        return any(_within(span, each.span) for each in self._models())

    def _models(self) -> Iterator[Automation]:
        return (each for each in self.facts.setup.automations if each.id.name == self.automation)

    # ------------------------------------------------------------------------------------- groups

    def about_groups(self, grouping: ast.Grouping) -> WhyNot:
        """Groups of the members that passed; members that did not, when there is no group to speak of."""
        whens, unless = (
            tuple(each for each in conditions if grouping.variable not in free_variables(each))
            for conditions in (top_clauses(self.rule.when), self.rule.unless)
        )
        at = (grouping.at, grouping.end)
        plan = GroupPlan(self.rule._replace(when=ast.And(whens, *at), unless=unless), grouping)
        slots, types = plan.variables.slots, plan.variables.types
        groups = [
            self._explained(bound)
            for env in plan.environments(self.domains)
            if self._concerns(env)
            for bound in [bound_variables(self.rule, slots, types, env)]
        ]
        if groups:
            return WhyNot(tuple(sorted(groups, key=lambda miss: -miss.met)[:MOST]), len(groups))
        variables = Variables(KINDS)
        variables.declare(grouping.member, Type(grouping.kind))
        members = ([each] for each in self.domains.all(grouping.kind) if self._concerns([each]))
        envs, looked_at = self._nearest(members, whens, variables)
        misses = tuple(self._member({grouping.member: (env[0], Type(grouping.kind))}, whens, unless) for env in envs)
        return WhyNot(misses, looked_at, ("nothing here passes what is asked of each by itself",))

    def _member(self, bound: Bound, whens: tuple[ast.Condition, ...], unless: tuple[ast.Condition, ...]) -> NearMiss:
        clauses = [(role, each) for role, part in (("when", whens), ("unless", unless)) for each in part]
        return _miss(bound, [self.explainer.clause(each, bound)._replace(role=role) for role, each in clauses])

    # ------------------------------------------------------------------------------------ loops

    def about_loops(self, binding: ast.Binding) -> WhyNot:
        """Loops that the rule reports; else those there would be if it asked for nothing; else what is in the way."""
        reported = self._loops(self.rule, binding, self.facts)
        any_loop = self.rule._replace(when=None, unless=())
        loops = reported or self._loops(any_loop, binding, self.facts)
        misses = tuple(map(self._explained, loops))
        nearest = tuple(sorted(misses, key=lambda miss: -miss.met)[:MOST])
        if nearest:
            return WhyNot(nearest, len(misses))
        brakes = tuple(self._brakes(binding))
        return WhyNot((), 0, brakes or ("no loop of these steps sets itself off, whatever this rule asks for",))

    def _loops(self, rule: ast.Rule, binding: ast.Binding, facts: Facts) -> list[Bound]:
        plan = LoopPlan(rule, binding)
        slots, types = plan.variables.slots, plan.variables.types
        found = [bound_variables(rule, slots, types, env) for env in plan.environments(Things(facts))]
        return [bound for bound in found if not self.automation or self._on(bound[binding.variable][0].automations)]

    def _on(self, automations: Iterable[AutomationFacts]) -> bool:
        return any(each.id == self.automation for each in automations)

    def _brakes(self, binding: ast.Binding) -> Iterator[str]:
        """Each brake without which the rule would find a loop: found by leaving it out and looking again."""
        for key, without in _BRAKES.items():
            automations = tuple(each._replace(**without) for each in self.facts.setup.automations)
            braked = {each.id.name for each in self.facts.setup.automations if each._replace(**without) != each}
            facts = self.facts.of(self.facts.setup._replace(automations=automations))
            for bound in self._loops(self.rule, binding, facts) if braked else ():
                names = (each.id for each in bound[binding.variable][0].automations)
                owners = ", ".join(f"`{name}`" for name in dict.fromkeys(names) if name in braked)
                yield f"without `{key}` of {owners} there would be {named(bound[binding.variable][0])}"


_BRAKES: dict[str, dict[str, Any]] = {
    "ignore:": {"ignore": frozenset()},
    "only_from:": {"only_from": ()},
    "once_per:": {"once_per": None},
    "max_replies_per_thread:": {"max_replies_per_thread": 0},
    "enabled: false": {"enabled": True},
}
"""What may keep steps from setting each other off, by how it is written, and an automation without it."""


class _Counted:
    """Counts what goes through it."""

    def __init__(self, things: Iterable[Env]) -> None:
        self.things = things
        self.count = 0

    def __iter__(self) -> Iterator[Env]:
        for thing in self.things:
            self.count += 1
            yield thing


def _miss(bound: Bound, clauses: Iterable[Clause]) -> NearMiss:
    told = tuple(clauses)
    whens = [each for each in told if each.role == "when"]
    failed = next((each for each in whens if not each.held), None)
    excused = next((each for each in told if each.role == "unless" and each.held), None) if failed is None else None
    things = [thing for thing, _ in bound.values()]
    about = ", ".join(map(named, things))
    return NearMiss(
        about, kind_of(things[-1]).places(things[-1])[0].span, sum(each.held for each in whens), failed, excused
    )


def _within(inner: Span, outer: Span) -> bool:
    return inner.source is outer.source and outer.start <= inner.start < outer.end
