"""The reference pages in ``docs/`` that are made from the vocabulary, so that they cannot drift from it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sociable.kinds.table import KINDS
from sociable.language.types import Attribute
from sociable.readers.automation_file.keys import ACCOUNT_KEYS, AUTOMATION_KEYS, STEP_KEYS
from sociable.readers.automation_file.shapes import Key
from sociable.vocabulary.carried import CARRIED
from sociable.vocabulary.crowds import CROWDS, SIZES, THROUGH
from sociable.vocabulary.events import ASKED, EVENT_GROUPS, EVENTS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import APPROVALS, IGNORABLE, ONCE_PER, PURPOSES, RUN_BY, USES, VIA
from sociable.vocabulary.verbs import EFFECTS, VERB_GROUPS, VERBS

_MADE = "<!-- Made by `make generated`; change linter/sociable/vocabulary/values.py instead. -->"


def vocabulary_page() -> str:
    """Every key and word of the automation file, as Markdown."""
    parts = [
        "# The words of the automation file",
        _MADE,
        section("Accounts", ("key", "what it says"), _keys(ACCOUNT_KEYS)),
        section("Automations", ("key", "what it says"), _keys(AUTOMATION_KEYS)),
        section("Beside the verb of a step", ("key", "what it says"), _keys(STEP_KEYS)),
        section("Events", ("event", "group", "did they ask?", "carries", "narrowed by"), _events()),
        section("What events carry", ("name", "fields"), _carried()),
        section("Verbs", ("verb", "group", "who notices", "what repeating does", "aimed at"), _verbs()),
        section("Sets of people and posts", ("written", "of", "size", "brought in through"), _crowds()),
        *(section(title, ("word", "meaning"), _meanings(table)) for title, table in _WORD_LISTS.items()),
    ]
    return "\n\n".join(parts) + "\n"


def rule_vocabulary_page() -> str:
    """Everything a rule can ask about, as Markdown."""
    parts = [
        "# What rules can ask",
        "<!-- Made by `make generated`; change linter/sociable/kinds/ instead. -->",
    ]
    for kind, row in KINDS.rows.items():
        parts.append(section(kind, ("attribute", "is", "meaning"), _attributes(row.attributes.items())))
    nested = ((f"{of}.{name}", attribute) for of, asked in KINDS.of_words.items() for name, attribute in asked.items())
    parts.append(section("words that have attributes", ("attribute", "is", "meaning"), _attributes(nested)))
    parts.append("## Words\n")
    parts[-1] += "\n".join(f"- **{name}**: {_listed(table)}" for name, table in sorted(KINDS.words.items()))
    return "\n\n".join(parts) + "\n"


_WORD_LISTS: dict[str, Mapping[str, str]] = {
    "Platforms": {name: row.title for name, row in PLATFORMS.items()},
    "Who runs an account": RUN_BY,
    "Purposes": PURPOSES,
    "Approval": APPROVALS,
    "What a text may admit": {name: row.doc for name, row in DISCLOSURES.items()},
    "How the platform is reached": VIA,
    "What stored data is for": USES,
    "Whom to ignore": IGNORABLE,
    "Once per": ONCE_PER,
}


def section(title: str, heads: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    """A heading and a table below it, as Markdown."""
    lines = [f"## {title}", "", row(heads), row("---" for _ in heads), *map(row, rows)]
    return "\n".join(lines)


def row(cells: Iterable[str]) -> str:
    """A line of a Markdown table."""
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _keys(keys: Mapping[str, Key]) -> Iterable[tuple[str, ...]]:
    return ((f"`{name}`", key.doc) for name, key in keys.items())


def _events() -> Iterable[tuple[str, ...]]:
    for event in EVENTS.values():
        carries = ", ".join(f"`event.{name}`" for name in event.carries)
        yield f"`{event.name}`", EVENT_GROUPS[event.group], ASKED[event.asked], carries, _listed(event.keys)


def _carried() -> Iterable[tuple[str, ...]]:
    for thing in CARRIED.values():
        listed = ", ".join("any column" if field.name == "*" else f"`{field.name}`" for field in thing.fields)
        yield f"`event.{thing.name}`", listed


def _verbs() -> Iterable[tuple[str, ...]]:
    for verb in VERBS.values():
        target = {"": "", "?": "has to be said"}.get(verb.target, f"`{verb.target}`")
        yield f"`{verb.name}`", VERB_GROUPS[verb.group], verb.audience, EFFECTS[verb.effect], target


def _crowds() -> Iterable[tuple[str, ...]]:
    for crowd in CROWDS.values():
        written = f"`{crowd.name}({'…' if crowd.takes else ''})`" if crowd.takes else f"`{crowd.name}`"
        yield written, crowd.of, SIZES[crowd.size], THROUGH[crowd.through]


def _meanings(table: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    return ((f"`{word}`", meaning) for word, meaning in table.items())


def _attributes(attributes: Iterable[tuple[str, Attribute]]) -> Iterable[tuple[str, ...]]:
    return ((f"`{name}`", str(attribute.type), attribute.doc) for name, attribute in attributes)


def _listed(names: Iterable[Any]) -> str:
    return ", ".join(f"`{name}`" for name in names)
