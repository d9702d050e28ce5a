"""What starts the steps of a flow: its trigger, or what a look outside finds where that only says when to look."""

import re
from collections.abc import Sequence, Set

from sociable.readers.flow.audience import touches_people
from sociable.readers.flow.flow_graph import Flow
from sociable.readers.flow.memory import remembers
from sociable.readers.flow.parts import Part
from sociable.readers.flow.run import TOOL_OUTPUT, Run
from sociable.vocabulary.verbs import VERBS

_ONLY_SAY_WHEN = frozenset(("schedule", "started", "called", "webhook", "chatted", ""))
_ORDERED = "command"
"""The event of a message that has the flow publish something."""

_ADDRESS = frozenset(("url", "shorturl", "link", "weburl"))
"""Keys under which a service says where something lies that it has just put down."""

_PERSONAL = re.compile(
    r"(?<!\w)personal\s(?:(?:AI|digital|virtual|executive|productivity|finance|financial|expense|chatbot)\s){0,2}assistant(?!\w)"
    r"|persönliche[rn]?\s(?:KI-?)?assistent|assistant(?:e)?\spersonnel|asistente\spersonal|assistente\spessoal",
    re.IGNORECASE,
)
"""What a prompt calls a model that serves one person."""

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


def hears_as_one_of_us(run: Run, node: int, ordered: Set[str]) -> bool:
    """Whether an answer in a chat is for somebody who works with the flow, as what they order or are shown tells."""
    if run.parts[run.trigger].event != "messaged":
        return False
    return _gives_orders(run, node, ordered) or _shows_its_draft(run, node) or _shows_what_is_ours(run, node)


def _gives_orders(run: Run, node: int, ordered: Set[str]) -> bool:
    """Whether who wrote to the flow is one of us: what they write is published, and they hear what came of it.

    Of an answer that is given where nothing is published, as in another branch, that is not said, unless another branch
    publishes on another platform: nobody lets others do that. Where another trigger on the same platform publishes
    (``ordered``), one that never does asks and shows what is to come.
    """
    trigger = run.parts[run.trigger]
    if not run.publishing:
        return trigger.platform in ordered
    if any(run.parts[post].platform != trigger.platform for post in run.publishing):
        return True
    taken = dict(run.outputs(node))
    return any(
        all(taken.get(branch, output) == output for branch, output in run.outputs(post)) for post in run.publishing
    )


def _shows_its_draft(run: Run, node: int) -> bool:
    """Whether an answer shows the very text of which the flow makes a draft of ours: only one of us is shown that."""
    if not run.drafts:
        return False
    shown = _written_by_models(run, node)
    return any(not shown.isdisjoint(_written_by_models(run, each)) for each in run.drafts)


def _shows_what_is_ours(run: Run, node: int) -> bool:
    """Whether an answer in a chat rests on what only our own people may see, and so is for one of them.

    That is where a page or task of ours lies, our mail, which the model that answers may read, or what that says as the
    assistant of one person.
    """
    text = run.parts[node].text
    for ref in text.refs if text is not None else ():
        is_address = bool(ref.path) and ref.path[-1].casefold() in _ADDRESS
        if is_address and any(run.parts[each].ours for each in run.provenance.makers(ref, node)):
            return True
    models = _written_by_models(run, node)
    if any(run.parts[model].ours for model in models):
        return True
    tools = (tool for model in models for tool in _tools_of(run, model))
    return any(run.parts[tool].ours and run.parts[tool].platform == "email" for tool in tools)


def serves_one(prompt: str) -> bool:
    """Whether a prompt makes a model the assistant of one person, who alone speaks with it."""
    return _PERSONAL.search(prompt) is not None


def _tools_of(run: Run, model: int) -> set[int]:
    """What a model may use as it likes, and what those tools may use that are models themselves."""
    found: set[int] = set()
    todo = [model]
    while todo:
        tools = {edge.target for edge in run.flow.out[todo.pop()] if edge.output == TOOL_OUTPUT} - found
        found |= tools
        todo += tools
    return found


def _written_by_models(run: Run, node: int) -> set[int]:
    sources = run.provenance.sources(run.parts[node].text, node)
    return {source.node for source in sources if source.kind == "ai"}


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
