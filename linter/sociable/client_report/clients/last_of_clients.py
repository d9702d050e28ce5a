"""What of the last report is whose: each place of a finding is one client's, also of what is gone since."""

import os
from collections.abc import Iterable, Mapping, Sequence

from sociable.client_report.about_the_check.since_last_time import UNSURE, Before, LastReport
from sociable.client_report.clients.whose_accounts import Client
from sociable.client_report.wording.titles import called
from sociable.facts.facts import Facts
from sociable.findings.report import Entry
from sociable.records.record import Record
from sociable.rulebook.page_files import PageRule
from sociable.setup.model import NOTHING

_BY_ITSELF = 2
"""Things that a place names at most that is about one of them: an automation and its account."""

_NOBODYS = ""
"""In the place of a client's name: of somebody else, or nobody can tell whose."""


class OfClient(Record):
    """What the last report says of one client, and what accounts of that client were called then.

    ``crossed`` is what others had a part in, told by the titles of rules.
    """

    findings: tuple[Before, ...] = ()
    names: frozenset[str] = frozenset()
    crossed: tuple[Before, ...] = ()


class LastOfAll(Record):
    """The last report by ``clients``, what several had a part in ``between`` them, and what is no client's.

    ``left`` is what it tells of clients that are there no more.
    """

    clients: Mapping[str, OfClient]
    between: tuple[Before, ...]
    nobodys: tuple[Before, ...]
    left: Mapping[str, tuple[Before, ...]] = NOTHING


def last_of_clients(
    last: LastReport, clients: Sequence[Client], facts: Facts, pages: Mapping[str, PageRule]
) -> LastOfAll:
    """Whose everything was that the last report tells.

    What was said of several at once may name any of them: it is told by the title of its rule.
    """
    whose = _Whose(last, clients, facts)
    parted = [(before, _parted(before, whose)) for before in last.findings]
    told: dict[str, set[str]] = {}
    for before, parts in parted:
        told.setdefault(before.message, set()).update(parts)
    findings: dict[str, list[Before]] = {}
    names: dict[str, set[str]] = {}
    for before, parts in parted:
        for client, entries in parts.items():
            part = _of_these(before, entries)
            if len(told[before.message]) > 1:
                part = part._replace(message=called(before.rule, pages))
            findings.setdefault(client, []).append(part)
            names.setdefault(client, set()).update(entry.account for entry in entries)
    for former in last.accounts:
        names.setdefault(_only(whose.of_thing(former.id)), set()).update((former.id, former.handle))
    crossed, between, nobodys = _crossed(parted, whose, pages)
    return LastOfAll(
        {
            name: OfClient(tuple(findings.get(name, ())), frozenset(names.get(name, ())), tuple(crossed.get(name, ())))
            for name in (each.name for each in clients)
        },
        tuple(between),
        tuple(nobodys),
        {
            name: tuple(findings[name])
            for name in sorted(findings.keys() - {_NOBODYS, *(each.name for each in clients)})
        },
    )


def _crossed(
    parted: Iterable[tuple[Before, Mapping[str, Sequence[Entry]]]], whose: "_Whose", pages: Mapping[str, PageRule]
) -> tuple[dict[str, list[Before]], list[Before], list[Before]]:
    """Of what is no single client's: by each that had a part in it, all that some had a part in, and what none had."""
    crossed: dict[str, list[Before]] = {}
    between: list[Before] = []
    nobodys: list[Before] = []
    for before, parts in parted:
        by_client: dict[str, list[Entry]] = {}
        left: dict[bool, list[Entry]] = {}
        for entry in parts.get(_NOBODYS, ()):
            having = whose.having_a_part(entry)
            left.setdefault(bool(having), []).append(entry)
            for client in having:
                by_client.setdefault(client, []).append(entry)
        for client, entries in by_client.items():
            told = _of_these(before, entries)._replace(message=called(before.rule, pages))
            crossed.setdefault(client, []).append(whose.as_accepted_by(client, told))
        between += [_of_these(before, left[True])] if True in left else []
        nobodys += [_of_these(before, left[False])] if False in left else []
    return crossed, between, nobodys


def names_in(last: LastReport) -> frozenset[str]:
    """What all accounts and clients of the last report were called, also those that are not there any more."""
    told = (name for each in last.accounts for name in (each.id, each.handle, each.client))
    return frozenset((*told, *(entry.account for each in last.findings for entry in each.entries))) - {""}


def _parted(before: Before, whose: "_Whose") -> dict[str, list[Entry]]:
    """The places of a finding by client; by ``_NOBODYS`` those that are no single client's."""
    parts: dict[str, list[Entry]] = {}
    for entry in before.entries or (_itself(before),):
        parts.setdefault(whose.of(entry), []).append(entry)
    return parts


def _itself(before: Before) -> Entry:
    """A finding of which no place is known, as one of it all."""
    return Entry(
        before.rule, before.fingerprints[0], before.severity, tuple(sorted(before.subjects)), "", before.path, ""
    )


def _of_these(before: Before, entries: Sequence[Entry]) -> Before:
    """The finding as one of these of its places alone: what is found of a client today is known by the same names."""
    if len(entries) >= len(before.entries):
        return before
    return before._replace(
        path=entries[0].file,
        line=0,
        fingerprints=tuple(entry.fingerprint for entry in entries),
        entries=tuple(entries),
    )


class _Whose:
    """Whose the things are that the last report names: what is there still is whose it is today.

    Of an account that is gone, that report may say whose it was. Whose anything else was, the files and folders tell in
    which it was found by itself, where everything that is there today is one client's.
    """

    def __init__(self, last: LastReport, clients: Iterable[Client], facts: Facts) -> None:
        self._having: dict[str, list[Client]] = {each.id: [] for each in facts.accounts}
        for client in clients:
            for account in client.accounts:
                self._having.setdefault(account, []).append(client)
        self._running: dict[str, set[str]] = {}
        self._places: dict[str, set[str]] = {}
        for each in facts.accounts:
            self._stands(each.span.path, self._today(each.id, each.span.path))
        for automation in facts.automations:
            names = self._today(automation.account.id, automation.span.path)
            self._running.setdefault(automation.id, set()).update(names)
            self._stands(automation.span.path, names)
        self._accounts = {each.id for each in last.accounts}
        self._former = {each.id: {each.client} for each in last.accounts if each.client}
        self._found_in: dict[str, set[str]] = {}
        for before in last.findings:
            for entry in before.entries:
                if len(entry.subjects) <= _BY_ITSELF:
                    for name in entry.subjects:
                        self._found_in.setdefault(name, set()).update(self._of_place(entry.file))

    def of(self, entry: Entry) -> str:
        """The only client that all it names can be of; an automation may have left the accounts of some since."""
        known = {each: self.of_thing(each, entry.file) for each in entry.subjects}
        names = [clients for each, clients in known.items() if clients or self._counts(each, entry)]
        can_be = set.intersection(*names) if names else self._of_place(entry.file)
        if names and not can_be:
            names = [clients for each, clients in known.items() if clients and not self._runs(each)]
            can_be = set.intersection(*names) if names else can_be
        return _only(can_be if len(can_be) < 2 else can_be & self._of_place(entry.file))

    def as_accepted_by(self, client: str, before: Before) -> Before:
        """The finding as one that this client had accepted or nobody; ``UNSURE`` where nobody can tell.

        Reports of former times hold only the first of all who accepted it.
        """
        if not before.accepted:
            return before
        whose = {path: self._places.get(path, set()) for path in (before.accepted, *(before.accepted_too or ()))}
        own = next((path for path, clients in whose.items() if clients == {client}), "")
        is_known = before.accepted_too is not None and all(len(clients) == 1 for clients in whose.values())
        return before._replace(accepted=own or ("" if is_known else UNSURE))

    def having_a_part(self, entry: Entry) -> set[str]:
        """The clients that have a part in something for certain."""
        known = (self.of_thing(each, entry.file) for each in entry.subjects)
        return {client for clients in known if len(clients) == 1 for client in clients} - {_NOBODYS}

    def of_thing(self, name: str, path: str = "") -> set[str]:
        """The clients of which an account or an automation can be that something in a file is about."""
        if name in self._having:
            return self._today(name, path)
        return self._running.get(name) or self._former.get(name) or self._found_in.get(name, set())

    def _counts(self, name: str, entry: Entry) -> bool:
        """Whether it matters whose a thing was of which nobody knows: an automation is of whoever has its account."""
        is_account = name in self._accounts or not self._accounts
        return is_account and len(entry.subjects) > _BY_ITSELF

    def _runs(self, name: str) -> bool:
        return name in self._running and name not in self._having

    def _today(self, account: str, path: str) -> set[str]:
        having = self._having[account]
        here = [client for client in having if client.has(account, path)]
        return {client.name for client in here or having}

    def _stands(self, path: str, clients: set[str]) -> None:
        for place in (path, os.path.dirname(path)):
            self._places.setdefault(place, set()).update(clients or (_NOBODYS,))

    def _of_place(self, path: str) -> set[str]:
        return self._places.get(path) or self._places.get(os.path.dirname(path), set())


def _only(clients: set[str]) -> str:
    return next(iter(clients)) if len(clients) == 1 else _NOBODYS
