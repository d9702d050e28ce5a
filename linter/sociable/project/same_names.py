"""Accounts of several tools that are called the same, told apart: nobody says that they are one."""

from collections.abc import Iterable, Sequence

from sociable.readers.fragment import Fragment
from sociable.setup.model import Account, Automation


def told_apart(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, in which accounts of other tools that share their name are called ``telegram in n8n``."""
    shared = _shared_names(fragments)
    return [_with_names(each, shared) for each in fragments]


def _shared_names(fragments: Iterable[Fragment]) -> frozenset[str]:
    """What several tools call an account each, or a tool and a file of ours."""
    first: dict[str, str] = {}
    return frozenset(
        account.id.name
        for fragment in fragments
        for account in fragment.accounts
        if first.setdefault(account.id.name, account.origin.importer) != account.origin.importer
    )


def _with_names(fragment: Fragment, shared: frozenset[str]) -> Fragment:
    names = {
        account.id.name: f"{account.id.name} in {account.origin.importer}"
        for account in fragment.accounts
        if account.origin.importer and account.id.name in shared
    }
    if not names:
        return fragment
    return fragment._replace(
        accounts=tuple(_account(each, names) for each in fragment.accounts),
        automations=tuple(_automation(each, names) for each in fragment.automations),
    )


def _account(account: Account, names: dict[str, str]) -> Account:
    return account._replace(id=account.id._replace(name=names.get(account.id.name, account.id.name)))


def _automation(automation: Automation, names: dict[str, str]) -> Automation:
    accounts = tuple(each._replace(name=names.get(each.name, each.name)) for each in automation.accounts)
    return automation._replace(accounts=accounts)
