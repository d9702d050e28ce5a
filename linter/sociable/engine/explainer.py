"""Why a rule holds or does not: its conditions walked once more, this time for the words.

Worked out only when somebody asks. Nothing here uses the compiled closures, so that what is explained
is what the page says; that both come to the same is tested.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import eq, ge, gt, le, lt, ne
from typing import Any, NamedTuple, get_args

from sociable.engine.domains import Things
from sociable.facts.facts import AutomationFacts, TextFacts
from sociable.findings.finding import Clause
from sociable.graph.loops import Loop
from sociable.kinds.group import Group
from sociable.kinds.places import Place
from sociable.kinds.shown import fact, named, shown
from sociable.kinds.table import KINDS, attributes
from sociable.language import ast
from sociable.language.spelling import spelled
from sociable.language.types import PERSON as A_PERSON
from sociable.language.types import Attribute, Type
from sociable.language.visitor import free_variables, word_set
from sociable.setup.target_wording import crowd_phrase
from sociable.text.source import Source, Span
from sociable.text.wording import counted
from sociable.vocabulary.crowds import PERSON
from sociable.vocabulary.values import HEARD_BY_MANY

Bound = dict[str, tuple[Any, Type]]
"""Variables with what they stand for."""

EXAMPLES = 3
"""How many of several things that are all alike are shown one by one."""

_COMMENT = re.compile(r"#[^\n]*")
_USE = re.compile(r"[a-z][a-z0-9_-]*\s*\(")
_SIGNS: dict[str, Callable[[Any, Any], bool]] = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
_PLACED = get_args(Place)


class _Value(NamedTuple):
    """What a path leads to, the attribute that says so, and where that stands."""

    value: Any
    type: Type
    attribute: Attribute | None
    span: Span | None

    @property
    def says(self) -> str:
        return fact(self.attribute, self.value) if self.attribute else shown(self.value, self.type)


def top_clauses(condition: ast.Condition | None) -> tuple[ast.Condition, ...]:
    """The conditions of ``when`` as the page lists them: a ``define`` that is used there is one of them."""
    if not isinstance(condition, ast.And) or _is_use(condition):
        return () if condition is None else (condition,)
    return tuple(clause for operand in condition.operands for clause in top_clauses(operand))


def _is_use(condition: ast.And) -> bool:
    """A define is written out at one place; what a page itself joins stands side by side."""
    return any((each.at, each.end) == (condition.at, condition.end) for each in condition.operands)


class Explainer:
    """Explains a rule, or a question, whose own words are in ``page``, for what there is in ``domains``."""

    def __init__(self, asked: ast.Asked, page: Source, domains: Things) -> None:
        self.asked = asked
        self.page = page
        self.domains = domains

    def explain(self, bound: Bound) -> tuple[Clause, ...]:
        """Every condition of ``when`` and every ``unless``, for what ``for each`` came to stand for."""
        whens = (self._top(each, bound)._replace(role="when") for each in top_clauses(self.asked.when))
        unless = (self._top(each, bound)._replace(role="unless") for each in self.asked.unless)
        first = self.asked.bindings[0]
        together = [_alike(first, bound[first.variable][0])] if isinstance(first, ast.Grouping) else []
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
        return Clause("", self._text(condition), held, says, None, _one_by_one(decisive))

    # --------------------------------------------------------------------------------- conditions

    def clause(self, condition: ast.Condition, bound: Bound, within: bool = False) -> Clause:
        """One condition; ``within`` a define there are no words of the page to show."""
        text = spelled(condition) if within else self._text(condition)
        if not within and _USE.match(text):
            inner = self.clause(condition, bound, within=True)
            return inner._replace(text=text, says="", span=None, parts=(inner,) if inner.says else inner.parts)
        match condition:
            case ast.And(operands):
                return self._joined(text, operands, bound, within, decided_by=False)
            case ast.Or(operands):
                return self._joined(text, operands, bound, within, decided_by=True)
            case ast.Not(operand):
                inner = self.clause(operand, bound, within)
                return inner._replace(text=text, held=not inner.held)
            case ast.Is() | ast.In() | ast.Holds() | ast.Flag():
                return _of_one_value(condition, text, bound)
            case ast.Compare():
                return _compared(condition, text, bound)
            case ast.Names():
                return _named(condition, text, bound)
            case ast.LeadsTo(left, right):
                automation, other = _value(left, bound).value, _value(right, bound)
                held = other.value in self.domains.set_off_by(automation)
                says = f"{named(automation)} {'can' if held else 'cannot'} set off {named(other.value)}"
                return Clause("", text, held, says, other.span)
            case ast.Quantified():
                return self._quantified(condition, text, bound, within)
        raise AssertionError(f"not a checked condition: {condition}")

    def _joined(
        self, text: str, operands: tuple[ast.Condition, ...], bound: Bound, within: bool, decided_by: bool
    ) -> Clause:
        """``and`` is decided by one part that fails, ``or`` by one that holds; otherwise all parts decide."""
        parts = [self.clause(each, bound, within) for each in operands]
        decisive = tuple(each for each in parts if each.held is decided_by)
        return Clause("", text, decided_by if decisive else not decided_by, "", None, decisive or tuple(parts))

    def _quantified(self, condition: ast.Quantified, text: str, bound: Bound, within: bool) -> Clause:
        source, kind = _value(condition.source, bound), condition.kind
        things = list(_in_order(source.value, bound[condition.source.names[0]][0]))
        about = (
            (each, self.clause(condition.body, {**bound, condition.variable: (each, Type(kind))}, within))
            for each in things
        )
        match condition.quantity:
            case "some" | "no" as quantity:
                fits = next((pair for pair in about if pair[1].held), None)
                held = (fits is None) == (quantity == "no")
                return _first(Clause("", text, held, _none_of(len(things), kind), source.span), "true of", fits)
            case "every":
                pairs = list(about)
                fails = next((pair for pair in pairs if not pair[1].held), None)
                says = f"true of each of {counted(len(things), kind)}" if things else _none_of(0, kind)
                of_each = Clause("", text, fails is None, says, source.span, _one_by_one(pairs))
                return _first(of_each, "not true of", fails)
            case quantity:
                count = sum(clause.held for _, clause in about)
                enough = count >= condition.number if quantity == "at least" else count <= condition.number
                return Clause("", text, enough, f"true of {count} of {counted(len(things), kind)}", source.span)

    def _text(self, condition: ast.Condition) -> str:
        """What the page says, without comments and line breaks."""
        return " ".join(_COMMENT.sub("", self.page.text[condition.at : condition.end]).split())


def _in_order(things: Iterable[Any], owner: Any) -> Iterator[Any]:
    """The things of a list; of a circle those on the way that is told come first."""
    walk = [walk_step.step for walk_step in owner.walk] if isinstance(owner, Loop) else []
    return iter(dict.fromkeys((*walk, *things)))


def _none_of(count: int, kind: str) -> str:
    return f"true of none of {counted(count, kind)}" if count else f"there is no {kind}"


def _first(otherwise: Clause, says: str, pair: tuple[Any, Clause] | None) -> Clause:
    """The first thing that decided, if one did."""
    if pair is None:
        return otherwise
    thing, clause = pair
    parts = (clause,) if clause.says else clause.parts
    return otherwise._replace(says=f"{says} {named(thing)}", span=thing.span, parts=parts)


def _one_by_one(pairs: Iterable[tuple[Any, Clause]]) -> tuple[Clause, ...]:
    """The first few of several things, each with what is so of it."""
    shown_pairs = list(pairs)[:EXAMPLES]
    return tuple(
        clause._replace(
            says=f"{named(thing)}: {clause.says}" if clause.says else named(thing), span=clause.span or thing.span
        )
        for thing, clause in shown_pairs
    )


def _of_one_value(condition: ast.Is | ast.In | ast.Holds | ast.Flag, text: str, bound: Bound) -> Clause:
    """What asks about one path."""
    match condition:
        case ast.Is(left, word):
            found = _value(left, bound)
            held = found.value == word
        case ast.In(left):
            found = _value(left, bound)
            held = found.value in word_set(condition)
        case ast.Holds(word, right):
            found = _value(right, bound)
            held = word in found.value
        case ast.Flag(path):
            found = _value(path, bound)
            held = bool(found.value)
    return Clause("", text, held, found.says, found.span)


def _compared(condition: ast.Compare, text: str, bound: Bound) -> Clause:
    sides = [
        _value(side, bound) if isinstance(side, ast.Path) else _Value(side.value, Type("number"), None, None)
        for side in (condition.left, condition.right)
    ]
    held = _SIGNS[condition.sign](sides[0].value, sides[1].value)
    told = [side for side in sides if side.attribute]
    return Clause("", text, held, "; ".join(side.says for side in told), next((each.span for each in told), None))


def _named(condition: ast.Names, text: str, bound: Bound) -> Clause:
    """Whether a text speaks of the person behind its own event or of a set of people, or gives something away."""
    found = _value(condition.text, bound)
    spoken: TextFacts = found.value
    if condition.relation == "leaks":
        return _leaked(condition.who.text, text, found)
    provenance = spoken.provenance
    there = provenance.people if condition.relation == "names" else provenance.quoted
    if condition.who.names[0] not in bound:
        held, whom = condition.who.text in there, crowd_phrase(condition.who.text)
    else:
        automation: AutomationFacts = _value(condition.who, bound).value
        if spoken.step.automation is not automation:
            says = f"this text knows nothing of {automation.event.person}: that is another automation"
            return Clause("", text, False, says, found.span)
        held, whom = PERSON in there, automation.event.person
        if not held and automation.event.asked == "nobody":
            return Clause("", text, False, f"there is no person behind `{automation.event.name}`", found.span)
    does, does_not = _RELATIONS[condition.relation]
    if spoken.model is None:
        return Clause("", text, held, "there is no text", found.span)
    return Clause("", text, held, f"{shown(spoken, found.type)} {does if held else does_not} {whom}", found.span)


def _leaked(origin: str, text: str, found: _Value) -> Clause:
    """What is of this origin was meant for few; whether it is in the text, and who notices that."""
    audience, origins = KINDS["step"]["audience"], KINDS["text"]["origins"]
    step, there = found.value.step, origins.get(found.value)
    held = origin in there and audience.get(step) in HEARD_BY_MANY
    return Clause("", text, held, f"{fact(origins, there)}; {fact(audience, audience.get(step))}", found.span)


_RELATIONS = {"names": ("names", "does not name"), "echoes": ("repeats words of", "repeats no words of")}


# ------------------------------------------------------------------------------------------ values


def _value(path: ast.Path, bound: Bound) -> _Value:
    value, kind = bound[path.names[0]]
    attribute, span = None, place_of(value)
    for name in path.names[1:]:
        attribute = attributes(kind)[name]
        owner, value, kind = value, attribute.get(value), attribute.type
        if isinstance(owner, AutomationFacts) and (kind == A_PERSON or name == "event"):
            span = owner.model.trigger.span
        else:
            span = place_of(value) or span
    return _Value(value, kind, attribute, span)


def place_of(thing: Any) -> Span | None:
    """Where a thing stands; groups and circles stand at several places, and words at none."""
    span: Span | None = thing.span if isinstance(thing, _PLACED) else None
    return span


def places_of(thing: Any) -> tuple[Any, ...]:
    """The members of a group, the steps on the way of a circle, or else the thing itself: what has a place."""
    if isinstance(thing, Loop):
        return tuple(dict.fromkeys(walk_step.step for walk_step in thing.walk))
    return tuple(thing.members) if isinstance(thing, Group) else (thing,)


def bound_variables(asked: ast.Asked, slots: dict[str, int], types: list[Type], env: list[Any]) -> Bound:
    """What the variables of ``for each`` stand for in an environment of the compiled rule."""
    names = (name for each in asked.bindings for name in variables_of(each))
    return {name: (env[slots[name]], types[slots[name]]) for name in names}


def variables_of(binding: ast.Binding | ast.Grouping | ast.Pairing) -> tuple[str, ...]:
    """The variables that ``for each`` introduces by it, but not the member of a group."""
    return (binding.first, binding.second) if isinstance(binding, ast.Pairing) else (binding.variable,)


def _alike(grouping: ast.Grouping, group: Group) -> Clause:
    """Who the members of a group are, and in what they are alike."""
    kind = Type(grouping.kind)
    first: Bound = {grouping.member: (group.members[0], kind)}
    text = f"by {', '.join(key.text for key in grouping.keys)}"
    says = "; ".join(_value(key, first).says for key in grouping.keys)
    members = tuple(Clause("", text, True, named(each), each.span) for each in group.members[:EXAMPLES])
    return Clause("when", text, True, f"alike in {counted(len(group.members), grouping.kind)}: {says}", None, members)
