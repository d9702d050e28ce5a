"""How facts read in a sentence."""

from typing import Any

from sociable.facts.credentials import Credential
from sociable.facts.declarations import Declaration, Reference
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts, TargetFacts, TextFacts
from sociable.facts.guards import GuardFacts
from sociable.facts.quotas import Quota, QuotaShare
from sociable.graph.loops import Loop
from sociable.kinds.group import Group
from sociable.kinds.table import WORDS
from sociable.language import ast
from sociable.language.types import NUMBER, PERSON, Attribute, Type
from sociable.text.wording import counted
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.verbs import VERBS

LONGEST_QUOTE = 80
PLATFORM = Type("word", "platform")


def shown(value: Any, kind: Type) -> str:
    """A fact of a type that may be shown, as part of a sentence."""
    if kind == PERSON:
        assert isinstance(value, AutomationFacts)
        return value.event.person
    match value:
        case AccountFacts():
            return value.shown
        case AutomationFacts():
            return f"`{value.id}`"
        case StepFacts():
            return f"`{value.verb.name}`"
        case GuardFacts():
            return f"`{value.guard.expression.text}`"
        case TextFacts():
            text = value.shown
            return f"“{text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + '…'}”"
        case TargetFacts():
            return value.shown
    if kind == NUMBER:
        return f"{value:,}"
    if kind == PLATFORM and value in PLATFORMS:
        return PLATFORMS[value].title
    return str(value).replace("_", " ") if kind.name == "word" else str(value)


def fix_words(fix: ast.Fix, kind: Type) -> str:
    """What a rule says to change, as a clause in the imperative."""
    match fix.action:
        case "replace":
            private = "a private " if VERBS[fix.word].audience == "inward" else ""
            return f"replace this {kind.name} by {private}`{fix.word}`"
        case "remove":
            return f"take this {kind.name} out"
    return f"write `{fix.key}: {fix.word}` in this {kind.name}"


def named(thing: Any) -> str:
    """A thing by itself, told apart from others of its kind on the same account."""
    match thing:
        case AutomationFacts():
            return f"`{thing.id}` on {thing.account.shown}"
        case StepFacts():
            return f"`{thing.verb.name}` in `{thing.automation.id}`"
        case GuardFacts():
            return f"{shown(thing, Type('guard'))} in `{thing.automation.id}`"
        case Declaration():
            return f"the {thing.what} `{thing.id}`"
        case Credential():
            return thing.what
        case Reference():
            return f"`{thing.name}`"
        case Group():
            first, *others = thing.members
            return f"{named(first)} {f'and {len(others)} like it' if others else 'alone'}"
        case Loop():
            return f"a circle of {counted(len(thing.automations), 'automation')}"
        case Quota():
            return f"{thing.limit.action} of {thing.account.shown}"
        case QuotaShare():
            return f"what `{thing.automation.id}` adds"
    return shown(thing, Type("thing"))


def fact(attribute: Attribute, value: Any) -> str:
    """What is so: the attribute in the words of its description, and its value in those of the vocabulary."""
    about = attribute.doc[0].lower() + attribute.doc[1:].rstrip(".")
    return f"{about}: {_meaning(value, attribute.type)}"


def _meaning(value: Any, kind: Type) -> str:
    match kind.name:
        case "flag":
            return "yes" if value else "no"
        case "word":
            word, described = f"`{value}`", WORDS[kind.of][value]
            if not isinstance(described, str):
                return word
            return described if word in described else f"{described} ({word})"
        case "set":
            return "; ".join(_meaning(each, Type("word", kind.of)) for each in sorted(value)) or "nothing"
        case "list":
            return counted(len(value), kind.of)
        case "string":
            return f"“{value if len(value) <= LONGEST_QUOTE else value[: LONGEST_QUOTE - 1] + '…'}”"
    return shown(value, kind)
