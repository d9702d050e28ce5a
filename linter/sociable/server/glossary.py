"""What each word of the automation file means, in a sentence or two, for whoever writes one."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sociable.readers.automation_file.keys import (
    ACCOUNT_KEYS,
    AUTOMATION_KEYS,
    FILE_KEYS,
    GROUP_KEYS,
    LIST_KEYS,
    LONG_KEYS,
    NARROWING_KEYS,
    PLACE_KEYS,
    STEP_KEYS,
)
from sociable.readers.automation_file.shapes import Key
from sociable.records.record import Record
from sociable.text.wording import both
from sociable.vocabulary.carried import CARRIED
from sociable.vocabulary.crowds import CROWDS, SIZES
from sociable.vocabulary.events import ASKED, EVENTS, Event
from sociable.vocabulary.platforms import PLATFORMS, Platform
from sociable.vocabulary.values import AUDIENCES
from sociable.vocabulary.verbs import EFFECTS, VERBS, Verb


class Word(Record):
    """A word, what sort of word it is, and what it means: sentences, perhaps with Markdown's backquotes."""

    name: str
    sort: str
    meaning: str


_CODES = 100
"""A table with so many words holds codes that the world knows, such as those of countries."""

SORTS = (
    "event",
    "verb",
    "platform",
    "key of a file",
    "key of an account",
    "key of an automation",
    "key of a step",
    "key beside an event",
    "key of a verb",
    "key of a list",
    "key of a place",
    "value",
    "what an event brings",
    "set of people or posts",
)


@lru_cache(maxsize=1)
def glossary() -> tuple[Word, ...]:
    """Every word, sort by sort in the order of ``SORTS``."""
    return (
        *(Word(event.name, "event", event_meaning(event)) for event in EVENTS.values()),
        *(Word(verb.name, "verb", verb_meaning(verb)) for verb in VERBS.values()),
        *(Word(row.name, "platform", platform_meaning(row)) for row in PLATFORMS.values()),
        *_keys("file", FILE_KEYS),
        *_keys("account", ACCOUNT_KEYS, "an"),
        *_keys("automation", AUTOMATION_KEYS, "an"),
        *_keys("step", GROUP_KEYS | STEP_KEYS),
        *(Word(name, "key beside an event", key_meaning(key)) for name, key in NARROWING_KEYS.items()),
        *_keys("verb", LONG_KEYS),
        *_keys("list", LIST_KEYS),
        *_keys("place", PLACE_KEYS),
        *_values(),
        *(Word(f"event.{thing.name}", "what an event brings", _brings(thing.name)) for thing in CARRIED.values()),
        *(Word(crowd.name, "set of people or posts", _crowd(crowd.name)) for crowd in CROWDS.values()),
    )


def event_meaning(event: Event) -> str:
    """What starts it, whether somebody asked for an answer, and what it brings."""
    brings = f" It brings {both(f'event.{name}' for name in event.carries)}." if event.carries else ""
    narrowed = f" It may be narrowed by {both(event.keys)}." if event.keys else ""
    return f"{_capital(event.starts)}: {ASKED[event.asked]}.{brings}{narrowed}"


def verb_meaning(verb: Verb) -> str:
    """What it does, who notices, what doing it again does, at whom it is aimed and what it sets off there."""
    aimed = {"": "", "?": " It has to say at what it is aimed."}.get(
        verb.target, f" It is aimed at `{verb.target}` unless it says otherwise."
    )
    events = [cause.event for cause in verb.causes if cause.where == "target"]
    sets_off = f" It sets off {both(events)} there." if events else ""
    does = _capital(verb.does.format("somebody"))
    return f"{does}: {AUDIENCES[verb.audience]}; {EFFECTS[verb.effect]}.{aimed}{sets_off}"


def platform_meaning(platform: Platform) -> str:
    """What it is called, and who hears an ordinary post there."""
    return f"{_capital(platform.title)}. Of an ordinary post there: {AUDIENCES[platform.hears]}."


def key_meaning(key: Key) -> str:
    """What it says, what it holds and an example."""
    example = f" For example `{key.example}`." if key.example else ""
    title = key.shape.schema.get("title")
    return f"{key.doc}{f' It holds {title}.' if title else ''}{example}"


def _keys(of: str, keys: Mapping[str, Key], article: str = "a") -> Iterator[Word]:
    return (Word(name, f"key of {article} {of}", key_meaning(key)) for name, key in keys.items())


def _values() -> Iterator[Word]:
    for name, key in (ACCOUNT_KEYS | AUTOMATION_KEYS | LIST_KEYS | STEP_KEYS).items():
        for schema in (key.shape.schema, *key.shape.schema.get("anyOf", ())):
            words, meanings = schema.get("enum", ()), schema.get("enumDescriptions", ())
            if name != "platform" and len(meanings) < _CODES:
                for word, meaning in zip(words, meanings, strict=bool(meanings)):
                    yield Word(f"{name}: {word}", "value", f"{_capital(meaning.rstrip('.'))}.")


def _brings(name: str) -> str:
    fields = [field.name for field in CARRIED[name].fields if field.name != "*"]
    return f"It has {both(fields)}." if fields else "It has whatever columns there are."


def _crowd(name: str) -> str:
    crowd = CROWDS[name]
    return f"{_capital(crowd.phrase.format('…'))}: {crowd.of}, {SIZES[crowd.size]}."


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
