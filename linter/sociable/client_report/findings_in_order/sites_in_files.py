"""Where something stands that is found in a file itself, such as a key: in which step, of what, on which account."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sociable.client_report.automations.switched_together import switch_of
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
        self._files: dict[int, _File] = {}

    def site(self, span: Span) -> Site:
        """What the smallest part of the file that holds the place describes besides."""
        source = span.source
        if not self._things:
            for thing, at in _things(self._facts):
                self._things.setdefault(id(at), []).append(thing)
        if id(source) not in self._files:
            self._files[id(source)] = _File(source, self._things.get(id(source), []))
        return self._files[id(source)].site(span.start)


class _File:
    """The mappings of one file, each with the one around it: thousands of keys may stand in it."""

    def __init__(self, source: Source, things: Iterable[_Thing]) -> None:
        self._things = sorted(things, key=_place)
        parts = sorted({(each.start, each.end) for each in _mappings(_roots(source))})
        self._starts = [start for start, _ in parts]
        self._ends = [end for _, end in parts]
        self._around = _around(parts)
        self._sites: dict[int, Site] = {}

    def site(self, at: int) -> Site:
        part = bisect_right(self._starts, at) - 1
        while part >= 0 and (at >= self._ends[part] or not self._inside(part)):
            part = self._around[part]
        if part not in self._sites:
            is_whole = part < 0 or self._around[part] < 0
            self._sites[part] = _site(self._inside(part) if part >= 0 else self._things, is_whole)
        return self._sites[part]

    def _inside(self, part: int) -> list[_Thing]:
        """What lies in a mapping."""
        first = bisect_left(self._things, self._starts[part], key=_place)
        last = bisect_left(self._things, self._ends[part], key=_place)
        return self._things[first:last]


def _place(thing: _Thing) -> int:
    return thing.at


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


def _mappings(roots: Iterable[nodes.Node]) -> Iterator[nodes.Mapping]:
    """All mappings of a file; what aliases repeat comes once."""
    seen: set[int] = set()
    todo = list(roots)
    while todo:
        node = todo.pop()
        if isinstance(node, nodes.Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, nodes.Mapping):
            yield node
            todo += (value for _, value in node.values())
        else:
            todo += node.items


def _around(parts: Iterable[tuple[int, int]]) -> list[int]:
    """For each part, in file order, the number of the smallest that holds it, or -1."""
    around: list[int] = []
    opened: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(parts):
        while opened and opened[-1][1] <= start:
            opened.pop()
        around.append(opened[-1][0] if opened else -1)
        opened.append((number, end))
    return around
