"""Flows of some files of one tool to a fragment for each file: what they do, and how much of it was understood."""

from collections.abc import Iterable, Iterator, Sequence, Set

from sociable.findings.origin import Origin
from sociable.findings.report import Coverage
from sociable.findings.report import Part as Covered
from sociable.readers.flow.flow_automations import automations_of
from sociable.readers.flow.flow_graph import Flow
from sociable.readers.flow.joining import ITSELF, MOST_NODES, Drawn, joined, with_own_calls
from sociable.readers.flow.parts import Part
from sociable.readers.fragment import Fragment, Link, OpenFact
from sociable.records.record import Record
from sociable.setup.handles import with_key
from sociable.setup.model import Account, Automation
from sociable.text.source import Source, Span

_FEW = 2_000
_PUT_IN = 5
"""So many nodes, and so many times those of all files, may come in when flows are put into those that run them."""

_WHY_UNSAID = "it is only worked out when the flow runs"


def fragments_of(tool: str, read_as: str, files: Sequence[tuple[Source, Sequence[Drawn]]]) -> list[Fragment]:
    """Read the flows of some files; those that they run themselves are part of what runs them."""
    files = _with_keys_apart(_with_lost_idents(files))
    every = [each for _, flows in files for each in flows]
    whole_flows = {id(each): with_own_calls(each) for each in every}
    by_ident = {each.ident: each for each in every if each.ident}
    held = {each.calls for drawn in every for each in drawn.parts} & by_ident.keys()
    left = _PUT_IN * sum(len(each.parts) for each in every) + _FEW
    whole: dict[int, _Joined] = {}
    called: set[str] = set()
    # who starts a walk has all of it; of what nobody starts, who is called by nobody; of a ring, whoever comes first
    for drawn in sorted(every, key=lambda each: (not each.starts_by_itself, each.ident in held)):
        if drawn.ident in called and not drawn.starts_by_itself:
            found = _Joined(drawn, Flow(len(drawn.parts), drawn.edges), list(drawn.parts), frozenset())
        else:
            found = _Joined(drawn, *joined(whole_flows[id(drawn)], by_ident, min(left + len(drawn.parts), MOST_NODES)))
        left -= len(found.parts) - len(drawn.parts)
        called |= found.inner
        whole[id(drawn)] = found
    return [
        _fragment(source, tool, read_as, flows, [whole[id(each)] for each in flows], called, by_ident.keys())
        for source, flows in files
    ]


def _with_lost_idents(files: Sequence[tuple[Source, Sequence[Drawn]]]) -> list[tuple[Source, list[Drawn]]]:
    """The same flows; one that waits for calls, and whose number was lost, has the one that it calls and nobody has."""
    known = {each.ident for _, flows in files for each in flows}
    return [(source, [_with_own_ident(each, known) for each in flows]) for source, flows in files]


def _with_own_ident(drawn: Drawn, known: Set[str]) -> Drawn:
    called = {part.calls for part in drawn.parts if part.calls not in ("", ITSELF)}
    waits = any(part.event == "called" for part in drawn.parts)
    if drawn.ident or not waits or len(called) != 1 or not called.isdisjoint(known):
        return drawn
    return drawn._replace(ident=called.pop())


def _with_keys_apart(files: Sequence[tuple[Source, Sequence[Drawn]]]) -> list[tuple[Source, Sequence[Drawn]]]:
    """The same flows, in which keys that are called the same, as a tool calls all that nobody named, are several."""
    keys: dict[str, set[str]] = {}
    for part in (part for _, flows in files for each in flows for part in each.parts if part.key):
        keys.setdefault(part.account, set()).add(part.key)
    shared = {account for account, known in keys.items() if len(known) > 1}
    if not shared:
        return list(files)
    return [(source, [_with_key_named(each, shared) for each in flows]) for source, flows in files]


def _with_key_named(drawn: Drawn, shared: Set[str]) -> Drawn:
    parts = (
        part._replace(account=with_key(part.account, part.key)) if part.key and part.account in shared else part
        for part in drawn.parts
    )
    return drawn._replace(parts=list(parts))


class _Joined(Record):
    """A workflow with all that it runs in it, and which workflows these are."""

    drawn: Drawn
    flow: Flow
    parts: list[Part]
    inner: frozenset[str]


def _fragment(
    source: Source,
    tool: str,
    read_as: str,
    drawn_flows: Sequence[Drawn],
    flows: Iterable[_Joined],
    called: Set[str],
    here: Set[str],
) -> Fragment:
    accounts: dict[str, Account] = {}
    automations: list[Automation] = []
    unsaid: dict[Span, str] = {}
    open_facts: list[OpenFact] = []
    for drawn_flow, flow, parts, _ in flows:
        if drawn_flow.ident in called:
            parts = [part._replace(off=True) if part.event == "called" else part for part in parts]
        result = automations_of(flow, parts, Origin(tool, drawn_flow.name, drawn_flow.ident))
        automations += (each._replace(was_on=drawn_flow.was_on) for each in result.automations)
        for account in result.accounts:
            accounts.setdefault(account.id.name, account)
        for number, reason in sorted(result.unsaid.items()):
            part = parts[number]
            unsaid[part.span] = reason
            open_facts.append(OpenFact(f"whom “{part.name}” reaches", _WHY_UNSAID, part.place))
    return Fragment(
        source,
        tool,
        tuple(accounts.values()),
        tuple(automations),
        coverage=Coverage(read_as, tuple(_covered(drawn_flows, unsaid, here))),
        open=tuple(open_facts),
        links=tuple(_links(drawn_flows)),
    )


def _covered(flows: Iterable[Drawn], unsaid: dict[Span, str], here: Set[str]) -> Iterator[Covered]:
    """The nodes that start or do something, as far as they are understood."""
    for each in flows:
        for part in each.parts:
            if not part.starts_or_acts:
                continue
            reason = part.reason
            if part.calls and part.calls not in here and not each.calls_itself(part):
                reason = "sub-workflow-not-here"
            elif not reason:
                reason = unsaid.get(part.span, "")
            outcome = "off" if part.off else "not-understood" if reason else "understood"
            called = f"{part.name} ({part.words})" if reason == "made-in-code" else part.name
            yield Covered(called, part.place, outcome, "" if part.off else reason)


def _links(flows: Iterable[Drawn]) -> Iterator[Link]:
    for each in flows:
        for part in each.parts:
            if part.calls and not part.off and not each.calls_itself(part):
                yield Link("runs", part.calls, part.place)
