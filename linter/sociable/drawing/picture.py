"""Facts to a picture: boxes with cards in them, arrows between cards, and the loops that arrows make."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from sociable.drawing.alike_cards import folded, unfolded
from sociable.drawing.phrases import account_title, deed_words, event_words, platform_title, when_words
from sociable.drawing.picture_scope import LARGE, Scope, Wanted, choose
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.facts.rooms import awaits_yes
from sociable.graph.automation_links import Link, links
from sociable.graph.causality import find_loops
from sociable.graph.loops import Loop
from sociable.records.record import Record
from sociable.text.wording import counted
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.loop_words import CERTAINTIES, VERDICTS

_SETTLES = "settles"

TITLE = "What sets off what"
_MOST_IDS = 4


class Deed(Record):
    """Something an automation does. ``waits``: only once a person has said yes."""

    words: str
    waits: bool


class Card(Record):
    """One automation on one account, or several alike; ``loops`` are the numbers of those it is on."""

    key: str
    name: str
    id: str
    when: str
    deeds: tuple[Deed, ...]
    loops: tuple[int, ...]


class Box(Record):
    """An account, or several alike; ``left_out`` says how many of its automations are not drawn, if any."""

    key: str
    title: str
    platform: str
    cards: tuple[Card, ...]
    left_out: str


class Hub(Record):
    """An event that many bring about and many wait for: each arrow in leads on to each arrow out."""

    key: str
    words: str
    loops: tuple[int, ...]


class Arrow(Record):
    """From a card's ``deed`` (by its place on the card) or from a hub, to a card or a hub."""

    source: str
    deed: int | None
    target: str
    words: str
    waits: bool
    loops: tuple[int, ...]


class DrawnLoop(Record):
    """A loop in words; it stands for ``alike`` of them, on accounts that are drawn as one. It may end by itself."""

    number: int
    size: str
    verdict: str
    alike: int = 1
    ends: bool = False


class Picture(Record):
    """What is to be drawn, in file order. Keys are ours: nothing from a file is in them."""

    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    hubs: tuple[Hub, ...]
    arrows: tuple[Arrow, ...]
    loops: tuple[DrawnLoop, ...]
    left_out: str


def ended(picture: Picture) -> frozenset[int]:
    """The numbers of the loops that end by themselves."""
    return frozenset(loop.number for loop in picture.loops if loop.ends)


def loop_kind(loops: Iterable[int], ended: frozenset[int]) -> str:
    """Of what is on these loops: ``loop``, ``loop ends`` where all of them end by themselves, or nothing."""
    numbers = set(loops)
    return ("loop ends" if numbers <= ended else "loop") if numbers else ""


class Words(Record):
    """Says what starts an automation, and what an account is called."""

    starts: Callable[[AutomationFacts], str] = when_words
    account: Callable[[AccountFacts], str] = account_title


_OURS = Words()


def picture(facts: Facts, wanted: Wanted, words: Words = _OURS) -> Picture:
    """The picture of a setup, or of as much of it as is wanted. Raises ``NotThere``."""
    loops = find_loops(facts, lambda step: not step.approved, [])
    found = links(facts)
    scope = choose(facts, found, loops, wanted)
    return _Painter(facts, found, loops, scope, words).picture()


class _Painter:
    """Cards are made first, so that arrows can name them."""

    def __init__(self, facts: Facts, found: list[Link], loops: list[Loop], scope: Scope, words: Words) -> None:
        self.facts = facts
        self.links = found
        self.loops = loops
        self.scope = scope
        self.words = words
        shown = [automation for automation in facts.automations if automation in scope.shown]
        self.folded = folded(shown, found) if len(shown) > LARGE else unfolded(shown)
        self.keys = {automation: f"m{number}" for number, automation in enumerate(self.folded.automations, 1)}
        self.deeds = {automation: _deeds(automation) for automation in self.keys}
        self.loops_by = _numbers(loops)
        self.hubs: list[Hub] = []
        self.arrows: dict[tuple[str, int | None, str], Arrow] = {}

    def picture(self) -> Picture:
        for link in self.links:
            self._link(link)
        boxes = tuple(self._boxes())
        return Picture(
            TITLE,
            self._subtitle(),
            boxes,
            tuple(self.hubs),
            tuple(self.arrows.values()),
            tuple(self._drawn_loops()),
            self.scope.left_out(self.facts),
        )

    def _drawn_loops(self) -> Iterator[DrawnLoop]:
        """The loops that come by a card; those of accounts that another is drawn for are counted with its own."""
        card_of = {each: first for first, alike in self.folded.automations.items() for each in alike}
        alike: dict[frozenset[AutomationFacts], int] = {}
        drawn: dict[int, frozenset[AutomationFacts]] = {}
        for number, loop in enumerate(self.loops):
            on_cards = frozenset(card_of[each] for each in loop.automations if each in card_of)
            if on_cards and self.keys.keys().isdisjoint(loop.automations):
                alike[on_cards] = alike.get(on_cards, 0) + 1
            elif on_cards:
                drawn[number] = on_cards
        for number, on_cards in drawn.items():
            yield _loop(number + 1, self.loops[number], 1 + alike.pop(on_cards, 0))

    def _subtitle(self) -> str:
        boxes = sum(self.scope.shows(account) for account in self._accounts())
        shown, all_of_them = len(self.scope.shown), len(self.facts.automations)
        of = f"{shown} of " if shown < all_of_them else ""
        return f"{counted(boxes, 'account')}, {of}{counted(all_of_them, 'automation')}"

    def _boxes(self) -> Iterable[Box]:
        drawn_with = {each for first, *others in self.folded.accounts.values() for each in others}
        for number, account in enumerate(self._accounts(), 1):
            cards = tuple(self._card(each) for each in account.automations if each in self.keys)
            if self.scope.shows(account) and account not in drawn_with:
                left_out = self.scope.left_out_on(account)
                yield Box(f"a{number}", *self._box_titles(account), cards, left_out)

    def _accounts(self) -> dict[AccountFacts, None]:
        return dict.fromkeys((*self.facts.accounts, *(each.account for each in self.facts.automations)))

    def _box_titles(self, account: AccountFacts) -> tuple[str, str]:
        """What it is called and where it is; of several alike how many there are, and the first of them."""
        name, where = self.words.account(account), platform_title(account)
        alike = len(self.folded.accounts.get(account, (account,)))
        return (f"{alike} accounts alike", f"{where}, such as {name}") if alike > 1 else (name, where)

    def _card(self, automation: AutomationFacts) -> Card:
        alike = self.folded.automations[automation]
        return Card(
            self.keys[automation],
            f"{len(alike)} automations alike" if len(alike) > 1 else automation.model.title or automation.id,
            _named([each.id for each in alike]),
            _when(alike, self.words),
            tuple(self.deeds[automation]),
            tuple(sorted(self._on([automation]))),
        )

    def _link(self, link: Link) -> None:
        link = link._replace(
            steps=tuple(step for step in link.steps if step.automation in self.keys),
            automations=tuple(automation for automation in link.automations if automation in self.keys),
        )
        ends = len(link.steps) + len(link.automations)
        pairs = list(islice(link.pairs(), ends + 2))
        if len(pairs) <= ends + 1 and not self._is_among_alike(link):
            for step, automation in pairs:
                self._arrow(step, self.keys[automation], self._on([step]) & self._on([automation]))
            return
        starts = EVENTS[link.event].starts
        into, out_of = self._on(link.steps), self._on(link.automations)
        hub = Hub(
            f"h{len(self.hubs) + 1}",
            starts if link.within else f"{starts}, at each of the other accounts",
            tuple(sorted(into & out_of)),
        )
        self.hubs.append(hub)
        for step in link.steps:
            self._arrow(step, hub.key, self._on([step]) & out_of)
        for automation in link.automations:
            on = tuple(sorted(into & self._on([automation])))
            self.arrows[hub.key, None, self.keys[automation]] = Arrow(
                hub.key, None, self.keys[automation], "", False, on
            )

    def _is_among_alike(self, link: Link) -> bool:
        """Whether it leads from accounts to others that are drawn as one with them."""
        if link.within:
            return False
        do = {step.account for step in link.steps if len(self.folded.accounts[step.account]) > 1}
        return any(each.account in do for each in link.automations)

    def _arrow(self, step: StepFacts, target: str, on: set[int]) -> None:
        """An arrow from the step's deed; two steps in the same words share one, as do two events of one step."""
        deed = Deed(deed_words(step), awaits_yes(step))
        source = self.keys[step.automation]
        place = list(self.deeds[step.automation]).index(deed)
        known = self.arrows.get((source, place, target))
        loops = tuple(sorted(on.union(known.loops if known else ())))
        self.arrows[source, place, target] = Arrow(source, place, target, deed.words, deed.waits, loops)

    def _on(self, parts: Iterable[StepFacts | AutomationFacts]) -> set[int]:
        """The numbers of the loops that one of these is on: a loop on which both ends of an arrow are goes along it."""
        return {number for part in parts for number in self.loops_by.get(part, ())}


def _numbers(loops: Iterable[Loop]) -> dict[StepFacts | AutomationFacts, list[int]]:
    """By each step and automation that is on a loop the numbers of its loops, as they are told: from 1."""
    numbers: dict[StepFacts | AutomationFacts, list[int]] = {}
    for number, loop in enumerate(loops, 1):
        parts: tuple[StepFacts | AutomationFacts, ...] = (*loop.steps, *loop.automations)
        for part in parts:
            numbers.setdefault(part, []).append(number)
    return numbers


def _named(ids: list[str]) -> str:
    """The first of many ids, and how many more there are."""
    more = f" and {len(ids) - _MOST_IDS} more" if len(ids) > _MOST_IDS else ""
    return ", ".join(ids[:_MOST_IDS]) + more


def _when(alike: Iterable[AutomationFacts], words: Words) -> str:
    """What starts automations that stand on one card."""
    told = {words.starts(each) for each in alike}
    events = {event_words(each) for each in alike}
    if len(told) == 1:
        return told.pop()
    return f"{events.pop()}, each in its own case" if len(events) == 1 else "each in its own case"


def _deeds(automation: AutomationFacts) -> dict[Deed, None]:
    """What an automation does, each thing once; what nobody outside notices only when there is nothing else."""
    outward = [step for step in automation.steps if step.audience != "inward"] or automation.steps
    return dict.fromkeys(Deed(deed_words(step), awaits_yes(step)) for step in outward)


def _loop(number: int, loop: Loop, alike: int) -> DrawnLoop:
    size = f"{counted(len(loop.automations), 'automation')} on {counted(len(loop.accounts), 'account')}"
    verdict = VERDICTS[loop.verdict]
    sure = verdict if loop.certainty == "certain" else f"{verdict}; {CERTAINTIES['may']}"
    return DrawnLoop(number, size, sure, alike, ends=loop.verdict == _SETTLES)
