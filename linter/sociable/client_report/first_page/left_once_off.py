"""What is still found once what has to stop is off: judged anew, so that nothing is asked for that ends anyhow."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import Thing, is_ended_by_one, things_of, urgent
from sociable.client_report.findings_in_words.better_to_switch_off import better_off
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.findings.finding import Finding
from sociable.findings.members import fingerprints_of
from sociable.setup.model import Setup

Judge = Callable[[Facts], Collection[Finding]]

_MOST_STOPS = 20
"""Of what ends one finding so many are named: there may be as many findings as there are stops."""


def ended_anyhow(numbering: Numbering, judge: Judge) -> Mapping[int, tuple[AutomationFacts, ...]]:
    """The findings that are gone once the recommended stops are made, with what of these ends each."""
    off = dict.fromkeys(_recommended(numbering))
    if not off:
        return {}
    facts = numbering.facts
    left = judge(facts.of(_without(facts.setup, off)))
    known = {name for _, finding in numbering.numbered() for name in fingerprints_of(finding)}
    still = {name for each in left for name in fingerprints_of(each)}
    retold: dict[str, set[str]] = {}
    for each in left:
        if not known.issuperset(fingerprints_of(each)):
            retold.setdefault(each.rule, set()).update(each.subjects)
    pressing, there = set(urgent(numbering)), dict[AccountFacts, list[AutomationFacts]]()
    for stop in off:
        there.setdefault(stop.account, []).append(stop)
    gone = {}
    for number, finding in numbering.numbered():
        told_anew = not retold.get(finding.rule, set()).isdisjoint(finding.subjects)
        is_gone = not told_anew and still.isdisjoint(fingerprints_of(finding))
        if is_gone and number not in pressing and numbering.is_done(number):
            gone[number] = _ending(number, off, there, numbering)
    return gone


def _ending(
    number: int,
    off: Collection[AutomationFacts],
    there: Mapping[AccountFacts, Sequence[AutomationFacts]],
    numbering: Numbering,
) -> tuple[AutomationFacts, ...]:
    """What of the stops ends it: those that do it, or else run on its accounts; any of them where none does."""
    own = (each for each in numbering.automations_of(number) if each in off)
    on_its_accounts = (each for account in numbering.concerned(number) for each in there.get(account, ()))
    return _some(own) or _some(on_its_accounts) or _some(off)


def _some(stops: Iterable[AutomationFacts]) -> tuple[AutomationFacts, ...]:
    return tuple(islice(stops, _MOST_STOPS))


def _recommended(numbering: Numbering) -> Iterator[AutomationFacts]:
    """What is to be switched off; of several of which one may go on, all but the one that is better left on."""
    alone: dict[Thing, None] = {}
    several = []
    for number in urgent(numbering):
        if is_ended_by_one(number, numbering):
            several.append(things_of(number, numbering))
        else:
            alone |= dict.fromkeys(things_of(number, numbering))
    for things in several:
        if sum(each in alone for each in things) < len(things) - 1:
            better = better_off(things, numbering)
            alone |= dict.fromkeys([better[0]] if better else things[:-1])
    for thing in alone:
        yield from thing.automations if isinstance(thing, AccountFacts) else (thing,)


def _without(setup: Setup, off: Collection[AutomationFacts]) -> Setup:
    """The same setup in which these do not run; one that runs on several accounts goes on on the others."""
    stopped = {(id(each.model), each.account.id) for each in off}
    kept = []
    for each in setup.automations:
        own = tuple(n for n in each.accounts if (id(each), n.name) not in stopped)
        if own or not each.accounts:
            kept.append(each._replace(accounts=own))
    return setup._replace(automations=tuple(kept))
