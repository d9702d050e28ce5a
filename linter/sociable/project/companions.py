"""What files of ours state about exports of other tools, put into what was read of these."""

import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile

from sociable.files.contents import absolute
from sociable.files.wildcards import NoPattern, Part, all_fit, path_parts
from sociable.findings.problem import Problem
from sociable.readers.fragment import Companion, Fragment
from sociable.records.record import Record
from sociable.setup.handles import called_in_tool
from sociable.setup.model import Account, Automation, Named, Step, Target
from sociable.text.suggest import Spellings
from sociable.text.wording import short
from sociable.vocabulary.crowds import CROWDS, LISTED, ROWS
from sociable.vocabulary.platforms import OTHER, platform_row
from sociable.vocabulary.values import UNSTATED

_MOST_NAMED = 6
"""Names in one line of advice."""

_OFTEN, _ALWAYS = 50, 20_000
"""How often each part of a file of another tool is looked at, on average, and how many looks are taken anyway."""


class _Known:
    """Names that a statement may use, of what they are called together."""

    def __init__(self, names: Iterable[str], what: str) -> None:
        self.names = frozenset(names)
        self.what = what

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.names)

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self._sorted)

    def knows(self, name: Named, problems: list[Problem]) -> bool:
        """Whether it is among them; one that is not is told."""
        if name.name in self.names:
            return True
        advice = self._spellings.did_you_mean(name.name)
        if not advice and self.names:
            advice = f"Known here: {', '.join(f'`{short(each)}`' for each in self._sorted[:_MOST_NAMED])}."
        problem = _problem(name, f"`{short(name.name)}` is no {self.what}", advice)
        problems.append(problem._replace(lacks=(name.name,)))
        return False


class _Here:
    """What the files of ours hold, by name."""

    def __init__(self, own: Sequence[Fragment]) -> None:
        self.accounts = {account.id.name: account for each in own for account in each.accounts}
        self.known_accounts = _Known(self.accounts, "account under `accounts:`")
        lists = (listed.id.name for each in own for listed in each.lists)
        self.known_lists = _Known(lists, "list under `lists:`")


class _Statement(Record):
    """What one companion states, as far as it names what there is."""

    accounts: dict[str, Account]
    approved: frozenset[str]
    lists: dict[str, str]


class Stated(Record):
    """What came of it: the fragments, what is wrong with statements, and by path of a file which ones speak of it."""

    fragments: list[Fragment]
    problems: list[Problem]
    speaking: dict[str, list[str]]


def with_companions(fragments: Sequence[Fragment]) -> Stated:
    """The fragments with all that is stated of them, and which statements name nothing that is there."""
    found = list(fragments)
    problems: list[Problem] = []
    speaking: dict[str, list[str]] = {}
    kinds: dict[str, str] = {}
    credentials: dict[str, set[str]] = {}
    own = [each for each in fragments if not _is_imported(each)]
    here = _Here(own)
    parts = {number: _parts(each) for number, each in enumerate(fragments) if _is_imported(each)}
    looks = _ALWAYS + _OFTEN * sum(parts.values())
    imported = _Paths(((fragments[number].source.path, number) for number in parts), looks)
    for fragment, companion in _companions(own) if imported else ():
        about = _about(companion, fragment.source.path, imported, problems)
        imported.left -= sum(parts[number] for number in about)
        if imported.left < 0:
            problems.append(_too_often(companion))
            break
        if about:
            stated = _stated(companion, [found[number] for number in about], here, problems)
            for number in about:
                speaking.setdefault(fragments[number].source.path, []).append(fragment.source.path)
                for name, account in _ours(found[number], stated):
                    if account.kind != UNSTATED:  # the token of a bot is a bot's
                        kinds[name] = account.kind
                    credentials.setdefault(name, set()).add(_credential(account))
                found[number] = _with(found[number], stated)
    named = [each if _is_imported(each) else _with_told(each, kinds, credentials) for each in found]
    return Stated(named, problems, speaking)


def _companions(own: Iterable[Fragment]) -> Iterator[tuple[Fragment, Companion]]:
    return ((fragment, companion) for fragment in own for companion in fragment.companions)


def _parts(fragment: Fragment) -> int:
    """How much there is to look at in a file: one, its accounts and its steps."""
    return 1 + len(fragment.accounts) + sum(len(each.steps) for each in fragment.automations)


def _too_often(companion: Companion) -> Problem:
    return Problem(
        "not-understood",
        companion.span,
        "the entries of `imports:` before this one speak of the same files of other tools again and again, so this one "
        "and those after it count for nothing",
        "Write fewer entries: one may name many files and all accounts in them.",
    )


def _is_imported(fragment: Fragment) -> bool:
    return bool(fragment.coverage.read_as)


# Which files


class _Paths:
    """Files by number, found by how their paths begin; ``left`` is how often one may still be looked at."""

    def __init__(self, paths: Iterable[tuple[str, int]], looks: int) -> None:
        self.left = looks
        self._paths = sorted((absolute(path), number) for path, number in paths)
        self._spellings: dict[str, Spellings] = {}

    def __bool__(self) -> bool:
        return bool(self._paths)

    def beginning(self, start: str) -> list[tuple[str, int]]:
        """Those whose paths begin like this."""
        first = bisect_left(self._paths, (start,))
        found = list(takewhile(lambda each: each[0].startswith(start), islice(self._paths, first, None)))
        self.left -= len(found)
        return found

    def spellings_below(self, folder: str) -> Spellings:
        """The paths below a folder, as they are seen from there."""
        if folder not in self._spellings:
            below = [path.removeprefix(folder).replace(os.sep, "/") for path, _ in self.beginning(folder)]
            self._spellings[folder] = Spellings(below)
        return self._spellings[folder]


class _Pattern(Record):
    """What the names of a path have to be, and what all paths begin with that fit."""

    parts: tuple[Part, ...]
    beginning: str


def _about(companion: Companion, path: str, imported: _Paths, problems: list[Problem]) -> list[int]:
    """The files that a companion is about, by number; a pattern that fits none is told."""
    folder = os.path.join(os.path.dirname(absolute(path)), "")
    if not companion.files:
        return sorted(number for _, number in imported.beginning(folder))
    found: dict[int, None] = {}
    above = _folders(folder)[:-1]
    for pattern in companion.files:
        if imported.left < 0:
            break
        wanted = _pattern(pattern.name, above)
        candidates = imported.beginning(wanted.beginning)
        fitting = sorted(number for path, number in candidates if all_fit(wanted.parts, _folders(path)))
        found |= dict.fromkeys(fitting)
        if not fitting:
            message = f"no file of another tool that was read fits `{short(pattern.name)}`"
            near = imported.spellings_below(folder).did_you_mean(pattern.name)
            problem = _problem(pattern, message, near or "Paths are seen from the folder of this file.")
            problems.append(problem._replace(lacks=(pattern.name,)))
    return list(found)


def _folders(path: str) -> list[str]:
    return path.split(os.sep)


def _pattern(written: str, folder: Sequence[str]) -> _Pattern:
    """The pattern of whole paths that one means when it is seen from a folder; one that means nothing fits none."""
    above, names = list(folder), list[str]()
    for each in written.split("/"):
        if each == os.pardir:
            del (names or above)[-1:]
        elif each not in ("", os.curdir):
            names.append(each)
    try:
        parts = path_parts(names)
    except NoPattern:
        parts = []
    plain = list(takewhile(lambda each: isinstance(each, str), parts))
    begun = [re.split(r"[\\*?\[]", each, maxsplit=1)[0] for each in names[len(plain) : len(plain) + 1]]
    return _Pattern((*above, *parts) if parts else (), os.sep.join((*above, *names[: len(plain)], *begun)))


# What is stated


def _stated(companion: Companion, about: Sequence[Fragment], here: _Here, problems: list[Problem]) -> _Statement:
    accounts = {account.id.name: account for each in about for account in each.accounts}
    called = (step.origin.called for each in _steps(about) for step in each)
    parts = _Known(filter(None, called), "node that does something")
    named = (target.name for each in _steps(about) for step in each for target in _tables(step))
    tables = _Known(named, "table that something here reads")
    lists = {}
    for name, list_name in companion.lists:
        if tables.knows(name, problems) and here.known_lists.knows(list_name, problems):
            lists[name.name] = list_name.name
    approved = [name.name for name in companion.approved if parts.knows(name, problems)]
    return _Statement(dict(_accounts(companion, accounts, here, problems)), frozenset(approved), lists)


def _accounts(
    companion: Companion, imported: dict[str, Account], here: _Here, problems: list[Problem]
) -> Iterator[tuple[str, Account]]:
    """Which imported account is which of ours; a credential may stand for one on each of several platforms."""
    called: dict[str, list[Account]] = {}
    for account in imported.values():
        for each in {account.id.name, *_credentials(account)}:
            called.setdefault(each, []).append(account)
    known = _Known(called, "credential or account that these files use")
    for name, ours in companion.accounts:
        if not (known.knows(name, problems) and here.known_accounts.knows(ours, problems)):
            continue
        account = here.accounts[ours.name]
        meant = [each for each in called[name.name] if each.platform in (account.platform, OTHER)]
        if not meant:
            others = " and ".join(platform_row(each.platform).title for each in called[name.name])
            title = platform_row(account.platform).title
            message = f"`{short(ours.name)}` is on {title}, and `{short(name.name)}` on {others}"
            problems.append(_problem(ours, message, "Name an account on the same platform."))
        yield from ((each.id.name, account) for each in meant)


def _credential(account: Account) -> str:
    return called_in_tool(account.id.name, account.origin.importer, account.origin.id)


def _credentials(account: Account) -> Iterator[str]:
    """What it is called in the tool, and with the number by which several are told apart that are called so."""
    yield from filter(None, (_credential(account), called_in_tool(account.id.name, account.origin.importer)))


def _problem(name: Named, message: str, advice: str) -> Problem:
    return Problem("not-understood", name.span, message, advice)


def _steps(fragments: Iterable[Fragment]) -> Iterator[Sequence[Step]]:
    return (automation.steps for each in fragments for automation in each.automations)


def _tables(step: Step) -> Iterator[Target]:
    for target in (step.target, *(source for _, source in step.produces)):
        if isinstance(target, Target) and target.kind == ROWS:
            yield target


# Putting it in


def _with(fragment: Fragment, stated: _Statement) -> Fragment:
    return fragment._replace(
        accounts=tuple(each for each in fragment.accounts if each.id.name not in stated.accounts),
        automations=tuple(_automation(each, stated) for each in fragment.automations),
    )


def _ours(fragment: Fragment, stated: _Statement) -> Iterator[tuple[str, Account]]:
    """Accounts of ours by id, each as an export has it."""
    for account in fragment.accounts:
        if account.id.name in stated.accounts:
            yield stated.accounts[account.id.name].id.name, account


def _with_told(fragment: Fragment, kinds: dict[str, str], credentials: dict[str, set[str]]) -> Fragment:
    """Our accounts as exports call them; those that do not say what sort they are take it from these."""
    accounts = tuple(
        account._replace(
            kind=kinds.get(account.id.name, UNSTATED) if account.kind == UNSTATED else account.kind,
            credentials=frozenset(credentials.get(account.id.name, ())),
        )
        for account in fragment.accounts
    )
    return fragment._replace(accounts=accounts)


def _automation(automation: Automation, stated: _Statement) -> Automation:
    return automation._replace(
        accounts=tuple(_account(each, stated) for each in automation.accounts),
        steps=tuple(_step(each, stated) for each in automation.steps),
    )


def _account(named: Named, stated: _Statement) -> Named:
    account = stated.accounts.get(named.name)
    return named if account is None else named._replace(name=account.id.name)


def _step(step: Step, stated: _Statement) -> Step:
    approval = "human" if step.origin.called in stated.approved else step.approval
    produces = tuple(
        (name, _target(source, stated) if isinstance(source, Target) else source) for name, source in step.produces
    )
    target = _target(step.target, stated) if step.target is not None else None
    return step._replace(approval=approval, produces=produces, target=target)


def _target(target: Target, stated: _Statement) -> Target:
    if target.kind == ROWS and target.name in stated.lists:
        return target._replace(kind=LISTED, name=stated.lists[target.name], crowd=CROWDS[LISTED])
    return target
