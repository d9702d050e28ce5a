"""A report for each client, and an index of all.

A client's report is made of that client's accounts alone, as if there were no others: what is not there cannot show.
What only comes about together with another client's account is said without anything of that other one.
"""

from collections.abc import Iterable, Iterator, Set
from itertools import chain

from sociable.client_report.about_the_check.since_last_time import accepted_in, things_of, unsure_in
from sociable.client_report.clients.crossing_loops import CrossingLoops
from sociable.client_report.clients.index_of_clients import Beyond, index, judged
from sociable.client_report.clients.last_of_clients import LastOfAll, OfClient, last_of_clients, names_in
from sociable.client_report.clients.lines_of_others import LinesOfOthers
from sociable.client_report.clients.lists_of_others import ListsOfOthers
from sociable.client_report.clients.other_clients import AllNames, Names, told_shortly, without_others
from sociable.client_report.clients.others_set_apart import Apart, owners
from sociable.client_report.clients.own_decisions import Notes, OwnDecisions, notes_of
from sociable.client_report.clients.own_findings import (
    Whole,
    fingerprints,
    left_out,
    own_findings,
    searched,
    whole_of,
    with_reason,
    without_reason,
)
from sociable.client_report.clients.whose_accounts import Client, heard_by_others, whose_accounts
from sociable.client_report.clients.whose_decisions import WhoseDecisions
from sociable.client_report.compose import Wishes, put_together, without_folders
from sociable.client_report.content.content_of_index import Index
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.content.rewriting import without_excerpts
from sociable.client_report.names.names_in_tools import names_in_tools
from sociable.client_report.names.ordinary_words import ordinary_words
from sociable.client_report.names.people_by_key import names_of_keepers
from sociable.client_report.wording.frame import Frame
from sociable.facts.facts import Facts
from sociable.files.report_names import report_names
from sociable.findings.faults import ByItself
from sociable.findings.finding import Finding
from sociable.findings.members import retold
from sociable.findings.problem import PAGELESS_RULES
from sociable.pipeline import Examination
from sociable.project.load import Project
from sociable.records.record import Record
from sociable.setup.model import Account, Named, Setup


class ClientReport(Record):
    """A client's report with the facts that it was made from."""

    client: str
    content: Content
    facts: Facts


def per_client(
    examined: Examination, wishes: Wishes, clients: str, suffix: str, faults: list[str]
) -> tuple[dict[str, ClientReport], Index]:
    """The report of each client by the name of its file, and the index. Raises ``BadClients``.

    ``clients`` says whose accounts are whose, as ``whose_accounts`` takes it. A report that a mistake of ours keeps
    from being made is left out, and noted among ``faults``.
    """
    parted = whose_accounts(examined, clients)
    whose = owners(parted, examined.facts)
    pages = {rule.name: rule.page for rule in examined.rules}
    last = last_of_clients(wishes.last, parted, examined.facts, pages) if wishes.last else LastOfAll({}, (), ())
    lists = ListsOfOthers(parted, examined.facts, judged(examined.report))
    listed = frozenset().union(*map(lists.names, parted))
    called = listed | _names(parted, examined.facts) | (names_in(wishes.last) if wishes.last else frozenset())
    everybody = AllNames(called, ordinary_words(pages.values()), names_of_keepers(examined.facts.setup))
    setups = [part_of(examined.facts.setup, client) for client in parted]
    names = [_names_of(*each, everybody, last, examined.facts, lists) for each in zip(parted, setups, strict=True)]
    apart = [
        Apart(client, whose, lists.set_apart(client, each.marked, wishes.frame))
        for client, each in zip(parted, names, strict=True)
    ]
    shares = [_shared_files(client, examined.facts.setup) for client in parted]
    whole, notes = whole_of(examined.report), notes_of(examined)
    parts = [
        _part(examined, whole, notes, wishes.frame, *each) for each in zip(setups, apart, names, shares, strict=True)
    ]
    parts = [each._replace(report=lists.without(each.report)) for each in parts]
    alone = frozenset().union(*(fingerprints(judged(part.report)) for part in parts))
    between = [
        lists.with_owners(_beyond(alone, each)) for each in judged(examined.report) if not fingerprints([each]) <= alone
    ]
    sources = {each.path: each for each in examined.project.sources}
    heard = heard_by_others(parted, examined.facts)
    files = report_names([client.name for client in parted], suffix, ("index",))
    reports, whose_decisions = {}, WhoseDecisions(wishes.frame)
    for client, part, others, own, shared, file in zip(parted, parts, apart, names, shares, files, strict=True):
        with ByItself(f"the report of {client.name}", faults):
            before = last.clients.get(client.name, OfClient())
            loops = CrossingLoops(client, examined.facts, own.marked, wishes.frame)
            own_files = frozenset(part.report.files) - shared
            decisions = OwnDecisions(part.facts, notes)
            decided = [decisions.told(each) for each in _with_a_part(between, client, examined.facts)]
            whose_decisions.note(client.name, decided)
            crossing = (
                loops.told(searched(_told_to(own_files, lists.as_told_to(client, each, wishes.frame)), own.marked))
                for each in decided
            )
            report, before = decisions.without_idle_notes(
                part.report, before, (*decided, *decisions.at_idle_notes(part.report))
            )
            part = part._replace(report=report)
            used = {each.fingerprint: lists.told_to(client, each, wishes.frame) for each in decided}
            content = put_together(part, _wishes_of(client, wishes, before, own), crossing, heard, used)
            content = without_excerpts(content, LinesOfOthers(sources, own.marked, others.words, shared).are_at)
            content = without_folders(without_others(content, own, shared, wishes.frame))
            reports[file] = ClientReport(client.name, content, part.facts)
    contents = {file: (each.client, each.content) for file, each in reports.items()}
    things = [things_of(part.facts) for part in parts]
    unsettled = fingerprints(filter(whose_decisions.is_open_for_some, between))
    beyond = Beyond(parted, list(map(whose_decisions.told, between)), last, things, unsettled)
    return reports, index(examined, wishes, contents, beyond, faults)


def _beyond(alone: frozenset[str], finding: Finding) -> Finding:
    """A finding at those of its places that no client's report tells by itself."""
    return retold(finding, [each for each in finding.members if each.fingerprint not in alone])


def _with_a_part(between: Iterable[Finding], client: Client, facts: Facts) -> Iterator[Finding]:
    """What was found between clients at places where accounts of this one have a part in it: no source of others."""
    known = {each.id for each in facts.accounts}
    for finding in between:
        members = [
            each
            for each in finding.members
            if known.isdisjoint(each.subjects) or not client.accounts.isdisjoint(each.subjects)
        ]
        if members or not finding.members:
            yield retold(finding, members)


def _told_to(files: Set[str], finding: Finding) -> Finding:
    """The finding without the reason for which it is accepted, unless that stands in these files."""
    accepted = finding.suppressed
    return finding if accepted is None or accepted.span.path in files else without_reason(finding)


def _names(clients: Iterable[Client], facts: Facts) -> frozenset[str]:
    """What clients and their accounts are called: by titles, ids, handles in all their forms, and in other tools."""
    ids = frozenset().union(*(client.accounts for client in clients))
    accounts = [each for each in facts.accounts if each.id in ids]
    handles = (form for each in accounts for form in (each.model.handle, *each.handles))
    titles = (title for client in clients for title in client.titles)
    in_tools = chain.from_iterable(names_in_tools(each.model) for each in accounts)
    shortly = (name for each in handles for name in (each, *told_shortly(each)))
    return frozenset((*titles, *ids, *in_tools, *shortly)) - {""}


def _names_of(
    client: Client, part: Setup, everybody: AllNames, last: LastOfAll, facts: Facts, lists: ListsOfOthers
) -> Names:
    own = _names([client], facts) | lists.names(client) | last.clients.get(client.name, OfClient()).names
    return Names(everybody, own, names_of_keepers(part))


def _wishes_of(client: Client, wishes: Wishes, before: OfClient, names: Names) -> Wishes:
    """The same for one client: compared only with what was found of that client alone."""
    title = f"{names.marked(wishes.title) or wishes.frame.say('page', 'title')}: {client.name}"
    if wishes.last is None:
        return wishes._replace(title=title)
    all_of_it = (*before.findings, *before.crossed)
    last = wishes.last._replace(
        findings=before.findings,
        crossed=before.crossed,
        accepted=accepted_in(all_of_it),
        unsure=unsure_in(all_of_it),
    )
    return wishes._replace(title=title, last=last)


def _part(
    examined: Examination,
    whole: Whole,
    notes: Notes,
    frame: Frame,
    part: Setup,
    others: Apart,
    names: Names,
    shared: Set[str],
) -> Examination:
    """A client's part of the setup judged for itself, with the ``others`` set apart, and what stands in its own files.

    In ``shared`` files something of others stands.
    """
    report, setup = examined.report, others.setup(part)
    facts = examined.facts.of(setup)
    found = own_findings(facts, examined, whole, notes, names.marked, frame)
    findings = [with_reason(each, names.marked) for each in found]
    if setup != part:  # signs around a name may part words that mean something together
        plain = own_findings(examined.facts.of(part), examined, whole, notes, names.marked, frame)
        findings += [searched(each, names.marked) for each in left_out(plain, findings)]
    findings.sort(key=lambda each: (each.span.path, each.span.start, each.rule, each.fingerprint))
    files = {each.span.path for each in setup.accounts} | {each.span.path for each in setup.automations}
    alone = files - shared
    noted = [
        searched(each, names.marked)
        for each in report.findings
        if each.rule in PAGELESS_RULES and each.span.path in alone
    ]
    own = report._replace(
        findings=(*noted, *(each for each in findings if each.suppressed is None)),
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
    return examined._replace(report=own, facts=facts, project=_project(examined.project, names))


def _project(project: Project, names: Names) -> Project:
    """What was read, with the others set apart in what other tools call their parts."""
    coverage = {
        path: read._replace(parts=tuple(each._replace(called=names.marked(each.called)) for each in read.parts))
        for path, read in project.coverage.items()
    }
    asked = (each._replace(what=names.marked(each.what), why=names.marked(each.why)) for each in project.open)
    return project._replace(coverage=coverage, open=tuple(asked))


def part_of(setup: Setup, client: Client) -> Setup:
    """A setup with only a client's accounts, what runs on them and their files; lists, places and all else stay."""
    automations = tuple(
        automation._replace(accounts=own)
        for automation in setup.automations
        if (own := tuple(each for each in automation.accounts if client.has(each.name, automation.span.path)))
    )
    named = {each.name: each for automation in reversed(automations) for each in automation.accounts}
    accounts = tuple(
        _placed(each, named.get(each.id.name, each.id), client)
        for each in setup.accounts
        if each.id.name in client.accounts
    )
    held = {each.span.path for each in accounts} | {each.span.path for each in automations}
    files = tuple((source, tool) for source, tool in setup.files if source.path in held)
    return setup._replace(accounts=accounts, automations=automations, files=files)


def _placed(account: Account, named: Named, client: Client) -> Account:
    """An account where the client's own files name it: what tools call by one name stands where any names it first."""
    if client.has(account.id.name, account.span.path):
        return account
    return account._replace(id=named, span=named.span)


def _shared_files(client: Client, setup: Setup) -> frozenset[str]:
    """Files in which something of others stands: none of their lines may be shown."""
    accounts = {each.span.path for each in setup.accounts if not client.has(each.id.name, each.span.path)}
    automations = {
        each.span.path
        for each in setup.automations
        if not all(client.has(name.name, each.span.path) for name in each.accounts)
    }
    return frozenset(accounts | automations)
