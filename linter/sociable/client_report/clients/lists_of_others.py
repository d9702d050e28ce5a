"""Lists of people that one client's file describes and another client's automations use.

What is found about that is a matter of both: whose list it is knows what people on it agreed to, and who uses it has to
stop. Each is told its own part of it, and nothing of the other one.
"""

from collections.abc import Callable, Iterable, Iterator

from sociable.client_report.clients.whose_accounts import Client
from sociable.client_report.wording.frame import Frame
from sociable.facts.admissions import lists_used
from sociable.facts.facts import AutomationFacts, Facts
from sociable.findings.finding import SEVERITIES, Finding
from sociable.findings.members import fingerprints_of
from sociable.findings.report import Report
from sociable.setup.model import PeopleList

_WITHOUT_PART = "warning"
"""As grave as it is at most for whoever does nothing of it, and has to ask for it to be changed."""


class ListsOfOthers:
    """Knows whose each list is: the only client of whom its file holds anything."""

    def __init__(self, clients: Iterable[Client], facts: Facts, findings: Iterable[Finding]) -> None:
        self._clients = {account: client for client in clients for account in client.accounts}
        self._automations = {each.id: each for each in facts.automations}
        held = [(each.span.path, each.id) for each in facts.accounts]
        held += [(each.span.path, each.account.id) for each in facts.automations]
        by_file: dict[str, dict[str, None]] = {}
        for path, account in held:
            by_file.setdefault(path, {}).setdefault(account)
        self._owned: dict[str, tuple[Client, list[str]]] = {}
        for people in facts.setup.lists:
            accounts = list(by_file.get(people.span.path, ()))
            owners = {client.name: client for each in accounts if (client := self._clients.get(each))}
            if len(owners) == 1:
                self._owned[people.id.name] = next(iter(owners.values())), accounts
        self._of = {name for each in findings if any(self._used(each)) for name in fingerprints_of(each)}

    def names(self, client: Client) -> frozenset[str]:
        """What the lists of a client are called."""
        return frozenset(name for name, (owner, _) in self._owned.items() if owner.name == client.name)

    def set_apart(self, client: Client, marked: Callable[[str], str], frame: Frame) -> Callable[[str], str]:
        """What is ``marked``, but lists of others, where they are named by themselves, as what they are."""
        others = {name.casefold() for name in self._owned} - {name.casefold() for name in self.names(client)}
        instead = frame.say("page", "other_list")
        return lambda text: instead if text.casefold() in others else marked(text)

    def without(self, report: Report) -> Report:
        """The report of one client without what is a matter of two."""
        return report._replace(
            findings=tuple(each for each in report.findings if self._of.isdisjoint(fingerprints_of(each))),
            suppressed=tuple(each for each in report.suppressed if self._of.isdisjoint(fingerprints_of(each))),
        )

    def with_owners(self, finding: Finding) -> Finding:
        """The finding, which is about the accounts of whose list it is too."""
        owned = (self._owned[people.id.name][1] for people in self._used(finding))
        accounts = tuple(dict.fromkeys(account for each in owned for account in each))
        if not accounts:
            return finding
        members = [each._replace(subjects=(*each.subjects, *accounts)) for each in finding.members]
        return finding._replace(members=tuple(members), subjects=(*finding.subjects, *accounts))

    def told_to(self, client: Client, finding: Finding, frame: Frame) -> str:
        """Whose list it is, for one of the two; nothing of what is about no such list."""
        lists = list(self._used(finding))
        if own := self._own(client, finding):
            return frame.say("crossing", "own_list", list=frame.listed([f"“{each}”" for each in own]))
        return frame.say("crossing", "list_of_another") if lists else ""

    def as_told_to(self, client: Client, finding: Finding, frame: Frame) -> Finding:
        """The finding; for whose list it is, nothing that it does itself: it has nothing to switch off."""
        if not self._own(client, finding):
            return finding
        severity = min(finding.severity, _WITHOUT_PART, key=SEVERITIES.index)
        return finding._replace(
            severity=severity, people_see=frame.say("crossing", "own_list_see"), laws=(), laws_if=(), citation=None
        )

    def _own(self, client: Client, finding: Finding) -> list[str]:
        names = (each.id.name for each in self._used(finding))
        return [name for name in names if self._owned[name][0].name == client.name]

    def _used(self, finding: Finding) -> Iterator[PeopleList]:
        """The lists of others that it speaks of and that what it is about uses."""
        found: dict[str, PeopleList] = {}
        for automation in (self._automations[name] for name in finding.subjects if name in self._automations):
            found |= {each.id.name: each for each in self._of_others(automation)}
        return (each for name, each in found.items() if name in finding.message)

    def _of_others(self, automation: AutomationFacts) -> Iterator[PeopleList]:
        user = self._clients.get(automation.account.id)
        for people in lists_used(automation):
            owner = self._owned.get(people.id.name)
            if owner is not None and user is not None and owner[0].name != user.name:
                yield people
