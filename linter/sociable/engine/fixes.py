"""What a rule's fix comes to for one finding: which change, to which things, and in which words."""

from functools import lru_cache

from sociable.facts.facts import StepFacts
from sociable.findings.finding import Change, Fix
from sociable.language import ast
from sociable.records.static import Any
from sociable.text.wording import both, counted
from sociable.vocabulary.verbs import VERBS

_SWITCHED_OFF = Change("set", "automation", "enabled", "false")


def fix_for(fix: ast.Fix, things: list[Any], kind: str, text: str) -> Fix | None:
    """The fix of these things of a kind, with a ``text`` for what its page fills in; none if nothing is to be done."""
    if not things or (fix.text is not None and not text):
        return None
    change, words = _change(fix.action, kind, fix.key, text if fix.text is not None else fix.word)
    if len(things) > 1:
        words = _words(change, _together(kind, things))
    if change.action == "remove" and _is_only_step(things[0]):
        things = [things[0].automation]
        change, words = _SWITCHED_OFF, "switch this automation off (`enabled: false`): it does nothing else"
    first, *others = dict.fromkeys(thing.span for thing in things)
    return Fix(fix.safety, words, first, change, also_at=tuple(others))


@lru_cache(maxsize=100)
def _change(action: str, kind: str, key: str, word: str) -> tuple[Change, str]:
    """A change of one thing and the words for it, both held once however many findings come to it."""
    change = Change(action, kind, key, word)
    return change, _words(change, f"this {kind}")


def _is_only_step(thing: Any) -> bool:
    """Whether nothing would be left of an automation without it."""
    return isinstance(thing, StepFacts) and len(thing.automation.model.steps) == 1


def _together(kind: str, things: list[Any]) -> str:
    return both(thing.id for thing in things) if kind == "automation" else f"these {counted(len(things), kind)}"


def _words(change: Change, called: str) -> str:
    """A clause in the imperative, about what is called so."""
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
