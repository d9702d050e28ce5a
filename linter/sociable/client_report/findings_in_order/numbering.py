"""The order and numbers of findings in a report, and what each of them is about."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from sociable.client_report.automations.beginnings import Beginnings
from sociable.client_report.automations.switched_together import at_rest, by_switch, switch_of, was_off
from sociable.client_report.automations.whom_to_ring import MOST_ASKED, Named, named_beside
from sociable.client_report.findings_in_order.automations_behind import Doers
from sociable.client_report.findings_in_order.sites_in_files import NOWHERE, Site, Sites
from sociable.client_report.findings_in_order.weight import Weight, is_pressing, reach_of, weight_of
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.plain_words import in_plain_words, plain_words
from sociable.client_report.wording.titles import account_name, called
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.findings.finding import SEVERITIES, Finding
from sociable.findings.members import members_of
from sociable.findings.problem import READING_RULES, REVIEW_RULES
from sociable.rulebook.categories import CATEGORIES
from sociable.rulebook.page_files import PageRule
from sociable.sources.basis import basis_of
from sociable.sources.library import library
from sociable.text.natural_order import natural
from sociable.vocabulary.platforms import OTHER, PLATFORMS

_CATEGORIES = list(CATEGORIES)

_UNNOTICED = frozenset(("open-facts",))
"""Rules that only ask."""

_DISCLOSING = "disclosing"
_STOP = "Stop "
"""How advice begins that ends what goes out: what findings say is English, whatever language the frame is in."""

MOST_IN_FILE_ORDER = 20
"""Accounts that somebody finds in the order in which their files have them."""


def _is_founded(finding: Finding) -> bool:
    """Whether it rests on more than our own judgement."""
    return bool(finding.laws or finding.laws_if) or any(each.citation for each in members_of(finding))


def _weight(
    finding: Finding, doing: Sequence[AutomationFacts], reaches: Mapping[AutomationFacts, int]
) -> tuple[bool, Weight]:
    """How much it weighs; what was switched off or has ended comes after all that runs."""
    return _is_at_rest(finding, doing), weight_of(finding, map(reaches.__getitem__, doing))


def _is_at_rest(finding: Finding, doing: Sequence[AutomationFacts]) -> bool:
    """Whether nothing comes of it, as all that does it was switched off or has ended; a remark on what ended stays."""
    rests = was_off if finding.severity == SEVERITIES[0] else at_rest
    return bool(doing) and all(map(rests, doing))


class Numbering:
    """Findings by gravity; of these first what the law speaks against and what most people get to see.

    All that a rule found with one gravity stands together. Of what reading could not make sense nothing is numbered.
    ``accounts`` are all there are, in file order, or by their names where there are many; those that no file describes
    last. ``pages`` are the pages of rules
    by their names; ``plain`` changes a text into the words in which findings are told. Findings ``between`` clients
    that something of these facts has a part in have the last numbers.
    ``ended`` are those that are gone once what has to stop is off, with what ends them, and ``folded`` what other rules
    say of the same by number and rule, as far as that was looked at; ``twins`` tell those apart that say the same;
    ``clients`` are those of accounts by their ids, where they are said elsewhere than in the files;
    ``turn`` is when each has its turn in what is told to be done first;
    ``most_asked`` is of how many accounts it is told whom to ask: all where no table of accounts stands;
    ``heard`` is what may set off something of other clients, by the ids of its account and of itself;
    ``in_part`` are the automations that could not be read in full;
    ``starting`` is what can start a loop, with the numbers of these loops, ``other_halves`` what has a part in findings
    that are told of others.
    """

    def __init__(
        self,
        facts: Facts,
        findings: Iterable[Finding],
        pages: Mapping[str, PageRule],
        frame: Frame,
        between: Iterable[Finding] = (),
    ) -> None:
        self.facts = facts
        self.pages = pages
        accounts = list(dict.fromkeys((*facts.accounts, *(each.account for each in facts.automations))))
        if len(accounts) > MOST_IN_FILE_ORDER:
            accounts.sort(key=lambda each: (not each.known, natural(account_name(each, frame))))
        self.accounts = accounts
        self._switches = by_switch(facts.automations)
        self.clients: Mapping[str, str] = {}
        self.heard: Set[tuple[str, str]] = frozenset()
        self.most_asked = MOST_ASKED
        self.turn: Mapping[int, int] = {}
        self.ended: Mapping[int, tuple[AutomationFacts, ...]] = {}
        self.folded: Mapping[int, Mapping[str, Finding]] = {}
        self.twins: Mapping[int, str] = {}
        self.in_part: Set[AutomationFacts] = frozenset()
        self.starting: Mapping[AutomationFacts, Sequence[int]] = {}
        self.other_halves: Mapping[AutomationFacts, Sequence[int]] = {}
        self.plain = plain_words(facts, frame)
        doers = Doers(facts.automations)
        by_id = {account.id: account for account in self.accounts}
        own = [in_plain_words(each, self.plain) for each in findings if each.rule not in READING_RULES]
        crossing = [
            in_plain_words(each, self.plain)
            for each in between
            if each.rule in pages and any(name in doers or name in by_id for name in each.subjects)
        ]
        self.findings = self._in_order(own, doers)
        self.crossings = self._in_order(crossing, doers)
        self._anchors: dict[object, str] = {account: f"a{at}" for at, account in enumerate(self.accounts, 1)}
        self._anchors |= {automation: f"m{at}" for at, automation in enumerate(facts.automations, 1)}
        self._of: dict[object, list[int]] = {}
        self._about: dict[int, list[AutomationFacts]] = {}
        self._named: dict[int, list[AccountFacts]] = {}
        self._sites: dict[int, Site] = {}
        sites = Sites(facts)
        for number, finding in self.everything():
            if not finding.subjects and finding.rule in pages:
                self._sites[number] = sites.site(finding.span)
            self._enter(number, finding, doers, by_id)

    def _enter(
        self,
        number: int,
        finding: Finding,
        doers: Doers,
        accounts: Mapping[str, AccountFacts],
    ) -> None:
        subjects = dict.fromkeys(finding.subjects)
        about = doers.of(finding)
        named = [accounts[name] for name in subjects if name in accounts]
        self._about[number], self._named[number] = about, named
        site = self.site(number)
        for thing in dict.fromkeys(
            (*about, *named, *(each.account for each in about), *site.automations, *site.accounts)
        ):
            self._of.setdefault(thing, []).append(number)

    def _in_order(self, findings: Iterable[Finding], doers: Doers) -> list[Finding]:
        """What a rule found with one gravity weighs together what the heaviest of it weighs."""
        reaches = {each: reach_of(each) for each in doers}
        weighed = [(each, _weight(each, doers.of(each), reaches)) for each in findings]
        heaviest: dict[tuple[str, str], tuple[bool, Weight]] = {}
        for finding, weight in weighed:
            key = finding.severity, finding.rule
            heaviest[key] = min(weight, heaviest.get(key, weight))

        def rank(each: tuple[Finding, tuple[bool, Weight]]) -> tuple[object, ...]:
            finding, weight = each
            page = self.pages.get(finding.rule)
            category = page.category if page else ""
            place = _CATEGORIES.index(category) if category in CATEGORIES else len(_CATEGORIES)
            gravity, together = -SEVERITIES.index(finding.severity), heaviest[finding.severity, finding.rule]
            goes_on = not (is_pressing(finding) and finding.suppressed is None) or weight[0]
            where = natural(finding.span.path), finding.span.start
            return gravity, finding.rule in REVIEW_RULES, goes_on, together, place, finding.rule, weight, *where

        return [finding for finding, _ in sorted(weighed, key=rank)]

    def numbered(self) -> Iterable[tuple[int, Finding]]:
        return enumerate(self.findings, 1)

    def crossing(self) -> Iterable[tuple[int, Finding]]:
        """Those that accounts of other clients have a part in too: whoever tells one leaves its message out."""
        return enumerate(self.crossings, len(self.findings) + 1)

    def everything(self) -> Iterator[tuple[int, Finding]]:
        """Those of both sorts, whether somebody has accepted them or not."""
        yield from self.numbered()
        yield from self.crossing()

    def undecided(self) -> Iterator[tuple[int, Finding]]:
        """Those that nobody has accepted, with others or not."""
        return (each for each in self.everything() if each[1].suppressed is None)

    def is_note(self, number: int) -> bool:
        """Whether it is about a note to this check, of which nobody outside notices anything."""
        return self.finding(number).rule in REVIEW_RULES

    def finding(self, number: int) -> Finding:
        own = len(self.findings)
        return self.findings[number - 1] if number <= own else self.crossings[number - 1 - own]

    def said(self, number: int) -> str:
        """What a finding says; the title of its rule, where its own words could name another client."""
        finding = self.finding(number)
        return finding.message if number <= len(self.findings) else self.pages[finding.rule].title

    def by_title(self, numbers: Iterable[int]) -> dict[str, list[int]]:
        """Findings by what their rules are called, in the order in which they come."""
        titles: dict[str, list[int]] = {}
        for number in numbers:
            titles.setdefault(called(self.finding(number).rule, self.pages), []).append(number)
        return titles

    def in_turn(self, numbers: Iterable[int]) -> list[int]:
        """The same in the order in which they have to be seen to."""
        return sorted(numbers, key=lambda number: (self.turn.get(number, len(self.turn)), number))

    def anchor(self, thing: AccountFacts | AutomationFacts) -> str:
        return self._anchors[thing]

    def of_account(self, account: AccountFacts) -> tuple[int, ...]:
        """What is about an account, or about an automation on it."""
        return tuple(self._of.get(account, ()))

    def of_automation(self, automation: AutomationFacts) -> tuple[int, ...]:
        return tuple(self._of.get(automation, ()))

    def about_what_it_does(self, automation: AutomationFacts) -> list[int]:
        """The same without what only stands in its part of a file, such as a key."""
        return [number for number in self.of_automation(automation) if self.is_done(number)]

    def only_in_its_file(self, automation: AutomationFacts) -> tuple[int, ...]:
        """What stands in its part of a file, such as a key, where nothing was found about what it does."""
        return () if self.about_what_it_does(automation) else self.of_automation(automation)

    def automations_of(self, number: int) -> list[AutomationFacts]:
        """Those that do what was found."""
        return self._about[number]

    def accounts_of(self, number: int) -> list[AccountFacts]:
        """The accounts that a finding is about as a whole; none where automations on them do it."""
        return [] if self._about[number] else self._named[number]

    def is_cured_in_profile(self, number: int) -> bool:
        """Whether what an account does may go on once its profile says what it is: nothing has to stop for that."""
        page = self.pages.get(self.finding(number).rule)
        says = page is not None and _DISCLOSING in page.heading.habits
        return says and bool(self.accounts_of(number)) and not self.finding(number).advice.startswith(_STOP)

    def is_off(self, number: int) -> bool:
        """Whether all that does it was switched off when its file was written, or has ended: nothing comes of it."""
        return _is_at_rest(self.finding(number), self._about[number])

    def site(self, number: int) -> Site:
        """What holds the place of a finding that is about a file alone, such as a key in it."""
        return self._sites.get(number, NOWHERE)

    def is_done(self, number: int) -> bool:
        """Whether somebody does what was found, and it does not only stand in a file."""
        return bool(self._about[number] or self._named[number])

    def concerned(self, number: int) -> list[AccountFacts]:
        """Every account that a finding is about, that an automation of it runs on, or that it stands at in a file."""
        accounts = (each.account for each in self._about[number])
        return list(dict.fromkeys((*accounts, *self.accounts_of(number), *self.site(number).accounts)))

    def beside(self, automation: AutomationFacts) -> tuple[int, ...]:
        """What is told of others, and it starts it or has a part in it."""
        return tuple(sorted({*self.starting.get(automation, ()), *self.other_halves.get(automation, ())}))

    @cached_property
    def named(self) -> Named:
        """By the id of an account, one beside it for which somebody is named to ask."""
        return named_beside(self.accounts, self.clients)

    @cached_property
    def beginnings(self) -> Beginnings:
        """Whose words begin alike."""
        return Beginnings(self.facts.automations)

    @cached_property
    def platforms(self) -> list[str]:
        """The platforms of the accounts that we know, in order of their names."""
        return sorted({each.platform for each in self.accounts if each.platform in PLATFORMS} - {OTHER})

    @cached_property
    def platforms_without_rules(self) -> list[str]:
        """Those of which no page here cites a rule of their own, by their titles."""
        cited = {basis.fact for page in self.pages.values() for basis in basis_of(page.sources)}
        known = {platform for fact in library().facts.values() if fact.id in cited for platform in fact.on}
        return [PLATFORMS[each].title for each in self.platforms if each not in known]

    def on_one_switch(self, automation: AutomationFacts) -> list[AutomationFacts]:
        """All that stop when this one is switched off, itself among them."""
        return self._switches[switch_of(automation)]

    def is_founded(self, number: int) -> bool:
        """Whether it, or what another rule says of the same, rests on more than our own judgement."""
        return number in self._founded or any(map(_is_founded, self.folded.get(number, {}).values()))

    @cached_property
    def _founded(self) -> frozenset[int]:
        """Those that rest on more than our own judgement; each may be about thousands of automations."""
        return frozenset(n for n, finding in self.everything() if _is_founded(finding))

    def founded_beside(
        self, numbers: Iterable[int], among: Container[int] | None = None
    ) -> tuple[list[int], list[int]]:
        """Those of these about whose automations something rests on more than our own judgement, and all that does."""
        founded: dict[AutomationFacts, list[int]] = {}
        beside: list[int] = []
        for number in numbers:
            about = self._about[number]
            for each in about:
                if each not in founded:  # thousands may be about one automation
                    founded[each] = [n for n in self._of[each] if n in self._founded and (among is None or n in among)]
            if any(founded[each] for each in about):
                beside.append(number)
        return beside, sorted({n for others in founded.values() for n in others})

    @cached_property
    def noticed_and_ended(self) -> dict[AccountFacts | AutomationFacts, list[int]]:
        """By what has to be switched off, what of that which people notice ends with it."""
        found: dict[AccountFacts | AutomationFacts, list[int]] = {}
        for number, ending in self.ended.items():
            if self.is_noticed(number):
                for each in ending:
                    found.setdefault(each, []).append(number)
        return found

    def is_noticed(self, number: int) -> bool:
        """Whether people outside see something of it; of what files leave open they see nothing."""
        return self.finding(number).rule not in _UNNOTICED and bool(self.finding(number).people_see)

    def gravest(self, numbers: Iterable[int]) -> int:
        """How grave the gravest of these is: its place among ``SEVERITIES``, or -1 if there are none."""
        return max((SEVERITIES.index(self.finding(number).severity) for number in numbers), default=-1)
