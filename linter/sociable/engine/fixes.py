"""What a rule's fix comes to for one finding: which change, to which things, and in which words."""

from sociable.facts.facts import StepFacts
from sociable.findings.finding import Change, Fix
from sociable.language import ast
from sociable.records.static import Any
from sociable.text.wording import both, counted
from sociable.vocabulary.verbs import VERBS

_SWITCHED_OFF = Change("set", "automation", "enabled", "false")


def fix_for(fix: ast.Fix, things: list[Any], kind: str, text: str) -> Fix | None:
    """The fix of these things of a kind, with a ``text`` for what its page fills in; none if nothing is to be done."""
    change = Change(fix.action, kind, fix.key, text if fix.text is not None else fix.word)
    if not things or (fix.text is not None and not text):
        return None
    words = _words(change, things)
    if change.action == "remove" and _is_only_step(things[0]):
        things = [things[0].automation]
        change, words = _SWITCHED_OFF, "switch this automation off (`enabled: false`): it does nothing else"
    first, *others = dict.fromkeys(thing.span for thing in things)
    return Fix(fix.safety, words, first, change, also_at=tuple(others))


def _is_only_step(thing: Any) -> bool:
    """Whether nothing would be left of an automation without it."""
    return isinstance(thing, StepFacts) and len(thing.automation.model.steps) == 1


def _together(kind: str, things: list[Any]) -> str:
    return both(thing.id for thing in things) if kind == "automation" else f"these {counted(len(things), kind)}"


def _words(change: Change, things: list[Any]) -> str:
    """A clause in the imperative."""
    called = f"this {change.kind}" if len(things) == 1 else _together(change.kind, things)
    match change.action:
        case "replace" if change.word in VERBS:
            inward = VERBS[change.word].audience == "inward"
            new = f"a `{change.word}`, which nobody outside sees" if inward else f"`{change.word}`"
            return f"replace {called} by {new}"
        case "replace":
            return f"write `{change.word}` instead"
        case "remove":
            return f"take {'this account' if change.kind == 'declaration' else called} out"
        case "add":
            return f"add `{change.word}` to `{change.key}:` of {called}"
        case "begin":
            return f"begin {called} with “{change.word.strip()}”"
    return f"write `{change.key}: {change.word}` in {called}"
