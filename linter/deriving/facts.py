"""The facts rules ask about: accounts, automations on one account each, steps, texts and targets.

An automation that runs on three accounts becomes three facts, because platform, inbox and label
differ. What only few rules ask for is worked out on first use and kept.
"""

from collections.abc import Iterable

from linter.deriving.texts import NOTHING, PERSON, Provenance, Values, fetched, generated, provenance, readable, wording
from linter.model import Account, Automation, Named, Setup, Step, Target, Text
from linter.source import Span
from linter.vocabulary import PLATFORMS, UNSTATED, VISIBILITIES, Event, Verb

_ANSWERS = frozenset(("reply", "comment", "quote", "like", "react"))

_BROUGHT = {PERSON: frozenset(("user",)), "post": frozenset(("post", "message", "review", "user"))}
"""What an event may carry for a step to be aimed at its person or its post: a person has posts as well."""


class AccountFacts:
    """An account with everything that happens on it. An account no file describes is not ``known``."""

    __slots__ = ("automations", "id", "known", "known_as", "model", "platform", "span", "steps")

    def __init__(self, model: Account, known: bool = True) -> None:
        self.model = model
        self.id = model.id.name
        self.known = known
        self.known_as = frozenset(name.casefold() for name in (self.id, model.handle) if name)
        self.platform = model.platform
        self.span = model.id.span
        self.automations: list[AutomationFacts] = []
        self.steps: list[StepFacts] = []

    @property
    def shown(self) -> str:
        return self.model.handle or f"`{self.id}`"

    def has(self, word: str) -> bool:
        """Whether its platform may know this event or verb: of what is not listed, nothing is said."""
        known = PLATFORMS.get(self.platform)
        return known is None or word not in known.lacks


class AutomationFacts:
    """One automation on one account, which is the ``order``th of those it runs on, from 0."""

    __slots__ = ("account", "event", "id", "model", "order", "span", "steps")

    def __init__(self, model: Automation, account: AccountFacts, order: int) -> None:
        self.order = order
        self.model = model
        self.account = account
        self.id = model.id.name
        self.event: Event = model.trigger.event
        self.span: Span = model.id.span
        self.steps: list[StepFacts] = []

    @property
    def is_for_named_people(self) -> bool:
        """Only the doings of accounts that the file names start it."""
        model = self.model
        if model.only_from or model.trigger.narrowed.get("from"):
            return True
        if not model.guards:
            return False
        from linter.causality.guards import actors  # few automations name people in a condition

        return actors(model.guards).only is not None


class TargetFacts:
    """Whom a step is aimed at. ``own`` is set when it is one of our accounts."""

    __slots__ = ("kind", "model", "own", "size", "span", "step", "through")

    def __init__(
        self,
        step: "StepFacts",
        model: Target | None,
        kind: str,
        size: str,
        through: str,
        own: AccountFacts | None = None,
    ) -> None:
        self.step = step
        self.model = model
        self.span = step.model.target.span if step.model.target else step.span
        self.kind = kind
        self.size = size
        self.through = through
        self.own = own


class TextFacts:
    """A text people will read, with where its parts come from."""

    __slots__ = ("_wording", "model", "provenance", "span", "step")

    def __init__(self, step: "StepFacts") -> None:
        self.step = step
        self.model = step.model.text
        self.span = self.model.span if self.model else step.span
        self.provenance: Provenance = NOTHING
        if self.model is not None:
            self.provenance = provenance(self.model, step.values)
        self._wording: str | None = None

    @property
    def wording(self) -> str:
        if self._wording is None:
            self._wording = wording(self.model, self.step.account.model) if self.model else ""
        return self._wording

    @property
    def shown(self) -> str:
        return readable(self.model) if self.model else ""


class StepFacts:
    """One step of one automation on one account.

    ``approved``: a person says yes before it happens. ``values`` are what former steps produced.
    ``reached``: no ``stop`` that every run comes to stands before it.
    """

    __slots__ = (
        "_target",
        "_text",
        "account",
        "approved",
        "audience",
        "automation",
        "facts",
        "model",
        "reached",
        "values",
        "verb",
    )

    def __init__(
        self,
        model: Step,
        automation: AutomationFacts,
        approved: bool,
        values: Values,
        facts: "Facts",
        reached: bool = True,
    ) -> None:
        self.model = model
        self.reached = reached
        self.values = values
        self.automation = automation
        self.account = automation.account
        self.verb: Verb = model.verb
        self.approved = approved
        self.audience = _audience(model, automation.account.platform)
        self.facts = facts
        self._text: TextFacts | None = None
        self._target: TargetFacts | None = None

    @property
    def span(self) -> Span:
        return self.model.span

    @property
    def text(self) -> TextFacts:
        """The text; an empty one for a step that says nothing."""
        if self._text is None:
            self._text = TextFacts(self)
        return self._text

    @property
    def target(self) -> TargetFacts:
        """The target; nobody for a step that is aimed at nobody."""
        if self._target is None:
            self._target = self.facts.resolve(self)
        return self._target

    @property
    def needs_contract(self) -> bool:
        """Its platform takes it by the API only from accounts with a contract of their own."""
        known = PLATFORMS.get(self.account.platform)
        return known is not None and self.verb.name in known.by_contract

    @property
    def has_aim(self) -> bool:
        """Whom or what it is aimed at comes with the event, or is written down."""
        written = self.model.target
        if written is None or written.span != self.model.span:
            return True
        return not _BROUGHT[written.kind].isdisjoint(self.automation.event.carries)

    @property
    def own_post_of(self) -> AccountFacts | None:
        """Our own account whose post it is aimed at, if the file makes that certain."""
        if self.target.own is not None:
            return self.target.own
        if self.target.kind != "post":
            return None
        if self.automation.event.name == "posted":
            return self.account
        return self.facts.only_author(self.automation) if self.automation.event.name == "account_posted" else None

    @property
    def solicited(self) -> bool:
        """The person it is aimed at asked for an answer."""
        event = self.automation.event
        if self.target.kind not in (PERSON, "post"):
            return False
        return event.asked in ("yes", "chosen") or (event.asked == "in_reply" and self.verb.name in _ANSWERS)


class Facts:
    """Everything that was derived from one setup."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.accounts: list[AccountFacts] = [AccountFacts(account) for account in setup.accounts]
        self.by_id: dict[str, AccountFacts] = {}
        self.by_handle: dict[tuple[str, str], AccountFacts] = {}
        for account in self.accounts:
            self.by_id.setdefault(account.id, account)
            if account.model.handle:
                self.by_handle.setdefault((account.platform, account.model.handle.casefold()), account)
        self.automations: list[AutomationFacts] = []
        self.steps: list[StepFacts] = []
        self._strangers: dict[str, AccountFacts] = {}
        for automation in setup.automations:
            if automation.enabled:
                for order, name in enumerate(automation.accounts):
                    self._add(automation, name, order)

    def _add(self, model: Automation, name: Named, order: int) -> None:
        account = self.by_id.get(name.name) or self._stranger(name)
        automation = AutomationFacts(model, account, order)
        account.automations.append(automation)
        self.automations.append(automation)
        approved = model.approval == "human" or automation.event.asked == "chosen"
        values: Values = {}
        reached = True
        for step in model.steps:
            asked = approved or step.approval == "human"
            facts = StepFacts(step, automation, asked, values, self, reached)
            automation.steps.append(facts)
            account.steps.append(facts)
            self.steps.append(facts)
            if not step.guards:  # whoever is asked only sometimes does not speak for what happens always
                approved = asked or step.verb.name == "ask"
                reached = reached and step.verb.name != "stop"
            if step.produces:
                values = {**values, **_produced(step, values)}

    def _stranger(self, name: Named) -> AccountFacts:
        """An account that no file describes: one for each name, so that facts still add up."""
        known = self._strangers.get(name.name)
        if known is None:
            known = self._strangers[name.name] = AccountFacts(Account(name, name.span), known=False)
        return known

    def resolve(self, step: StepFacts) -> TargetFacts:
        """Whom a step is aimed at, values and account names followed."""
        target = step.model.target
        if target is not None and target.kind == "value" and target.name in step.values:
            target = step.values[target.name].target or target
        if target is None:
            return TargetFacts(step, None, "nobody", "nobody", "nothing")
        if target.crowd is None:
            size = "bounded" if target.kind == "value" else "one"
            return TargetFacts(step, target, target.kind, size, "nothing", self._own(target, step.account))
        ours = target.of is not None and self._own(target.of, step.account) is step.account
        size, through = ("bounded", "ours") if ours else (target.crowd.size, target.crowd.through)
        return TargetFacts(step, target, target.kind, size, through)

    def only_author(self, automation: AutomationFacts) -> AccountFacts | None:
        """The one account of ours whose posts start an automation; none if others' posts do as well."""
        model = automation.model
        named = model.only_from or model.trigger.narrowed.get("from", ())
        authors = {id(found): found for found in (self._called(name, automation.account) for name in named)}
        return authors.popitem()[1] if len(authors) == 1 else None

    def _called(self, name: str, asking: AccountFacts) -> AccountFacts | None:
        """Our account of this id or handle, seen from another one of ours."""
        return self.by_id.get(name) or self.by_handle.get((asking.platform, name.casefold()))

    def _own(self, target: Target, asking: AccountFacts) -> AccountFacts | None:
        if target.kind == "account":
            return self.by_id.get(target.name)
        if target.kind == "handle":
            return self.by_handle.get((asking.platform, target.name.casefold()))
        return None


def _audience(step: Step, platform: str) -> str:
    """Who notices a step: the verb says it, the platform and ``visibility:`` narrow it."""
    audience = step.verb.audience
    if audience != "public":
        return audience
    if step.visibility != UNSTATED:
        return VISIBILITIES[step.visibility]
    known = PLATFORMS.get(platform)
    return known.hears if known else audience


def _produced(step: Step, values: Values) -> Values:
    """What later steps may use of this one."""
    return {
        name: generated(source, values)
        if step.verb.name == "generate" and isinstance(source, Text)
        else fetched(source, values)
        for name, source in step.produces
    }


def spoken(steps: Iterable[StepFacts]) -> list[TextFacts]:
    """The texts of those steps that say something."""
    return [step.text for step in steps if step.model.text is not None and step.text.shown]


def derive(setup: Setup) -> Facts:
    """The facts of a setup."""
    return Facts(setup)
