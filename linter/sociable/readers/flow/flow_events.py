"""What starts the steps of a flow: its trigger, or what a look outside finds where that only says when to look."""

from collections.abc import Sequence

from sociable.readers.flow.audience import touches_people
from sociable.readers.flow.flow_graph import Flow
from sociable.readers.flow.memory import remembers
from sociable.readers.flow.parts import Part
from sociable.readers.flow.run import Run
from sociable.vocabulary.verbs import VERBS

_ONLY_SAY_WHEN = frozenset(("schedule", "started", "called", "webhook", "chatted", ""))
_ORDERED = "command"
"""The event of a message that has the flow publish something."""

_TIES = frozenset(verb.name for verb in VERBS.values() if verb.is_tie)
BY_HAND = frozenset(("started", ""))


def starts(flow: Flow, parts: Sequence[Part]) -> list[int]:
    """The nodes that set a flow off: its triggers; without any, those that nothing leads to.

    A button that starts what another trigger starts as well is there for trying it out.
    """
    triggers = [number for number, part in enumerate(parts) if part.kind == "trigger" and not part.off]
    if not any(part.kind == "trigger" for part in parts):
        return [number for number in range(len(parts)) if flow.out[number] and not flow.into[number]]
    done = {each for number in triggers if parts[number].event not in BY_HAND for each in flow.after(number)}
    return [
        number
        for number in triggers
        if parts[number].event not in BY_HAND or not _does(flow, parts, number) or _does(flow, parts, number) - done
    ]


def _does(flow: Flow, parts: Sequence[Part], trigger: int) -> set[int]:
    """The nodes after a trigger that do more than pass on what they are given."""
    return {each for each in flow.after(trigger) if parts[each].kind != "pass" or parts[each].reason}


def event_of(run: Run, node: int) -> tuple[str, int]:
    """The event that a step answers, and the look outside that stands for it, -1 where it is the trigger itself."""
    trigger = run.parts[run.trigger]
    event = _kept_apart(run, node, run.trigger) or trigger.event or "called"
    part = run.parts[node]
    if part.verb in ("post", "story") and (event == "messaged" or _is_mail_of_one(trigger)):
        return _ORDERED, -1
    if event not in _ONLY_SAY_WHEN:
        return event, -1
    if touches_people(part.verb):
        for each in run.before(node, "fetch"):
            found = _event_found(run, node, each)
            if found:
                return found, each
    for each in run.before(node, "read"):
        if run.parts[each].event == "approved" and not run.sets_approved and not _is_made_by_model(run, node):
            return "approved", each
    return event, -1


def _is_mail_of_one(trigger: Part) -> bool:
    """Whether only mails of an address that the flow names set it off."""
    return trigger.event == "email_received" and any(
        test.sign == "is" for tests in trigger.tests.values() for test in tests
    )


def who_orders(event: str, trigger: str) -> tuple[str, ...]:
    """Who alone sets off steps on an event that is read out of a message: who has a flow publish is one of us."""
    return ("staff",) if event == _ORDERED != trigger else ()


def _event_found(run: Run, node: int, look: int) -> str:
    """The event that a look outside before a step stands for; empty where it does not look for what is new.

    Who writes to all followers writes to a list of people, unless something remembers who was there before; who
    follows all of them follows back.
    """
    found = run.parts[look]
    event = _kept_apart(run, node, look) or found.event
    if event == "followed" and run.parts[node].verb not in _TIES and not remembers(run, node):
        return ""
    return event


def _kept_apart(run: Run, node: int, look: int) -> str:
    """Of several kinds of things that were found, the one that a condition before the step lets through."""
    if not run.parts[look].told:
        return ""
    for branch, output in run.outputs(node):
        event = run.told.get((look, branch, output))
        if event is None:
            event = run.told[look, branch, output] = _let_through(run, look, branch, output)
        if event:
            return event
    return ""


def _let_through(run: Run, look: int, branch: int, output: int) -> str:
    """The kind of things that comes out of a branch at an output; empty where it does not say."""
    found = run.parts[look]
    for test in run.parts[branch].tests.get(output, ()):
        keys = {key for ref in test.left.refs for key in ref.path}
        said = run.provenance.words(test.right, branch) if found.tells in keys else None
        names = {said or ""} if found.tells else keys
        event = next((found.told[name] for name in names if name in found.told), "") if test.holds else ""
        if event:
            return event
    return ""


def _is_made_by_model(run: Run, node: int) -> bool:
    """Whether a model writes what the step says in this very run: then nobody can have approved it in a table."""
    part = run.parts[node]
    return any(
        source.kind == "ai"
        for value in (part.text, *part.beside.values())
        for source in run.provenance.sources(value, node)
    )
