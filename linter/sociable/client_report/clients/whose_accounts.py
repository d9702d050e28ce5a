"""Whose each account is: what it says itself, what a table or the configuration says, or in which folder it stands."""

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from sociable.errors import BadClients
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.files.contents import absolute, read_whole, shown
from sociable.graph.automation_links import links
from sociable.graph.brakes import ignores_own
from sociable.graph.reactions import reactions
from sociable.pipeline import Examination
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.setup.model import NOTHING
from sociable.text.suggest import did_you_mean
from sociable.vocabulary.values import UNSTATED

if TYPE_CHECKING:
    from sociable.config.effective import Configuration

FOLDERS = "folders"

_TABLE = '{} needs a table [clients], with lines such as: "Harbour Museum" = ["museum", "shop"]'


class Client(Record):
    """A client with the ids of its ``accounts``; of one that ``files`` knows, only what stands in these files.

    ``is_file``: it is only called as a file in which accounts of others stand too, so that this name is nobody's.
    """

    name: str
    accounts: frozenset[str]
    files: Mapping[str, frozenset[str]] = NOTHING
    is_file: bool = False

    @property
    def titles(self) -> tuple[str, ...]:
        """What it is called, if it is."""
        return () if self.is_file else (self.name,)

    def has(self, account: str, path: str) -> bool:
        """Whether what stands in the file about the account is the client's."""
        return account in self.accounts and path in self.files.get(account, (path,))


class _Thing(Record):
    """An account, of which all is one client's; one that other tools name, in one folder of the files that do."""

    account: str
    folder: str = ""


_Places = Mapping[_Thing, Set[str]]
"""The files in which something about a thing stands."""


def heard_by_others(clients: Iterable[Client], facts: Facts) -> frozenset[tuple[str, str]]:
    """What an automation of another client waits for, or may be set off by: the ids of its account and of itself."""
    whose = {account: client.name for client in clients for account in client.accounts}
    pairs = chain(_awaited(facts), _answered(facts), _linked(facts, whose))
    return frozenset((by.account.id, by.id) for by, hearing in pairs if whose.get(by.account.id) != whose.get(hearing))


_Pairs = Iterator[tuple[AutomationFacts, str]]
"""What is done, and the id of an account that hears it."""


def _awaited(facts: Facts) -> _Pairs:
    """Whatever is done by accounts whom an automation names as those that it listens to."""
    for automation in facts.automations:
        yield from ((each, automation.account.id) for one in _named(automation, facts) for each in one.automations)


def _answered(facts: Facts) -> _Pairs:
    """What is done to an account that was named, whatever set it off, and that answers it."""
    for edge in reactions(facts):
        named = _named(edge.automation, facts) if edge.transition.how == "back" else [edge.to] if edge.to else []
        for one in named:
            if any(each.event.name == edge.transition.emits and not ignores_own(each) for each in one.automations):
                yield edge.automation, one.id


def _linked(facts: Facts, whose: Mapping[str, str]) -> _Pairs:
    """What sets off something elsewhere; of all that hear it, one for each client."""
    for link in links(facts):
        hearing = {whose.get(each.account.id): each.account.id for each in link.automations}
        yield from ((step.automation, account) for step in link.steps for account in hearing.values())


def _named(automation: AutomationFacts, facts: Facts) -> list[AccountFacts]:
    """The accounts to which alone it listens."""
    names = frozenset().union(*automation.only)
    found = (facts.by_id.get(name) or facts.called(name, automation.account.platform) for name in names)
    return [each for each in found if each is not None]


def seem_to_be_several(facts: Facts) -> bool:
    """Whether accounts belong to several clients, or nobody says whose they are and different ones answer for them."""
    clients = {account.model.client for account in facts.accounts}
    operators = {account.model.operator for account in facts.accounts} - {UNSTATED}
    return len(clients) > 1 or (clients == {""} and len(operators) > 1)


def in_one_place(examined: Examination) -> str:
    """The folder or file that describes all accounts of what folders alone take for a single client, or nothing."""
    accounts = examined.facts.accounts
    if len(accounts) < 2 or len(whose_accounts(examined, FOLDERS)) > 1 or any(each.model.client for each in accounts):
        return ""
    return shown(os.path.commonpath([account.span.path for account in accounts]))


def whose_accounts(examined: Examination, clients: str) -> list[Client]:
    """The clients with their accounts. Raises ``BadClients``.

    ``clients`` is ``FOLDERS`` or the path of a table. What a configuration says comes before the folders, and what an
    account says itself under ``client:`` before that and before the table.
    """
    facts = examined.facts
    by_folder: dict[_Thing, str] = {}
    if clients == FOLDERS:
        by_folder = _by_folder(facts)
        said = _by_configuration(facts, examined.config)
    else:
        said = _by_table(facts, clients)
    said |= {account.id: account.model.client for account in facts.accounts if account.model.client}
    called = _clients_of_folders(by_folder, said)
    whose = {thing: called.get(folder, folder) for thing, folder in by_folder.items() if thing.account not in said}
    whose |= {_Thing(account): client for account, client in said.items()}
    running = _running(facts)
    things: dict[str, list[_Thing]] = {}
    for thing, client in whose.items():
        things.setdefault(client, []).append(thing)
    named = set(said.values())
    holding: dict[str, set[str]] = {}
    for account in facts.accounts:
        holding.setdefault(os.path.splitext(os.path.basename(account.span.path))[0], set()).add(account.id)
    made = [_client(name, things[name], running) for name in sorted(things)]
    return [
        each._replace(is_file=each.name not in named and not holding.get(each.name, set()) <= each.accounts)
        for each in made
    ]


def _clients_of_folders(by_folder: Mapping[_Thing, str], said: Mapping[str, str]) -> dict[str, str]:
    """By folder, if there are several, the client that is the only one named in it: what else is there is its too."""
    named: dict[str, set[str]] = {}
    for thing, folder in by_folder.items():
        if thing.account in said:
            named.setdefault(folder, set()).add(said[thing.account])
    if len(set(by_folder.values())) < 2:
        return {}
    return {folder: next(iter(clients)) for folder, clients in named.items() if len(clients) == 1}


def _client(name: str, things: Iterable[_Thing], running: _Places) -> Client:
    files: dict[str, frozenset[str]] = {}
    accounts = set()
    for thing in things:
        accounts.add(thing.account)
        if thing.folder:
            files[thing.account] = files.get(thing.account, frozenset()) | running[thing]
    return Client(name, frozenset(accounts), files)


def _by_folder(facts: Facts) -> dict[_Thing, str]:
    """Where accounts are described; where that is one place for all, where the automations on each are."""
    running = _running(facts)
    described = {_Thing(each.id): {each.span.path} for each in facts.accounts if not each.model.origin.importer}
    by_description = _first_below({**described, **{thing: running[thing] for thing in running if thing.folder}})
    if len(set(by_description.values())) > 1:
        return by_description
    by_automations = _first_below(running)
    return by_automations if len(set(by_automations.values())) > 1 else by_description


def _running(facts: Facts) -> _Places:
    """The files with the automations on each account.

    Nobody says of an account that other tools name whether it is the same in each folder, so it is one in each.
    """
    places: dict[_Thing, set[str]] = {}
    for account in facts.accounts:
        files = {automation.span.path for automation in account.automations}
        if not account.model.origin.importer:
            places[_Thing(account.id)] = files
            continue
        for path in files or {account.span.path}:
            places.setdefault(_Thing(account.id, os.path.dirname(absolute(path))), set()).add(path)
    return places


def _first_below(places: _Places) -> dict[_Thing, str]:
    """The first folder below what all files share; a file that lies there itself is a client by its name.

    Folders and files in which the same thing has places are one client's, by the name of the first.
    """
    paths = {absolute(path) for each in places.values() for path in each}
    if not paths:
        return {}
    shared = os.path.commonpath([os.path.dirname(path) for path in paths])
    below = {thing: sorted({_named_below(shared, path) for path in files}) for thing, files in places.items() if files}
    leaders: dict[str, str] = {}
    for first, *others in below.values():
        for other in others:
            one, two = sorted((_leader(leaders, first), _leader(leaders, other)))
            if one != two:
                leaders[two] = one
    return {thing: _leader(leaders, names[0]) for thing, names in below.items()}


def _named_below(shared: str, path: str) -> str:
    name = os.path.relpath(absolute(path), shared).split(os.sep)[0]
    return os.path.splitext(name)[0] if name.endswith((".yml", ".yaml", ".json")) else name


def _leader(leaders: dict[str, str], name: str) -> str:
    """The first of those that belong together; whoever is asked again finds it in fewer steps."""
    while name in leaders:
        above = leaders[name]
        leaders[name] = leaders.get(above, above)
        name = above
    return name


def _by_configuration(facts: Facts, config: "Configuration | None") -> dict[str, str]:
    if config is None:
        return {}
    return _accounts_of(config.value("clients"), facts, config.path)


def _by_table(facts: Facts, path: str) -> dict[str, str]:
    """Read ``[clients]``: names, each with the ids of its accounts."""
    from sociable.text.toml_values import NotToml, toml_values

    if not os.path.isfile(path):
        raise BadClients(
            f"there is no file `{path}`: --clients takes `{FOLDERS}`, or a TOML file with a table [clients]"
        )
    try:
        table = toml_values(read_whole(path).decode()).get("clients")
    except (NotToml, UnicodeDecodeError) as error:
        raise BadClients(f"{path} is not TOML: {error}. {_TABLE.format('It')}") from None
    if not isinstance(table, dict):
        raise BadClients(_TABLE.format(path))
    for client, ids in table.items():
        if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
            raise BadClients(f'{path}: “{client}” needs a list of account ids, such as ["museum", "shop"]')
    return _accounts_of(table, facts, path)


def _accounts_of(table: Mapping[str, Iterable[str]], facts: Facts, path: str) -> dict[str, str]:
    """Whose each account is, by a table of clients with the ids of their accounts."""
    known = [account.id for account in facts.accounts]
    whose: dict[str, str] = {}
    for client, ids in table.items():
        for name in ids:
            if name not in known:
                raise BadClients(f"{path}: there is no account `{name}`. {did_you_mean(name, known)}".rstrip())
            if whose.setdefault(name, client) != client:
                raise BadClients(f"{path}: `{name}` belongs to two clients, “{whose[name]}” and “{client}”")
    return whose
