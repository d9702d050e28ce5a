"""Ids: where each is declared, and where one is used."""

from collections.abc import Iterator

from sociable.facts.facts import AccountFacts, Facts, StepFacts
from sociable.records.record import Record
from sociable.setup.handles import plain_handle
from sociable.setup.model import Automation, Named, Target
from sociable.text.source import Span
from sociable.text.suggest import Spellings
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import LIST_ADD, Verb

_DESCRIBE = (
    "If another file describes it, check both together. If none does, describe it under `accounts:`, or correct the "
    "name."
)
_DESCRIBE_YOURS = "One of yours has to be described under `accounts:`."


class Declaration(Record):
    """An account or automation as a file writes it down, once for each time it does.

    An account ``is_used`` when some automation runs on it or speaks of it, or one that could not be read may do so;
    without automations nothing is known. It is awaited when one starts with what is posted under its handle.
    """

    what: str
    id: str
    span: Span
    account: AccountFacts | None = None
    is_used: bool = True
    is_awaited: bool = False


class Reference:
    """A place that uses the id of an account; ``aimed`` by the verb of a step that is aimed at it."""

    __slots__ = ("_aimed", "_named", "_spellings", "account")

    def __init__(
        self, named: Named, ids: dict[str, AccountFacts], spellings: Spellings, aimed: Verb | None = None
    ) -> None:
        self._named = named
        self.account = ids.get(named.name)
        self._spellings = spellings
        self._aimed = aimed

    @property
    def name(self) -> str:
        return self._named.name

    @property
    def span(self) -> Span:
        return self._named.span

    @property
    def known(self) -> bool:
        return self.account is not None

    @property
    def meant(self) -> str:
        return self._spellings.nearest(self.name)

    @property
    def hint(self) -> str:
        guess = self._spellings.did_you_mean(self.name)
        if guess or self._aimed is None:
            return guess or _DESCRIBE
        if self._aimed.name == LIST_ADD:
            written = f"`{self._aimed.name}: {{list: {self.name}, target: event.user}}`"
            return f"Write {written}, if that is the name of the list."
        return f'Write "@{self.name}" for an account that is not yours. {_DESCRIBE_YOURS}'


def declarations(facts: Facts) -> list[Declaration]:
    """Every id that any file declares, in file order, disabled automations included.

    What another tool wrote declares none: its ids are made of names, which that tool lets stand twice.
    """
    spoken_of = _spoken_of(facts) if facts.setup.is_whole else set()
    awaited = _awaited(facts)
    accounts = [
        Declaration(
            "account",
            each.id,
            each.span,
            is_used=not spoken_of or not spoken_of.isdisjoint(each.known_as),
            is_awaited=not awaited.isdisjoint(each.handles),
        )
        for each in facts.accounts
        if not each.model.origin.importer
    ]
    return accounts + [
        Declaration("automation", automation.id.name, automation.id.span)
        for automation in facts.setup.automations
        if not automation.origin.importer
    ]


def _spoken_of(facts: Facts) -> set[str]:
    """The ids and handles of accounts in all automations, disabled ones included, in small letters."""
    names = list(References(facts).names())
    for automation in facts.setup.automations:
        names += automation.only_from
        names += automation.trigger.narrowed.get("from", ())
        names += [step.target.name for step in automation.steps if step.target is not None]
    if names:
        names += (account.operator for account in facts.setup.accounts if account.operator != UNSTATED)
    return {name.casefold() for name in names if name}


def _awaited(facts: Facts) -> set[str]:
    """The handles of those for whose posts automations wait, however they are written."""
    return {
        plain_handle(name)
        for automation in facts.setup.automations
        for name in automation.trigger.narrowed.get("from", ())
    }


class References:
    """Every place that uses the id of an account, each made when it is come to: of many, a mistake is in few."""

    def __init__(self, facts: Facts) -> None:
        self._automations = facts.setup.automations
        self._by_id = facts.by_id
        self._ids = Spellings(facts.by_id)
        self._ids_and_crowds = Spellings([*facts.by_id, *CROWDS])

    def __iter__(self) -> Iterator[Reference]:
        for automation in self._automations:
            for named in automation.accounts:
                yield Reference(named, self._by_id, self._ids)
            for target, verb in _targets(automation):
                yield Reference(target, self._by_id, self._ids_and_crowds, verb)

    def __len__(self) -> int:
        return sum(len(each.accounts) + sum(1 for _ in _targets(each)) for each in self._automations)

    def __contains__(self, reference: object) -> bool:
        return isinstance(reference, Reference) and any(each.span == reference.span for each in self)

    def names(self) -> Iterator[str]:
        """The ids that are used, some several times."""
        for automation in self._automations:
            yield from (named.name for named in automation.accounts)
            yield from (named.name for named, _ in _targets(automation))


def _targets(automation: Automation) -> Iterator[tuple[Named, Verb]]:
    """The accounts of which its steps speak by their ids, with the verb of the step."""
    for step in automation.steps:
        for target in (step.target, *[source for _, source in step.produces if isinstance(source, Target)]):
            named = _in_target(target)
            if named is not None:
                yield named, step.verb


def is_aimed_at_nobody_known(step: StepFacts) -> bool:
    """Whether it is aimed at an account that no file describes; the people around one are strangers all the same."""
    target = step.aim.model
    return target is not None and target.kind == "account" and target.name not in step.facts.by_id


def _in_target(target: Target | None) -> Named | None:
    while target is not None and target.kind != "account":
        target = target.of
    return Named(target.name, target.span) if target is not None else None
