"""The lists of words in ``docs/format.md``: what stands between its marks is made from the vocabulary."""

from collections.abc import Callable, Iterable, Mapping
from os.path import join

from sociable.readers.automation_file.keys import (
    ACCOUNT_KEYS,
    AUTOMATION_KEYS,
    FORMS,
    INBOX_KEYS,
    LIST_KEYS,
    NARROWING_KEYS,
    PLACE_KEYS,
    STEP_KEYS,
    Form,
)
from sociable.readers.automation_file.shapes import Key
from sociable.readers.automation_file.stated_imports import IMPORT_KEYS
from sociable.vocabulary.carried import CARRIED
from sociable.vocabulary.crowds import CROWDS, FETCHED_FIELDS, PEOPLE_FIELDS
from sociable.vocabulary.events import ASKED, EVENT_GROUPS, EVENTS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.roles import ROLES
from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import (
    ACCOUNT_KINDS,
    ADMISSIONS,
    APPROVABLE,
    APPROVALS,
    APPROVED,
    AUDIENCES,
    CAME_BY,
    CONFIRMED,
    CONSENTS,
    DURING,
    ENTRIES,
    IGNORABLE,
    ONCE_PER,
    OUT_BY,
    PURPOSES,
    RUN_BY,
    USES,
    VIA,
    VISIBILITIES,
)
from sociable.vocabulary.verbs import VERB_GROUPS

from generators.made_parts import table, with_parts_made

PAGE = "docs/format.md"
_SIGNIFIES = {
    "text": '"…"',
    "target": "who or what",
    "person": "name",
    "duration": "3 days",
    "address": "https://…",
    "names": "{name: …}",
}


def format_page(project: str) -> str:
    """The page as it is, with each marked part made anew."""
    return with_parts_made(join(project, PAGE), PARTS)


def _words(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _meanings(words: Mapping[str, str], head: str = "word") -> str:
    return table((head, "meaning"), ((f"`{word}`", doc) for word, doc in words.items()))


def _keys(keys: Mapping[str, Key]) -> str:
    rows = ((f"`{name}`", key.doc, f"`{name}: {key.example}`") for name, key in keys.items())
    return table(("key", "what it says", "such as"), rows)


def _events() -> str:
    parts = []
    for group, doc in EVENT_GROUPS.items():
        rows = (
            (
                f"`{event.name}`",
                event.starts,
                event.person if event.has_person else "nobody",
                _words(event.keys),
                _words(f"event.{name}" for name in event.carries),
            )
            for event in EVENTS.values()
            if event.group == group
        )
        heads = ("event", "it comes when", "`event.user` is (“it”: the account)", "keys under `when:`", "it carries")
        parts.append(f"**{doc[0].upper()}{doc[1:]}**\n\n{table(heads, rows)}")
    return "\n\n".join(parts)


def _asked() -> str:
    rows = ((doc, _words(row.name for row in EVENTS.values() if row.asked == asked)) for asked, doc in ASKED.items())
    return table(("did anybody ask?", "events"), rows)


def _carried() -> str:
    rows = (
        (
            f"`event.{thing.name}.…`",
            ", ".join("any name" if each.name == "*" else f"`{each.name}`" for each in thing.fields),
            _words(event.name for event in EVENTS.values() if thing.name in event.carries),
        )
        for thing in CARRIED.values()
    )
    return table(("path", "what can be asked of it", "comes with"), rows)


def _fetched() -> str:
    made = {
        "a set of people": _words(PEOPLE_FIELDS),
        "a set of posts": "what `event.post` has, any other name, and `count`",
        "a table, a list, a web address": "any name, and `count`",
    }
    named = {f"`{name}`": _words(fields) or "nothing; it is one text" for name, fields in FETCHED_FIELDS.items()}
    return table(("fetched", "what can be asked of it"), (made | named).items())


def _verbs() -> str:
    parts = []
    for group, doc in VERB_GROUPS.items():
        rows = (_verb(form) for form in FORMS.values() if form.verb.group == group)
        heads = ("short form", "what it does", "keys of the long form", "aimed at, if it does not say")
        parts.append(f"**{doc[0].upper()}{doc[1:]}**\n\n{table(heads, rows)}")
    return "\n\n".join(parts)


def _verb(form: Form) -> tuple[str, ...]:
    verb = form.verb
    short = f"{verb.name}: {_SIGNIFIES[verb.argument]}" if verb.argument in _SIGNIFIES else verb.name
    if len(form.needs) > 1:
        short = f"{verb.name}: {{{', '.join(f'{name}: …' for name in form.needs)}}}"
    alone = f", or `{verb.name}` alone" if form.bare and short != verb.name else ""
    aim = {"": "", "?": "it has to say"}.get(verb.target, f"`{verb.target}`")
    return f"`{short}`{alone}", verb.does.format("somebody"), _words(form.keys), aim


def _crowds() -> str:
    called = {"people": '("@handle")', "words": '("…")'}
    rows = ((f"`{row.name}{called.get(row.takes, '')}`", row.phrase.format("them")) for row in CROWDS.values())
    return table(("set", "who or what is in it"), rows)


PARTS: dict[str, Callable[[], str]] = {
    "accounts": lambda: _keys(ACCOUNT_KEYS),
    "inbox": lambda: _keys(INBOX_KEYS),
    "automations": lambda: _keys(AUTOMATION_KEYS),
    "steps": lambda: _keys(STEP_KEYS),
    "lists": lambda: _keys(LIST_KEYS),
    "imports": lambda: _keys(IMPORT_KEYS),
    "places": lambda: _keys(PLACE_KEYS),
    "events": _events,
    "asked": _asked,
    "when": lambda: _keys(NARROWING_KEYS),
    "carried": _carried,
    "fetched": _fetched,
    "verbs": _verbs,
    "sets": _crowds,
    "roles": lambda: _meanings({name: row.phrases for name, row in ROLES.items()}, "role"),
    "platforms": lambda: _meanings({name: row.title for name, row in PLATFORMS.items()}, "platform"),
    "purposes": lambda: _meanings(PURPOSES, "purpose"),
    "run-by": lambda: _meanings(RUN_BY),
    "kind": lambda: _meanings(ACCOUNT_KINDS),
    "approved": lambda: f"{_meanings(APPROVABLE, 'key')}\n\n{_meanings(_true_false(APPROVED))}",
    "approval": lambda: _meanings(APPROVALS),
    "disclose": lambda: _meanings({name: row.doc for name, row in DISCLOSURES.items()}),
    "visibility": lambda: _meanings({name: AUDIENCES[heard] for name, heard in VISIBILITIES.items()}),
    "via": lambda: _meanings(VIA),
    "use": lambda: _meanings(USES),
    "ignore": lambda: _meanings(IGNORABLE),
    "once-per": lambda: _meanings(ONCE_PER),
    "entry": lambda: _meanings(ENTRIES),
    "admits": lambda: _meanings(ADMISSIONS),
    "came-by": lambda: _meanings(CAME_BY),
    "agreed-to": lambda: _meanings({name: doc for name, doc in CONSENTS.items() if name not in PURPOSES}),
    "confirmed": lambda: _meanings(_true_false(CONFIRMED)),
    "out-by": lambda: _meanings(OUT_BY),
    "during": lambda: _meanings(DURING),
}
"""What makes each marked part, by the name in its mark."""


def _true_false(words: Mapping[str, str]) -> dict[str, str]:
    return {{"yes": "true", "no": "false"}.get(word, word): doc for word, doc in words.items()}
