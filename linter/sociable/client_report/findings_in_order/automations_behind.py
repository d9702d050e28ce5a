"""Which automations do what was found."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sociable.facts.facts import AutomationFacts
from sociable.findings.finding import Finding
from sociable.text.source import Span


class Doers:
    """The automations of a report, by their ids and accounts: thousands may run on one account.

    Several may have one id by mistake. Of these only those count in which something of the finding stands: if all of
    them counted for each finding, a report on one small file would take more memory than there is.
    """

    def __init__(self, automations: Iterable[AutomationFacts]) -> None:
        self._order: dict[AutomationFacts, int] = {}
        self._of: dict[str, dict[str, list[AutomationFacts]]] = {}
        for number, each in enumerate(automations):
            self._order[each] = number
            self._of.setdefault(each.id, {}).setdefault(each.account.id, []).append(each)
        for on_accounts in self._of.values():
            for alike in on_accounts.values():
                alike.sort(key=_begins)

    def __contains__(self, name: str) -> bool:
        return name in self._of

    def __iter__(self) -> Iterator[AutomationFacts]:
        return iter(self._order)

    def of(self, finding: Finding) -> list[AutomationFacts]:
        """Those that do what was found, on the accounts that it is about."""
        subjects = dict.fromkeys(finding.subjects)
        found: list[AutomationFacts] = []
        for name in subjects:
            on_accounts = self._of.get(name, {})
            accounts: Iterable[str] = subjects if len(subjects) < len(on_accounts) else on_accounts
            alike = [on_accounts[each] for each in accounts if each in on_accounts and each in subjects]
            found += sorted((each for of in alike for each in _meant(of, finding)), key=self._order.__getitem__)
        return found


def _meant(alike: Sequence[AutomationFacts], finding: Finding) -> Iterable[AutomationFacts]:
    """Those of one id in which something of a finding stands; all of them where it stands in none."""
    if len(alike) == 1:
        return alike
    walk = finding.loop.walk if finding.loop else ()
    places = (finding.span, *(each.span for each in finding.related), *(each.span for each in walk))
    return dict.fromkeys(each for place in places for each in _around(alike, place)) or alike


def _around(alike: Sequence[AutomationFacts], place: Span) -> Sequence[AutomationFacts]:
    """The one that holds a place, as far as their beginnings say."""
    number = bisect_right(alike, (place.path, place.start), key=_begins)
    return alike[number - 1 : number] if number and alike[number - 1].span.path == place.path else ()


def _begins(automation: AutomationFacts) -> tuple[str, int]:
    """Where it begins: its id may stand behind its steps."""
    steps = (each.model.span.start for each in automation.steps if each.model.span.path == automation.span.path)
    return automation.span.path, min((automation.span.start, *steps))
