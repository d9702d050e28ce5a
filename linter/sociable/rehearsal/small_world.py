"""The small world: our accounts, a stranger, the people they meet, and what is so between them."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.facts.rooms import heard_in_the_room
from sociable.graph.reactions import by_name, listening, watched_elsewhere
from sociable.graph.set_off import growing
from sociable.records.kept import kept_in_memo
from sociable.records.record import Record
from sociable.setup.handles import handle_forms, plain_handle
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.roles import ROLES
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import VERBS, Verb


@kept_in_memo
def _by_event(account: AccountFacts) -> dict[str, list[AutomationFacts]]:
    """What runs on an account, by what starts it: found once for all that is played."""
    found: dict[str, list[AutomationFacts]] = {}
    for automation in account.automations:
        found.setdefault(automation.event.name, []).append(automation)
    return found


_Grown = dict[str, dict[AutomationFacts, list[StepFacts]]]


@kept_in_memo
def grown_by(account: AccountFacts) -> _Grown:
    """By the event that adds somebody: what nobody has to set off on an account, and its steps that go through the set.

    Found once for all that is played.
    """
    found: _Grown = {}
    for event, automations in _by_event(account).items():
        for step in (step for each in automations if EVENTS[event].asked == "nobody" for step in each.steps):
            for adding in dict.fromkeys(growing(step.aim.model)):
                found.setdefault(adding, {}).setdefault(step.automation, []).append(step)
    return found


class Person:
    """Somebody on a platform. ``account`` is the account of ours whose automations run here, or a copy of them do.

    ``marked``: the profile says that it is automated (``yes``, ``no`` or ``UNSTATED``). ``role`` is all that is
    known of somebody without a name.
    """

    __slots__ = ("account", "automations", "handle", "known_as", "marked", "ours", "platform", "role", "shown")

    def __init__(
        self,
        handle: str,
        platform: str,
        account: AccountFacts | None = None,
        ours: bool = False,
        marked: str = "no",
        role: str = "",
    ) -> None:
        self.handle = handle
        self.platform = platform
        self.account = account
        self.ours = ours
        self.role = role
        self.shown = account.shown if ours and account else ROLES[role].phrase if role else handle
        self.known_as = account.known_as if ours and account else frozenset((role,)) if role else handle_forms(handle)
        self.marked = marked
        self.automations = _by_event(account) if account else {}

    @property
    def copies(self) -> bool:
        return self.account is not None and not self.ours


HOLE = "\0"
"""Stands in what is certain of a text where something is left open, so that no word reaches across."""


class Wording(Record):
    """A text as far as it is known, and what of it is ``certain``.

    ``may_say_more``: what is left open may hold words; a name, a link or a number of somebody made up holds none.
    """

    text: str
    certain: str
    may_say_more: bool

    @property
    def whole(self) -> bool:
        """Whether nothing of it is left open."""
        return self.certain == self.text


class Item(Record):
    """A post or a message. ``number`` is its own, ``thread`` that of its conversation."""

    number: int
    thread: int
    author: Person
    wording: Wording


class Occurrence(Record):
    """An event at somebody, by somebody (``None``: by nobody), and the post or message it is about.

    ``because`` is the number of the happening that it is part of, ``round`` that happening's round. Only ``hearers``
    start on it, if it says whom; otherwise whoever waits for the event.
    """

    number: int
    event: str
    at: Person
    by: Person | None
    item: Item | None
    because: int
    round: int
    hearers: frozenset[AutomationFacts] | None = None


def _listens_to(person: Person, event: str, actor: Person) -> bool:
    """Whether somebody waits for such an event, and in a room of theirs for what this one says there."""
    for automation in person.automations.get(event, ()):
        heard = heard_in_the_room(automation)
        if heard is None or not heard.isdisjoint(actor.known_as):
            return True
    return False


_Waiting = dict[tuple[AccountFacts, str], dict[AccountFacts, None]]
"""Who waits on another platform for what an account posts, by the event."""


def hearers(facts: Facts, event: str) -> tuple[AccountFacts, ...]:
    """The accounts with an automation that starts on the event, in file order: found once for all that is played."""
    return _all_hearers(facts).get(event, ())


@kept_in_memo
def _all_hearers(facts: Facts) -> dict[str, tuple[AccountFacts, ...]]:
    return _hearers(facts.automations)


def _hearers(automations: Iterable[AutomationFacts]) -> dict[str, tuple[AccountFacts, ...]]:
    found: dict[str, dict[AccountFacts, None]] = {}
    for each in automations:
        found.setdefault(each.event.name, {})[each.account] = None
    return {event: tuple(accounts) for event, accounts in found.items()}


@kept_in_memo
def _waiting_elsewhere(facts: Facts) -> _Waiting:
    """The same of all accounts, found once too."""
    return _waiting(facts.automations, facts.accounts)


def _waiting(automations: Iterable[AutomationFacts], accounts: Iterable[AccountFacts]) -> _Waiting:
    found: _Waiting = {}
    named = by_name(accounts)
    for automation in automations:
        for account in watched_elsewhere(listening(automation), named) if automation.steps else ():
            found.setdefault((account, automation.event.name), {})[automation.account] = None
    return found


Tie = tuple[str, Person, Person | int]
"""A verb that was done, who did it, and to whom or to which post."""


class SmallWorld:
    """Who there is, and which ties there are.

    A tie that nobody has spoken of is left open: it turns out to be whatever lets the next step happen.
    ``cast`` are accounts that are taken to be in every set of people that others go through; if there are any,
    nobody else of ours looks on. ``strangers`` among them belong to somebody else, who runs a copy.
    """

    def __init__(self, facts: Facts, cast: Iterable[AccountFacts] = (), strangers: Iterable[AccountFacts] = ()) -> None:
        self.facts = facts
        self.ties: dict[Tie, bool] = {}
        self.opted_out: set[tuple[Person, Person]] = set()
        self._ours: dict[AccountFacts, Person] = {}
        self._outside: dict[tuple[str, str], Person] = {}
        self._strangers = frozenset(strangers)
        self._numbers = 0
        accounts = list(dict.fromkeys(cast))
        self._looking_on = [automation for account in accounts for automation in account.automations]
        self.cast = tuple(map(self.ours, accounts))

    def ours(self, account: AccountFacts) -> Person:
        """The person behind an account of ours."""
        person = self._ours.get(account)
        if person is None:
            model = account.model
            is_ours = account not in self._strangers
            person = Person(model.handle, account.platform, account, ours=is_ours, marked=model.automated_label)
            self._ours[account] = person
        return person

    def outside(self, handle: str, platform: str) -> Person:
        """Somebody who is none of ours, by the name they go by there."""
        key = (plain_handle(handle), platform)
        return self._outside.setdefault(key, Person(handle, platform))

    def enter(self, stranger: Person) -> None:
        """Let a stranger in who was made elsewhere, because they run a copy of something."""
        self._outside[plain_handle(stranger.handle), stranger.platform] = stranger

    def named(self, name: str, platform: str) -> Person:
        """Whoever goes by this handle, id or role: one of ours, or somebody outside."""
        if name.casefold() in ROLES:
            role = name.casefold()
            return self._outside.setdefault((role, platform), Person(role, platform, role=role))
        own = self.facts.called(name, platform) or self.facts.by_id.get(name)
        return self.ours(own) if own is not None else self.outside(name, platform)

    def watchers(self, event: str, actor: Person) -> Iterator[Person]:
        """Those who look out for such an event and are not the one who acts.

        Those on other platforms only if they name who acts.
        """
        listening = self._hearing.get(event, ()) if self._looking_on else hearers(self.facts, event)
        for person in (*map(self.ours, listening), *(each for each in self._outside.values() if each.copies)):
            if person is not actor and person.platform == actor.platform and _listens_to(person, event, actor):
                yield person
        if actor.account is not None and actor.ours:
            yield from map(self.ours, self._elsewhere.get((actor.account, event), ()))

    @cached_property
    def _hearing(self) -> dict[str, tuple[AccountFacts, ...]]:
        """Who of those who look on hears what, where not all do."""
        return _hearers(self._looking_on)

    @cached_property
    def _elsewhere(self) -> _Waiting:
        """Who of those who look on waits on another platform for what an account posts."""
        return _waiting(self._looking_on, self._ours) if self._looking_on else _waiting_elsewhere(self.facts)

    def number(self) -> int:
        """A number that nothing has had before."""
        self._numbers += 1
        return self._numbers

    def change(self, verb: Verb, who: Person, whom: Person | int) -> bool:
        """Does a thing once; false when it was so already and nobody would notice."""
        if verb.effect not in ("set", "unset"):
            return True
        tie = (verb.undoes or verb.name, who, whom)
        wanted = verb.effect == "set"
        if self.ties.get(tie, not wanted) is wanted:
            return False
        self.ties[tie] = wanted
        return True

    def tied(self, verb: str, who: Person, whom: Person) -> bool | None:
        """Whether there is such a tie; ``None`` when it is left open."""
        return self.ties.get((verb, who, whom))


def causing(event: str) -> Verb | None:
    """The verb with which one person brings this event about at another, if it is done with one."""
    for verb in VERBS.values():
        if any(cause.event == event and cause.where == "target" for cause in verb.causes):
            return verb
    return None


def is_marked(person: Person) -> bool | None:
    """Whether the profile says that it is automated; ``None`` when no file says."""
    return None if person.marked == UNSTATED else person.marked == "yes"
