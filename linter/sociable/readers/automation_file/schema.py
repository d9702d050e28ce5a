"""The published JSON Schema of the automation file, made from ``format`` and ``vocabulary``.

Titles are written to follow “should be …”, those of groups also to precede “needs …” and “takes no key …”.
"""

from sociable.readers.automation_file.keys import (
    ACCOUNT_KEYS,
    AUTOMATION_KEYS,
    BARE_VERBS,
    BUTTON_KEYS,
    FILE_KEYS,
    FORMS,
    GROUP_KEYS,
    INBOX_KEYS,
    LIST_KEYS,
    MOST_BUTTONS,
    PICTURE_KEYS,
    PLACE_KEYS,
    STEP_KEYS,
    Form,
    narrowing,
)
from sociable.readers.automation_file.shapes import (
    EXTENSION,
    FILLED,
    NAMES,
    TEXT,
    Json,
    Key,
    described,
)
from sociable.readers.automation_file.stated_imports import IMPORT_KEYS
from sociable.readers.automation_file.when_and_who import ZONE, during_schema
from sociable.records.static import Any
from sociable.vocabulary.events import EVENTS, Event

SCHEMA_ID = "urn:sociable:automations:1"
_OWN_KEYS = {f"^{EXTENSION}": {"description": "For the project itself; nothing of it is read."}}
STEP_TITLE = 'a step such as `reply: "Thank you"`'


def automation_file_schema() -> Json:
    """Build the whole schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "description": "Accounts, and what happens on them: when this happens, if that holds, do these steps.",
        **_group("an automation file", FILE_KEYS, required=("sociable",)),
        "$defs": {
            "account": _group("an account", ACCOUNT_KEYS, required=("platform",)),
            "inbox": {
                "title": "`unread`, or a group such as `{read_by: comms team}`",
                "anyOf": [{"enum": ["unread"]}, _group("an inbox", INBOX_KEYS, required=("read_by",))],
            },
            "vars": {"title": "a group of names with texts", "type": "object", "additionalProperties": TEXT.schema},
            "list": _group("a list of people", LIST_KEYS),
            "place": _group("a place", PLACE_KEYS),
            "in": {
                "title": "the name of a place, a list of names, or a group such as `{members: 300}`",
                "anyOf": [NAMES.schema, _group("a place", PLACE_KEYS, at_least=1)],
            },
            "import": _group("an import", IMPORT_KEYS, at_least=1),
            "hours": during_schema(),
            "zone": ZONE.schema,
            "media": _one_or_several("a picture", PICTURE_KEYS, ("image", "video", "sound")),
            "buttons": {
                "title": "a list of texts, or of groups such as `{text: Yes, link: …}`",
                "type": "array",
                "minItems": 1,
                "maxItems": MOST_BUTTONS,
                "items": {
                    "title": "a text, or a group such as `{text: Yes, link: …}`",
                    "anyOf": [FILLED.schema, _group("a button", BUTTON_KEYS, required=("text",))],
                },
            },
            "automation": _group("an automation", AUTOMATION_KEYS, required=("id", "account", "when", "do")),
            "when": _when(),
            "steps": {"title": "a list of steps", "type": "array", "minItems": 1, "items": {"$ref": "#/$defs/step"}},
            "step": _step(),
            **{f"verb_{name}": _verb(form) for name, form in FORMS.items()},
        },
    }


def _group(title: str, keys: dict[str, Key], required: tuple[str, ...] = (), at_least: int = 0) -> Json:
    return {
        "title": title,
        "type": "object",
        "properties": described(keys),
        **({"required": list(required)} if required else {}),
        **({"minProperties": at_least} if at_least else {}),
        "patternProperties": _OWN_KEYS,
        "additionalProperties": False,
    }


def _one_or_several(title: str, keys: dict[str, Key], one_of: tuple[str, ...]) -> Json:
    group = {**_group(title, keys), "oneOf": [{"required": [name]} for name in one_of]}
    each = {"title": f"{title}, or a group such as `{{{one_of[0]}: …}}`", "anyOf": [FILLED.schema, group]}
    return {
        "title": f"{title}, or a list of them",
        "anyOf": [FILLED.schema, group, {"type": "array", "minItems": 1, "items": each}],
    }


def _when() -> Json:
    event = {
        "title": "an event",
        "enum": list(EVENTS),
        "enumDescriptions": [f"{row.starts[0].upper()}{row.starts[1:]}." for row in EVENTS.values()],
        "examples": ["mentioned"],
        "description": "What starts it.",
    }
    return {
        "title": "an event, or a group such as `{event: mentioned, contains: help}`",
        "anyOf": [
            event,
            {"title": "`when`", "type": "object", "required": ["event"], "properties": {"event": event}},
        ],
        "allOf": [_narrowed(event) for event in EVENTS.values()],
    }


def _narrowed(event: Event) -> Json:
    """Say what else ``when:`` may hold, once it is this event."""
    return {
        "if": {"type": "object", "required": ["event"], "properties": {"event": {"const": event.name}}},
        "then": {
            "title": f"`{event.name}`",
            "properties": {"event": {}, **described(narrowing(event))},
            "additionalProperties": False,
        },
    }


def _step() -> Json:
    return {
        "title": STEP_TITLE,
        "anyOf": [
            {
                "title": "a verb that can stand alone",
                "enum": list(BARE_VERBS),
                "enumDescriptions": [_does(FORMS[name]) for name in BARE_VERBS],
            },
            {
                "title": "a step",
                "type": "object",
                "properties": {
                    **{name: {"$ref": f"#/$defs/verb_{name}", **_shown(form)} for name, form in FORMS.items()},
                    **described(STEP_KEYS | GROUP_KEYS),
                },
                "patternProperties": _OWN_KEYS,
                "additionalProperties": False,
                "oneOf": [{"required": [name]} for name in (*FORMS, "do")],
                "dependentRequired": {"else": ["do", "if"]},
                "dependentSchemas": {
                    "do": {
                        "title": "a group of steps",
                        "properties": dict.fromkeys(GROUP_KEYS, True),
                        "patternProperties": _OWN_KEYS,
                        "additionalProperties": False,
                    }
                },
            },
        ],
    }


_EXAMPLES = {
    "text": '"Thank you"',
    "target": "event.user",
    "person": "the desk",
    "duration": "3 days",
    "address": "https://example.org/hook",
    "names": '{answer: "Answer kindly: {{ event.post.text }}"}',
    "nothing": "enough",
}


def _shown(form: Form) -> Json:
    """What editors show of a verb: what it does, and a line with it."""
    verb = form.verb
    example = form.keys["target"].example if verb.argument == "target" else _EXAMPLES[verb.argument]
    if verb.in_run in ("looks_up", "draws"):
        example = "{them: followers}"
    if len(form.needs) > 1:
        example = f"{{{', '.join(f'{name}: …' for name in form.needs)}}}"
    return {"description": _does(form), "examples": [f"{verb.name}: {example}"]}


def _does(form: Form) -> str:
    does = form.verb.does.format("somebody")
    return f"{does[0].upper()}{does[1:]}."


def _verb(form: Form) -> Json:
    if form.verb.argument == "names":
        return {
            "title": "a group of names, each with what it stands for",
            "type": "object",
            "minProperties": 1,
            "additionalProperties": TEXT.schema,
        }
    if form.verb.argument == "nothing":
        return {"title": "nothing, or a reason", "type": ["null", "string", "number", "boolean"]}
    keys = described(form.keys)
    short = form.keys[form.short].shape.schema
    long = {
        "title": f"`{form.verb.name}`",
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
        **({"required": list(form.needs)} if form.needs else {"minProperties": 1}),
    }
    forms: list[Any] = [short, long] if len(form.needs) < 2 else [long]
    if form.bare:
        forms.append({"type": "null"})
    group = f"a group such as `{{{', '.join(f'{name}: …' for name in form.needs or (form.short,))}}}`"
    title = short["title"] if len(keys) == 1 else group if len(form.needs) > 1 else f"{short['title']}, or {group}"
    return {"title": title, "anyOf": forms}
