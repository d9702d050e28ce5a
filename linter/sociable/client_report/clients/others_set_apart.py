"""Accounts of other clients, set apart wherever a client's own automations and accounts refer to them.

Where a place names an account, a name needs no search: an id of two letters, or one that is any word, is known there.
"""

import re
from collections.abc import Iterable, Mapping

from sociable.client_report.clients.whose_accounts import Client
from sociable.facts.facts import Facts
from sociable.records.record import Record
from sociable.records.static import Any, TypeVar
from sociable.setup.handles import named_forms
from sociable.setup.model import Account, Automation, Expression, Guard, Setup, Step, Target, Trigger
from sociable.text.wording import SET_APART
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.roles import ROLES, ROLES_BY_OTHER_NAMES
from sociable.vocabulary.values import IGNORABLE

Thing = TypeVar("Thing", bound=Record)

_NO_NAMES = frozenset((*CROWDS, *ROLES, *ROLES_BY_OTHER_NAMES, *IGNORABLE))
"""Words that say who is meant without naming anybody, whatever an account is called."""

_OF_ACCOUNTS = ("operator", "inbox_read_by", "stopped_by", "paid_by")
"""Who has to do with an account."""

_NAMING = ("handle", "account")
"""Kinds of targets that are somebody by name."""

_JOINING = ("or", "and", "not")
_PEOPLE = frozenset(("user", "author"))
"""Parts of what a condition asks about that are somebody."""

_BEGIN, _END = SET_APART
_APART = re.compile(f"@?{_BEGIN}[^{_BEGIN}{_END}…]*(?:{_END}|…|$)")
"""A name that was set apart, also where it was cut, and as a handle is written."""

Owners = Mapping[str, frozenset[str]]
"""By each form of the name of an account or a client, the clients that it stands for."""


def owners(clients: Iterable[Client], facts: Facts) -> Owners:
    by_id = {account.id: account for account in facts.accounts}
    whose: dict[str, set[str]] = {}
    for client in clients:
        known = (by_id[name].known_as for name in client.accounts if name in by_id)
        for form in named_forms((client.name, *client.accounts)).union(*known):
            whose.setdefault(form, set()).add(client.name)
    return {form: frozenset(names) for form, names in whose.items()}


class Apart:
    """What sets apart the others of one client; ``words`` are those that were, as they stand in its files."""

    def __init__(self, client: Client, whose: Owners) -> None:
        self._client = client.name
        self._whose = whose
        self.words: set[str] = set()

    def setup(self, setup: Setup) -> Setup:
        """The setup of the client with all of these; what names nobody else stays the very thing that it was."""
        accounts, automations = map(self._account, setup.accounts), map(self._automation, setup.automations)
        return setup._replace(accounts=tuple(accounts), automations=tuple(automations))

    def _account(self, account: Account) -> Account:
        return _changed(account, {key: self._name(getattr(account, key)) for key in _OF_ACCOUNTS})

    def _automation(self, automation: Automation) -> Automation:
        said = {
            "trigger": self._trigger(automation.trigger),
            "only_from": self._names(automation.only_from),
            "ignored": self._names(automation.ignored),
            "ignore": frozenset(map(self._name, automation.ignore)),
            "guards": self._guards(automation.guards),
            "steps": tuple(map(self._step, automation.steps)),
            "paid_by": self._name(automation.paid_by),
        }
        return _changed(automation, said)

    def _trigger(self, trigger: Trigger) -> Trigger:
        named = self._names(trigger.narrowed.get("from", ()))
        return _changed(trigger, {"narrowed": {**trigger.narrowed, "from": named}}) if named else trigger

    def _step(self, step: Step) -> Step:
        made = ((name, self._target(of) if isinstance(of, Target) else of) for name, of in step.produces)
        said = {
            "target": self._target(step.target),
            "guards": self._guards(step.guards),
            "to": self._name(step.to),
            "produces": tuple(made),
            "mentions": tuple(map(self._target, step.mentions)),
            "names": tuple(map(self._target, step.names)),
            "paid_by": self._name(step.paid_by),
        }
        return _changed(step, said)

    def _target(self, target: Any) -> Any:
        """The handle or the id that it is, or that of whose crowd it is; nothing of nothing."""
        if target is None:
            return None
        named = self._name(target.name) if target.kind in _NAMING else target.name
        return _changed(target, {"name": named, "of": self._target(target.of)})

    def _guards(self, guards: tuple[Guard, ...]) -> tuple[Guard, ...]:
        return tuple(_changed(each, {"expression": self._condition(each.expression)}) for each in guards)

    def _condition(self, said: Expression) -> Expression:
        """With the words by which it asks who somebody is; what it asks of a text are words like any other."""
        joins = said.op in _JOINING
        if not joins and all(_PEOPLE.isdisjoint(path) for path in said.paths()):
            return said
        change = self._condition if joins else self._words
        parts = tuple(change(each) if isinstance(each, Expression) else each for each in said.args)
        return _with_parts(said, parts)

    def _words(self, said: Expression) -> Expression:
        if said.op != "text":
            return _with_parts(
                said, tuple(self._words(each) if isinstance(each, Expression) else each for each in said.args)
            )
        word = self._name(said.args[0])
        return _changed(said, {"args": (word,), "text": said.text.replace(said.args[0], word)})

    def _names(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self._name, names))

    def _name(self, name: str) -> str:
        if not name or name.casefold() in _NO_NAMES:
            return name
        whose = {client for form in named_forms((name.strip(),)) for client in self._whose.get(form, ())}
        if not whose or self._client in whose:
            return name
        self.words.add(name)
        return f"{_BEGIN}{name}{_END}"


def without_set_apart(text: str, instead: str) -> str:
    """A text with something else in the place of each name that was set apart."""
    return _APART.sub(lambda _: instead, text) if _BEGIN in text else text


def _changed(record: Thing, said: Mapping[str, Any]) -> Thing:
    """The record with what is said now, and the very same where nothing of that is new."""
    new = {key: value for key, value in said.items() if value != getattr(record, key)}
    return record._replace(**new) if new else record


def _with_parts(said: Expression, parts: tuple[Any, ...]) -> Expression:
    """The condition made of other parts, each of which it quotes."""
    text = said.text
    for was, each in zip(said.args, parts, strict=True):
        if each != was:
            text = text.replace(was.text, each.text)
    return said if parts == said.args else said._replace(args=parts, text=text)
