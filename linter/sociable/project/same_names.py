"""Accounts that other tools name: each stands once, under a name that no other account has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sociable.readers.fragment import Fragment
from sociable.setup.model import Account, Automation, Named

_Key = tuple[str, str]
"""What tools call an account, and its platform: the same account, in whichever files."""


def told_apart(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, of which only the first to name an account of another tool has it.

    Beside a name that one of ours or of another platform has too, the tool is named. That it is ours says a companion;
    a name alone says nothing of that.
    """
    names = _names(fragments)
    told: set[_Key] = set()
    return [_with_names(each, names, told) for each in fragments]


def _names(fragments: Sequence[Fragment]) -> Mapping[_Key, str]:
    accounts = [account for each in fragments for account in each.accounts]
    taken = {account.id.name for account in accounts if not account.origin.importer}
    names: dict[_Key, str] = {}
    for account in accounts:
        key = _key(account)
        if account.origin.importer and key not in names:
            name = account.id.name
            names[key] = f"{name} ({account.origin.importer})" if name in taken else name
            taken.add(name)
    return names


def _key(account: Account) -> _Key:
    return account.id.name, account.platform


def _with_names(fragment: Fragment, names: Mapping[_Key, str], told: set[_Key]) -> Fragment:
    imported = {each.id.name: names[_key(each)] for each in fragment.accounts if each.origin.importer}
    if not imported:
        return fragment
    return fragment._replace(
        accounts=tuple(_once(fragment.accounts, imported, told)),
        automations=tuple(_on_accounts(each, imported) for each in fragment.automations),
    )


def _once(accounts: Iterable[Account], names: Mapping[str, str], told: set[_Key]) -> Iterator[Account]:
    for account in accounts:
        if not account.origin.importer:
            yield account
        elif _key(account) not in told:
            told.add(_key(account))
            yield account._replace(id=_called(account.id, names))


def _on_accounts(automation: Automation, names: Mapping[str, str]) -> Automation:
    return automation._replace(accounts=tuple(_called(each, names) for each in automation.accounts))


def _called(named: Named, names: Mapping[str, str]) -> Named:
    return named._replace(name=names.get(named.name, named.name))
