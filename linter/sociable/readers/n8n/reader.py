"""An n8n export to a fragment: what its workflows do, and how much of them was understood."""

from collections.abc import Iterable, Iterator

from sociable.documents.document import Document
from sociable.findings.coverage import Coverage
from sociable.findings.coverage import Part as Covered
from sociable.readers.flow.automations import automations_of
from sociable.readers.flow.joining import Drawn, joined
from sociable.readers.fragment import Fragment, Link, OpenFact
from sociable.readers.n8n.drawn import drawn
from sociable.readers.n8n.export import read_workflow, workflows
from sociable.setup.model import Account, Automation, Origin
from sociable.text.source import Span

NAME = "n8n"
READ_AS = "an n8n export"
_UNNAMED = "workflow"
_WHY_UNSAID = "it is only worked out when the workflow runs"


def recognises(document: Document) -> bool:
    return bool(document.roots) and bool(workflows(document.roots[0]))


def read(document: Document) -> Fragment:
    """Read all workflows of an export; those that it runs itself are part of what runs them."""
    found = [read_workflow(root) for root in workflows(document.roots[0])]
    flows = [drawn(each, document.source, each.name or _UNNAMED) for each in found]
    by_ident = {each.ident: each for each in flows if each.ident}
    made = [(each, *joined(each, by_ident)) for each in flows]
    called = frozenset[str]().union(*(inner for each, _, _, inner in made if _starts_by_itself(each)))
    accounts: dict[str, Account] = {}
    automations: list[Automation] = []
    open_facts: list[OpenFact] = []
    unsaid: dict[Span, str] = {}
    for each, flow, parts, _ in made:
        if each.ident in called:
            parts = [part._replace(off=True) if part.event == "called" else part for part in parts]
        result = automations_of(flow, parts, Origin(NAME, each.name, each.ident))
        automations += result.automations
        for account in result.accounts:
            accounts.setdefault(account.id.name, account)
        for number in sorted(result.unsaid):
            part = parts[number]
            unsaid[part.span] = result.unsaid[number]
            open_facts.append(OpenFact(f"whom “{part.name}” reaches", _WHY_UNSAID, part.place))
    return Fragment(
        document.source,
        NAME,
        tuple(accounts.values()),
        tuple(automations),
        coverage=Coverage(READ_AS, tuple(_covered(flows, unsaid, by_ident.keys()))),
        open=tuple(open_facts),
        links=tuple(_links(flows, by_ident.keys())),
    )


def _starts_by_itself(flow: Drawn) -> bool:
    return any(part.kind == "trigger" and part.event != "called" for part in flow.parts)


def _covered(flows: Iterable[Drawn], unsaid: dict[Span, str], here: Iterable[str]) -> Iterator[Covered]:
    """The nodes that start or do something, as far as they are understood."""
    known = frozenset(here)
    for each in flows:
        for part in each.parts:
            if not part.starts_or_acts:
                continue
            reason = part.reason
            if part.calls and part.calls not in known:
                reason = "sub-workflow-not-here"
            elif not reason:
                reason = unsaid.get(part.span, "")
            outcome = "off" if part.off else "not-understood" if reason else "understood"
            yield Covered(part.name, part.place, outcome, "" if part.off else reason)


def _links(flows: Iterable[Drawn], here: Iterable[str]) -> Iterator[Link]:
    known = frozenset(here)
    for each in flows:
        for part in each.parts:
            if part.calls and part.calls not in known and not part.off:
                yield Link("runs", part.calls, part.place)
