"""A report for each client, and an index of all.

A client's report is made of that client's accounts alone, as if there were no others: what is not there cannot show.
What only comes about together with another client's account is said without anything of that other one.
"""

import os
from collections.abc import Iterable, Mapping, Set
from functools import partial

from sociable.client_report.compose import Wishes, amounts, compose, stamp
from sociable.client_report.content import ClientTotals, Content, Gravity, Index, Place
from sociable.client_report.graded_findings import gravities
from sociable.client_report.numbering import Numbering
from sociable.client_report.ordinary_words import ordinary_words
from sociable.client_report.other_clients import AllNames, Names, without_others
from sociable.client_report.own_findings import fingerprints, own_findings
from sociable.client_report.rewriting import without_excerpts
from sociable.client_report.since_last_time import only_about
from sociable.drawing.phrases import account_title
from sociable.errors import BadClients
from sociable.facts.facts import Facts
from sociable.files.contents import absolute, read_whole, shown
from sociable.files.report_names import report_names
from sociable.findings.faults import ByItself
from sociable.findings.finding import Finding
from sociable.findings.problem import READING_RULES
from sociable.findings.report import Report
from sociable.pipeline import Examination
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.setup.model import Setup
from sociable.text.suggest import did_you_mean
from sociable.vocabulary.values import UNSTATED

if TYPE_CHECKING:
    from sociable.config.effective import Configuration

FOLDERS = "folders"


_TABLE = '{} needs a table [clients], with lines such as: "Harbour Museum" = ["museum", "shop"]'


class ClientReport(Record):
    """A client's report with the facts that it was made from."""

    client: str
    content: Content
    facts: Facts


class _Client(Record):
    name: str
    accounts: frozenset[str]


def seem_to_be_several(facts: Facts) -> bool:
    """Whether accounts belong to several clients, or nobody says whose they are and different ones answer for them."""
    clients = {account.model.client for account in facts.accounts}
    operators = {account.model.operator for account in facts.accounts} - {UNSTATED}
    return len(clients) > 1 or (clients == {""} and len(operators) > 1)


def in_one_place(examined: Examination) -> str:
    """The folder or file that describes all accounts of what folders alone take for a single client, or nothing."""
    accounts = examined.facts.accounts
    if len(accounts) < 2 or len(_parted(examined, FOLDERS)) > 1 or any(each.model.client for each in accounts):
        return ""
    return shown(os.path.commonpath([account.span.path for account in accounts]))


def per_client(
    examined: Examination, wishes: Wishes, clients: str, suffix: str, faults: list[str]
) -> tuple[dict[str, ClientReport], Index]:
    """The report of each client by the name of its file, and the index. Raises ``BadClients``.

    ``clients`` is ``FOLDERS`` or the path of a table. What an account says under ``client:`` comes first, then the
    table or the configuration, then the folder. A report that a mistake of ours keeps from being made is left out, and
    noted among ``faults``.
    """
    parted = _parted(examined, clients)
    if not parted:
        raise BadClients("no account is described in these files, so there are no clients")
    parts = {client: _part(examined, client) for client in parted}
    own = frozenset().union(*(fingerprints(_judged(part.report)) for part in parts.values()))
    between = [each for each in _judged(examined.report) if not fingerprints([each]) <= own]
    everybody = AllNames(_names(parted, examined.facts), ordinary_words(rule.page for rule in examined.rules))
    files = report_names([client.name for client in parted], suffix, ("index",))
    reports = {}
    for (client, part), file in zip(parts.items(), files, strict=True):
        with ByItself(f"the report of {client.name}", faults):
            content = compose(part, _wishes_of(client, wishes, examined.facts), between)
            shared = _shared_files(client, examined.facts.setup)
            content = without_excerpts(content, partial(_stands_in, shared))
            names = Names(everybody, _names([client], examined.facts), [each.path for each in content.files], shared)
            content = without_others(content, names, wishes.frame)
            reports[file] = ClientReport(client.name, content, part.facts)
    return reports, _index(
        examined, wishes, reports, between, faults, frozenset().union(*(each.accounts for each in parted))
    )


def _names(clients: Iterable[_Client], facts: Facts) -> frozenset[str]:
    """What clients and their accounts are called: by titles, ids, and handles in all their forms."""
    ids = frozenset().union(*(client.accounts for client in clients))
    handles = (form for each in facts.accounts if each.id in ids for form in (each.model.handle, *each.handles))
    return frozenset((*(client.name for client in clients), *ids, *handles)) - {""}


def _wishes_of(client: _Client, wishes: Wishes, facts: Facts) -> Wishes:
    """The same for one client: compared only with what was found of that client alone."""
    title = f"{wishes.title or wishes.frame.say('page', 'title')}: {client.name}"
    others = {each.id for each in facts.automations if each.account.id not in client.accounts}
    own = {each.id for each in facts.automations} - others
    last = only_about(wishes.last, client.accounts | own) if wishes.last else None
    return wishes._replace(title=title, last=last)


def _parted(examined: Examination, clients: str) -> list[_Client]:
    """The accounts of each client, from whatever says most surely whose they are."""
    facts = examined.facts
    if clients == FOLDERS:
        whose = _by_folder(facts) | _by_configuration(facts, examined.config)
    else:
        whose = _by_table(facts, clients)
    whose |= {account.id: account.model.client for account in facts.accounts if account.model.client}
    accounts: dict[str, set[str]] = {}
    for account, client in whose.items():
        accounts.setdefault(client, set()).add(account)
    return [_Client(name, frozenset(accounts[name])) for name in sorted(accounts)]


def _by_folder(facts: Facts) -> dict[str, str]:
    """Where accounts are described; where that is one place for all, where the automations on each are."""
    described = _first_below({each.id: {each.span.path} for each in facts.accounts})
    if len(set(described.values())) > 1:
        return described
    running = _first_below(
        {each.id: {automation.model.span.path for automation in each.automations} for each in facts.accounts}
    )
    return running if len(set(running.values())) > 1 else described


def _first_below(places: Mapping[str, Set[str]]) -> dict[str, str]:
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


def _part(examined: Examination, client: _Client) -> Examination:
    """What stands in the files about a client's accounts, judged for itself."""
    whole, report = examined.facts.setup, examined.report
    setup = part_of(whole, client.accounts)
    facts = examined.facts.of(setup)
    findings = own_findings(facts, examined)
    findings.sort(key=lambda each: (each.span.path, each.span.start, each.rule, each.fingerprint))
    files = {each.span.path for each in setup.accounts} | {each.span.path for each in setup.automations}
    alone = files - _shared_files(client, whole)
    unread = [each for each in report.findings if each.rule in READING_RULES and each.span.path in alone]
    own = report._replace(
        findings=(*unread, *(each for each in findings if each.suppressed is None)),
        suppressed=tuple(each for each in findings if each.suppressed is not None),
        files=tuple(path for path in report.files if path in files),
        accounts=len(setup.accounts),
        automations=len(facts.automations),
        skipped=(),  # of what follows, nobody can tell whose it is
        kept=(),
        stale=(),
        remarks=(),
        faults=(),
    )
    return examined._replace(report=own, facts=facts)


def part_of(setup: Setup, accounts: frozenset[str]) -> Setup:
    """A setup with only these accounts and what runs on them; lists, places and all else that counts for it stay."""
    return setup._replace(
        accounts=tuple(account for account in setup.accounts if account.id.name in accounts),
        automations=tuple(
            automation._replace(accounts=tuple(each for each in automation.accounts if each.name in accounts))
            for automation in setup.automations
            if any(each.name in accounts for each in automation.accounts)
        ),
    )


def _shared_files(client: _Client, setup: Setup) -> frozenset[str]:
    """Files in which something of others stands: none of their lines may be shown."""
    accounts = {each.span.path for each in setup.accounts if each.id.name not in client.accounts}
    automations = {
        each.span.path
        for each in setup.automations
        if not client.accounts.issuperset(name.name for name in each.accounts)
    }
    return frozenset(accounts | automations)


def _stands_in(files: frozenset[str], place: Place) -> bool:
    return place.path in files


def _judged(report: Report) -> tuple[Finding, ...]:
    return (*report.findings, *report.suppressed)


def _index(
    examined: Examination,
    wishes: Wishes,
    reports: Mapping[str, ClientReport],
    between: list[Finding],
    faults: list[str],
    assigned: frozenset[str],
) -> Index:
    frame = wishes.frame
    pages = {rule.name: rule.page for rule in examined.rules}
    numbering = Numbering(examined.facts, between, pages, wishes.frame)
    graded = gravities(numbering, {}, faults, frame)
    return Index(
        title=wishes.title or frame.say("index", "title"),
        stamp=stamp(examined, wishes),
        clients=tuple(_totals(report.client, file, report.content) for file, report in reports.items()),
        total=_sum(reports.values(), graded, frame.say("index", "total")),
        between=graded,
        unassigned=tuple(account_title(each) for each in numbering.accounts if each.id not in assigned),
    )


def _sum(reports: Iterable[ClientReport], between: tuple[Gravity, ...], name: str) -> ClientTotals:
    """All clients together, where what was found between several of them counts once."""
    contents = [report.content for report in reports]
    counts = amounts(between)
    for each in contents:
        counts.update(amounts(each.gravities))
    crossings = sum(each.amount for each in between)
    return _line(name, "", contents, counts, crossings)


def _totals(name: str, file: str, content: Content) -> ClientTotals:
    counts = amounts(content.gravities, content.crossings)
    own = amounts(content.gravities)
    line = _line(name, file, [content], counts, len(content.crossings))
    return line._replace(crossed=tuple(each for each in counts if not own[each]))


def _line(name: str, file: str, contents: list[Content], counts: Mapping[str, int], crossings: int) -> ClientTotals:
    return ClientTotals(
        name,
        file,
        sum(len(each.accounts) for each in contents),
        sum(len(account.automations) for each in contents for account in each.accounts),
        counts["error"],
        counts["warning"],
        counts["info"],
        crossings,
        sum(len(each.questions) for each in contents),
    )
