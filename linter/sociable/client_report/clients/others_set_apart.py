"""Names of other clients, set apart wherever a client's own automations and accounts hold them.

Where a place names an account, a name needs no search: an id of two letters, or one that is any word, is known there.
Any other text is searched before it is put into words: what the program itself says names nobody.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from sociable.client_report.clients.whose_accounts import Client
from sociable.client_report.names.own_words import own_words
from sociable.client_report.names.people_by_key import OF_ACCOUNTS
from sociable.facts.facts import Facts
from sociable.findings.origin import Origin
from sociable.records.record import Record
from sociable.records.static import Any, TypeVar
from sociable.setup.handles import named_forms
from sociable.setup.model import Account, Automation, Expression, Guard, Named, PeopleList, Setup, Step, Target, Trigger
from sociable.text.wording import SET_APART
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.events import TRIGGER_KEYS
from sociable.vocabulary.roles import ROLES, ROLES_BY_OTHER_NAMES
from sociable.vocabulary.values import CONSENTS, IGNORABLE

Thing = TypeVar("Thing", bound=Record)

_NO_NAMES = frozenset((*CROWDS, *ROLES, *ROLES_BY_OTHER_NAMES, *IGNORABLE, *CONSENTS))
"""Words that say who is meant without naming anybody, whatever an account is called."""

_WORDED = ("words", "name", "place")
"""Shapes of what narrows an event where that is said in words."""

_NAMING = ("handle", "account")
"""Kinds of targets that are somebody by name."""

_JOINING = ("or", "and", "not")
_PEOPLE = frozenset(("user", "author"))
"""Parts of what a condition asks about that are somebody."""

_BEGIN, _END, _BEGIN_PERSON = SET_APART
_REST = f"[^{''.join(SET_APART)}…]*(?:{_END}|…|$)"
_APART = re.compile(f"@?(?:({_BEGIN}){_REST}|{_BEGIN_PERSON}{_REST}(?: ?{_BEGIN_PERSON}{_REST})*)")
"""A name that was set apart, also where it was cut, and as a handle is written. Names of people in a row are of one."""

Owners = Mapping[str, frozenset[str]]
"""By each form of the name of an account or a client, the clients that it stands for."""


def owners(clients: Iterable[Client], facts: Facts) -> Owners:
    by_id = {account.id: account for account in facts.accounts}
    whose: dict[str, set[str]] = {}
    for client in clients:
        known = (by_id[name].known_as for name in client.accounts if name in by_id)
        for form in named_forms((*client.titles, *client.accounts)).union(*known):
            whose.setdefault(form, set()).add(client.name)
    return {form: frozenset(names) for form, names in whose.items()}


class Apart:
    """What sets apart the others of one client; ``words`` are those that were, as they stand in its files.

    ``marked`` sets names apart wherever they stand in a text.
    """

    def __init__(self, client: Client, whose: Owners, marked: Callable[[str], str]) -> None:
        self._client = client.name
        self._whose = whose
        self._said = lru_cache(maxsize=1024)(marked)
        self._made: frozenset[str] = frozenset()
        self.words: set[str] = set()

    def setup(self, setup: Setup) -> Setup:
        """The setup of the client with all of these; what names nobody else stays the very thing that it was."""
        return setup._replace(
            accounts=tuple(map(self._account, setup.accounts)),
            automations=tuple(map(self._automation, setup.automations)),
            lists=tuple(map(self._list, setup.lists)),
            places=tuple(map(self._place, setup.places)),
        )

    def _account(self, account: Account) -> Account:
        said = {key: self._name(getattr(account, key)) for key in OF_ACCOUNTS}
        vars_ = {key: self._said(value) for key, value in account.vars.items()}
        origin, place = self._origin(account.origin), self._place(account.place)
        return _changed(account, {**said, "vars": vars_, "origin": origin, "place": place})

    def _automation(self, automation: Automation) -> Automation:
        made = (name for step in automation.steps for name, _ in step.produces)
        self._made = frozenset((*made, *(step.name for step in automation.steps))) - {""}
        name = self._said(automation.id.name)
        said = {
            "title": self._said(automation.title) or (name if name != automation.id.name else ""),
            "trigger": self._trigger(automation.trigger),
            "only_from": self._names(automation.only_from),
            "ignored": self._names(automation.ignored),
            "ignore": frozenset(map(self._name, automation.ignore)),
            "guards": self._guards(automation.guards),
            "steps": tuple(map(self._step, automation.steps)),
            "paid_by": self._name(automation.paid_by),
            "agreed_to": self._names(automation.agreed_to),
            "stop_on": self._names(automation.stop_on),
            "origin": self._origin(automation.origin),
        }
        return _changed(automation, said)

    def _list(self, people: PeopleList) -> PeopleList:
        agreed_to, stop_on = self._names(people.agreed_to), self._names(people.stop_on)
        return _changed(people, {"id": self._named(people.id), "agreed_to": agreed_to, "stop_on": stop_on})

    def _trigger(self, trigger: Trigger) -> Trigger:
        narrowed = {key: self._names(words) if _is_worded(key) else words for key, words in trigger.narrowed.items()}
        return _changed(trigger, {"narrowed": narrowed, "place": self._place(trigger.place)})

    def _step(self, step: Step) -> Step:
        made = ((self._said(name), self._target(of) if isinstance(of, Target) else of) for name, of in step.produces)
        said = {
            "text": self._text(step.text),
            "target": self._target(step.target),
            "guards": self._guards(step.guards),
            "to": self._name(step.to),
            "onto": self._name(step.onto),
            "name": self._said(step.name),
            "template": self._said(step.template),
            "produces": tuple(made),
            "beside": {key: self._text(text) for key, text in step.beside.items()},
            "mentions": tuple(map(self._target, step.mentions)),
            "names": tuple(map(self._target, step.names)),
            "buttons": tuple(_with(each, self._text, "text", "link") for each in step.buttons),
            "media": tuple(_with(each, self._text, "source", "alt") for each in step.media),
            "paid_by": self._name(step.paid_by),
            "place": self._place(step.place),
            "origin": self._origin(step.origin),
        }
        return _changed(step, said)

    def _target(self, target: Any) -> Any:
        """The handle or the id that it is, or that of whose crowd it is; nothing of nothing."""
        if target is None:
            return None
        named = self._name(target.name) if target.kind in _NAMING else self._said(target.name)
        return _changed(target, {"name": named, "of": self._target(target.of)})

    def _place(self, place: Any) -> Any:
        if place is None:
            return None
        said = {key: self._names(getattr(place, key)) for key in ("several", "left_out")}
        return _changed(place, {"id": self._named(place.id), "allowed_by": self._name(place.allowed_by), **said})

    def _origin(self, origin: Origin) -> Origin:
        within = self._origin(origin.within) if origin.within is not None else None
        made = origin._replace(called=self._said(origin.called), within=within)
        return origin if made == origin else made

    def _named(self, named: Named) -> Named:
        return _changed(named, {"name": self._said(named.name)})

    def _text(self, text: Any) -> Any:
        if text is None:
            return None
        parts = (self._said(part) if isinstance(part, str) else self._words(part, self._said) for part in text.parts)
        return _changed(text, {"parts": tuple(parts)})

    def _guards(self, guards: tuple[Guard, ...]) -> tuple[Guard, ...]:
        return tuple(_changed(each, {"expression": self._condition(each.expression)}) for each in guards)

    def _condition(self, said: Expression) -> Expression:
        """With the words by which it asks who somebody is; what it asks of a text are words like any other."""
        if said.op in _JOINING:
            return _with_parts(said, tuple(map(self._condition, said.args)))
        of_people = any(not _PEOPLE.isdisjoint(path) for path in said.paths())
        return self._words(said, self._name if of_people else self._said)

    def _words(self, said: Expression, change: Callable[[str], str]) -> Expression:
        if said.op == "path":
            names = tuple(map(self._value, said.args))
            return _changed(said, {"args": names, "text": said.text if names == said.args else ".".join(names)})
        if said.op != "text":
            parts = (self._words(each, change) if isinstance(each, Expression) else each for each in said.args)
            return _with_parts(said, tuple(parts))
        word = change(said.args[0])
        text = said.text.replace(said.args[0], word)
        is_escaped = word != said.args[0] and text == said.text
        return _changed(said, {"args": (word,), "text": set_apart(text) if is_escaped else text})

    def _value(self, name: str) -> str:
        """A name in what is filled in: of what a step makes, of a column, of a node of a tool, or a word of ours."""
        return name if name.casefold() in own_words() and name not in self._made else self._said(name)

    def _names(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self._name, names))

    def _name(self, name: str) -> str:
        """What stands where an account, a person or a thing is named."""
        if not name or name.casefold() in _NO_NAMES:
            return name
        whose = {client for form in named_forms((name.strip(),)) for client in self._whose.get(form, ())}
        if not whose or self._client in whose:
            return self._said(name)
        self.words.add(name)
        return set_apart(name)


def _is_worded(key: str) -> bool:
    """Whether words of people narrow an event by it, and no days or hours."""
    row = TRIGGER_KEYS.get(key)
    return row is not None and row.shape in _WORDED and row.says != "when"


def set_apart(name: str) -> str:
    return f"{_BEGIN}{name}{_END}"


def person_set_apart(name: str) -> str:
    return f"{_BEGIN_PERSON}{name}{_END}"


def outside_set_apart(text: str, change: Callable[[str], str]) -> str:
    """A text changed wherever nothing has been set apart yet."""
    if text.isascii():
        return change(text)
    made, done = [], 0
    for match in _APART.finditer(text):
        made += [change(text[done : match.start()]), match[0]]
        done = match.end()
    return "".join((*made, change(text[done:])))


def without_set_apart(text: str, instead: str, somebody: str = "") -> str:
    """A text with something else in the place of each name that was set apart."""
    if text.isascii():
        return text
    return _APART.sub(lambda match: instead if match[1] else somebody, text)


def _changed(record: Thing, said: Mapping[str, Any]) -> Thing:
    """The record with what is said now, and the very same where nothing of that is new."""
    new = {key: value for key, value in said.items() if value != getattr(record, key)}
    return record._replace(**new) if new else record


def _with(record: Thing, change: Callable[[Any], Any], *keys: str) -> Thing:
    return _changed(record, {key: change(getattr(record, key)) for key in keys})


def _with_parts(said: Expression, parts: tuple[Any, ...]) -> Expression:
    """The condition made of other parts, each of which it quotes."""
    text = said.text
    for was, each in zip(said.args, parts, strict=True):
        if each != was:
            text = text.replace(was.text, each.text)
    return said if parts == said.args else said._replace(args=parts, text=text)
