"""Where something stands that is found in a file itself, such as a key: in which step, of what, on which account."""

from collections.abc import Iterable, Iterator

from sociable.client_report.one_switch import switch_of
from sociable.documents import json_tree, nodes, yaml_tree
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.records.record import Record
from sociable.text.source import Source, Span


class Site(Record):
    """The automations and accounts that something stands in; ``step`` is what the tool calls the step, or empty.

    All of them are empty where nobody can say.
    """

    automations: tuple[AutomationFacts, ...] = ()
    accounts: tuple[AccountFacts, ...] = ()
    step: str = ""


NOWHERE = Site()


class _Thing(Record):
    """Something that a file describes, with a place in that file that belongs to it alone."""

    at: int
    automation: AutomationFacts | None
    account: AccountFacts
    step: str = ""


class Sites:
    """What the files describe, to look up in which of it a place lies; a file is only looked at when it is asked of."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._things: dict[int, list[_Thing]] = {}
        self._roots: dict[int, tuple[nodes.Node, ...]] = {}

    def site(self, span: Span) -> Site:
        """What the smallest part of the file that holds the place describes besides."""
        source = span.source
        if not self._things:
            for thing, at in _things(self._facts):
                self._things.setdefault(id(at), []).append(thing)
        things = self._things.get(id(source), [])
        if id(source) not in self._roots:
            self._roots[id(source)] = _roots(source)
        for part in reversed(list(_around(self._roots[id(source)], span.start))):
            if inside := [each for each in things if part.start <= each.at < part.end]:
                return _site(inside, part in self._roots[id(source)])
        return _site(things, is_whole=True)


def _things(facts: Facts) -> Iterator[tuple[_Thing, Source]]:
    for account in facts.accounts:
        if account.known and not account.model.origin.importer:
            yield _Thing(account.model.span.start, None, account), account.model.span.source
    for each in facts.automations:
        yield _Thing(each.span.start, each, each.account), each.span.source
        for step in each.steps:
            yield _Thing(step.model.span.start, each, each.account, step.model.origin.called), step.model.span.source


def _site(things: Iterable[_Thing], is_whole: bool) -> Site:
    """What all of these belong to, as long as that is one account.

    What stands beside the parts of a file, such as a note above them, is in none of its automations; an export is one.
    """
    of = list(things)
    accounts = dict.fromkeys(each.account for each in of)
    if len(accounts) != 1:
        return NOWHERE
    automations = dict.fromkeys(each.automation for each in of if each.automation is not None)
    switches = {switch_of(each) for each in automations}
    if len(switches) > 1 or (is_whole and not all(each.model.origin.importer for each in automations)):
        return Site(accounts=tuple(accounts))
    steps = {each.step for each in of}
    return Site(tuple(automations), tuple(accounts), steps.pop() if len(steps) == 1 else "")


def _roots(source: Source) -> tuple[nodes.Node, ...]:
    parse = json_tree.parse if source.text.lstrip()[:1] in ("{", "[") else yaml_tree.parse
    return parse(source).roots


def _around(roots: Iterable[nodes.Node], at: int) -> Iterator[nodes.Mapping]:
    """The mappings that hold a place, the largest first."""
    inside: nodes.Node | None = next((each for each in roots if each.start <= at < each.end), None)
    while inside is not None:
        if isinstance(inside, nodes.Mapping):
            yield inside
        inside = next((each for each in _below(inside) if each.start <= at < each.end), None)


def _below(node: nodes.Node) -> Iterable[nodes.Node]:
    if isinstance(node, nodes.Mapping):
        return (value for _, value in node.values())
    return node.items if isinstance(node, nodes.Sequence) else ()
