"""Facts to a picture: boxes with cards in them, arrows between cards, and the loops that arrows make."""

from collections.abc import Callable, Iterable
from itertools import islice

from sociable.drawing.alike_cards import folded, unfolded
from sociable.drawing.phrases import account_title, deed_words, event_words, platform_title, when_words
from sociable.drawing.picture_scope import LARGE, Scope, Wanted, choose
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.graph.automation_links import Link, links
from sociable.graph.causality import find_loops
from sociable.graph.loops import Loop
from sociable.records.record import Record
from sociable.text.wording import counted
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.loop_words import CERTAINTIES, VERDICTS

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
    """An account; ``left_out`` says how many of its automations are not drawn, if any."""

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
    """A loop in words."""

    number: int
    size: str
    verdict: str


class Picture(Record):
    """What is to be drawn, in file order. Keys are ours: nothing from a file is in them."""

    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    hubs: tuple[Hub, ...]
    arrows: tuple[Arrow, ...]
    loops: tuple[DrawnLoop, ...]
    left_out: str


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
        self.stands_for = folded(shown, found) if len(shown) > LARGE else unfolded(shown)
        self.keys = {automation: f"m{number}" for number, automation in enumerate(self.stands_for, 1)}
        self.deeds = {automation: _deeds(automation) for automation in self.keys}
        self.steps_on = [frozenset(loop.steps) for loop in loops]
        self.automations_on = [frozenset(loop.automations) for loop in loops]
        self.hubs: list[Hub] = []
        self.arrows: dict[tuple[str, int | None, str], Arrow] = {}

    def picture(self) -> Picture:
        for link in self.links:
            self._link(link)
        boxes = tuple(self._boxes())
        drawn = [number for number, on in enumerate(self.automations_on) if not on.isdisjoint(self.scope.shown)]
        return Picture(
            TITLE,
            self._subtitle(len(boxes)),
            boxes,
            tuple(self.hubs),
            tuple(self.arrows.values()),
            tuple(_loop(number + 1, self.loops[number]) for number in drawn),
            self.scope.left_out(self.facts),
        )

    def _subtitle(self, boxes: int) -> str:
        shown, all_of_them = len(self.scope.shown), len(self.facts.automations)
        of = f"{shown} of " if shown < all_of_them else ""
        return f"{counted(boxes, 'account')}, {of}{counted(all_of_them, 'automation')}"

    def _boxes(self) -> Iterable[Box]:
        accounts = dict.fromkeys((*self.facts.accounts, *(each.account for each in self.facts.automations)))
        for number, account in enumerate(accounts, 1):
            cards = tuple(self._card(each) for each in account.automations if each in self.keys)
            if self.scope.shows(account):
                left_out = self.scope.left_out_on(account)
                yield Box(f"a{number}", self.words.account(account), platform_title(account), cards, left_out)

    def _card(self, automation: AutomationFacts) -> Card:
        alike = self.stands_for[automation]
        return Card(
            self.keys[automation],
            f"{len(alike)} automations alike" if len(alike) > 1 else automation.model.title or automation.id,
            _named([each.id for each in alike]),
            _when(alike, self.words),
            tuple(self.deeds[automation]),
            tuple(number for number, on in enumerate(self.automations_on, 1) if automation in on),
        )

    def _link(self, link: Link) -> None:
        link = link._replace(
            steps=tuple(step for step in link.steps if step.automation in self.keys),
            automations=tuple(automation for automation in link.automations if automation in self.keys),
        )
        ends = len(link.steps) + len(link.automations)
        pairs = list(islice(link.pairs(), ends + 2))
        if len(pairs) <= ends + 1:
            for step, automation in pairs:
                self._arrow(step, self.keys[automation], self._loops([step], [automation]))
            return
        starts = EVENTS[link.event].starts
        hub = Hub(
            f"h{len(self.hubs) + 1}",
            starts if link.within else f"{starts}, at each of the other accounts",
            self._loops(link.steps, link.automations),
        )
        self.hubs.append(hub)
        for step in link.steps:
            self._arrow(step, hub.key, self._loops([step], link.automations))
        for automation in link.automations:
            on = self._loops(link.steps, [automation])
            self.arrows[hub.key, None, self.keys[automation]] = Arrow(
                hub.key, None, self.keys[automation], "", False, on
            )

    def _arrow(self, step: StepFacts, target: str, loops: tuple[int, ...]) -> None:
        """An arrow from the step's deed; two steps in the same words share one, as do two events of one step."""
        deed = Deed(deed_words(step), step.approved)
        source = self.keys[step.automation]
        place = list(self.deeds[step.automation]).index(deed)
        known = self.arrows.get((source, place, target))
        loops = tuple(sorted({*loops, *(known.loops if known else ())}))
        self.arrows[source, place, target] = Arrow(source, place, target, deed.words, deed.waits, loops)

    def _loops(self, steps: Iterable[StepFacts], automations: Iterable[AutomationFacts]) -> tuple[int, ...]:
        """The loops on which one of these steps comes just before one of these automations."""
        return tuple(
            number
            for number, (on_steps, on) in enumerate(zip(self.steps_on, self.automations_on, strict=True), 1)
            if not on_steps.isdisjoint(steps) and not on.isdisjoint(automations)
        )


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
    return dict.fromkeys(Deed(deed_words(step), step.approved) for step in outward)


def _loop(number: int, loop: Loop) -> DrawnLoop:
    size = f"{counted(len(loop.automations), 'automation')} on {counted(len(loop.accounts), 'account')}"
    verdict = VERDICTS[loop.verdict]
    return DrawnLoop(number, size, verdict if loop.certainty == "certain" else f"{verdict}; {CERTAINTIES['may']}")
