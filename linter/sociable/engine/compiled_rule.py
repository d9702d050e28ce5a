"""A rule ready to run: its plan, what it shows, how grave it is where."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property

from sociable.engine.domains import Things
from sociable.engine.foundation import bounded, hidden, origin
from sociable.engine.merging import Hit, each_account, of_group
from sociable.engine.misread import Unread, keys_asked_for, whatever_is_meant
from sociable.engine.plan import GroupPlan, Plan
from sociable.facts.open_facts import OpenFacts
from sociable.facts.said_again import Repeat
from sociable.findings.finding import SEVERITIES, Citation, Clause, Finding, Fix, LoopEvidence, Related
from sociable.graph.loops import Loop
from sociable.kinds.shown import shown
from sociable.kinds.subjects import account_of, content_of, order_of, subjects_of, thing_of
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.compile import Env, Test, Variables
from sociable.language.types import Get, Type
from sociable.language.visitor import walk
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING, Any, TypeAlias, TypeGuard
from sociable.rulebook.page_files import PageRule, page_source
from sociable.text.source import Span
from sociable.vocabulary.values import DEFAULT_PROFILE, PROFILE_OF

if TYPE_CHECKING:
    from sociable.engine.loop_plan import LoopPlan
    from sociable.engine.pair_plan import PairPlan
    from sociable.facts.facts import AccountFacts
    from sociable.sources.fitting import Grounds, Situation


AnyPlan: TypeAlias = "Plan | PairPlan | GroupPlan | LoopPlan"


_NOWHERE: frozenset[str] = frozenset()  # one for all findings: Python makes another empty set each time


class Ready(Record):
    """A rule's plan, the slots of both if it is about pairs, and its severities with what each asks.

    ``cites`` are facts and ``cases`` texts with what has to hold for each, ``fixes`` is what its fix asks.
    """

    plan: AnyPlan
    pair: tuple[int, ...]
    severities: tuple[tuple[ast.Severity, Test | None], ...]
    cites: tuple[tuple[tuple[str, ...], Test], ...]
    cases: tuple[tuple[ast.Case, Test], ...]
    fixes: Test | None


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
        self.cited: dict[tuple[Situation, str], Grounds] = {}
        self._sure: dict[Unread, Test] = {}
        self._followed: dict[tuple[int, tuple[str, ...]], tuple[Get, Type]] = {}

    @property
    def name(self) -> str:
        """What the rule is called."""
        return self.page.name

    @property
    def rule(self) -> ast.Rule:
        """The rule as its page says it."""
        return self.page.rule

    @cached_property
    def ready(self) -> Ready:
        """What it takes to run it. Most rules of a small check never need theirs."""
        plan = plan_for(self.rule)
        for show in self.rule.shows:
            if show.each is not None:
                plan.variables.declare(show.each.variable, Type(show.each.kind))
        first = self.rule.bindings[0]
        pair = (first.first, first.second) if isinstance(first, ast.Pairing) else ()
        severities = (
            (line, plan.variables.apart(line.when.compiled) if line.when else None) for line in self.rule.severities
        )
        cites = tuple((line.facts, plan.variables.apart(line.when.compiled)) for line in self.rule.cites)
        cases = tuple((case, plan.variables.apart(case.when.compiled)) for case in self.rule.cases)
        fix = self.rule.fix
        fixes = plan.variables.apart(fix.when.compiled) if fix is not None and fix.when is not None else None
        return Ready(plan, tuple(map(plan.variables.slots.__getitem__, pair)), tuple(severities), cites, cases, fixes)

    @property
    def plan(self) -> AnyPlan:
        """How to find what it is about."""
        return self.ready.plan

    @property
    def variables(self) -> Variables:
        """Where its plan keeps what each name stands for."""
        return self.ready.plan.variables

    def hits(self, domains: Things, doubtful: bool = False) -> Iterator[Hit]:
        """What the rule finds, one hit for each account a thing is on.

        If something in the setup is ``doubtful``, nothing is found that rests on what was misread.
        """
        if not domains.has_each(self.page.heading.wants):
            return
        if _is_about_pairs(self.plan):
            asked = self._keys if doubtful else frozenset[str]()
            takes_part = (lambda each: asked.isdisjoint(_misread_of([each]))) if asked else None
            for pairs in self.plan.groups(domains, takes_part):
                yield self._hit_of_pairs(pairs, domains)
            return
        for env in self.plan.environments(domains):
            if not doubtful or not self.doubts(env):
                yield self._hit(env, domains)

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
        things = [*(env[slot] for slot in self._bound), *_members(env[0])]
        own = self._keys.intersection(_misread_of(things))
        if not self._looks_around:
            return Unread(own, own)
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

    def _hit(self, env: Env, domains: Things) -> Hit:
        rule = self.rule
        place = self._value(rule.report, env)[0]
        members = _members(env[0])
        about = (place, *members, *(env[slot] for slot in self.ready.pair))
        thing = thing_of(place)
        account = account_of(place)
        platform = account.platform if account and not _spans_platforms(env[0]) else ""
        severity, confidence = bounded(self._severity(platform, env), rule.confidence, (*env, *members))
        grounds = self._grounds((place, *members), platform, severity, env)
        finding = Finding(
            rule=rule.name,
            severity=severity,
            confidence=confidence,
            span=place.span,
            message=self._told("report", env) or self._text(rule.message, env),
            people_see=self._told("see", env) or self.page.people_see,
            why=self._told("because", env) or self._text(rule.because, env),
            advice=_with_what_stands(self._told("suggest", env) or self._text(rule.suggest, env), env[0], thing),
            subjects=tuple(dict.fromkeys(name for each in about for name in subjects_of(each))),
            fingerprint="",
            platform=platform,
            citation=_cited(env[0]) or grounds.citation,
            judgement=grounds.judgement,
            laws=grounds.laws,
            laws_if=grounds.laws_if,
            readers=account.model.audience.countries if account else _NOWHERE,
            seats=account.model.based_in if account else _NOWHERE,
            related=tuple(self._related(place.span, env)),
            loop=_evidence(env[0]) if isinstance(env[0], Loop) else None,
            fix=self._fix(rule.fix, env) if rule.fix and not origin(thing).importer else None,
            why_held=self._why(env, domains) if self.explains else (),
            hidden=hidden(about),
        )
        content = " ".join(sorted({content_of(each) for each in members or (place,)}))
        shown_account = account.shown if account else ""
        further = tuple(env[0].steps) if isinstance(env[0], Loop | Repeat) else ()
        parts = each_account(self._of_each(env)) if isinstance(env[0], OpenFacts) else ()
        company = self._company(env)
        return Hit(finding, shown_account, order_of(place), content, thing, company, further, origin(thing), parts)

    def _of_each(self, env: Env) -> "dict[AccountFacts, str]":
        """What would be said of each account alone of those of which something is not said."""
        open_facts, said = env[0], {}
        for account, facts in open_facts.by_account.items():
            env[0] = OpenFacts(facts)
            said[account] = self._told("report", env) or self._text(self.rule.message, env)
        env[0] = open_facts
        return said

    def _grounds(self, about: Iterable[object], platform: str, severity: str, env: Env) -> "Grounds":
        """What to cite or else our judgement, and the laws beside it: worked out once for all that is alike."""
        from sociable.engine.citations import situation_of
        from sociable.sources.basis import basis_of
        from sociable.sources.fitting import all_grounds

        aside = [*env]
        unmet = frozenset(fact for facts, holds in self.ready.cites if not holds(aside) for fact in facts)
        situation = situation_of(about, platform, unmet)
        if (situation, severity) not in self.cited:
            self.cited[situation, severity] = all_grounds(basis_of(self.page.sources), situation, severity)
        return self.cited[situation, severity]

    def _hit_of_pairs(self, pairs: Iterator[Env], domains: Things) -> Hit:
        """What is found in the first pair, said of all that hang together with it: as grave as the gravest."""
        env = next(pairs)
        hit = self._hit(env, domains)
        place, platform = hit.finding.span, hit.finding.platform
        automations = dict.fromkeys(env[slot] for slot in self.ready.pair)
        related = dict.fromkeys(hit.finding.related)
        sure = [(hit.finding.severity, hit.finding.confidence)]
        for env in pairs:
            automations.update(dict.fromkeys(env[slot] for slot in self.ready.pair))
            related.update(dict.fromkeys(self._related_to(place, env)))
            sure.append(bounded(self._severity(platform, env), self.rule.confidence, env))
        severity, confidence = max(sure, key=lambda each: SEVERITIES.index(each[0]))
        finding = hit.finding._replace(severity=severity, confidence=confidence, related=tuple(related))
        return of_group(hit._replace(finding=finding), list(automations))

    def _related_to(self, place: Span, env: Env) -> Iterator[Related]:
        """The places to show of another pair: its own is one of them."""
        own: Span = self._value(self.rule.report, env)[0].span
        if own != place and self.rule.shows:
            yield Related(own, self._text(self.rule.shows[0].label, env))
        yield from self._related(place, env)

    def _company(self, env: Env) -> tuple[Hashable, ...]:
        if self.ready.pair:
            second: Span = env[self.ready.pair[1]].span
            return id(second.source), second.start
        accounts = env[0].accounts if isinstance(env[0], Loop) else ()
        together = sorted(account.id for account in accounts) if len(accounts) > 1 else ()
        places = {(id(member.span.source), member.span.start) for member in _members(env[0])}
        return (*together, *sorted(places))

    def _why(self, env: Env, domains: Things) -> tuple[Clause, ...]:
        from sociable.engine.explainer import Explainer, bound_variables

        bound = bound_variables(self.rule, self.variables.slots, self.variables.types, env)
        return Explainer(self.rule, page_source(self.page.path), domains).explain(bound)

    def _related(self, span: Span, env: Env) -> Iterator[Related]:
        """The places to show. A single one is left out where it is the very place of the finding."""
        for show in self.rule.shows:
            for _ in self._things_shown(show, env):
                other: Span = self._value(show.path, env)[0].span
                if show.each or other != span:
                    yield Related(other, self._text(show.label, env))

    def _things_shown(self, show: ast.Show, env: Env) -> Iterator[Any]:
        """Puts each thing to show into its slot in turn; without ``each`` there is nothing to put there."""
        if show.each is None or show.each.source is None:
            yield None
            return
        for thing in self._value(show.each.source, env)[0]:
            env[self.variables.slots[show.each.variable]] = thing
            yield thing

    def _fix(self, fix: ast.Fix, env: Env) -> Fix | None:
        from sociable.engine.fixes import fix_for

        if self.ready.fixes is not None and not self.ready.fixes(env):
            return None
        found, kind = self._value(fix.path, env)
        things, name = (list(found), kind.of) if kind.name == "list" else ([found], kind.name)
        made = fix_for(fix, things, name, self._text(fix.text, env) if fix.text is not None else "")
        return made and made._replace(words=_with_what_stands(made.words, None, things[0]))

    def _severity(self, platform: str, env: Env) -> str:
        level = SEVERITIES[0]
        for line, applies in self.ready.severities:
            if line.platforms and platform not in line.platforms:
                continue
            if line.profiles and self.profile not in line.profiles and not self._is_for(line, env):
                continue
            if applies is None or applies(env):
                level = line.level
        return level

    def _is_for(self, line: ast.Severity, env: Env) -> bool:
        """Whether a line holds because the file says who runs the account.

        An error takes more than that: a fact, or somebody who asks for the profile.
        """
        account = account_of(self._value(self.rule.report, env)[0])
        return line.level != "error" and account is not None and PROFILE_OF.get(account.model.run_by) in line.profiles

    def _value(self, path: ast.Path, env: Env) -> tuple[Any, Type]:
        names, variables = path.names[1:], self.variables
        slot = variables.slots[path.names[0]]
        if (slot, names) not in self._followed:
            self._followed[slot, names] = KINDS.follow(names, variables.types[slot])
        get, kind = self._followed[slot, names]
        return get(env[slot]), kind

    def _told(self, part: str, env: Env) -> str:
        """What is told in the case that holds here: of all that do, the last one counts. Empty where none does."""
        aside = [*env]  # what a case looked at on its way is no ground of the next finding
        told = [case.says for case, holds in self.ready.cases if case.part == part and holds(aside)]
        return self._text(told[-1], env) if told else ""

    def _text(self, message: ast.Message, env: Env) -> str:
        parts = (shown(*self._value(part, env)) if isinstance(part, ast.Path) else part for part in message.parts)
        return "".join(parts)


def _in_room(condition: ast.Condition, variables: Variables) -> Test:
    """A test that is compiled after the plan, with room for the variables of its own."""
    test = variables.apart(condition.compiled)

    def asked(env: Env) -> bool:
        variables.make_room(env)
        return test(env)

    return asked


def _cited(thing: Any) -> Citation | None:
    """What a thing rests on by itself, whatever else its rule cites."""
    row = KINDS.of(thing)
    return row.cites(thing) if row is not None and row.cites is not None else None


def _evidence(loop: Loop) -> LoopEvidence:
    from sociable.engine.loop_evidence import loop_evidence

    return loop_evidence(loop)


def _with_what_stands(advice: str, found: Any, thing: Any) -> str:
    """Advice that says what is to give way in the file: of a loop, in the first automation that would end it."""
    if ":`" not in advice and ": " not in advice:
        return advice
    from sociable.kinds.what_stands import with_what_stands

    if isinstance(found, Loop):
        from sociable.graph.cuts import ended_without

        thing = next(iter(ended_without(found)), thing)
    return with_what_stands(advice, thing)


def _members(thing: Any) -> Sequence[Any]:
    """What a group, a loop or a sum is made of: a finding about one is about all of it."""
    row = KINDS.of(thing)
    return row.members(thing) if row is not None else ()


def _spans_platforms(thing: Any) -> bool:
    return isinstance(thing, Loop | OpenFacts) and thing.platforms > 1
