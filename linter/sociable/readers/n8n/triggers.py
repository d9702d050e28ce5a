"""What starts a workflow, and what of it can be read: schedules, forms, chats, web hooks."""

import re
from collections.abc import Iterable, Mapping, Set

from sociable.documents.nodes import Sequence, text_at
from sociable.readers.addresses.addresses import payload
from sociable.readers.flow.parts import NO_TESTS, Hole, Part, Ref, Template, Test
from sociable.readers.n8n.mail_searches import FROM, asked_of_mails
from sociable.readers.n8n.parameters import Parameters
from sociable.readers.n8n.timetables import cron, every, schedule
from sociable.records.static import Any
from sociable.text.source import Span
from sociable.vocabulary.events import EVENTS

_ABOUT_PEOPLE = re.compile(
    r"(?:e-?mail|phone|whats ?app|mobile)[ -]?(?:address|adresse|number|no|id)?\W*(?:\(|$)"
    r"|\b(?:your|my) (?:e-?mail|phone|name)|telefon|tel[eé]fono|correo",
    re.IGNORECASE,
)
Heard = Set[tuple[str, str]]
"""Events, each with the platform where it happens."""

_ABOUT_OUR_WORK = re.compile(
    r"(?<![a-z])(?:keywords?|hashtags?|signature|subreddit|post (?:url|link))(?![a-z])", re.IGNORECASE
)
"""What only those fill in who have the flow work for them."""

_NO_LETTER = re.compile(r"[^a-z]")
_INDEX = re.compile(r"\??\.?\[\s*(?:\d+|[\"'](\w+)[\"'])\s*\]")


def trigger(
    part: Part, row: Mapping[str, Any], parameters: Parameters, read: Iterable[str] = (), heard: Heard = frozenset()
) -> Part:
    """Fill the part of a trigger.

    For web hooks, ``read`` are all paths and programs of the workflow, ``heard`` what its other triggers hear of.
    """
    part = part._replace(
        kind="trigger",
        event=row["event"],
        platform=row.get("platform", ""),
        via=row.get("via", ""),
        carries=row.get("carries", {}),
        starts_or_acts=True,
        polled=parameters.node("pollTimes") is not None,
    )
    part = _of_kind(part, row, parameters)
    part = part._replace(tests=_let_in(part, row, parameters))
    match row.get("reads"):
        case "schedule":
            part = part._replace(narrowed=schedule(parameters))
        case "cron":
            part = part._replace(narrowed=cron(parameters))
        case "interval":
            part = part._replace(narrowed=every(parameters.text("interval") or "1", parameters.text("unit")))
        case "form":
            part = _form(part, parameters)
        case "chat" if parameters.text("public") == "true":
            part = part._replace(event="chatted", carries={"chatInput": "message.text"}, text=_above_chat(parameters))
        case "webhook":
            part = _web_hook(part, read, heard)
    return part


def _let_in(part: Part, row: Mapping[str, Any], parameters: Parameters) -> Mapping[int, tuple[Test, ...]]:
    """Whom alone a trigger listens to, and to which words, as conditions of its output; a group is more than one."""
    for parameter, key in row.get("only", {}).items():
        them = parameters.template(parameter)
        words = them.fixed if them is not None else None
        is_set = them is not None and words is None and not them.refs  # by a variable of the tool
        if them is not None and (is_set or (words and not words.startswith(("-", "@")))):
            return {0: (Test(_of_what_came(part, key, parameters, them.span), "is", them),)}
    asked = parameters.template(row["asks"]) if "asks" in row else None
    if asked is None:
        return NO_TESTS
    found = [
        Test(
            _of_what_came(part, key, parameters, asked.span),
            "is" if key == FROM else "contains",
            Template((words,), asked.span),
        )
        for key, words in asked_of_mails(asked.fixed or "")
    ]
    return {0: tuple(found)} if found else NO_TESTS


def _of_what_came(part: Part, key: str, parameters: Parameters, span: Span) -> Template:
    """What stands under a key of what a trigger brings."""
    return Template((Hole((Ref(parameters.nodes[part.name], tuple(key.split("."))),), key, plain=True),), span)


def _of_kind(part: Part, row: Mapping[str, Any], parameters: Parameters) -> Part:
    """A trigger that hears of several kinds of things, of which only one is chosen."""
    chosen = parameters.template(row["by"]) if "by" in row else None
    words = "".join(each for each in chosen.parts if isinstance(each, str)).split() if chosen is not None else []
    known = {_NO_LETTER.sub("", name): event for name, event in row.get("events", {}).items()}
    events = {known.get(_NO_LETTER.sub("", word.casefold()), part.event) for word in words}
    event = events.pop() if len(events) == 1 else part.event
    return part._replace(event=event, told=row.get("told", {}), carries=_carried(part.carries, event, row))


def _carried(carries: Mapping[str, str], event: str, row: Mapping[str, Any]) -> Mapping[str, str]:
    """What of a row's ``carries`` holds for one of its events: a product that is new to a shop brings no order."""
    if event == row["event"] and "by" not in row:
        return carries
    held = EVENTS[event].carries if event in EVENTS else ()
    return {path: known for path, known in carries.items() if known.partition(".")[0] in held}


def _web_hook(part: Part, read: Iterable[str], heard: Heard) -> Part:
    row = payload(read, heard)
    if row is None:
        return part._replace(reason="event-not-said")
    return part._replace(
        event=row["event"], platform=row.get("platform", ""), via=row.get("via", ""), carries=row["carries"]
    )


def plain_paths(code: str) -> str:
    """A program with its paths in one form: numbers of items and question marks left out."""
    return _INDEX.sub(lambda found: f".{found[1]}" if found[1] else "", code).replace("?.", ".")


def _above_chat(parameters: Parameters) -> Template | None:
    """What stands in a chat window before anything is written: its title, what is below that, how it greets."""
    said = [parameters.template(name) for name in ("options.title", "options.subtitle", "initialMessages")]
    words = [each.fixed for each in said if each is not None and each.fixed]
    return Template((f"{' '.join(words)} ",), next(filter(None, said)).span) if words else None


def _form(part: Part, parameters: Parameters) -> Part:
    """A form that asks people how to reach them is for people outside; any other is for our own."""
    fields = parameters.node("formFields.values")
    listed = fields.items if type(fields) is Sequence else ()
    labels = {text_at(each, name) for each in listed for name in ("fieldLabel", "fieldName")} - {""}
    kinds = {text_at(each, "fieldType") for each in listed}
    if any(map(_ABOUT_PEOPLE.search, (*labels, *kinds))) and not any(map(_ABOUT_OUR_WORK.search, labels)):
        return part._replace(event="opted_in", carries=dict.fromkeys(("", *labels), "form.answer"))
    return part._replace(carries={"": "payload.answer"})
