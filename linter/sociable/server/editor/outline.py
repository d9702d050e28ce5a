"""What is in a file, as an editor lists it: accounts, automations and their steps."""

from sociable.project.load import read_text
from sociable.records.record import Record
from sociable.setup.model import Automation, Step
from sociable.text.source import Source, Span
from sociable.text.wording import short


class Entry(Record):
    """An account, automation or step: its name, what it is, all of it, where its name stands, and what is in it."""

    name: str
    sort: str
    says: str
    whole: Span
    named: Span
    entries: tuple["Entry", ...] = ()


def outline(source: Source) -> list[Entry]:
    """Everything in a file, whatever tool wrote it."""
    setup = read_text(source.path, source.text).setup
    accounts = [
        Entry(each.id.name, "account", each.handle, _around(each.id.span, each.span), each.id.span)
        for each in setup.accounts
    ]
    return [*accounts, *map(_automation, setup.automations)]


def _automation(automation: Automation) -> Entry:
    steps = tuple(map(_step, automation.steps))
    named = automation.id.span
    whole = _around(named, automation.span, *(step.whole for step in steps))
    return Entry(automation.id.name, "automation", automation.trigger.event.name, whole, named, steps)


def _step(step: Step) -> Entry:
    text = step.text.span.text if step.text is not None else step.target.span.text if step.target is not None else ""
    return Entry(step.verb.name, "step", short(text), step.span, step.span)


def _around(*spans: Span) -> Span:
    return Span(spans[0].source, min(each.start for each in spans), max(each.end for each in spans))
