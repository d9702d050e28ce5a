"""Rules run the slow way: every combination of things, every condition in the order it is written.

Nothing here is shared with ``sociable.engine`` but the table of attributes, so that both can be
wrong in the same way only where that table is.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import combinations as combinations_of_two
from typing import Any

from sociable.facts.claims import actors
from sociable.facts.co_occurrence import may_both_hold
from sociable.facts.credentials import credentials
from sociable.facts.declarations import References, declarations
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.facts.guards import guards
from sociable.facts.made_values import made_values
from sociable.facts.open_facts import open_facts
from sociable.facts.overlong_texts import too_long
from sociable.facts.provenance import Said
from sociable.facts.quotas import quotas
from sociable.facts.sameness import repeats
from sociable.facts.step_parts import TextFacts
from sociable.graph.reactions import Reaction, reactions, without_own
from sociable.kinds.group import Group
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.types import Type
from sociable.setup.handles import named_forms

from tests.strategies import ASKED

Bound = dict[str, tuple[Any, Type]]


FOUND_BY: dict[str, Callable[[Facts], Collection[Any]]] = {
    "quota": quotas,
    "declaration": declarations,
    "guard": guards,
    "reference": References,
    "credential": credentials,
    "repeat": repeats,
    "open_facts": open_facts,
    "overlong_text": too_long,
    "made_value": made_values,
}
"""Kinds that are found by a function of their own."""


def everything(facts: Facts, kind: str) -> list[Any]:
    match kind:
        case "account":
            return facts.accounts
        case "automation":
            return facts.automations
        case "step":
            return facts.steps
        case "text":
            return [step.text for step in facts.steps if step.text.shown]
    return list(FOUND_BY[kind](facts))


def value(path: ast.Path, bound: Bound) -> tuple[Any, Type]:
    found, kind = bound[path.names[0]]
    for name in path.names[1:]:
        attribute = KINDS.attributes(kind)[name]
        found, kind = attribute.get(found), attribute.type
    return found, kind


def holds(condition: ast.Condition, bound: Bound) -> bool:
    match condition:
        case ast.And(operands) | ast.Or(operands):
            enough_of = all if isinstance(condition, ast.And) else any
            return enough_of(holds(each, bound) for each in operands)
        case ast.Not(operand):
            return not holds(operand, bound)
        case ast.Is(left, word):
            return bool(value(left, bound)[0] == word)
        case ast.In(left, ast.Words(words)):
            return value(left, bound)[0] in words
        case ast.Holds(word, right):
            return word in value(right, bound)[0]
        case ast.Compare(left, sign, right):
            one, other = (value(each, bound)[0] if isinstance(each, ast.Path) else each.value for each in (left, right))
            return {
                "=": one == other,
                "!=": one != other,
                "<": one < other,
                "<=": one <= other,
                ">": one > other,
                ">=": one >= other,
            }[sign]
        case ast.LeadsTo(left, right):
            return leads_to(value(left, bound)[0], value(right, bound)[0])
        case ast.Names(text, who) | ast.Echoes(text, who):
            return speaks_of(value(text, bound)[0].step, condition.verb, who, bound)
        case ast.Leaks(text, ast.Word(origin)):
            step = value(text, bound)[0].step
            return origin in step.text.provenance.origins and step.audience not in ("person", "inward")
        case ast.Contains(text, said) | ast.Begins(text, said) | ast.Matches(text, said):
            return is_in_words(condition, literal(value(text, bound)[0]), said[1:-1])
        case ast.Flag(path):
            return bool(value(path, bound)[0])
        case ast.Quantified():
            return enough(condition, len(fitting(condition, bound)), len(value(condition.source, bound)[0]))
    raise AssertionError(condition)


def is_in_words(condition: ast.Condition, parts: list[str], said: str) -> bool:
    if isinstance(condition, ast.Begins):
        return "".join(parts[:1]).casefold().startswith(said.casefold())
    if isinstance(condition, ast.Contains):
        return any(said.casefold() in part.casefold() for part in parts)
    return any(re.search(said, part, re.IGNORECASE) for part in parts)


def literal(text: TextFacts[StepFacts]) -> list[str]:
    """The parts of a text that are written out; those of one that begins with something else begin with nothing."""
    parts = text.model.parts if text.model is not None else ()
    return [part if isinstance(part, str) else "" for part in parts]


def speaks_of(step: StepFacts, relation: str, who: ast.Path | ast.Word, bound: Bound) -> bool:
    provenance = step.text.provenance
    mentioned = provenance.people if relation == "names" else provenance.quoted
    if isinstance(who, ast.Word):
        return who.text in mentioned
    return "person" in mentioned and step.automation is value(who, bound)[0]


def fitting(condition: ast.Quantified, bound: Bound) -> list[Any]:
    things, listed = value(condition.source, bound)
    assert listed == Type("list", condition.kind)
    kind = Type(condition.kind)
    return [each for each in things if holds(condition.body, {**bound, condition.variable: (each, kind)})]


def enough(condition: ast.Quantified, fit: int, of: int) -> bool:
    return {
        "some": fit > 0,
        "every": fit == of,
        "no": fit == 0,
        "at least": fit >= condition.number,
        "at most": fit <= condition.number,
    }[condition.quantity]


def combinations(rule: ast.Rule, facts: Facts) -> Iterator[Bound]:
    """Every way to bind the variables of ``for each``."""

    def bind(bindings: tuple[Any, ...], bound: Bound) -> Iterator[Bound]:
        if not bindings:
            yield bound
            return
        first, *rest = bindings
        if isinstance(first, ast.Pairing):
            kind = Type("automation")
            for one, other in pairs(facts):
                yield {**bound, first.first: (one, kind), first.second: (other, kind)}
            return
        things = value(first.source, bound)[0] if first.source else everything(facts, first.kind)
        for thing in things:
            yield from bind(tuple(rest), {**bound, first.variable: (thing, Type(first.kind))})

    yield from bind(rule.bindings, {})


def pairs(facts: Facts) -> list[tuple[AutomationFacts, AutomationFacts]]:
    """Every two automations that one event at their account can start, the first in the files first."""
    return [
        (one, other)
        for one, other in combinations_of_two(facts.automations, 2)
        if one.account is other.account and one.event is other.event and may_both_hold(one, other)
    ]


@lru_cache(maxsize=4)
def set_off(facts: Facts) -> dict[AutomationFacts, set[AutomationFacts]]:
    """What each automation leads to: what it starts itself, then what that starts, until nothing is new."""
    edges = [edge for edge in without_own(reactions(facts)) if edge.transition.bound is None]
    found = {
        one: {
            other
            for other in facts.automations
            if any(starts(edge, other, edges) for edge in edges if edge.automation is one)
        }
        for one in facts.automations
    }
    while True:
        further = {one: others.union(*(found[other] for other in others)) for one, others in found.items()}
        if further == found:
            return found
        found = further


def leads_to(one: AutomationFacts, other: AutomationFacts) -> bool:
    return bool(one.steps) and other in set_off(one.steps[0].facts)[one]


def names_from_elsewhere(edge: Reaction, other: AutomationFacts) -> bool:
    """Whether an automation on another platform waits for the posts of just this account."""
    if edge.transition.emits != "account_posted" or other.event.name != "account_posted":
        return False
    doer = edge.automation.account
    handles = {each for each in doer.handles if (other.account.platform, each) not in edge.step.facts.by_handle}
    names = {doer.id.casefold(), *handles}
    lists = [other.model.only_from, other.model.trigger.narrowed.get("from", ())]
    known = [named_forms(each) for each in lists if each]
    both = frozenset.intersection(*known) if known else frozenset()
    return bool(names & both)


def starts(edge: Reaction, other: AutomationFacts, edges: list[Reaction]) -> bool:
    """Whether what an edge does starts an automation, or brings somebody into a set that it goes through."""
    doer, place = edge.automation.account, other.account
    grows = any(each.automation is other and each.transition.hears == edge.transition.emits for each in edges)
    if (doer.platform != place.platform and not names_from_elsewhere(edge, other)) or (
        other.event.name != edge.transition.emits and not grows
    ):
        return False
    if (edge.transition.how == "self") != (doer is place) or (edge.to is not None and edge.to is not place):
        return False
    if edge.transition.how == "back" and not minds(edge.automation, place):
        return False
    if other.event.name == edge.transition.emits and not may_say(other, edge.said):
        return False
    return minds(other, doer) and "own_accounts" not in other.model.ignore


def may_say(automation: AutomationFacts, text: Said) -> bool:
    """Whether a text may say what starts an automation, and does not say what ends it."""
    said = text.certain
    model = automation.model
    narrowed = model.trigger.narrowed
    groups = [list(narrowed.get(key, ())) for key in ("contains", "keywords")]
    groups.append([f"#{tag.removeprefix('#')}" for tag in narrowed.get("hashtags", ())])
    groups += [search.replace(" OR ", " ").split() for search in narrowed.get("search", ()) if ":" not in search]
    if not text.may_say_more and any(group and not any(word.casefold() in said for word in group) for group in groups):
        return False
    asked = [ASKED[guard.expression.text] for guard in model.guards if guard.expression.text in ASKED]
    passes = [each(said) or (text.may_say_more and not each("")) for each in asked]
    return all(passes) and not any(word in said for word in model.stop_on)


def minds(automation: AutomationFacts, actor: AccountFacts) -> bool:
    """Whether it takes notice of what this account does."""
    model = automation.model
    asks = {guard.expression.text for guard in model.guards}
    if actor.model.automated_label == "yes" and ("bots" in model.ignore or "not event.user.is_bot" in asks):
        return False
    if not actors(model.guards).may_be(actor.handles, actor.is_labelled):
        return False
    names = {actor.id.casefold(), *actor.handles}
    asked_for = [only for only in (model.only_from, model.trigger.narrowed.get("from", ())) if only]
    return all(names & named_forms(only) for only in asked_for)


def matches(rule: ast.Rule, facts: Facts) -> list[Bound]:
    """The combinations for which a rule holds; ``unless`` excuses each by itself."""
    return [
        {**bound, **witnesses(rule, bound)}
        for bound in combinations(rule, facts)
        if (rule.when is None or holds(rule.when, bound)) and not any(holds(each, bound) for each in rule.unless)
    ]


def witnesses(rule: ast.Rule, bound: Bound) -> Bound:
    """The first thing that fits each ``some`` at the top of ``when``."""
    top = rule.when.operands if isinstance(rule.when, ast.And) else (rule.when,)
    return {
        part.variable: (fitting(part, bound)[0], Type(part.kind))
        for part in top
        if isinstance(part, ast.Quantified) and part.quantity == "some"
    }


def group_matches(rule: ast.Rule, facts: Facts) -> list[list[Any]]:
    """The members of each group for which a rule holds: put together by their keys, pair by pair."""
    (grouping,) = rule.bindings
    assert isinstance(grouping, ast.Grouping)
    kind = Type(grouping.kind)
    whens = rule.when.operands if isinstance(rule.when, ast.And) else (rule.when,) if rule.when else ()

    def about_member(condition: ast.Condition) -> bool:
        return grouping.variable not in variables(condition)

    members = [
        each
        for each in everything(facts, grouping.kind)
        if all(holds(when, {grouping.member: (each, kind)}) for when in whens if about_member(when))
        and not any(holds(one, {grouping.member: (each, kind)}) for one in rule.unless if about_member(one))
    ]
    keys = [tuple(value(key, {grouping.member: (each, kind)})[0] for key in grouping.keys) for each in members]
    groups: list[list[Any]] = []
    for number, key in enumerate(keys):
        if key not in keys[:number]:
            group = [each for each, other in zip(members, keys, strict=True) if other == key]
            groups.append(sorted(group, key=lambda each: (each.span.path, each.span.start)))
    found = []
    for group in groups:
        bound: Bound = {grouping.variable: (Group(group), Type("group", grouping.kind))}
        if all(holds(when, bound) for when in whens if not about_member(when)) and not any(
            holds(one, bound) for one in rule.unless if not about_member(one)
        ):
            found.append(group)
    return found


def variables(value: Any) -> set[str]:
    """Every first name of a path in a condition, bound inside or not."""
    if isinstance(value, ast.Path):
        return {value.names[0]}
    return set().union(*map(variables, value)) if isinstance(value, tuple) else set()


def subsumes(one: ast.Rule, other: str, rules: dict[str, ast.Rule]) -> bool:
    """Whether a rule says so itself, or one that it subsumes does."""
    names = [each.name for each in one.subsumes]
    return other in names or any(subsumes(rules[name], other, rules) for name in names if name in rules)


def told_instead(rule: str, thing: Any, severity: str, found: list[tuple[str, Any, str]], rules: Any) -> set[str]:
    """The rules that take the place of this one at a thing: they subsume it and found something as grave there."""
    grave = ["info", "warning", "error"].index
    return {
        other
        for other, there, as_bad in found
        if subsumes(rules[other], rule, rules) and there == thing and grave(as_bad) >= grave(severity)
    }


def severity(rule: ast.Rule, platform: str, profile: str, bound: Bound) -> str:
    """The level of the last line that applies."""
    return [
        line.level
        for line in rule.severities
        if (not line.platforms or platform in line.platforms)
        and (not line.profiles or profile in line.profiles)
        and (line.when is None or holds(line.when, bound))
    ][-1]
