"""What is told where a rule holds: how grave it is there, in what words, because of what."""

from collections.abc import Hashable, Iterable, Iterator

from sociable.engine.domains import Things
from sociable.engine.foundation import bounded, hidden, origin
from sociable.engine.merging import Hit, each_account, of_group
from sociable.facts.open_facts import OpenFacts
from sociable.facts.said_again import Repeat
from sociable.findings.finding import SEVERITIES, Citation, Clause, Finding, Fix, LoopEvidence, Related
from sociable.graph.loops import Loop
from sociable.kinds.shown import shown
from sociable.kinds.subjects import account_of, content_of, order_of, subjects_of, thing_of
from sociable.kinds.table import KINDS, members_of
from sociable.language import ast
from sociable.language.compile import Env, Test, Variables
from sociable.language.types import Get, Type
from sociable.records.static import TYPE_CHECKING, Any
from sociable.rulebook.page_files import PageRule, page_source
from sociable.text.source import Span
from sociable.vocabulary.values import PROFILE_OF

if TYPE_CHECKING:
    from sociable.facts.facts import AccountFacts
    from sociable.sources.fitting import Grounds, Situation


_NOWHERE: frozenset[str] = frozenset()  # one for all findings: Python makes another empty set each time


class Telling:
    """What a rule tells in a profile, made ready at the first place where it holds; most rules hold nowhere.

    ``variables`` are those of the plan that finds such places. With ``explains``, each finding says which conditions
    held because of what.
    """

    def __init__(self, page: PageRule, variables: Variables, explains: bool, profile: str) -> None:
        self.page = page
        self.rule = rule = page.rule
        self.variables = variables
        self.explains = explains
        self.profile = profile
        for show in rule.shows:
            if show.each is not None:
                variables.declare(show.each.variable, Type(show.each.kind))
        first = rule.bindings[0]
        pair = (first.first, first.second) if isinstance(first, ast.Pairing) else ()
        self._pair = tuple(variables.slots[each] for each in pair)
        self._severities = [(line, self._asked(line.when) if line.when else None) for line in rule.severities]
        self._cites = [(line.facts, self._asked(line.when)) for line in rule.cites]
        self._cases = [(case, self._asked(case.when)) for case in rule.cases]
        self._fixes = self._asked(rule.fix.when) if rule.fix is not None and rule.fix.when is not None else None
        self._cited: dict[tuple[Situation, str], Grounds] = {}
        self._said_last: dict[object, Any] = {}
        self._followed: dict[tuple[int, tuple[str, ...]], tuple[Get, Type]] = {}

    def _asked(self, condition: ast.Condition) -> Test:
        return self.variables.apart(condition.compiled)

    def hit(self, env: Env, domains: Things) -> Hit:
        """What is found in one environment."""
        self.variables.make_room(env, domains)
        rule = self.rule
        place = self._value(rule.report, env)[0]
        members = members_of(env[0])
        about = (place, *members, *(env[slot] for slot in self._pair))
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
            subjects=self._kept_once(
                "subjects", tuple(dict.fromkeys(name for each in about for name in subjects_of(each)))
            ),
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
        unmet = frozenset(fact for facts, holds in self._cites if not holds(aside) for fact in facts)
        situation = situation_of(about, platform, unmet)
        if (situation, severity) not in self._cited:
            self._cited[situation, severity] = all_grounds(basis_of(self.page.sources), situation, severity)
        return self._cited[situation, severity]

    def hit_of_pairs(self, pairs: Iterator[Env], domains: Things) -> Hit:
        """What is found in the first pair, said of all that hang together with it: as grave as the gravest."""
        env = next(pairs)
        hit = self.hit(env, domains)
        place, platform = hit.finding.span, hit.finding.platform
        automations = dict.fromkeys(env[slot] for slot in self._pair)
        related = dict.fromkeys(hit.finding.related)
        sure = [(hit.finding.severity, hit.finding.confidence)]
        for env in pairs:
            automations.update(dict.fromkeys(env[slot] for slot in self._pair))
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
        if self._pair:
            second: Span = env[self._pair[1]].span
            return id(second.source), second.start
        accounts = env[0].accounts if isinstance(env[0], Loop) else ()
        together = sorted(account.id for account in accounts) if len(accounts) > 1 else ()
        places = {(id(member.span.source), member.span.start) for member in members_of(env[0])}
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

        if self._fixes is not None and not self._fixes(env):
            return None
        found, kind = self._value(fix.path, env)
        things, name = (list(found), kind.of) if kind.name == "list" else ([found], kind.name)
        made = fix_for(fix, things, name, self._text(fix.text, env) if fix.text is not None else "")
        return made and made._replace(words=_with_what_stands(made.words, None, things[0]))

    def _severity(self, platform: str, env: Env) -> str:
        level = SEVERITIES[0]
        for line, applies in self._severities:
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
        told = [case.says for case, holds in self._cases if case.part == part and holds(aside)]
        return self._text(told[-1], env) if told else ""

    def _text(self, message: ast.Message, env: Env) -> str:
        """What a message says here."""
        parts = (shown(*self._value(part, env)) if isinstance(part, ast.Path) else part for part in message.parts)
        text: str = self._kept_once(id(message), "".join(parts))
        return text

    def _kept_once(self, of: object, said: Any) -> Any:
        """What is said, or what was said of the same last time, if that is as much."""
        if self._said_last.get(of) != said:
            self._said_last[of] = said
        return self._said_last[of]


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


def _spans_platforms(thing: Any) -> bool:
    return isinstance(thing, Loop | OpenFacts) and thing.platforms > 1
