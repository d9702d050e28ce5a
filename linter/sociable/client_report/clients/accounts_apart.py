"""What other tools call the same in the folders of several clients, made an account of each of them.

Rules judge afterwards: what is found of one account that was two would be about nobody.
"""

from collections.abc import Callable, Iterator, Mapping

from sociable.client_report.clients.whose_accounts import Client, whose_accounts
from sociable.pipeline import Examination
from sociable.setup.model import Account, Automation, Named, Setup


def accounts_apart(examined: Examination, clients: str) -> Callable[[Setup], Setup] | None:
    """How to tell the accounts of these clients apart, if any of several are taken for one. Raises ``BadClients``."""
    owners: dict[str, list[Client]] = {}
    for client in whose_accounts(examined, clients):
        for account in client.files:
            owners.setdefault(account, []).append(client)
    shared = {account: known for account, known in owners.items() if len(known) > 1}
    return (lambda setup: _apart(setup, shared)) if shared else None


def _apart(setup: Setup, shared: Mapping[str, list[Client]]) -> Setup:
    return setup._replace(
        accounts=tuple(part for each in setup.accounts for part in _parts(each, shared.get(each.id.name, []), setup)),
        automations=tuple(_on_own(each, shared) for each in setup.automations),
    )


def _parts(account: Account, clients: list[Client], setup: Setup) -> Iterator[Account]:
    """The account of each client where its own files name it first; none where it is one client's alone."""
    if not clients:
        yield account
    for client in clients:
        names = (name for each in setup.automations for name in each.accounts if name.name == account.id.name)
        place = next((each for each in names if client.has(each.name, each.span.path)), account.id)
        named = account.id._replace(name=_of(account.id.name, client), span=place.span)
        yield account._replace(id=named, span=place.span)


def _on_own(automation: Automation, shared: Mapping[str, list[Client]]) -> Automation:
    return automation._replace(
        accounts=tuple(_own(each, automation.span.path, shared.get(each.name, [])) for each in automation.accounts)
    )


def _own(name: Named, path: str, clients: list[Client]) -> Named:
    owner = next((each for each in clients if each.has(name.name, path)), None)
    return name if owner is None else name._replace(name=_of(name.name, owner))


def _of(account: str, client: Client) -> str:
    return f"{account} of {client.name}"
