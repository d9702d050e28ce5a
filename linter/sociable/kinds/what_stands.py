"""What stands in the file already where advice says what to write: it has to give way, or to stay beside it."""

import re
from collections.abc import Iterator

from sociable.facts.admissions import admitted, lists_used
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.records.static import Any
from sociable.setup.model import Once, Rate
from sociable.setup.quantities import once_words, rate_words
from sociable.text.wording import short
from sociable.vocabulary.text_words import PERSON_WROTE_IT
from sociable.vocabulary.values import NONE, UNSTATED

_WRITTEN = re.compile(
    r"(?P<verb>\b[Ww]rite )?(?<!under )(?<!beside )(?<!of )(?<!\(with )"
    r"`(?P<key>[a-z_]+):(?: (?P<word>[^`]+))?`(?: with `[a-z_]+:`)?(?P<where> on this step)?"
)
"""What is to be written by the words of advice, such as `` `approval: human` on this step``."""

_DENIALS = (NONE, "false", "unread", "unknown")
"""What a key says that has to go, whatever is written in its place."""

_FLAGS = {"yes": "true", "no": "false", UNSTATED: ""}
_LONGEST = 40
"""Characters of a text of the file's own."""


_ADMITTED = re.compile(r" \(and take `([a-z_]+)` out of `admits:`\)")
"""What no longer has to be admitted by whoever follows the advice, if it stands there."""


def with_what_stands(advice: str, thing: Any) -> str:
    """Advice about a thing, where each key that stands there already is said to be replaced, and by what."""

    def told(match: re.Match[str]) -> str:
        key, word = match["key"], match["word"] or ""
        found = [(part, stands) for part in _around(thing) if (stands := stated(part, key, word))]
        if not found:
            return match[0]
        nearest = found[0][0] is _model(thing)
        which = " on this step" if nearest and len(found) > 1 and isinstance(thing, StepFacts) else ""
        return _in_place(match, found[0][1], nearest, advice, which)

    automation = thing.automation if isinstance(thing, StepFacts) else thing
    if isinstance(automation, AutomationFacts):
        said = admitted(automation)
        advice = _ADMITTED.sub(lambda match: match[0] if match[1] in said else "", advice)
    return _WRITTEN.sub(told, advice)


def _in_place(match: re.Match[str], stands: str, is_nearest: bool, advice: str, which: str) -> str:
    """What is asked for, and what it takes the place of, unless the advice says so itself, or asks for nothing new.

    What stands there as it should is kept; ``which`` of several places is meant, where the key stands in more than one.
    """
    word = match["word"] or ""
    asked = with_others(stands, word)
    has_it = asked.strip("[]") == stands.strip("[]")
    is_said = f"in the place of `{stands}`" in advice
    if has_it and match["verb"]:
        return f"{'K' if match['verb'][0] == 'W' else 'k'}eep {match[0].removeprefix(match['verb'])}"
    if has_it or is_said or (not word and stands not in _DENIALS):
        return match[0]
    written = match[0] if is_nearest else match[0].removesuffix(match["where"] or "")
    return f"{written.replace(f' {word}`', f' {asked}`')} in the place of `{stands}`{which}"


def with_others(stands: str, word: str) -> str:
    """A word that is asked for, in a list with those that are there and may stay: that a person wrote it may not."""
    if not word.startswith("[") or stands in _DENIALS:
        return word
    there, new = (each.strip("[]").split(", ") for each in (stands, word))
    return f"[{', '.join(dict.fromkeys([each for each in there if each != PERSON_WROTE_IT] + new))}]"


def _model(thing: Any) -> Any:
    return getattr(thing, "model", None)


def _around(thing: Any) -> Iterator[Any]:
    """What the files say of a thing, and of all it belongs to, the nearest first."""
    if isinstance(thing, StepFacts):
        yield thing.model
        thing = thing.automation
    if isinstance(thing, AutomationFacts):
        yield thing.model
        yield from lists_used(thing)
        thing = thing.account
    if isinstance(thing, AccountFacts):
        yield thing.model
        yield thing.model.approved


def stated(part: Any, key: str, asked: str = "") -> str:
    """What a key says in a part of the files, as it stands there; empty where it says nothing."""
    if isinstance(part, dict):
        return _FLAGS.get(part.get(key, ""), "")
    if key in getattr(part, "denied", ()):
        return NONE
    if key in getattr(part, "unknown", ()):
        return "unknown"
    if key == "limit" and " per user" in asked:
        key = "per_user"
    return _written(getattr(part, key, None))


def _written(value: Any) -> str:
    if value is False:
        return "false"
    if isinstance(value, Rate):
        return rate_words(value) if value.seconds else ""  # how much in one run may stay
    if isinstance(value, Once):
        return once_words(value)
    if isinstance(value, str):
        return _FLAGS.get(value, short(value, _LONGEST))
    words = sorted(value) if isinstance(value, frozenset) else value if isinstance(value, tuple) else ()
    if not words or not all(isinstance(each, str) for each in words):
        return ""
    return f"[{', '.join(words)}]" if len(words) > 1 else words[0]
