"""AutoModerator's rules to a fragment: a rule a document, on the one account that keeps a community.

Whoever posts there has turned to those who keep the place; what the rules take out, they take out for everybody to see.
"""

import re
from collections.abc import Iterator

from sociable.documents import nodes
from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence, span_of, text_at
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Part
from sociable.readers.fragment import Fragment
from sociable.readers.names_and_holes import cut_at, filled, told_apart
from sociable.setup.model import Account, Automation, Expression, Guard, Named, Step, Target, Text, Trigger
from sociable.text.source import Source, Span
from sociable.text.wording import short
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

NAME = "automoderator"
READ_AS = "rules of AutoModerator"
_ACCOUNT = "AutoModerator"
_FEW = 3
"""Of the words that a rule looks for, so many are in its name."""

_TYPES = frozenset(("any", "comment", "submission", "text submission", "link submission", "crosspost submission"))
_ACTIONS = {"remove": "hide", "spam": "hide", "filter": "hide", "report": "report"}
_SAYS = {"comment": "comment", "message": "dm", "modmail": "notify"}
_HOLDS_WORDS = re.compile(r"(?:title|body|domain|url|flair_text)(?:\+(?:title|body|domain|url))*(?: \(.*\))?")
_CONDITIONS = (
    "author",
    "parent_submission",
    "crosspost_author",
    "reports",
    "is_edited",
    "is_top_level",
    "body_shorter_than",
)
_FILLED = re.compile(r"\{\{(\w[\w-]*)\}\}")
_CARRIED = {
    "author": ("user", "handle"),
    "title": ("post", "text"),
    "body": ("post", "text"),
    "permalink": ("post", "url"),
    "url": ("post", "url"),
}


def recognises(document: Document) -> bool:
    return any(_is_rule(root) for root in document.roots)


def read(document: Document) -> Fragment:
    rules = [root for root in document.roots if type(root) is nodes.Mapping and _is_rule(root)]
    automations: list[Automation] = []
    covered: list[Part] = []
    for name, rule in zip(told_apart(map(_name, rules)), rules, strict=True):
        steps = tuple(_steps(document.source, rule, name))
        covered += (Part(step.origin.called, step.span, "understood") for step in steps)
        if steps:
            automations.append(_automation(document.source, rule, name, steps))
    place = automations[0].id.span if automations else Span(document.source, 0, 0)
    account = Account(Named(_ACCOUNT, place), place, "reddit", automated_label="yes", origin=Origin(NAME, _ACCOUNT))
    accounts = (account,) if automations else ()
    return Fragment(document.source, NAME, accounts, tuple(automations), coverage=Coverage(READ_AS, tuple(covered)))


def _name(rule: Mapping) -> str:
    """What a rule is called: by what it looks for, so that it keeps its name wherever it stands."""
    looked_for = [*_words(rule), *(name for name in _CONDITIONS if name in rule)]
    return short(f"{text_at(rule, 'type') or 'any'}: {', '.join(looked_for[:_FEW])}".removesuffix(": "))


def _is_rule(root: Node) -> bool:
    """Whether a document says of which posts it speaks, and what then happens, in AutoModerator's words."""
    if type(root) is not nodes.Mapping:
        return False
    does = bool(root.keys() & _SAYS.keys()) or text_at(root, "action") in {*_ACTIONS, "approve"}
    speaks_of = text_at(root, "type") in _TYPES or any(_HOLDS_WORDS.fullmatch(key.lstrip("~")) for key in root)
    return does and speaks_of


def _automation(source: Source, rule: Mapping, name: str, steps: tuple[Step, ...]) -> Automation:
    words = tuple(_words(rule))
    first = next(iter(rule.values()))[0]
    place = span_of(source, first)
    return Automation(
        Named(name, place),
        span_of(source, rule),
        (Named(_ACCOUNT, place),),
        Trigger(EVENTS["commented"], place, {"contains": words} if words else {}),
        steps,
        guards=tuple(_conditions(source, rule)),
        purpose="moderation",
        origin=Origin(NAME, name),
    )


def _steps(source: Source, rule: Mapping, called: str) -> Iterator[Step]:
    within = Origin(NAME, called)
    for name, (key, value) in rule.items():
        origin = Origin(NAME, name, within=within)
        verb = VERBS.get(_SAYS.get(name, "") or (_ACTIONS.get(text_at(rule, name), "") if name == "action" else ""))
        if verb is None:
            continue
        place = span_of(source, key)
        kind = {"event.user": "person", "event.post": "post"}.get(verb.target)
        target = Target(kind, place, verb.target) if kind else None
        text = (
            Text(tuple(_parts(value.value)), span_of(source, value))
            if name in _SAYS and type(value) is Scalar
            else None
        )
        yield Step(verb, place, text, target, origin=origin)


def _parts(text: str) -> Iterator[str | Expression]:
    for part in cut_at(_FILLED, text):
        if isinstance(part, str):
            yield part
        else:
            yield filled(("event", *_CARRIED.get(part[1].split("_")[0], ("post", "url"))))


def _conditions(source: Source, rule: Mapping) -> Iterator[Guard]:
    """What else has to hold, of which only the name is known: who the author is, what the thread is like."""
    for name in _CONDITIONS:
        if name in rule:
            yield Guard(Expression("path", (name,), name), span_of(source, rule[name][0]))


def _words(rule: Mapping) -> Iterator[str]:
    """The words that a rule looks for."""
    for name, (_, value) in rule.items():
        if _HOLDS_WORDS.fullmatch(name):
            listed = value.items if type(value) is Sequence else [value]
            yield from (each.value for each in listed if type(each) is Scalar)
