"""Automations: when this happens, and that holds, do these steps."""

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.readers.automation_file.fields import read_fields, read_value, take_denials
from sociable.readers.automation_file.keys import AUTOMATION_KEYS, NARROWING_KEYS, narrowing
from sociable.readers.automation_file.shapes import converters
from sociable.readers.automation_file.stated_places import read_place, tell_of_two
from sociable.readers.automation_file.steps import read_steps
from sociable.readers.automation_file.texts import Scope, read_guards
from sociable.readers.context import ReadingContext
from sociable.records.static import Any
from sociable.setup.model import (
    NO_KEYS,
    NOTHING,
    Automation,
    Hours,
    Named,
    NamesInRow,
    Once,
    Place,
    Step,
    Target,
    Trigger,
)
from sociable.text.source import Span
from sociable.text.suggest import meant
from sociable.vocabulary.events import EVENTS, MEANT_BESIDE, Event
from sociable.vocabulary.values import COUNTED_IN

_TIMES = frozenset(("every", "at", "on", "cron"))
_AUTOMATION = converters(AUTOMATION_KEYS)
_HOURS = NARROWING_KEYS["during"].shape.convert


def read_automation(context: ReadingContext, node: Node) -> Automation | None:
    """Read one item of ``automations:``; without an id, an account or an event there is none."""
    if type(node) is not Mapping:
        context.fits = False
        return None
    context.misread = set()
    values = read_fields(context, node, _AUTOMATION)
    when = values.pop("when", None)
    trigger = _trigger(context, when)
    during = _during(when) or values.pop("during", "")
    scope = Scope(trigger.event.name if trigger else "")
    guards = read_guards(context, values.pop("if", ()), node, scope)
    steps = read_steps(context, values.pop("do", None), scope)
    denied = take_denials(values, ("agreed_to", "ignore", "limit", "once_per", "out_by", "stop_on"))
    ignored = values.pop("ignore", ())
    _for_each_person(values)
    name, accounts = values.pop("id", None), values.pop("account", None)
    if trigger is None or name is None or accounts is None:
        context.fits = False
        return None
    if "once_per" in node and "once_per" in values:
        _tell_what_never_comes(context, node["once_per"][1], values["once_per"], trigger.event, steps)
    return Automation(
        id=Named(name, context.span(node["id"][1])),
        span=context.span(node),
        accounts=_named(context, node["account"][1]),
        trigger=trigger,
        steps=steps,
        guards=guards,
        during=during,
        ignored=ignored,
        ignore=frozenset(ignored) or NO_KEYS,
        spans={key: _spans(context, node, key) for key in ("only_from", "ignore") if key in node} or NOTHING,
        misread=frozenset(context.misread) or NO_KEYS,
        denied=denied,
        **values,
    )


def _tell_what_never_comes(
    context: ReadingContext, node: Node, once: Once, event: Event, steps: tuple[Step, ...]
) -> None:
    """Tell of a ``once_per`` that counts what neither the event nor a set that the steps go through brings.

    A bare name may be that of a list, which any other file may describe.
    """
    goes_through_a_set = any(
        target.crowd is not None or target.kind in ("value", "account")
        for step in steps
        for target in (step.target, *(source for _, source in step.produces))
        if isinstance(target, Target)
    )
    if goes_through_a_set or not COUNTED_IN[once.what].isdisjoint(event.carries):
        return
    message = f"`once_per: {once.what}` counts nothing here: `{event.name}` ({event.starts}) brings no {once.what}"
    counted = [what for what, things in COUNTED_IN.items() if not things.isdisjoint(event.carries)]
    brought = next((what for what in counted if what in event.carries), counted[0] if counted else "")
    advice = f"Write `once_per: {brought}`." if brought else "Take it out; `limit: 1 per day` bounds how often it runs."
    context.say(context.span(node), message, advice)
    context.misread.add("once_per")


def _for_each_person(values: dict[str, Any]) -> None:
    """Keep what is done for each person at most apart from what is done in all; once is what ``once_per`` says."""
    if "limit" not in values or not values["limit"].each:
        return
    rate = values.pop("limit")
    values["per_user"] = rate
    if rate.times == 1:
        values.setdefault("once_per", Once(rate.each, rate.seconds))


def _named(context: ReadingContext, node: Node) -> tuple[Named, ...] | NamesInRow:
    """Name each account once, at its first place."""
    if type(node) is Scalar:
        return (Named(node.value, context.span(node)),)
    names: dict[str, Scalar] = {}
    for item in node.items if type(node) is Sequence else ():
        if type(item) is Scalar:
            names.setdefault(item.value, item)
    return NamesInRow(context.source, ((name, item.start, item.end) for name, item in names.items())) if names else ()


def _trigger(context: ReadingContext, node: Node | None) -> Trigger | None:
    named = node["event"][1] if type(node) is Mapping and "event" in node else node
    event = EVENTS.get(named.value) if type(named) is Scalar else None
    if event is None:
        context.fits = False
        event = EVENTS.get(meant(named.value, EVENTS)) if type(named) is Scalar else None
    if named is None or event is None:
        return None
    event = _meant_beside(context, event, node)
    span = context.span(named)
    if event.is_timed:
        _say_of_times(context, node)
    if type(node) is not Mapping:
        return Trigger(event, span)
    said = _said(context, node, event)
    otherwise, seconds = said.pop("otherwise", False), said.pop("for", 0)
    said.pop("during", None)
    place = _place(context, node, said)
    return Trigger(
        event,
        span,
        narrowed={name: found if type(found) is tuple else (str(found),) for name, found in said.items()}
        | ({"in": place.names} if place is not None and place.names else {}),
        place=place,
        otherwise=otherwise,
        seconds=seconds,
        spans={key: _spans(context, node, key) for key in ("from", "on") if key in said} or NOTHING,
    )


def _meant_beside(context: ReadingContext, event: Event, node: Node | None) -> Event:
    """The event that is meant where a key of another one stands beside it; that the key is none of its own is told."""
    keys = node.keys() if type(node) is Mapping else ()
    other = next((other for key, other in MEANT_BESIDE.get(event.name, {}).items() if key in keys), "")
    context.fits = context.fits and not other
    return EVENTS[other] if other else event


def _during(when: Node | None) -> Hours | str:
    """The hours of a schedule, which may stand beside its times."""
    if type(when) is not Mapping or "during" not in when:
        return ""
    try:
        return _HOURS(when["during"][1])  # type: ignore[no-any-return]
    except ValueError:  # it is told of where the trigger is read
        return ""


def _spans(context: ReadingContext, group: Mapping, key: str) -> tuple[Span, ...]:
    """The places of the words of a key."""
    node = group[key][1]
    return tuple(context.span(each) for each in (node.items if type(node) is Sequence else (node,)))


def _say_of_times(context: ReadingContext, when: Node | None) -> None:
    """Tell of a schedule that does not say when, or says it in two ways."""
    said = when.keys() & _TIMES if type(when) is Mapping else set()
    if not said and when is not None:
        place = when["event"][1] if type(when) is Mapping else when
        message = "a `schedule` has to say how often or when it comes"
        advice = "Write `when: {event: schedule, every: 1 day}`, or with `at:`, `on:` or `cron:` in its place."
        context.say(context.span(place), message, advice)
        context.misread.update(_TIMES)
    elif type(when) is Mapping and "cron" in said and len(said) > 1:
        other = next(name for name in when if name in said and name != "cron")
        message = f"`{other}` and `cron` say two different things of when it comes"
        context.say(context.span(when[other][0]), message, "Keep one of the two.")
        context.misread.update(said)


def _said(context: ReadingContext, when: Mapping, event: Event) -> dict[str, Any]:
    """What narrows the event, by its keys; what does not fit is left out."""
    said: dict[str, Any] = {}
    takes = narrowing(event)
    for name, (_, node) in when.items():
        if name in takes:
            found = read_value(context, node, takes[name].shape.convert, name)
            if found is not None:
                said[name] = found
        elif name != "event":
            context.misreads(name, event.keys)
            context.misread.add("when")
    return said


def _place(context: ReadingContext, when: Mapping, said: dict[str, Any]) -> Place | None:
    """Where it happens; ``group`` is an older word for ``in``."""
    tell_of_two(context, when)
    for name in ("in", "group"):
        if said.pop(name, None) is not None:
            return read_place(context, when[name][1])
    return None
