"""Accounts of other tools that are called the same, told apart: nobody says that they are one."""

from collections.abc import Iterable, Mapping, Sequence

from sociable.readers.fragment import Fragment
from sociable.setup.handles import with_key
from sociable.setup.model import Account, Automation


def with_keys_apart(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, in which each key to an account that a tool numbers opens its own, however many are called so.

    Whoever names none of their keys has the one name that the tool gives, as whoever works with the same tool has.
    """
    keys: dict[tuple[str, str], set[str]] = {}
    for account in (account for each in fragments for account in each.accounts if account.origin.id):
        keys.setdefault((account.origin.importer, _plain(account)), set()).add(account.origin.id)
    shared = {name for name, known in keys.items() if len(known) > 1}
    if not shared:
        return list(fragments)
    return [
        _renamed(
            each,
            {
                account.id.name: f"{with_key(_plain(account).removesuffix(')'), account.origin.id)})"
                for account in each.accounts
                if account.origin.id and (account.origin.importer, _plain(account)) in shared
            },
        )
        for each in fragments
    ]


def _plain(account: Account) -> str:
    """What the tool calls it, also where a file alone has several that are called so."""
    number = with_key("", account.origin.id)
    return account.id.name.replace(f"{number})", ")") if account.origin.id else account.id.name


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
    return _renamed(fragment, names)


def _renamed(fragment: Fragment, names: Mapping[str, str]) -> Fragment:
    if not names:
        return fragment
    return fragment._replace(
        accounts=tuple(_account(each, names) for each in fragment.accounts),
        automations=tuple(_automation(each, names) for each in fragment.automations),
    )


def _account(account: Account, names: Mapping[str, str]) -> Account:
    return account._replace(id=account.id._replace(name=names.get(account.id.name, account.id.name)))


def _automation(automation: Automation, names: Mapping[str, str]) -> Automation:
    accounts = tuple(each._replace(name=names.get(each.name, each.name)) for each in automation.accounts)
    return automation._replace(accounts=accounts)
