"""Automations: when this happens, and that holds, do these steps."""

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.readers.automation_file.fields import read_fields, read_value
from sociable.readers.automation_file.keys import AUTOMATION_KEYS, NARROWING_KEYS, converters
from sociable.readers.automation_file.steps import read_steps
from sociable.readers.automation_file.texts import Scope, read_guards
from sociable.readers.context import ReadingContext
from sociable.setup.model import Automation, Named, Trigger
from sociable.vocabulary.events import EVENTS, Event

_AUTOMATION = converters(AUTOMATION_KEYS)
_NARROWING = converters(NARROWING_KEYS)


def read_automation(context: ReadingContext, node: Node) -> Automation | None:
    """Read one item of ``automations:``; without an id, an account or an event there is none."""
    if type(node) is not Mapping:
        context.fits = False
        return None
    context.misread = set()
    values = read_fields(context, node, _AUTOMATION)
    trigger = _trigger(context, values.pop("when", None))
    scope = Scope(trigger.event.name if trigger else "")
    guards = read_guards(context, values.pop("if", ()), node, scope)
    steps = read_steps(context, values.pop("do", None), scope)
    name, accounts = values.pop("id", None), values.pop("account", None)
    if trigger is None or name is None or accounts is None:
        context.fits = False
        return None
    return Automation(
        id=Named(name, context.span(node.entries["id"][1])),
        span=context.span(node),
        accounts=_named(context, node.entries["account"][1]),
        trigger=trigger,
        steps=steps,
        guards=guards,
        misread=frozenset(context.misread),
        **values,
    )


def _named(context: ReadingContext, node: Node) -> tuple[Named, ...]:
    """Name each account once, at its first place."""
    if type(node) is Scalar:
        return (Named(node.value, context.span(node)),)
    names: dict[str, Named] = {}
    for item in node.items if type(node) is Sequence else ():
        if type(item) is Scalar:
            names.setdefault(item.value, Named(item.value, context.span(item)))
    return tuple(names.values())


def _trigger(context: ReadingContext, node: Node | None) -> Trigger | None:
    named = node.entries["event"][1] if type(node) is Mapping and "event" in node.entries else node
    event = EVENTS.get(named.value) if type(named) is Scalar else None
    if named is None or event is None:
        context.fits = False
        return None
    return Trigger(event, context.span(named), _narrowed(context, node, event) if type(node) is Mapping else {})


def _narrowed(context: ReadingContext, when: Mapping, event: Event) -> dict[str, tuple[str, ...]]:
    narrowed: dict[str, tuple[str, ...]] = {}
    for name, (_, node) in when.entries.items():
        if name in event.keys:
            found = read_value(context, node, _NARROWING[name], name)
            if found is not None:
                narrowed[name] = found if type(found) is tuple else (str(found),)
        elif name != "event":
            context.misreads(name, event.keys)
    return narrowed
