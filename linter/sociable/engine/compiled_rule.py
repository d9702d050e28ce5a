"""A rule ready to run: its plan, and what rests on what nobody understood."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from sociable.engine.domains import Things
from sociable.engine.misread import Unread, keys_asked_for, whatever_is_meant
from sociable.engine.plan import GroupPlan, Plan
from sociable.facts.facts import Facts
from sociable.kinds.table import KINDS, members_of
from sociable.language import ast
from sociable.language.compile import Env, Test, Variables
from sociable.language.visitor import walk
from sociable.records.static import TYPE_CHECKING, Any, TypeAlias, TypeGuard
from sociable.rulebook.page_files import PageRule
from sociable.vocabulary.values import DEFAULT_PROFILE

if TYPE_CHECKING:
    from sociable.engine.loop_plan import LoopPlan
    from sociable.engine.merging import Hit
    from sociable.engine.pair_plan import PairPlan
    from sociable.engine.telling import Telling


AnyPlan: TypeAlias = "Plan | PairPlan | GroupPlan | LoopPlan"


_ENDED = "is_over"
"""By which a rule asks for what has ended."""


def plan_for(asked: ast.Asked) -> AnyPlan:
    """How to find what a rule or a question is about; small setups have neither loops nor pairs."""
    first = asked.bindings[0]
    if isinstance(first, ast.Grouping):
        return GroupPlan(asked, first)
    if isinstance(first, ast.Binding) and KINDS.rows[first.kind].search:
        from sociable.engine.loop_plan import LoopPlan

        return LoopPlan(asked, first)
    if isinstance(first, ast.Pairing) and len(asked.bindings) == 1:
        from sociable.engine.pair_plan import PairPlan

        return PairPlan(asked, first)
    return Plan(asked)


def _is_about_pairs(plan: AnyPlan) -> "TypeGuard[PairPlan]":
    return hasattr(plan, "groups")


def _misread_of(things: Iterable[Any]) -> Iterator[str]:
    for thing in things:
        row = KINDS.of(thing)
        yield from row.misread(thing) if row is not None else ()


class CompiledRule:
    """A rule ready to run in a profile; with ``explains``, each finding says which conditions held because of what."""

    def __init__(self, page: PageRule, explains: bool = False, profile: str = DEFAULT_PROFILE) -> None:
        self.page = page
        self.explains = explains
        self.profile = profile
        self._sure: dict[Unread, Test] = {}

    @property
    def name(self) -> str:
        """What the rule is called."""
        return self.page.name

    @property
    def rule(self) -> ast.Rule:
        """The rule as its page says it."""
        return self.page.rule

    @cached_property
    def plan(self) -> AnyPlan:
        """How to find what it is about. Most rules of a small check never need theirs."""
        return plan_for(self.rule)

    @property
    def variables(self) -> Variables:
        """Where its plan keeps what each name stands for."""
        return self.plan.variables

    def asked_of(self, facts: Facts) -> Facts:
        """What of these facts it is asked of: what has ended is passed over, unless the rule asks for just that."""
        return facts if facts.running is facts or self._wants_what_ended else facts.running

    @property
    def _wants_what_ended(self) -> bool:
        if wants := self.page.heading.wants:
            return any(_ENDED in path for ways in wants for _, path, _ in ways)
        return any(isinstance(each, ast.Path) and _ENDED in each.names for each in walk((self.rule.when,)))

    def hits(self, domains: Things, doubtful: bool = False) -> Iterator["Hit"]:
        """What the rule finds, one hit for each account a thing is on.

        If something in the setup is ``doubtful``, nothing is found that rests on what was misread.
        """
        if not domains.has_each(self.page.heading.wants):
            return
        if _is_about_pairs(self.plan):
            asked = self._keys if doubtful else frozenset[str]()
            takes_part = (lambda each: asked.isdisjoint(_misread_of([each]))) if asked else None
            for pairs in self.plan.groups(domains, takes_part):
                yield self._telling.hit_of_pairs(pairs, domains)
            return
        for env in self.plan.environments(domains):
            if not doubtful or not self.doubts(env):
                yield self._telling.hit(env, domains)

    @cached_property
    def _telling(self) -> "Telling":
        from sociable.engine.telling import Telling

        return Telling(self.page, self.variables, self.explains, self.profile)

    def doubts(self, env: Env) -> frozenset[str]:
        """The keys that were misread and on which it rests that the rule holds here."""
        unread = self._misread(env)
        return unread.around if unread and not self._is_sure(unread)(env) else frozenset()

    @cached_property
    def _keys(self) -> frozenset[str]:
        return keys_asked_for(self.rule)

    def _is_sure(self, unread: Unread) -> Test:
        """Whether the rule holds whatever these keys mean."""
        if unread not in self._sure:
            condition = whatever_is_meant(self.rule, unread) if type(self.plan) is Plan else None
            self._sure[unread] = _in_room(condition, self.variables) if condition is not None else lambda _: False
        return self._sure[unread]

    def _misread(self, env: Env) -> Unread:
        things = [*(env[slot] for slot in self._bound), *members_of(env[0])]
        own = self._keys.intersection(_misread_of(things))
        if not self._looks_around:
            return Unread(own, own)
        from sociable.kinds.subjects import account_of

        # what was not understood beside them may decide as well, whichever was looked at last
        beside = dict.fromkeys(account_of(each) for each in things if KINDS.of(each) is not None)
        return Unread(own, own.union(self._keys.intersection(_misread_of(beside))))

    @cached_property
    def _bound(self) -> tuple[int, ...]:
        """The slots of what the rule is about."""
        return tuple(self.variables.slots[name] for each in self.rule.bindings for name in ast.variables_of(each))

    @cached_property
    def _looks_around(self) -> bool:
        return any(isinstance(each, ast.Quantified) for each in walk((self.rule.when, self.rule.unless)))


def _in_room(condition: ast.Condition, variables: Variables) -> Test:
    """A test that is compiled after the plan, with room for the variables of its own."""
    test = variables.apart(condition.compiled)

    def asked(env: Env) -> bool:
        variables.make_room(env)
        return test(env)

    return asked
