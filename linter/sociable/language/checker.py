"""Types and words of a rule: what a page may not say, told with position and a suggestion.

The outcome is a rule in which lists and ``define``s stand written out, so that nothing later has to
know about them. Nothing unknown is ever silently false.
"""

import re
from collections.abc import Iterable
from itertools import islice

from sociable.findings.finding import CONFIDENCES, SEVERITIES
from sociable.language import ast
from sociable.language.conditions.joined import conjuncts
from sociable.language.conditions.quantified import quantifiers
from sociable.language.contradictions import Impossible, Known, Narrowing
from sociable.language.fix_checks import FixChecks
from sociable.language.parser import DEEPEST
from sociable.language.protocols import Placed
from sociable.language.types import Scope, Type
from sociable.language.visitor import free_variables, is_deeper, walk
from sociable.records.static import TypeGuard
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import HABITS, PROFILES

GROUPED_BY = frozenset(("word", "string", "flag", "number"))
"""The types that groups go by."""

_VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}")

MOST_NODES = 2_000
"""How many nodes a define may come to, with what it uses written out."""

_MOST_LAYERS = 2 * DEEPEST  # a list of operands is a layer between two conditions


class RuleChecker(FixChecks):
    """Checks the declarations of one page."""

    # ------------------------------------------------------------------------------- declarations

    def declare(self, declaration: ast.ListOf | ast.Define) -> None:
        """A list, or a define with its own calls written out, for whatever comes after it."""
        name = declaration.name
        if name in self.shared.lists or name in self.shared.defines:
            self.say(declaration, f"there already is a list or define `{name}`", "Choose another name.")
        elif isinstance(declaration, ast.ListOf):
            self.shared.lists[name] = declaration
        else:
            self._add(declaration)

    def _add(self, define: ast.Define) -> None:
        """A define for whatever comes after it; of the uses of one with which something is wrong nothing is said."""
        before, self.rests_on_unread = len(self.problems), False
        checked = self._define(define)
        if len(self.problems) > before or self.rests_on_unread:
            self.shared = self.shared._replace(unread=self.shared.unread | {define.name})
        else:
            self.shared.defines[define.name] = checked
        self.rests_on_unread = False

    def _define(self, define: ast.Define) -> ast.Define:
        scope: Scope = {}
        for parameter in define.parameters:
            if parameter.kind not in self.kinds.rows:
                self.unknown(parameter, "kind", parameter.kind, self.kinds.rows)
            self._introduce(parameter.name, self._kind(parameter.kind), scope, parameter)
        self.used = set()
        body = define.body.checked(self, scope)
        if is_deeper(body, _MOST_LAYERS) or len(list(islice(walk(body), MOST_NODES + 1))) > MOST_NODES:
            self.say(define, f"`{define.name}` becomes too long with all that it uses written out", "Use less of it.")
            body = define.body
        for parameter in define.parameters:
            if parameter.name not in self.used:
                self.say(parameter, f"`{parameter.name}` is never used", "Use it, or take it out.")
        return define._replace(body=body)

    def rule(self, rule: ast.Rule) -> ast.Rule:
        """The rule with lists and defines written out."""
        scope: Scope = {}
        members: Scope = {}
        when, unless = self._asked(rule, scope, members)
        conditions = (*conjuncts(when), *unless)
        severities = self._severities(rule, scope)
        cites = tuple(line._replace(when=line.when.checked(self, scope)) for line in rule.cites)
        found = {**scope, **self._witnesses(rule, when, conditions)}
        self._report(rule, found)
        cases = self._cases(rule, scope, found)
        fix = self.fix(rule.fix, found) if rule.fix else None
        self._all_used(rule)
        self._about_bindings(rule, conditions)
        conditional = (*severities, *cites, *cases, *([fix] if fix else ()))
        self._contradictions(when, (*unless, *(each.when for each in conditional if each.when)), {**scope, **members})
        self._profiles(_head(rule), rule.profiles, PROFILES)
        self._others(rule)
        if rule.preview and not _VERSION.fullmatch(rule.preview):
            self.say(_head(rule), f"`{rule.preview}` is no version", 'Write the minor version, such as `since "0.2"`.')
        for habit in rule.habits:
            if habit not in HABITS:
                self.unknown(_head(rule), "habit", habit, HABITS)
        if rule.confidence not in CONFIDENCES:
            self.unknown(_head(rule), "confidence", rule.confidence, CONFIDENCES)
        return rule._replace(when=when, unless=unless, severities=severities, cites=cites, cases=cases, fix=fix)

    def question(self, question: ast.Question) -> ast.Question:
        """The question with lists and defines written out. What it goes through is the answer, asked about or not."""
        scope: Scope = {}
        members: Scope = {}
        when, unless = self._asked(question, scope, members)
        self._about_bindings(question, (*conjuncts(when), *unless))
        self._contradictions(when, unless, {**scope, **members})
        return question._replace(when=when, unless=unless)

    def _asked(
        self, asked: ast.Asked, scope: Scope, members: Scope
    ) -> tuple[ast.Condition | None, tuple[ast.Condition, ...]]:
        """What is gone through, put into ``scope``, members of a group into ``members``; and what is asked of it."""
        self.used = set()
        for binding in asked.bindings:
            match binding:
                case ast.Grouping():
                    self._grouping(binding, scope, members)
                case ast.Pairing(first, second):
                    self._introduce(first, Type("automation"), scope, binding)
                    self._introduce(second, Type("automation"), scope, binding)
                case ast.Binding():
                    self._binding(binding, scope)
        inner = {**scope, **members}
        when = asked.when.checked(self, inner) if asked.when else None
        return when, tuple(each.checked(self, inner) for each in asked.unless)

    def _binding(self, binding: ast.Binding, scope: Scope) -> None:
        if binding.source is not None:
            self._listed(binding.kind, binding.source, binding, scope)
        elif binding.kind not in (found := self.kinds.names(lambda row: row.find or row.search)):
            self.unknown(binding, "kind that `for each` can go through", binding.kind, found)
        self._introduce(binding.variable, self._kind(binding.kind), scope, binding)

    def _grouping(self, grouping: ast.Grouping, scope: Scope, members: Scope) -> None:
        grouped = self.kinds.names(lambda row: row.find)
        if grouping.kind not in grouped:
            self.unknown(grouping, "kind that can be grouped", grouping.kind, grouped)
        group = Type("group", grouping.kind) if grouping.kind in grouped else None
        self._introduce(grouping.variable, group, scope, grouping)
        if grouping.member == grouping.variable:
            self.say(grouping, f"`{grouping.member}` cannot stand for both", "Choose another name.")
        members[grouping.member] = self._kind(grouping.kind)
        for key in grouping.keys:
            found = self.type_of(key, members)
            if found is not None and found.name not in GROUPED_BY:
                self.say(key, f"`{key.text}` is {found}; groups go by words, texts or numbers")

    def _severities(self, rule: ast.Rule, scope: Scope) -> tuple[ast.Severity, ...]:
        """The last line that applies counts, so exactly the first has to apply always."""
        for line in rule.severities:
            if line.level not in SEVERITIES:
                self.unknown(line, "severity", line.level, SEVERITIES)
            for platform in line.platforms:
                if platform not in PLATFORMS:
                    self.unknown(line, "platform", platform, PLATFORMS)
            self._profiles(line, line.profiles, rule.profiles or tuple(PROFILES))
        plain = [line for line in rule.severities if not (line.platforms or line.profiles or line.when)]
        if plain != list(rule.severities[:1]) or not plain:
            where = plain[-1] if plain else _head(rule)
            self.say(where, "the first `severity` line, and no other, goes without `on`, `in` and `when`")
        return tuple(
            line._replace(when=line.when.checked(self, scope)) if line.when else line for line in rule.severities
        )

    def _profiles(self, at: Placed, names: tuple[str, ...], run_in: Iterable[str]) -> None:
        """Profiles that exist, and in which the rule runs."""
        for name in names:
            if name not in PROFILES:
                self.unknown(at, "profile", name, PROFILES)
            elif name not in run_in:
                self.say(at, f"this rule never runs in `{name}`", "Its `profile` line names others.")

    def _others(self, rule: ast.Rule) -> None:
        """Rules that are named once each. Whether they exist only shows when all pages are read."""
        others = rule.others
        for number, other in enumerate(others):
            if other.name == rule.name:
                self.say(other, "this is the rule itself", "Name another one.")
            elif other.name in (earlier.name for earlier in others[:number]):
                self.say(other, f"`{other.name}` is already named above", "Say it once: `subsumes` or `beside`.")
        for each in rule.beside:
            for part in each.says.parts:
                if isinstance(part, ast.Path):
                    self.say(part, "nothing can be filled in here", "Say what each of the two rules says.")
            if not each.says.parts:
                self.say(each.says, "this says nothing", "Say what each of the two rules says.")

    def _report(self, rule: ast.Rule, scope: Scope) -> None:
        self._place(rule.report, scope)
        for message in (rule.message, rule.because, rule.suggest):
            self.message(message, scope)
        for show in rule.shows:
            inner = dict(scope)
            if show.each is not None and show.each.source is not None:
                self._listed(show.each.kind, show.each.source, show.each, scope)
                self._introduce(show.each.variable, self._kind(show.each.kind), inner, show.each)
            self._place(show.path, inner)
            self.message(show.label, inner)

    def _cases(self, rule: ast.Rule, scope: Scope, found: Scope) -> tuple[ast.Case, ...]:
        """What people see is told of clients to other clients as well, so nothing that a file says stands in it."""
        for case in rule.cases:
            self.message(case.says, found)
            for part in case.says.parts if case.part == "see" else ():
                if isinstance(part, ast.Path):
                    advice = "Say what people see of it whoever does it, or fill it in in `report`."
                    self.say(part, "nothing can be filled in here", advice)
            if not case.says.parts:
                self.say(case.says, "this says nothing", "Say what is true where the condition holds.")
        return tuple(case._replace(when=case.when.checked(self, scope)) for case in rule.cases)

    def _place(self, path: ast.Path, scope: Scope) -> None:
        place = self.type_of(path, scope)
        if place is not None and place.name not in self.kinds.names(lambda row: row.placed):
            self.say(path, f"`{path.text}` is {place}, which has no place in a file")

    def _all_used(self, rule: ast.Rule) -> None:
        for binding in rule.bindings:
            pair = isinstance(binding, ast.Pairing)
            for name in (binding.first, binding.second) if isinstance(binding, ast.Pairing) else (binding.variable,):
                if name not in self.used:
                    advice = "Say something about both." if pair else "Use it, or take it out of `for each`."
                    self.say(binding, f"`{name}` is never used", advice)

    # ------------------------------------------------------------------------------- whole rules

    def _about_bindings(self, asked: ast.Asked, conditions: tuple[ast.Condition, ...]) -> None:
        for binding in asked.bindings:
            if isinstance(binding, ast.Grouping):
                self._about_member_or_group(binding, conditions)
            elif self._is_searched(binding):
                if len(asked.bindings) > 1:
                    self.say(binding, "a loop stands alone after `for each`")
                self._step_by_step(binding, conditions)

    def _about_member_or_group(self, grouping: ast.Grouping, conditions: tuple[ast.Condition, ...]) -> None:
        """Members are judged before they are put together, groups afterwards: no condition can do both."""
        for condition in conditions:
            if {grouping.variable, grouping.member} <= free_variables(condition):
                advice = f"Write one condition about `{grouping.member}` and another one about `{grouping.variable}`."
                self.say(condition, "this asks about a group and about one of its members at once", advice)

    def _step_by_step(self, binding: ast.Binding, conditions: tuple[ast.Condition, ...]) -> None:
        """What is asked of a loop's steps has to hold for each by itself: it is asked before loops are looked for."""
        steps = (binding.variable, "steps")
        for condition in conditions:
            for part in quantifiers(condition):
                if part.source.names != steps:
                    continue
                alone = part is condition and part.quantity in ("some", "every", "no")
                if not alone or binding.variable in free_variables(part.body):
                    advice = "Write `some`, `every` or `no step s in …` by itself."
                    self.say(part, "a loop is judged step by step", advice)

    def _contradictions(
        self,
        when: ast.Condition | None,
        others: Iterable[ast.Condition],
        scope: Scope,
    ) -> None:
        """Conditions that can never hold; of ``unless`` and what is said only at times given that ``when`` does."""
        narrowing = Narrowing(scope, self.kinds)
        known: Known = {}
        try:
            for condition in conjuncts(when):
                known = condition.narrowed(narrowing, known)
        except Impossible as error:
            narrowing.dead.append(error)
            known = {}
        self._impossible(narrowing, "")
        for condition in others:
            try:
                condition.narrowed(narrowing, known)
            except Impossible as error:
                narrowing.dead.append(error)
            self._impossible(narrowing, "`when` already says otherwise." if known else "")

    def _impossible(self, narrowing: Narrowing, advice: str) -> None:
        for error in narrowing.dead:
            self.say(error.condition, f"this can never hold: nothing is left for `{error.path}`", advice)
        narrowing.dead.clear()

    def _is_searched(self, binding: object) -> TypeGuard[ast.Binding]:
        """Whether the things of a binding have to be searched for, as loops are."""
        return isinstance(binding, ast.Binding) and binding.kind in self.kinds.names(lambda row: row.search)

    def _witnesses(self, rule: ast.Rule, when: ast.Condition | None, conditions: tuple[ast.Condition, ...]) -> Scope:
        """Variables of ``some`` at the top of ``when``: the first thing that fits may be shown.

        Not for a name that stands for several things, and not for loops and groups, whose conditions
        are asked of one step or member at a time.
        """
        if any(isinstance(each, ast.Grouping) or self._is_searched(each) for each in rule.bindings):
            return {}
        names = [part.variable for condition in conditions for part in quantifiers(condition)]
        return {
            part.variable: Type(part.kind)
            for part in conjuncts(when)
            if isinstance(part, ast.Quantified) and part.quantity == "some" and names.count(part.variable) == 1
        }


def _head(rule: ast.Rule) -> Placed:
    """The words ``rule NAME``, for what no line of its own says."""
    return ast.Words((), rule.at, rule.at + len(f"rule {rule.name}"))
