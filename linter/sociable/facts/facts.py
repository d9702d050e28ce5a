"""The facts rules ask about: accounts, automations on one account each, steps, texts and targets.

An automation that runs on three accounts becomes three facts, because platform, inbox and label
differ. What only few rules ask for is worked out on first use and kept.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import repeat

from sociable.facts.claims import actors
from sociable.facts.hearing import as_heard, audience_of
from sociable.facts.last_days import is_over
from sociable.facts.provenance import (
    NO_VALUES,
    NOTHING,
    OF_PEOPLE,
    Value,
    Values,
    fetched,
    generated,
    starts_with_people,
)
from sociable.facts.step_aims import Aim, Aims
from sociable.facts.step_parts import Heard, TargetFacts, TextFacts
from sociable.records.static import Any
from sociable.setup.handles import handle_forms, handles_alike, plain_handle, spoken_handle
from sociable.setup.model import NO_KEYS, Account, Automation, Named, PeopleList, Place, Setup, Step, Text
from sociable.sources.dates import day_or_now
from sociable.text.source import Span
from sociable.vocabulary.crowds import CROWDS, MADE, OWN_POSTS, PERSON, POST, set_called
from sociable.vocabulary.events import Event
from sociable.vocabulary.platforms import PLATFORMS, platform_row
from sociable.vocabulary.roles import ROLES
from sociable.vocabulary.values import UNSTATED, US


class AccountFacts:
    """An account with everything that happens on it. An account no file describes is not ``known``.

    ``handles`` are the forms its handle may take, ``known_as`` these and its id, in small letters. ``memo`` keeps what
    others have worked out about it, under a name of theirs. ``has_namesake``: another account, elsewhere, has the same
    handle or one much like it.
    ``run_by`` is whose it is: by its own word, or else as ``keepers`` says.
    """

    __slots__ = (
        "automations",
        "handles",
        "has_namesake",
        "id",
        "known",
        "known_as",
        "memo",
        "model",
        "platform",
        "run_by",
        "span",
        "steps",
    )

    def __init__(self, model: Account, known: bool = True, keeper: str = UNSTATED) -> None:
        self.model = model
        self.run_by = keeper if model.run_by == UNSTATED else model.run_by
        self.id = model.id.name
        self.known = known
        self.handles = handle_forms(model.handle, model.server)
        self.known_as = self.handles | {self.id.casefold()}
        self.platform = model.platform
        self.has_namesake = False
        self.span = model.id.span
        self.automations: list[AutomationFacts] = []
        self.steps: list[StepFacts] = []
        self.memo: dict[str, Any] = {}

    @property
    def shown(self) -> str:
        """Its handle as it stands in a sentence, with the platform where another of ours has the same; or its id."""
        handle = spoken_handle(self.model.handle) if self.known else self.model.handle
        return f"{handle}{self._where}" if self.model.handle else f"`{self.id}`"

    @property
    def title(self) -> str:
        """The same by itself, above something."""
        return f"{self.model.handle or self.id}{self._where}"

    @property
    def _where(self) -> str:
        known = PLATFORMS.get(self.platform)
        return f" ({known.title if known else self.id})" if self.model.handle and self.has_namesake else ""

    @property
    def is_labelled(self) -> bool:
        """Its profile says that it is automated."""
        return self.model.automated_label == "yes"

    def is_of_those_behind(self, other: "AccountFacts") -> bool:
        """Whether the same people may be behind both: not where files say that they are of different clients."""
        clients = {self.model.client, other.model.client} - {""}
        return len(clients) < 2

    def has(self, word: str) -> bool:
        """Whether its platform may know this event or verb: of what is not listed, nothing is said."""
        return word not in platform_row(self.platform).lacks


class AutomationFacts:
    """One automation on one account, which is the ``order``th of those it runs on, from 0.

    ``purpose`` is what it is for, by its own word or that of its account. ``only`` are the names of those to whom it
    listens, for each key that says it with names alone; ``roles`` are the roles, sets and lists that such keys name.
    """

    __slots__ = ("account", "event", "facts", "heard", "model", "order", "purpose", "steps")

    def __init__(self, model: Automation, account: AccountFacts, order: int, heard: Heard, facts: "Facts") -> None:
        self.order = order
        self.facts = facts
        self.heard = heard
        self.model = model
        self.account = account
        self.purpose = model.purpose if model.purpose != UNSTATED else account.model.purpose
        self.event: Event = model.trigger.event
        self.steps: Sequence[StepFacts] = ()

    @property
    def id(self) -> str:
        return self.model.id.name

    @property
    def span(self) -> Span:
        return self.model.id.span

    @property
    def only(self) -> tuple[tuple[str, ...], ...]:
        return self.heard[0]

    @property
    def roles(self) -> frozenset[str]:
        return self.heard[1]

    @property
    def is_for_named_people(self) -> bool:
        """Only the doings of accounts that the file names start it."""
        if self.only:
            return True
        return bool(self.model.guards) and actors(self.model.guards).only is not None

    @property
    def is_over(self) -> bool:
        """Its last day has passed."""
        return is_over(self.model, self.facts.today)

    @property
    def waits_for_bots(self) -> bool:
        """The file says that bots start it too: it names them, or says that it passes over nobody."""
        return "bots" in self.roles or "ignore" in self.model.denied


class StepFacts:
    """One step of one automation on one account.

    ``approved``: a person says yes before it happens. ``values`` are what former steps produced.
    ``text`` is empty for a step that says nothing, and the ``aim`` is nobody for one that is aimed at nobody.
    ``purpose`` is what it is for, by its own word, that of its automation or that of its account.
    ``reached``: no ``stop`` that every run comes to stands before it.
    """

    __slots__ = (
        "account",
        "aim",
        "approved",
        "audience",
        "automation",
        "model",
        "purpose",
        "reached",
        "text",
        "values",
        "verb",
    )

    def __init__(
        self,
        model: Step,
        automation: AutomationFacts,
        approved: bool,
        values: Values,
        aims: Aims[AccountFacts],
        reached: bool = True,
    ) -> None:
        self.model = model
        self.reached = reached
        self.values = values
        self.purpose = model.purpose if model.purpose != UNSTATED else automation.purpose
        self.automation = automation
        self.account = automation.account
        self.verb = as_heard(model, automation.event)
        self.approved = approved
        self.audience = audience_of(model, self.verb, automation.account.model)
        self.text: TextFacts[StepFacts] = TextFacts(self)
        self.aim: Aim[AccountFacts] = aims.of(model.target, values, automation.account)

    @property
    def facts(self) -> "Facts":
        return self.automation.facts

    @property
    def target(self) -> TargetFacts["StepFacts", AccountFacts]:
        """Its aim, as rules speak of it: a thing that belongs to this very step."""
        return TargetFacts(self, self.aim)

    @property
    def span(self) -> Span:
        return self.model.span

    @property
    def needs_contract(self) -> bool:
        """Its platform takes it by the API only from accounts with a contract of their own."""
        return self.verb.name in platform_row(self.account.platform).by_contract

    @property
    def has_aim(self) -> bool:
        """Whom or what it is aimed at comes with the event, or is written down."""
        written = self.model.target
        if written is None or written.kind not in (PERSON, POST):
            return True
        if written.span != self.model.span or written.name != self.verb.target:
            return True
        event = self.automation.event  # a person has posts as well
        if written.kind == PERSON and self.verb.group == "private_speech" and self.automation.model.agreed_to:
            return True  # what comes in is about whoever agreed
        return event.has_person or (written.kind == POST and event.has_post)

    @property
    def own_post_of(self) -> AccountFacts | None:
        """Our own account whose post it is aimed at, if the file makes that certain; none of another client."""
        owner = self._post_of
        return owner if owner is not None and owner.is_of_those_behind(self.account) else None

    @property
    def _post_of(self) -> AccountFacts | None:
        """An account of the files whose post it is aimed at."""
        if self.aim.own is not None:
            return self.aim.own
        if self.aim.kind in (MADE, OWN_POSTS):
            return self.account
        if self.aim.kind != POST:
            return None
        match self.automation.event.author:
            case "self":
                return self.account
            case "watched":
                return self.facts.only_author(self.automation)
        return None

    @property
    def solicited(self) -> bool:
        """The person it is aimed at asked for an answer."""
        event = self.automation.event
        if not self.aim.is_of_event:
            return False
        return event.asked in ("yes", "chosen") or (event.asked == "in_reply" and self.verb.answers)


class Facts:
    """Everything that was derived from one setup; ``today`` and ``keeper`` are as ``derive`` takes them."""

    def __init__(self, setup: Setup, today: str = "", keeper: str = UNSTATED) -> None:
        self.setup = setup
        self.today = today or day_or_now(None)
        self.keeper = keeper
        kept_by: Iterable[str] = repeat(keeper)
        if any(each.paid_by == US for each in setup.accounts):
            from sociable.facts.keepers import keepers

            kept_by = keepers(setup.accounts, keeper)
        self.accounts: list[AccountFacts] = list(map(AccountFacts, setup.accounts, repeat(True), kept_by))
        alike = handles_alike((each.handle, each.platform) for each in setup.accounts)
        for account in self.accounts:
            account.has_namesake = account.model.handle in alike
        self.by_id: dict[str, AccountFacts] = {}
        self.by_handle: dict[tuple[str, str], AccountFacts] = {}
        for account in self.accounts:
            self.by_id.setdefault(account.id, account)
            for handle in account.handles:
                self.by_handle.setdefault((account.platform, handle), account)
        self.colleagues = frozenset[str]().union(*(each.keepers for each in setup.accounts))
        self.lists: dict[str, PeopleList] = {each.id.name.casefold(): each for each in setup.lists}
        self.places: dict[str, Place] = {each.id.name.casefold(): each for each in setup.places}
        self.automations: list[AutomationFacts] = []
        self.steps: list[StepFacts] = []
        self._strangers: dict[str, AccountFacts] = {}
        self.memo: dict[str, Any] = {}
        for automation in setup.automations:
            if automation.enabled:
                aims = Aims(self.by_id, self.by_handle, several=len(automation.accounts) > 1)
                heard, of_people = self._heard(automation), starts_with_people(automation.trigger.narrowed)
                for order, name in enumerate(automation.accounts):
                    account = self.by_id.get(name.name) or self._stranger(name)
                    self._add(AutomationFacts(automation, account, order, heard, self), of_people, aims)

    @cached_property
    def running(self) -> "Facts":
        """The same where what has ended is switched off: neither does anything any more."""
        over = [is_over(each, self.today) for each in self.setup.automations]
        if not any(over):
            return self
        kept = (
            each._replace(enabled=each.enabled and not ended)
            for each, ended in zip(self.setup.automations, over, strict=True)
        )
        return self.of(self.setup._replace(automations=tuple(kept)))

    def of(self, setup: Setup) -> "Facts":
        """The facts of another setup, such as a part of this one, on the same day and with the same ``keeper``."""
        return derive(setup, self.today, self.keeper)

    def _heard(self, model: Automation) -> Heard:
        keys = [self.named(names) for names in (model.trigger.narrowed.get("from", ()), model.only_from) if names]
        roles = frozenset(role for _, roles in keys for role in roles)
        return tuple(names for names, roles in keys if not roles), roles or NO_KEYS

    def _add(self, automation: AutomationFacts, of_people: bool, aims: Aims[AccountFacts]) -> None:
        account, model, first = automation.account, automation.model, len(self.steps)
        values = NO_VALUES.followed_by({OF_PEOPLE: Value(NOTHING, None)}) if of_people else NO_VALUES
        account.automations.append(automation)
        self.automations.append(automation)
        approved = model.approval == "human" or automation.event.asked == "chosen"
        reached = True
        for step in model.steps:
            asked = approved or step.approval == "human"
            facts = StepFacts(step, automation, asked, values, aims, reached)
            self.steps.append(facts)
            if not step.guards:  # whoever is asked only sometimes does not speak for what happens always
                approved = asked or step.verb.in_run == "asks"
                reached = reached and step.verb.in_run != "ends"
            if step.produces:
                values = values.followed_by(self._produced(facts, aims))
        automation.steps = tuple(self.steps[first:])
        account.steps += automation.steps

    def named(self, words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of words that say who is meant, the names of people, and the roles, sets and lists; our own are names."""
        people: list[str] = []
        roles: list[str] = []
        for word in words:
            plain = set_called(word)
            if plain == "own_accounts":
                people += self.by_id
            elif plain in ROLES or plain in CROWDS or plain in self.lists or "(" in word:
                roles.append(plain)
            else:
                people.append(word)
        return tuple(people), tuple(roles)

    def _stranger(self, name: Named) -> AccountFacts:
        """An account that no file describes: one for each name, so that facts still add up."""
        known = self._strangers.get(name.name)
        if known is None:
            known = self._strangers[name.name] = AccountFacts(Account(name, name.span), known=False)
        return known

    def _produced(self, step: StepFacts, aims: Aims[AccountFacts]) -> dict[str, Value]:
        """What later steps may use of this one."""
        return {
            name: generated(source, step.values)
            if step.verb.in_run == "writes" and isinstance(source, Text)
            else fetched(name, source, step.values, aims.is_ours(source, step.account), step.model.limit)
            for name, source in step.model.produces
        }

    def only_author(self, automation: AutomationFacts) -> AccountFacts | None:
        """The one account of ours whose posts start an automation; none if others' posts do as well."""
        named = automation.only[-1] if automation.only else ()
        authors = {id(found): found for found in (self._called(name, automation.account) for name in named)}
        return authors.popitem()[1] if len(authors) == 1 else None

    def _called(self, name: str, asking: AccountFacts) -> AccountFacts | None:
        """Our account of this id or handle, seen from another one of ours."""
        return self.by_id.get(name) or self.called(name, asking.platform)

    def called(self, handle: str, platform: str) -> AccountFacts | None:
        """Our account of this handle on a platform, however the handle is written."""
        return self.by_handle.get((platform, plain_handle(handle)))


def spoken(steps: Iterable[StepFacts]) -> list[TextFacts[StepFacts]]:
    """The texts of those steps that say something."""
    return [step.text for step in steps if step.model.text is not None and step.text.says_something]


def derive(setup: Setup, today: str = "", keeper: str = UNSTATED) -> Facts:
    """The facts of a ``setup`` on the day ``today`` (as ``2027-01-31``), the one that it is if none is said (UTC).

    ``keeper`` (a word of ``RUN_BY``) is whose the accounts are of which no file says so.
    """
    return Facts(setup, today, keeper)
